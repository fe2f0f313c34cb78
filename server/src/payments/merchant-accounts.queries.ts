import { type Db, type GlobalDb, sql } from '../lib/db/index.ts'
import type { CompanyId, Id } from '../lib/ids.ts'
import { CurrencyNotSettled, PaymentsAccountMissing } from './errors.ts'

export interface MerchantAccount {
  id: Id<'acct'>
  /** The connected account at the processor; null where the key is the company's own. */
  processorAccount: string | null
  country: string
  settlementCurrencies: string[]
  status: string
}

export function findMerchantAccount(db: Db): Promise<MerchantAccount | undefined> {
  return db.maybe(sql<MerchantAccount>`
    select id, processor_account "processorAccount", country, settlement_currencies "settlementCurrencies", status
    from payments.merchant_accounts where company_id = ${db.companyId}`)
}

/** The account to charge on. Throws where there is none yet, or it may not charge this currency. */
export async function requireMerchantAccount(db: Db, currency: string): Promise<MerchantAccount> {
  const account = await findMerchantAccount(db)
  if (account === undefined || account.status !== 'enabled') {
    throw new PaymentsAccountMissing(
      'There is no enabled payments account yet, so nothing can be charged. Set one up first.',
    )
  }
  if (!account.settlementCurrencies.includes(currency)) {
    throw new CurrencyNotSettled(
      `The payments account does not settle ${currency}, so this cannot be paid by link. It settles ${account.settlementCurrencies.join(', ')}.`,
      { field: 'currency' },
    )
  }
  return account
}

/** Whose account an event names; '' is the platform's own. */
export async function companyOfAccount(
  db: GlobalDb,
  processorAccount: string,
): Promise<CompanyId | undefined> {
  const row = await db.maybe(sql<{ companyId: CompanyId }>`
    select company_id "companyId" from payments.merchant_account_directory where processor_account = ${processorAccount}`)
  return row?.companyId
}
