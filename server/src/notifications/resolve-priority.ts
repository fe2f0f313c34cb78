import type { Actor } from '../lib/actor.ts'
import { systemClock } from '../lib/clock.ts'
import { type Database, sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit, type PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findPayment, findRefund, type PaymentId, type RefundId } from '../payments/index.ts'
import { unusedOf } from '../receivables/index.ts'
import {
  type DeclineSurgeId,
  endDeclineSurge,
  REQUEST_PURPOSE,
  type RequestId,
  requestEvents,
} from '../requests/index.ts'
import { priorityResolved } from './events.ts'
import {
  lockPriority,
  type Priority,
  type PriorityId,
  resolveAbout,
  resolveOf,
} from './priorities.queries.ts'

/**
 * A person has seen to it. One that is resolved already stays as it is. A surge of declined cards is over with it: its
 * pause ends, and the next surge is news again.
 */
export async function resolvePriority(tx: Tx, actor: Actor, id: PriorityId): Promise<Priority> {
  const priority = await lockPriority(tx, id)
  if (priority === undefined) throw new NotFound('priority')
  if (priority.resolvedAt !== null) return priority
  const resolvedAt = systemClock.now()
  await Promise.all([
    tx.change(sql`
      update notifications.priorities set resolved_at = ${resolvedAt} where company_id = ${tx.companyId} and id = ${id}`),
    emit(tx, actor, priorityResolved, id, {}),
  ])
  if (priority.kind === requestEvents.declineSurgeStarted.type)
    await endDeclineSurge(tx, actor, resolvedAt, priority.subjectId as DeclineSurgeId)
  return { ...priority, resolvedAt }
}

const WHILE_UNPAID = ['payment.failed', 'payment.returned', 'payment_request.expired', 'payment_link.wanted']

/** A request was paid: that it was declined, expired or wanted anew needs nobody any more. */
export async function resolvePaid(database: Database, companyId: CompanyId, event: PastEvent): Promise<void> {
  await database.write(companyId, async (tx) => {
    const payment = await findPayment(tx, event.subjectId as PaymentId)
    if (payment?.purposeType !== REQUEST_PURPOSE) return
    await resolveAbout(tx, systemClock.now(), payment.purposeId as RequestId, WHILE_UNPAID)
  })
}

/** A request went out anew, or was taken back. */
export async function resolveAsked(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const kinds = event.type === 'payment_request.voided' ? WHILE_UNPAID : WHILE_UNPAID.slice(1)
  await database.write(companyId, (tx) =>
    resolveAbout(tx, systemClock.now(), event.subjectId as RequestId, kinds),
  )
}

/** A wire that came unexpectedly is said to be for something: nobody needs to look at it any more. */
export async function resolveMatched(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, (tx) =>
    resolveOf(tx, systemClock.now(), 'credit.received', event.subjectId),
  )
}

/** What had come unexpectedly went back, all of it: nobody needs to look at it any more. */
export async function resolveGivenBack(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const refund = await findRefund(tx, event.subjectId as RefundId)
    if (refund === undefined || (await unusedOf(tx, refund.paymentId)) > 0n) return
    await resolveOf(tx, systemClock.now(), 'credit.received', refund.paymentId)
  })
}

/** An invoice that could not go out by itself was e-mailed: nobody needs to send it any more. */
export async function resolveSent(database: Database, companyId: CompanyId, event: PastEvent): Promise<void> {
  await database.write(companyId, (tx) =>
    resolveOf(tx, systemClock.now(), requestEvents.invoiceNotSent.type, event.subjectId),
  )
}
