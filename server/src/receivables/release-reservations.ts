import type { Tx } from '../lib/db/index.ts'
import { changePayables } from './change-payables.ts'
import { endReservations, lockHeld } from './reservations.queries.ts'

/** An attempt ended without money: what it held is free again. */
export async function releaseReservations(tx: Tx, paymentId: string): Promise<void> {
  const held = (await lockHeld(tx, paymentId)).filter(({ state }) => state === 'active')
  await Promise.all([
    changePayables(
      tx,
      held.map(({ payableId, amount }) => ({ id: payableId, inFlight: -amount })),
    ),
    endReservations(tx, paymentId, 'released'),
  ])
}
