import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { merchantAccountConnected } from './events.ts'
import type { MerchantAccountId } from './merchant-accounts.queries.ts'
import { READ_BALANCE } from './payouts/record-payout.ts'
import { planFindDisputes } from './plan-find-disputes.ts'
import type { ProcessorAccount } from './processor.ts'

/** Nothing has moved a new account's balance yet. */
const FIRST_LOOK_MS = 3_600_000

/** Writes down which account at the processor is the company's; one company an account, one account a company. */
export async function connectMerchantAccount(
  tx: Tx,
  actor: Actor,
  now: Date,
  account: ProcessorAccount,
): Promise<MerchantAccountId> {
  const id = newId<'acct'>()
  await tx.change(sql`
    insert into payments.merchant_accounts (company_id, id, processor_account, country, settlement_currencies, status,
      charges_enabled, payouts_enabled, capabilities, missing)
    values (${tx.companyId}, ${id}, ${account.account}, ${account.country}, ${account.settlementCurrencies},
      ${account.status}, ${account.chargesEnabled}, ${account.payoutsEnabled},
      ${account.capabilities}, ${account.missing})`)
  await tx.change(sql`
    insert into payments.merchant_account_directory (processor_account, company_id)
    values (${account.account ?? ''}, ${tx.companyId})`)
  await planFindDisputes(tx, now, id)
  await setDue(tx, READ_BALANCE, tx.companyId, new Date(now.getTime() + FIRST_LOOK_MS))
  await emit(tx, actor, merchantAccountConnected, id, { account: account.account })
  return id
}
