import { type Static, Type } from 'typebox'
import { ownCompany, type Permission, PermissionDenied } from '../../identity/index.ts'
import { dayOf } from '../../lib/day-of.ts'
import type { Db } from '../../lib/db/index.ts'
import { InvalidRequest } from '../../lib/errors.ts'
import { givenId } from '../../lib/given-id.ts'
import { email, ISO_DATE, isoDate, longText, nullable, wireId } from '../../lib/schemas.ts'
import { STATEMENT_KINDS } from '../../receivables/index.ts'
import { type BulkOrder, MOST_AT_ONCE } from './bulk-order.ts'

const many = { minItems: 1, maxItems: MOST_AT_ONCE }
const shared = {
  emails: Type.Optional(
    Type.Array(Type.Object({ customer: wireId('cus'), email }, { additionalProperties: false }), {
      maxItems: MOST_AT_ONCE,
      description: 'In place of the customers’ own addresses.',
    }),
  ),
  message: Type.Optional(nullable(longText)),
}

export const BulkBody = Type.Union([
  Type.Object(
    { kind: Type.Literal('payment_links'), invoices: Type.Array(wireId('inv'), many), ...shared },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('statements'),
      customers: Type.Array(wireId('cus'), many),
      statement: Type.Object(
        {
          kind: Type.Enum([...STATEMENT_KINDS]),
          as_of: Type.Optional(
            Type.String({ ...ISO_DATE, description: 'The day whose end they are of; today unless told.' }),
          ),
          from: Type.Optional(isoDate),
          payment_link: Type.Optional(
            Type.Boolean({
              description:
                'Whether they carry a payment link; else as the setting `invoice.manual_link` says.',
            }),
          ),
        },
        { additionalProperties: false },
      ),
      ...shared,
    },
    { additionalProperties: false },
  ),
])

/**
 * The order of a body. Statements are written too, which needs the permission to: throws `PermissionDenied`; and
 * `InvalidRequest` where all of them would be refused for their days.
 */
export async function bulkOrder(
  db: Db,
  now: Date,
  body: Static<typeof BulkBody>,
  permissions: ReadonlySet<Permission>,
): Promise<BulkOrder> {
  const common = {
    message: body.message ?? null,
    emails: new Map((body.emails ?? []).map((to) => [givenId('cus', to.customer, 'customer'), to.email])),
  }
  if (body.kind === 'payment_links') {
    const invoiceIds = body.invoices.map((id) => givenId('inv', id, 'invoice'))
    return { ...common, what: { kind: 'payment_links', invoiceIds } }
  }
  if (!permissions.has('invoices.write'))
    throw new PermissionDenied(
      'Writing statements needs the permission invoices.write too. Nothing was done.',
    )
  const today = dayOf(now, (await ownCompany(db)).timeZone)
  const { kind, as_of: asOf = today, from, payment_link: ticked } = body.statement
  if (asOf > today)
    throw new InvalidRequest('A statement is of a day that has come. Nothing was written.', {
      field: 'statement.as_of',
    })
  if (from !== undefined && from > asOf)
    throw new InvalidRequest('from is after the day of the statements. Nothing was written.', {
      field: 'statement.from',
    })
  return {
    ...common,
    what: {
      kind: 'statements',
      customerIds: body.customers.map((id) => givenId('cus', id, 'customer')),
      options: { kind, asOf, from: from ?? null, ticked: ticked ?? null },
    },
  }
}
