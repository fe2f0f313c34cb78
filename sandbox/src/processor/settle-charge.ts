import type { World } from '../world.ts'
import { addChargeTransaction } from './balance-transaction.ts'
import { emit } from './emit-event.ts'

/**
 * Books a charge to the account's balance. With the default capture method this happens a moment after the
 * charge, as at the processor: until then its `balance_transaction` is null.
 */
export function settleCharge(world: World, account: string, chargeId: string): void {
  const charge = world.store.get('charge', account, chargeId)
  if (!charge || charge.balance_transaction !== null) return
  charge.balance_transaction = addChargeTransaction(world, account, charge).id
  world.store.put('charge', account, charge)
  emit({ world, account }, 'charge.updated', charge, { balance_transaction: null })
}
