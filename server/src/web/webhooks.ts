import type { FastifyInstance } from 'fastify'
import type { OffsetClock } from '../lib/clock.ts'
import { writeClockOffset } from '../lib/clock-offset.ts'
import type { Database } from '../lib/db/index.ts'
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
      // Not as Node joins them: of two headers, either might be what was verified.
      const [signature, another] = request.raw.headersDistinct['stripe-signature'] ?? []
      if (!Buffer.isBuffer(request.body) || signature === undefined || another !== undefined) {
        throw new WebhookRefused('A webhook needs a body and one Stripe-Signature header.')
      }
      const event = services.processor.readWebhook(request.body, signature)
      if (event.type === CLOCK_ADVANCED) {
        if (services.sandbox && event.clockOffsetSeconds !== null) {
          await writeClockOffset(services.database.global, services.clock, event.clockOffsetSeconds)
          services.nudge()
        }
      } else {
        await receiveEvent(services.database.global, event)
        services.nudge()
      }
      return reply.code(200).send({ received: true })
    })
  })
}
