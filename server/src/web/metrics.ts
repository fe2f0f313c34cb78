import type { FastifyInstance } from 'fastify'
import { fastify } from 'fastify'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

const registry = new Registry()
collectDefaultMetrics({ register: registry })
const seconds = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from request to answer, by route.',
  labelNames: ['method', 'route', 'status'],
  registers: [registry],
})
const failures = new Counter({
  name: 'http_failures_total',
  help: 'Answers of 500 and above.',
  registers: [registry],
})

/** Counts every answer by its route's pattern, never by its path: a path may be a payment link. */
export function measure(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
    }
    seconds.observe(labels, reply.elapsedTime / 1000)
    if (reply.statusCode >= 500) failures.inc()
    done()
  })
}

/** Metrics on a port of their own, on loopback only. */
export async function startMetrics(port: number): Promise<{ port: number; close: () => Promise<void> }> {
  const server = fastify()
  server.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()))
  await server.listen({ port, host: '127.0.0.1' })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => server.close(),
  }
}
