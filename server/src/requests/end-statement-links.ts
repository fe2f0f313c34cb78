import type { CustomerId } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import type { StatementId } from '../receivables/index.ts'
import { endLinks } from './issue-link.ts'
import { listRequestIdsOfStatements } from './requests.queries.ts'

/** Statements before the one that goes out are asked for no more: their links say so. */
export async function endStatementLinks(
  tx: Tx,
  actor: Actor,
  { before, customerId }: { before: readonly StatementId[]; customerId: CustomerId },
): Promise<void> {
  if (before.length === 0) return
  for (const id of await listRequestIdsOfStatements(tx, { ids: before, customerId }))
    await endLinks(tx, actor, id, { event: 'supersede' })
}
