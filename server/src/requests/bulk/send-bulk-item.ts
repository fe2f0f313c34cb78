import { ownCompany } from '../../identity/index.ts'
import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { next } from '../../lib/state.ts'
import type { MessageId } from '../../messaging/index.ts'
import { createStatement, holdPayables, type StatementId } from '../../receivables/index.ts'
import { textOrder } from '../compose-text.ts'
import { createInvoiceRequest } from '../create-request.ts'
import { AskedAlready } from '../errors.ts'
import { NO_TERMS } from '../link-terms.ts'
import type { RequestId } from '../requests.queries.ts'
import { sendRequest } from '../send-request.ts'
import { sendStatement } from '../send-statement.ts'
import { bulkItemStates } from './bulk-item.state.ts'
import type { StatementOptions } from './bulk-order.ts'
import {
  type BulkItem,
  type BulkSend,
  findTickedIds,
  type LeftOut,
  listTicked,
  lockItem,
  wasTold,
} from './bulk-sends.queries.ts'
import { nothingLeft, whyLeftOut } from './plan-items.ts'

interface Sent {
  requestId: RequestId | null
  statementId: StatementId | null
  messageId: MessageId | undefined
  /** Minor units. */
  amount: bigint
}

/**
 * Sends one customer what a bulk send has for them, by the operations that send one: all of it, or it throws and nothing
 * is written. What another one did meanwhile, or what was canceled, is left as it is.
 */
export async function sendBulkItem(
  tx: Tx,
  now: Date,
  { linkKey, send, item }: { linkKey: Buffer; send: BulkSend; item: BulkItem },
): Promise<void> {
  if ((await lockItem(tx, item, send)) !== 'waiting') return
  const sent =
    send.kind === 'payment_links'
      ? await sendLink(tx, now, linkKey, send, item)
      : await sendOneStatement(tx, now, linkKey, send, item)
  await tx.change(sql`
    update requests.bulk_items set state = ${next('bulk item', bulkItemStates, 'waiting', 'send')}, request_id = ${sent.requestId},
      statement_id = ${sent.statementId}, message_id = ${sent.messageId}, amount = ${sent.amount}, handled_at = ${now}
    where company_id = ${tx.companyId} and id = ${item.id} and state = 'waiting'`)
}

async function sendLink(tx: Tx, now: Date, linkKey: Buffer, send: BulkSend, item: BulkItem): Promise<Sent> {
  await holdPayables(tx, await findTickedIds(tx, item))
  const ticked = (await listTicked(tx, item, send)).map((invoice) => ({
    ...invoice,
    why: whyLeftOut(invoice),
  }))
  const asked = ticked.filter(({ why }) => why === null)
  if (asked.length === 0) throw nothingLeft(ticked)
  const actor = actorOf(send)
  const request = await createInvoiceRequest(tx, actor, {
    invoiceIds: asked.map(({ id }) => id),
    message: send.message,
    terms: NO_TERMS,
    attachmentIds: [],
  })
  const { messageId } = await sendRequest(tx, actor, now, {
    linkKey,
    company: await ownCompany(tx),
    requestId: request.id,
    email: item.email ?? undefined,
    name: undefined,
  })
  await leaveOut(tx, item, ticked)
  return { requestId: request.id, statementId: null, messageId, amount: request.total }
}

async function leaveOut(
  tx: Tx,
  item: BulkItem,
  ticked: readonly { id: string; why: LeftOut | null }[],
): Promise<void> {
  const left = ticked.filter(({ why }) => why !== null)
  if (left.length === 0) return
  await tx.change(
    sql`
    update requests.bulk_invoices b set left_out = l.why
    from unnest(${left.map(({ id }) => id)}::uuid[], ${left.map(({ why }) => why)}::text[]) l(id, why)
    where b.company_id = ${tx.companyId} and b.item_id = ${item.id} and b.invoice_id = l.id`,
    left.length,
  )
}

async function sendOneStatement(
  tx: Tx,
  now: Date,
  linkKey: Buffer,
  send: BulkSend,
  item: BulkItem,
): Promise<Sent> {
  if (await wasTold(tx, item, send))
    throw new AskedAlready(
      'Another bulk send that ran beside this one sent a statement. Nothing was sent twice.',
    )
  const { kind, asOf, from, ticked } = send.options as StatementOptions
  const actor = actorOf(send)
  const { customerId, currency } = item
  const order = { customerId, kind, asOf, from: from ?? undefined, currency }
  const statement = await createStatement(tx, actor, now, order)
  const { message, link } = await sendStatement(tx, actor, now, {
    linkKey,
    company: await ownCompany(tx),
    statementId: statement.id,
    to: item.email ?? undefined,
    name: undefined,
    text: textOrder(send.message === null ? {} : { message: send.message }),
    ticked: ticked ?? undefined,
  })
  return {
    requestId: link?.requestId ?? null,
    statementId: statement.id,
    messageId: message.id,
    amount: statement.pending < 0n ? 0n : statement.pending,
  }
}

/** Whoever asked for it sends each. */
function actorOf({ actorType: type, actorId: id }: BulkSend): Actor {
  return { type, id }
}
