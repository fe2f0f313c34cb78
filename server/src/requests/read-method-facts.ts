import { type CustomerId, findCustomer } from '../customers/index.ts'
import { readSetting } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import type { Method } from '../lib/methods.ts'
import { findMerchantAccount } from '../payments/index.ts'
import { bnplSettings } from './bnpl-settings.ts'
import type { MethodFacts } from './offered-methods.ts'
import { linkSettings } from './settings.ts'

/** What is or would be asked for. `amount` in minor units of `currency`. */
export interface MethodAsk {
  origin: 'invoice_link' | 'request'
  customerId: CustomerId | null
  /** What the request itself narrows it to. */
  ofRequest: Method[] | null
  /** Null: any. */
  amount: bigint | null
  currency: string
}

/** Reads what decides how something may be paid, outside a pay page. */
export async function readMethodFacts(db: Db, ask: MethodAsk): Promise<MethodFacts> {
  const [ofCompany, customer, account, enabled, minAmount] = await Promise.all([
    readSetting(db, linkSettings.methods[ask.origin]),
    ask.customerId === null ? undefined : findCustomer(db, ask.customerId),
    findMerchantAccount(db),
    readSetting(db, bnplSettings.enabled),
    readSetting(db, bnplSettings.minAmount),
  ])
  return {
    amount: ask.amount,
    currency: ask.currency,
    ofCompany,
    ofCustomer: customer?.methods ?? null,
    ofRequest: ask.ofRequest,
    account: account?.status === 'enabled' ? account : null,
    hasCustomer: ask.customerId !== null,
    bnpl: { enabled, minAmount: BigInt(minAmount) },
  }
}
