import { processor as processorActor } from '../../lib/actor.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { findMerchantAccount } from '../merchant-accounts.queries.ts'
import type { ProcessorBalanceTransaction } from '../processor.ts'
import type { PaymentServices } from '../resolve-payment.ts'
import type { ProcessorPayout } from './payout-reader.ts'
import { findPayout, type Payout, type PayoutId } from './payouts.queries.ts'
import { recordPayout } from './record-payout.ts'
import { recordPayoutLines } from './record-payout-lines.ts'

/** Asks the processor after a payout that is known here. */
export async function resolvePayout(
  services: PaymentServices,
  companyId: CompanyId,
  id: PayoutId,
): Promise<void> {
  const payout = await services.database.read(companyId, (db) => findPayout(db, id))
  if (payout !== undefined) await lookAtPayout(services, companyId, payout.processorReference)
}

/** Reads a payout anew, with what it is made of where that can be listed by now, and records both. */
export async function lookAtPayout(
  services: PaymentServices,
  companyId: CompanyId,
  reference: string,
): Promise<void> {
  const { database, processor } = services
  const account = (await database.read(companyId, findMerchantAccount))?.processorAccount ?? null
  await keepPayout(services, companyId, account, await processor.readPayout(account, reference))
}

/** Records a payout as it was read. Its list is asked for once: it does not change any more. */
export async function keepPayout(
  { database, clock, processor }: PaymentServices,
  companyId: CompanyId,
  account: string | null,
  told: ProcessorPayout,
): Promise<Payout> {
  const payout = await database.write(companyId, (tx) => recordPayout(tx, processorActor, clock.now(), told))
  if (told.listing !== 'listed' || payout.listedAt !== null) return payout
  const lines: ProcessorBalanceTransaction[] = []
  for await (const line of processor.listPayoutTransactions(account, told.reference)) lines.push(line)
  return database.write(companyId, async (tx) => {
    // Locked and read anew: another may have brought the same list.
    const known = await recordPayout(tx, processorActor, clock.now(), told)
    await recordPayoutLines(tx, processorActor, clock.now(), known, lines)
    return known
  })
}
