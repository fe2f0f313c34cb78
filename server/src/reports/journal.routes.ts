import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Columns, list, ownCompany, type RouteServices, read } from '../identity/index.ts'
import { type JournalLine, listBalances, listJournal } from '../ledger/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { amountCell } from '../lib/csv/csv-text.ts'
import { dayOf } from '../lib/day-of.ts'
import { toWireId } from '../lib/ids.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { amountOut, currencyCode, ISO_DATE, listQuery, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { SUBJECT_PREFIX } from '../notifications/index.ts'
import { rangeOf, rangeQuery } from './report-range.ts'

const accountCode = Type.Integer({ minimum: 1000, maximum: 9999 })

const JournalRow = Type.Object(
  {
    id: wireId('trf'),
    entry: Type.String({ description: 'The entry that it is of, `ent_…`: what was booked together.' }),
    booked_at: timestamp,
    kind: Type.String({ description: 'What was booked: invoice_issued, payment_applied, processor_fee…' }),
    subject: nullable(Type.String({ description: 'The id of what it is about.' })),
    reverses: nullable(Type.String({ description: 'The entry that this one takes back.' })),
    debit: accountCode,
    credit: accountCode,
    amount: amountOut,
    currency: currencyCode,
  },
  { $id: 'JournalRow' },
)
type Row = Static<typeof JournalRow>

const columns: Columns<Row> = {
  id: (row) => row.id,
  entry: (row) => row.entry,
  booked_at: (row) => row.booked_at,
  kind: (row) => row.kind,
  subject: (row) => row.subject,
  reverses: (row) => row.reverses,
  debit: (row) => row.debit,
  credit: (row) => row.credit,
  amount: (row) => amountCell(row.amount, row.currency),
  currency: (row) => row.currency,
}

const BalanceRow = Type.Object(
  {
    account: accountCode,
    name: Type.String(),
    kind: Type.Enum(['asset', 'liability', 'equity', 'income', 'expense', 'clearing']),
    currency: currencyCode,
    debit: Type.Integer({ description: 'All that was moved to it, in minor units.' }),
    credit: Type.Integer({ description: 'All that was moved from it.' }),
    balance: Type.Integer({ description: 'Debit less credit; all balances of a currency come to 0.' }),
  },
  { $id: 'AccountBalance' },
)

/** The books themselves: what was booked in a period, and what stood on each account at the end of a day. */
export function journalRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  list(
    server,
    services,
    {
      url: '/v1/reports/journal',
      permission: 'payments.read',
      summary: 'What was booked in a period, transfer by transfer, newest first',
      tag: 'Reports',
      query: { ...listQuery, ...rangeQuery, account: Type.Optional(accountCode) },
      row: JournalRow,
      fileName: 'journal',
      columns,
    },
    async (db, query) => {
      const asked = pageRequest('trf', query)
      const { from, to, company } = await rangeOf(db, services.clock.now(), query)
      const days = { from, to, timeZone: company.timeZone }
      const rows = await listJournal(db, days, { account: query.account }, asked)
      return page('trf', rows, asked.limit, toWire)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/reports/balances',
      permission: 'payments.read',
      summary: 'What stood on each account at the end of a day (a trial balance)',
      tag: 'Reports',
      query: Type.Object({
        as_of: Type.Optional(
          Type.String({ ...ISO_DATE, description: 'The day, of the company; today unless told.' }),
        ),
      }),
      response: Type.Object({
        object: Type.Literal('report'),
        as_of: Type.String(),
        time_zone: Type.String(),
        data: Type.Array(BalanceRow),
      }),
    },
    async (db, { query }) => {
      const { timeZone } = await ownCompany(db)
      const day = query.as_of ?? dayOf(services.clock.now(), timeZone)
      const balances = await listBalances(db, day, timeZone)
      return {
        object: 'report' as const,
        as_of: day,
        time_zone: timeZone,
        data: balances.map(({ account, name, kind, currency, debit, credit }) => ({
          account,
          name,
          kind: kind as Static<typeof BalanceRow>['kind'],
          currency: currency.toLowerCase(),
          debit: Number(debit),
          credit: Number(credit),
          balance: Number(debit - credit),
        })),
      }
    },
  )
}

function toWire(line: JournalLine): Row {
  const prefix = SUBJECT_PREFIX[line.subjectType]
  return {
    id: toWireId('trf', line.id),
    entry: toWireId('ent', line.entryId),
    booked_at: line.at.toISOString(),
    kind: line.kind,
    subject: prefix === undefined ? null : toWireId(prefix, line.subjectId),
    reverses: line.reverses === null ? null : toWireId('ent', line.reverses),
    debit: line.debit,
    credit: line.credit,
    amount: Number(line.amount),
    currency: line.currency.toLowerCase(),
  }
}
