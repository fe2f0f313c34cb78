import { TemplateBlanksUnfilled, TemplateVariableMissing, TemplateVariableUnknown } from './errors.ts'

/** What texts may name, beside the custom attributes `customer.meta_…` and `appointment.meta_…`. */
export const VARIABLES = [
  'customer.name',
  'customer.code',
  'customer.email',
  'customer.phone',
  'company.name',
  'company.phone',
  'company.email',
  'request.amount',
  'request.reference',
  'request.due_on',
  'payment.amount',
  'payment.receipt',
  'appointment.starts_at',
  'link',
] as const
export type Variable = (typeof VARIABLES)[number] | `customer.meta_${string}` | `appointment.meta_${string}`

/** A variable's value; absent, null or blank means that there is none, and blocks sending. */
export type Values = Readonly<Partial<Record<Variable, string | null>>>

export interface FilledText {
  text: string
  /** Names in braces that mean nothing, and braces that stand alone. */
  unknown: string[]
  /** Variables without a value here. */
  missing: string[]
  /** `[ … ]` that the sender has not filled in. */
  blanks: string[]
}

/**
 * Stands for the message's own link, whose token may not rest with the text: put in when it is sent. No value
 * can bring it along, since it is taken out of them.
 */
export const LINK_MARK = '\ufffc'

const IN_BRACES = /\{([^{}]*)\}/g
const BLANK = /\[[^[\]]*\]/g
const ATTRIBUTE = /^(customer|appointment)\.meta_[a-z][a-z0-9_]{0,39}$/
const SHOWN = 40

/**
 * Fills `{ customer.name }` and its like; spaces inside the braces are free. A value is text and never
 * read again, whatever braces or brackets it holds.
 */
export function fillText(source: string, values: Values): FilledText {
  const unknown = new Set<string>()
  const missing = new Set<string>()
  const fixed = source
    .replaceAll(LINK_MARK, '')
    .split(IN_BRACES)
    .map((part, index) => ({ part, isName: index % 2 === 1 }))
  const pieces = fixed.map(({ part, isName }) => {
    if (!isName) return part
    const name = part.trim()
    if (!isVariable(name)) unknown.add(`{${part}}`.slice(0, SHOWN))
    const value = isVariable(name) ? shownValue(name, values) : ''
    if (isVariable(name) && value === '') missing.add(name)
    return value
  })
  const own = fixed.filter(({ isName }) => !isName).map(({ part }) => part)
  for (const part of own) {
    const stray = part.search(/[{}]/)
    if (stray >= 0) unknown.add(part.slice(stray, stray + SHOWN).trim())
  }
  // A variable inside a blank is part of it: `[ {customer.name} or other ]` is still to be filled in.
  const blanks =
    fixed
      .map(({ part, isName }) => (isName ? '…' : part))
      .join('')
      .match(BLANK) ?? []
  return {
    text: pieces.join(''),
    unknown: [...unknown],
    missing: [...missing],
    blanks: [...new Set(blanks.map((blank) => blank.slice(0, SHOWN)))],
  }
}

/** Throws for what blocks sending (M3.15): unknown variables, missing ones, and blanks unless they are allowed. */
export function requireWhole(filled: FilledText, options: { allowBlanks: boolean }): void {
  requireKnown(filled)
  if (filled.missing.length > 0) {
    throw new TemplateVariableMissing(
      `There is no ${filled.missing.join(', no ')} here, which the text names. Nothing was sent and nothing was asked for; add the value, or take it out of the text.`,
      filled.missing,
    )
  }
  if (filled.blanks.length > 0 && !options.allowBlanks) {
    throw new TemplateBlanksUnfilled(
      `The text still has ${filled.blanks.join(', ')} to fill in. Nothing was sent; write what belongs there, or send it as it is with allow_blanks.`,
      { details: { blanks: filled.blanks } },
    )
  }
}

/** Throws where a text names what does not exist: a text that could never be sent is not kept either. */
export function requireKnown({ unknown }: Pick<FilledText, 'unknown'>): void {
  if (unknown.length === 0) return
  throw new TemplateVariableUnknown(
    `${unknown.join(', ')} names nothing. Nothing was sent or kept; the names between braces stand in the API document, with two braces each.`,
    { details: { variables: unknown } },
  )
}

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name) || ATTRIBUTE.test(name)
}

function shownValue(name: Variable, values: Values): string {
  const value = Object.hasOwn(values, name) ? (values[name] ?? '') : ''
  if (name === 'link') return value
  return value
    .toWellFormed()
    .replaceAll(LINK_MARK, '')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
}
