import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { changePayables } from './change-payables.ts'
import { NothingMayBeUnderWay } from './errors.ts'
import { lockPayables, type Payable, type PayableId } from './payables.queries.ts'

/** Takes back what is open of a payable. Refused while money is in flight or has settled any of it. */
export async function voidPayable(tx: Tx, id: PayableId): Promise<Payable> {
  const [payable] = await lockPayables(tx, [id])
  if (payable === undefined) throw new NotFound('invoice')
  if (payable.inFlight > 0n) {
    throw new NothingMayBeUnderWay(
      `A payment of ${payable.label} is being made right now, so it cannot be voided. Look again in a minute; nothing was changed.`,
    )
  }
  if (payable.settled > 0n) {
    throw new NothingMayBeUnderWay(
      `${payable.label} is paid at least in part, so it cannot be voided. Refund the payment or take the credit back first; nothing was changed.`,
    )
  }
  await changePayables(tx, [{ id, voided: payable.open }])
  return payable
}
