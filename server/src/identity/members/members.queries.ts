import { type Db, join, raw, sql } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import type { Id } from '../../lib/ids.ts'
import type { PageRequest } from '../../lib/pagination.ts'
import type { Role } from '../permissions.ts'
import type { UserId } from '../sessions.queries.ts'
import type { MembershipState } from './membership.state.ts'

export type MembershipId = Id<'mem'>

/** Somebody of a company's staff. */
export interface Member {
  id: MembershipId
  userId: UserId
  name: string
  email: string
  roles: Role[]
  status: MembershipState
  hasSecondFactor: boolean
  /** Until when the link of their invitation is good. */
  invitedUntil: Date | null
  lastSeenAt: Date | null
  createdAt: Date
}

// Who was invited and did not come shows nothing but the address that was typed: they may be of other companies.
const MEMBER =
  raw(`m.id, m.user_id "userId", case when m.status in ('invited', 'revoked') then u.email else u.name end as name, u.email, m.roles, m.status,
  u.totp_confirmed_at is not null and m.status not in ('invited', 'revoked') "hasSecondFactor", i.expires_at "invitedUntil", m.created_at "createdAt",
  (select max(s.last_seen_at) from identity.sessions s where s.user_id = u.id and s.company_id = m.company_id)
    "lastSeenAt"`)

const TABLES = raw(`identity.memberships m join identity.users u on u.id = m.user_id
  left join identity.invitations i on i.company_id = m.company_id and i.membership_id = m.id`)

/** Those who are there or may come, newest first. */
export function listMembers(db: Db, page: PageRequest): Promise<Member[]> {
  const where = [sql`m.company_id = ${db.companyId}`, sql`m.status in ('invited', 'active', 'suspended')`]
  if (page.after !== undefined) where.push(sql`m.id < ${page.after}`)
  return db.many(sql<Member>`
    select ${MEMBER} from ${TABLES} where ${join(where, ' and ')} order by m.id desc limit ${page.limit + 1}`)
}

export async function requireMember(db: Db, id: MembershipId): Promise<Member> {
  const member = await db.maybe(sql<Member>`
    select ${MEMBER} from ${TABLES} where m.company_id = ${db.companyId} and m.id = ${id}`)
  if (member === undefined) throw new NotFound('member')
  return member
}
