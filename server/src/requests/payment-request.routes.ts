import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { list, ownCompany, read, write } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { givenFilter, givenId } from '../lib/given-id.ts'
import { documentFilter, documentFilterOf } from '../lib/list-filter.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { email, idParams, listQuery, longText, name, nullable, wireId } from '../lib/schemas.ts'
import { listMessagesAbout } from '../messaging/index.ts'
import { attachmentIdOf } from '../receivables/index.ts'
import { textFields, textOrder } from './compose-text.ts'
import { createDetailedRequest } from './create-detailed-request.ts'
import { createInvoiceRequest, createQuickRequest, MOST_INVOICES } from './create-request.ts'
import { NO_TERMS, termFields, termsOrder } from './link-terms.ts'
import { listRequests } from './list-requests.ts'
import { attachmentIds, DetailedBody, detailedOrder, QuickBody, quickOrder } from './own-document-wire.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { remindRequest } from './remind-request.ts'
import { LISTED_STATUSES, RequestWire, requestColumns, requestIdOf, requestToWire } from './request-wire.ts'
import { findRequest, listLinks, type PaymentRequest } from './requests.queries.ts'
import { sendRequest } from './send-request.ts'
import { voidRequest } from './void-request.ts'

const Create = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('invoice'),
      invoices: Type.Array(wireId('inv'), { minItems: 1, maxItems: MOST_INVOICES }),
      message: Type.Optional(nullable(longText)),
      attachments: attachmentIds,
      ...termFields,
    },
    { additionalProperties: false },
  ),
  QuickBody,
  DetailedBody,
])

/** Payment requests: created, sent, listed, read, voided. */
export function paymentRequestRoutes(server: FastifyInstance, services: RequestServices): void {
  const tag = 'Payment requests'
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/payment_requests',
      permission: 'requests.send',
      summary:
        'Ask for money: for invoices, for an amount under a reference, or in detail with subtotal, tax and shipping',
      tag,
      body: Create,
      response: RequestWire,
    },
    async (tx, { actor, body }) => {
      if (body.kind === 'invoice') {
        const invoiceIds = body.invoices.map((text) => {
          const id = givenId('inv', text, 'invoice')
          return id
        })
        return show(
          tx,
          services,
          await createInvoiceRequest(tx, actor, {
            invoiceIds,
            message: body.message ?? null,
            terms: { ...NO_TERMS, ...termsOrder(body) },
            attachmentIds: (body.attachments ?? []).map(attachmentIdOf),
          }),
        )
      }
      const request =
        body.kind === 'quick'
          ? await createQuickRequest(tx, actor, quickOrder(body))
          : await createDetailedRequest(tx, actor, detailedOrder(body))
      return show(tx, services, request)
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/payment_requests/:id/send',
      permission: 'requests.send',
      summary: 'Send a request by e-mail, with a new link',
      tag,
      params: idParams,
      body: Type.Object(
        { email: Type.Optional(email), name: Type.Optional(name), ...textFields, ...termFields },
        { additionalProperties: false },
      ),
      response: RequestWire,
      status: 200,
    },
    async (tx, { actor, params, body }) => {
      const company = await ownCompany(tx)
      const { request } = await sendRequest(tx, actor, services.clock.now(), {
        linkKey: services.linkKey,
        company,
        requestId: requestIdOf(params.id),
        email: body.email,
        name: body.name,
        text: textOrder(body),
        terms: termsOrder(body),
      })
      return show(tx, services, request)
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/payment_requests/:id/remind',
      permission: 'requests.send',
      summary: 'Remind of an unpaid request, by e-mail to where it last went',
      tag,
      params: idParams,
      body: Type.Object(textFields, { additionalProperties: false }),
      response: RequestWire,
      status: 200,
    },
    async (tx, { actor, params, body }) =>
      show(
        tx,
        services,
        await remindRequest(tx, actor, services.clock.now(), {
          linkKey: services.linkKey,
          company: await ownCompany(tx),
          requestId: requestIdOf(params.id),
          text: textOrder(body),
        }),
      ),
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/payment_requests/:id/void',
      permission: 'requests.send',
      summary:
        'Take a request back; nobody can pay by its links. Its invoices stay open unless they are to be voided too',
      tag,
      params: idParams,
      body: nullable(
        Type.Object({ void_invoices: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
      ),
      response: RequestWire,
      status: 200,
    },
    async (tx, { actor, params, body }) => {
      const voided = await voidRequest(tx, actor, services.clock.now(), requestIdOf(params.id), {
        voidInvoices: body?.void_invoices ?? false,
      })
      return show(tx, services, voided)
    },
  )
  list(
    server,
    services,
    {
      url: '/v1/payment_requests',
      permission: 'requests.read',
      summary: 'List payment requests, newest first',
      tag,
      query: {
        ...listQuery,
        ...documentFilter,
        customer: Type.Optional(Type.String({ maxLength: 100 })),
        invoice: Type.Optional(
          Type.String({ maxLength: 100, description: 'Only those that ask for this invoice.' }),
        ),
        state: Type.Optional(Type.Enum(['draft', 'sent', 'voided'])),
        status: Type.Optional(
          Type.Enum(LISTED_STATUSES, {
            description:
              'The label that rows show, or `unpaid`: asked for, something still owed and nothing on its way, which is `sent`, `viewed`, `partially_paid` and `expired` together. What can be reminded of.',
          }),
        ),
      },
      row: RequestWire,
      fileName: 'payment-requests',
      columns: requestColumns,
    },
    async (db, query) => {
      const asked = pageRequest('req', query)
      const customerId = givenFilter('cus', query.customer, 'customer')
      const invoiceId = givenFilter('inv', query.invoice, 'invoice')
      const now = services.clock.now()
      const rows = await listRequests(db, now, asked, {
        ...documentFilterOf(query, (await ownCompany(db)).timeZone),
        customerId,
        invoiceId,
        state: query.state,
        status: query.status,
      })
      const ids = rows.map(({ id }) => id)
      const [links, messages] = await Promise.all([listLinks(db, ids), listMessagesAbout(db, ids)])
      return page('req', rows, asked.limit, (row) =>
        requestToWire(
          row,
          links.filter(({ requestId }) => requestId === row.id),
          messages.filter(({ subjectId }) => subjectId === row.id),
          now,
        ),
      )
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/payment_requests/:id',
      permission: 'requests.read',
      summary: 'Read a payment request',
      tag,
      params: idParams,
      response: RequestWire,
    },
    async (db, { params }) => {
      const request = await findRequest(db, requestIdOf(params.id))
      if (request === undefined) throw new NotFound('payment request')
      return show(db, services, request)
    },
  )
}

async function show(db: Db, services: RequestServices, request: PaymentRequest) {
  const [links, messages] = await Promise.all([
    listLinks(db, [request.id]),
    listMessagesAbout(db, [request.id]),
  ])
  return requestToWire(request, links, messages, services.clock.now())
}
