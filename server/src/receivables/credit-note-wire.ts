import { type Static, Type } from 'typebox'
import { toWireId } from '../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../lib/schemas.ts'
import type { CreditNote } from './credit-notes.queries.ts'
import { BuyerWire, buyerToWire, LinesWire, linesToWire, TaxesWire, taxesToWire } from './document-wire.ts'
import type { StoredLine } from './invoices.queries.ts'

export const CreditNoteWire = Type.Object(
  {
    object: Type.Literal('credit_note'),
    id: wireId('cn'),
    number: Type.String(),
    series: Type.Enum(['own', 'external']),
    type_code: Type.String({ description: 'UNTDID 1001, as EN 16931 uses it: 381, 261…' }),
    opening_balance: Type.Boolean({
      description: 'Whether it was open when the company began to keep its books here.',
    }),
    customer: wireId('cus'),
    invoice: nullable(wireId('inv')),
    invoice_reference: nullable(Type.String({ description: 'The number of the invoice that it corrects.' })),
    status: Type.Enum(['issued', 'void']),
    currency: currencyCode,
    subtotal: amountOut,
    allowances: amountOut,
    charges: amountOut,
    tax: amountOut,
    rounding: amountOut,
    total: amountOut,
    credit: wireId('crd'),
    remaining: Type.Integer({ description: 'What is left of its credit, in minor units.' }),
    issued_on: Type.String(),
    reason: nullable(Type.String()),
    buyer: BuyerWire,
    taxes: TaxesWire,
    lines: Type.Optional(LinesWire),
    original: nullable(
      Type.String({
        description:
          'The attachment that it came as, a Factur-X PDF; null for what was read from XML or issued here.',
      }),
    ),
    created_at: timestamp,
    voided_at: nullable(timestamp),
  },
  { $id: 'CreditNote' },
)

export function creditNoteToWire(
  note: CreditNote,
  lines?: readonly StoredLine[],
): Static<typeof CreditNoteWire> {
  return {
    object: 'credit_note',
    id: toWireId('cn', note.id),
    number: note.number,
    series: note.series,
    type_code: note.typeCode,
    opening_balance: note.isOpening,
    customer: toWireId('cus', note.customerId),
    invoice: note.invoiceId === null ? null : toWireId('inv', note.invoiceId),
    invoice_reference: note.invoiceReference,
    status: note.state,
    currency: note.currency.toLowerCase(),
    subtotal: Number(note.subtotal),
    allowances: Number(note.allowances),
    charges: Number(note.charges),
    tax: Number(note.tax),
    rounding: Number(note.rounding),
    total: Number(note.total),
    credit: toWireId('crd', note.creditId),
    remaining: Number(note.total + note.rounding - note.used),
    issued_on: note.issuedOn,
    reason: note.reason,
    buyer: buyerToWire(note.buyer),
    taxes: taxesToWire(note.taxBreakdown),
    ...(lines === undefined ? {} : { lines: linesToWire(lines) }),
    original: note.originalId === null ? null : toWireId('att', note.originalId),
    created_at: note.createdAt.toISOString(),
    voided_at: note.voidedAt?.toISOString() ?? null,
  }
}
