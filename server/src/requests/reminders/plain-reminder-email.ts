import type { Company } from '../../identity/index.ts'
import type { Currency } from '../../lib/currencies.ts'
import { formatMoney, sumAmounts } from '../../lib/money.ts'
import type { EmailContent } from '../../messaging/index.ts'
import { documentTitle } from '../../receivables/index.ts'
import { requestWords } from '../words.ts'
import type { Debt } from './debts.queries.ts'

/** The mail of a reminder where there is to be no payment link: what is owed, and nothing of paying online. */
export function plainReminderEmail(company: Company, debts: readonly Debt[], locale: string): EmailContent {
  const say = requestWords(locale)
  const seller = company.displayName
  const currency = (debts[0]?.currency ?? company.currency) as Currency
  const money = (amount: bigint) => formatMoney(amount, currency, locale)
  const amount = money(sumAmounts(debts.map(({ open }) => open)))
  const count = debts.length
  const title = documentTitle('invoice', debts[0]?.number ?? '', locale)
  const heading = say('heading_invoice', { count, title })
  const days = new Set(debts.map(({ dueOn }) => dueOn))
  const [first] = days
  const due = days.size === 1 && first !== undefined ? dayText(first, locale) : null
  return {
    subject: say('subject_reminder', { seller, heading }),
    preview: say('preview', { amount, due: due ?? 'none' }),
    heading: say('heading_reminder', { heading }),
    amount,
    paragraphs: [say('reminder_plain', { amount, count })],
    facts: due === null ? [] : [{ label: say('fact_due'), value: due }],
    ...(count > 1 && {
      table: {
        columns: [
          { label: say('column_invoice'), align: 'left' as const },
          { label: say('column_due'), align: 'left' as const },
          { label: say('column_amount'), align: 'right' as const },
        ],
        rows: debts.map(({ number, dueOn, open }) => [number, dayText(dueOn, locale), money(open)]),
        total: { label: say('total'), value: amount },
      },
    }),
    closing: [say('mailed_closing', { seller })],
    seller: {
      name: seller,
      phone: company.phone ?? undefined,
      email: company.email ?? undefined,
      addressLines: company.addressLines,
    },
  }
}

function dayText(isoDate: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  )
}
