import { systemClock } from '../../lib/clock.ts'
import { type GlobalDb, sql } from '../../lib/db/index.ts'
import { unseal } from '../../lib/seal.ts'
import { countCode, forgiveCode } from '../attempts.ts'
import type { UserId } from '../sessions.queries.ts'
import { recoveryCodeHash } from './recovery-code.ts'
import { stepOf } from './totp.ts'

/** Where the seed of a person may stand. */
export const seedPlace = (userId: UserId) => `totp:${userId}`

/** Whether it is a code of this person that was never taken before; now it was. A recovery code is gone after. */
export async function takeCode(
  db: GlobalDb,
  sealKey: Buffer,
  user: { id: UserId; totpSeed: Buffer | null },
  code: string,
): Promise<boolean> {
  await countCode(db, user.id)
  const isTaken = (await takeStep(db, sealKey, user, code)) || (await takeRecoveryCode(db, user.id, code))
  if (isTaken) await forgiveCode(db, user.id)
  return isTaken
}

/** Of two who come with one code at once, one changes the row. */
export async function takeStep(
  db: GlobalDb,
  sealKey: Buffer,
  { id, totpSeed }: { id: UserId; totpSeed: Buffer | null },
  code: string,
): Promise<boolean> {
  if (totpSeed === null) return false
  const step = stepOf(unseal(sealKey, seedPlace(id), totpSeed), code, systemClock.now())
  if (step === undefined) return false
  const taken = await db.many(sql`
    update identity.users set totp_last_step = ${step} where id = ${id} and totp_last_step < ${step} returning id`)
  return taken.length === 1
}

async function takeRecoveryCode(db: GlobalDb, userId: UserId, code: string): Promise<boolean> {
  const taken = await db.many(sql`
    delete from identity.recovery_codes where user_id = ${userId} and code_hash = ${recoveryCodeHash(code)}
    returning user_id`)
  return taken.length === 1
}
