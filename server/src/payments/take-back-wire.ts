import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { next } from '../lib/state.ts'
import { WireNotTakenBack } from './errors.ts'
import { paymentReturned } from './events.ts'
import { paymentStates } from './payment.state.ts'
import { lockPayment, type Payment, type PaymentId } from './payments.queries.ts'
import { isBookedByHand, postReturn } from './postings.ts'
import { noteTakenBack, type TakenBack } from './wires.queries.ts'

/** A wire that was booked by hand is no money after all: what it had paid is owed again. */
export async function takeBackWire(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: PaymentId,
  { reason, note }: { reason: TakenBack; note: string | null },
): Promise<Payment> {
  const payment = await lockPayment(tx, id)
  if (payment === undefined) throw new NotFound('payment')
  if (!isBookedByHand(payment) || payment.wire === null)
    throw new WireNotTakenBack(
      'Only a wire that somebody booked by hand can be taken back; this came in otherwise. Nothing was changed; refund it instead.',
    )
  if (payment.state !== 'succeeded')
    throw new WireNotTakenBack('This wire was taken back before. Nothing was changed.')
  const state = next('payment', paymentStates, payment.state, 'return')
  const wire = { ...payment.wire, takenBack: reason, note }
  const after = { ...payment, state, returnedAt: now, declineCode: reason, wire }
  await Promise.all([
    tx.change(sql`
      update payments.payments set state = ${state}, returned_at = ${now}, decline_code = ${reason}
      where company_id = ${tx.companyId} and id = ${id} and state = ${payment.state}`),
    noteTakenBack(tx, id, reason, note),
  ])
  postReturn(tx, now, after)
  await emit(tx, actor, paymentReturned, id, after)
  return after
}
