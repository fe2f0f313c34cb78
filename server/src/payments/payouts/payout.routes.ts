import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Columns, list, type RouteServices, read } from '../../identity/index.ts'
import { amountCell } from '../../lib/csv/csv-text.ts'
import { NotFound } from '../../lib/errors.ts'
import { fromWireId } from '../../lib/ids.ts'
import { page, pageRequest } from '../../lib/pagination.ts'
import { idParams, isoDate, listQuery } from '../../lib/schemas.ts'
import { type PayoutState, payoutStates } from './payout.state.ts'
import { PayoutRow, PayoutWire, payoutRowToWire, payoutToWire } from './payout-wire.ts'
import { findPayout, listPayouts, type PayoutId, sumPayoutLines } from './payouts.queries.ts'

const columns: Columns<Static<typeof PayoutRow>> = {
  id: (row) => row.id,
  state: (row) => row.state,
  currency: (row) => row.currency,
  amount: (row) => amountCell(row.amount, row.currency),
  arrives_on: (row) => row.arrives_on,
  bank: (row) => row.bank?.name,
  bank_last4: (row) => row.bank?.last4,
  agreement: (row) => row.agreement,
  failure_code: (row) => row.failure_code,
  trace: (row) => row.trace,
  processor_reference: (row) => row.processor_reference,
  created_at: (row) => row.created_at,
  settled_at: (row) => row.settled_at,
}

/** Payouts, which staff screens call deposits: what went to the bank, and whether it is what it should be. */
export function payoutRoutes(server: FastifyInstance, services: RouteServices): void {
  const tag = 'Payouts'
  const permission = 'payments.read' as const
  list(
    server,
    services,
    {
      url: '/v1/payouts',
      permission,
      summary: 'List payouts, newest first',
      tag,
      query: {
        ...listQuery,
        state: Type.Optional(Type.Enum(Object.keys(payoutStates) as PayoutState[])),
        arrives_from: Type.Optional(isoDate),
        arrives_to: Type.Optional(isoDate),
      },
      row: PayoutRow,
      fileName: 'payouts',
      columns,
    },
    async (db, query) => {
      const asked = pageRequest('pyt', query)
      const rows = await listPayouts(db, asked, {
        state: query.state,
        arrivesFrom: query.arrives_from,
        arrivesTo: query.arrives_to,
      })
      const ids = rows.map(({ id }): PayoutId => id)
      const sums = Map.groupBy(await sumPayoutLines(db, ids), ({ payoutId }) => payoutId)
      return page('pyt', rows, asked.limit, (row) => payoutRowToWire(row, sums.get(row.id) ?? []))
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/payouts/:id',
      permission,
      summary: 'Read a payout, with what it is made of and what the books have of that',
      tag,
      params: idParams,
      response: PayoutWire,
    },
    async (db, { params }) => {
      const id = fromWireId('pyt', params.id)
      const payout = id === undefined ? undefined : await findPayout(db, id)
      if (payout === undefined) throw new NotFound('payout')
      return payoutToWire(payout, await sumPayoutLines(db, [payout.id]))
    },
  )
}
