import { type Static, Type } from 'typebox'
import type { Columns } from '../identity/index.ts'
import { amountCell } from '../lib/csv/csv-text.ts'
import type { Currency } from '../lib/currencies.ts'
import { toWireId } from '../lib/ids.ts'
import { toDecimalString } from '../lib/money.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { RefundLabel, refundLabel } from '../payments/index.ts'
import { documentTypeOf } from './document-type.ts'
import { BuyerWire, buyerToWire, LineWire, linesToWire, TaxesWire, taxesToWire } from './document-wire.ts'
import {
  INVOICE_STATUSES,
  type Invoice,
  type InvoiceLine,
  invoiceStatus,
  type LineTax,
  type StoredTerms,
} from './invoices.queries.ts'
import { WRITE_OFF_REASONS } from './write-off-reasons.ts'

export const TaxWire = Type.Object({ rate: Type.String(), name: nullable(Type.String()) })

/** What sums come from beside the lines. */
export const TermsWire = Type.Object(
  {
    tax_included: Type.Boolean(),
    discount: nullable(Type.Object({ label: Type.String(), amount: Type.String() })),
    shipping: nullable(Type.Object({ amount: Type.String(), taxes: Type.Array(TaxWire) })),
  },
  {
    description:
      'What its sums come from beside its lines, as they were written: decimal text in major units. Null where the sums are those of the file that it came as, which cannot be edited.',
  },
)

export const InvoiceWire = Type.Object(
  {
    object: Type.Literal('invoice'),
    id: wireId('inv'),
    number: Type.String(),
    revision: Type.Integer({ description: 'Counts its edits, from 1.' }),
    series: Type.Enum(['own', 'external']),
    type_code: Type.String({ description: 'UNTDID 1001, as EN 16931 uses it: 380, 384, 389…' }),
    document_type: Type.Enum([
      'invoice',
      'corrected_invoice',
      'prepayment_invoice',
      'self_billed_invoice',
      'recovery_invoice',
    ]),
    opening_balance: Type.Boolean({
      description:
        'Whether it was open when the company began to keep its books here; its sale and tax are booked elsewhere.',
    }),
    recovers: Type.Union([wireId('pay'), Type.Null()], {
      description:
        'Of a recovery invoice, which is no sale: the payment that was refunded and that a bank took back as well.',
    }),
    customer: wireId('cus'),
    status: Type.Enum(INVOICE_STATUSES),
    currency: currencyCode,
    subtotal: amountOut,
    allowances: amountOut,
    charges: amountOut,
    shipping: amountOut,
    tax: amountOut,
    rounding: amountOut,
    total: amountOut,
    prepaid: amountOut,
    settled: amountOut,
    in_flight: amountOut,
    refunded: amountOut,
    refund_label: RefundLabel,
    written_off: Type.Integer({ description: 'What of it a person gave up, in minor units.' }),
    open: amountOut,
    issued_on: Type.String(),
    due_on: nullable(Type.String()),
    order_reference: nullable(Type.String()),
    note: nullable(Type.String()),
    buyer: BuyerWire,
    taxes: TaxesWire,
    terms: nullable(TermsWire),
    lines: Type.Optional(
      Type.Array(Type.Object({ ...LineWire.properties, taxes: nullable(Type.Array(TaxWire)) })),
    ),
    open_display: Type.String({ description: 'What is open, as decimal text in major units.' }),
    created_at: timestamp,
    voided_at: nullable(timestamp),
    written_off_at: nullable(timestamp),
    write_off_reason: nullable(Type.Enum(WRITE_OFF_REASONS)),
    write_off_note: nullable(Type.String()),
    original: nullable(
      Type.String({ description: 'The PDF that it was imported from, an attachment, `att_…`.' }),
    ),
  },
  { $id: 'Invoice' },
)

export function invoiceToWire(
  invoice: Invoice,
  today: string,
  lines?: readonly InvoiceLine[],
): Static<typeof InvoiceWire> {
  return {
    object: 'invoice',
    id: toWireId('inv', invoice.id),
    number: invoice.number,
    revision: invoice.revision,
    series: invoice.series,
    type_code: invoice.typeCode,
    document_type: documentTypeOf(invoice),
    opening_balance: invoice.isOpening,
    recovers: invoice.recovers === null ? null : toWireId('pay', invoice.recovers),
    customer: toWireId('cus', invoice.customerId),
    status: invoiceStatus(invoice, today),
    currency: invoice.currency.toLowerCase(),
    subtotal: Number(invoice.subtotal),
    allowances: Number(invoice.allowances),
    charges: Number(invoice.charges),
    shipping: Number(invoice.shipping),
    tax: Number(invoice.tax),
    rounding: Number(invoice.rounding),
    total: Number(invoice.total),
    prepaid: Number(invoice.prepaid),
    settled: Number(invoice.settled),
    in_flight: Number(invoice.inFlight),
    refunded: Number(invoice.refunded),
    refund_label: refundLabel(invoice.refunded),
    written_off: invoice.state === 'written_off' ? Number(invoice.voided) : 0,
    open: Number(invoice.open),
    issued_on: invoice.issuedOn,
    due_on: invoice.dueOn,
    order_reference: invoice.orderReference,
    note: invoice.note,
    buyer: buyerToWire(invoice.buyer),
    taxes: taxesToWire(invoice.taxBreakdown),
    terms: invoice.terms && termsToWire(invoice.terms),
    ...(lines === undefined
      ? {}
      : {
          lines: linesToWire(lines).map((line, at) => ({
            ...line,
            taxes: lines[at]?.taxes?.map(taxToWire) ?? null,
          })),
        }),
    open_display: toDecimalString(invoice.open, invoice.currency as Currency),
    created_at: invoice.createdAt.toISOString(),
    voided_at: invoice.voidedAt?.toISOString() ?? null,
    written_off_at: invoice.writtenOffAt?.toISOString() ?? null,
    write_off_reason: invoice.writeOffReason,
    write_off_note: invoice.writeOffNote,
    original: invoice.originalId === null ? null : toWireId('att', invoice.originalId),
  }
}

export const taxToWire = ({ rate, name }: LineTax) => ({ rate, name: name ?? null })

export function termsToWire({ taxIncluded, discount, shipping }: StoredTerms): Static<typeof TermsWire> {
  return {
    tax_included: taxIncluded,
    discount,
    shipping: shipping && { amount: shipping.amount, taxes: shipping.taxes.map(taxToWire) },
  }
}

/** What a list of them shows as CSV. */
export const invoiceColumns: Columns<Static<typeof InvoiceWire>> = {
  id: (row) => row.id,
  number: (row) => row.number,
  document_type: (row) => row.document_type,
  status: (row) => row.status,
  customer_name: (row) => row.buyer.name,
  currency: (row) => row.currency,
  subtotal: (row) => amountCell(row.subtotal, row.currency),
  tax: (row) => amountCell(row.tax, row.currency),
  total: (row) => amountCell(row.total, row.currency),
  open: (row) => amountCell(row.open, row.currency),
  written_off: (row) => amountCell(row.written_off, row.currency),
  issued_on: (row) => row.issued_on,
  due_on: (row) => row.due_on,
  order_reference: (row) => row.order_reference,
  created_at: (row) => row.created_at,
}
