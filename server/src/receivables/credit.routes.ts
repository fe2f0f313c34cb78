import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, read, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { NotFound } from '../lib/errors.ts'
import { givenFilter, givenId } from '../lib/given-id.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { amount, idParams, line, listQuery, listWire, nullable, wireId } from '../lib/schemas.ts'
import { listApplicationsOf } from './applications.queries.ts'
import { applyCredit } from './apply-credit.ts'
import { ApplicationWire, applicationToWire, CreditWire, creditToWire } from './credit-wire.ts'
import { type CreditId, findCredit, listCredits } from './credits.queries.ts'
import { reverseApplication } from './reverse-application.ts'

/** Credits: read, applied to invoices, taken back from them. */
export function creditRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const tag = 'Credits'
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/credits',
      permission: 'payments.read',
      summary: 'List credits: money that customers have with you',
      tag,
      query: Type.Object({
        ...listQuery,
        customer: Type.Optional(Type.String({ maxLength: 100 })),
        open: Type.Optional(Type.Boolean({ description: 'Only those of which something is left.' })),
      }),
      response: listWire(CreditWire),
    },
    async (db, { query }) => {
      const request = pageRequest('crd', query)
      const customerId = givenFilter('cus', query.customer, 'customer')
      const rows = await listCredits(db, request, {
        ...(customerId === undefined ? {} : { customerId }),
        ...(query.open === undefined ? {} : { open: query.open }),
      })
      const applications = await listApplicationsOf(
        db,
        rows.map(({ id }) => id),
      )
      return page('crd', rows, request.limit, (row) => creditToWire(row, applications))
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/credits/:id',
      permission: 'payments.read',
      summary: 'Read a credit with what it was applied to',
      tag,
      params: idParams,
      response: CreditWire,
    },
    async (db, { params }) => {
      const id = creditId(params.id)
      const credit = await findCredit(db, id)
      if (credit === undefined) throw new NotFound('credit')
      return creditToWire(credit, await listApplicationsOf(db, [id]))
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/credits/:id/apply',
      permission: 'credits.write',
      summary: 'Apply a credit to invoices of its customer; without any, to the oldest due first',
      tag,
      params: idParams,
      body: Type.Object(
        {
          invoices: Type.Optional(
            Type.Array(
              Type.Object(
                { invoice: wireId('inv'), amount: Type.Optional(amount) },
                { additionalProperties: false },
              ),
              { minItems: 1, maxItems: 100 },
            ),
          ),
        },
        { additionalProperties: false },
      ),
      response: CreditWire,
      status: 200,
    },
    async (tx, { actor, params, body }) => {
      const targets = body.invoices?.map((target) => {
        const invoiceId = givenId('inv', target.invoice, 'invoice')
        return { invoiceId, amount: target.amount === undefined ? undefined : BigInt(target.amount) }
      })
      const credit = await applyCredit(tx, actor, services.clock.now(), creditId(params.id), targets)
      return creditToWire(credit, await listApplicationsOf(tx, [credit.id]))
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/applications/:id/reverse',
      permission: 'credits.write',
      summary: 'Take a credit back from an invoice, which is owed again',
      tag,
      params: idParams,
      body: Type.Object({ reason: Type.Optional(nullable(line)) }, { additionalProperties: false }),
      response: ApplicationWire,
      status: 200,
    },
    async (tx, { actor, params, body }) => {
      const id = givenId('app', params.id, 'application')
      const now = services.clock.now()
      return applicationToWire(await reverseApplication(tx, actor, now, id, body.reason ?? null))
    },
  )
}

function creditId(text: string): CreditId {
  return givenId('crd', text, 'credit')
}
