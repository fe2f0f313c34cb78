import type { CustomerId } from '../../customers/index.ts'
import { type Db, raw, sql, type Tx } from '../../lib/db/index.ts'
import type { Id } from '../../lib/ids.ts'
import type { PageRequest } from '../../lib/pagination.ts'
import type { AgingBucket } from '../aging/aging.queries.ts'
import type { InvoiceId, Party } from '../invoices.queries.ts'

export type StatementId = Id<'stm'>
export const STATEMENT_KINDS = ['balance_forward', 'open_items', 'transactions'] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]
export const ROW_TYPES = [
  'invoice',
  'recovery_invoice',
  'correction',
  'void',
  'write_off',
  'write_off_undone',
  'prepaid',
  'payment',
  'payment_returned',
  'payment_disputed',
  'payment_regained',
  'payment_undone',
  'refund',
  'refund_undone',
  'credit',
  'credit_taken_back',
] as const
export type StatementRowType = (typeof ROW_TYPES)[number]

/** A line of a statement. Amounts are text of minor units. */
export interface StatementRow {
  day: string
  type: StatementRowType
  /** The numbers of the invoices that it is about. */
  label: string
  dueOn: string | null
  /** Of an open item what it came to in all; else what it added or took away. */
  amount: string
  /** Of an open item what is open of it; else what was owed with it and all before it. */
  balance: string
}

/** All that a statement says, as it stood when it was made. Amounts are text of minor units. */
export interface StatementContent {
  /** The first day of what is listed; null: from the beginning, or of open items. */
  from: string | null
  /** The day on which it was made: what is pending is of that day. */
  madeOn: string
  customer: Party
  /** What was owed before the first day. */
  opening: string
  rows: StatementRow[]
  /** What was owed when its day ended. */
  balance: string
  /** By how late it was then. */
  buckets: { bucket: AgingBucket; open: string }[]
  /** Of what is pending, what is being paid. */
  inFlight: string
  /** What the customer had as credit then that no invoice was settled by; it is not taken off. */
  unapplied: string
  /** What was open then and is still, with how much: what a link asks for. */
  invoices: { id: InvoiceId; open: string }[]
}

export interface Statement {
  id: StatementId
  customerId: CustomerId
  currency: string
  kind: StatementKind
  asOf: string
  /** Of what was open then, what was still open when it was made; minor units. What its mail, PDF and link ask for. */
  pending: bigint
  content: StatementContent
  createdAt: Date
  sentAt: Date | null
  /** The newer one that was sent in its place. */
  supersededBy: StatementId | null
}

const STATEMENT = raw(`id, customer_id "customerId", currency, kind, as_of::text "asOf", pending, content,
  created_at "createdAt", sent_at "sentAt", superseded_by "supersededBy"`)

export function findStatement(db: Db, id: StatementId): Promise<Statement | undefined> {
  return db.maybe(sql<Statement>`
    select ${STATEMENT} from receivables.statements where company_id = ${db.companyId} and id = ${id}`)
}

/** A page of statements, newest first. */
export function listStatements(
  db: Db,
  page: PageRequest,
  customerId: CustomerId | undefined,
): Promise<Statement[]> {
  return db.many(sql<Statement>`
    select ${STATEMENT} from receivables.statements
    where company_id = ${db.companyId} and (${page.after}::uuid is null or id < ${page.after}::uuid)
      and (${customerId ?? null}::uuid is null or customer_id = ${customerId ?? null}::uuid)
    order by id desc limit ${page.limit + 1}`)
}

export async function insertStatement(
  tx: Tx,
  made: Omit<Statement, 'sentAt' | 'supersededBy'>,
): Promise<void> {
  await tx.change(sql`
    insert into receivables.statements (company_id, id, customer_id, currency, kind, as_of, pending, content, created_at)
    values (${tx.companyId}, ${made.id}, ${made.customerId}, ${made.currency}, ${made.kind}, ${made.asOf}::date,
      ${made.pending}, ${JSON.stringify(made.content)}, ${made.createdAt})`)
}

/** Locks a statement with those before it that it takes the place of, in the order of their ids. */
export async function lockStatement(
  tx: Tx,
  { id, customerId, currency }: Pick<Statement, 'id' | 'customerId' | 'currency'>,
): Promise<{ supersededBy: StatementId | null; before: StatementId[] }> {
  const locked = await tx.many(sql<{ id: StatementId; supersededBy: StatementId | null }>`
    select id, superseded_by "supersededBy" from receivables.statements
    where company_id = ${tx.companyId} and customer_id = ${customerId} and currency = ${currency}
      and (id = ${id} or id < ${id} and superseded_by is null)
    order by id for update`)
  return {
    supersededBy: locked.find((each) => each.id === id)?.supersededBy ?? null,
    before: locked.filter((each) => each.id !== id).map((each) => each.id),
  }
}

/** The statement that is sent in the place of one that is not any more; undefined where that one still is. */
export function findCurrentStatement(db: Db, id: StatementId): Promise<Statement | undefined> {
  return db.maybe(sql<Statement>`
    select ${STATEMENT} from receivables.statements
    where company_id = ${db.companyId} and superseded_by is null and sent_at is not null
      and (customer_id, currency) in (
        select s.customer_id, s.currency from receivables.statements s
        where s.company_id = ${db.companyId} and s.id = ${id} and s.superseded_by is not null)
    order by id desc limit 1`)
}
