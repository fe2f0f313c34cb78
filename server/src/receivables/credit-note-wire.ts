import { type Static, Type } from 'typebox'
import type { Actor } from '../lib/actor.ts'
import { toWireId } from '../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../lib/schemas.ts'
import type { CreditNoteProposal } from './approval/proposals.queries.ts'
import { amountsOf, documentLines, documentTaxes } from './credit-note-order.ts'
import { CREDIT_NOTE_STATUSES, type CreditNote } from './credit-notes.queries.ts'
import { BuyerWire, buyerToWire, LinesWire, linesToWire, TaxesWire, taxesToWire } from './document-wire.ts'
import type { StoredLine } from './invoices.queries.ts'

const Person = Type.Object({
  type: Type.String({ description: 'staff or api_key' }),
  id: Type.String(),
  name: nullable(Type.String()),
})

const ApprovalWire = Type.Object(
  {
    revision: Type.Integer({ description: 'Which version it is; say it when you approve or reject it.' }),
    applies: nullable(
      Type.Integer({
        description:
          'What it would settle of its invoice, as that stood when it was submitted; null where it is not applied.',
      }),
    ),
    written_by: Person,
    submitted_at: timestamp,
    decided_by: nullable(Person),
    decided_at: nullable(timestamp),
    rejected_for: nullable(Type.String()),
  },
  { description: 'How it was approved, or is to be; null where it needed no approval.' },
)

export const CreditNoteWire = Type.Object(
  {
    object: Type.Literal('credit_note'),
    id: wireId('cn'),
    number: nullable(Type.String({ description: 'Null before it is issued.' })),
    series: Type.Enum(['own', 'external']),
    type_code: Type.String({ description: 'UNTDID 1001, as EN 16931 uses it: 381, 261…' }),
    opening_balance: Type.Boolean({
      description: 'Whether it was open when the company began to keep its books here.',
    }),
    customer: wireId('cus'),
    invoice: nullable(wireId('inv')),
    invoice_reference: nullable(Type.String({ description: 'The number of the invoice that it corrects.' })),
    status: Type.Enum(CREDIT_NOTE_STATUSES, {
      description:
        'draft, pending_approval and rejected: not issued, so that it settles nothing and is no credit.',
    }),
    currency: currencyCode,
    subtotal: amountOut,
    allowances: amountOut,
    charges: amountOut,
    tax: amountOut,
    rounding: amountOut,
    total: amountOut,
    credit: nullable(wireId('crd')),
    remaining: Type.Integer({ description: 'What is left of its credit, in minor units.' }),
    issued_on: nullable(
      Type.String({ description: 'Null before it is issued, where it is to be dated by that day.' }),
    ),
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
    approval: nullable(ApprovalWire),
    created_at: timestamp,
    voided_at: nullable(timestamp),
  },
  { $id: 'CreditNote' },
)

export function creditNoteToWire(
  note: CreditNote,
  { lines, proposal }: { lines?: readonly StoredLine[]; proposal?: CreditNoteProposal | undefined } = {},
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
    approval: proposal === undefined ? null : approvalToWire(proposal),
    created_at: note.createdAt.toISOString(),
    voided_at: note.voidedAt?.toISOString() ?? null,
  }
}

/** One that is not issued: no number and no credit. */
export function proposalToWire(
  proposal: CreditNoteProposal,
  { hasLines = false }: { hasLines?: boolean } = {},
): Static<typeof CreditNoteWire> {
  const amounts = amountsOf(proposal.terms, proposal.currency)
  const lines = documentLines(proposal.terms, amounts).map((line, i) => ({ ...line, position: i + 1 }))
  return {
    object: 'credit_note',
    id: toWireId('cn', proposal.id),
    number: null,
    series: 'own',
    type_code: '381',
    opening_balance: false,
    customer: toWireId('cus', proposal.customerId),
    invoice: proposal.invoiceId === null ? null : toWireId('inv', proposal.invoiceId),
    invoice_reference: proposal.invoiceReference,
    status: proposal.state,
    currency: proposal.currency.toLowerCase(),
    subtotal: Number(amounts.subtotal),
    allowances: 0,
    charges: 0,
    tax: Number(amounts.taxTotal),
    rounding: 0,
    total: Number(amounts.total),
    credit: null,
    remaining: 0,
    issued_on: proposal.issuedOn,
    reason: proposal.reason,
    buyer: buyerToWire(proposal.buyer),
    taxes: taxesToWire(documentTaxes(amounts)),
    ...(hasLines ? { lines: linesToWire(lines) } : {}),
    original: null,
    approval: approvalToWire(proposal),
    created_at: proposal.createdAt.toISOString(),
    voided_at: proposal.state === 'void' ? (proposal.endedAt?.toISOString() ?? null) : null,
  }
}

function approvalToWire(proposal: CreditNoteProposal): Static<typeof ApprovalWire> {
  const { decidedBy, decidedByType, decidedAt, applies } = proposal
  return {
    revision: proposal.revision,
    applies: applies === null ? null : Number(applies),
    written_by: personToWire(proposal.writtenByType, proposal.writtenBy, proposal.writtenByName),
    submitted_at: proposal.submittedAt.toISOString(),
    decided_by:
      decidedBy === null || decidedByType === null
        ? null
        : personToWire(decidedByType, decidedBy, proposal.decidedByName),
    decided_at: decidedAt?.toISOString() ?? null,
    rejected_for: proposal.rejectedFor,
  }
}

const personToWire = (type: Actor['type'], id: string, name: string | null) => ({
  type,
  id: type === 'staff' ? toWireId('usr', id) : type === 'api_key' ? toWireId('key', id) : id,
  name,
})
