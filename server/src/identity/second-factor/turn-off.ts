import type { Actor } from '../../lib/actor.ts'
import { type Database, sql } from '../../lib/db/index.ts'
import { changeUser } from '../change-user.ts'
import { secondFactorOff } from '../events.ts'
import type { UserId } from '../sessions.queries.ts'

/** Signing in asks for no code any more; seed and recovery codes are gone. */
export async function turnOffSecondFactor(database: Database, actor: Actor, userId: UserId): Promise<void> {
  await changeUser(database, actor, userId, { kind: secondFactorOff, data: {} }, async (db) => {
    await db.many(sql`
      update identity.users set totp_seed = null, totp_confirmed_at = null where id = ${userId}`)
    await db.many(sql`delete from identity.recovery_codes where user_id = ${userId}`)
  })
}
