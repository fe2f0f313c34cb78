import type { Stripe, StripeElements } from '@stripe/stripe-js'
import type { ScriptWords } from '../script-words.ts'
import type { PayPageForm, PayPageState } from '../view.ts'

/** What the server wrote into the page for this script. */
interface PageData {
  path: string
  language: 'en' | 'fr'
  state: PayPageState
  amount: number
  display: string
  currency: string
  locale: 'en' | 'fr' | 'fr-CA'
  payment: string | null
  form: (Omit<PayPageForm, 'methods'> & { methods?: PayPageForm['methods'] }) | null
  /** Which text a payer agrees to, where a bank account may pay. */
  mandate?: string
  /** Which text a payer agrees to who lets the company keep what they pay by. */
  saving?: string
  words: ScriptWords
  /** Staff enter the card of a customer on the phone: no link is opened by that. */
  byPhone?: true
}

export const data = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as PageData

/** The processor's objects, once its script has come. */
export const processor: {
  stripe: Stripe | null
  elements: StripeElements | null
  /** Those of the device's wallets. */
  wallets: StripeElements | null
} = { stripe: null, elements: null, wallets: null }

let isUnderWay = false

export function find<E extends HTMLElement>(id: string): E | null {
  return document.getElementById(id) as E | null
}

export function fill(text: string): string {
  return text.replaceAll('[amount]', () => data.display)
}

export function isBusy(): boolean {
  return isUnderWay
}

/** While something is under way no button can be pressed nor another way to pay chosen, and the page says what is going on. */
export function setBusy(text: string | null): void {
  isUnderWay = text !== null
  for (const id of ['pay', 'continue', 'start-over', 'methods']) {
    const control = find<HTMLButtonElement | HTMLFieldSetElement>(id)
    if (control) control.disabled = isUnderWay
  }
  const progress = find('progress')?.querySelector('p')
  if (progress) progress.textContent = text ?? ''
  if (isUnderWay) showProblem('')
}

/** Says it, and brings eyes and screen readers to it. */
export function showProblem(text: string, tone: 'failed' | 'attention' = 'failed'): void {
  const place = find('problem')
  const words = place?.querySelector('p')
  if (!place || !words) return
  words.textContent = text
  place.className = `problem is-${tone}`
  if (text !== '') place.focus()
}

export function setAmount(amount: number, display: string): void {
  data.amount = amount
  data.display = display
  for (const place of document.querySelectorAll('[data-amount]')) place.textContent = display
  for (const elements of [processor.elements, processor.wallets]) elements?.update({ amount })
}
