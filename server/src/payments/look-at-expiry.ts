import type { Tx } from '../lib/db/index.ts'
import { clearDue, setDue } from '../lib/due.ts'
import type { PaymentMethod } from './payment-methods.queries.ts'

/** The job that says that a card expires next month, and that it has. */
export const METHOD_EXPIRES = 'method_expires'

/** From when a card is told to expire next month, and from when it has expired: a card pays to its month's end. */
export function expiryOf({ expMonth, expYear }: Pick<PaymentMethod, 'expMonth' | 'expYear'>): {
  warnAt: Date
  endsAt: Date
} | null {
  if (expMonth === null || expYear === null) return null
  return {
    warnAt: new Date(Date.UTC(expYear, expMonth - 2, 1)),
    endsAt: new Date(Date.UTC(expYear, expMonth, 1)),
  }
}

/** Looks at it again when there is next something to say. */
export async function lookAtExpiry(tx: Tx, method: PaymentMethod): Promise<void> {
  const expiry = expiryOf(method)
  if (expiry === null || method.state !== 'active') return clearDue(tx, METHOD_EXPIRES, method.id)
  await setDue(tx, METHOD_EXPIRES, method.id, method.warnedAt === null ? expiry.warnAt : expiry.endsAt)
}
