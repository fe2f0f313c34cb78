import { Type } from 'typebox'
import { defineSetting, readSetting } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { RefundPeriodOver } from './errors.ts'
import type { Payment } from './payments.queries.ts'

/** Affirm's own rule; a company may be stricter. */
const MOST_DAYS = 120
const DAY_MS = 24 * 3_600_000

/** K21, R-174. */
export const bnplRefundDays = defineSetting({
  key: 'bnpl.refund_days',
  schema: Type.Integer({ minimum: 1, maximum: MOST_DAYS }),
  fallback: MOST_DAYS,
  writableBy: 'company',
  description:
    'For how many days a payment with Affirm can be refunded (1 to 120). Affirm takes no refund after 120 days.',
})

/** For how long the processor sends money back to a bank account that was debited. */
const DEBIT_DAYS = 180

/** Throws `RefundPeriodOver` where the time is over in which the processor gives a payment back; a card's never is. */
export async function checkRefundPeriod(db: Db, payment: Payment, now: Date): Promise<void> {
  const { method, settledAt } = payment
  if (settledAt === null || (method !== 'bnpl' && method !== 'ach')) return
  const days = method === 'ach' ? DEBIT_DAYS : await readSetting(db, bnplRefundDays)
  const until = new Date(settledAt.getTime() + days * DAY_MS)
  if (now <= until) return
  const what = method === 'ach' ? 'from a bank account' : 'with Affirm'
  throw new RefundPeriodOver(
    `A payment ${what} can be refunded for ${days} days, and this one is older. No money was moved; give the customer a credit, or pay them back in another way and record that.`,
    { details: { refundable_until: until.toISOString() } },
  )
}
