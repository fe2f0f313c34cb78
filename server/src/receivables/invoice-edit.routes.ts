import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { email, idParams, isoDate, line, longText, nullable } from '../lib/schemas.ts'
import { editInvoice } from './edit-invoice.ts'
import { invoiceId, termFields, termsOf } from './invoice.routes.ts'
import { InvoiceWire, invoiceToWire } from './invoice-wire.ts'
import { listLines } from './invoices.queries.ts'

const InvoiceEdit = Type.Object(
  {
    revision: Type.Integer({
      minimum: 1,
      description: 'The revision that the editor saw; another one is refused.',
    }),
    ...Type.Partial(Type.Object(termFields)).properties,
    due_on: Type.Optional(nullable(isoDate)),
    order_reference: Type.Optional(nullable(line)),
    note: Type.Optional(nullable(longText)),
    buyer: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(line),
          address_lines: Type.Optional(Type.Array(line, { maxItems: 8 })),
          email: Type.Optional(nullable(email)),
          tax_id: Type.Optional(nullable(line)),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)

/** Editing an invoice under its number. */
export function invoiceEditRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  write(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/invoices/:id',
      permission: 'invoices.write',
      summary:
        'Edit an invoice. lines, tax_included, discount and shipping are replaced together: with lines, what is left out of them is none',
      tag: 'Invoices',
      params: idParams,
      body: InvoiceEdit,
      response: InvoiceWire,
    },
    async (tx, { actor, params, body }) => {
      const { lines, buyer } = body
      if (lines === undefined && (body.tax_included ?? body.discount ?? body.shipping) !== undefined) {
        throw new InvalidRequest(
          'The sums come from lines, discount, shipping and tax_included together. Nothing was changed; send lines too.',
          { field: 'lines' },
        )
      }
      const id = invoiceId(params.id)
      const edited = await editInvoice(tx, actor, services.clock.now(), id, {
        revision: body.revision,
        terms: lines === undefined ? undefined : termsOf({ ...body, lines }),
        dueOn: body.due_on,
        orderReference: body.order_reference,
        note: body.note,
        buyer: buyer && {
          ...(buyer.name === undefined ? {} : { name: buyer.name }),
          ...(buyer.address_lines === undefined ? {} : { addressLines: buyer.address_lines }),
          ...(buyer.email === undefined ? {} : { email: buyer.email }),
          ...(buyer.tax_id === undefined ? {} : { taxId: buyer.tax_id }),
        },
      })
      return invoiceToWire(edited, services.clock.now().toISOString().slice(0, 10), await listLines(tx, id))
    },
  )
}
