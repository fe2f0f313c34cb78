import { type Database, sql } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { sessionEnded } from './events.ts'
import type { SessionId, UserId } from './sessions.queries.ts'

/** Ends one of a person's sessions at once. Returns whether it was there. */
export async function endSession(
  database: Database,
  session: { id: SessionId; userId: UserId; companyId: CompanyId },
): Promise<boolean> {
  return database.write(session.companyId, async (tx) => {
    const ended = await tx.change(
      sql`delete from identity.sessions where id = ${session.id} and user_id = ${session.userId}`,
      undefined,
    )
    if (ended > 0)
      await emit(tx, { type: 'staff', id: session.userId }, sessionEnded, session.id, {
        reason: 'signed_out',
      })
    return ended > 0
  })
}
