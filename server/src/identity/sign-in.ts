import { systemClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { SignInRefused } from './errors.ts'
import { isPassword } from './passwords/hash-password.ts'
import { listWorkplaces, type Workplace } from './sessions.queries.ts'
import { type StartedSession, startSession, type Whereabouts } from './start-session.ts'
import { findUserByEmail, type User } from './users.queries.ts'

export interface Credentials {
  email: string
  password: string
}

/**
 * Begins a session for whoever knows the password, in the company where they worked last. An unknown address costs
 * the same work and gets the same answer as a wrong password. Throws `SignInRefused`.
 */
export async function signIn(
  database: Database,
  credentials: Credentials,
  from: Whereabouts,
): Promise<StartedSession> {
  const { user, workplaces } = await requireCredentials(database, credentials)
  const company = workplaces.find(({ id }) => id === user.lastCompanyId) ?? workplaces[0]
  if (company === undefined) throw new SignInRefused()
  return database.write(company.id, (tx) => startSession(tx, user.id, systemClock.now(), from))
}

async function requireCredentials(
  { global }: Database,
  { email, password }: Credentials,
): Promise<{ user: User; workplaces: Workplace[] }> {
  const user = await findUserByEmail(global, email)
  const [fits, workplaces] = await Promise.all([
    isPassword(user?.passwordHash, password),
    listWorkplaces(global, user?.id ?? newId()),
  ])
  if (user === undefined || !fits) throw new SignInRefused()
  return { user, workplaces }
}
