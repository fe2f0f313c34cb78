import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { findCustomers } from '../../customers/index.ts'
import { type Columns, companyDay, list, type RouteServices, read, write } from '../../identity/index.ts'
import type { BusinessClock } from '../../lib/clock.ts'
import { amountCell } from '../../lib/csv/csv-text.ts'
import type { Db } from '../../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../../lib/errors.ts'
import { givenId } from '../../lib/given-id.ts'
import { toWireId } from '../../lib/ids.ts'
import { page, pageRequest } from '../../lib/pagination.ts'
import {
  amountOut,
  currencyCode,
  idParams,
  isoDate,
  line,
  listQuery,
  listWire,
  nullable,
  timestamp,
  wireId,
} from '../../lib/schemas.ts'
import { findPayments } from '../payments.queries.ts'
import { PaymentWire, paymentToWire } from '../routes.ts'
import {
  type BankDeposit,
  findBankDeposit,
  listBankDeposits,
  paymentsOfDeposits,
} from './bank-deposits.queries.ts'
import { makeBankDeposit } from './make-bank-deposit.ts'
import { listTenders } from './tenders.queries.ts'
import { undoBankDeposit } from './undo-bank-deposit.ts'

const BankDepositWire = Type.Object(
  {
    object: Type.Literal('bank_deposit'),
    id: wireId('bdp'),
    deposited_on: Type.String({ format: 'date' }),
    reference: nullable(Type.String({ description: 'The number on its slip.' })),
    amount: amountOut,
    currency: currencyCode,
    payments: Type.Array(wireId('pay')),
    created_at: timestamp,
    undone_at: nullable(timestamp),
    undo_reason: nullable(Type.String()),
  },
  { $id: 'BankDeposit' },
)

const TenderRow = Type.Object(
  { ...PaymentWire.properties, customer: wireId('cus'), customer_name: nullable(Type.String()) },
  { $id: 'TenderRow' },
)

const columns: Columns<Static<typeof TenderRow>> = {
  id: (row) => row.id,
  customer_name: (row) => row.customer_name,
  method: (row) => row.method,
  reference: (row) => row.tender?.reference,
  payer: (row) => row.tender?.payer,
  received_on: (row) => row.tender?.received_on,
  banked_on: (row) => row.tender?.banked_on,
  state: (row) => row.state,
  currency: (row) => row.currency,
  amount: (row) => amountCell(row.amount, row.currency),
}

/** Cash and cheques that wait to be taken to the bank, and what was. */
export function bankDepositRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const tag = 'Bank deposits'
  list(
    server,
    services,
    {
      url: '/v1/tenders',
      permission: 'payments.read',
      summary:
        'List cash and cheques, newest first: all, those that wait to be banked, or those that are banked',
      tag,
      query: { ...listQuery, banked: Type.Optional(Type.Boolean()) },
      row: TenderRow,
      fileName: 'cash-and-cheques',
      columns,
    },
    async (db, query) => {
      const asked = pageRequest('pay', query)
      const ids = await listTenders(db, asked, query.banked)
      const payments = new Map((await findPayments(db, ids)).map((payment) => [payment.id, payment]))
      const rows = ids.flatMap((id) => payments.get(id) ?? [])
      const names = new Map(
        (
          await findCustomers(
            db,
            rows.map(({ purposeId }) => purposeId),
          )
        ).map(({ id, name }): [string, string] => [id, name]),
      )
      return page('pay', rows, asked.limit, (row) => ({
        ...paymentToWire(row),
        customer: toWireId('cus', row.purposeId),
        customer_name: names.get(row.purposeId) ?? null,
      }))
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/bank_deposits',
      permission: 'payments.receive',
      summary: 'Say that cash and cheques were taken to your bank',
      tag,
      body: Type.Object(
        {
          payments: Type.Array(wireId('pay'), { minItems: 1, maxItems: 500, uniqueItems: true }),
          deposited_on: isoDate,
          reference: Type.Optional(nullable(line)),
        },
        { additionalProperties: false },
      ),
      response: BankDepositWire,
      problems: ['payment_not_bankable'],
    },
    async (tx, { actor, body }) => {
      const now = services.clock.now()
      if (body.deposited_on > (await companyDay(tx, now)))
        throw new InvalidRequest(
          'A deposit is booked once it is made; this day is yet to come. Nothing was banked.',
          { field: 'deposited_on' },
        )
      const deposit = await makeBankDeposit(tx, actor, now, {
        payments: body.payments.map((id) => givenId('pay', id, 'payment')),
        depositedOn: body.deposited_on,
        reference: body.reference?.trim() || null,
      })
      return toWire(tx, deposit)
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/bank_deposits/:id/undo',
      permission: 'payments.receive',
      summary: 'Undo a deposit as a whole: what it was of waits to be banked again',
      tag,
      params: idParams,
      body: Type.Object({ reason: line }, { additionalProperties: false }),
      response: BankDepositWire,
      status: 200,
      problems: ['bank_deposit_not_undoable'],
    },
    async (tx, { actor, body, params }) => {
      const reason = body.reason.trim()
      if (reason === '') throw new InvalidRequest('Say why. Nothing was changed.', { field: 'reason' })
      const id = givenId('bdp', params.id, 'bank deposit')
      return toWire(tx, await undoBankDeposit(tx, actor, services.clock.now(), { id, reason }))
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/bank_deposits',
      permission: 'payments.read',
      summary: 'List what was taken to your bank, newest first',
      tag,
      query: Type.Object(listQuery),
      response: listWire(BankDepositWire),
    },
    async (db, { query }) => {
      const asked = pageRequest('bdp', query)
      const rows = await listBankDeposits(db, asked)
      const made = Map.groupBy(await paymentsOfDeposits(db, rows), ({ depositId }) => depositId)
      return page('bdp', rows, asked.limit, (row) =>
        depositToWire(
          row,
          (made.get(row.id) ?? []).map(({ id }) => id),
        ),
      )
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/bank_deposits/:id',
      permission: 'payments.read',
      summary: 'Read what was taken to your bank in one go',
      tag,
      params: idParams,
      response: BankDepositWire,
    },
    async (db, { params }) => {
      const deposit = await findBankDeposit(db, givenId('bdp', params.id, 'bank deposit'))
      if (deposit === undefined) throw new NotFound('bank deposit')
      return toWire(db, deposit)
    },
  )
}

async function toWire(db: Db, deposit: BankDeposit): Promise<Static<typeof BankDepositWire>> {
  const payments = await paymentsOfDeposits(db, [deposit])
  return depositToWire(
    deposit,
    payments.map(({ id }) => id),
  )
}

function depositToWire(deposit: BankDeposit, payments: readonly string[]): Static<typeof BankDepositWire> {
  return {
    object: 'bank_deposit',
    id: toWireId('bdp', deposit.id),
    deposited_on: deposit.depositedOn,
    reference: deposit.reference,
    amount: Number(deposit.amount),
    currency: deposit.currency.toLowerCase(),
    payments: payments.map((id) => toWireId('pay', id)),
    created_at: deposit.createdAt.toISOString(),
    undone_at: deposit.undoneAt?.toISOString() ?? null,
    undo_reason: deposit.undoReason,
  }
}
