import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { givenId } from '../lib/given-id.ts'
import { amount, idParams, isoDate, line, nullable, wireId } from '../lib/schemas.ts'
import { RefundWire, refundToWire, undoGiven } from '../payments/index.ts'
import { recordGivenRefund } from './record-given-refund.ts'
import { refundReason } from './refund.routes.ts'

/** Money that somebody gave back outside the processor. */
export function givenRefundRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const { clock } = services
  const tag = 'Refunds'
  const permission = 'refunds.record' as const
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/refunds/given',
      permission,
      summary: 'Record money of a payment that was given back by cheque, in cash or by wire',
      tag,
      body: Type.Object(
        {
          payment: wireId('pay'),
          amount: Type.Optional(amount),
          ...refundReason,
          treatment: Type.Optional(Type.Enum(['prepayment', 'reopen_invoice', 'reduce_sale'])),
          given_by: Type.Enum(['cheque', 'cash', 'wire', 'other']),
          given_on: isoDate,
          given_reference: Type.Optional(nullable(line)),
        },
        { additionalProperties: false },
      ),
      response: RefundWire,
    },
    async (tx, { actor, body }) => {
      const refund = await recordGivenRefund(tx, actor, clock.now(), {
        paymentId: givenId('pay', body.payment, 'payment'),
        amount: body.amount === undefined ? undefined : BigInt(body.amount),
        reasonCode: body.reason_code ?? null,
        reason: body.reason ?? null,
        treatment: body.treatment,
        given: { by: body.given_by, on: body.given_on, reference: body.given_reference ?? null },
      })
      return refundToWire(refund)
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/refunds/:id/undo',
      permission,
      summary: 'Take a refund that was recorded by hand out of the books: it was not given after all',
      tag,
      params: idParams,
      response: RefundWire,
      status: 200,
    },
    async (tx, { actor, params }) =>
      refundToWire(await undoGiven(tx, actor, clock.now(), givenId('ref', params.id, 'refund'))),
  )
}
