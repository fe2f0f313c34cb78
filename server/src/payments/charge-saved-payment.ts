import type { Database } from '../lib/db/index.ts'
import { InvariantBroken } from '../lib/errors.ts'
import { checked } from './charge-payment.ts'
import { findPaymentMethod, type PaymentMethod } from './payment-methods.queries.ts'
import { NEVER_SENT, type Payment } from './payments.queries.ts'
import type { Processor, ProcessorPayment } from './processor.ts'

/**
 * Asks the processor to charge what is saved, for an attempt that is recorded: the middle step of an external call.
 * What was removed since then is not asked for.
 */
export async function chargeSavedPayment(
  { database, processor }: { database: Database; processor: Processor },
  payment: Payment,
  { description }: { description: string },
): Promise<ProcessorPayment> {
  const { savedMethodId, companyId } = payment
  if (savedMethodId === null) throw new InvariantBroken('What pays this attempt is not known.')
  const method = await database.read(companyId, (db) => findPaymentMethod(db, savedMethodId))
  if (method === undefined) throw new InvariantBroken('What pays this attempt is not there.')
  if (method.state === 'removed') return neverCharged(payment, method)
  const answer = await processor.chargeSaved({
    account: method.processorAccount,
    key: `payment:${payment.id}`,
    paymentId: payment.id,
    amount: payment.amount,
    currency: payment.currency,
    description,
    statementSuffix: null,
    method: method.type,
    customer: method.processorCustomer,
    methodReference: method.processorReference,
  })
  return checked(payment, answer)
}

/** As the processor would tell of an attempt that it never had. */
function neverCharged(payment: Payment, { brand, last4, bankName, type }: PaymentMethod): ProcessorPayment {
  return {
    reference: null,
    paymentId: payment.id,
    status: 'declined',
    amount: 0n,
    currency: payment.currency,
    chargeReference: null,
    declineCode: NEVER_SENT,
    card: type === 'card' ? { brand: brand ?? 'card', last4, wallet: null } : null,
    bank: type === 'ach' ? { name: bankName, last4 } : null,
    verification: null,
    returned: null,
    balance: null,
    failureBalance: null,
    clientSecret: null,
  }
}
