import { type Static, Type } from 'typebox'
import type { Columns } from '../../identity/index.ts'
import { amountCell } from '../../lib/csv/csv-text.ts'
import { toWireId } from '../../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../../lib/schemas.ts'
import { BULK_KINDS } from './bulk-order.ts'
import {
  BULK_LABELS,
  type BulkCounts,
  type BulkSend,
  LEFT_OUT,
  type ListedItem,
} from './bulk-sends.queries.ts'
import type { PreviewedItem } from './preview-items.ts'

const count = Type.Integer()

export const BulkSendWire = Type.Object(
  {
    object: Type.Literal('bulk_send'),
    id: wireId('bulk'),
    kind: Type.Enum([...BULK_KINDS]),
    state: Type.Enum(['running', 'done', 'canceled'], {
      description: 'done: nothing waits any more. Mails of it may still be queued.',
    }),
    message: nullable(Type.String()),
    counts: Type.Object(
      {
        total: count,
        waiting: Type.Integer({ description: 'Their turn has not come.' }),
        queued: Type.Integer({ description: 'Made; their mail waits until the mail server takes it.' }),
        sent: count,
        skipped: Type.Integer({ description: 'They get nothing, and their items say why.' }),
        failed: Type.Integer({ description: 'The mail server refused them, or we failed.' }),
        canceled: count,
      },
      { description: 'How many customers stand where.' },
    ),
    created_at: timestamp,
    over_at: nullable(timestamp),
    canceled_at: nullable(timestamp),
  },
  { $id: 'BulkSend' },
)

export function bulkSendToWire(send: BulkSend, counts: BulkCounts | undefined): Static<typeof BulkSendWire> {
  const each = counts ?? { waiting: 0, queued: 0, sent: 0, skipped: 0, failed: 0, canceled: 0 }
  return {
    object: 'bulk_send',
    id: toWireId('bulk', send.id),
    kind: send.kind,
    state: send.canceledAt !== null ? 'canceled' : send.overAt !== null ? 'done' : 'running',
    message: send.message,
    counts: { total: Object.values(each).reduce((sum, of) => sum + of, 0), ...each },
    created_at: send.createdAt.toISOString(),
    over_at: send.overAt?.toISOString() ?? null,
    canceled_at: send.canceledAt?.toISOString() ?? null,
  }
}

const LeftOutWire = Type.Array(
  Type.Object({ invoice: wireId('inv'), number: Type.String(), why: Type.Enum([...LEFT_OUT]) }),
  { description: 'Invoices that were ticked and are not asked for, and why.' },
)

export const BulkItemWire = Type.Object(
  {
    object: Type.Literal('bulk_send_item'),
    id: wireId('bki'),
    customer: wireId('cus'),
    customer_name: Type.String(),
    email: nullable(Type.String({ description: 'Where it went; before that the address given, else null.' })),
    currency: currencyCode,
    amount: Type.Integer({
      description: 'In minor units: as it was ticked, and once it is sent as it was sent.',
    }),
    invoices: Type.Integer({ description: 'How many were ticked.' }),
    left_out: LeftOutWire,
    state: Type.Enum([...BULK_LABELS]),
    code: nullable(Type.String({ description: 'Why not: the code of a problem, or message_failed.' })),
    detail: nullable(Type.String()),
    payment_request: nullable(wireId('req')),
    statement: nullable(wireId('stm')),
    handled_at: nullable(timestamp),
  },
  { $id: 'BulkSendItem' },
)

export function bulkItemToWire(item: ListedItem): Static<typeof BulkItemWire> {
  return {
    object: 'bulk_send_item',
    id: toWireId('bki', item.id),
    customer: toWireId('cus', item.customerId),
    customer_name: item.customerName,
    email: item.recipient,
    currency: item.currency.toLowerCase(),
    amount: Number(item.amount),
    invoices: Number(item.invoices),
    left_out: item.leftOut.map(({ invoice, ...left }) => ({ ...left, invoice: toWireId('inv', invoice) })),
    state: item.label,
    code: item.code,
    detail: item.detail,
    payment_request: item.requestId && toWireId('req', item.requestId),
    statement: item.statementId && toWireId('stm', item.statementId),
    handled_at: item.handledAt?.toISOString() ?? null,
  }
}

export const itemColumns: Columns<Static<typeof BulkItemWire>> = {
  id: (row) => row.id,
  customer: (row) => row.customer,
  customer_name: (row) => row.customer_name,
  email: (row) => row.email,
  currency: (row) => row.currency,
  amount: (row) => amountCell(row.amount, row.currency),
  invoices: (row) => row.invoices,
  left_out: (row) => row.left_out.map(({ number, why }) => `${number}: ${why}`).join('; '),
  state: (row) => row.state,
  code: (row) => row.code,
  detail: (row) => row.detail,
  payment_request: (row) => row.payment_request,
  statement: (row) => row.statement,
  handled_at: (row) => row.handled_at,
}

export const PreviewWire = Type.Object(
  {
    object: Type.Literal('bulk_send_preview'),
    data: Type.Array(
      Type.Object({
        customer: wireId('cus'),
        customer_name: Type.String(),
        email: nullable(Type.String({ description: 'Where it would go.' })),
        currency: currencyCode,
        amount: amountOut,
        invoices: Type.Integer({ description: 'How many would be asked for.' }),
        left_out: LeftOutWire,
        refusal: nullable(
          Type.Object(
            { code: Type.String(), detail: Type.String() },
            { description: 'Why this customer would get nothing.' },
          ),
        ),
      }),
    ),
  },
  { $id: 'BulkSendPreview' },
)

export function previewToWire(items: readonly PreviewedItem[]): Static<typeof PreviewWire> {
  return {
    object: 'bulk_send_preview',
    data: items.map((item) => ({
      customer: toWireId('cus', item.customerId),
      customer_name: item.customerName,
      email: item.recipient,
      currency: item.currency.toLowerCase(),
      amount: Number(item.amount),
      invoices: item.invoices.filter(({ why }) => why === null).length,
      left_out: item.invoices.flatMap(({ id, number, why }) =>
        why === null ? [] : [{ invoice: toWireId('inv', id), number, why }],
      ),
      refusal: item.refusal,
    })),
  }
}
