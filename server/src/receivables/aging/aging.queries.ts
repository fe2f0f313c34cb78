import type { CustomerId } from '../../customers/index.ts'
import { type Db, join, raw, type Statement, sql } from '../../lib/db/index.ts'
import { rowLimit } from '../../lib/row-limit.ts'
import { type DayEnd, openAt, unappliedAt } from './open-at.ts'

/** By how many days invoices are late at a day, in order. One without a due date is never late. */
export const AGING_BUCKETS = ['not_due', 'days_1_30', 'days_31_60', 'days_61_90', 'over_90'] as const
export type AgingBucket = (typeof AGING_BUCKETS)[number]

/** What is owed in one currency, by all or by one customer. Minor units. */
export interface Aged {
  isTotal: boolean
  customerId: string | null
  customerName: string | null
  currency: string
  open: Record<AgingBucket, bigint>
  invoices: Record<AgingBucket, number>
  total: bigint
  /** Credits and prepayments that are not applied; they stand beside what is open, not in it. */
  unapplied: bigint
}

export interface AgingFilter {
  customerId: string | null
  /** What the customer's name has, in any case of letters. */
  name: string | null
}

/** After which customer and currency a page begins. */
export interface AgingCursor {
  /** None: of those that nobody is known of, who come last. */
  customerId: string | null
  currency: string
}

type Row = Omit<Aged, 'open' | 'invoices'> & { opens: bigint[]; counts: bigint[] }

/**
 * What was open at the end of a day, by customer and currency, in the order of their names; before them one row of each
 * currency with the sums of all that the filter shows.
 */
export async function listAging(
  db: Db,
  end: DayEnd,
  filter: AgingFilter,
  page: { limit: number; after: AgingCursor | undefined },
): Promise<Aged[]> {
  const rows = await db.many(sql<Row>`
    with per as materialized (
      select a.customer_id, n.name, a.currency, a.opens, a.counts, a.total, a.unapplied,
        case when a.customer_id is null then '1' else '0' || lower(n.name) end collate "C" place
      from (${perCustomer(db, end, filter.customerId)}) a
      left join customers.names_view n on n.company_id = ${db.companyId} and n.id = a.customer_id
      where ${named(filter)})
    select * from (
      select true "isTotal", null::uuid "customerId", null::text "customerName", currency, ${SUMS} from per group by currency
      order by currency) totals
    union all
    select * from (
      select false, customer_id, name, currency, opens, counts, total, unapplied from per where ${following(db, page.after)}
      order by place, customer_id, currency limit ${rowLimit(page.limit)}) listed`)
  return rows.map(({ opens, counts, ...row }) => ({
    ...row,
    open: byBucket((i) => BigInt(opens[i] ?? 0)),
    invoices: byBucket((i) => Number(counts[i] ?? 0)),
  }))
}

/** What some customers owed at the end of a day, by currency. Minor units. */
export function listOwed(
  db: Db,
  end: DayEnd,
  customerIds: readonly CustomerId[],
): Promise<{ customerId: CustomerId; currency: string; open: bigint }[]> {
  return db.many(sql<{ customerId: CustomerId; currency: string; open: bigint }>`
    select customer_id "customerId", currency, sum(open)::bigint open from (${openAt(db, end)}) o
    where customer_id = any(${customerIds}) group by 1, 2 order by 1, 2`)
}

/** Columns: customer_id, currency, opens and counts by bucket, total, unapplied. */
function perCustomer(db: Db, end: DayEnd, customerId: string | null): Statement {
  return sql`
    select customer_id, currency, ${PARTS} opens, ${COUNTS} counts, sum(open)::bigint total, sum(unapplied)::bigint unapplied
    from (
      select customer_id, currency, ${bucketAt(end.day)} bucket, open, 0::bigint unapplied
      from (${openAt(db, end, customerId)}) o
      union all
      select customer_id, currency, 0, 0, unapplied from (${unappliedAt(db, end)}) u
      where ${customerId === null ? raw('true') : sql`customer_id = ${customerId}`}) parts
    group by customer_id, currency`
}

/** From one; none has the number zero, which is no invoice's. */
function bucketAt(day: string): Statement {
  return sql`case
    when due_on is null or due_on >= ${day}::date then 1
    when ${day}::date - due_on <= 30 then 2
    when ${day}::date - due_on <= 60 then 3
    when ${day}::date - due_on <= 90 then 4
    else 5 end`
}

/** As `bucketAt` numbers them, in the order of `AGING_BUCKETS`. */
const NUMBERS = [raw('1'), raw('2'), raw('3'), raw('4'), raw('5')]
const each = (of: (bucket: Statement) => Statement) => sql`array[${join(NUMBERS.map(of), ', ')}]`
const PARTS = each((bucket) => sql`coalesce(sum(open) filter (where bucket = ${bucket}), 0)::bigint`)
const COUNTS = each((bucket) => sql`count(*) filter (where bucket = ${bucket})`)
const SUMS = sql`${each((bucket) => sql`sum(opens[${bucket}])::bigint`)} opens,
  ${each((bucket) => sql`sum(counts[${bucket}])::bigint`)} counts, sum(total)::bigint total, sum(unapplied)::bigint unapplied`

function named({ name }: AgingFilter): Statement {
  return name === null ? raw('true') : sql`position(lower(${name}) in lower(n.name)) > 0`
}

function following(db: Db, after: AgingCursor | undefined): Statement {
  if (after === undefined) return raw('true')
  if (after.customerId === null) return sql`customer_id is null and currency > ${after.currency}`
  return sql`(customer_id is null or (place, customer_id, currency) > (
    (select '0' || lower(name) from customers.names_view where company_id = ${db.companyId} and id = ${after.customerId})
      collate "C", ${after.customerId}::uuid, ${after.currency}))`
}

function byBucket<T>(of: (index: number) => T): Record<AgingBucket, T> {
  return Object.fromEntries(AGING_BUCKETS.map((bucket, i) => [bucket, of(i)])) as Record<AgingBucket, T>
}
