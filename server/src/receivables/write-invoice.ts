import { ACCOUNT, post } from '../ledger/index.ts'
import { type Last, type Statement, sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import type { PaymentId } from '../payments/index.ts'
import type { ChargeBackId } from './charge-backs.queries.ts'
import { INVOICE, type Invoice, type InvoiceId, type InvoiceLine } from './invoices.queries.ts'
import { nextNumber } from './next-number.ts'

export type InvoiceWithLines = Invoice & { lines: readonly InvoiceLine[] }

export type NewInvoice = Omit<
  Invoice,
  | 'id'
  | 'number'
  | 'state'
  | 'revision'
  | 'createdAt'
  | 'voidedAt'
  | 'originalId'
  | 'isOpening'
  | 'recovers'
  | 'due'
  | 'settled'
  | 'inFlight'
  | 'refunded'
  | 'reduced'
  | 'voided'
  | 'writtenOffAt'
  | 'writeOffReason'
  | 'writeOffNote'
  | 'open'
> & {
  id: InvoiceId
  /** The number it came with; null takes the next of the company's own series. */
  externalNumber: string | null
  seller: unknown
  isOpening?: boolean
  /** Only of a recovery invoice. */
  recovery?: { chargeBackId: ChargeBackId; paymentId: PaymentId }
  lines: readonly Omit<InvoiceLine, 'position'>[]
}

/**
 * Writes an invoice with its lines, its payable and its postings (1100 / 4000, 2200, 4050, or 3000 for all of them). The number is taken by
 * the last statement, and everything else stands before it: with `last` of the transaction, the counter's row is
 * locked for no longer than that statement and the commit take. No number is lost, since a rollback takes it back.
 */
export async function writeInvoice(
  tx: Tx,
  at: Date,
  invoice: NewInvoice,
  last: Last = tx.one,
): Promise<InvoiceWithLines> {
  postIssue(tx, at, invoice)
  // What was paid before the invoice came here settles it at once.
  post(tx, {
    kind: 'opening_application',
    at,
    currency: invoice.currency,
    subjectType: 'invoice',
    subjectId: invoice.id,
    transfers: [{ debit: ACCOUNT.openingBalances, credit: ACCOUNT.receivable, amount: invoice.prepaid }],
  })
  return insertInvoice(tx, at, invoice, last)
}

/** As `writeInvoice`, of what is posted otherwise. */
export async function insertInvoice(
  tx: Tx,
  at: Date,
  invoice: NewInvoice,
  last: Last = tx.one,
): Promise<InvoiceWithLines> {
  const lines = invoice.lines.map((line, i) => ({ ...line, position: i + 1 }))
  // A plain insert adds all lines or fails, so the last statement may be on its way before their count is known.
  const [, written] = await Promise.all([writeLines(tx, invoice.id, lines), last(head(tx, at, invoice))])
  return { ...written, lines }
}

/**
 * Posts what an invoice claims: receivable against sales, tax and shipping, or against opening balances where those are
 * booked elsewhere.
 */
export function postIssue(
  tx: Tx,
  at: Date,
  invoice: Pick<NewInvoice, 'id' | 'currency' | 'total' | 'rounding' | 'tax' | 'shipping' | 'isOpening'>,
): void {
  const worth = invoice.total + invoice.rounding
  post(tx, {
    kind: 'invoice_issued',
    at,
    currency: invoice.currency,
    subjectType: 'invoice',
    subjectId: invoice.id,
    transfers: invoice.isOpening
      ? [{ debit: ACCOUNT.receivable, credit: ACCOUNT.openingBalances, amount: worth }]
      : [
          {
            debit: ACCOUNT.receivable,
            credit: ACCOUNT.sales,
            amount: worth - invoice.tax - invoice.shipping,
          },
          { debit: ACCOUNT.receivable, credit: ACCOUNT.taxPayable, amount: invoice.tax },
          { debit: ACCOUNT.receivable, credit: ACCOUNT.shippingIncome, amount: invoice.shipping },
        ],
  })
}

export async function writeLines(
  tx: Tx,
  id: InvoiceId,
  lines: readonly InvoiceLine[],
  revision = 1,
): Promise<void> {
  await tx.change(
    sql`
    insert into receivables.invoice_lines (company_id, id, invoice_id, revision, position, description, quantity, unit,
      unit_price, tax_rate, amount, taxes)
    select ${tx.companyId}, l.id, ${id}, ${revision}::int, l.position, l.description, l.quantity, l.unit, l.unit_price, l.tax_rate, l.amount, l.taxes::jsonb
    from unnest(${lines.map(() => newId())}::uuid[], ${lines.map((l) => l.position)}::int[],
      ${lines.map((l) => l.description)}::text[], ${lines.map((l) => l.quantity)}::text[], ${lines.map((l) => l.unit)}::text[],
      ${lines.map((l) => l.unitPrice)}::text[], ${lines.map((l) => l.taxRate)}::text[], ${lines.map((l) => l.amount)}::bigint[],
      ${lines.map((l) => (l.taxes === null ? null : JSON.stringify(l.taxes)))}::text[]
    ) l(id, position, description, quantity, unit, unit_price, tax_rate, amount, taxes)`,
    lines.length,
  )
}

/** Made of inserts from one row: it writes one invoice and returns it, or fails. */
function head(tx: Tx, at: Date, i: NewInvoice): Statement<Invoice> {
  const due = i.total + i.rounding
  const number =
    i.externalNumber === null
      ? nextNumber(tx, { series: 'invoice', prefix: 'INV-' })
      : sql`select null::bigint sequence, ${i.externalNumber}::text number`
  return sql<Invoice>`
    with numbered as (${number}),
    payable as (
      insert into receivables.payables (company_id, id, kind, label, customer_id, currency, due, settled, due_on)
      select ${tx.companyId}, ${i.id}, 'invoice', number, ${i.customerId}, ${i.currency}, ${due}, ${i.prepaid}, ${i.dueOn}::date
      from numbered
      returning *
    ),
    opening as (
      insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount, at)
      select ${tx.companyId}, ${newId()}, 'opening', id, id, ${i.currency}, ${i.prepaid}::bigint, ${at} from payable
      where ${i.prepaid}::bigint > 0
    ),
    invoice as (
    insert into receivables.invoices (company_id, id, customer_id, series, number, sequence, type_code, source, state,
      currency, subtotal, allowances, charges, shipping, tax, rounding, total, prepaid, issued_on, due_on,
      order_reference, note, buyer, seller, adjustments, tax_breakdown, terms,
      charge_back_id, recovers_payment_id, is_opening)
    select ${tx.companyId}, ${i.id}, ${i.customerId}, ${i.series}, number, sequence, ${i.typeCode}, ${i.source}, 'open',
      ${i.currency}, ${i.subtotal}, ${i.allowances}, ${i.charges}, ${i.shipping}, ${i.tax}, ${i.rounding}, ${i.total},
      ${i.prepaid}, ${i.issuedOn}, ${i.dueOn}::date, ${i.orderReference}, ${i.note}, ${JSON.stringify(i.buyer)},
      ${i.seller === null ? null : JSON.stringify(i.seller)}, ${JSON.stringify(i.adjustments)}, ${JSON.stringify(i.taxBreakdown)},
      ${i.terms === null ? null : JSON.stringify(i.terms)}, ${i.recovery?.chargeBackId ?? null},
      ${i.recovery?.paymentId ?? null}, ${i.isOpening ?? false}
    from numbered
    returning *
    )
    select ${INVOICE} from invoice i join payable p on p.company_id = i.company_id and p.id = i.id`
}
