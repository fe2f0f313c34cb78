import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ownCompany, type RouteServices, read, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { NotFound } from '../lib/errors.ts'
import { fromWireId } from '../lib/ids.ts'
import { idParams, wireId } from '../lib/schemas.ts'
import { termFields, termsOrder } from './link-terms.ts'
import { LinkWire, linkToWire, requestIdOf } from './request-wire.ts'
import { findLink } from './requests.queries.ts'
import { copyLink } from './send-request.ts'

export interface RequestServices extends RouteServices {
  clock: BusinessClock
  linkKey: Buffer
}

/** Payment links, to share by hand. */
export function paymentLinkRoutes(server: FastifyInstance, services: RequestServices): void {
  const tag = 'Payment links'
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/payment_links',
      permission: 'requests.send',
      summary: 'Make a link to share by hand',
      tag,
      body: Type.Object({ payment_request: wireId('req'), ...termFields }, { additionalProperties: false }),
      response: LinkWire,
    },
    async (tx, { actor, body }) => {
      const company = await ownCompany(tx)
      const { link } = await copyLink(tx, actor, services.clock.now(), {
        linkKey: services.linkKey,
        company,
        requestId: requestIdOf(body.payment_request),
        terms: termsOrder(body),
      })
      return linkToWire(link)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/payment_links/:id',
      permission: 'requests.send',
      summary: 'Read a link, with its address',
      tag,
      params: idParams,
      response: LinkWire,
    },
    async (db, { params }) => {
      const id = fromWireId('lnk', params.id)
      const link = id === undefined ? undefined : await findLink(db, id)
      if (link === undefined) throw new NotFound('payment link')
      return linkToWire(link)
    },
  )
}
