import { type Db, sql, type Tx } from '../../lib/db/index.ts'
import { emit } from '../../lib/events.ts'
import { next } from '../../lib/state.ts'
import { LastAdmin } from '../errors.ts'
import { memberChanged } from '../events.ts'
import { refuseHigherRoles } from '../held-permissions.ts'
import type { Role } from '../permissions.ts'
import type { Granting } from './invite-member.ts'
import { type Member, type MembershipId, requireMember } from './members.queries.ts'
import { membershipStates } from './membership.state.ts'

export interface MemberChange {
  roles?: readonly Role[]
  event?: 'suspend' | 'resume' | 'remove' | 'revoke'
}

/**
 * Changes a member's roles or standing, at once: what they may do is looked up with each request, and their sessions
 * here end where they no longer work here. Refused where no active admin would be left.
 */
export async function changeMember(
  tx: Tx,
  by: Granting,
  id: MembershipId,
  change: MemberChange,
): Promise<Member> {
  const admins = await lockAdmins(tx)
  await tx.maybe(sql`
    select id from identity.memberships where company_id = ${tx.companyId} and id = ${id} for update`)
  const before = await requireMember(tx, id)
  await refuseHigherRoles(tx, by.permissions, [...before.roles, ...(change.roles ?? [])])
  const roles = [...(change.roles ?? before.roles)]
  const status =
    change.event === undefined
      ? before.status
      : next('membership', membershipStates, before.status, change.event)
  const staysAdmin = status === 'active' && roles.includes('admin')
  if (admins.includes(id) && !staysAdmin && admins.length === 1) throw new LastAdmin()
  await tx.change(sql`
    update identity.memberships set roles = ${roles}, status = ${status}
    where company_id = ${tx.companyId} and id = ${id} and status = ${before.status}`)
  if (status !== 'active') await sendAway(tx, before)
  await emit(tx, by.actor, memberChanged, id, {
    before: { roles: before.roles, status: before.status },
    after: { roles, status },
  })
  return requireMember(tx, id)
}

/** Locked in one order, so that of two who take an admin away at once the second sees what the first did. */
async function lockAdmins(db: Db): Promise<MembershipId[]> {
  const rows = await db.many(sql<{ id: MembershipId }>`
    select id from identity.memberships
    where company_id = ${db.companyId} and status = 'active' and 'admin' = any(roles) order by id for update`)
  return rows.map(({ id }) => id)
}

async function sendAway(tx: Tx, { id, userId, status }: Member): Promise<void> {
  await tx.change(
    sql`delete from identity.sessions where user_id = ${userId} and company_id = ${tx.companyId}`,
    undefined,
  )
  if (status !== 'invited') return
  await tx.change(
    sql`delete from identity.invitations where company_id = ${tx.companyId} and membership_id = ${id}`,
    undefined,
  )
}
