import type { Company } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import { formatMoney } from '../lib/money.ts'
import type { EmailContent, Values } from '../messaging/index.ts'
import { documentTitle, documentTypeOf, type Invoice } from '../receivables/index.ts'
import { type ComposedText, paragraphsOf } from './compose-text.ts'
import { requestWords } from './words.ts'

const ENDED = { open: 'settled', void: 'void', written_off: 'closed' } as const

/**
 * What the mail with an invoice and without a payment link says: nothing of paying online, and no amount where
 * nothing is owed. A text of the sender's takes the place of our own sentence.
 */
export function invoiceEmail(
  company: Company,
  invoice: Invoice,
  locale: string,
  text: ComposedText | undefined,
): EmailContent {
  const say = requestWords(locale)
  const seller = company.displayName
  const title = documentTitle(documentTypeOf(invoice), invoice.number, locale)
  const named = { count: 1, title, seller }
  const owed = invoice.open > 0n
  const amount = owed ? amountOf(invoice, locale) : undefined
  const due = owed ? dueOn(invoice, locale) : null
  const state = owed ? 'open' : ENDED[invoice.state]
  return {
    subject: text?.subject?.text ?? say('subject_invoice', named),
    preview: owed
      ? say('preview', { amount: amount ?? '', due: due ?? 'none' })
      : say('mailed_invoice', { state }),
    heading: say('heading_invoice', named),
    amount,
    paragraphs: text === undefined ? [say('mailed_invoice', { state })] : paragraphsOf(text.body.text),
    facts: due === null ? [] : [{ label: say('fact_due'), value: due }],
    closing: [say('mailed_closing', { seller })],
    seller: {
      name: seller,
      phone: company.phone ?? undefined,
      email: company.email ?? undefined,
      addressLines: company.addressLines,
    },
  }
}

/** What a text's variables of a request are, where an invoice goes without one. */
export function invoiceValues(invoice: Invoice, locale: string): Values {
  return {
    'request.amount': amountOf(invoice, locale),
    'request.reference': invoice.number,
    'request.due_on': dueOn(invoice, locale),
  }
}

function amountOf({ open, total, rounding, currency }: Invoice, locale: string): string {
  return formatMoney(open > 0n ? open : total + rounding, currency as Currency, locale)
}

function dueOn({ dueOn: day }: Invoice, locale: string): string | null {
  if (day === null) return null
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
