import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, read } from '../identity/index.ts'
import { amountOut, currencyCode } from '../lib/schemas.ts'
import { priceInvoice } from './create-invoice.ts'
import { taxesToWire } from './document-wire.ts'
import { InvoiceWire } from './invoice-wire.ts'
import { orderCurrency, termFields, termsOf } from './order-terms.ts'

const { subtotal, allowances, charges, shipping, tax, rounding, total, taxes } = InvoiceWire.properties
const PreviewWire = Type.Object(
  {
    object: Type.Literal('invoice_preview'),
    currency: currencyCode,
    subtotal,
    allowances,
    charges,
    shipping,
    tax,
    rounding,
    total,
    taxes,
    lines: Type.Array(Type.Object({ amount: amountOut })),
  },
  { $id: 'InvoicePreview' },
)

/** What an invoice would come to. It changes nothing, so it needs no Idempotency-Key. */
export function invoicePreviewRoutes(server: FastifyInstance, services: RouteServices): void {
  read(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/invoices/preview',
      permission: 'invoices.write',
      summary: 'Say what an invoice with these lines would come to, and issue nothing',
      tag: 'Invoices',
      body: Type.Object({ currency: currencyCode, ...termFields }, { additionalProperties: false }),
      response: PreviewWire,
      status: 200,
    },
    async (_db, { body }) => {
      const priced = priceInvoice({ currency: orderCurrency(body.currency), ...termsOf(body) })
      return {
        object: 'invoice_preview' as const,
        currency: body.currency,
        subtotal: Number(priced.subtotal),
        allowances: Number(priced.allowances),
        charges: Number(priced.charges),
        shipping: Number(priced.shipping),
        tax: Number(priced.tax),
        rounding: Number(priced.rounding),
        total: Number(priced.total),
        taxes: taxesToWire(priced.taxBreakdown),
        lines: priced.lines.map(({ amount }) => ({ amount: Number(amount) })),
      }
    },
  )
}
