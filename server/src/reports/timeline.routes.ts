import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, read } from '../identity/index.ts'
import { NotFound } from '../lib/errors.ts'
import { fromWireId } from '../lib/ids.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { idParams, listQuery, listWire } from '../lib/schemas.ts'
import { findRequest } from '../requests/index.ts'
import { castOf, listTimeline } from './timeline.queries.ts'
import { TimelineEntry, timelineToWire } from './timeline-wire.ts'

/** The whole story of a request, in facts and codes. */
export function timelineRoutes(server: FastifyInstance, services: RouteServices): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/payment_requests/:id/timeline',
      permission: 'requests.read',
      summary:
        'All that happened to a request, newest first; postings of the ledger for who may read payments',
      tag: 'Payment requests',
      params: idParams,
      query: Type.Object(listQuery),
      response: listWire(TimelineEntry),
    },
    async (db, { params, query, permissions }) => {
      const id = fromWireId('req', params.id)
      if (id === undefined || (await findRequest(db, id)) === undefined) throw new NotFound('payment request')
      const asked = pageRequest('tle', query)
      const cast = await castOf(db, id)
      const rows = await listTimeline(db, id, cast, {
        limit: asked.limit + 1,
        before: asked.after,
        withJournal: permissions.has('payments.read'),
      })
      return page('tle', rows, asked.limit, (row) => timelineToWire(row, cast))
    },
  )
}
