import { type Company, findCompany, readSetting } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Database, Db, Tx } from '../lib/db/index.ts'
import { DomainError } from '../lib/errors.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, toWireId } from '../lib/ids.ts'
import { formatMoney } from '../lib/money.ts'
import { queueMessage, type Values } from '../messaging/index.ts'
import { findPayment, type Payment, type PaymentId } from '../payments/index.ts'
import { findRequest, REQUEST_PURPOSE, type RequestId, textValues } from '../requests/index.ts'
import { composeThankYou } from './compose-thank-you.ts'
import { payerAddress } from './notify-payment.ts'
import { addPriority } from './priorities.queries.ts'
import { thankYouEnabled } from './settings.ts'

/**
 * after a completed payment the payer is thanked, once, where the company has switched it on. What keeps
 * the text from being written becomes a priority; the receipt goes out whatever becomes of this.
 */
export async function thankPayer(database: Database, companyId: CompanyId, event: PastEvent): Promise<void> {
  const company = await findCompany(database.global, companyId)
  if (company === undefined) return
  await database.write(companyId, async (tx) => {
    if (!(await readSetting(tx, thankYouEnabled))) return
    const payment = await findPayment(tx, event.subjectId as PaymentId)
    const address = payment === undefined ? undefined : await payerAddress(tx, payment)
    if (payment === undefined || address === undefined) return
    try {
      await queueThankYou(tx, company, payment, address)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      await addPriority(tx, {
        kind: 'thank_you.blocked',
        subject: { type: 'payment', id: payment.id },
        requestId: payment.purposeType === REQUEST_PURPOSE ? (payment.purposeId as RequestId) : null,
        detail: { code: error.code, ...error.details },
      })
    }
  })
}

async function queueThankYou(tx: Tx, company: Company, payment: Payment, address: string): Promise<void> {
  const { locale } = payment
  const values = await paymentValues(tx, company, payment)
  await queueMessage(tx, {
    kind: 'thank_you',
    to: { address, name: payment.payerName },
    locale,
    content: await composeThankYou(tx, company, { locale, values }),
    attachments: [],
    linkId: null,
    subject: { type: 'payment', id: payment.id },
    dedupeKey: `thank_you:${toWireId('pay', payment.id)}`,
  })
}

async function paymentValues(db: Db, company: Company, payment: Payment): Promise<Values> {
  const { locale } = payment
  const request =
    payment.purposeType === REQUEST_PURPOSE
      ? await findRequest(db, payment.purposeId as RequestId)
      : undefined
  const customerId = request?.customerId ?? null
  const values = await textValues(db, payment.settledAt ?? payment.createdAt, {
    company,
    customerId,
    request,
    appointmentId: undefined,
    locale,
  })
  return {
    ...values,
    'customer.name': values['customer.name'] ?? payment.payerName,
    'customer.email': values['customer.email'] ?? payment.payerEmail,
    'payment.amount': formatMoney(payment.amount, payment.currency as Currency, locale),
    'payment.receipt': toWireId('pay', payment.id),
  }
}
