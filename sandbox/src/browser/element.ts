import type { StripeError } from '@stripe/stripe-js'
import { applyAppearance } from './appearance.ts'
import {
  type CardDigits,
  type FieldName,
  type Problem,
  problemOf,
  readField,
  showField,
} from './card-fields.ts'
import { rangeOf } from './card-number.ts'
import { serveFrame, tellHeight } from './frame-port.ts'
import { askProcessor } from './processor-client.ts'
import type { FrameEvent, FrameStart, Question, Reply } from './protocol.ts'
import { languageOf, wordsFor } from './words.ts'

const fields: FieldName[] = ['number', 'expiry', 'cvc']
const card: CardDigits = { number: '', expiry: '', cvc: '' }
const inputs = Object.fromEntries(fields.map((field) => [field, need(`#${field}`)])) as {
  [F in FieldName]: HTMLInputElement
}
const brandNames: { [brand: string]: string } = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}
let words = wordsFor('en')

/** The card form of the payment element. Digits stay in this frame, and go from it to the processor only. */
serveFrame((start, tell) => {
  let current: FrameStart = start
  dress(current)
  for (const field of fields) listen(field, tell)
  tellHeight(tell)
  return async (question: Question): Promise<Reply> => {
    if (question.ask === 'validate') return validate()
    if (question.ask === 'confirmationToken') return createToken(current, question)
    if (question.ask === 'focus') inputs.number.focus()
    if (question.ask === 'clear') clear(tell)
    if (question.ask === 'appearance') {
      current = { ...current, locale: question.locale, appearance: question.appearance }
      dress(current)
    }
    return { value: null }
  }
})

function need<E extends HTMLElement>(selector: string): E {
  const element = document.querySelector<E>(selector)
  if (!element) throw new Error(`The element's page has no ${selector}.`)
  return element
}

function dress({ locale, appearance }: FrameStart): void {
  words = wordsFor(locale)
  document.documentElement.lang = languageOf(locale)
  applyAppearance(appearance)
  for (const field of fields) {
    need(`label[for=${field}]`).textContent = words[field]
    inputs[field].placeholder = words[`${field}Hint`]
    const shown = inputs[field].dataset.problem as Problem | undefined
    if (shown) showProblem(field, shown)
  }
  need('#mode').textContent = words.testMode
}

function listen(field: FieldName, tell: (event: FrameEvent) => void): void {
  const input = inputs[field]
  input.addEventListener('input', () => {
    keepTyping(field)
    tellChange(tell)
    const at = fields.indexOf(field)
    const next = fields[at + 1]
    if (next && input === document.activeElement && problemOf(field, card, new Date()) === null)
      inputs[next].focus()
  })
  input.addEventListener('focus', () => tell({ event: 'focus' }))
  input.addEventListener('blur', () => {
    // An untouched field is not yet wrong.
    if (card[field] !== '') showProblem(field, problemOf(field, card, new Date()))
    tell({ event: 'blur' })
  })
  input.addEventListener('keydown', ({ key }) => {
    const before = fields[fields.indexOf(field) - 1]
    if (key === 'Backspace' && input.value === '' && before) inputs[before].focus()
  })
}

/** Shows what was typed in groups, with the caret after the same digit as before. */
function keepTyping(field: FieldName): void {
  const input = inputs[field]
  const typed = input.value
  const digitsBefore = typed.slice(0, input.selectionStart ?? typed.length).replace(/\D/g, '').length
  const atEnd = input.selectionStart === typed.length
  // Deleting the slash deletes the digit before it.
  const text = field === 'expiry' && /^\d\d \/$/.test(typed) ? typed.slice(0, 1) : typed
  card[field] = readField(field, text, card.number)
  input.value = showField(field, card[field])
  if (!atEnd) input.setSelectionRange(...caretAfter(input.value, digitsBefore))
  showProblem(field, null)
  if (field === 'number') need('#brand').textContent = brandNames[rangeOf(card.number)?.brand ?? ''] ?? ''
}

function caretAfter(text: string, digits: number): [number, number] {
  let seen = 0
  let at = 0
  while (at < text.length && seen < digits) {
    if (/\d/.test(text[at] ?? '')) seen += 1
    at += 1
  }
  return [at, at]
}

function tellChange(tell: (event: FrameEvent) => void): void {
  tell({
    event: 'change',
    empty: fields.every((field) => card[field] === ''),
    complete: fields.every((field) => problemOf(field, card, new Date()) === null),
    brand: rangeOf(card.number)?.brand ?? null,
  })
}

function showProblem(field: FieldName, problem: Problem | null): void {
  const input = inputs[field]
  const place = need(`#${field}-error`)
  if (problem) {
    input.dataset.problem = problem
    input.setAttribute('aria-invalid', 'true')
    input.setAttribute('aria-describedby', place.id)
  } else {
    delete input.dataset.problem
    input.removeAttribute('aria-invalid')
    input.removeAttribute('aria-describedby')
  }
  place.textContent = problem ? words[problem] : ''
}

function validate(): Reply {
  let first: { field: FieldName; problem: Problem } | null = null
  for (const field of fields) {
    const problem = problemOf(field, card, new Date())
    showProblem(field, problem)
    if (problem) first ??= { field, problem }
  }
  if (!first) return { value: 'card' }
  inputs[first.field].focus()
  return {
    error: { type: 'validation_error', code: first.problem, message: words[first.problem] } as StripeError,
  }
}

function createToken(
  start: FrameStart,
  question: Extract<Question, { ask: 'confirmationToken' }>,
): Promise<Reply> {
  return askProcessor(start, 'POST', '/v1/confirmation_tokens', {
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': card.number,
    'payment_method_data[card][exp_month]': String(Number(card.expiry.slice(0, 2))),
    'payment_method_data[card][exp_year]': `20${card.expiry.slice(2)}`,
    'payment_method_data[card][cvc]': card.cvc,
    'payment_method_data[billing_details][name]': question.name,
    'payment_method_data[billing_details][email]': question.email,
    return_url: question.returnUrl,
    setup_future_usage: question.setupFutureUsage ?? null,
  })
}

function clear(tell: (event: FrameEvent) => void): void {
  for (const field of fields) {
    card[field] = ''
    inputs[field].value = ''
    showProblem(field, null)
  }
  need('#brand').textContent = ''
  tellChange(tell)
}
