import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Db } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { readRolePermissions } from '../held-permissions.ts'
import { isRole, PERMISSIONS, permissionsOf, ROLES, type Role } from '../permissions.ts'
import { type RouteServices, read, write } from '../route.ts'
import { changeRole } from './change-role.ts'
import { permissionWords, roleWords } from './permission-words.ts'

const permissions = Type.Array(Type.Enum([...PERMISSIONS]), { uniqueItems: true })

const RoleWire = Type.Object(
  {
    object: Type.Literal('role'),
    role: Type.Enum([...ROLES]),
    name: Type.String(),
    permissions,
    editable: Type.Boolean({ description: 'Of an admin nothing can be taken.' }),
    changed: Type.Boolean({ description: 'Whether the company has it otherwise than the preset.' }),
  },
  { $id: 'Role' },
)

const tag = 'Staff'
const query = Type.Object({ language: Type.Optional(Type.Enum(['en', 'fr'])) })
const one = {
  permission: 'staff.manage',
  tag,
  params: Type.Object({ role: Type.String({ maxLength: 40 }) }),
  query,
  response: RoleWire,
} as const

/** What each role may do in this company: the preset table, and what the company changed of it. */
export function roleRoutes(server: FastifyInstance, services: RouteServices): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/roles',
      permission: 'staff.manage',
      summary: 'The table of roles and permissions, with names in the language asked for',
      tag,
      query,
      response: Type.Object({
        object: Type.Literal('list'),
        data: Type.Array(RoleWire),
        permissions: Type.Array(
          Type.Object({ permission: Type.Enum([...PERMISSIONS]), description: Type.String() }),
        ),
      }),
    },
    async (db, { query: { language } }) => {
      const say = permissionWords(language ?? 'en')
      return {
        object: 'list' as const,
        data: await Promise.all(ROLES.map((role) => roleToWire(db, role, language))),
        permissions: PERMISSIONS.map((permission) => ({ permission, description: say(permission) })),
      }
    },
  )
  write(
    server,
    services,
    {
      ...one,
      method: 'PATCH',
      url: '/v1/roles/:role',
      summary: 'Say what a role may do in this company, from the next request on',
      body: Type.Object({ permissions }, { additionalProperties: false }),
    },
    async (tx, by) => {
      const role = roleOf(by.params.role)
      await changeRole(tx, by, role, by.body.permissions)
      return roleToWire(tx, role, by.query.language)
    },
  )
  write(
    server,
    services,
    { ...one, method: 'DELETE', url: '/v1/roles/:role', summary: 'Back to the preset' },
    async (tx, by) => {
      const role = roleOf(by.params.role)
      await changeRole(tx, by, role, null)
      return roleToWire(tx, role, by.query.language)
    },
  )
}

function roleOf(text: string): Role {
  if (!isRole(text)) throw new NotFound('role')
  return text
}

async function roleToWire(db: Db, role: Role, language: string | undefined) {
  const changed = await readRolePermissions(db)
  return {
    object: 'role' as const,
    role,
    name: roleWords(language ?? 'en')(role),
    permissions: [...permissionsOf([role], changed)],
    editable: role !== 'admin',
    changed: changed[role] !== undefined,
  }
}
