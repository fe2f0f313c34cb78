import { InvariantBroken } from '../lib/errors.ts'
import { OutcomeUnknown } from '../lib/external-call.ts'
import { isCharged } from '../lib/methods.ts'
import type { Payment } from './payments.queries.ts'
import type { ChargeRequest, Processor, ProcessorPayment } from './processor.ts'

/** Asks the processor for the money of an attempt that is recorded: the middle step of an external call. */
export async function chargePayment(
  processor: Processor,
  payment: Payment,
  options: {
    account: string | null
    returnUrl: string
    description: string
    statementSuffix: string | null
    mandate: ChargeRequest['mandate']
    /** The processor's customer for whom what pays is kept, where the payer wants it so. */
    saveTo?: string | null
    isByPhone?: boolean
  },
): Promise<ProcessorPayment> {
  const { confirmationToken, method } = payment
  if (!isCharged(method)) throw new InvariantBroken(`Nobody charges ${method}: somebody brings it.`)
  if (confirmationToken === null) throw new InvariantBroken('What pays this attempt is not known.')
  const answer = await processor.charge({
    account: options.account,
    key: `payment:${payment.id}`,
    paymentId: payment.id,
    amount: payment.amount,
    currency: payment.currency,
    confirmationToken,
    returnUrl: options.returnUrl,
    description: options.description,
    statementSuffix: options.statementSuffix,
    method,
    mandate: options.mandate,
    saveTo: options.saveTo ?? null,
    isByPhone: options.isByPhone ?? false,
  })
  return checked(payment, answer)
}

/** Whose answer it is, and that it says something. */
export function checked(payment: Payment, answer: ProcessorPayment): ProcessorPayment {
  if (answer.paymentId !== null && answer.paymentId !== payment.id) {
    throw new InvariantBroken('The processor answered about another attempt.')
  }
  if (answer.status === 'unsettled') throw new OutcomeUnknown('The processor left the attempt in between.')
  return answer
}
