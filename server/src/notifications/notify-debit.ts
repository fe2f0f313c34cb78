import { findCompany, staffToNotify } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { defaultLocale } from '../lib/words.ts'
import { queueMessage } from '../messaging/index.ts'
import { findMandate, findPayment, type PaymentId } from '../payments/index.ts'
import { findRequest, listLinks, REQUEST_PURPOSE, type RequestId } from '../requests/index.ts'
import { type DebitNews, payerDebitEmail, staffDebitEmail } from './debit-emails.ts'
import { payerAddress } from './notify-payment.ts'

type Listener = (database: Database, companyId: CompanyId, event: PastEvent) => Promise<void>

/** R-046 R-048: both sides are told when a debit is on its way; that it cleared is told by the receipt. */
export const notifyProcessing: Listener = (database, companyId, event) =>
  notifyDebit(database, companyId, event, 'processing')

export const notifyFailedDebit: Listener = (database, companyId, event) =>
  notifyDebit(database, companyId, event, 'failed')

export const notifyReturned: Listener = (database, companyId, event) =>
  notifyDebit(database, companyId, event, 'returned')

/** News of a bank debit, to the payer and to each member of staff who wants notices; each once however often this runs. */
async function notifyDebit(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
  news: DebitNews,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    const payment = await findPayment(tx, event.subjectId as PaymentId)
    if (payment?.method !== 'ach' || payment.purposeType !== REQUEST_PURPOSE) return
    // One that failed before it had been under way was told on the page, where the payer is.
    if (news === 'failed' && (payment.state !== 'failed' || payment.clearsFrom === null)) return
    const requestId = payment.purposeId as RequestId
    const [request, links] = await Promise.all([findRequest(tx, requestId), listLinks(tx, [requestId])])
    const mail = { company, payment, news, reference: request?.reference ?? '' }
    const subject = { type: 'payment', id: payment.id }
    const key = `${news}:${toWireId('pay', payment.id)}`
    const address = await payerAddress(tx, payment)
    const link = news === 'processing' ? undefined : links.findLast(({ state }) => state === 'active')
    if (address !== undefined) {
      await queueMessage(tx, {
        kind: `payment_${news}`,
        to: { address, name: payment.payerName },
        locale: payment.locale,
        content: payerDebitEmail(
          { ...mail, locale: payment.locale },
          { mandate: await findMandate(tx, payment.id), hasLink: link !== undefined },
        ),
        attachments: [],
        linkId: link?.id ?? null,
        subject,
        dedupeKey: `payment_${key}`,
      })
    }
    for (const person of await staffToNotify(tx, 'payment_received')) {
      const locale = defaultLocale(person.language, company.country)
      await queueMessage(tx, {
        kind: `payment_${news}_notice`,
        to: { address: person.email, name: person.name },
        locale,
        content: staffDebitEmail({ ...mail, locale }),
        attachments: [],
        linkId: null,
        subject,
        dedupeKey: `payment_${news}_notice:${toWireId('pay', payment.id)}:${person.membershipId}`,
      })
    }
  })
}
