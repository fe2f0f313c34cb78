import type { Company } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import { toWireId } from '../lib/ids.ts'
import { formatMoney } from '../lib/money.ts'
import { walletName } from '../lib/wallet-names.ts'
import type { EmailContent } from '../messaging/index.ts'
import type { Payment } from '../payments/index.ts'
import { type Receipt, receiptRows } from '../receivables/index.ts'
import { noticeWords } from './words.ts'

/** The receipt as it is mailed to the payer; the PDF is attached when it is sent. */
export function receiptEmail(company: Company, receipt: Receipt, locale: string): EmailContent {
  const say = noticeWords(locale)
  const { snapshot } = receipt
  const seller = company.displayName
  const money = (amount: string) => formatMoney(BigInt(amount), snapshot.currency as Currency, locale)
  return {
    subject: say('receipt_subject', { seller, amount: money(snapshot.amount) }),
    preview: say('receipt_preview', { date: moment(snapshot.paidAt, company, locale) }),
    heading: say('receipt_heading'),
    amount: money(snapshot.amount),
    paragraphs: [
      say('receipt_intro', { seller }),
      ...(snapshot.method === 'bnpl' ? [say('receipt_plan')] : []),
    ],
    facts: [
      { label: say('fact_paid_on'), value: moment(snapshot.paidAt, company, locale) },
      ...methodFact(snapshot, locale),
      { label: say('fact_number'), value: snapshot.number },
      ...(company.statementDescriptor === null || snapshot.wire || snapshot.tender
        ? []
        : [{ label: say('fact_statement'), value: company.statementDescriptor }]),
    ],
    table: {
      columns: [
        { label: say('column_for'), align: 'left' },
        { label: say('column_amount'), align: 'right' },
      ],
      rows: receiptRows(snapshot, locale).map(({ label, amount }) => [label, money(amount.toString())]),
    },
    closing: [say('receipt_closing', { seller })],
    seller: sellerOf(company),
  }
}

/** The notice to a member of staff that money came in, and that it is guaranteed where it has cleared. */
export function staffNotice(
  company: Company,
  payment: Payment,
  { guaranteed, locale, receipt }: { receipt: Receipt; locale: string; guaranteed: string | null },
): EmailContent {
  const say = noticeWords(locale)
  const { snapshot } = receipt
  const money = (amount: string) => formatMoney(BigInt(amount), snapshot.currency as Currency, locale)
  const reference = snapshot.appliedTo.map(({ label }) => label).join(', ') || toWireId('pay', payment.id)
  const paidBy = {
    method: payment.method,
    wallet: payment.wallet ? walletName(payment.wallet) : 'Apple Pay / Google Pay',
  }
  const payer = payment.payerName ?? payment.payerEmail ?? say('someone')
  return {
    subject: say('notice_subject', { amount: money(snapshot.amount), reference }),
    preview: say('notice_preview', { payer, ...paidBy }),
    heading: headingOf(snapshot, reference, locale),
    amount: money(snapshot.amount),
    paragraphs: [
      say('notice_intro', { payer, ...paidBy }),
      ...(guaranteed === null ? [] : [guaranteed]),
      ...(snapshot.credited === '0'
        ? []
        : [
            say(snapshot.tender ? 'notice_credit_booked' : 'notice_credit', {
              amount: money(snapshot.credited),
            }),
          ]),
    ],
    facts: [
      { label: say('fact_payer'), value: payer },
      { label: say('fact_paid_on'), value: moment(snapshot.paidAt, company, locale) },
      { label: say('fact_number'), value: snapshot.number },
    ],
    closing: [say('notice_closing')],
    seller: sellerOf(company),
  }
}

/** What was charged is paid; of what came by itself it may be a part only. */
function headingOf({ tender, wire }: Receipt['snapshot'], reference: string, locale: string): string {
  const say = noticeWords(locale)
  if (tender) return say('notice_heading_tender', { reference, method: tender.method })
  return say(wire ? 'notice_heading_wire' : 'notice_heading', { reference })
}

export function sellerOf(company: Company): EmailContent['seller'] {
  return {
    name: company.displayName,
    phone: company.phone ?? undefined,
    email: company.email ?? undefined,
    addressLines: company.addressLines,
  }
}

/** The card or bank account that was paid with; nothing where it is not known. */
export function methodFact(
  { cardBrand, cardLast4, bankLast4, method, tender, wallet, wire }: Receipt['snapshot'],
  locale: string,
): { label: string; value: string }[] {
  const say = noticeWords(locale)
  if (wire) {
    const value =
      wire.reference === null ? say('method_wire') : say('method_wireWith', { reference: wire.reference })
    return [{ label: say('fact_method'), value }]
  }
  if (tender) {
    const value = say(`method_${tender.method}`, { number: tender.reference ?? '' })
    return [{ label: say('fact_method'), value }]
  }
  if (bankLast4) return [{ label: say('fact_method'), value: say('method_ach', { last4: bankLast4 }) }]
  if (method === 'bnpl') return [{ label: say('fact_method'), value: 'Affirm' }]
  return cardLast4 === null
    ? []
    : [
        {
          label: say('fact_method'),
          value: [
            ...(wallet ? [walletName(wallet)] : []),
            say('method_card', { brand: brandName(cardBrand), last4: cardLast4 }),
          ].join(' · '),
        },
      ]
}

/** A moment as the company's clock shows it. */
export function moment(iso: string, company: Company, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: company.timeZone,
  }).format(new Date(iso))
}

const BRANDS: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  diners: 'Diners Club',
  jcb: 'JCB',
  unionpay: 'UnionPay',
}

/** A card's brand as it is written. */
export function brandName(code: string | null): string {
  return BRANDS[code ?? ''] ?? code ?? ''
}
