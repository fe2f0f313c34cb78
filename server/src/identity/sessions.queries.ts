import { type GlobalDb, raw, sql } from '../lib/db/index.ts'
import type { CompanyId, Id } from '../lib/ids.ts'
import { secretHash } from './api-keys.queries.ts'
import type { Permission, Role } from './permissions.ts'

export type UserId = Id<'usr'>
export type SessionId = Id<'ses'>

/** Unused for so long, a session is over. */
export const IDLE_MS = 8 * 3_600_000
/** A session is over so long after it began, however busy. */
export const ABSOLUTE_MS = 7 * 24 * 3_600_000

/** Who comes with a session, and what their roles may do in its company. */
export interface Session {
  id: SessionId
  userId: UserId
  companyId: CompanyId
  publicNumber: Buffer
  membershipId: Id<'mem'>
  roles: Role[]
  /** Of roles that the company changed. */
  rolePermissions: Partial<Record<Role, Permission[]>>
  lastSeenAt: Date
  expiresAt: Date
}

/** The session of a token, or undefined: unknown, over, or of a person who no longer works there. */
export function findSession(db: GlobalDb, token: string, now: Date): Promise<Session | undefined> {
  return db.maybe(sql<Session>`
    select id, user_id "userId", company_id "companyId", public_number "publicNumber", membership_id "membershipId",
      roles, role_permissions "rolePermissions", last_seen_at "lastSeenAt", expires_at "expiresAt"
    from identity.find_session(${secretHash(token)}, ${now}, ${new Date(now.getTime() - IDLE_MS)})`)
}

/** A company that a person works for. */
export interface Workplace {
  id: CompanyId
  membershipId: Id<'mem'>
  name: string
  roles: Role[]
}

export function listWorkplaces(db: GlobalDb, userId: UserId): Promise<Workplace[]> {
  return db.many(sql<Workplace>`
    select id, membership_id "membershipId", name, roles from identity.find_companies_of(${userId})`)
}

export interface OwnSession {
  id: SessionId
  companyId: CompanyId
  address: string
  userAgent: string
  createdAt: Date
  lastSeenAt: Date
}

const OWN = raw(
  `id, company_id "companyId", address, user_agent "userAgent", created_at "createdAt", last_seen_at "lastSeenAt"`,
)

/** Where a person is signed in, newest first. */
export function listSessionsOf(db: GlobalDb, userId: UserId, now: Date): Promise<OwnSession[]> {
  return db.many(sql<OwnSession>`
    select ${OWN} from identity.sessions
    where user_id = ${userId} and expires_at > ${now} and last_seen_at > ${new Date(now.getTime() - IDLE_MS)}
    order by id desc`)
}
