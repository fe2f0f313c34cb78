import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type RouteServices, read } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { NotFound } from '../lib/errors.ts'
import { fromWireId, toWireId } from '../lib/ids.ts'
import { amountOut, currencyCode, idParams, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { ClearingWire, clearingsOf } from './clearing/clearing-wire.ts'
import { paymentStates } from './payment.state.ts'
import { findPayment, type Payment } from './payments.queries.ts'
import { isBookedByHand } from './postings.ts'
import { refundStates } from './refund.state.ts'
import { RefundLabel, refundLabel } from './refund-label.ts'
import { GIVEN_BY, REFUND_REASONS } from './refund-reasons.ts'
import { findRefund, type Refund } from './refunds.queries.ts'
import { TenderWire, tenderToWire } from './tenders/tender-wire.ts'
import { TAKEN_BACK } from './wires.queries.ts'

export const PaymentWire = Type.Object(
  {
    object: Type.Literal('payment'),
    id: wireId('pay'),
    amount: amountOut,
    currency: currencyCode,
    state: Type.Enum(Object.keys(paymentStates)),
    method: Type.String({ description: 'card, wallet, ach, bnpl, wire, cash or cheque.' }),
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
    charged_back_amount: amountOut,
    disputed: Type.Boolean({ description: 'Its bank is taking it back, and has not decided yet.' }),
    refund_label: RefundLabel,
    fee: nullable(amountOut),
    fee_currency: nullable(currencyCode),
    payer_name: nullable(Type.String()),
    payer_email: nullable(Type.String()),
    wire: nullable(
      Type.Object(
        {
          reference: nullable(Type.String({ description: 'As its sender wrote it.' })),
          sender: nullable(Type.String()),
          received_on: Type.String({ format: 'date' }),
          by_hand: Type.Boolean({
            description: 'Booked by a person, at the company’s own bank: it can be taken back.',
          }),
          taken_back: nullable(Type.Enum([...TAKEN_BACK], { description: 'Why, where it was.' })),
          note: nullable(Type.String()),
        },
        { description: 'Of a wire.' },
      ),
    ),
    tender: TenderWire,
    processor_reference: nullable(Type.String()),
    created_at: timestamp,
    settled_at: nullable(timestamp),
    returned_at: nullable(timestamp),
  },
  { $id: 'Payment' },
)

const PaymentRead = Type.Object({ ...PaymentWire.properties, clearing: ClearingWire }, { $id: 'PaymentRead' })

export const RefundWire = Type.Object(
  {
    object: Type.Literal('refund'),
    id: wireId('ref'),
    payment: wireId('pay'),
    amount: amountOut,
    currency: currencyCode,
    reason_code: nullable(Type.Enum(REFUND_REASONS)),
    reason: nullable(Type.String({ description: 'What somebody wrote of it.' })),
    treatment: Type.Enum(['prepayment', 'reopen_invoice', 'reduce_sale']),
    state: Type.Enum(Object.keys(refundStates)),
    failure_reason: nullable(Type.String()),
    given_by: Type.Enum(GIVEN_BY, {
      description: 'The processor, back to what it was paid by; or somebody by hand, who recorded it.',
    }),
    given_on: nullable(Type.String({ format: 'date', description: 'Of one that was given by hand.' })),
    given_reference: nullable(Type.String({ description: 'The cheque’s number or the like.' })),
    bank_reference: nullable(
      Type.String({
        description:
          'By what the payer’s bank finds it: of a card its ARN, of a bank debit its trace number. Known some days after, if at all.',
      }),
    ),
    processor_reference: nullable(Type.String()),
    created_at: timestamp,
    settled_at: nullable(timestamp),
  },
  { $id: 'Refund' },
)

/** A payment and a refund, to read; `reports` lists them with what they are for. */
export function paymentRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
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
      response: PaymentRead,
    },
    async (db, { params }) => {
      const id = fromWireId('pay', params.id)
      const payment = id === undefined ? undefined : await findPayment(db, id)
      if (payment === undefined) throw new NotFound('payment')
      const clearings = await clearingsOf(db, services.clock.now(), [payment])
      return { ...paymentToWire(payment), clearing: clearings.get(payment.id) ?? null }
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
    charged_back_amount: Number(payment.chargedBack),
    disputed: payment.disputed,
    refund_label: refundLabel(payment.refunded),
    fee: payment.fee === null ? null : Number(payment.fee),
    fee_currency: payment.feeCurrency?.toLowerCase() ?? null,
    payer_name: payment.payerName,
    payer_email: payment.payerEmail,
    wire: payment.wire && {
      reference: payment.wire.reference,
      sender: payment.wire.sender,
      received_on: payment.wire.receivedOn,
      by_hand: isBookedByHand(payment),
      taken_back: payment.wire.takenBack,
      note: payment.wire.note,
    },
    tender: tenderToWire(payment),
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
    reason_code: refund.reasonCode,
    reason: refund.reason,
    treatment: refund.treatment,
    state: refund.state,
    failure_reason: refund.failureReason,
    given_by: refund.givenBy,
    given_on: refund.givenOn,
    given_reference: refund.givenReference,
    bank_reference: refund.bankReference,
    processor_reference: refund.processorReference,
    created_at: refund.createdAt.toISOString(),
    settled_at: refund.settledAt?.toISOString() ?? null,
  }
}
