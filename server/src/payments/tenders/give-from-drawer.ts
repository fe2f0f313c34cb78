import { sql, type Tx } from '../../lib/db/index.ts'
import { GivenBackNotUndoable } from '../errors.ts'
import type { Payment } from '../payments.queries.ts'
import type { Refund } from '../refunds.queries.ts'

/**
 * Cash of a locked payment is given back in cash: out of the drawer where it still lies there, so that less of it is
 * banked. False where it was banked, or came otherwise: then it is given from the bank.
 */
export async function giveFromDrawer(tx: Tx, { id, method }: Payment, amount: bigint): Promise<boolean> {
  if (method !== 'cash') return false
  const given = await tx.many(sql<{ id: string }>`
    update payments.tenders set given = given + ${amount}
    where company_id = ${tx.companyId} and id = ${id} and bank_deposit_id is null returning id`)
  return given.length > 0
}

/** It was not given after all and lies in the drawer still; refused once the rest was banked without it. */
export async function takeToDrawer(tx: Tx, { amount, fromDrawer, paymentId }: Refund): Promise<void> {
  if (!fromDrawer) return
  const taken = await tx.many(sql<{ id: string }>`
    update payments.tenders set given = given - ${amount}
    where company_id = ${tx.companyId} and id = ${paymentId} and bank_deposit_id is null returning id`)
  if (taken.length > 0) return
  throw new GivenBackNotUndoable(
    'The rest of this cash was banked since, without what was given back. Nothing was changed; undo that deposit first.',
  )
}
