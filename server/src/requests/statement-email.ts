import type { Company } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import { formatMoney } from '../lib/money.ts'
import type { EmailContent } from '../messaging/index.ts'
import type { Statement } from '../receivables/index.ts'
import { type ComposedText, paragraphsOf } from './compose-text.ts'
import { statementDay, statementTitle } from './statement-title.ts'
import { requestWords } from './words.ts'

/** What a mail with a statement says beside its sum, with a link or without. Amounts are text of minor units. */
export function statementFacts(
  { inFlight, unapplied }: { inFlight: string; unapplied: string },
  money: (amount: bigint) => string,
  say: ReturnType<typeof requestWords>,
): { label: string; value: string }[] {
  return [
    ...(inFlight === '0' ? [] : [{ label: say('fact_in_flight'), value: money(BigInt(inFlight)) }]),
    ...(unapplied === '0' ? [] : [{ label: say('fact_unapplied'), value: money(BigInt(unapplied)) }]),
  ]
}

/** What the mail with a statement and without a payment link says; the sums are the statement's own. */
export function statementEmail(
  company: Company,
  statement: Statement,
  locale: string,
  text: ComposedText | undefined,
): EmailContent {
  const say = requestWords(locale)
  const seller = company.displayName
  const money = (amount: bigint) => formatMoney(amount, statement.currency as Currency, locale)
  const owed = statement.pending > 0n
  const said = say('mailed_statement', { state: owed ? 'open' : 'settled' })
  const named = { seller, date: statementDay(statement.asOf, locale) }
  return {
    subject: text?.subject?.text ?? say('subject_statement', named),
    preview: owed ? say('preview', { amount: money(statement.pending), due: 'none' }) : said,
    heading: statementTitle(statement.asOf, locale),
    amount: owed ? money(statement.pending) : undefined,
    paragraphs: text === undefined ? [said] : paragraphsOf(text.body.text),
    facts: statementFacts(statement.content, money, say),
    closing: [say('mailed_closing', { seller })],
    seller: {
      name: seller,
      phone: company.phone ?? undefined,
      email: company.email ?? undefined,
      addressLines: company.addressLines,
    },
  }
}
