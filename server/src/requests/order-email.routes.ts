import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ownCompany, write } from '../identity/index.ts'
import { givenId } from '../lib/given-id.ts'
import { idParams } from '../lib/schemas.ts'
import { invoiceOrder } from '../sales/index.ts'
import { textOrder } from './compose-text.ts'
import { SentInvoiceWire, sendFields, sentToWire } from './invoice-email.routes.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { sendInvoice } from './send-invoice.ts'

/** R-075 R-081: the documents of an order by e-mail: its invoice, which is issued where it has none. */
export function orderEmailRoutes(server: FastifyInstance, services: RequestServices): void {
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/orders/:id/send',
      permission: 'requests.send',
      summary: 'Send an order’s invoice by e-mail as PDF, with or without a payment link',
      tag: 'Orders',
      params: idParams,
      body: Type.Object(sendFields, { additionalProperties: false }),
      response: SentInvoiceWire,
    },
    async (tx, { actor, params, body }) => {
      const now = services.clock.now()
      const sent = await sendInvoice(tx, actor, now, {
        linkKey: services.linkKey,
        company: await ownCompany(tx),
        invoiceId: await invoiceOrder(tx, actor, now, givenId('ord', params.id, 'order')),
        to: body.to,
        name: body.name,
        text: textOrder(body),
        automatic: false,
        ticked: body.payment_link,
      })
      return sentToWire(sent)
    },
  )
}
