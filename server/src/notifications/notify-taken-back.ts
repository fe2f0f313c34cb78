import { type Company, findCompany } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { formatMoney } from '../lib/money.ts'
import { type EmailContent, queueMessage } from '../messaging/index.ts'
import { findPayment, type Payment, type PaymentId } from '../payments/index.ts'
import { listLinks, REQUEST_PURPOSE, type RequestId } from '../requests/index.ts'
import { payerAddress } from './notify-payment.ts'
import { sellerOf } from './payment-emails.ts'
import { raisePriority } from './raise-priority.ts'
import { wireWords } from './wire-words.ts'

/** Whoever got a receipt for a wire is told that it is void: once, however often this runs. */
export async function notifyTakenBack(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    const payment = await findPayment(tx, event.subjectId as PaymentId)
    if (payment === undefined || payment.wire?.takenBack == null) return
    const address = await payerAddress(tx, payment)
    if (address === undefined) return
    const links =
      payment.purposeType === REQUEST_PURPOSE ? await listLinks(tx, [payment.purposeId as RequestId]) : []
    const link = links.findLast(({ state }) => state === 'active')
    await queueMessage(tx, {
      kind: 'wire_taken_back',
      to: { address, name: payment.payerName },
      locale: payment.locale,
      content: takenBackEmail(company, payment, link !== undefined),
      attachments: [],
      linkId: link?.id ?? null,
      subject: { type: 'payment', id: payment.id },
      dedupeKey: `wire_taken_back:${toWireId('pay', payment.id)}`,
    })
  })
}

/** What a bank took back is news to the company; a wire is taken back by one of its own people. */
export async function raiseReturned(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const payment = await database.read(companyId, (db) => findPayment(db, event.subjectId as PaymentId))
  if (payment?.method !== 'wire') await raisePriority(database, companyId, event)
}

function takenBackEmail(company: Company, payment: Payment, hasLink: boolean): EmailContent {
  const { locale, wire } = payment
  const say = wireWords(locale)
  const seller = company.displayName
  const amount = formatMoney(payment.amount, payment.currency as Currency, locale)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${wire?.receivedOn}T00:00:00Z`),
  )
  const facts = { seller, amount, date, reason: wire?.takenBack ?? '' }
  return {
    subject: say('subject', facts),
    preview: say('preview', facts),
    heading: say('heading'),
    amount,
    paragraphs: [say('intro', facts), say(hasLink ? 'callFirstLink' : 'callFirst', facts)],
    facts: [
      ...(wire?.reference == null ? [] : [{ label: say('fact_reference'), value: wire.reference }]),
      { label: say('fact_number'), value: toWireId('pay', payment.id) },
    ],
    closing: [say('closing', { seller })],
    seller: sellerOf(company),
  }
}
