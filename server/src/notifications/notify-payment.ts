import { type CustomerId, findCustomer } from '../customers/index.ts'
import { type Company, findCompany, readSetting, type StaffMember, staffToNotify } from '../identity/index.ts'
import type { Database, Db, Tx } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { isCharged } from '../lib/methods.ts'
import { defaultLocale } from '../lib/words.ts'
import { queueMessage } from '../messaging/index.ts'
import {
  CUSTOMER_PURPOSE,
  cardsClear,
  clearsAtOnce,
  findPayment,
  type Payment,
  type PaymentId,
} from '../payments/index.ts'
import { findReceipt, type Receipt } from '../receivables/index.ts'
import { findReceiptAddress, findRequest, REQUEST_PURPOSE, type RequestId } from '../requests/index.ts'
import { noticeIn } from './notify-cleared.ts'
import { receiptEmail, staffNotice } from './payment-emails.ts'

/**
 * After a payment: the receipt to the payer and a notice to each member of staff who wants one. Each is queued
 * once however often this runs.
 */
export async function notifyPayment(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    const id = event.subjectId as PaymentId
    const payment = await findPayment(tx, id)
    const receipt = await findReceipt(tx, id)
    if (payment === undefined || receipt === undefined) return
    await mailReceipt(tx, company, payment, receipt)
    const isClear = payment.clearedAt !== null || clearsAtOnce(payment, await readSetting(tx, cardsClear))
    for (const person of await staffToNotify(tx, 'payment_received'))
      await mailNotice(tx, company, payment, { receipt, isClear }, person)
  })
}

async function mailReceipt(tx: Tx, company: Company, payment: Payment, receipt: Receipt): Promise<void> {
  const address = await payerAddress(tx, payment)
  if (address === undefined) return
  await queueMessage(tx, {
    kind: 'receipt',
    to: { address, name: payment.payerName },
    locale: payment.locale,
    content: receiptEmail(company, receipt, payment.locale),
    attachments: [{ kind: 'receipt_pdf', id: payment.id }],
    linkId: null,
    subject: { type: 'payment', id: payment.id },
    dedupeKey: `receipt:${toWireId('pay', payment.id)}`,
  })
}

/** What the payer typed, else where the request went. */
export async function payerAddress(db: Db, payment: Payment): Promise<string | undefined> {
  if (payment.payerEmail !== null) return payment.payerEmail
  const address = await findReceiptAddress(db, payment.purposeId)
  return address ?? (!isCharged(payment.method) ? senderAddress(db, payment) : undefined)
}

/** Who sends a wire or hands over money types nothing: the address that the request or its customer has. */
async function senderAddress(db: Db, { purposeType, purposeId }: Payment): Promise<string | undefined> {
  const request = purposeType === REQUEST_PURPOSE ? await findRequest(db, purposeId as RequestId) : undefined
  const customerId = purposeType === CUSTOMER_PURPOSE ? (purposeId as CustomerId) : request?.customerId
  const customer = customerId ? await findCustomer(db, customerId) : undefined
  return request?.recipient ?? customer?.email ?? undefined
}

async function mailNotice(
  tx: Tx,
  company: Company,
  payment: Payment,
  { isClear, receipt }: { receipt: Receipt; isClear: boolean },
  person: StaffMember,
): Promise<void> {
  const locale = defaultLocale(person.language, company.country)
  await queueMessage(tx, {
    kind: 'payment_notice',
    to: { address: person.email, name: person.name },
    locale,
    content: staffNotice(company, payment, {
      receipt,
      locale,
      guaranteed: isClear ? await noticeIn(tx, locale) : null,
    }),
    attachments: [],
    linkId: null,
    subject: { type: 'payment', id: payment.id },
    dedupeKey: `payment_notice:${toWireId('pay', payment.id)}:${person.membershipId}`,
  })
}
