import { NoAnswer, Problem, type ProblemCode } from '../../api/problem.ts'
import { formatMoney, useLanguage, useWords } from '../../words/index.ts'
import { problemCodes } from './codes.ts'
import { useSayField } from './say-field.ts'
import { problemWords } from './words.ts'

/** What went wrong, in the language of the screen. */
export interface SaidProblem {
  title: string
  /** What it means and what to do next. */
  text: string
  /** What this one time is about: amounts, minutes, names. */
  facts: readonly string[]
  /** The server's own sentence, which is English, where it knows more than that. */
  own: string | undefined
  /** For support. */
  code: string | undefined
}

/** Codes under which the server tells of many different things: its own sentence says which. */
const MANIFOLD: ReadonlySet<ProblemCode> = new Set([
  'invalid_request',
  'items_do_not_fit',
  'amount_invalid',
  'invoice_invalid',
  'invoice_input_invalid',
  'invoice_exists',
  'credit_not_applicable',
  'credit_note_invalid',
  'grants_more_than_held',
  'csv_not_read',
  'logo_not_read',
  'logo_too_large',
  'logo_type_refused',
  'test_address_refused',
  'seller_differs',
  'currency_not_settled',
  'template_does_not_fit',
  'transition_refused',
  'einvoice_encoding',
  'einvoice_field_invalid',
  'einvoice_malformed',
  'einvoice_missing_field',
  'einvoice_mixed_currencies',
  'einvoice_negative_total',
  'einvoice_tax_inconsistent',
  'einvoice_too_large',
  'einvoice_totals_disagree',
  'einvoice_unknown_currency',
  'einvoice_unknown_syntax',
])

/** A problem, no answer, or a page that failed, in words. */
export function useSayProblem(): (error: unknown) => SaidProblem {
  const say = useWords(problemWords)
  const sayCode = useWords(problemCodes)
  const sayField = useSayField()
  const factsOf = useFacts()
  return (error) => {
    if (!(error instanceof Problem)) {
      const words = say(error instanceof NoAnswer ? 'noAnswer' : 'crashed')
      return { ...parted(words), facts: [], own: undefined, code: undefined }
    }
    const { code } = error
    const field = sayField(error)
    const facts = factsOf(error.document)
    const isTold = !MANIFOLD.has(code) || field !== undefined
    return {
      ...parted(sayCode(code in problemCodes.en ? code : 'internal_error')),
      facts: field === undefined ? facts : [field, ...facts],
      own: isTold ? undefined : error.message,
      code,
    }
  }
}

function parted(words: string): { title: string; text: string } {
  const [title = '', ...rest] = words.split('\n')
  return { title, text: rest.join(' ') }
}

/** What the document says beside its sentence, where there are words for it. */
function useFacts(): (document: Readonly<Record<string, unknown>>) => string[] {
  const say = useWords(problemWords)
  const { locale } = useLanguage()
  return (document) => {
    const { currency, rule, stated, computed } = document
    const money = (amount: unknown) =>
      typeof amount === 'number' && typeof currency === 'string'
        ? formatMoney(amount, currency, locale)
        : undefined
    const facts: string[] = []
    const most = ['refundable_amount', 'remaining_amount', 'applicable_amount'].flatMap(
      (name) => money(document[name]) ?? [],
    )
    for (const amount of most) facts.push(say('most', { amount }))
    const settled = money(document.settled)
    if (settled !== undefined) facts.push(say('settled', { amount: settled }))
    const bounds = [money(document.least), money(document.most)]
    if (bounds[0] !== undefined && bounds[1] !== undefined)
      facts.push(say('between', { least: bounds[0], most: bounds[1] }))
    for (const names of [document.variables, document.blanks])
      if (isTexts(names)) facts.push(say('names', { names: names.join(', ') }))
    if (isTexts([rule, stated, computed]))
      facts.push(say('sums', { rule: String(rule), stated: String(stated), computed: String(computed) }))
    const seconds = document.retry_after_seconds
    if (typeof seconds === 'number') facts.push(say('wait', { minutes: Math.ceil(seconds / 60) }))
    return facts
  }
}

function isTexts(found: unknown): found is string[] {
  return Array.isArray(found) && found.length > 0 && found.every((each) => typeof each === 'string')
}
