import type { CustomerId } from '../customers/index.ts'
import { type Db, sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'

/** The processor's name of a customer, where its account has one. `account` is null for the key's own. */
export async function findProcessorCustomer(
  db: Db,
  account: string | null,
  customerId: CustomerId,
): Promise<string | undefined> {
  const row = await db.maybe(sql<{ reference: string }>`
    select reference from payments.processor_customers
    where company_id = ${db.companyId} and customer_id = ${customerId} and processor_account = ${account ?? ''}`)
  return row?.reference
}

/** Of two at once the first is kept: both have the same name, since the processor makes one for a key. */
export async function keepProcessorCustomer(
  tx: Tx,
  now: Date,
  { account, customerId, reference }: { account: string | null; customerId: CustomerId; reference: string },
): Promise<void> {
  await tx.many(sql`
    insert into payments.processor_customers (company_id, id, customer_id, processor_account, reference, created_at)
    values (${tx.companyId}, ${newId()}, ${customerId}, ${account ?? ''}, ${reference}, ${now})
    on conflict (company_id, customer_id, processor_account) do nothing`)
}
