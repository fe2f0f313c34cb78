import { type Static, Type } from 'typebox'
import { toWireId } from '../../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../../lib/schemas.ts'
import { AGING_BUCKETS } from '../aging/aging.queries.ts'
import { STATEMENT_STATES, statementState } from './statement.state.ts'
import { ROW_TYPES, STATEMENT_KINDS, type Statement } from './statements.queries.ts'

export const StatementWire = Type.Object(
  {
    object: Type.Literal('statement'),
    id: wireId('stm'),
    customer: wireId('cus'),
    customer_name: Type.String(),
    currency: currencyCode,
    kind: Type.Enum(STATEMENT_KINDS),
    state: Type.Enum(STATEMENT_STATES, {
      description: 'superseded: a newer one of the customer in the currency was sent in its place.',
    }),
    superseded_by: nullable(wireId('stm')),
    from: nullable(Type.String()),
    as_of: Type.String({ description: 'The day, of the company, whose end it is of.' }),
    opening_balance: Type.Integer(),
    rows: Type.Array(
      Type.Object({
        date: Type.String(),
        type: Type.Enum(ROW_TYPES),
        reference: Type.String(),
        due_on: nullable(Type.String()),
        amount: Type.Integer({
          description: 'Of an open item what it came to; else what it added or took away.',
        }),
        balance: Type.Integer({
          description: 'Of an open item what is open of it; else what was owed with it.',
        }),
      }),
    ),
    balance: Type.Integer({
      description: 'What was owed when the day ended, as the aging of that day says.',
    }),
    buckets: Type.Array(Type.Object({ bucket: Type.Enum(AGING_BUCKETS), open: Type.Integer() })),
    pending_balance: Type.Integer({
      description:
        'Of it, what was still open when the statement was made; what its mail, PDF and link ask for.',
    }),
    in_flight: Type.Integer({ description: 'Of what is pending, what was being paid when it was made.' }),
    unapplied: Type.Integer({ description: 'Credit that no invoice was settled by; it is not taken off.' }),
    invoices: Type.Array(Type.Object({ id: wireId('inv'), open: amountOut })),
    created_at: timestamp,
    sent_at: nullable(timestamp),
  },
  { $id: 'Statement' },
)

export function statementToWire(statement: Statement): Static<typeof StatementWire> {
  const { content } = statement
  return {
    object: 'statement',
    id: toWireId('stm', statement.id),
    customer: toWireId('cus', statement.customerId),
    customer_name: content.customer.name,
    currency: statement.currency.toLowerCase(),
    kind: statement.kind,
    state: statementState(statement),
    superseded_by: statement.supersededBy === null ? null : toWireId('stm', statement.supersededBy),
    from: content.from,
    as_of: statement.asOf,
    opening_balance: Number(content.opening),
    rows: content.rows.map(({ day, type, label, dueOn, amount, balance }) => ({
      date: day,
      type,
      reference: label,
      due_on: dueOn,
      amount: Number(amount),
      balance: Number(balance),
    })),
    balance: Number(content.balance),
    buckets: content.buckets.map(({ bucket, open }) => ({ bucket, open: Number(open) })),
    pending_balance: Number(statement.pending),
    in_flight: Number(content.inFlight),
    unapplied: Number(content.unapplied),
    invoices: content.invoices.map(({ id, open }) => ({ id: toWireId('inv', id), open: Number(open) })),
    created_at: statement.createdAt.toISOString(),
    sent_at: statement.sentAt?.toISOString() ?? null,
  }
}
