import type { Actor } from '../lib/actor.ts'
import { type Db, sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { RecipientSuppressed } from './errors.ts'
import { addressSuppressed, suppressionLifted } from './events.ts'
import type { MessageId, MessageKind } from './queue-message.ts'
import { findSuppression, type Suppression, type SuppressionId } from './suppressions.queries.ts'

/** Keeps further mail of the company from an address; told twice, it is kept once. */
export async function suppressAddress(
  tx: Tx,
  actor: Actor,
  order: { address: string; reason: Suppression['reason']; messageId: MessageId; detail: string | null },
): Promise<void> {
  const id = newId<'sup'>()
  const added = await tx.change(
    sql`
    insert into messaging.suppressions (company_id, id, address, reason, message_id, detail)
    values (${tx.companyId}, ${id}, lower(${order.address}::text), ${order.reason}, ${order.messageId}, ${order.detail})
    on conflict (company_id, address, reason) do nothing`,
    undefined,
  )
  if (added > 0)
    await emit(tx, actor, addressSuppressed, id, { reason: order.reason, message_id: order.messageId })
}

/** Lets mail go to an address again: it was put right, or its holder wants it after all. */
export async function liftSuppressedAddress(tx: Tx, actor: Actor, id: SuppressionId): Promise<void> {
  const lifted = await tx.maybe(sql<{ reason: string }>`
    delete from messaging.suppressions where company_id = ${tx.companyId} and id = ${id} returning reason`)
  if (lifted === undefined) throw new NotFound('suppression')
  await emit(tx, actor, suppressionLifted, id, { reason: lifted.reason })
}

/** Throws where a person sends to an address that mail does not go to. */
export async function requireDeliverable(db: Db, address: string, kind: MessageKind): Promise<void> {
  const found = await findSuppression(db, address, kind)
  if (found === undefined) return
  const why =
    found.reason === 'bounced'
      ? `Mail to ${address} came back: ${found.detail ?? 'nobody is there'}.`
      : `${address} asked for no more reminders and thanks.`
  throw new RecipientSuppressed(
    `${why} Nothing was sent; use another address, or take it off the list of suppressions if you know that it is right.`,
    { field: 'email', details: { reason: found.reason } },
  )
}
