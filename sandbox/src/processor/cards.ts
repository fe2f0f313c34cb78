import { createHash } from 'node:crypto'
import { passesLuhn, rangeOf } from '../browser/card-number.ts'
import type { CardFacts } from '../kinds.ts'

/** What happens when the card is charged, as docs.stripe.com/testing lists the numbers. */
export type CardBehaviour = {
  decline?: { code: string; declineCode: string; param?: string }
  /** Saved without a word, and declined whenever it is charged. */
  isSaved?: true
  threeDSecure?: 'always' | 'unless_saved'
  dispute?: { reason: string; inquiry: boolean }
  refund?: 'pending' | 'fails'
}

const declined = (declineCode: string) => ({ decline: { code: 'card_declined', declineCode } })

export const behaviours: { [name: string]: CardBehaviour } = {
  succeeds: {},
  generic_decline: declined('generic_decline'),
  insufficient_funds: declined('insufficient_funds'),
  lost_card: declined('lost_card'),
  stolen_card: declined('stolen_card'),
  expired_card: { decline: { code: 'expired_card', declineCode: 'expired_card', param: 'exp_month' } },
  incorrect_cvc: { decline: { code: 'incorrect_cvc', declineCode: 'incorrect_cvc', param: 'cvc' } },
  processing_error: { decline: { code: 'processing_error', declineCode: 'processing_error' } },
  disputed_fraudulent: { dispute: { reason: 'fraudulent', inquiry: false } },
  disputed_not_received: { dispute: { reason: 'product_not_received', inquiry: false } },
  inquiry: { dispute: { reason: 'fraudulent', inquiry: true } },
  declined_once_saved: { ...declined('generic_decline'), isSaved: true },
  three_d_secure: { threeDSecure: 'unless_saved' },
  three_d_secure_always: { threeDSecure: 'always' },
  refund_pending: { refund: 'pending' },
  refund_fails: { refund: 'fails' },
}

type TestCard = { number: string; behaviour: string; says: string; funding?: CardFacts['funding'] }

/** The published test cards; any other number with a right check digit succeeds. */
export const testCards: TestCard[] = [
  { number: '4242424242424242', behaviour: 'succeeds', says: 'Visa, succeeds' },
  { number: '4000056655665556', behaviour: 'succeeds', says: 'Visa debit, succeeds', funding: 'debit' },
  { number: '5555555555554444', behaviour: 'succeeds', says: 'Mastercard, succeeds' },
  { number: '2223003122003222', behaviour: 'succeeds', says: 'Mastercard 2-series, succeeds' },
  { number: '5200828282828210', behaviour: 'succeeds', says: 'Mastercard debit, succeeds', funding: 'debit' },
  {
    number: '5105105105105100',
    behaviour: 'succeeds',
    says: 'Mastercard prepaid, succeeds',
    funding: 'prepaid',
  },
  { number: '378282246310005', behaviour: 'succeeds', says: 'American Express, succeeds' },
  { number: '371449635398431', behaviour: 'succeeds', says: 'American Express, succeeds' },
  { number: '6011111111111117', behaviour: 'succeeds', says: 'Discover, succeeds' },
  { number: '6011000990139424', behaviour: 'succeeds', says: 'Discover, succeeds' },
  { number: '6011981111111113', behaviour: 'succeeds', says: 'Discover debit, succeeds', funding: 'debit' },
  { number: '4000000000000002', behaviour: 'generic_decline', says: 'Declined' },
  { number: '4000000000009995', behaviour: 'insufficient_funds', says: 'Declined: insufficient funds' },
  { number: '4000000000009987', behaviour: 'lost_card', says: 'Declined: lost card' },
  { number: '4000000000009979', behaviour: 'stolen_card', says: 'Declined: stolen card' },
  { number: '4000000000000069', behaviour: 'expired_card', says: 'Declined: expired card' },
  { number: '4000000000000127', behaviour: 'incorrect_cvc', says: 'Declined: wrong CVC' },
  { number: '4000000000000119', behaviour: 'processing_error', says: 'Declined: processing error' },
  { number: '4000002500003155', behaviour: 'three_d_secure', says: '3-D Secure asked' },
  {
    number: '4000002760003184',
    behaviour: 'three_d_secure_always',
    says: '3-D Secure always asked: declined where nobody is there to answer',
  },
  {
    number: '4000000000000341',
    behaviour: 'declined_once_saved',
    says: 'Can be saved, and is declined whenever it is charged',
  },
  {
    number: '4000000000000259',
    behaviour: 'disputed_fraudulent',
    says: 'Succeeds, then disputed as fraudulent',
  },
  {
    number: '4000000000002685',
    behaviour: 'disputed_not_received',
    says: 'Succeeds, then disputed: not received',
  },
  { number: '4000000000001976', behaviour: 'inquiry', says: 'Succeeds, then the bank inquires' },
  { number: '4000000000007726', behaviour: 'refund_pending', says: 'Succeeds; a refund is pending a minute' },
  { number: '4000000000005126', behaviour: 'refund_fails', says: 'Succeeds; a refund fails a minute later' },
]

export type CardProblem =
  | 'invalid_number'
  | 'incorrect_number'
  | 'invalid_expiry_month'
  | 'invalid_expiry_year'
  | 'invalid_cvc'
export type CardEntry = {
  number: string
  expMonth: number
  expYear: number
  cvc: string | null
  name?: string | null
  wallet?: CardFacts['wallet']
}

/** Reads a card as it was typed: its facts, or what is wrong with it. `now` is Unix seconds. */
export function readCard(entry: CardEntry, now: number): { card: CardFacts } | { problem: CardProblem } {
  const number = entry.number.replace(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(number)) return { problem: 'invalid_number' }
  if (!passesLuhn(number)) return { problem: 'incorrect_number' }
  const range = rangeOf(number)
  if (range && !range.lengths.includes(number.length)) return { problem: 'incorrect_number' }
  const today = new Date(now * 1000)
  const { expMonth } = entry
  const expYear = entry.expYear < 100 ? 2000 + entry.expYear : entry.expYear
  if (expMonth < 1 || expMonth > 12) return { problem: 'invalid_expiry_month' }
  const monthsLeft = (expYear - today.getUTCFullYear()) * 12 + expMonth - (today.getUTCMonth() + 1)
  if (expYear < today.getUTCFullYear() || expYear > today.getUTCFullYear() + 50)
    return { problem: 'invalid_expiry_year' }
  if (monthsLeft < 0) return { problem: 'invalid_expiry_month' }
  if (entry.cvc !== null && !new RegExp(`^\\d{${range?.cvc ?? 3}}$`).test(entry.cvc))
    return { problem: 'invalid_cvc' }
  const known = testCards.find((card) => card.number === number)
  return {
    card: {
      behaviour: known?.behaviour ?? 'succeeds',
      brand: range?.brand ?? 'unknown',
      country: 'US',
      cvcProvided: entry.cvc !== null,
      expMonth,
      expYear,
      // Keyed by nothing on purpose: like the processor's, it is the same for the same card everywhere.
      fingerprint: createHash('sha256').update(`sandbox card ${number}`).digest('base64url').slice(0, 16),
      funding: known?.funding ?? 'credit',
      last4: number.slice(-4),
      name: entry.name ?? null,
      wallet: entry.wallet,
    },
  }
}
