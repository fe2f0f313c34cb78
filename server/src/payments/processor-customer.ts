import { type CustomerId, findCustomer } from '../customers/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import { InvariantBroken, NotFound } from '../lib/errors.ts'
import type { CompanyId } from '../lib/ids.ts'
import type { Processor } from './processor.ts'
import { findProcessorCustomer, keepProcessorCustomer } from './processor-customers.queries.ts'

/**
 * The processor's own record of a customer in the company's account (null: the key's own), made when it is first
 * wanted. Its key is the customer's id, so that two who want it at once, or one again after an answer was lost, have
 * one. Asks the processor, so no transaction may be open. Throws `OutcomeUnknown` where it does not answer.
 */
export async function processorCustomer(
  { database, clock, processor }: { database: Database; clock: BusinessClock; processor: Processor },
  companyId: CompanyId,
  account: string | null,
  customerId: CustomerId,
): Promise<string> {
  const found = await database.read(companyId, async (db) => ({
    customer: await findCustomer(db, customerId),
    reference: await findProcessorCustomer(db, account, customerId),
  }))
  if (found.customer === undefined) throw new NotFound('customer')
  if (found.reference !== undefined) return found.reference
  const { name, email } = found.customer
  const made = await processor.createCustomer({
    account,
    key: `customer:${customerId}`,
    customerId,
    name,
    email,
  })
  return database.write(companyId, async (tx) => {
    await keepProcessorCustomer(tx, clock.now(), { account, customerId, reference: made })
    const kept = await findProcessorCustomer(tx, account, customerId)
    if (kept === undefined)
      throw new InvariantBroken('A customer of the processor was kept and is not there.')
    return kept
  })
}
