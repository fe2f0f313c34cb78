import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Db, join, sql } from '../lib/db/index.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { fromWireId, toWireId } from '../lib/ids.ts'
import { type PageRequest, page, pageRequest } from '../lib/pagination.ts'
import { listQuery, listWire, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { type RouteServices, read } from './route.ts'

const ACTOR_PREFIX: Readonly<Record<string, string>> = { staff: 'usr', api_key: 'key', payer: 'lnk' }

const AuditEventWire = Type.Object(
  {
    object: Type.Literal('audit_event'),
    id: wireId('aud'),
    at: timestamp,
    type: Type.String({ description: '`noun.verb`, past tense.' }),
    actor: Type.Object({
      type: Type.Enum(['staff', 'api_key', 'payer', 'processor', 'system', 'operator']),
      id: Type.String(),
      name: nullable(Type.String({ description: 'Of the person, or of the key.' })),
    }),
    subject: Type.Object({ type: Type.String(), id: Type.String({ description: 'A UUID.' }) }),
    detail: Type.Unknown(),
  },
  { $id: 'AuditEvent' },
)

interface AuditRow {
  id: string
  at: Date
  type: string
  actorType: 'staff' | 'api_key' | 'payer' | 'processor' | 'system' | 'operator'
  actorId: string
  actorName: string | null
  subjectType: string
  subjectId: string
  detail: unknown
}

/** Who did what, newest first: every change of a state and of a setting. */
export function auditEventRoutes(server: FastifyInstance, services: RouteServices): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/audit_events',
      permission: 'audit.read',
      summary: 'The audit trail, newest first',
      tag: 'Audit',
      query: Type.Object({
        ...listQuery,
        type: Type.Optional(Type.String({ maxLength: 60, pattern: '^[a-z_.]+$' })),
        actor: Type.Optional(
          Type.String({ maxLength: 100, description: '`usr_…`, `key_…`, `lnk_…`, or a kind of actor.' }),
        ),
      }),
      response: listWire(AuditEventWire),
    },
    async (db, { query }) => {
      const request = pageRequest('aud', query)
      return page('aud', await listAuditEvents(db, request, query), request.limit, toWire)
    },
  )
}

function listAuditEvents(
  db: Db,
  request: PageRequest,
  filter: { type?: string; actor?: string },
): Promise<AuditRow[]> {
  const where = [sql`e.company_id = ${db.companyId}`]
  if (request.after !== undefined) where.push(sql`e.id < ${request.after}`)
  if (filter.type !== undefined) where.push(sql`e.action = ${filter.type}`)
  if (filter.actor !== undefined) {
    const actor = actorOf(filter.actor)
    where.push(sql`e.actor_type = ${actor.type}`)
    if (actor.id !== undefined) where.push(sql`e.actor_id = ${actor.id}`)
  }
  return db.many(sql<AuditRow>`
    select e.id, e.at, e.action "type", e.actor_type "actorType", e.actor_id "actorId",
      coalesce(u.name, k.name) "actorName", e.subject_type "subjectType", e.subject_id "subjectId", e.detail
    from identity.audit_events e
      left join identity.users u on u.id = case when e.actor_type = 'staff' then e.actor_id::uuid end
      left join identity.api_keys k on k.company_id = e.company_id
        and k.id = case when e.actor_type = 'api_key' then e.actor_id::uuid end
    where ${join(where, ' and ')} order by e.id desc limit ${request.limit + 1}`)
}

const KINDS = ['staff', 'api_key', 'payer', 'processor', 'system', 'operator']

function actorOf(text: string): { type: string; id?: string } {
  if (KINDS.includes(text)) return { type: text }
  for (const [type, prefix] of Object.entries(ACTOR_PREFIX)) {
    const id = fromWireId(prefix, text)
    if (id !== undefined) return { type, id }
  }
  throw new InvalidRequest('actor is the id of a person, key or link, or a kind of actor.', {
    field: 'actor',
  })
}

function toWire(row: AuditRow): Static<typeof AuditEventWire> {
  const prefix = ACTOR_PREFIX[row.actorType]
  return {
    object: 'audit_event',
    id: toWireId('aud', row.id),
    at: row.at.toISOString(),
    type: row.type,
    actor: {
      type: row.actorType,
      id: prefix === undefined ? row.actorId : toWireId(prefix, row.actorId),
      name: row.actorName,
    },
    subject: { type: row.subjectType, id: row.subjectId },
    detail: row.detail,
  }
}
