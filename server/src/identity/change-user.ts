import type { Actor } from '../lib/actor.ts'
import type { Database, GlobalDb } from '../lib/db/index.ts'
import { type EventKind, emit } from '../lib/events.ts'
import { listWorkplaces, type UserId } from './sessions.queries.ts'

/** What was done to a person themselves, which no one company owns: each that they work for finds it in its trail. */
export type UserChange = EventKind<Record<string, never>>

/** Changes a person once, in one transaction, and tells it in each company that they work for. */
export async function changeUser(
  database: Database,
  actor: Actor,
  userId: UserId,
  kind: UserChange,
  work: (db: Pick<GlobalDb, 'many' | 'maybe'>) => Promise<unknown>,
): Promise<void> {
  const [first, ...others] = await listWorkplaces(database.global, userId)
  if (first === undefined) {
    await work(database.global)
    return
  }
  await database.write(first.id, async (tx) => {
    await work(tx)
    await emit(tx, actor, kind, userId, {})
  })
  for (const { id } of others) await database.write(id, (tx) => emit(tx, actor, kind, userId, {}))
}
