import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { companyDay, read, write } from '../../identity/index.ts'
import type { Db } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { givenId } from '../../lib/given-id.ts'
import { toWireId } from '../../lib/ids.ts'
import { idParams, isoDate, line, nullable, timestamp, wireId } from '../../lib/schemas.ts'
import { findInvoices, type InvoiceId } from '../../receivables/index.ts'
import type { RequestServices } from '../payment-link.routes.ts'
import { promiseToPay, withdrawPromise } from './promise-to-pay.ts'
import { listPromises, type PaymentPromise, promiseStatus } from './promises.queries.ts'

const PromiseWire = Type.Object(
  {
    object: Type.Literal('promise'),
    id: wireId('prm'),
    invoice: wireId('inv'),
    promised_on: isoDate,
    note: nullable(Type.String()),
    status: Type.Enum(['open', 'kept', 'broken', 'withdrawn', 'replaced'], {
      description: 'kept: nothing is owed any more. broken: the day is over, and something is.',
    }),
    created_at: timestamp,
  },
  { $id: 'Promise' },
)

/** By when customers said that they would pay: noted, listed, taken back. */
export function promiseRoutes(server: FastifyInstance, services: RequestServices): void {
  const tag = 'Reminders'
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/invoices/:id/promises',
      permission: 'customers.write',
      summary:
        'Note by when a customer promised to pay an invoice; the schedule reminds of it only after that',
      tag,
      params: idParams,
      body: Type.Object(
        { promised_on: isoDate, note: Type.Optional(nullable(line)) },
        { additionalProperties: false },
      ),
      response: PromiseWire,
    },
    async (tx, { actor, params, body }) => {
      const now = services.clock.now()
      const invoiceId = givenId('inv', params.id, 'invoice')
      const promise = await promiseToPay(tx, actor, now, {
        invoiceId,
        promisedOn: body.promised_on,
        note: body.note ?? null,
      })
      return (await statusOf(tx, now, invoiceId))(promise)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/invoices/:id/promises',
      permission: 'invoices.read',
      summary: 'List what was promised of an invoice, newest first',
      tag,
      params: idParams,
      response: Type.Object({ object: Type.Literal('list'), data: Type.Array(PromiseWire) }),
    },
    async (db, { params }) => {
      const invoiceId = givenId('inv', params.id, 'invoice')
      const toWire = await statusOf(db, services.clock.now(), invoiceId)
      return { object: 'list' as const, data: (await listPromises(db, invoiceId)).map(toWire) }
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/promises/:id/withdraw',
      permission: 'customers.write',
      summary: 'Take a promise back; the schedule goes on as if it had not been made',
      tag,
      params: idParams,
      response: PromiseWire,
      status: 200,
    },
    async (tx, { actor, params }) => {
      const now = services.clock.now()
      const promise = await withdrawPromise(tx, actor, now, givenId('prm', params.id, 'promise'))
      return (await statusOf(tx, now, promise.invoiceId))(promise)
    },
  )
}

async function statusOf(db: Db, now: Date, invoiceId: InvoiceId) {
  const [invoice] = await findInvoices(db, [invoiceId])
  if (invoice === undefined) throw new NotFound('invoice')
  const today = await companyDay(db, now)
  return (promise: PaymentPromise): Static<typeof PromiseWire> => ({
    object: 'promise',
    id: toWireId('prm', promise.id),
    invoice: toWireId('inv', promise.invoiceId),
    promised_on: promise.promisedOn,
    note: promise.note,
    status: promiseStatus(promise, invoice.open, today),
    created_at: promise.madeAt.toISOString(),
  })
}
