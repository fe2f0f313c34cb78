import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { type Last, type Statement, sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { CREDIT_NOTE, type CreditNote, type CreditNoteId } from './credit-notes.queries.ts'
import type { CreditId } from './credits.queries.ts'
import { creditNoteIssued } from './events.ts'
import type { StoredLine } from './invoices.queries.ts'
import { nextNumber } from './next-number.ts'

export type CreditNoteWithLines = CreditNote & { lines: readonly StoredLine[] }

export type NewCreditNote = Omit<
  CreditNote,
  'id' | 'number' | 'state' | 'createdAt' | 'voidedAt' | 'creditId' | 'used' | 'originalId' | 'isOpening'
> & {
  id: CreditNoteId
  creditId: CreditId
  /** The number it came with; null takes the next of the company's own series. */
  externalNumber: string | null
  seller: unknown
  isOpening?: boolean
  lines: readonly Omit<StoredLine, 'position'>[]
  /** What is applied or refunded of its credit in this transaction already. */
  used: bigint
  /** The payment that a refund of it goes back to, where it is known. */
  paymentId: string | null
}

/**
 * Writes a credit note with its lines, its postings (4900, 2200 / 2100, or 3000 / 2100) and the credit that it makes. As with
 * invoices, the number is taken by the last statement, so that its counter is locked no longer than that.
 */
export async function writeCreditNote(
  tx: Tx,
  actor: Actor,
  at: Date,
  note: NewCreditNote,
  last: Last = tx.one,
): Promise<CreditNoteWithLines> {
  const lines = note.lines.map((line, i) => ({ ...line, position: i + 1 }))
  const worth = note.total + note.rounding
  post(tx, {
    kind: 'credit_note_issued',
    at,
    currency: note.currency,
    subjectType: 'credit_note',
    subjectId: note.id,
    transfers: note.isOpening
      ? [{ debit: ACCOUNT.openingBalances, credit: ACCOUNT.customerCredits, amount: worth }]
      : [
          { debit: ACCOUNT.returnsAndAllowances, credit: ACCOUNT.customerCredits, amount: worth - note.tax },
          { debit: ACCOUNT.taxPayable, credit: ACCOUNT.customerCredits, amount: note.tax },
        ],
  })
  const [, , written] = await Promise.all([
    emit(tx, actor, creditNoteIssued, note.id, {
      customer_id: note.customerId,
      invoice_id: note.invoiceId,
      total: worth,
      currency: note.currency,
      source: note.source,
    }),
    writeLines(tx, note.id, lines),
    last(head(tx, at, note)),
  ])
  return { ...written, lines }
}

async function writeLines(tx: Tx, id: CreditNoteId, lines: readonly StoredLine[]): Promise<void> {
  await tx.change(
    sql`
    insert into receivables.credit_note_lines (company_id, id, credit_note_id, position, description, quantity, unit,
      unit_price, tax_rate, amount)
    select ${tx.companyId}, l.id, ${id}, l.position, l.description, l.quantity, l.unit, l.unit_price, l.tax_rate, l.amount
    from unnest(${lines.map(() => newId())}::uuid[], ${lines.map((l) => l.position)}::int[],
      ${lines.map((l) => l.description)}::text[], ${lines.map((l) => l.quantity)}::text[], ${lines.map((l) => l.unit)}::text[],
      ${lines.map((l) => l.unitPrice)}::text[], ${lines.map((l) => l.taxRate)}::text[], ${lines.map((l) => l.amount)}::bigint[]
    ) l(id, position, description, quantity, unit, unit_price, tax_rate, amount)`,
    lines.length,
  )
}

/** Made of inserts from one row: it writes one credit note with its credit and returns it, or fails. */
function head(tx: Tx, at: Date, n: NewCreditNote): Statement<CreditNote> {
  const number =
    n.externalNumber === null
      ? nextNumber(tx, { series: 'credit_note', prefix: 'CN-' })
      : sql`select null::bigint sequence, ${n.externalNumber}::text number`
  return sql<CreditNote>`
    with numbered as (${number}),
    note as (
      insert into receivables.credit_notes (company_id, id, customer_id, invoice_id, invoice_reference, series, number,
        sequence, type_code, source, state, currency, subtotal, allowances, charges, tax, rounding, total, issued_on,
        reason, buyer, seller, adjustments, tax_breakdown, is_opening, created_at)
      select ${tx.companyId}, ${n.id}, ${n.customerId}, ${n.invoiceId}::uuid, ${n.invoiceReference}, ${n.series}, number,
        sequence, ${n.typeCode}, ${n.source}, 'issued', ${n.currency}, ${n.subtotal}, ${n.allowances}, ${n.charges},
        ${n.tax}, ${n.rounding}, ${n.total}, ${n.issuedOn}, ${n.reason}, ${JSON.stringify(n.buyer)},
        ${n.seller === null ? null : JSON.stringify(n.seller)}, ${JSON.stringify(n.adjustments)},
        ${JSON.stringify(n.taxBreakdown)}, ${n.isOpening ?? false}, ${at}
      from numbered
      returning *
    ),
    credit as (
      insert into receivables.credits (company_id, id, customer_id, kind, payment_id, credit_note_id, currency, amount, used)
      select ${tx.companyId}, ${n.creditId}, ${n.customerId}, 'credit_note', ${n.paymentId}::uuid, id, ${n.currency},
        total + rounding, ${n.used}
      from note
      returning *
    )
    select ${CREDIT_NOTE} from note n join credit c on c.credit_note_id = n.id`
}
