import { type Static, Type } from 'typebox'
import { toWireId } from '../../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../../lib/schemas.ts'
import { payoutStates } from './payout.state.ts'
import { CATEGORIES, type CategorySum, type Payout } from './payouts.queries.ts'

const AGREEMENTS = ['agrees', 'differs', 'pending', 'not_listed'] as const

const payout = {
  object: Type.Literal('payout'),
  id: wireId('pyt'),
  state: Type.Enum(Object.keys(payoutStates)),
  amount: Type.Integer({
    description:
      'In minor units. Less than zero: taken from the bank account, as the balance was below zero.',
  }),
  currency: currencyCode,
  automatic: Type.Boolean({ description: 'Whether the processor made it by its schedule.' }),
  bank: nullable(Type.Object({ name: nullable(Type.String()), last4: Type.String() })),
  arrives_on: Type.String({ format: 'date' }),
  agreement: Type.Enum(AGREEMENTS, {
    description:
      'Whether the payout, its transactions and the books are one sum: `pending` until the processor lists them, `not_listed` where it never does.',
  }),
  failure_code: nullable(
    Type.String({ description: 'Why the bank did not take it, by the processor’s code.' }),
  ),
  failure_message: nullable(Type.String()),
  trace: nullable(Type.String({ description: 'What finds it on the bank’s statement.' })),
  processor_reference: Type.String(),
  created_at: timestamp,
  settled_at: nullable(timestamp),
}

export const PayoutRow = Type.Object(payout, { $id: 'PayoutRow' })

export const PayoutWire = Type.Object(
  {
    ...payout,
    summary: Type.Array(
      Type.Object({
        category: Type.Enum(CATEGORIES),
        count: Type.Integer(),
        gross: amountOut,
        fee: amountOut,
        net: amountOut,
      }),
      { description: 'What it is made of, by sort; only sorts that there are.' },
    ),
    fees: Type.Integer({ description: 'All fees in it: of each transaction, and the processor’s own.' }),
    transactions_amount: Type.Integer({ description: 'What its transactions come to.' }),
    booked_amount: Type.Integer({ description: 'What the books have of these transactions.' }),
    unexplained: Type.Integer({ description: 'How many of them nothing in the books explains.' }),
  },
  { $id: 'Payout' },
)

export function payoutRowToWire(row: Payout, sums: readonly CategorySum[]): Static<typeof PayoutRow> {
  return {
    object: 'payout',
    id: toWireId('pyt', row.id),
    state: row.state,
    amount: Number(row.amount),
    currency: row.currency.toLowerCase(),
    automatic: row.automatic,
    bank: row.bankLast4 === null ? null : { name: row.bankName, last4: row.bankLast4 },
    arrives_on: row.arrivesOn,
    agreement: agreementOf(row, sums),
    failure_code: row.failureCode,
    failure_message: row.failureMessage,
    trace: row.trace,
    processor_reference: row.processorReference,
    created_at: row.createdAt.toISOString(),
    settled_at: row.settledAt?.toISOString() ?? null,
  }
}

export function payoutToWire(row: Payout, sums: readonly CategorySum[]): Static<typeof PayoutWire> {
  const { booked, net } = totals(sums)
  return {
    ...payoutRowToWire(row, sums),
    summary: CATEGORIES.flatMap((category) => {
      const sum = sums.find((each) => each.category === category)
      return sum === undefined
        ? []
        : {
            category,
            count: Number(sum.count),
            gross: Number(sum.gross),
            fee: Number(sum.fee),
            net: Number(sum.gross - sum.fee),
          }
    }),
    fees: Number(
      sums.reduce((all, { category, fee, gross }) => all + fee - (category === 'fee' ? gross : 0n), 0n),
    ),
    transactions_amount: Number(net),
    booked_amount: Number(booked),
    unexplained: Number(sums.reduce((all, { unexplained }) => all + unexplained, 0n)),
  }
}

function totals(sums: readonly CategorySum[]): { net: bigint; booked: bigint } {
  return {
    net: sums.reduce((all, { fee, gross }) => all + gross - fee, 0n),
    booked: sums.reduce((all, { booked }) => all + booked, 0n),
  }
}

function agreementOf(row: Payout, sums: readonly CategorySum[]): (typeof AGREEMENTS)[number] {
  if (!row.isListed) return 'not_listed'
  if (row.listedAt === null) return 'pending'
  const { booked, net } = totals(sums)
  const isWhole = sums.every(({ unexplained }) => unexplained === 0n)
  return isWhole && net === row.amount && booked === row.amount ? 'agrees' : 'differs'
}
