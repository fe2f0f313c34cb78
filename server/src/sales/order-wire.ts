import { type Static, Type } from 'typebox'
import type { Columns } from '../identity/index.ts'
import { amountCell } from '../lib/csv/csv-text.ts'
import { toWireId } from '../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../lib/schemas.ts'
import {
  INVOICE_STATUSES,
  type Invoice,
  invoiceStatus,
  TaxesWire,
  TaxWire,
  TermsWire,
  taxesToWire,
  taxToWire,
  termsToWire,
} from '../receivables/index.ts'
import { ORDER_STATES } from './order.state.ts'
import type { Order, OrderLine } from './orders.queries.ts'

const InvoiceOfOrderWire = Type.Object(
  {
    id: wireId('inv'),
    number: Type.String(),
    status: Type.Enum(INVOICE_STATUSES),
    open: amountOut,
    in_flight: amountOut,
    settled: amountOut,
  },
  { description: 'By which it is paid and told: how its money stands.' },
)

export const OrderWire = Type.Object(
  {
    object: Type.Literal('order'),
    id: wireId('ord'),
    number: Type.String(),
    state: Type.Enum(ORDER_STATES),
    revision: Type.Integer({ description: 'Counts its edits, from 1.' }),
    customer: wireId('cus'),
    customer_name: Type.String(),
    currency: currencyCode,
    po_number: nullable(Type.String({ description: 'The customer’s own number of it.' })),
    wanted_on: nullable(Type.String({ format: 'date', description: 'When the customer wants it.' })),
    note: nullable(Type.String()),
    subtotal: amountOut,
    allowances: amountOut,
    charges: amountOut,
    shipping: amountOut,
    tax: amountOut,
    rounding: amountOut,
    total: amountOut,
    taxes: TaxesWire,
    terms: TermsWire,
    lines: Type.Optional(
      Type.Array(
        Type.Object({
          product: nullable(wireId('prd')),
          description: Type.String(),
          quantity: Type.String(),
          unit: nullable(Type.String()),
          unit_price: Type.String({ description: 'Decimal, in major units.' }),
          taxes: Type.Array(TaxWire),
          amount: amountOut,
        }),
      ),
    ),
    invoice: nullable(InvoiceOfOrderWire),
    created_at: timestamp,
    confirmed_at: nullable(timestamp),
    canceled_at: nullable(timestamp),
  },
  { $id: 'Order' },
)

export function orderToWire(
  order: Order,
  invoice: Invoice | undefined,
  today: string,
  lines?: readonly OrderLine[],
): Static<typeof OrderWire> {
  return {
    object: 'order',
    id: toWireId('ord', order.id),
    number: order.number,
    state: order.state,
    revision: order.revision,
    customer: toWireId('cus', order.customerId),
    customer_name: order.customerName,
    currency: order.currency.toLowerCase(),
    po_number: order.poNumber,
    wanted_on: order.wantedOn,
    note: order.note,
    subtotal: Number(order.subtotal),
    allowances: Number(order.allowances),
    charges: Number(order.charges),
    shipping: Number(order.shipping),
    tax: Number(order.tax),
    rounding: Number(order.rounding),
    total: Number(order.total),
    taxes: taxesToWire(order.taxBreakdown),
    terms: termsToWire(order.terms),
    ...(lines === undefined ? {} : { lines: lines.map(lineToWire) }),
    invoice: invoice === undefined ? null : invoiceOf(invoice, today),
    created_at: order.createdAt.toISOString(),
    confirmed_at: order.confirmedAt?.toISOString() ?? null,
    canceled_at: order.canceledAt?.toISOString() ?? null,
  }
}

function lineToWire(line: OrderLine) {
  return {
    product: line.productId === null ? null : toWireId('prd', line.productId),
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unit_price: line.unitPrice,
    taxes: line.taxes.map(taxToWire),
    amount: Number(line.amount),
  }
}

function invoiceOf(invoice: Invoice, today: string): Static<typeof InvoiceOfOrderWire> {
  return {
    id: toWireId('inv', invoice.id),
    number: invoice.number,
    status: invoiceStatus(invoice, today),
    open: Number(invoice.open),
    in_flight: Number(invoice.inFlight),
    settled: Number(invoice.settled),
  }
}

/** What a list of them shows as CSV. */
export const orderColumns: Columns<Static<typeof OrderWire>> = {
  id: (row) => row.id,
  number: (row) => row.number,
  state: (row) => row.state,
  customer_name: (row) => row.customer_name,
  po_number: (row) => row.po_number,
  currency: (row) => row.currency,
  total: (row) => amountCell(row.total, row.currency),
  wanted_on: (row) => row.wanted_on,
  invoice: (row) => row.invoice?.number ?? null,
  payment: (row) => row.invoice?.status ?? null,
  created_at: (row) => row.created_at,
  confirmed_at: (row) => row.confirmed_at,
}
