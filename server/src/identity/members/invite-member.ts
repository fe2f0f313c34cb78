import type { Actor } from '../../lib/actor.ts'
import { systemClock } from '../../lib/clock.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { DomainError } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { next } from '../../lib/state.ts'
import type { Language } from '../../lib/words.ts'
import { secretHash } from '../api-keys.queries.ts'
import { memberInvited } from '../events.ts'
import { refuseHigherRoles } from '../held-permissions.ts'
import type { Permission, Role } from '../permissions.ts'
import { personToken } from '../person-token.ts'
import type { UserId } from '../sessions.queries.ts'
import { type Member, type MembershipId, requireMember } from './members.queries.ts'
import { type MembershipState, membershipStates } from './membership.state.ts'

export class AlreadyMember extends DomainError {
  readonly code = 'already_member'
  readonly status = 409
}

export interface Invitation {
  email: string
  /** What they are called until they say so themselves. */
  name: string
  language: Language
  roles: readonly Role[]
}

/** By whom: what they may do themselves is all that they may give. */
export interface Granting {
  actor: Actor
  permissions: ReadonlySet<Permission>
}

const GOOD_FOR_MS = 7 * 24 * 3_600_000

/** Invites a person to the company's staff; somebody who left, or whose invitation was taken back, may be again. */
export async function inviteMember(
  tx: Tx,
  by: Granting,
  linkKey: Buffer,
  invitation: Invitation,
): Promise<Member> {
  await refuseHigherRoles(tx, by.permissions, invitation.roles)
  const { id: userId } = await tx.one(sql<{ id: UserId }>`
    insert into identity.users (id, email, name, language)
    values (${newId()}, ${invitation.email}, ${invitation.name}, ${invitation.language})
    on conflict ((lower(email))) do update set email = identity.users.email returning id`)
  const before = await tx.maybe(sql<{ id: MembershipId; status: MembershipState }>`
    select id, status from identity.memberships
    where company_id = ${tx.companyId} and user_id = ${userId} for update`)
  const roles = [...invitation.roles]
  const id = before?.id ?? newId<'mem'>()
  if (before === undefined) {
    await tx.change(sql`
      insert into identity.memberships (company_id, id, user_id, roles, status)
      values (${tx.companyId}, ${id}, ${userId}, ${roles}, 'invited')`)
  } else {
    if (membershipStates[before.status].invite === undefined) {
      throw new AlreadyMember(
        `This person is of the staff already (${before.status}). Nothing was changed; change their roles instead, or send the invitation again.`,
        { field: 'email', details: { member_status: before.status } },
      )
    }
    await tx.change(sql`
      update identity.memberships set roles = ${roles}, status = ${next('membership', membershipStates, before.status, 'invite')}
      where company_id = ${tx.companyId} and id = ${id} and status = ${before.status}`)
  }
  return issueInvitation(tx, by.actor, linkKey, id)
}

/** A new link in the place of the one before, and the mail with it. */
export async function issueInvitation(
  tx: Tx,
  actor: Actor,
  linkKey: Buffer,
  membershipId: MembershipId,
): Promise<Member> {
  const id = newId()
  const tokenHash = secretHash(personToken(linkKey, 'invitation', id))
  const until = new Date(systemClock.now().getTime() + GOOD_FOR_MS)
  await tx.change(sql`
    insert into identity.invitations (company_id, membership_id, id, token_hash, expires_at)
    values (${tx.companyId}, ${membershipId}, ${id}, ${tokenHash}, ${until})
    on conflict (company_id, membership_id) do update
      set id = excluded.id, token_hash = excluded.token_hash, expires_at = excluded.expires_at`)
  const member = await requireMember(tx, membershipId)
  await emit(tx, actor, memberInvited, membershipId, { roles: member.roles })
  return member
}
