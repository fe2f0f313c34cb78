import type { Company } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import { formatMoney } from '../lib/money.ts'
import type { EmailContent } from '../messaging/index.ts'
import type { Payment, Refund } from '../payments/index.ts'
import { appliedName, type Receipt } from '../receivables/index.ts'
import { methodFact, moment, sellerOf } from './payment-emails.ts'
import { refundWords } from './refund-words.ts'
import { noticeWords } from './words.ts'

/** What a mail about a refund tells of. */
export interface Refunded {
  company: Company
  payment: Payment
  refund: Refund
  receipt: Receipt
}

/** What is said of how the money comes back, where that is not to a card. */
const WAYS = {
  ach: { preview: 'preview_bank', where: 'where_bank' },
  bnpl: { preview: 'preview_plan', where: 'where_plan' },
} as const satisfies Record<string, object> as Partial<
  Record<Payment['method'], { preview: 'preview_bank' | 'preview_plan'; where: 'where_bank' | 'where_plan' }>
>

/** The money is on its way back to the payer; the receipt is attached when it is sent. */
export function refundEmail({ company, payment, refund, receipt }: Refunded, locale: string): EmailContent {
  const say = refundWords(locale)
  const receiptSays = noticeWords(locale)
  const { snapshot } = receipt
  const seller = company.displayName
  const money = (amount: bigint) => formatMoney(amount, refund.currency as Currency, locale)
  const facts = {
    seller,
    amount: money(refund.amount),
    paid: money(payment.amount),
    date: day(snapshot.paidAt, company, locale),
  }
  const names = snapshot.appliedTo.map((applied) => appliedName(applied, locale))
  return {
    subject: say('subject', facts),
    preview: say(WAYS[payment.method]?.preview ?? 'preview'),
    heading: say('heading'),
    amount: facts.amount,
    paragraphs: [
      say(refund.amount === payment.amount ? 'intro_all' : 'intro', facts),
      say(WAYS[payment.method]?.where ?? 'where'),
    ],
    facts: [
      ...(names.length === 0 ? [] : [{ label: say('fact_for'), value: names.join(', ') }]),
      {
        label: say('fact_refunded_on'),
        value: moment((refund.settledAt ?? refund.createdAt).toISOString(), company, locale),
      },
      ...(payment.refunded === refund.amount
        ? []
        : [
            {
              label: say('fact_in_all'),
              value: say('in_all', { refunded: money(payment.refunded), paid: facts.paid }),
            },
          ]),
      ...methodFact(snapshot, locale),
      // Affirm's own statement names Affirm.
      ...(company.statementDescriptor === null || payment.method === 'bnpl'
        ? []
        : [{ label: say('fact_statement'), value: company.statementDescriptor }]),
      ...(refund.bankReference === null ? [] : [{ label: say('fact_bank'), value: refund.bankReference }]),
      { label: receiptSays('fact_number'), value: snapshot.number },
    ],
    closing: [say('closing', { seller })],
    seller: sellerOf(company),
  }
}

/** A refund that the payer was told of came back: the company has the money again, and the payer has it not. */
export function refundReturnedEmail(
  { company, refund, receipt }: Refunded,
  told: Date,
  locale: string,
): EmailContent {
  const say = refundWords(locale)
  const seller = company.displayName
  const amount = formatMoney(refund.amount, refund.currency as Currency, locale)
  const date = day(told.toISOString(), company, locale)
  return {
    subject: say('returned_subject', { amount }),
    preview: say('returned_preview', { seller }),
    heading: say('returned_heading'),
    amount,
    paragraphs: [say('returned_intro', { seller, amount, date }), say('returned_then', { seller })],
    facts: [
      ...methodFact(receipt.snapshot, locale),
      { label: noticeWords(locale)('fact_number'), value: receipt.snapshot.number },
    ],
    closing: [say('closing', { seller })],
    seller: sellerOf(company),
  }
}

function day(iso: string, company: Company, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: company.timeZone }).format(
    new Date(iso),
  )
}
