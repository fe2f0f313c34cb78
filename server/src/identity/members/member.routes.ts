import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { InvalidRequest } from '../../lib/errors.ts'
import { givenId } from '../../lib/given-id.ts'
import { toWireId } from '../../lib/ids.ts'
import { page, pageRequest } from '../../lib/pagination.ts'
import {
  email,
  idParams,
  language,
  listQuery,
  listWire,
  name,
  nullable,
  timestamp,
  wireId,
} from '../../lib/schemas.ts'
import { countInvitation } from '../attempts.ts'
import type { SignInServices } from '../browser-session.ts'
import { findCompany } from '../companies.queries.ts'
import { ROLES } from '../permissions.ts'
import { prepareAndWrite, type RouteServices, read, write } from '../route.ts'
import { changeMember, type MemberChange } from './change-member.ts'
import { AlreadyMember, inviteMember, issueInvitation } from './invite-member.ts'
import { listMembers, type Member, type MembershipId, requireMember } from './members.queries.ts'

const roles = Type.Array(Type.Enum([...ROLES]), { minItems: 1, uniqueItems: true })

const MemberWire = Type.Object(
  {
    object: Type.Literal('member'),
    id: wireId('mem'),
    user: wireId('usr'),
    name: Type.String(),
    email: Type.String(),
    roles,
    status: Type.Enum(['invited', 'active', 'suspended', 'removed', 'revoked']),
    totp_enabled: Type.Boolean(),
    invited_until: nullable(timestamp),
    last_seen_at: nullable(timestamp),
    created_at: timestamp,
  },
  { $id: 'Member' },
)

const tag = 'Staff'
const one = { permission: 'staff.manage', tag, params: idParams, response: MemberWire } as const

/** Who works for the company: invited, given roles, suspended, sent away. */
export function memberRoutes(server: FastifyInstance, services: RouteServices & SignInServices): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/members',
      permission: 'staff.manage',
      summary: 'List the staff and who is invited, newest first',
      tag,
      query: Type.Object(listQuery),
      response: listWire(MemberWire),
    },
    async (db, { query }) => {
      const request = pageRequest('mem', query)
      return page('mem', await listMembers(db, request), request.limit, memberToWire)
    },
  )
  prepareAndWrite(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/members',
      permission: 'staff.manage',
      summary: 'Invite somebody by mail; nobody gives roles that may do more than they may themselves',
      tag,
      body: Type.Object(
        { email, name: Type.Optional(name), language: Type.Optional(language), roles },
        { additionalProperties: false },
      ),
      response: MemberWire,
    },
    ({ companyId }) => countInvitation(services.database.global, companyId),
    async (tx, by, _) => {
      const company = await findCompany(tx, tx.companyId)
      const { body } = by
      const invitation = {
        email: body.email,
        name: body.name ?? body.email.slice(0, body.email.indexOf('@')),
        language: body.language ?? company?.language ?? 'en',
        roles: body.roles,
      }
      return memberToWire(await inviteMember(tx, by, services.linkKey, invitation))
    },
  )
  write(
    server,
    services,
    {
      ...one,
      method: 'PATCH',
      url: '/v1/members/:id',
      summary: 'Change roles, suspend or let work again; the company always keeps an active admin',
      body: Type.Object(
        { roles: Type.Optional(roles), status: Type.Optional(Type.Enum(['active', 'suspended'])) },
        { additionalProperties: false },
      ),
    },
    async (tx, by) => {
      const member = await requireMember(tx, memberId(by.params.id))
      return memberToWire(await changeMember(tx, by, member.id, changeOf(member, by.body)))
    },
  )
  write(
    server,
    services,
    { ...one, method: 'DELETE', url: '/v1/members/:id', summary: 'Send away, or take an invitation back' },
    async (tx, by) => {
      const member = await requireMember(tx, memberId(by.params.id))
      const event = member.status === 'invited' ? 'revoke' : 'remove'
      return memberToWire(await changeMember(tx, by, member.id, { event }))
    },
  )
  prepareAndWrite(
    server,
    services,
    {
      ...one,
      method: 'POST',
      url: '/v1/members/:id/resend_invitation',
      summary: 'Mail a new link to somebody who is invited; the one before is over',
      status: 200,
    },
    ({ companyId }) => countInvitation(services.database.global, companyId),
    async (tx, { actor, params }) => {
      const member = await requireMember(tx, memberId(params.id))
      if (member.status !== 'invited')
        throw new AlreadyMember(`This person is ${member.status}, not invited. Nothing was sent.`)
      return memberToWire(await issueInvitation(tx, actor, services.linkKey, member.id))
    },
  )
}

function memberId(text: string): MembershipId {
  return givenId('mem', text, 'member')
}

/** What is asked to be as it is already changes nothing. */
function changeOf(
  member: Member,
  { roles, status }: { roles?: Member['roles']; status?: 'active' | 'suspended' },
): MemberChange {
  if (roles === undefined && status === undefined)
    throw new InvalidRequest('Name roles or a status. Nothing was changed.')
  const event = status === undefined || status === member.status ? undefined : EVENTS[status]
  return { ...(roles === undefined ? {} : { roles }), ...(event === undefined ? {} : { event }) }
}

const EVENTS = { active: 'resume', suspended: 'suspend' } as const

function memberToWire(member: Member): Static<typeof MemberWire> {
  return {
    object: 'member',
    id: toWireId('mem', member.id),
    user: toWireId('usr', member.userId),
    name: member.name,
    email: member.email,
    roles: member.roles,
    status: member.status,
    totp_enabled: member.hasSecondFactor,
    invited_until: member.invitedUntil?.toISOString() ?? null,
    last_seen_at: member.lastSeenAt?.toISOString() ?? null,
    created_at: member.createdAt.toISOString(),
  }
}
