import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { findCustomer } from '../../customers/index.ts'
import {
  type Columns,
  download,
  findCompany,
  list,
  type RouteServices,
  read,
  write,
} from '../../identity/index.ts'
import type { BusinessClock } from '../../lib/clock.ts'
import { amountCell } from '../../lib/csv/csv-text.ts'
import { NotFound } from '../../lib/errors.ts'
import { givenFilter, givenId } from '../../lib/given-id.ts'
import { page, pageRequest } from '../../lib/pagination.ts'
import { currencyCode, ISO_DATE, idParams, isoDate, language, listQuery, wireId } from '../../lib/schemas.ts'
import { defaultLocale } from '../../lib/words.ts'
import { createStatement } from './create-statement.ts'
import { statementPdf } from './statement-pdf.ts'
import { StatementWire, statementToWire } from './statement-wire.ts'
import { findStatement, listStatements, STATEMENT_KINDS } from './statements.queries.ts'

const columns: Columns<ReturnType<typeof statementToWire>> = {
  id: (row) => row.id,
  customer: (row) => row.customer,
  customer_name: (row) => row.customer_name,
  kind: (row) => row.kind,
  state: (row) => row.state,
  from: (row) => row.from,
  as_of: (row) => row.as_of,
  currency: (row) => row.currency,
  balance: (row) => amountCell(row.balance, row.currency),
  pending_balance: (row) => amountCell(row.pending_balance, row.currency),
  created_at: (row) => row.created_at,
  sent_at: (row) => row.sent_at,
  superseded_by: (row) => row.superseded_by,
}

/** Statements of customers: written, read, listed and printed. They are sent by `requests`. */
export function statementRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const tag = 'Statements'
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/statements',
      permission: 'invoices.write',
      summary: 'Write a statement of what a customer owed in one currency when a day ended',
      tag,
      body: Type.Object(
        {
          customer: wireId('cus'),
          kind: Type.Enum(STATEMENT_KINDS, {
            description:
              'open_items: the invoices that were open. balance_forward: what was owed before the first day, and what changed it since. transactions: all that ever changed it.',
          }),
          as_of: Type.Optional(
            Type.String({ ...ISO_DATE, description: 'The day whose end it is of; today unless told.' }),
          ),
          from: Type.Optional({
            ...isoDate,
            description:
              'The first day that is listed. Of a balance brought forward the month’s first unless told.',
          }),
          currency: Type.Optional(currencyCode),
        },
        { additionalProperties: false },
      ),
      response: StatementWire,
    },
    async (tx, { actor, body }) =>
      statementToWire(
        await createStatement(tx, actor, services.clock.now(), {
          customerId: givenId('cus', body.customer, 'customer'),
          kind: body.kind,
          asOf: body.as_of,
          from: body.from,
          currency: body.currency?.toUpperCase(),
        }),
      ),
  )
  list(
    server,
    services,
    {
      url: '/v1/statements',
      permission: 'invoices.read',
      summary: 'List statements, newest first',
      tag,
      query: { ...listQuery, customer: Type.Optional(Type.String({ maxLength: 100 })) },
      row: StatementWire,
      fileName: 'statements',
      columns,
    },
    async (db, query) => {
      const asked = pageRequest('stm', query)
      const rows = await listStatements(db, asked, givenFilter('cus', query.customer, 'customer'))
      return page('stm', rows, asked.limit, statementToWire)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/statements/:id',
      permission: 'invoices.read',
      summary: 'Read a statement, as it was written',
      tag,
      params: idParams,
      response: StatementWire,
    },
    async (db, { params }) => {
      const statement = await findStatement(db, givenId('stm', params.id, 'statement'))
      if (statement === undefined) throw new NotFound('statement')
      return statementToWire(statement)
    },
  )
  download(
    server,
    services,
    {
      url: '/v1/statements/:id/pdf',
      permission: 'invoices.read',
      summary:
        'Print a statement, in the customer’s language unless another is asked for; without a payment link',
      tag,
      params: idParams,
      query: Type.Object({ language: Type.Optional(language) }),
    },
    async ({ companyId, params, query }) => {
      const id = givenId('stm', params.id, 'statement')
      const customer = await services.database.read(companyId, async (db) => {
        const statement = await findStatement(db, id)
        return statement && findCustomer(db, statement.customerId)
      })
      const company = await findCompany(services.database.global, companyId)
      if (company === undefined) throw new NotFound('company')
      const locale = defaultLocale(
        query.language ?? customer?.language ?? company.language,
        customer?.country ?? company.country,
      )
      return statementPdf(services.database, companyId, id, { locale, payUrl: undefined })
    },
  )
}
