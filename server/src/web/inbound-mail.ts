import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../lib/db/index.ts'
import { DomainError } from '../lib/errors.ts'
import { readDeliveryReport, recordDeliveryReport } from '../messaging/index.ts'

export interface InboundMailServices {
  database: Database
  /** What the mail server that hands mail in must know; without one nobody may. */
  inboundMailSecret: string | undefined
}

class InboundMailRefused extends DomainError {
  readonly code = 'inbound_mail_refused'
  readonly status = 401
}

/**
 * Where a mail server hands in what comes to the sender's address, as it came: reports of failed and of made
 * deliveries are recorded, all else is thanked for and thrown away.
 */
export function inboundMailRoutes(server: FastifyInstance, services: InboundMailServices): void {
  const { inboundMailSecret } = services
  if (inboundMailSecret === undefined) return
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1024 * 1024 }, (_, body, done) =>
      done(null, body),
    )
    scope.post('/webhooks/mail', { schema: { hide: true } }, async (request, reply) => {
      if (
        !isSame(request.headers.authorization ?? '', `Bearer ${inboundMailSecret}`) ||
        !Buffer.isBuffer(request.body)
      ) {
        throw new InboundMailRefused(
          'Mail is handed in with `Authorization: Bearer` and the secret of MAIL_INBOUND_SECRET, the raw message as its body. Nothing was recorded.',
        )
      }
      const report = readDeliveryReport(request.body)
      if (report !== undefined) await recordDeliveryReport(services.database, report)
      return reply.code(200).send({ received: true, report: report !== undefined })
    })
  })
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
