import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { external, type RouteServices } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { type CompanyId, fromWireId } from '../lib/ids.ts'
import { amount, idParams, line, nullable, wireId } from '../lib/schemas.ts'
import {
  findRefund,
  type Processor,
  REFUND_REASONS,
  type RefundId,
  RefundWire,
  refundToWire,
} from '../payments/index.ts'
import { refundCredit } from './refund-credit.ts'
import { refundPayment } from './refund-payment.ts'

/** Why money is given back: one of the common reasons, and what somebody writes of it. */
export const refundReason = {
  reason_code: Type.Optional(nullable(Type.Enum(REFUND_REASONS))),
  reason: Type.Optional(nullable(line)),
}

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
          ...refundReason,
          treatment: Type.Optional(Type.Enum(['prepayment', 'reopen_invoice', 'reduce_sale'])),
        },
        { additionalProperties: false },
      ),
      response: RefundWire,
    },
    async ({ actor, companyId, body }, claim) => {
      const paymentId = givenId('pay', body.payment, 'payment')
      const order = {
        paymentId,
        amount: body.amount === undefined ? undefined : BigInt(body.amount),
        reasonCode: body.reason_code ?? null,
        reason: body.reason ?? null,
        treatment: body.treatment,
      }
      return refundToWire(await refundPayment(services, actor, companyId, order, claim))
    },
    ({ companyId }, subjectId) => refundOf(services, companyId, subjectId),
  )
  external(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/credits/:id/refund',
      permission: 'refunds.create',
      summary: 'Refund a credit, back to the payment that it came from',
      tag: 'Refunds',
      params: idParams,
      body: Type.Object(
        {
          amount: Type.Optional(amount),
          payment: Type.Optional(wireId('pay')),
          ...refundReason,
        },
        { additionalProperties: false },
      ),
      response: RefundWire,
    },
    async ({ actor, companyId, params, body }, claim) => {
      const creditId = givenId('crd', params.id, 'credit')
      const paymentId = body.payment === undefined ? undefined : fromWireId('pay', body.payment)
      if (body.payment !== undefined && paymentId === undefined) throw new NotFound('payment')
      const order = {
        creditId,
        paymentId,
        amount: body.amount === undefined ? undefined : BigInt(body.amount),
        reasonCode: body.reason_code ?? null,
        reason: body.reason ?? null,
      }
      return refundToWire(await refundCredit(services, actor, companyId, order, claim))
    },
    ({ companyId }, subjectId) => refundOf(services, companyId, subjectId),
  )
}

async function refundOf({ database }: RouteServices, companyId: CompanyId, id: string) {
  const refund = await database.read(companyId, (db) => findRefund(db, id as RefundId))
  if (refund === undefined) throw new NotFound('refund')
  return refundToWire(refund)
}
