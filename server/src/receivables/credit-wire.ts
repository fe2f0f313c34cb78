import { type Static, Type } from 'typebox'
import { toWireId } from '../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../lib/schemas.ts'
import type { Application } from './applications.queries.ts'
import type { Credit } from './credits.queries.ts'

export const ApplicationWire = Type.Object(
  {
    object: Type.Literal('application'),
    id: wireId('app'),
    invoice: wireId('inv'),
    invoice_number: Type.String(),
    currency: currencyCode,
    amount: amountOut,
    reversed_amount: amountOut,
    created_at: timestamp,
  },
  { $id: 'Application' },
)

export const CreditWire = Type.Object(
  {
    object: Type.Literal('credit'),
    id: wireId('crd'),
    kind: Type.Enum(['prepayment', 'overpayment', 'credit_note']),
    customer: nullable(wireId('cus')),
    payment: nullable(wireId('pay')),
    credit_note: nullable(wireId('cn')),
    currency: currencyCode,
    amount: amountOut,
    remaining: amountOut,
    applications: Type.Array(ApplicationWire),
    created_at: timestamp,
    voided_at: nullable(timestamp),
  },
  { $id: 'Credit' },
)

export function applicationToWire(application: Application): Static<typeof ApplicationWire> {
  return {
    object: 'application',
    id: toWireId('app', application.id),
    invoice: toWireId('inv', application.payableId),
    invoice_number: application.label,
    currency: application.currency.toLowerCase(),
    amount: Number(application.amount),
    reversed_amount: Number(application.amount - application.left),
    created_at: application.createdAt.toISOString(),
  }
}

/** A credit with its own of the applications given. */
export function creditToWire(
  credit: Credit,
  applications: readonly Application[],
): Static<typeof CreditWire> {
  return {
    object: 'credit',
    id: toWireId('crd', credit.id),
    kind: credit.kind,
    customer: credit.customerId === null ? null : toWireId('cus', credit.customerId),
    payment: credit.paymentId === null ? null : toWireId('pay', credit.paymentId),
    credit_note: credit.creditNoteId === null ? null : toWireId('cn', credit.creditNoteId),
    currency: credit.currency.toLowerCase(),
    amount: Number(credit.amount),
    remaining: Number(credit.amount - credit.used),
    applications: applications.filter(({ sourceId }) => sourceId === credit.id).map(applicationToWire),
    created_at: credit.createdAt.toISOString(),
    voided_at: credit.voidedAt?.toISOString() ?? null,
  }
}
