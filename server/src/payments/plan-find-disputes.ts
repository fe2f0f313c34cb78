import type { Tx } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import type { MerchantAccountId } from './merchant-accounts.queries.ts'

/** The job that asks the processor for disputes that nobody told of; its subject is the merchant account. */
export const FIND_DISPUTES = 'find_disputes'

const LOOK_EVERY_MS = 12 * 3_600_000

/** When a company's account is looked at next. */
export async function planFindDisputes(tx: Tx, now: Date, accountId: MerchantAccountId): Promise<void> {
  await setDue(tx, FIND_DISPUTES, accountId, new Date(now.getTime() + LOOK_EVERY_MS))
}
