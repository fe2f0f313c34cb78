import { type Db, raw, sql } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PageRequest } from '../lib/pagination.ts'
import type { MessageKind } from './queue-message.ts'

export type SuppressionId = Id<'sup'>

/** An address that mail of a company does not go to, and since which message. */
export interface Suppression {
  id: SuppressionId
  address: string
  reason: 'bounced' | 'unsubscribed'
  messageId: Id<'msg'> | null
  /** What the mail server said. */
  detail: string | null
  createdAt: Date
}

const SUPPRESSION = raw('id, address, reason, message_id "messageId", detail, created_at "createdAt"')

/** What a payer may do without: it offers to stop, and stops. Requests and receipts are part of the bargain. */
const OPTIONAL: ReadonlySet<string> = new Set<MessageKind>([
  'payment_reminder',
  'thank_you',
  'method_expiring',
])

export function isOptional(kind: string): boolean {
  return OPTIONAL.has(kind)
}

/** What keeps a message of this kind from an address, if anything does. */
export async function findSuppression(
  db: Db,
  address: string,
  kind: string,
): Promise<Suppression | undefined> {
  const [found] = await db.many(sql<Suppression>`
    select ${SUPPRESSION} from messaging.suppressions
    where company_id = ${db.companyId} and address = lower(${address}::text)
      and (reason = 'bounced' or ${isOptional(kind)}) order by reason limit 1`)
  return found
}

/** Of these addresses, in small letters, those that a message of this kind does not go to. */
export async function listSuppressed(
  db: Db,
  addresses: readonly string[],
  kind: MessageKind,
): Promise<ReadonlySet<string>> {
  const rows = await db.many(sql<{ address: string }>`
    select distinct address from messaging.suppressions
    where company_id = ${db.companyId} and address = any(${addresses.map((address) => address.toLowerCase())}::text[])
      and (reason = 'bounced' or ${isOptional(kind)})`)
  return new Set(rows.map(({ address }) => address))
}

/** A page of suppressed addresses, newest first; of one address where it is named. */
export function listSuppressions(
  db: Db,
  page: PageRequest,
  address: string | undefined,
): Promise<Suppression[]> {
  return db.many(sql<Suppression>`
    select ${SUPPRESSION} from messaging.suppressions
    where company_id = ${db.companyId} and (${page.after}::uuid is null or id < ${page.after}::uuid)
      and (${address}::text is null or address = lower(${address}::text))
    order by id desc limit ${page.limit + 1}`)
}
