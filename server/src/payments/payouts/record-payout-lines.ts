import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { payoutListed } from '../events.ts'
import type { ProcessorBalanceTransaction } from '../processor.ts'
import { isOther } from './movement-kinds.ts'
import type { Payout } from './payouts.queries.ts'
import { keepAccountMovement, recordAccountMovement } from './record-account-movement.ts'

/** Keeps what a payout is made of, once it is known whole. What of it no payment explains is booked with it. */
export async function recordPayoutLines(
  tx: Tx,
  actor: Actor,
  now: Date,
  payout: Payout,
  told: readonly ProcessorBalanceTransaction[],
): Promise<void> {
  if (payout.listedAt !== null) return
  // The list has the payout's own movements too: they are what the others come to.
  const isOwn = ({ source }: ProcessorBalanceTransaction) => source === payout.processorReference
  for (const own of told.filter(isOwn)) await keepAccountMovement(tx, own, payout.id)
  const lines = told.filter((line) => !isOwn(line)).reverse()
  for (const line of lines) if (isOther(line)) await recordAccountMovement(tx, actor, now, line)
  await tx.change(
    sql`
    insert into payments.payout_lines (company_id, id, payout_id, processor_reference, type, source, description, gross,
      fee, currency, available_on, made_at)
    select ${tx.companyId}, l.id, ${payout.id}, l.reference, l.type, l.source, l.description, l.gross, l.fee, l.currency,
      l.available_on, l.made_at
    from unnest(${lines.map(() => newId())}::uuid[], ${lines.map((l) => l.reference)}::text[],
      ${lines.map((l) => l.type)}::text[], ${lines.map((l) => l.source)}::text[],
      ${lines.map((l) => l.description)}::text[], ${lines.map((l) => l.gross)}::bigint[],
      ${lines.map((l) => l.fee)}::bigint[], ${lines.map((l) => l.currency)}::text[],
      ${lines.map((l) => l.availableOn)}::timestamptz[], ${lines.map((l) => l.createdAt)}::timestamptz[])
      l(id, reference, type, source, description, gross, fee, currency, available_on, made_at)
    on conflict (company_id, processor_reference) do nothing`,
    undefined,
  )
  await tx.change(sql`
    update payments.payouts set listed_at = ${now} where company_id = ${tx.companyId} and id = ${payout.id}`)
  await emit(tx, actor, payoutListed, payout.id, { transactions: lines.length })
}
