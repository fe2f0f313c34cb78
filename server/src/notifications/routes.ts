import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, read } from '../identity/index.ts'
import { type Db, join, sql } from '../lib/db/index.ts'
import { toWireId } from '../lib/ids.ts'
import { type PageRequest, page, pageRequest } from '../lib/pagination.ts'
import { listQuery, listWire, timestamp, wireId } from '../lib/schemas.ts'

interface EventRow {
  id: string
  type: string
  subjectType: string
  subjectId: string
  occurredAt: Date
}

/** The prefix of a subject's id, by its type. */
export const SUBJECT_PREFIX: Readonly<Record<string, string>> = {
  customer: 'cus',
  contact: 'con',
  appointment: 'apt',
  invoice: 'inv',
  payment: 'pay',
  credit: 'pay',
  attachment: 'att',
  credit_note: 'cn',
  application: 'app',
  refund: 'ref',
  dispute: 'dsp',
  payment_request: 'req',
  payment_link: 'lnk',
  message: 'msg',
  priority: 'pri',
  merchant_account: 'acct',
  decline_surge: 'srg',
  payment_method: 'pm',
  method_request: 'pmr',
  bulk_send: 'bulk',
  payout: 'pyt',
  balance_movement: 'bmv',
  invoice_schedule: 'sch',
  order: 'ord',
  product: 'prd',
}

const EventWire = Type.Object(
  {
    object: Type.Literal('event'),
    id: wireId('evt'),
    type: Type.String({ description: '`noun.verb`, past tense: payment.succeeded' }),
    subject: Type.String({ description: 'The id of what it is about. Read it for what is true now.' }),
    occurred_at: timestamp,
  },
  { $id: 'Event' },
)

/** What happened, for integrators to read. */
export function eventRoutes(server: FastifyInstance, services: RouteServices): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/events',
      permission: 'events.read',
      summary: 'List events, newest first',
      tag: 'Events',
      query: Type.Object({
        ...listQuery,
        type: Type.Optional(Type.String({ maxLength: 60, pattern: '^[a-z_.]+$' })),
      }),
      response: listWire(EventWire),
    },
    async (db, { query }) => {
      const request = pageRequest('evt', query)
      return page('evt', await listEvents(db, request, query.type), request.limit, (row) => ({
        object: 'event' as const,
        id: toWireId('evt', row.id),
        type: row.type,
        subject: toWireId(SUBJECT_PREFIX[row.subjectType] ?? 'obj', row.subjectId),
        occurred_at: row.occurredAt.toISOString(),
      }))
    },
  )
}

function listEvents(db: Db, request: PageRequest, type: string | undefined): Promise<EventRow[]> {
  const where = [sql`company_id = ${db.companyId}`]
  if (request.after !== undefined) where.push(sql`id < ${request.after}`)
  if (type !== undefined) where.push(sql`type = ${type}`)
  return db.many(sql<EventRow>`
    select id, type, subject_type "subjectType", subject_id "subjectId", occurred_at "occurredAt"
    from notifications.events where ${join(where, ' and ')} order by id desc limit ${request.limit + 1}`)
}
