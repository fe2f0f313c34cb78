import type { StripeError } from '@stripe/stripe-js'
import { applyAppearance } from './appearance.ts'
import { serveFrame, tellHeight } from './frame-port.ts'
import { askProcessor } from './processor-client.ts'
import type { FrameEvent, FrameStart, Question, Reply } from './protocol.ts'
import { languageOf, wordsFor } from './words.ts'

const texts = ['routing', 'account'] as const
type Text = (typeof texts)[number]
const lengths: { [T in Text]: RegExp } = { routing: /^\d{9}$/, account: /^\d{4,17}$/ }

let words = wordsFor('en')

/** The bank form of the payment element. Numbers stay in this frame, and go from it to the processor only. */
serveFrame((start, tell) => {
  let current: FrameStart = start
  dress(current)
  for (const name of texts) {
    input(name).addEventListener('input', () => {
      showProblem(name, null)
      tellChange(tell)
    })
  }
  tellHeight(tell)
  return async (question: Question): Promise<Reply> => {
    if (question.ask === 'validate') return validate()
    if (question.ask === 'confirmationToken') return createToken(current, question)
    if (question.ask === 'focus') input('routing').focus()
    if (question.ask === 'clear') for (const name of texts) input(name).value = ''
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

function input(name: Text): HTMLInputElement {
  return need(`#${name}`)
}

function digits(name: Text): string {
  return input(name).value.replace(/\D/g, '')
}

function dress({ locale, appearance }: FrameStart): void {
  words = wordsFor(locale)
  document.documentElement.lang = languageOf(locale)
  applyAppearance(appearance)
  for (const name of ['routing', 'account', 'type', 'proof'] as const)
    need(`label[for=${name}]`).textContent = words[name]
  for (const [value, text] of Object.entries({
    checking: words.checking,
    savings: words.savings,
    instant: words.instant,
    deposits: words.deposits,
  }))
    need(`option[value=${value}]`).textContent = text
  need('#mode').textContent = words.testBank
}

function tellChange(tell: (event: FrameEvent) => void): void {
  tell({
    event: 'change',
    empty: texts.every((name) => digits(name) === ''),
    complete: texts.every((name) => lengths[name].test(digits(name))),
    brand: null,
  })
}

function showProblem(name: Text, text: string | null): void {
  const place = need(`#${name}-error`)
  if (text) {
    input(name).setAttribute('aria-invalid', 'true')
    input(name).setAttribute('aria-describedby', place.id)
  } else {
    input(name).removeAttribute('aria-invalid')
    input(name).removeAttribute('aria-describedby')
  }
  place.textContent = text ?? ''
}

function validate(): Reply {
  const wrong = texts.filter((name) => !lengths[name].test(digits(name)))
  for (const name of texts) showProblem(name, wrong.includes(name) ? words[`incomplete_${name}`] : null)
  const [first] = wrong
  if (first === undefined) return { value: 'us_bank_account' }
  input(first).focus()
  const code = `incomplete_${first}` as const
  return { error: { type: 'validation_error', code, message: words[code] } as StripeError }
}

function createToken(
  start: FrameStart,
  question: Extract<Question, { ask: 'confirmationToken' }>,
): Promise<Reply> {
  const isInstant = need<HTMLSelectElement>('#proof').value === 'instant'
  return askProcessor(start, 'POST', '/v1/confirmation_tokens', {
    'payment_method_data[type]': 'us_bank_account',
    'payment_method_data[us_bank_account][routing_number]': digits('routing'),
    'payment_method_data[us_bank_account][account_number]': digits('account'),
    'payment_method_data[us_bank_account][account_holder_type]': 'individual',
    'payment_method_data[us_bank_account][account_type]': need<HTMLSelectElement>('#type').value,
    ...(isInstant
      ? { 'payment_method_data[us_bank_account][financial_connections_account]': 'fca_signed_in' }
      : {}),
    'payment_method_data[billing_details][name]': question.name,
    'payment_method_data[billing_details][email]': question.email,
    return_url: question.returnUrl,
    setup_future_usage: question.setupFutureUsage ?? null,
  })
}
