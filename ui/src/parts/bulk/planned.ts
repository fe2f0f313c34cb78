import type { paths } from '../../api/schema.generated.ts'

/** What one customer would get. */
export type Planned =
  paths['/v1/bulk_sends/preview']['post']['responses'][200]['content']['application/json']['data'][number]
/** Addresses as they were typed, by customer. */
export type Typed = Readonly<Record<string, string>>

/** Whether another address would do away with a refusal. */
export function isOfAddress(code: string): boolean {
  return code === 'recipient_missing' || code === 'recipient_suppressed'
}

/** An address that is typed takes the place of one that is missing, or that mail does not go to. */
export function isSent({ customer, email, refusal }: Planned, typed: Typed): boolean {
  if (refusal === null) return true
  const own = (typed[customer] ?? '').trim()
  return isOfAddress(refusal.code) && own !== '' && own !== email
}

/** Whether the address of somebody who gets it was emptied. */
export function isEmptied({ customer, refusal }: Planned, typed: Typed): boolean {
  return refusal === null && typed[customer]?.trim() === ''
}
