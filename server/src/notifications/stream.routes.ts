import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { admit, admitFirst, admittedOf, type RouteServices } from '../identity/index.ts'
import type { Notices } from '../lib/db/index.ts'
import { type CompanyId, fromWireId } from '../lib/ids.ts'
import { NotAnEventStream, TooManyStreams } from './errors.ts'
import { EventStream } from './event-stream.ts'
import { findPosition, lastPosition } from './stream.queries.ts'

export interface StreamServices extends RouteServices {
  notices: Notices
}

const PERMISSION = 'requests.read'
/** In one process. A browser keeps one for each tab. */
const MOST_OF_A_COMPANY = 200
const MOST_OF_A_CALLER = 20

/** What happens, told as it does: server-sent events for whoever looks at a screen. */
export function streamRoutes(server: FastifyInstance, services: StreamServices): void {
  const open = new Map<EventStream, { companyId: CompanyId; caller: string }>()
  server.addHook('preClose', async () => {
    for (const stream of open.keys()) stream.end('closing')
  })
  server.route({
    method: 'GET',
    url: '/v1/stream',
    schema: {
      summary: 'Follow events as they happen (server-sent events)',
      description: `Needs the permission \`${PERMISSION}\`; tells only of what the caller may read. Each event has an id, a type and as data the ids of what it is about. After a break the \`Last-Event-ID\` header brings everything that came since. \`event: reset\` says that the id is not known: read anew what you show. \`event: permissions\` says that the caller may do more or less than before: read the session again. \`event: end\` says that the server is closing or the session is over.`,
      tags: ['Events'],
      headers: Type.Object({ 'last-event-id': Type.Optional(Type.String({ maxLength: 100 })) }),
      response: {
        200: {
          description: 'Events without end.',
          content: { 'text/event-stream': { schema: Type.String() } },
        },
        '4xx': {
          description: 'Refused.',
          content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
        },
      },
    },
    config: {
      permission: PERMISSION,
      problems: ['not_an_event_stream', 'too_many_streams'],
      isUnattended: true,
    },
    onRequest: admitFirst(services, PERMISSION),
    handler: async (request, reply) => {
      const admitted = admittedOf(request)
      if (!request.headers.accept?.includes('text/event-stream')) {
        throw new NotAnEventStream(
          'This answers with a stream of events: ask with Accept: text/event-stream.',
        )
      }
      const { companyId } = admitted
      const caller = `${admitted.actor.type} ${admitted.session?.id ?? admitted.actor.id}`
      refuseTooMany([...open.values()], companyId, caller)
      const { after, isKnown } = await begin(services, companyId, request)
      reply.hijack()
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-accel-buffering': 'no',
      })
      reply.raw.write(`retry: 2000\n: connected\n\n${isKnown ? '' : 'event: reset\ndata: {}\n\n'}`)
      const stream = new EventStream(reply.raw, {
        database: services.database,
        companyId,
        after,
        admitAgain: async () => {
          const again = await admit(services, request, PERMISSION)
          return again.companyId === companyId ? again.permissions : undefined
        },
        listen: (wake) => services.notices.listen(companyId, wake),
      })
      open.set(stream, { companyId, caller })
      await stream.run().finally(() => open.delete(stream))
    },
  })
}

function refuseTooMany(
  open: readonly { companyId: CompanyId; caller: string }[],
  companyId: CompanyId,
  caller: string,
): void {
  const ofCompany = open.filter((stream) => stream.companyId === companyId)
  const ofCaller = ofCompany.filter((stream) => stream.caller === caller)
  if (ofCompany.length < MOST_OF_A_COMPANY && ofCaller.length < MOST_OF_A_CALLER) return
  throw new TooManyStreams('Too many streams are open already. Close one, or ask again in a minute.', {
    details: { retry_after_seconds: 60 },
  })
}

/** After the event that the client saw last, else now. */
async function begin(
  { database }: RouteServices,
  companyId: CompanyId,
  request: FastifyRequest,
): Promise<{ after: bigint; isKnown: boolean }> {
  const last = request.headers['last-event-id']
  return database.read(companyId, async (db) => {
    const id = typeof last === 'string' ? fromWireId('evt', last) : undefined
    const seen = id === undefined ? undefined : await findPosition(db, id)
    return { after: seen ?? (await lastPosition(db)), isKnown: last === undefined || seen !== undefined }
  })
}
