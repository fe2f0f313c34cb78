import { type Db, type GlobalDb, sql } from '../lib/db/index.ts'
import type { CompanyId, Id } from '../lib/ids.ts'
import { CurrencyNotSettled, PaymentsAccountMissing } from './errors.ts'
import type { AccountStatus } from './processor.ts'

export type MerchantAccountId = Id<'acct'>

export interface MerchantAccount {
  id: MerchantAccountId
  /** The connected account at the processor; null where the key is the company's own. */
  processorAccount: string | null
  country: string
  settlementCurrencies: string[]
  status: AccountStatus
  chargesEnabled: boolean
  payoutsEnabled: boolean
  /** What it may take, by the processor's names: `card_payments`. */
  capabilities: string[]
  /** What the processor still wants to know, by its own names. */
  missing: string[]
}

export function findMerchantAccount(db: Db): Promise<MerchantAccount | undefined> {
  return db.maybe(sql<MerchantAccount>`
    select id, processor_account "processorAccount", country, settlement_currencies "settlementCurrencies", status,
      charges_enabled "chargesEnabled", payouts_enabled "payoutsEnabled", capabilities, missing
    from payments.merchant_accounts where company_id = ${db.companyId}`)
}

const WHY: Readonly<Record<Exclude<AccountStatus, 'enabled'> | 'none', string>> = {
  none: 'The company has no payments account yet, so nothing can be charged. Nothing was done; set one up in the settings, it takes minutes.',
  onboarding:
    'The payments account is not set up to its end, so nothing can be charged yet. Nothing was done; go on with it in the settings.',
  in_review:
    'The processor is still looking at the payments account, so nothing can be charged yet. Nothing was done; you are told when it is enabled.',
  action_required:
    'The processor wants to know more about the company before it charges anything. Nothing was done; the settings say what is missing.',
  rejected:
    'The processor refused the payments account, so nothing can be charged. Nothing was done; please ask the processor why.',
  closed:
    'The payments account is closed, so nothing can be charged. Nothing was done; please ask the operator.',
}

/** The account to charge on. Throws where there is none that may charge, or not this currency. */
export async function requireMerchantAccount(db: Db, currency: string): Promise<MerchantAccount> {
  const account = await findMerchantAccount(db)
  if (account === undefined || account.status !== 'enabled') {
    const status = account?.status ?? 'none'
    throw new PaymentsAccountMissing(WHY[status === 'enabled' ? 'none' : status], {
      details: { account_status: status },
    })
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
