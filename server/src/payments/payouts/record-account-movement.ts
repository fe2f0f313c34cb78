import { ACCOUNT, post } from '../../ledger/index.ts'
import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { movementAdjusted, movementBooked } from '../events.ts'
import type { ProcessorBalanceTransaction } from '../processor.ts'
import { bookingOf } from './movement-kinds.ts'
import type { PayoutId } from './payouts.queries.ts'

/**
 * Keeps a movement that is of no payment and books it, once however often it is told: the processor's own fees as
 * processing fees, what the company paid in from its bank, and what the processor set right, of which somebody is told.
 */
export async function recordAccountMovement(
  tx: Tx,
  actor: Actor,
  now: Date,
  told: ProcessorBalanceTransaction,
): Promise<void> {
  const id = await keepAccountMovement(tx, told, null)
  if (id === undefined) return
  const { account, kind } = bookingOf(told.type)
  const amount = told.gross - told.fee
  post(tx, {
    kind,
    at: now,
    currency: told.currency,
    subjectType: 'balance_movement',
    subjectId: id,
    transfers: [{ debit: ACCOUNT.processorBalance, credit: account, amount }],
  })
  await emit(tx, actor, kind === 'processor_adjustment' ? movementAdjusted : movementBooked, id, {
    type: told.type,
    amount,
    currency: told.currency,
    description: told.description,
  })
}

/** Keeps what the processor's balance did; undefined where that was known. A payout's own is booked by its states. */
export async function keepAccountMovement(
  tx: Tx,
  told: ProcessorBalanceTransaction,
  payoutId: PayoutId | null,
): Promise<string | undefined> {
  const id = newId()
  const added = await tx.change(
    sql`
    insert into payments.account_movements (company_id, id, processor_reference, type, payout_id, description, gross, fee,
      currency, made_at)
    values (${tx.companyId}, ${id}, ${told.reference}, ${told.type}, ${payoutId}, ${told.description}, ${told.gross},
      ${told.fee}, ${told.currency}, ${told.createdAt})
    on conflict (company_id, processor_reference) do nothing`,
    undefined,
  )
  return added === 0 ? undefined : id
}
