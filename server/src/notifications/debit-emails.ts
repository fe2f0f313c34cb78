import type { Company } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import { formatMoney } from '../lib/money.ts'
import type { EmailContent } from '../messaging/index.ts'
import { debitReason, type Mandate, type Payment } from '../payments/index.ts'
import { debitWords } from './debit-words.ts'
import { sellerOf } from './payment-emails.ts'

/** What became of a bank debit, as it is mailed. */
export type DebitNews = 'processing' | 'failed' | 'returned'

export interface DebitMail {
  company: Company
  payment: Payment
  news: DebitNews
  /** The request's reference. */
  reference: string
  locale: string
}

/** To the payer. What was agreed to stands in the first of them, word for word. */
export function payerDebitEmail(
  mail: DebitMail,
  { mandate, hasLink }: { mandate: Mandate | undefined; hasLink: boolean },
): EmailContent {
  const { company, news, locale } = mail
  const say = debitWords(locale)
  const given = givenOf(mail)
  return {
    subject: say(`${news}_subject`, given),
    preview: say(`${news}_preview`, given),
    heading: say(`${news}_heading`, given),
    amount: given.amount,
    paragraphs: [
      say(`${news}_intro`, given),
      ...(news === 'processing' && mandate !== undefined
        ? [say('mandate', { date: dayOf(mandate.acceptedAt, company, locale), text: mandate.text })]
        : []),
    ],
    facts: [...factsOf(mail), { label: say('fact_for'), value: mail.reference }],
    ...(hasLink && news !== 'processing' ? { button: say('button', { amount: given.amount }) } : {}),
    closing: [say('closing', { seller: company.displayName })],
    seller: sellerOf(company),
  }
}

/** To a member of staff. */
export function staffDebitEmail(mail: DebitMail): EmailContent {
  const { company, news, locale, payment } = mail
  const say = debitWords(locale)
  const given = givenOf(mail)
  return {
    subject: say(`${news}_staff_subject`, given),
    preview: say(`${news}_staff_preview`, given),
    heading: say(`${news}_staff_heading`, given),
    amount: given.amount,
    paragraphs: [say(`${news}_staff_intro`, given)],
    facts: [
      { label: say('fact_payer'), value: given.payer },
      ...factsOf(mail),
      ...(news === 'processing' || payment.declineCode === null
        ? []
        : [{ label: say('fact_code'), value: payment.declineCode }]),
    ],
    closing: [say('notice_closing')],
    seller: sellerOf(company),
  }
}

function givenOf({ company, payment, reference, locale }: DebitMail) {
  const say = debitWords(locale)
  return {
    seller: company.displayName,
    amount: formatMoney(payment.amount, payment.currency as Currency, locale),
    reference,
    payer: payment.payerName ?? payment.payerEmail ?? say('someone'),
    from: dayText(payment.clearsFrom, locale),
    to: dayText(payment.clearsTo, locale),
    date: dayOf(payment.settledAt ?? payment.createdAt, company, locale),
    reason: debitReason(payment.declineCode, locale),
  }
}

function factsOf({ payment, news, locale }: DebitMail): { label: string; value: string }[] {
  const say = debitWords(locale)
  const { bankName, bankLast4, clearsFrom, clearsTo } = payment
  return [
    ...(bankLast4 === null
      ? []
      : [
          {
            label: say('fact_account'),
            value:
              bankName === null
                ? say('account_unnamed', { last4: bankLast4 })
                : say('account', { bank: bankName, last4: bankLast4 }),
          },
        ]),
    ...(news !== 'processing' || clearsFrom === null
      ? []
      : [
          {
            label: say('fact_expected'),
            value: say('fact_expected_between', {
              from: dayText(clearsFrom, locale),
              to: dayText(clearsTo, locale),
            }),
          },
        ]),
  ]
}

/** A calendar day in words. */
function dayText(day: string | null, locale: string): string {
  if (day === null) return ''
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

function dayOf(at: Date, company: Company, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: company.timeZone }).format(at)
}
