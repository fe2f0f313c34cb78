import { ACCOUNT, post } from '../ledger/index.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import type { Invoice, InvoiceId, StoredLine } from './invoices.queries.ts'

export type NewInvoice = Omit<
  Invoice,
  | 'id'
  | 'number'
  | 'state'
  | 'revision'
  | 'createdAt'
  | 'voidedAt'
  | 'due'
  | 'settled'
  | 'inFlight'
  | 'refunded'
  | 'open'
> & {
  id: InvoiceId
  /** The number it came with; null takes the next of the company's own series. */
  externalNumber: string | null
  seller: unknown
  lines: readonly Omit<StoredLine, 'position'>[]
}

/**
 * Writes an invoice with its lines, its payable and its postings (1100 / 4000, 2200, 4050). The number is taken
 * in the last statement: the counter's row is locked for no longer than the commit takes, and no number is lost,
 * since a rollback takes it back.
 */
export async function writeInvoice(tx: Tx, at: Date, invoice: NewInvoice): Promise<void> {
  await Promise.all([
    writeLines(tx, invoice),
    post(tx, {
      kind: 'invoice_issued',
      at,
      currency: invoice.currency,
      subjectType: 'invoice',
      subjectId: invoice.id,
      transfers: [
        {
          debit: ACCOUNT.receivable,
          credit: ACCOUNT.sales,
          amount: invoice.total + invoice.rounding - invoice.tax - invoice.shipping,
        },
        { debit: ACCOUNT.receivable, credit: ACCOUNT.taxPayable, amount: invoice.tax },
        { debit: ACCOUNT.receivable, credit: ACCOUNT.shippingIncome, amount: invoice.shipping },
      ],
    }),
    openBefore(tx, at, invoice),
    writeHead(tx, invoice),
  ])
}

async function writeLines(tx: Tx, { id, lines }: NewInvoice): Promise<void> {
  await tx.change(
    sql`
    insert into receivables.invoice_lines (company_id, id, invoice_id, position, description, quantity, unit,
      unit_price, tax_rate, amount)
    select ${tx.companyId}, l.id, ${id}, l.position, l.description, l.quantity, l.unit, l.unit_price, l.tax_rate, l.amount
    from unnest(${lines.map(() => newId())}::uuid[], ${lines.map((_, i) => i + 1)}::int[],
      ${lines.map((l) => l.description)}::text[], ${lines.map((l) => l.quantity)}::text[], ${lines.map((l) => l.unit)}::text[],
      ${lines.map((l) => l.unitPrice)}::text[], ${lines.map((l) => l.taxRate)}::text[], ${lines.map((l) => l.amount)}::bigint[]
    ) l(id, position, description, quantity, unit, unit_price, tax_rate, amount)`,
    lines.length,
  )
}

/** What was paid before the invoice came here settles it at once: 3000 / 1100. */
async function openBefore(tx: Tx, at: Date, { id, prepaid, currency }: NewInvoice): Promise<void> {
  await post(tx, {
    kind: 'opening_application',
    at,
    currency,
    subjectType: 'invoice',
    subjectId: id,
    transfers: [{ debit: ACCOUNT.openingBalances, credit: ACCOUNT.receivable, amount: prepaid }],
  })
}

async function writeHead(tx: Tx, i: NewInvoice): Promise<void> {
  const due = i.total + i.rounding
  const number =
    i.externalNumber === null
      ? sql`
        insert into receivables.number_series as s (company_id, id, series, prefix, last_number)
        values (${tx.companyId}, ${newId()}, 'invoice', 'INV-', 1)
        on conflict (company_id, series) do update set last_number = s.last_number + 1
        returning last_number sequence, prefix || last_number number`
      : sql`select null::bigint sequence, ${i.externalNumber}::text number`
  await tx.change(
    sql`
    with numbered as (${number}),
    payable as (
      insert into receivables.payables (company_id, id, kind, label, customer_id, currency, due, settled, due_on)
      select ${tx.companyId}, ${i.id}, 'invoice', number, ${i.customerId}, ${i.currency}, ${due}, ${i.prepaid}, ${i.dueOn}::date
      from numbered
      returning id
    ),
    opening as (
      insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount)
      select ${tx.companyId}, ${newId()}, 'opening', id, id, ${i.currency}, ${i.prepaid}::bigint from payable
      where ${i.prepaid}::bigint > 0
    )
    insert into receivables.invoices (company_id, id, customer_id, series, number, sequence, type_code, source, state,
      currency, subtotal, allowances, charges, shipping, tax, rounding, total, prepaid, issued_on, due_on,
      order_reference, note, buyer, seller, adjustments, tax_breakdown)
    select ${tx.companyId}, ${i.id}, ${i.customerId}, ${i.series}, number, sequence, ${i.typeCode}, ${i.source}, 'open',
      ${i.currency}, ${i.subtotal}, ${i.allowances}, ${i.charges}, ${i.shipping}, ${i.tax}, ${i.rounding}, ${i.total},
      ${i.prepaid}, ${i.issuedOn}, ${i.dueOn}::date, ${i.orderReference}, ${i.note}, ${JSON.stringify(i.buyer)},
      ${i.seller === null ? null : JSON.stringify(i.seller)}, ${JSON.stringify(i.adjustments)}, ${JSON.stringify(i.taxBreakdown)}
    from numbered`,
  )
}
