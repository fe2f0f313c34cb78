import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, read } from '../identity/index.ts'
import { currencyFromWire } from '../lib/currencies.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { amountOut, currencyCode } from '../lib/schemas.ts'
import { priceInvoice } from './create-invoice.ts'
import { termFields, termsOf } from './invoice.routes.ts'
import { InvoiceWire } from './invoice-wire.ts'

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
      const currency = currencyFromWire(body.currency)
      if (currency === undefined)
        throw new InvalidRequest(`${body.currency} is not a currency. Nothing was issued.`, {
          field: 'currency',
        })
      const priced = priceInvoice({ currency, ...termsOf(body) })
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
        taxes: priced.taxBreakdown.map((group) => ({
          category: group.category,
          name: group.name,
          rate: group.rate,
          taxable: Number(group.taxable),
          amount: Number(group.tax),
        })),
        lines: priced.lines.map(({ amount }) => ({ amount: Number(amount) })),
      }
    },
  )
}
