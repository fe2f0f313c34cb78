import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { companyDay, type RouteServices, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { givenId } from '../lib/given-id.ts'
import { email, idParams, isoDate, line, longText, nullable } from '../lib/schemas.ts'
import {
  editInvoice,
  givenInvoiceTermsOf,
  InvoiceWire,
  invoiceTermFields,
  invoiceToWire,
  listLines,
} from '../receivables/index.ts'
import { decideLinkOf } from './check-links-allowed.ts'
import { LINK_REASONS } from './link-decision.ts'

const InvoiceEdit = Type.Object(
  {
    revision: Type.Integer({
      minimum: 1,
      maximum: 2_147_483_647,
      description: 'The revision that the editor saw; another one is refused.',
    }),
    ...Type.Partial(Type.Object(invoiceTermFields)).properties,
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

const EditedInvoiceWire = Type.Object(
  {
    ...InvoiceWire.properties,
    payment_link: Type.Object(
      {
        possible: Type.Boolean(),
        reason: Type.Enum([...LINK_REASONS]),
        decided_by: nullable(Type.String({ description: 'Of a rule: the setting’s key.' })),
      },
      {
        description:
          'Whether what is open of it can be asked for by a link from now on, and why. Where it cannot, links that are out take no payment and say so.',
      },
    ),
  },
  { $id: 'EditedInvoice' },
)

/** Editing an invoice under its number: the answer also says whether it can still be paid by link. */
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
      response: EditedInvoiceWire,
    },
    async (tx, { actor, params, body }) => {
      const { buyer } = body
      const id = givenId('inv', params.id, 'invoice')
      const edited = await editInvoice(tx, actor, services.clock.now(), id, {
        revision: body.revision,
        terms: givenInvoiceTermsOf(body),
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
      const { customerId, open, currency } = edited
      const { embedded, reason, decidedBy } = await decideLinkOf(tx, {
        origin: 'invoice_request',
        customerId,
        open,
        currency,
      })
      const today = await companyDay(tx, services.clock.now())
      return {
        ...invoiceToWire(edited, today, await listLines(tx, id)),
        payment_link: { possible: embedded, reason, decided_by: decidedBy },
      }
    },
  )
}
