import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { clearDue } from '../lib/due.ts'
import { emit } from '../lib/events.ts'
import { next } from '../lib/state.ts'
import { paymentSucceeded } from './events.ts'
import { paymentStates } from './payment.state.ts'
import type { Payment } from './payments.queries.ts'
import { postReceipt } from './postings.ts'
import { RESOLVE_PAYMENT } from './start-payment.ts'

/** Money is there that nobody charged: 1010, 1020 or 1060 / 2150, and whoever knows what it is for takes it from 2150 in the same transaction. */
export async function recordReceived(tx: Tx, actor: Actor, now: Date, payment: Payment): Promise<Payment> {
  const state = next('payment', paymentStates, payment.state, 'succeed')
  const received = { ...payment, state, settledAt: now }
  await tx.change(sql`
    update payments.payments set state = ${state}, settled_at = ${now}
    where company_id = ${tx.companyId} and id = ${payment.id} and state = ${payment.state}`)
  postReceipt(tx, now, received)
  await Promise.all([
    clearDue(tx, RESOLVE_PAYMENT, payment.id),
    emit(tx, actor, paymentSucceeded, payment.id, received),
  ])
  return received
}
