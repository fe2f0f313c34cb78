import { processor as processorActor } from '../lib/actor.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import { isTaken } from './payment.state.ts'
import { findPayment, lockPayment, type PaymentId } from './payments.queries.ts'
import { recordBalanceTransaction } from './record-balance-transaction.ts'
import { recordFailureFee } from './record-failure-fee.ts'
import type { PaymentServices } from './resolve-payment.ts'

/** The processor has not worked out the fee yet; the job asks again later. */
export class FeeNotReady extends Error {
  override readonly name = 'FeeNotReady'
}

/** Reads a payment's balance transaction, or a failed debit's, and books its fee, once. Throws `FeeNotReady` until there is one. */
export async function recordFee(
  { database, clock, processor }: PaymentServices,
  companyId: CompanyId,
  id: PaymentId,
): Promise<void> {
  const { payment, account } = await database.read(companyId, async (db) => ({
    payment: await findPayment(db, id),
    account: await findMerchantAccount(db),
  }))
  if (payment === undefined || payment.processorReference === null) return
  if (payment.state !== 'failed' && (!isTaken(payment.state) || payment.fee !== null)) return
  const answer = await processor.readPayment(account?.processorAccount ?? null, payment.processorReference)
  if (payment.state === 'failed') {
    const isKept = await database.write(companyId, async (tx) => {
      await lockPayment(tx, id)
      return recordFailureFee(tx, processorActor, clock.now(), payment, answer)
    })
    if (isKept === 'later') throw new FeeNotReady('The processor has not booked this failure yet.')
    return
  }
  const { balance } = answer
  if (balance === null) throw new FeeNotReady('The processor has not booked this charge yet.')
  await database.write(companyId, async (tx) => {
    await lockPayment(tx, id)
    await recordBalanceTransaction(tx, processorActor, clock.now(), {
      kind: 'charge',
      payment,
      refundId: null,
      balance,
    })
  })
}
