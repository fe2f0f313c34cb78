import { fastify } from 'fastify'
import pg from 'pg'

/**
 * The yardstick of the pay page: a bare route of the same framework with one SELECT by an indexed key, prepared,
 * on a pool as large as the product's. No transaction, no row-level security, no page.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'] ?? '', max: 8 })
const server = fastify()
server.get<{ Params: { token: string } }>('/p/:token', async (request) => {
  const { rows } = await pool.query({
    name: 'bare',
    text: 'select token, reference, total from bench.bare where token = $1',
    values: [request.params.token],
  })
  return rows[0]
})
await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
process.send?.({ ready: true })
process.on('SIGTERM', () => process.exit(0))
