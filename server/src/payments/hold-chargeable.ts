import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { MethodNotChargeable } from './errors.ts'
import { type PaymentMethod, type PaymentMethodId, shareMethod } from './payment-methods.queries.ts'

/** A method that may be charged, held until its attempt is written down. Throws `MethodNotChargeable`. */
export async function holdChargeable(tx: Tx, id: PaymentMethodId): Promise<PaymentMethod> {
  const method = await shareMethod(tx, id)
  if (method === undefined) throw new NotFound('payment method')
  if (method.state !== 'active') throw notChargeable(method)
  return method
}

const WHY_NOT = {
  expired:
    'This card has expired, so it cannot be charged. Nothing was charged; ask the customer for another.',
  invalid:
    'The bank does not let this be charged any more. Nothing was charged; ask the customer for another way to pay.',
  removed: 'This was removed, so it is never charged again. Nothing was charged; choose another.',
} as const

export function notChargeable({ state }: PaymentMethod): MethodNotChargeable {
  return new MethodNotChargeable(WHY_NOT[state === 'active' ? 'removed' : state], { details: { state } })
}
