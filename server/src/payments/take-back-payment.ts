import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { isTender } from '../lib/methods.ts'
import { next } from '../lib/state.ts'
import { PaymentNotTakenBack } from './errors.ts'
import { paymentReturned } from './events.ts'
import { paymentStates } from './payment.state.ts'
import { lockPayments, type Payment, type PaymentId } from './payments.queries.ts'
import { isBookedByHand, postReturn } from './postings.ts'
import { postUnbanked } from './tenders/postings.ts'
import { noteTenderTakenBack } from './tenders/tenders.queries.ts'
import { noteTakenBack, type TakenBack } from './wires.queries.ts'

/** Why a payment is taken back, and what somebody wrote of it. */
interface Why {
  reason: TakenBack
  note: string | null
}

/** What was booked by hand (a wire, cash, a cheque) is no money after all: what it had paid is owed again. */
export async function takeBackPayment(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: PaymentId,
  why: Why,
): Promise<Payment> {
  const [payment] = await lockPayments(tx, [id])
  if (payment === undefined) throw new NotFound('payment')
  if (!isTender(payment.method) && !isBookedByHand(payment))
    throw new PaymentNotTakenBack(
      'Only what somebody booked by hand can be taken back; this came in otherwise. Nothing was changed; refund it instead.',
    )
  if (payment.state !== 'succeeded')
    throw new PaymentNotTakenBack('This payment was taken back before. Nothing was changed.')
  if (payment.method === 'cash' && why.reason === 'bounced')
    throw new InvalidRequest('Cash does not bounce. Nothing was changed.', { field: 'reason' })
  if (payment.fromDrawer > 0n)
    throw new PaymentNotTakenBack(
      'Some of this cash was given back out of the drawer, so it was there. Nothing was changed; take that refund out of the books first if it was not given.',
    )
  const state = next('payment', paymentStates, payment.state, 'return')
  const after = {
    ...payment,
    state,
    returnedAt: now,
    declineCode: why.reason,
    ...(await noted(tx, payment, why)),
  }
  await tx.change(sql`
    update payments.payments set state = ${state}, returned_at = ${now}, decline_code = ${why.reason}
    where company_id = ${tx.companyId} and id = ${id} and state = ${payment.state}`)
  if (payment.tender !== null && payment.tender.depositId !== null) postUnbanked(tx, now, after)
  postReturn(tx, now, after)
  await emit(tx, actor, paymentReturned, id, after)
  return after
}

async function noted(
  tx: Tx,
  { id, tender, wire }: Payment,
  { note, reason }: Why,
): Promise<Partial<Payment>> {
  const told = { takenBack: reason, note }
  if (tender !== null) {
    await noteTenderTakenBack(tx, id, reason, note)
    return { tender: { ...tender, ...told } }
  }
  await noteTakenBack(tx, id, reason, note)
  return wire === null ? {} : { wire: { ...wire, ...told } }
}
