import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { external, type RouteServices } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { NotFound } from '../lib/errors.ts'
import { fromWireId } from '../lib/ids.ts'
import { amount, line, nullable, wireId } from '../lib/schemas.ts'
import { findRefund, type Processor, RefundWire, refundToWire } from '../payments/index.ts'
import { refundPayment } from './refund-payment.ts'

/** Refunds are asked for here, since what they take back is told here; payments only lists them. */
export function refundRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock; processor: Processor },
): void {
  external(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/refunds',
      permission: 'refunds.create',
      summary: 'Refund a payment, in full or in part',
      tag: 'Refunds',
      body: Type.Object(
        {
          payment: wireId('pay'),
          amount: Type.Optional(amount),
          reason: Type.Optional(nullable(line)),
          treatment: Type.Optional(Type.Enum(['prepayment', 'reopen_invoice'])),
        },
        { additionalProperties: false },
      ),
      response: RefundWire,
    },
    async ({ actor, companyId, body }, claim) => {
      const paymentId = fromWireId('pay', body.payment)
      if (paymentId === undefined) throw new NotFound('payment')
      const order = {
        paymentId,
        amount: body.amount === undefined ? undefined : BigInt(body.amount),
        reason: body.reason ?? null,
        treatment: body.treatment,
      }
      return refundToWire(await refundPayment(services, actor, companyId, order, claim))
    },
    async ({ companyId }, subjectId) => {
      const refund = await services.database.read(companyId, (db) => findRefund(db, subjectId as never))
      if (refund === undefined) throw new NotFound('refund')
      return refundToWire(refund)
    },
  )
}
