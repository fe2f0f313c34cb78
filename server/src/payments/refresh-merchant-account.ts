import type { CompanyId } from '../lib/ids.ts'
import { findMerchantAccount, type MerchantAccount } from './merchant-accounts.queries.ts'
import type { PaymentServices } from './resolve-payment.ts'
import { writeMerchantAccount } from './write-merchant-account.ts'

/** Asks the processor how it stands to a company's account now, and writes down what is otherwise than before. */
export async function refreshMerchantAccount(
  { database, processor }: Pick<PaymentServices, 'database' | 'processor'>,
  companyId: CompanyId,
): Promise<MerchantAccount | undefined> {
  const known = await database.read(companyId, findMerchantAccount)
  if (known === undefined) return undefined
  const found = await processor.readAccount(known.processorAccount)
  return database.write(companyId, (tx) => writeMerchantAccount(tx, found))
}
