import type { CustomerId } from '../customers/index.ts'
import { type Db, join, raw, type Statement, sql } from '../lib/db/index.ts'
import { amountBetween, type DocumentFilter, isByTime, madeBetween } from '../lib/list-filter.ts'
import type { PageRequest } from '../lib/pagination.ts'
import { rowLimit } from '../lib/row-limit.ts'
import { MOST_FOUND, type Needle } from '../lib/search.ts'
import { findInvoices, type Invoice, type InvoiceId, type InvoiceStatus } from './invoices.queries.ts'

export interface InvoiceFilter {
  customerId?: CustomerId | undefined
  /** Only what is still owed. */
  open?: boolean | undefined
  state?: Invoice['state'] | undefined
  number?: string | undefined
  /** The label at a day, YYYY-MM-DD. */
  status?: { label: InvoiceStatus; today: string } | undefined
  document?: DocumentFilter | undefined
}

/** A page of invoices, newest first; as `listRequests`. */
export async function listInvoices(db: Db, page: PageRequest, filter: InvoiceFilter): Promise<Invoice[]> {
  const where = [...(await conditions(db, filter)), ...after(db, page, filter)]
  const rows = await db.many(sql<{ id: InvoiceId }>`
    select f.id from (${join(
      labels(filter.status).map((label) => listed(db, page, filter, [...where, label])),
      ' union all ',
    )}) f order by ${order(filter)} limit ${rowLimit(page.limit)}`)
  const ids = rows.map(({ id }) => id)
  const found = new Map((await findInvoices(db, ids)).map((invoice) => [invoice.id, invoice]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

const NEWEST = raw('f.id desc')
const LATEST = raw('f.created_at desc, f.id desc')

function order({ document }: InvoiceFilter): Statement {
  return document !== undefined && isByTime(document) ? LATEST : NEWEST
}

function listed(db: Db, page: PageRequest, filter: InvoiceFilter, where: Statement[]): Statement {
  return sql`
    (select f.* from (
      select i.id, i.created_at from receivables.invoices i
      join receivables.payables p on p.company_id = i.company_id and p.id = i.id
      where i.company_id = ${db.companyId} and p.company_id = ${db.companyId} and ${join(where, ' and ')}) f
    order by ${order(filter)} limit ${rowLimit(page.limit)})`
}

async function conditions(db: Db, filter: InvoiceFilter): Promise<Statement[]> {
  const { customerId, state, number, open, document } = filter
  const where = [sql`true`]
  if (customerId !== undefined) where.push(sql`i.customer_id = ${customerId}`)
  if (state !== undefined) where.push(sql`i.state = ${state}`)
  if (number !== undefined) where.push(sql`i.number = ${number}`)
  if (open === true) where.push(sql`p.open > 0`)
  if (document === undefined) return where
  where.push(...madeBetween(raw('i.created_at'), document), ...amountBetween(raw('i.total'), document))
  if (document.needle !== undefined) where.push(await meant(db, document.needle))
  return where
}

function after(db: Db, page: PageRequest, { document }: InvoiceFilter): Statement[] {
  if (page.after === undefined) return []
  return document !== undefined && isByTime(document)
    ? [
        sql`(i.created_at, i.id) < (
          select c.created_at, c.id from receivables.invoices c where c.company_id = ${db.companyId} and c.id = ${page.after})`,
      ]
    : [sql`i.id < ${page.after}`]
}

async function meant(db: Db, { pattern, amounts, priced }: Needle): Promise<Statement> {
  const { found } = await db.one(sql<{ found: InvoiceId[] | null }>`
    select receivables.search_invoices(${db.companyId}, ${pattern}, ${amounts}, ${priced}, ${MOST_FOUND}) found`)
  return found === null
    ? sql`(i.words like ${pattern} or (i.total = any(${amounts}) and i.currency || i.total::text = any(${priced})))`
    : sql`i.id = any(${found}::uuid[])`
}

/** What an invoice with a label is stored as; one that is overdue, in two ways, each of which an index has in order. */
function labels(status: InvoiceFilter['status']): Statement[] {
  if (status === undefined) return [sql`true`]
  const { label, today } = status
  if (label === 'void' || label === 'written_off') return [sql`i.state = ${label}`]
  const standing = (name: string, due: Statement) =>
    sql`i.state = 'open' and p.kind = 'invoice' and p.standing = ${name} and ${due}`
  if (label === 'overdue') {
    return ['open', 'partially_paid'].map((name) => standing(name, sql`p.due_by < ${today}::date`))
  }
  const isOwed = label === 'open' || label === 'partially_paid'
  return [standing(label, isOwed ? sql`p.due_by >= ${today}::date` : sql`true`)]
}
