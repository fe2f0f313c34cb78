import type { CustomerId } from '../customers/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findCashAccountOf, keepCashAccount } from './cash-accounts.queries.ts'
import { planFindWires } from './find-wires.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import type { WireInstructions } from './processor-cash.ts'
import { processorCustomer } from './processor-customer.ts'
import type { PaymentServices } from './resolve-payment.ts'

/**
 * A customer chooses to pay by wire: it gets an account number at the processor, once, and what comes there is looked
 * for from now on. Asks the processor, so no transaction may be open. Throws `OutcomeUnknown` where it does not answer.
 */
export async function openCashAccount(
  services: PaymentServices,
  companyId: CompanyId,
  customerId: CustomerId,
): Promise<void> {
  const { database, clock } = services
  const account = (await database.read(companyId, findMerchantAccount))?.processorAccount ?? null
  const customer = await processorCustomer(services, companyId, account, customerId)
  await database.write(companyId, async (tx) => {
    const now = clock.now()
    const kept = await keepCashAccount(tx, now, { customerId, account, processorCustomer: customer })
    await planFindWires(tx, now, kept)
  })
}

/** Where a customer sends a wire, read from the processor now and kept nowhere; undefined until it chose to. */
export async function readWireInstructions(
  { database, processor }: PaymentServices,
  companyId: CompanyId,
  customerId: CustomerId,
): Promise<WireInstructions | undefined> {
  const { account, cash } = await database.read(companyId, async (db) => {
    const account = (await findMerchantAccount(db))?.processorAccount ?? null
    return { account, cash: await findCashAccountOf(db, account, customerId) }
  })
  return cash && processor.wireInstructions(account, cash.processorCustomer)
}
