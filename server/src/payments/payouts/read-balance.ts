import { processor as processorActor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { setDue } from '../../lib/due.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { findMerchantAccount } from '../merchant-accounts.queries.ts'
import type { ProcessorBalanceTransaction } from '../processor.ts'
import type { PaymentServices } from '../resolve-payment.ts'
import { isOfPayout, isOther } from './movement-kinds.ts'
import { lockPayoutByReference } from './payouts.queries.ts'
import { keepAccountMovement, recordAccountMovement } from './record-account-movement.ts'
import { READ_BALANCE } from './record-payout.ts'
import { keepPayout } from './resolve-payout.ts'

const EVERY_MS = 3_600_000
/** What was made a little before the last look may have come into the list after it. */
const OVERLAP_MS = 24 * 3_600_000

/** Books the processor's own fees and corrections, and finds payouts that nobody told of. Sets the time of the next look. */
export async function readBalance(services: PaymentServices, companyId: CompanyId): Promise<void> {
  const { database, clock, processor } = services
  const begun = clock.now()
  await database.write(companyId, (tx) =>
    setDue(tx, READ_BALANCE, companyId, new Date(begun.getTime() + EVERY_MS)),
  )
  const known = await database.read(companyId, async (db) => ({
    account: await findMerchantAccount(db),
    read: await db.maybe(sql<{ at: Date | null }>`
      select balance_read_at at from payments.merchant_accounts where company_id = ${companyId}`),
  }))
  if (known.account === undefined || known.read === undefined) return
  const { processorAccount } = known.account
  const since = known.read.at === null ? null : new Date(known.read.at.getTime() - OVERLAP_MS)
  const ofPayouts: ProcessorBalanceTransaction[] = []
  for await (const row of processor.listBalanceTransactions(processorAccount, since)) {
    if (isOther(row))
      await database.write(companyId, (tx) => recordAccountMovement(tx, processorActor, clock.now(), row))
    if (isOfPayout(row)) ofPayouts.push(row)
  }
  for await (const payout of processor.listPayouts(processorAccount, since))
    await keepPayout(services, companyId, processorAccount, payout)
  for (const row of ofPayouts) await database.write(companyId, (tx) => keepOfPayout(tx, row))
  await database.write(companyId, (tx) =>
    tx.change(sql`
      update payments.merchant_accounts set balance_read_at = ${begun} where company_id = ${companyId}`),
  )
}

/** One that failed and was sent out again before anybody looked moved the balance more often than it says itself. */
async function keepOfPayout(tx: Tx, row: ProcessorBalanceTransaction): Promise<void> {
  const payout = await lockPayoutByReference(tx, row.source ?? '')
  if (payout !== undefined) await keepAccountMovement(tx, row, payout.id)
}
