import type { CustomerId } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import type { StatementId } from '../receivables/index.ts'
import { endLinks } from './issue-link.ts'
import { listRequestIdsOfStatements } from './requests.queries.ts'
import { restand } from './standings.queries.ts'

/** Statements before the one that goes out are asked for no more: their requests and links say so. */
export async function endStatementLinks(
  tx: Tx,
  actor: Actor,
  now: Date,
  { before, customerId }: { before: readonly StatementId[]; customerId: CustomerId },
): Promise<void> {
  if (before.length === 0) return
  const requests = await listRequestIdsOfStatements(tx, { ids: before, customerId })
  for (const id of requests) await endLinks(tx, actor, id, { event: 'supersede' })
  await tx.change(
    sql`
    update requests.requests set superseded_at = ${now}
    where company_id = ${tx.companyId} and id = any(${requests}) and superseded_at is null`,
    undefined,
  )
  restand(tx, { requests })
}
