import type { Company } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import { formatMoney } from '../lib/money.ts'
import type { EmailContent } from '../messaging/index.ts'
import type { GivenBy } from '../payments/index.ts'
import { givenRefundWords } from './given-refund-words.ts'
import { sellerOf } from './payment-emails.ts'
import type { Refunded } from './refund-emails.ts'
import { noticeWords } from './words.ts'

const HOW = {
  processor: 'by_other',
  cheque: 'by_cheque',
  cash: 'by_cash',
  wire: 'by_wire',
  other: 'by_other',
} as const satisfies Record<GivenBy, string>

/** The company gave money back itself; the receipt is attached when it is sent. */
export function givenRefundEmail(
  { company, payment, refund, receipt }: Refunded,
  locale: string,
): EmailContent {
  const say = givenRefundWords(locale)
  const seller = company.displayName
  const money = (amount: bigint) => formatMoney(amount, refund.currency as Currency, locale)
  const facts = {
    seller,
    amount: money(refund.amount),
    paid: money(payment.amount),
    date: day(receipt.snapshot.paidAt, company.timeZone, locale),
    how: say(HOW[refund.givenBy]),
  }
  return {
    subject: say('subject', facts),
    preview: say('preview', facts),
    heading: say('heading'),
    amount: facts.amount,
    paragraphs: [
      say(refund.amount === payment.amount ? 'intro_all' : 'intro', facts),
      say(refund.givenBy === 'wire' ? 'where_wire' : 'where'),
    ],
    facts: [
      ...(refund.givenOn === null
        ? []
        : [{ label: say('fact_given_on'), value: day(refund.givenOn, 'UTC', locale) }]),
      ...(refund.givenReference === null
        ? []
        : [{ label: say('fact_reference'), value: refund.givenReference }]),
      number(receipt, locale),
    ],
    closing: [say('closing', { seller })],
    seller: sellerOf(company),
  }
}

/** What the payer was told of did not go out after all. */
export function givenRefundUndoneEmail(
  { company, refund, receipt }: Refunded,
  told: Date,
  locale: string,
): EmailContent {
  const say = givenRefundWords(locale)
  const seller = company.displayName
  const amount = formatMoney(refund.amount, refund.currency as Currency, locale)
  return {
    subject: say('undone_subject', { amount }),
    preview: say('undone_preview', { seller }),
    heading: say('undone_heading'),
    amount,
    paragraphs: [
      say('undone_intro', { seller, amount, date: day(told.toISOString(), company.timeZone, locale) }),
      say('undone_then', { seller }),
    ],
    facts: [number(receipt, locale)],
    closing: [say('closing', { seller })],
    seller: sellerOf(company),
  }
}

function number({ snapshot }: Refunded['receipt'], locale: string) {
  return { label: noticeWords(locale)('fact_number'), value: snapshot.number }
}

function day(text: string, timeZone: Company['timeZone'], locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(text))
}
