import type { Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import type { DisputedPayment } from '../payments/index.ts'
import { settleRequest } from './settle-request.ts'

/** A dispute was won after it had been lost: what it settles again is paid again. */
export async function settleRegained(tx: Tx, event: DomainEvent<DisputedPayment>): Promise<void> {
  await settleRequest(tx, { ...event, data: event.data.payment })
}
