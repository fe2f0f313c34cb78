import type { Actor } from '../lib/actor.ts'
import { type Database, type Db, sql } from '../lib/db/index.ts'
import { type CompanyId, type Id, newId } from '../lib/ids.ts'
import type { Language } from '../lib/words.ts'
import { recordAudit } from './audit.ts'
import { readRolePermissions } from './held-permissions.ts'
import { permissionsOf, type Role } from './permissions.ts'

export interface StaffMember {
  membershipId: Id<'mem'>
  email: string
  name: string
  language: Language
  roles: Role[]
}

/** Adds a person to a company's staff. They sign in with the dashboard; until then they receive notices. */
export async function addStaff(
  database: Database,
  companyId: CompanyId,
  actor: Actor,
  person: { email: string; name: string; language: Language; roles: readonly Role[] },
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const { id: userId } = await tx.one(sql<{ id: string }>`
      insert into identity.users (id, email, name, language)
      values (${newId()}, ${person.email}, ${person.name}, ${person.language})
      on conflict ((lower(email))) do update set email = identity.users.email returning id`)
    const id = newId()
    await tx.change(sql`
      insert into identity.memberships (company_id, id, user_id, roles, status)
      values (${companyId}, ${id}, ${userId}, ${[...person.roles]}, 'active')`)
    await recordAudit(tx, {
      id: newId(),
      actor,
      action: 'membership.created',
      subjectType: 'membership',
      subjectId: id,
      detail: { roles: person.roles },
    })
  })
}

/** Whether an address is that of an active member of the company's staff. */
export async function isStaffAddress(db: Db, email: string): Promise<boolean> {
  const found = await db.maybe(sql`
    select 1 from identity.memberships m join identity.users u on u.id = m.user_id
    where m.company_id = ${db.companyId} and m.status = 'active' and lower(u.email) = lower(${email}::text)`)
  return found !== undefined
}

/** What staff may be told of by mail; each person switches each on and off. */
export const NOTICES = ['payment_received', 'link_wanted', 'payment_cleared', 'deposits'] as const
export type Notice = (typeof NOTICES)[number]

/** Who is told of something by mail: active members who may see payments and did not switch it off. */
export async function staffToNotify(db: Db, notice: Notice): Promise<StaffMember[]> {
  const changed = await readRolePermissions(db)
  const members = await db.many(sql<StaffMember>`
    select m.id "membershipId", u.email, u.name, u.language, m.roles
    from identity.memberships m join identity.users u on u.id = m.user_id
    where m.company_id = ${db.companyId} and m.status = 'active' and not ${notice}::text = any(m.muted_notices) order by m.id`)
  return members.filter(({ roles }) => permissionsOf(roles, changed).has('payments.read'))
}
