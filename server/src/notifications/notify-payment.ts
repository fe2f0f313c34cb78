import { type Company, findCompany, type StaffMember, staffToNotify } from '../identity/index.ts'
import type { Database, Db, Tx } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { defaultLocale } from '../lib/words.ts'
import { queueMessage } from '../messaging/index.ts'
import { findPayment, type Payment, type PaymentId } from '../payments/index.ts'
import { findReceipt, type Receipt } from '../receivables/index.ts'
import { findReceiptAddress } from '../requests/index.ts'
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
    for (const person of await staffToNotify(tx, 'payment_received'))
      await mailNotice(tx, company, payment, receipt, person)
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
  return payment.payerEmail ?? (await findReceiptAddress(db, payment.purposeId))
}

async function mailNotice(
  tx: Tx,
  company: Company,
  payment: Payment,
  receipt: Receipt,
  person: StaffMember,
): Promise<void> {
  const locale = defaultLocale(person.language, company.country)
  await queueMessage(tx, {
    kind: 'payment_notice',
    to: { address: person.email, name: person.name },
    locale,
    content: staffNotice(company, payment, receipt, locale),
    attachments: [],
    linkId: null,
    subject: { type: 'payment', id: payment.id },
    dedupeKey: `payment_notice:${toWireId('pay', payment.id)}:${person.membershipId}`,
  })
}
