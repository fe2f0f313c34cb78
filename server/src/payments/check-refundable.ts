import { PaymentDisputed, PaymentNotRefundable } from './errors.ts'
import { isOpen, isTaken } from './payment.state.ts'
import type { Payment } from './payments.queries.ts'

/** Refuses to give money back that is not here (any more), or that the payer's bank takes back itself. */
export function checkTaken(payment: Payment): void {
  if (payment.disputed) {
    throw new PaymentDisputed(
      'The payer’s bank is taking this payment back, so a refund would pay it twice. No money was moved; answer the dispute, or accept it.',
    )
  }
  if (isTaken(payment.state)) return
  throw new PaymentNotRefundable(whyNot(payment), { details: { state: payment.state } })
}

function whyNot(payment: Payment): string {
  if (payment.method === 'ach' && payment.state === 'processing') {
    const days =
      payment.clearsFrom === null || payment.clearsTo === null
        ? ''
        : `, expected between ${payment.clearsFrom} and ${payment.clearsTo}`
    return `This bank debit has not cleared yet${days}, and may still fail. No money was moved; refund it when it has cleared.`
  }
  if (isOpen(payment.state))
    return `This payment is ${payment.state}, so there is nothing to give back yet. No money was moved; look again when it is decided.`
  if (payment.state === 'returned')
    return 'The payer’s bank took this payment back already, so a refund would pay it twice. No money was moved.'
  return `This payment is ${payment.state}; only one that succeeded can be refunded. No money was moved.`
}
