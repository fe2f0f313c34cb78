import { html } from 'ghtml'
import { walletName } from '../../lib/wallet-names.ts'
import { affirmWords } from './affirm-words.ts'
import type { Page } from './page.ts'
import type { PayPageState } from './view.ts'

/** Where the page is about a payment, its amount is the large one; where nothing is to be paid, there is none. */
const OF_PAYMENT: readonly PayPageState[] = [
  'paid',
  'disputed',
  'refunded',
  'processing',
  'unsure',
  'action_needed',
  'verify',
]
const WITHOUT: readonly PayPageState[] = ['paid_elsewhere', 'voided', 'replaced']

/** What the request is, the one large figure, and when it is due or was paid. */
export function amountPart(page: Page, isTitle: boolean): string {
  const { view, title, say } = page
  const name = isTitle ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`
  const customer = view.request.customerName
  const forCustomer =
    customer === null ? '' : html`<p class="for">${say('forCustomer', { name: customer })}</p>`
  return html`<div class="subject">!${name}!${forCustomer}</div>!${figurePart(page)}`
}

function figurePart(page: Page): string {
  const { view, money, say } = page
  if (WITHOUT.includes(view.state)) return ''
  const { payment } = view
  if (payment === null || !OF_PAYMENT.includes(view.state)) {
    return (
      large(say(view.state === 'pay_anyway' ? 'amountChecked' : 'amountDue'), money(view.amount), true) +
      dueLine(page)
    )
  }
  const isPaid = view.state === 'paid' || view.state === 'refunded' || view.state === 'disputed'
  const figure = large(say(isPaid ? 'amountPaid' : 'amountChecked'), money(payment.amount), false)
  return isPaid ? figure + paidLine(page) : figure
}

/** More characters than these want smaller ones to stand on one line of a phone. */
const WIDE = 11

function large(label: string, amount: string, isLive: boolean): string {
  const wide = amount.length > WIDE ? ' is-wide' : ''
  return html`<p class="amount${wide}"><span class="unseen">${label} </span>!${isLive ? html`<span data-amount>${amount}</span>` : html`${amount}`}</p>`
}

/** Several invoices have their own dates, beside each. */
function dueLine({ view, say, dueDay, today }: Page): string {
  const dueOn = view.documents.length === 1 ? view.documents[0]?.dueOn : null
  if (!dueOn || view.state === 'pay_anyway') return ''
  const key = today !== null && dueOn < today ? 'wasDueOn' : 'dueOn'
  return html`<p class="due">${say(key, { date: dueDay(dueOn) })}</p>`
}

function paidLine({ view, say, dayOf, money }: Page): string {
  const { payment } = view
  if (payment === null) return ''
  const date = dayOf(payment.at)
  const { cardBrand, cardLast4, wallet } = payment
  const paid =
    cardBrand !== null && cardLast4 !== null
      ? say('paidOnWith', { date, brand: heldBy(wallet, brandName(cardBrand)), last4: cardLast4 })
      : payment.bank !== null
        ? say('paidOnFrom', { date, last4: payment.bank.last4 })
        : payment.method === 'bnpl'
          ? affirmWords(view.locale)('paidOn', { date })
          : say(payment.method === 'wire' ? 'paidOnByWire' : 'paidOn', { date })
  const refunds = payment.refunded.map(
    ({ amount, at }) =>
      html`<p class="due">${say('refundedOn', { amount: money(amount), date: dayOf(at) })}</p>`,
  )
  return html`<p class="due">${paid}</p>!${refunds}`
}

const BRANDS: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  eftpos_au: 'eftpos',
  interac: 'Interac',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

function heldBy(wallet: string | null, brand: string): string {
  return wallet === null ? brand : `${walletName(wallet)} · ${brand}`
}

function brandName(brand: string): string {
  return BRANDS[brand] ?? brand
}
