import { type Db, sql } from '../lib/db/index.ts'
import { GrantsMoreThanHeld } from './errors.ts'
import { type Permission, permissionsOf, type Role, type RolePermissions } from './permissions.ts'

/** The roles that the company changed, with what they may do there. */
export async function readRolePermissions(db: Db): Promise<RolePermissions> {
  const rows = await db.many(sql<{ role: Role; permissions: Permission[] }>`
    select role, permissions from identity.role_permissions where company_id = ${db.companyId}`)
  return Object.fromEntries(rows.map(({ role, permissions }) => [role, permissions]))
}

/** Nobody gives what they do not have: else a right to manage staff or keys would be every right. */
export function refuseMoreThanHeld(held: ReadonlySet<Permission>, given: Iterable<Permission>): void {
  const missing = [...given].filter((permission) => !held.has(permission))
  if (missing.length === 0) return
  throw new GrantsMoreThanHeld(
    `This would touch permissions that you do not have yourself: ${missing.join(', ')}. Nothing was changed; ask an admin.`,
    { details: { missing } },
  )
}

/** The same for roles as this company has them. */
export async function refuseHigherRoles(
  db: Db,
  held: ReadonlySet<Permission>,
  roles: readonly Role[],
): Promise<void> {
  refuseMoreThanHeld(held, permissionsOf(roles, await readRolePermissions(db)))
}
