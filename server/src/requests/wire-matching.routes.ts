import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type CustomerId, findCustomer } from '../customers/index.ts'
import { read, write } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { amountOut, currencyCode, idParams, listQuery, listWire, nullable, wireId } from '../lib/schemas.ts'
import { findPayment, findPayments, type Payment, PaymentWire, paymentToWire } from '../payments/index.ts'
import { listUnmatchedWires, unusedOf } from '../receivables/index.ts'
import { customerOf, matchWire, unmatchWire } from './match-wire.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { requestIdOf } from './request-wire.ts'
import { findCandidates, MATCH_REASONS } from './wire-candidates.ts'

const ReceivedWire = Type.Object(
  {
    ...PaymentWire.properties,
    customer: nullable(wireId('cus')),
    customer_name: nullable(Type.String()),
    unmatched: Type.Integer({ description: 'In minor units: what of it is credit that nobody has used.' }),
  },
  { $id: 'ReceivedWire' },
)

const CandidateWire = Type.Object(
  {
    payment_request: wireId('req'),
    reference: Type.String(),
    invoices: Type.Array(Type.String({ description: 'Their numbers.' })),
    customer_name: nullable(Type.String()),
    open: amountOut,
    currency: currencyCode,
    score: Type.Integer({ description: 'From 0 to 100: the sum of the points.' }),
    reasons: Type.Array(Type.Object({ reason: Type.Enum([...MATCH_REASONS]), points: Type.Integer() })),
  },
  { $id: 'WireCandidate' },
)

/** What wires are for, where they do not say so themselves. */
export function wireMatchingRoutes(server: FastifyInstance, services: RequestServices): void {
  const tag = 'Payments'
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/wires',
      permission: 'payments.read',
      summary: 'List the wires of which something is unmatched, newest first',
      tag,
      query: Type.Object(listQuery),
      response: listWire(ReceivedWire),
    },
    async (db, { query }) => {
      const asked = pageRequest('pay', query)
      const rows = await listUnmatchedWires(db, asked)
      const payments = new Map(
        (
          await findPayments(
            db,
            rows.map(({ id }) => id),
          )
        ).map((payment) => [payment.id, payment]),
      )
      const shown = await Promise.all(
        rows.map(async (row) => [row.id, await toWire(db, payments.get(row.id), row.left)] as const),
      )
      const byId = new Map(shown)
      return page('pay', rows, asked.limit, (row) => byId.get(row.id) as Static<typeof ReceivedWire>)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/wires/:id',
      permission: 'payments.read',
      summary: 'Read a wire, with what of it is unmatched',
      tag,
      params: idParams,
      response: ReceivedWire,
    },
    async (db, { params }) => readWire(db, params.id),
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/wires/:id/candidates',
      permission: 'payments.read',
      summary: 'What an unmatched wire may be for, the likeliest first, and why',
      tag,
      params: idParams,
      response: Type.Object({ object: Type.Literal('wire_candidates'), data: Type.Array(CandidateWire) }),
    },
    async (db, { params }) => {
      const payment = await findPayment(db, givenId('pay', params.id, 'wire'))
      if (payment?.method !== 'wire') throw new NotFound('wire')
      const customerId = await customerOf(db, payment)
      const candidates = customerId === null ? [] : await findCandidates(db, payment, customerId)
      return {
        object: 'wire_candidates' as const,
        data: candidates.map(({ request, score, reasons }) => ({
          payment_request: toWireId('req', request.id),
          reference: request.reference,
          invoices: request.snapshot.documents.map(({ number }) => number),
          customer_name: request.snapshot.customerName,
          open: Number(request.open),
          currency: request.currency.toLowerCase(),
          score,
          reasons,
        })),
      }
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/wires/:id/match',
      permission: 'payments.receive',
      summary: 'Say that a wire is for a payment request of its customer; what is over stays credit',
      tag,
      params: idParams,
      body: Type.Object({ payment_request: wireId('req') }, { additionalProperties: false }),
      response: ReceivedWire,
      status: 200,
      problems: ['wire_matched', 'nothing_is_owed'],
    },
    async (tx, { actor, params, body }) => {
      const id = givenId('pay', params.id, 'wire')
      await matchWire(tx, actor, services.clock.now(), id, requestIdOf(body.payment_request))
      return readWire(tx, params.id)
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/wires/:id/unmatch',
      permission: 'refunds.create',
      summary: 'Take a match back: what the wire had settled is open again',
      tag,
      params: idParams,
      response: ReceivedWire,
      status: 200,
      problems: ['wire_matched'],
    },
    async (tx, { actor, params }) => {
      await unmatchWire(tx, actor, services.clock.now(), givenId('pay', params.id, 'wire'))
      return readWire(tx, params.id)
    },
  )
}

async function readWire(db: Db, text: string): Promise<Static<typeof ReceivedWire>> {
  const payment = await findPayment(db, givenId('pay', text, 'wire'))
  if (payment?.method !== 'wire') throw new NotFound('wire')
  return toWire(db, payment, await unusedOf(db, payment.id))
}

async function toWire(
  db: Db,
  payment: Payment | undefined,
  left: bigint,
): Promise<Static<typeof ReceivedWire>> {
  if (payment === undefined) throw new NotFound('wire')
  const customerId = await customerOf(db, payment)
  const customer = customerId === null ? undefined : await findCustomer(db, customerId as CustomerId)
  return {
    ...paymentToWire(payment),
    customer: customerId === null ? null : toWireId('cus', customerId),
    customer_name: customer?.name ?? null,
    unmatched: Number(left),
  }
}
