import { randomBytes } from 'node:crypto'
import QRCode from 'qrcode'
import { systemClock } from '../../lib/clock.ts'
import { sql } from '../../lib/db/index.ts'
import { DomainError } from '../../lib/errors.ts'
import { seal } from '../../lib/seal.ts'
import { countCode, forgiveCode } from '../attempts.ts'
import { changeUser } from '../change-user.ts'
import { SecondFactorRefused } from '../errors.ts'
import { secondFactorOn } from '../events.ts'
import type { Session } from '../sessions.queries.ts'
import { endSessions } from '../set-password.ts'
import type { CredentialServices } from '../sign-in.ts'
import { findUser, type User } from '../users.queries.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-code.ts'
import { seedPlace, takeStep } from './take-code.ts'
import { totpOf } from './totp.ts'

export class SecondFactorIsOn extends DomainError {
  readonly code = 'second_factor_is_on'
  readonly status = 409
}

export class SecondFactorNotBegun extends DomainError {
  readonly code = 'second_factor_not_begun'
  readonly status = 409
}

const SEED_BYTES = 20

/** A new seed for the person's app, to be confirmed by a first code; until then nothing asks for codes. */
export async function beginSecondFactor(
  { database, sealKey }: CredentialServices,
  user: User,
): Promise<{ secret: string; url: string; qrSvg: string }> {
  const seed = randomBytes(SEED_BYTES)
  const kept = await database.global.many(sql`
    update identity.users set totp_seed = ${seal(sealKey, seedPlace(user.id), seed)}, totp_last_step = 0
    where id = ${user.id} and totp_confirmed_at is null returning id`)
  if (kept.length === 0) {
    throw new SecondFactorIsOn('Codes are asked for already. Nothing was changed; turn them off first.')
  }
  const totp = totpOf(seed, user.email)
  const url = totp.toString()
  return { secret: totp.secret.base32, url, qrSvg: await QRCode.toString(url, { type: 'svg', margin: 1 }) }
}

/**
 * From the first right code on, signing in asks for one. The person's other sessions end. Returns the recovery
 * codes, which are shown this once.
 */
export async function turnOnSecondFactor(
  { database, sealKey }: CredentialServices,
  session: Session,
  code: string,
): Promise<string[]> {
  const user = await findUser(database.global, session.userId)
  if (user === undefined || user.totpSeed === null || user.totpConfirmedAt !== null) {
    throw new SecondFactorNotBegun('There is no new secret to confirm. Nothing was changed; begin anew.')
  }
  await countCode(database.global, user.id)
  if (!(await takeStep(database.global, sealKey, user, code))) throw new SecondFactorRefused()
  await forgiveCode(database.global, user.id)
  const codes = newRecoveryCodes()
  const change = { kind: secondFactorOn, data: {} }
  await changeUser(database, { type: 'staff', id: user.id }, user.id, change, async (db) => {
    const turned = await db.maybe(sql`
      update identity.users set totp_confirmed_at = ${systemClock.now()}
      where id = ${user.id} and totp_confirmed_at is null and totp_seed = ${user.totpSeed} returning id`)
    if (turned === undefined) throw new SecondFactorNotBegun('The secret was replaced meanwhile. Begin anew.')
    await db.many(sql`delete from identity.recovery_codes where user_id = ${user.id}`)
    await db.many(sql`
      insert into identity.recovery_codes (user_id, code_hash)
      select ${user.id}, hash from unnest(${codes.map(recoveryCodeHash)}::bytea[]) hash`)
    await endSessions(db, user.id, session.id)
  })
  return codes
}
