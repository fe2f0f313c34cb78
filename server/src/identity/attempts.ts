import { addressKey } from '../lib/address-key.ts'
import { systemClock } from '../lib/clock.ts'
import type { GlobalDb } from '../lib/db/index.ts'
import { DomainError } from '../lib/errors.ts'
import { countUp, type RateRule, resetRate } from '../lib/rate-counter.ts'

export class TooManyAttempts extends DomainError {
  readonly code = 'too_many_attempts'
  readonly status = 429
}

const MINUTES_15 = 900
const HOUR = 3600

/** From one place at one account: a person who mistypes, or somebody who guesses. */
const PAIR: RateRule = {
  name: 'sign_in.pair',
  limit: 10,
  windowSeconds: MINUTES_15,
  pauseSeconds: MINUTES_15,
}
/** At one account from everywhere: high, so that nobody locks another out in passing. */
const ACCOUNT: RateRule = { name: 'sign_in.account', limit: 100, windowSeconds: HOUR }
/** From one place at all accounts. */
const ADDRESS: RateRule = { name: 'sign_in.address', limit: 100, windowSeconds: MINUTES_15 }
/** Codes after a right password: of a million, each step takes three. */
const CODE: RateRule = { name: 'sign_in.code', limit: 5, windowSeconds: HOUR, pauseSeconds: HOUR }
/** What is asked of an address by mail, and followed from it. */
const MAILED: RateRule = { name: 'sign_in.mailed', limit: 20, windowSeconds: HOUR }
const RESETS: RateRule = { name: 'sign_in.resets', limit: 5, windowSeconds: HOUR }

/** Invitations are mail to strangers. */
const INVITATIONS: RateRule = { name: 'invitations', limit: 60, windowSeconds: HOUR }

/** Counts a try to sign in before anything is looked up; whether there is such an account plays no part. */
export async function countSignIn(db: GlobalDb, email: string, address: string): Promise<void> {
  const account = email.toLowerCase()
  const from = addressKey(address)
  await refuseOver(db, [
    [PAIR, [account, from]],
    [ACCOUNT, [account]],
    [ADDRESS, [from]],
  ])
}

/** A right password makes good the wrong ones before it from the same place. */
export async function forgiveSignIn(db: GlobalDb, email: string, address: string): Promise<void> {
  await resetRate(db, PAIR, [email.toLowerCase(), addressKey(address)])
}

export async function countCode(db: GlobalDb, userId: string): Promise<void> {
  await refuseOver(db, [[CODE, [userId]]])
}

export async function forgiveCode(db: GlobalDb, userId: string): Promise<void> {
  await resetRate(db, CODE, [userId])
}

/** A link of a mail that is asked for, or followed. */
export async function countMailed(db: GlobalDb, address: string): Promise<void> {
  await refuseOver(db, [[MAILED, [addressKey(address)]]])
}

/** An invitation of a company. */
export async function countInvitation(db: GlobalDb, companyId: string): Promise<void> {
  await refuseOver(db, [[INVITATIONS, [companyId]]])
}

/** Whether one more mail to set a password may go to this address: told to nobody, since it says that it gets any. */
export async function mayMailReset(db: GlobalDb, email: string): Promise<boolean> {
  return !(await countUp(db, RESETS, [email.toLowerCase()], systemClock.now())).isOver
}

async function refuseOver(
  db: GlobalDb,
  counts: readonly (readonly [rule: RateRule, subject: readonly string[]])[],
): Promise<void> {
  const now = systemClock.now()
  const rates = await Promise.all(counts.map(([rule, subject]) => countUp(db, rule, subject, now)))
  const over = rates.filter(({ isOver }) => isOver)
  if (over.length === 0) return
  throw new TooManyAttempts(
    'There were too many tries in a short time. Nothing was done; please wait a while.',
    {
      details: { retry_after_seconds: Math.max(...over.map((rate) => rate.retryAfterSeconds)) },
    },
  )
}
