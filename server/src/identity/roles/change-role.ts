import { sql, type Tx } from '../../lib/db/index.ts'
import { DomainError } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { roleChanged } from '../events.ts'
import { readRolePermissions, refuseMoreThanHeld } from '../held-permissions.ts'
import type { Granting } from '../members/invite-member.ts'
import { PERMISSIONS, type Permission, permissionsOf, type Role } from '../permissions.ts'

export class RoleNotEditable extends DomainError {
  readonly code = 'role_not_editable'
  readonly status = 409
}

/**
 * What a role may do in this company from the next request on; null goes back to the preset. What is given and what
 * is taken, the changer must have themselves. Of an admin nothing can be taken.
 */
export async function changeRole(
  tx: Tx,
  by: Granting,
  role: Role,
  permissions: readonly Permission[] | null,
): Promise<void> {
  if (role === 'admin') {
    throw new RoleNotEditable('An admin may do everything, always. Nothing was changed.', { field: 'role' })
  }
  await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`role ${role} ${tx.companyId}`}))`)
  const changed = await readRolePermissions(tx)
  const before = permissionsOf([role], changed)
  const after = permissions === null ? permissionsOf([role]) : new Set(permissions)
  const touched = PERMISSIONS.filter((permission) => before.has(permission) !== after.has(permission))
  refuseMoreThanHeld(by.permissions, touched)
  const id = permissions === null ? await forget(tx, role) : await write(tx, role, permissions)
  if (id === undefined || (permissions !== null && touched.length === 0)) return
  await emit(tx, by.actor, roleChanged, id, { role, before: changed[role] ?? null, after: permissions })
}

async function write(tx: Tx, role: Role, permissions: readonly Permission[]): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into identity.role_permissions (company_id, id, role, permissions)
    values (${tx.companyId}, ${newId()}, ${role}, ${[...permissions]})
    on conflict (company_id, role) do update set permissions = excluded.permissions returning id`)
  return row.id
}

async function forget(tx: Tx, role: Role): Promise<string | undefined> {
  const row = await tx.maybe(sql<{ id: string }>`
    delete from identity.role_permissions where company_id = ${tx.companyId} and role = ${role} returning id`)
  return row?.id
}
