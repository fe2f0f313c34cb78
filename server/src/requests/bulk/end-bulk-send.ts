import { type Actor, system } from '../../lib/actor.ts'
import { raw, sql, type Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { next } from '../../lib/state.ts'
import { BulkSendOver } from '../errors.ts'
import { bulkSendCanceled, bulkSendEnded } from '../events.ts'
import { bulkItemStates } from './bulk-item.state.ts'
import { type BulkSend, type BulkSendId, lockBulkSend } from './bulk-sends.queries.ts'

/**
 * Says that nothing of it waits any more; while something does, or once it was said, it changes nothing. What was being
 * sent when it was canceled, and was not after all, is canceled here.
 */
export async function endBulkSend(tx: Tx, now: Date, id: BulkSendId): Promise<BulkSend | undefined> {
  const send = await lockBulkSend(tx, id)
  if (send === undefined || send.overAt !== null) return send
  if (send.canceledAt !== null) await cancelWaiting(tx, now, id, 'all')
  const ended = await tx.change(
    sql`
    update requests.bulk_sends set over_at = ${now}
    where company_id = ${tx.companyId} and id = ${id} and not exists (
      select 1 from requests.bulk_items i
      where i.company_id = ${tx.companyId} and i.bulk_send_id = ${id} and i.state = 'waiting')`,
    undefined,
  )
  if (ended === 0) return send
  await emit(tx, system, bulkSendEnded, id, {})
  return { ...send, overAt: now }
}

/**
 * Stops what is not sent yet: what was sent stays sent, and the one that is being sent right now is not waited for.
 * Refused where nothing waits any more.
 */
export async function cancelBulkSend(tx: Tx, actor: Actor, now: Date, id: BulkSendId): Promise<BulkSend> {
  const send = await lockBulkSend(tx, id)
  if (send === undefined) throw new NotFound('bulk send')
  if (send.overAt !== null)
    throw new BulkSendOver(
      'Nothing of this bulk send waits any more. Nothing was changed; what was sent is sent.',
    )
  if (send.canceledAt !== null) return send
  const items = await cancelWaiting(tx, now, id, 'free')
  await Promise.all([
    tx.change(sql`
      update requests.bulk_sends set canceled_at = ${now}
      where company_id = ${tx.companyId} and id = ${id} and canceled_at is null`),
    emit(tx, actor, bulkSendCanceled, id, { items }),
  ])
  return { ...send, canceledAt: now }
}

/** `free`: those that nobody is at. */
function cancelWaiting(tx: Tx, now: Date, id: BulkSendId, which: 'all' | 'free'): Promise<number> {
  const state = next('bulk item', bulkItemStates, 'waiting', 'cancel')
  return tx.change(
    sql`
    update requests.bulk_items set state = ${state}, handled_at = ${now}
    where company_id = ${tx.companyId} and id in (
      select i.id from requests.bulk_items i
      where i.company_id = ${tx.companyId} and i.bulk_send_id = ${id} and i.state = 'waiting'
      for update ${which === 'free' ? raw('skip locked') : raw('')})`,
    undefined,
  )
}
