import { isDeepStrictEqual } from 'node:util'
import { processor as theProcessor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { merchantAccountChanged } from './events.ts'
import { findMerchantAccount, type MerchantAccount } from './merchant-accounts.queries.ts'
import type { ProcessorAccount } from './processor.ts'

/** The company is closed out: it took its account back from the platform. */
export async function closeMerchantAccount(tx: Tx): Promise<void> {
  const known = await findMerchantAccount(tx)
  if (known === undefined || known.status === 'closed') return
  await writeMerchantAccount(tx, {
    account: known.processorAccount,
    country: known.country,
    settlementCurrencies: known.settlementCurrencies,
    status: 'closed',
    chargesEnabled: false,
    payoutsEnabled: false,
    capabilities: [],
    missing: [],
  })
}

/** What the processor says is never refused, in whatever order it comes: each time the account is read anew. */
export async function writeMerchantAccount(
  tx: Tx,
  found: ProcessorAccount,
): Promise<MerchantAccount | undefined> {
  await tx.maybe(sql`
    select id from payments.merchant_accounts where company_id = ${tx.companyId} for update`)
  const before = await findMerchantAccount(tx)
  if (before === undefined) return undefined
  const standing = (of: MerchantAccount | ProcessorAccount) => ({
    status: of.status,
    chargesEnabled: of.chargesEnabled,
    payoutsEnabled: of.payoutsEnabled,
    missing: of.missing,
    capabilities: [...of.capabilities].sort(),
    currencies: [...of.settlementCurrencies].sort(),
  })
  if (isDeepStrictEqual(standing(before), standing(found))) return before
  await tx.change(sql`
    update payments.merchant_accounts set status = ${found.status}, charges_enabled = ${found.chargesEnabled},
      payouts_enabled = ${found.payoutsEnabled}, capabilities = ${found.capabilities}, missing = ${found.missing},
      settlement_currencies = ${found.settlementCurrencies}
    where company_id = ${tx.companyId} and id = ${before.id}`)
  await emit(tx, theProcessor, merchantAccountChanged, before.id, {
    before: before.status,
    after: found.status,
    missing: found.missing,
  })
  return findMerchantAccount(tx)
}
