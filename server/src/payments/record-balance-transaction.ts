import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import type { DisputeId } from './disputes.queries.ts'
import { paymentFeeRecorded } from './events.ts'
import type { Payment } from './payments.queries.ts'
import type { ProcessorBalanceTransaction } from './processor.ts'
import type { RefundId } from './refunds.queries.ts'

interface Movement {
  kind: 'charge' | 'refund' | 'refund_failure' | 'return' | 'failure' | 'dispute' | 'dispute_reversal'
  payment: Payment
  refundId: RefundId | null
  disputeId?: DisputeId
  balance: ProcessorBalanceTransaction
}

const COSTS_OF_RETURNS: ReadonlySet<Movement['kind']> = new Set([
  'return',
  'failure',
  'dispute',
  'dispute_reversal',
])

/** Keeps a movement of the processor's balance and posts its fee (5100, of a return, failure or dispute 5110 / 1050; one that is given back the other way round), once however often it is told. */
export async function recordBalanceTransaction(
  tx: Tx,
  actor: Actor,
  now: Date,
  movement: Movement,
): Promise<void> {
  const { balance, payment } = movement
  const added = await tx.change(
    sql`
    insert into payments.balance_transactions (company_id, id, processor_reference, kind, payment_id, refund_id,
      dispute_id, gross, fee, currency, available_on)
    values (${tx.companyId}, ${newId()}, ${balance.reference}, ${movement.kind}, ${payment.id},
      ${movement.refundId}, ${movement.disputeId ?? null}, ${balance.gross}, ${balance.fee}, ${balance.currency}, ${balance.availableOn})
    on conflict (company_id, processor_reference) do nothing`,
    undefined,
  )
  if (added === 0) return
  post(tx, {
    kind: balance.fee < 0n ? 'processing_fee_returned' : 'processing_fee',
    at: now,
    currency: balance.currency,
    subjectType: 'payment',
    subjectId: payment.id,
    transfers: [
      {
        debit: COSTS_OF_RETURNS.has(movement.kind) ? ACCOUNT.returnFees : ACCOUNT.processingFees,
        credit: ACCOUNT.processorBalance,
        amount: balance.fee,
      },
    ],
  })
  if (movement.kind !== 'charge') return
  await Promise.all([
    payment.fee ??
      tx.change(sql`
        update payments.payments set fee = ${balance.fee}, fee_currency = ${balance.currency}
        where company_id = ${tx.companyId} and id = ${payment.id}`),
    emit(tx, actor, paymentFeeRecorded, payment.id, { fee: balance.fee, currency: balance.currency }),
  ])
}
