import type { CompanyId } from '../lib/ids.ts'
import { findPaymentMethod, type PaymentMethodId } from './payment-methods.queries.ts'
import type { PaymentServices } from './resolve-payment.ts'

/** Has the processor forget a method that was removed here. A repeat changes nothing; a failure is tried again. */
export async function detachMethod(
  { database, processor }: PaymentServices,
  companyId: CompanyId,
  id: PaymentMethodId,
): Promise<void> {
  const method = await database.read(companyId, (db) => findPaymentMethod(db, id))
  if (method?.state !== 'removed') return
  await processor.detachMethod(method.processorAccount, method.processorReference)
}
