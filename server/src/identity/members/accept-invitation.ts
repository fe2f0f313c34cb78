import { systemClock } from '../../lib/clock.ts'
import { type GlobalDb, sql } from '../../lib/db/index.ts'
import { emit } from '../../lib/events.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { secretHash } from '../api-keys.queries.ts'
import { MailedLinkOver, NotSignedIn } from '../errors.ts'
import { memberJoined } from '../events.ts'
import { checkPassword } from '../passwords/check-password.ts'
import { hashPassword } from '../passwords/hash-password.ts'
import type { Session, UserId } from '../sessions.queries.ts'
import { writePassword } from '../set-password.ts'
import { type CredentialServices, requireCredentials } from '../sign-in.ts'
import { type StartedSession, startSession, type Whereabouts } from '../start-session.ts'
import { findUser, type User } from '../users.queries.ts'
import type { MembershipId } from './members.queries.ts'

export interface Invited {
  companyId: CompanyId
  membershipId: MembershipId
  user: User
}

/** Whom a mailed link invites, and where. Throws `MailedLinkOver`. */
export async function requireInvitation(db: GlobalDb, token: string): Promise<Invited> {
  const found = await db.maybe(sql<{ companyId: CompanyId; membershipId: MembershipId; userId: UserId }>`
    select i.company_id "companyId", i.membership_id "membershipId", p.user_id "userId"
    from identity.invitations i, identity.find_invited(i.company_id, i.membership_id) p
    where i.token_hash = ${secretHash(token)} and i.expires_at > ${systemClock.now()}`)
  const user = found && (await findUser(db, found.userId))
  if (user === undefined) throw new MailedLinkOver()
  return { ...found, user } as Invited
}

export interface Acceptance {
  token: string
  name?: string
  password?: string
  code?: string
}

/**
 * Joins a company by the mailed link, which is over then, and begins a session there. Who has no password yet
 * chooses one; who has one must show who they are: by their session, or by their password (and code).
 */
export async function acceptInvitation(
  services: CredentialServices,
  { token, name, password, code }: Acceptance,
  session: Session | undefined,
  from: Whereabouts,
): Promise<StartedSession> {
  const { database } = services
  const { companyId, membershipId, user } = await requireInvitation(database.global, token)
  const isNew = user.passwordHash === null
  let newHash: string | undefined
  if (isNew) {
    await checkPassword(password ?? '', [user.email, name ?? user.name])
    newHash = await hashPassword(password ?? '')
  } else if (session?.userId !== user.id) {
    if (password === undefined) throw new NotSignedIn()
    await requireCredentials(services, { email: user.email, password, code }, from)
  }
  return database.write(companyId, async (tx) => {
    const taken = await tx.maybe(sql`
      delete from identity.invitations where company_id = ${companyId} and membership_id = ${membershipId}
        and token_hash = ${secretHash(token)} returning id`)
    if (taken === undefined) throw new MailedLinkOver()
    await tx.change(sql`
      update identity.memberships set status = 'active'
      where company_id = ${companyId} and id = ${membershipId} and status = 'invited'`)
    if (newHash !== undefined) await writePassword(tx, user.id, newHash, undefined)
    if (isNew && name !== undefined)
      await tx.change(sql`update identity.users set name = ${name} where id = ${user.id}`)
    await emit(tx, { type: 'staff', id: user.id }, memberJoined, membershipId, {})
    return startSession(tx, user.id, systemClock.now(), from)
  })
}
