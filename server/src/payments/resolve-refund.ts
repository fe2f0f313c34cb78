import { processor as processorActor } from '../lib/actor.ts'
import { externalCall } from '../lib/external-call.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import { findPayment } from './payments.queries.ts'
import type { Processor, ProcessorRefund } from './processor.ts'
import { recordRefundOutcome } from './record-refund-outcome.ts'
import { reasonForProcessor } from './refund-reasons.ts'
import { findRefund, type Refund, type RefundId } from './refunds.queries.ts'
import type { PaymentServices } from './resolve-payment.ts'

interface Prepared {
  refund: Refund
  account: string | null
  paymentReference: string
}

/** Asks the processor for the money of a refund that is recorded: the middle step of an external call. */
export function sendRefund(processor: Processor, prepared: Prepared): Promise<ProcessorRefund> {
  return processor.refund({
    account: prepared.account,
    key: `refund:${prepared.refund.id}`,
    refundId: prepared.refund.id,
    paymentReference: prepared.paymentReference,
    amount: prepared.refund.amount,
    reason: reasonForProcessor(prepared.refund.reasonCode),
  })
}

/** What a refund needs to be sent. */
export async function prepareRefund(db: Parameters<typeof findRefund>[0], refund: Refund): Promise<Prepared> {
  const payment = await findPayment(db, refund.paymentId)
  const account = await findMerchantAccount(db)
  return {
    refund,
    account: account?.processorAccount ?? null,
    paymentReference: payment?.processorReference ?? '',
  }
}

/**
 * Finds out what became of a refund and records it. One that the processor never saw is sent: with the same
 * key, so that it is the same refund however often.
 */
export async function resolveRefund(
  services: PaymentServices,
  companyId: CompanyId,
  refundId: RefundId,
): Promise<Refund | undefined> {
  const { database, clock, processor } = services
  const known = await database.read(companyId, (db) => findRefund(db, refundId))
  if (known === undefined) return undefined
  return externalCall<Prepared, ProcessorRefund, Refund>(database, companyId, {
    prepare: (tx) => prepareRefund(tx, known),
    call: async (prepared) => {
      if (known.processorReference !== null)
        return processor.readRefund(prepared.account, known.processorReference)
      const found = await processor.findRefund(prepared.account, prepared.paymentReference, known.id)
      return found ?? sendRefund(processor, prepared)
    },
    record: (tx, _, outcome) =>
      recordRefundOutcome(
        tx,
        processorActor,
        clock.now(),
        refundId,
        outcome.known ? outcome.answer : 'unknown',
      ),
  })
}
