import type { CustomerId } from '../customers/index.ts'
import { type Db, join, raw, type Statement, sql } from '../lib/db/index.ts'
import { amountBetween, type DocumentFilter, isByTime, madeBetween } from '../lib/list-filter.ts'
import type { PageRequest } from '../lib/pagination.ts'
import { rowLimit } from '../lib/row-limit.ts'
import { MOST_FOUND, type Needle } from '../lib/search.ts'
import type { InvoiceId } from '../receivables/index.ts'
import type { RequestState } from './request.state.ts'
import type { ListedStatus } from './request-wire.ts'
import { findRequests, type PaymentRequest, type RequestId } from './requests.queries.ts'
import { standsAs } from './standings.queries.ts'

export interface RequestFilter extends DocumentFilter {
  customerId: CustomerId | undefined
  /** Only those that ask for this invoice. */
  invoiceId?: InvoiceId | undefined
  state: RequestState | undefined
  status: ListedStatus | undefined
}

/**
 * A page of requests, newest first. Each filter has an index that gives its rows in the order of the page; a search
 * that finds few rows names them, and one that finds many is left to a scan, which ends with the page.
 */
export async function listRequests(
  db: Db,
  now: Date,
  page: PageRequest,
  filter: RequestFilter,
): Promise<PaymentRequest[]> {
  const { customerId, invoiceId, state, status, needle } = filter
  const where = [sql`true`, ...amountBetween(raw('r.total'), filter)]
  if (customerId !== undefined) where.push(sql`r.customer_id = ${customerId}`)
  if (invoiceId !== undefined)
    where.push(sql`r.id in (
      select i.request_id from requests.items i where i.company_id = ${db.companyId} and i.payable_id = ${invoiceId})`)
  if (state !== undefined) where.push(sql`r.state = ${state}`)
  if (needle !== undefined) {
    const found = await searchRequests(db, needle)
    where.push(found === null ? sql`(${isMeant(needle)})` : sql`r.id = any(${found}::uuid[])`)
  }
  const ids =
    status === undefined
      ? await listPlain(db, page, filter, where)
      : await listStanding(db, page, filter, [...where, standsAs(status, now)])
  const rows = new Map((await findRequests(db, ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

async function listPlain(db: Db, page: PageRequest, filter: RequestFilter, given: Statement[]) {
  const where = [...given, ...madeBetween(raw('r.created_at'), filter)]
  const byTime = isByTime(filter)
  if (page.after !== undefined && byTime)
    where.push(sql`(r.created_at, r.id) < (
      select c.created_at, c.id from requests.requests c where c.company_id = ${db.companyId} and c.id = ${page.after})`)
  else if (page.after !== undefined) where.push(sql`r.id < ${page.after}`)
  const rows = await db.many(sql<{ id: RequestId }>`
    select r.id from requests.requests r
    where r.company_id = ${db.companyId} and ${join(where, ' and ')} order by ${byTime ? LATEST : NEWEST} limit ${rowLimit(page.limit)}`)
  return rows.map(({ id }) => id)
}

/** By a label: in the order of when they were made, as its index has them. */
async function listStanding(db: Db, page: PageRequest, filter: RequestFilter, given: Statement[]) {
  const where = [...given, ...madeBetween(raw('s.created_at'), filter)]
  if (page.after !== undefined)
    where.push(sql`(s.created_at, s.id) < (
      select c.created_at, c.id from requests.standings c where c.company_id = ${db.companyId} and c.id = ${page.after})`)
  const rows = await db.many(sql<{ id: RequestId }>`
    select r.id from requests.standings s join requests.requests r on r.company_id = s.company_id and r.id = s.id
    where s.company_id = ${db.companyId} and ${join(where, ' and ')} order by s.created_at desc, s.id desc limit ${rowLimit(page.limit)}`)
  return rows.map(({ id }) => id)
}

/** The requests that a search finds, or null where they are too many to be named. */
export async function searchRequests(db: Db, needle: Needle): Promise<RequestId[] | null> {
  const { found } = await db.one(sql<{ found: RequestId[] | null }>`
    select requests.search(${db.companyId}, ${needle.pattern}, ${needle.amounts}, ${needle.priced}, ${MOST_FOUND}) found`)
  return found
}

const NEWEST = raw('r.id desc')
const LATEST = raw('r.created_at desc, r.id desc')

const isMeant = ({ pattern, amounts, priced }: Needle) =>
  sql`r.words like ${pattern} or (r.total = any(${amounts}) and r.currency || r.total::text = any(${priced}))`
