import { type Company, findCompany, readSetting, staffToNotify } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Database, Db } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { formatMoney } from '../lib/money.ts'
import { defaultLocale } from '../lib/words.ts'
import { type EmailContent, queueMessage } from '../messaging/index.ts'
import { findPayment, guaranteedNotice, type Payment, type PaymentId } from '../payments/index.ts'
import { findRequest, REQUEST_PURPOSE, type RequestId } from '../requests/index.ts'
import { clearedWords } from './cleared-words.ts'
import { sellerOf } from './payment-emails.ts'

/**
 * R-048 R-049: a payment has cleared some time after it was paid: each member of staff who wants that is told, with the
 * company's notice. What cleared with its payment is told by the notice of that.
 */
export async function notifyCleared(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    const payment = await findPayment(tx, event.subjectId as PaymentId)
    if (payment?.state !== 'succeeded' || payment.clearedAt === null) return
    if (payment.clearedAt.getTime() === payment.settledAt?.getTime()) return
    const request =
      payment.purposeType === REQUEST_PURPOSE
        ? await findRequest(tx, payment.purposeId as RequestId)
        : undefined
    for (const person of await staffToNotify(tx, 'payment_cleared')) {
      const locale = defaultLocale(person.language, company.country)
      await queueMessage(tx, {
        kind: 'payment_cleared_notice',
        to: { address: person.email, name: person.name },
        locale,
        content: clearedEmail(company, payment, {
          reference: request?.reference ?? toWireId('pay', payment.id),
          notice: await noticeIn(tx, locale),
          locale,
        }),
        attachments: [],
        linkId: null,
        subject: { type: 'payment', id: payment.id },
        dedupeKey: `payment_cleared:${toWireId('pay', payment.id)}:${person.membershipId}`,
      })
    }
  })
}

/** What the company says of a payment that has cleared, in a language; nothing where it took that out. */
export async function noticeIn(db: Db, locale: string): Promise<string | null> {
  const notice = await readSetting(db, guaranteedNotice)
  return locale.startsWith('fr') ? notice.fr : notice.en
}

function clearedEmail(
  company: Company,
  payment: Payment,
  { locale, notice, reference }: { reference: string; notice: string | null; locale: string },
): EmailContent {
  const say = clearedWords(locale)
  const amount = formatMoney(payment.amount, payment.currency as Currency, locale)
  const payer = payment.payerName ?? payment.payerEmail ?? say('someone')
  return {
    subject: say('subject', { amount, reference }),
    preview: notice ?? say('preview'),
    heading: say('heading', { reference }),
    amount,
    paragraphs: [say('intro', { payer }), ...(notice === null ? [] : [notice])],
    facts: [
      { label: say('fact_payer'), value: payer },
      { label: say('fact_number'), value: toWireId('pay', payment.id) },
    ],
    closing: [say('closing')],
    seller: sellerOf(company),
  }
}
