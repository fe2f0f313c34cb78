import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type RouteServices, read } from '../identity/index.ts'
import { NotFound } from '../lib/errors.ts'
import { fromWireId, toWireId } from '../lib/ids.ts'
import { amountOut, currencyCode, idParams, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { paymentStates } from './payment.state.ts'
import { findPayment, type Payment } from './payments.queries.ts'
import { refundStates } from './refund.state.ts'
import { RefundLabel, refundLabel } from './refund-label.ts'
import { findRefund, type Refund } from './refunds.queries.ts'

export const PaymentWire = Type.Object(
  {
    object: Type.Literal('payment'),
    id: wireId('pay'),
    amount: amountOut,
    currency: currencyCode,
    state: Type.Enum(Object.keys(paymentStates)),
    method: Type.String(),
    payment_request: nullable(wireId('req')),
    card: nullable(
      Type.Object({ brand: Type.String(), last4: Type.String(), wallet: nullable(Type.String()) }),
    ),
    bank: nullable(
      Type.Object(
        { name: nullable(Type.String()), last4: Type.String() },
        { description: 'Of a bank debit.' },
      ),
    ),
    clears: nullable(
      Type.Object(
        { from: Type.String({ format: 'date' }), to: Type.String({ format: 'date' }) },
        { description: 'Between which days a bank debit that is processing is expected to clear.' },
      ),
    ),
    decline_code: nullable(
      Type.String({ description: 'The processor’s; of a bank debit the code of the bank, as R01.' }),
    ),
    refunded_amount: amountOut,
    refunding_amount: amountOut,
    refund_label: RefundLabel,
    fee: nullable(amountOut),
    fee_currency: nullable(currencyCode),
    payer_name: nullable(Type.String()),
    payer_email: nullable(Type.String()),
    processor_reference: nullable(Type.String()),
    created_at: timestamp,
    settled_at: nullable(timestamp),
    returned_at: nullable(timestamp),
  },
  { $id: 'Payment' },
)

export const RefundWire = Type.Object(
  {
    object: Type.Literal('refund'),
    id: wireId('ref'),
    payment: wireId('pay'),
    amount: amountOut,
    currency: currencyCode,
    reason: nullable(Type.String()),
    treatment: Type.Enum(['prepayment', 'reopen_invoice', 'reduce_sale']),
    state: Type.Enum(Object.keys(refundStates)),
    failure_reason: nullable(Type.String()),
    processor_reference: nullable(Type.String()),
    created_at: timestamp,
    settled_at: nullable(timestamp),
  },
  { $id: 'Refund' },
)

/** A payment and a refund, to read; `reports` lists them with what they are for. */
export function paymentRoutes(server: FastifyInstance, services: RouteServices): void {
  const tag = 'Payments'
  const permission = 'payments.read' as const
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/payments/:id',
      permission,
      summary: 'Read a payment',
      tag,
      params: idParams,
      response: PaymentWire,
    },
    async (db, { params }) => {
      const id = fromWireId('pay', params.id)
      const payment = id === undefined ? undefined : await findPayment(db, id)
      if (payment === undefined) throw new NotFound('payment')
      return paymentToWire(payment)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/refunds/:id',
      permission,
      summary: 'Read a refund',
      tag: 'Refunds',
      params: idParams,
      response: RefundWire,
    },
    async (db, { params }) => {
      const id = fromWireId('ref', params.id)
      const refund = id === undefined ? undefined : await findRefund(db, id)
      if (refund === undefined) throw new NotFound('refund')
      return refundToWire(refund)
    },
  )
}

export function paymentToWire(payment: Payment): Static<typeof PaymentWire> {
  return {
    object: 'payment',
    id: toWireId('pay', payment.id),
    amount: Number(payment.amount),
    currency: payment.currency.toLowerCase(),
    state: payment.state,
    method: payment.method,
    payment_request: payment.purposeType === 'payment_request' ? toWireId('req', payment.purposeId) : null,
    card:
      payment.cardLast4 === null
        ? null
        : { brand: payment.cardBrand ?? 'card', last4: payment.cardLast4, wallet: payment.wallet },
    bank: payment.bankLast4 === null ? null : { name: payment.bankName, last4: payment.bankLast4 },
    clears:
      payment.clearsFrom === null || payment.clearsTo === null
        ? null
        : { from: payment.clearsFrom, to: payment.clearsTo },
    decline_code: payment.declineCode,
    refunded_amount: Number(payment.refunded),
    refunding_amount: Number(payment.refunding),
    refund_label: refundLabel(payment.refunded),
    fee: payment.fee === null ? null : Number(payment.fee),
    fee_currency: payment.feeCurrency?.toLowerCase() ?? null,
    payer_name: payment.payerName,
    payer_email: payment.payerEmail,
    processor_reference: payment.processorReference,
    created_at: payment.createdAt.toISOString(),
    settled_at: payment.settledAt?.toISOString() ?? null,
    returned_at: payment.returnedAt?.toISOString() ?? null,
  }
}

export function refundToWire(refund: Refund): Static<typeof RefundWire> {
  return {
    object: 'refund',
    id: toWireId('ref', refund.id),
    payment: toWireId('pay', refund.paymentId),
    amount: Number(refund.amount),
    currency: refund.currency.toLowerCase(),
    reason: refund.reason,
    treatment: refund.treatment,
    state: refund.state,
    failure_reason: refund.failureReason,
    processor_reference: refund.processorReference,
    created_at: refund.createdAt.toISOString(),
    settled_at: refund.settledAt?.toISOString() ?? null,
  }
}
