import type { CustomerId } from '../../customers/index.ts'
import { sql, type Tx } from '../../lib/db/index.ts'

/** Until the end of the transaction: reminders of one customer are decided one after the other. */
export async function lockReminding(tx: Tx, customerId: CustomerId): Promise<void> {
  await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`remind ${customerId}`}))`)
}
