import type { FastifyInstance } from 'fastify'
import { type Database, sql } from '../lib/db/index.ts'

/** `/healthz`: the process answers. `/readyz`: it can reach its database, so traffic may come. */
export function healthRoutes(server: FastifyInstance, { database }: { database: Database }): void {
  server.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  server.get('/readyz', { schema: { hide: true } }, async (_, reply) => {
    try {
      await database.global.one(sql`select 1 ready`)
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'the database does not answer' })
    }
  })
}
