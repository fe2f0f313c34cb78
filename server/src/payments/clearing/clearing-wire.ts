import { type Static, Type } from 'typebox'
import { readSetting } from '../../identity/index.ts'
import type { Db } from '../../lib/db/index.ts'
import { toWireId } from '../../lib/ids.ts'
import { nullable, timestamp, wireId } from '../../lib/schemas.ts'
import type { Payment } from '../payments.queries.ts'
import { findClearingFacts } from './clearing-facts.queries.ts'
import { CLEARING_STATES, clearingOf } from './clearing-of.ts'
import { cardsClear, guaranteedNotice } from './settings.ts'

const day = nullable(Type.String({ format: 'date' }))
const sentence = nullable(Type.String())

export const ClearingWire = nullable(
  Type.Object(
    {
      state: Type.Enum(CLEARING_STATES, {
        description:
          'submitted: its payer did all, the outcome is not known. processing: under way at a bank. paid: it succeeded. cleared: a card, as it is charged (setting `clearing.cards`); else its money is available. deposited: it is at the company’s bank.',
      }),
      expected_from: nullable(
        Type.String({ format: 'date', description: 'From which day on the next state is expected.' }),
      ),
      expected_to: day,
      available_on: nullable(timestamp),
      payout: nullable(wireId('pyt')),
      notice: nullable(
        Type.Object(
          { en: sentence, fr: sentence },
          { description: 'What the company says of what has cleared.' },
        ),
      ),
    },
    { description: 'How far its money is; null of what came to nothing or was taken back.' },
  ),
)

/** How far the money of each payment is, by the payments' ids: in a few statements however many there are. */
export async function clearingsOf(
  db: Db,
  now: Date,
  payments: readonly Payment[],
): Promise<Map<string, Static<typeof ClearingWire>>> {
  const [facts, cards, notice] = await Promise.all([
    findClearingFacts(
      db,
      payments.map(({ id }) => id),
    ),
    readSetting(db, cardsClear),
    readSetting(db, guaranteedNotice),
  ])
  const byPayment = new Map(facts.map((each) => [each.paymentId, each]))
  return new Map(
    payments.map((payment) => {
      const clearing = clearingOf(payment, byPayment.get(payment.id), cards, now)
      // What its payer disputes, or what was given back, is not said to be safe; nor is a cheque, which may bounce for long.
      const isSafe = !payment.disputed && payment.method !== 'cheque'
      const isClear = isSafe && (clearing?.state === 'cleared' || clearing?.state === 'deposited')
      return [
        payment.id,
        clearing && {
          state: clearing.state,
          expected_from: clearing.expectedFrom,
          expected_to: clearing.expectedTo,
          available_on: clearing.availableOn?.toISOString() ?? null,
          payout: clearing.payoutId === null ? null : toWireId('pyt', clearing.payoutId),
          notice: isClear ? notice : null,
        },
      ]
    }),
  )
}
