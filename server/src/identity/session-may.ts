import { type Db, sql } from '../lib/db/index.ts'
import { readRolePermissions } from './held-permissions.ts'
import { type Permission, permissionsOf, type Role } from './permissions.ts'
import { IDLE_MS, type SessionId } from './sessions.queries.ts'

/**
 * Whether a session still lives, in this company, and its person may still do something there: asked by what was begun
 * with it and goes on where its cookie is not sent. `now` is system time.
 */
export async function sessionMay(
  db: Db,
  { id, permission, now }: { id: SessionId; permission: Permission; now: Date },
): Promise<boolean> {
  const [member, changed] = await Promise.all([
    db.maybe(sql<{ roles: Role[] }>`
      select m.roles from identity.sessions s
      join identity.memberships m on m.company_id = s.company_id and m.user_id = s.user_id and m.status = 'active'
      where s.company_id = ${db.companyId} and s.id = ${id} and s.expires_at > ${now}
        and s.last_seen_at > ${new Date(now.getTime() - IDLE_MS)}`),
    readRolePermissions(db),
  ])
  return member !== undefined && permissionsOf(member.roles, changed).has(permission)
}
