import { RefundTooLarge } from './errors.ts'
import type { Payment } from './payments.queries.ts'

/** How much is given back of a locked payment: what is asked for, or all that is left. Throws where that is too much. */
export function refundableAmount(payment: Payment, asked: bigint | undefined): bigint {
  const left = payment.amount - payment.chargedBack - payment.refunded - payment.refunding
  const wanted = asked ?? left
  if (wanted <= left && wanted > 0n) return wanted
  throw new RefundTooLarge(
    `At most ${left} (minor units of ${payment.currency}) of this payment can still be refunded. No money was moved.`,
    {
      field: 'amount',
      details: { refundable_amount: Number(left), currency: payment.currency.toLowerCase() },
    },
  )
}
