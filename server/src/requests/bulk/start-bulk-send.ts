import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { InvariantBroken } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { enqueue } from '../../lib/outbox.ts'
import { bulkSendStarted } from '../events.ts'
import type { BulkOrder } from './bulk-order.ts'
import { type BulkItemId, type BulkSend, type BulkSendId, findBulkSend } from './bulk-sends.queries.ts'
import { planItems } from './plan-items.ts'

/** The job that sends what waits of one. */
export const RUN_BULK_SEND = 'run_bulk_send'

/**
 * Writes down what each customer is to get, and has a job send it. Nothing is decided yet of who gets nothing: that is
 * looked at again when its turn comes.
 */
export async function startBulkSend(tx: Tx, actor: Actor, now: Date, order: BulkOrder): Promise<BulkSend> {
  const planned = await planItems(tx, order)
  const id = newId<'bulk'>()
  const { what, message } = order
  const items = planned.map((item) => ({ ...item, id: newId<'bki'>() as BulkItemId }))
  const ticked = items.flatMap((item) =>
    item.invoices.map((invoice) => ({ item: item.id, invoice: invoice.id })),
  )
  await Promise.all([
    tx.change(sql`
      insert into requests.bulk_sends (company_id, id, kind, actor_type, actor_id, message, options, created_at)
      values (${tx.companyId}, ${id}, ${what.kind}, ${actor.type}, ${actor.id}, ${message},
        ${JSON.stringify(what.kind === 'statements' ? what.options : {})}, ${now})`),
    tx.change(
      sql`
      insert into requests.bulk_items (company_id, id, bulk_send_id, customer_id, currency, email, amount, state)
      select ${tx.companyId}, i.id, ${id}, i.customer_id, i.currency, i.email, i.amount, 'waiting'
      from unnest(${items.map((item) => item.id)}::uuid[], ${items.map(({ customerId }) => customerId)}::uuid[],
        ${items.map(({ currency }) => currency)}::text[], ${items.map(({ email }) => email)}::text[],
        ${items.map(({ amount }) => amount)}::bigint[]) i(id, customer_id, currency, email, amount)`,
      items.length,
    ),
    tx.change(
      sql`
      insert into requests.bulk_invoices (company_id, id, item_id, invoice_id)
      select ${tx.companyId}, t.id, t.item_id, t.invoice_id
      from unnest(${ticked.map(() => newId())}::uuid[], ${ticked.map(({ item }) => item)}::uuid[],
        ${ticked.map(({ invoice }) => invoice)}::uuid[]) t(id, item_id, invoice_id)`,
      ticked.length,
    ),
    emit(tx, actor, bulkSendStarted, id, { kind: what.kind, items: items.length }),
  ])
  enqueue(tx, RUN_BULK_SEND, { subject_id: id })
  return requireBulkSend(await findBulkSend(tx, id), id)
}

function requireBulkSend(send: BulkSend | undefined, id: BulkSendId): BulkSend {
  if (send === undefined) throw new InvariantBroken(`The bulk send ${id} is not there.`)
  return send
}
