import type { FastifyInstance } from 'fastify'
import type { PhoneServices } from './by-phone/find-phone-page.ts'
import { phoneRoutes } from './by-phone/phone.routes.ts'
import { depositRoutes } from './deposits.routes.ts'
import { downloadRoutes } from './download.routes.ts'
import { pageRoutes } from './page.routes.ts'
import { paymentRoutes } from './payment.routes.ts'
import { renewalRoutes } from './renewal.routes.ts'
import { returnRoutes } from './return.routes.ts'
import { wirePageRoutes } from './wire.routes.ts'

export type { PayPageServices } from './find-page.ts'

/** The pay page and what its script asks (PROTOCOL.md). Whoever holds the token may ask; nobody else learns anything. */
export function payPageRoutes(server: FastifyInstance, services: PhoneServices): void {
  server.addHook('onSend', (_, reply, payload, done) => {
    reply.header('x-robots-tag', 'noindex')
    done(null, payload)
  })
  pageRoutes(server, services)
  paymentRoutes(server, services)
  depositRoutes(server, services)
  renewalRoutes(server, services)
  wirePageRoutes(server, services)
  returnRoutes(server, services)
  downloadRoutes(server, services)
  phoneRoutes(server, services)
}
