import { type Db, sql } from '../../lib/db/index.ts'
import type { Language } from '../../lib/words.ts'
import type { MembershipId } from './members.queries.ts'

export interface InvitedPerson {
  invitationId: string
  email: string
  name: string
  language: Language
  expiresAt: Date
}

/** Who is to be mailed an invitation, and by which link; undefined where it is accepted or taken back already. */
export function findInvitedPerson(db: Db, id: MembershipId): Promise<InvitedPerson | undefined> {
  return db.maybe(sql<InvitedPerson>`
    select i.id "invitationId", u.email, u.name, u.language, i.expires_at "expiresAt"
    from identity.invitations i
      join identity.memberships m on m.company_id = i.company_id and m.id = i.membership_id
      join identity.users u on u.id = m.user_id
    where i.company_id = ${db.companyId} and i.membership_id = ${id} and m.status = 'invited'`)
}
