import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, read, write } from '../identity/index.ts'
import { givenId } from '../lib/given-id.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { idParams, listQuery, listWire } from '../lib/schemas.ts'
import { listPriorities } from './priorities.queries.ts'
import { factsOf, PriorityWire, priorityToWire } from './priority-wire.ts'
import { resolvePriority } from './resolve-priority.ts'

/** What a person should look at, and that it was seen to. */
export function priorityRoutes(server: FastifyInstance, services: RouteServices): void {
  const tag = 'Priorities'
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/priorities',
      permission: 'requests.read',
      summary: 'List what a person should look at, newest first',
      tag,
      query: Type.Object({
        ...listQuery,
        status: Type.Optional(
          Type.Enum(['open', 'resolved', 'all'], { description: 'Only open ones unless told otherwise.' }),
        ),
      }),
      response: listWire(PriorityWire),
    },
    async (db, { query, permissions, actor }) => {
      const asked = pageRequest('pri', query)
      const reader = { id: actor.id, mayApprove: permissions.has('credits.approve') }
      const rows = await listPriorities(db, asked, { status: query.status ?? 'open', reader })
      const facts = await factsOf(db, rows)
      return page('pri', rows, asked.limit, (row) => priorityToWire(row, facts))
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/priorities/:id/resolve',
      permission: 'payments.receive',
      summary: 'Say that a priority was seen to',
      tag,
      params: idParams,
      response: PriorityWire,
      status: 200,
    },
    async (tx, { actor, params }) => {
      const id = givenId('pri', params.id, 'priority')
      const priority = await resolvePriority(tx, actor, id)
      return priorityToWire(priority, await factsOf(tx, [priority]))
    },
  )
}
