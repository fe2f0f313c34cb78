import type { CustomerId } from '../../customers/index.ts'
import type { Actor } from '../../lib/actor.ts'
import { type Db, raw, sql, type Tx } from '../../lib/db/index.ts'
import type { Id } from '../../lib/ids.ts'
import type { InvoiceId, StatementId } from '../../receivables/index.ts'
import type { RequestId } from '../requests.queries.ts'
import type { BulkItemState } from './bulk-item.state.ts'
import type { BulkKind, StatementOptions } from './bulk-order.ts'

export type BulkSendId = Id<'bulk'>
export type BulkItemId = Id<'bki'>

export interface BulkSend {
  id: BulkSendId
  kind: BulkKind
  actorType: Actor['type']
  actorId: string
  message: string | null
  options: StatementOptions | Record<string, never>
  createdAt: Date
  /** Since when nothing of it waits. */
  overAt: Date | null
  canceledAt: Date | null
}

/** What one of it is called: its mail says whether it was sent. */
export const BULK_LABELS = ['waiting', 'queued', 'sent', 'skipped', 'failed', 'canceled'] as const
export type BulkLabel = (typeof BULK_LABELS)[number]

export type BulkCounts = Record<BulkLabel, number>

/** Why an invoice that was ticked is not asked for. */
export const LEFT_OUT = ['paid', 'not_owed', 'being_paid', 'asked_already'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

export interface BulkItem {
  id: BulkItemId
  bulkSendId: BulkSendId
  customerId: CustomerId
  currency: string
  email: string | null
  amount: bigint
  state: BulkItemState
}

export interface ListedItem extends BulkItem {
  customerName: string
  label: BulkLabel
  code: string | null
  detail: string | null
  requestId: RequestId | null
  statementId: StatementId | null
  /** Where its mail goes. */
  recipient: string | null
  handledAt: Date | null
  invoices: bigint
  leftOut: { invoice: InvoiceId; number: string; why: LeftOut }[]
}

const SEND = raw(`s.id, s.kind, s.actor_type "actorType", s.actor_id "actorId", s.message, s.options,
  s.created_at "createdAt", s.over_at "overAt", s.canceled_at "canceledAt"`)
const ITEM = raw(
  `i.id, i.bulk_send_id "bulkSendId", i.customer_id "customerId", i.currency, i.email, i.amount, i.state`,
)
const LABEL = raw(
  `case when i.state <> 'done' then i.state when m.state = 'delivered' then 'sent' else m.state end`,
)
const MAIL = raw(`left join messaging.messages_view m on m.company_id = i.company_id and m.id = i.message_id`)

export function findBulkSend(db: Db, id: BulkSendId): Promise<BulkSend | undefined> {
  return db.maybe(sql<BulkSend>`
    select ${SEND} from requests.bulk_sends s where s.company_id = ${db.companyId} and s.id = ${id}`)
}

/** Locks one, so that it ends once. */
export function lockBulkSend(tx: Tx, id: BulkSendId): Promise<BulkSend | undefined> {
  return tx.maybe(sql<BulkSend>`
    select ${SEND} from requests.bulk_sends s where s.company_id = ${tx.companyId} and s.id = ${id} for update`)
}

export function listBulkSends(
  db: Db,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<BulkSend[]> {
  return db.many(sql<BulkSend>`
    select ${SEND} from requests.bulk_sends s
    where s.company_id = ${db.companyId} and (${after}::uuid is null or s.id < ${after}::uuid)
    order by s.id desc limit ${limit + 1}`)
}

/** How many of each stand where. */
export async function countItems(
  db: Db,
  ids: readonly BulkSendId[],
): Promise<ReadonlyMap<BulkSendId, BulkCounts>> {
  const rows = await db.many(sql<{ id: BulkSendId; label: BulkLabel; count: bigint }>`
    select i.bulk_send_id id, ${LABEL} label, count(*) count from requests.bulk_items i ${MAIL}
    where i.company_id = ${db.companyId} and i.bulk_send_id = any(${ids}) group by 1, 2`)
  const none = (): BulkCounts => ({ waiting: 0, queued: 0, sent: 0, skipped: 0, failed: 0, canceled: 0 })
  const counts = new Map(ids.map((id) => [id, none()]))
  for (const { id, label, count } of rows) {
    const of = counts.get(id)
    if (of !== undefined) of[label] = Number(count)
  }
  return counts
}

/** In the order in which they are sent. */
export function listItems(
  db: Db,
  bulkSendId: BulkSendId,
  { limit, after, label }: { limit: number; after: string | undefined; label: BulkLabel | undefined },
): Promise<ListedItem[]> {
  return db.many(sql<ListedItem>`
    select ${ITEM}, n.name "customerName", ${LABEL} label,
      coalesce(i.code, case when m.state = 'failed' then 'message_failed' end) code, coalesce(i.detail, m.last_error) detail,
      i.request_id "requestId", i.statement_id "statementId", coalesce(m.to_address, i.email) recipient, i.handled_at "handledAt",
      (select count(*) from requests.bulk_invoices b where b.company_id = i.company_id and b.item_id = i.id) invoices,
      (select coalesce(json_agg(json_build_object('invoice', b.invoice_id, 'number', p.label, 'why', b.left_out) order by b.invoice_id), '[]')
        from requests.bulk_invoices b
        join receivables.payables_view p on p.company_id = b.company_id and p.id = b.invoice_id
        where b.company_id = i.company_id and b.item_id = i.id and b.left_out is not null) "leftOut"
    from requests.bulk_items i ${MAIL}
    join customers.names_view n on n.company_id = i.company_id and n.id = i.customer_id
    where i.company_id = ${db.companyId} and i.bulk_send_id = ${bulkSendId}
      and (${after ?? null}::uuid is null or i.id > ${after ?? null}::uuid)
      and (${label ?? null}::text is null or ${LABEL} = ${label ?? null})
    order by i.id limit ${limit + 1}`)
}

/** The next to be sent: one that failed comes after those that never did. */
export function findWaiting(db: Db, bulkSendId: BulkSendId): Promise<BulkItem | undefined> {
  return db.maybe(sql<BulkItem>`
    select ${ITEM} from requests.bulk_items i
    where i.company_id = ${db.companyId} and i.bulk_send_id = ${bulkSendId} and i.state = 'waiting'
    order by i.failures, i.id limit 1`)
}

/**
 * Locks one with what the same customer gets of other bulk sends that are running or ran beside it, all in id order: so
 * that of two which ask for the same, the second sees the first.
 */
export async function lockItem(tx: Tx, item: BulkItem, send: BulkSend): Promise<BulkItemState | undefined> {
  const locked = await tx.many(sql<Pick<BulkItem, 'id' | 'state'>>`
    select i.id, i.state from requests.bulk_items i
    join requests.bulk_sends s on s.company_id = i.company_id and s.id = i.bulk_send_id
    where i.company_id = ${tx.companyId} and i.customer_id = ${item.customerId} and i.currency = ${item.currency}
      and s.kind = ${send.kind} and (i.id = ${item.id} or ${isBeside(send)})
    order by i.id for update of i`)
  return locked.find(({ id }) => id === item.id)?.state
}

/** Of a bulk send `s` that is running, or was when this one was asked for. */
const isBeside = ({ createdAt }: BulkSend) => sql`(s.over_at is null or s.over_at > ${createdAt})`

/** Another one that did what this would, beside it or with a mail that is queued still. `i` is the other's, of `s`. */
const didSo = (send: BulkSend) => sql`
  i.bulk_send_id <> ${send.id} and s.kind = ${send.kind} and i.state = 'done' and (${isBeside(send)} or m.state = 'queued')`

export interface Ticked {
  id: InvoiceId
  open: bigint
  inFlight: bigint
  voided: bigint
  /** Another bulk send beside this one has asked for it. */
  isAsked: boolean
}

/** What was ticked for one, as it is now. */
export function listTicked(tx: Tx, item: BulkItem, send: BulkSend): Promise<Ticked[]> {
  return tx.many(sql<Ticked>`
    select p.id, p.open, p.in_flight "inFlight", p.voided, exists (
      select 1 from requests.bulk_invoices o
      join requests.bulk_items i on i.company_id = o.company_id and i.id = o.item_id
      join requests.bulk_sends s on s.company_id = i.company_id and s.id = i.bulk_send_id
      ${MAIL}
      where o.company_id = ${tx.companyId} and o.invoice_id = b.invoice_id and o.left_out is null and ${didSo(send)}
    ) "isAsked"
    from requests.bulk_invoices b
    join receivables.payables_view p on p.company_id = b.company_id and p.id = b.invoice_id
    where b.company_id = ${tx.companyId} and b.item_id = ${item.id} order by p.id`)
}

/** Whether another bulk send beside this one sent the customer a statement in the currency. */
export async function wasTold(tx: Tx, item: BulkItem, send: BulkSend): Promise<boolean> {
  const { told } = await tx.one(sql<{ told: boolean }>`
    select exists (
      select 1 from requests.bulk_items i
      join requests.bulk_sends s on s.company_id = i.company_id and s.id = i.bulk_send_id
      ${MAIL}
      where i.company_id = ${tx.companyId} and i.customer_id = ${item.customerId} and i.currency = ${item.currency}
        and ${didSo(send)}) told`)
  return told
}

/** The invoices that were ticked for one. */
export async function findTickedIds(tx: Tx, item: BulkItem): Promise<InvoiceId[]> {
  const rows = await tx.many(sql<{ id: InvoiceId }>`
    select invoice_id id from requests.bulk_invoices
    where company_id = ${tx.companyId} and item_id = ${item.id} order by invoice_id`)
  return rows.map(({ id }) => id)
}
