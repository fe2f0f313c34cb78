import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type RouteServices, read, write } from '../identity/index.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { email, idParams, listQuery, listWire, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { liftSuppressedAddress } from './suppress-address.ts'
import { listSuppressions, type Suppression } from './suppressions.queries.ts'

const SuppressionWire = Type.Object(
  {
    object: Type.Literal('suppression'),
    id: wireId('sup'),
    address: Type.String(),
    reason: Type.Enum(['bounced', 'unsubscribed'], {
      description: 'bounced: no mail goes there. unsubscribed: no reminders and no thanks.',
    }),
    message: nullable(wireId('msg')),
    detail: nullable(Type.String()),
    created_at: timestamp,
  },
  { $id: 'Suppression' },
)

const tag = 'Messages'

/** Addresses that mail does not go to: listed, and taken off the list. */
export function suppressionRoutes(server: FastifyInstance, services: RouteServices): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/suppressions',
      permission: 'customers.read',
      summary: 'List addresses that mail does not go to, newest first',
      tag,
      query: Type.Object({ ...listQuery, address: Type.Optional(email) }),
      response: listWire(SuppressionWire),
    },
    async (db, { query }) => {
      const request = pageRequest('sup', query)
      return page('sup', await listSuppressions(db, request, query.address), request.limit, toWire)
    },
  )
  write(
    server,
    services,
    {
      method: 'DELETE',
      url: '/v1/suppressions/:id',
      permission: 'customers.write',
      summary: 'Let mail go to an address again',
      tag,
      params: idParams,
      response: Type.Object({
        object: Type.Literal('suppression'),
        id: wireId('sup'),
        deleted: Type.Literal(true),
      }),
    },
    async (tx, { actor, params }) => {
      const id = givenId('sup', params.id, 'suppression')
      await liftSuppressedAddress(tx, actor, id)
      return { object: 'suppression' as const, id: params.id, deleted: true as const }
    },
  )
}

function toWire(suppression: Suppression): Static<typeof SuppressionWire> {
  return {
    object: 'suppression',
    id: toWireId('sup', suppression.id),
    address: suppression.address,
    reason: suppression.reason,
    message: suppression.messageId === null ? null : toWireId('msg', suppression.messageId),
    detail: suppression.detail,
    created_at: suppression.createdAt.toISOString(),
  }
}
