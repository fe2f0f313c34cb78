import type { FastifyInstance } from 'fastify'
import type { OffsetClock } from '../lib/clock.ts'
import { type Database, sql } from '../lib/db/index.ts'
import { type Processor, receiveEvent, WebhookRefused } from '../payments/index.ts'

export interface WebhookServices {
  database: Database
  processor: Processor
  clock: OffsetClock
  sandbox: boolean
  /** Forwards what was queued at once. */
  nudge: () => void
}

const CLOCK_ADVANCED = 'sandbox.clock.advanced'

/**
 * What the processor tells us: verified on the raw body, stored, answered, and handled from the queue. The
 * sandbox tells its clock here too; nothing else ever moves ours.
 */
export function webhookRoutes(server: FastifyInstance, services: WebhookServices): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1024 * 1024 }, (_, body, done) =>
      done(null, body),
    )
    scope.post('/webhooks/stripe', { schema: { hide: true } }, async (request, reply) => {
      const signature = request.headers['stripe-signature']
      if (!Buffer.isBuffer(request.body) || typeof signature !== 'string') {
        throw new WebhookRefused('A webhook needs a body and a Stripe-Signature header.')
      }
      const event = services.processor.readWebhook(request.body, signature)
      if (event.type === CLOCK_ADVANCED) {
        if (services.sandbox && event.clockOffsetSeconds !== null)
          await setClock(services, event.clockOffsetSeconds)
      } else {
        await receiveEvent(services.database.global, event)
        services.nudge()
      }
      return reply.code(200).send({ received: true })
    })
  })
}

async function setClock({ database, clock, nudge }: WebhookServices, offsetSeconds: number): Promise<void> {
  await database.global.many(sql`update lib.clock set offset_seconds = ${offsetSeconds} where singleton`)
  clock.setOffset(offsetSeconds)
  nudge()
}

/** Follows the clock that another process of ours was told of. */
export async function readClock({
  database,
  clock,
}: Pick<WebhookServices, 'database' | 'clock'>): Promise<void> {
  const row = await database.global.one(
    sql<{ offset: bigint }>`select offset_seconds "offset" from lib.clock`,
  )
  clock.setOffset(Number(row.offset))
}
