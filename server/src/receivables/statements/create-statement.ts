import { type CustomerId, findCustomer } from '../../customers/index.ts'
import { ownCompany } from '../../identity/index.ts'
import type { Actor } from '../../lib/actor.ts'
import { dayOf } from '../../lib/day-of.ts'
import type { Db, Tx } from '../../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { sumAmounts } from '../../lib/money.ts'
import { AGING_BUCKETS, listAging } from '../aging/aging.queries.ts'
import type { DayEnd } from '../aging/open-at.ts'
import { statementCreated } from '../events.ts'
import {
  type Account,
  balanceBefore,
  listCurrencies,
  listMovements,
  listOpenItems,
  type OpenItem,
} from './movements.queries.ts'
import {
  insertStatement,
  type Statement,
  type StatementKind,
  type StatementRow,
} from './statements.queries.ts'

export interface StatementOrder {
  customerId: CustomerId
  kind: StatementKind
  /** The day whose end it is of; today unless told. */
  asOf: string | undefined
  /** The first day that is listed. */
  from: string | undefined
  /** Needed where the customer owes in several. */
  currency: string | undefined
}

const MOST_ROWS = 2000

/**
 * Writes a statement: what a customer owed in one currency when a day ended, and what of it is still pending. All that
 * shows it later reads what is written here, so that no two say different sums.
 */
export async function createStatement(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: StatementOrder,
): Promise<Statement> {
  const company = await ownCompany(tx)
  const customer = await findCustomer(tx, order.customerId)
  if (customer === undefined) throw new NotFound('customer')
  const today = dayOf(now, company.timeZone)
  const end = { day: order.asOf ?? today, timeZone: company.timeZone }
  const from = firstDay(order, end.day)
  if (end.day > today)
    throw new InvalidRequest('A statement is of a day that has come. Nothing was written.', {
      field: 'as_of',
    })
  if (from !== null && from > end.day)
    throw new InvalidRequest('from is after the day of the statement. Nothing was written.', {
      field: 'from',
    })
  const currency = order.currency ?? (await onlyCurrency(tx, order.customerId, end)) ?? company.currency
  const account: Account = { customerId: order.customerId, currency }
  const items = await listOpenItems(tx, account, end)
  const opening = from === null ? 0n : await balanceBefore(tx, account, from, end)
  const rows =
    order.kind === 'open_items' ? items.map(itemRow) : await movementRows(tx, account, { from, end, opening })
  const [aged] = (
    await listAging(tx, end, { customerId: order.customerId, name: null }, { limit: 20, after: undefined })
  ).filter((row) => row.isTotal && row.currency === currency)
  const pendings = items.filter(({ open, openNow }) => open > 0n && openNow > 0n)
  const statement = {
    id: newId<'stm'>(),
    customerId: order.customerId,
    currency,
    kind: order.kind,
    asOf: end.day,
    pending: sumAmounts(pendings.map(({ openNow }) => openNow)),
    createdAt: now,
    content: {
      from,
      madeOn: today,
      customer: {
        name: customer.name,
        addressLines: customer.addressLines,
        email: customer.email,
        taxId: customer.taxId,
      },
      opening: opening.toString(),
      rows,
      balance: sumAmounts(items.map(({ open }) => open)).toString(),
      buckets: AGING_BUCKETS.map((bucket) => ({ bucket, open: (aged?.open[bucket] ?? 0n).toString() })),
      inFlight: sumAmounts(pendings.map(({ inFlight }) => inFlight)).toString(),
      unapplied: (aged?.unapplied ?? 0n).toString(),
      invoices: pendings.map(({ id, openNow }) => ({ id, open: openNow.toString() })),
    },
  }
  await insertStatement(tx, statement)
  await emit(tx, actor, statementCreated, statement.id, {
    customer_id: statement.customerId,
    pending: statement.pending,
    currency,
  })
  return { ...statement, sentAt: null, supersededBy: null }
}

/** Of a balance that is brought forward the month's first day unless told; open items have none. */
function firstDay({ kind, from }: StatementOrder, day: string): string | null {
  if (kind === 'open_items') return null
  return from ?? (kind === 'balance_forward' ? `${day.slice(0, 8)}01` : null)
}

async function onlyCurrency(db: Db, customerId: CustomerId, end: DayEnd): Promise<string | undefined> {
  const currencies = await listCurrencies(db, customerId, end)
  if (currencies.length < 2) return currencies[0]
  throw new InvalidRequest(
    'This customer owes in several currencies, and a statement is of one. Nothing was written; name one of them.',
    { field: 'currency', details: { currencies: currencies.map((code) => code.toLowerCase()) } },
  )
}

function itemRow({ issuedOn, number, dueOn, total, open, isRecovery }: OpenItem): StatementRow {
  return {
    day: issuedOn,
    type: isRecovery ? 'recovery_invoice' : 'invoice',
    label: number,
    dueOn,
    amount: total.toString(),
    balance: open.toString(),
  }
}

async function movementRows(
  db: Db,
  account: Account,
  { from, end, opening }: { from: string | null; end: DayEnd; opening: bigint },
): Promise<StatementRow[]> {
  const moved = await listMovements(db, account, from, end, MOST_ROWS + 1)
  if (moved.length > MOST_ROWS)
    throw new InvalidRequest(
      `A statement lists at most ${MOST_ROWS} movements. Nothing was written; begin it on a later day.`,
      { field: 'from' },
    )
  let balance = opening
  return moved.map((row) => {
    balance += row.amount
    return { ...row, amount: row.amount.toString(), balance: balance.toString() }
  })
}
