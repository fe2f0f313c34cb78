import { type CompanyId, type Id, isUuid } from '../lib/ids.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import { findPayment, findPaymentByReference, type PaymentId } from './payments.queries.ts'
import type { PaymentServices } from './resolve-payment.ts'

/** Our attempt behind a processor's object: by its reference, or by our id in it if its answer was lost. */
export async function paymentOf(
  services: PaymentServices,
  companyId: CompanyId,
  reference: string,
): Promise<PaymentId | undefined> {
  const { database, processor } = services
  const known = await database.read(companyId, async (db) => ({
    payment: await findPaymentByReference(db, reference),
    account: await findMerchantAccount(db),
  }))
  if (known.payment !== undefined) return known.payment.id
  const { paymentId } = await processor.readPayment(known.account?.processorAccount ?? null, reference)
  if (paymentId === null || !isUuid(paymentId)) return undefined
  const ours = await database.read(companyId, (db) => findPayment(db, paymentId as Id<'pay'>))
  return ours?.id
}
