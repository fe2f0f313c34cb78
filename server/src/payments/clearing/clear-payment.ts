import { readSetting } from '../../identity/index.ts'
import { processor as processorActor } from '../../lib/actor.ts'
import type { BusinessClock } from '../../lib/clock.ts'
import { type Database, sql, type Tx } from '../../lib/db/index.ts'
import { setDue } from '../../lib/due.ts'
import { emit, type PastEvent } from '../../lib/events.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { paymentCleared } from '../events.ts'
import { lockPayment, type Payment, type PaymentId } from '../payments.queries.ts'
import { findClearingFacts } from './clearing-facts.queries.ts'
import { clearsAtOnce } from './clearing-of.ts'
import { cardsClear } from './settings.ts'

/** The job that looks whether a payment has cleared. */
export const CLEAR_PAYMENT = 'clear_payment'

const HOUR_MS = 3_600_000
/** What is available by then was so with its success. */
const AT_SUCCESS_MS = 60_000

/** After a success: notes that it has cleared with it, or when to look again. Of what clears by itself nothing is noted. */
export async function planClearing(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const payment = await lockPayment(tx, event.subjectId as PaymentId)
    if (payment?.settledAt != null) await look(tx, payment.settledAt, payment, AT_SUCCESS_MS)
  })
}

/** Its time has come: cleared, unless it was taken back meanwhile. */
export async function clearPayment(
  { database, clock }: { database: Database; clock: BusinessClock },
  companyId: CompanyId,
  id: PaymentId,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const payment = await lockPayment(tx, id)
    if (payment !== undefined) await look(tx, clock.now(), payment, 0)
  })
}

async function look(tx: Tx, now: Date, payment: Payment, toleranceMs: number): Promise<void> {
  if (payment.state !== 'succeeded' || payment.clearedAt !== null || payment.tender !== null) return
  if (clearsAtOnce(payment, await readSetting(tx, cardsClear))) return
  const [facts] = await findClearingFacts(tx, [payment.id])
  // Until the processor has booked it nobody knows when it will be available.
  const availableOn = facts?.availableOn ?? new Date(now.getTime() + HOUR_MS)
  if (availableOn.getTime() > now.getTime() + toleranceMs) {
    await setDue(tx, CLEAR_PAYMENT, payment.id, availableOn)
    return
  }
  const after: Payment = { ...payment, clearedAt: now }
  await tx.change(sql`
    update payments.payments set cleared_at = ${now} where company_id = ${tx.companyId} and id = ${payment.id}`)
  await emit(tx, processorActor, paymentCleared, payment.id, after)
}
