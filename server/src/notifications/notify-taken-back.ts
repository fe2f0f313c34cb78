import { type CustomerId, findCustomer } from '../customers/index.ts'
import { type Company, findCompany } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { formatMoney } from '../lib/money.ts'
import { type EmailContent, queueMessage } from '../messaging/index.ts'
import { findPayment, type Payment, type PaymentId, paymentEvents } from '../payments/index.ts'
import { listLinks, REQUEST_PURPOSE, type RequestId } from '../requests/index.ts'
import { payerAddress } from './notify-payment.ts'
import { sellerOf } from './payment-emails.ts'
import { addPriority } from './priorities.queries.ts'
import { raisePriority } from './raise-priority.ts'
import { wireWords } from './wire-words.ts'

/** Whoever got a receipt for a wire, for cash or a cheque is told that it is void: once, however often this runs. */
export async function notifyTakenBack(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    const payment = await findPayment(tx, event.subjectId as PaymentId)
    if (payment === undefined || (payment.wire ?? payment.tender)?.takenBack == null) return
    const address = await payerAddress(tx, payment)
    if (address === undefined) return
    const links =
      payment.purposeType === REQUEST_PURPOSE ? await listLinks(tx, [payment.purposeId as RequestId]) : []
    const link = links.findLast(({ state }) => state === 'active')
    await queueMessage(tx, {
      kind: payment.wire === null ? 'payment_taken_back' : 'wire_taken_back',
      to: { address, name: payment.payerName },
      locale: payment.locale,
      content: takenBackEmail(company, payment, link !== undefined),
      attachments: [],
      linkId: link?.id ?? null,
      subject: { type: 'payment', id: payment.id },
      dedupeKey: `taken_back:${toWireId('pay', payment.id)}`,
    })
  })
}

/**
 * What a bank took back is news to the company. A wire is taken back by one of its own people, as is a cheque: but of one
 * that bounced somebody should ask for the money anew.
 */
export async function raiseReturned(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const payment = await database.read(companyId, (db) => findPayment(db, event.subjectId as PaymentId))
  if (payment?.method === 'wire') return
  if (payment?.tender == null) return raisePriority(database, companyId, event)
  if (payment.tender.takenBack === 'bounced') await raiseBounced(database, companyId, payment)
}

async function raiseBounced(database: Database, companyId: CompanyId, payment: Payment): Promise<void> {
  await database.write(companyId, async (tx) => {
    const customer = await findCustomer(tx, payment.purposeId as CustomerId)
    await addPriority(tx, {
      kind: paymentEvents.paymentReturned.type,
      subject: { type: 'payment', id: payment.id },
      requestId: null,
      detail: {
        customer: toWireId('cus', payment.purposeId),
        customer_name: customer?.name,
        number: payment.tender?.reference,
        note: payment.tender?.note,
      },
    })
  })
}

function takenBackEmail(company: Company, payment: Payment, hasLink: boolean): EmailContent {
  const { locale, method } = payment
  const told = payment.wire ?? payment.tender
  const say = wireWords(locale)
  const seller = company.displayName
  const amount = formatMoney(payment.amount, payment.currency as Currency, locale)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${told?.receivedOn}T00:00:00Z`),
  )
  const facts = { seller, amount, date, method, reason: told?.takenBack ?? '' }
  return {
    subject: say('subject', facts),
    preview: say('preview', facts),
    heading: say('heading', facts),
    amount,
    paragraphs: [say('intro', facts), say(hasLink ? 'callFirstLink' : 'callFirst', facts)],
    facts: [
      ...(told?.reference == null ? [] : [{ label: say('fact_reference', facts), value: told.reference }]),
      { label: say('fact_number'), value: toWireId('pay', payment.id) },
    ],
    closing: [say('closing', { seller })],
    seller: sellerOf(company),
  }
}
