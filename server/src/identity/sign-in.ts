import { systemClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { countSignIn, forgiveSignIn } from './attempts.ts'
import { SecondFactorRefused, SecondFactorRequired, SignInRefused } from './errors.ts'
import { isPassword } from './passwords/hash-password.ts'
import { takeCode } from './second-factor/take-code.ts'
import { listWorkplaces, type Workplace } from './sessions.queries.ts'
import { type StartedSession, startSession, type Whereabouts } from './start-session.ts'
import { findUserByEmail, type User } from './users.queries.ts'

export interface Credentials {
  email: string
  password: string
  /** Of the person's app, or one of their recovery codes. */
  code?: string | undefined
}

export interface CredentialServices {
  database: Database
  /** Opens the seeds of second factors. */
  sealKey: Buffer
}

/** Begins a session for whoever knows the password (and has the code), in the company where they worked last. */
export async function signIn(
  services: CredentialServices,
  credentials: Credentials,
  from: Whereabouts,
): Promise<StartedSession> {
  const { user, workplaces } = await requireCredentials(services, credentials, from)
  const company = workplaces.find(({ id }) => id === user.lastCompanyId) ?? workplaces[0]
  if (company === undefined) throw new SignInRefused()
  return services.database.write(company.id, (tx) => startSession(tx, user.id, systemClock.now(), from))
}

/**
 * Whose credentials these are. An unknown address costs the same work and gets the same answer as a wrong password.
 * Throws `SignInRefused`, `SecondFactorRequired`, `SecondFactorRefused` or `TooManyAttempts`.
 */
export async function requireCredentials(
  { database: { global }, sealKey }: CredentialServices,
  { email, password, code }: Credentials,
  { address }: Whereabouts,
): Promise<{ user: User; workplaces: Workplace[] }> {
  await countSignIn(global, email, address)
  const user = await findUserByEmail(global, email)
  const [fits, workplaces] = await Promise.all([
    isPassword(user?.passwordHash, password),
    listWorkplaces(global, user?.id ?? newId()),
  ])
  if (user === undefined || !fits) throw new SignInRefused()
  if (user.totpConfirmedAt !== null) {
    if (code === undefined) throw new SecondFactorRequired()
    if (!(await takeCode(global, sealKey, user, code))) throw new SecondFactorRefused()
  }
  await forgiveSignIn(global, email, address)
  return { user, workplaces }
}
