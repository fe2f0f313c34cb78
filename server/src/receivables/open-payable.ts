import { sql, type Tx } from '../lib/db/index.ts'
import type { Payable } from './payables.queries.ts'

/** Opens what a request asks for that is its own document (a quick or detailed request): payable like an invoice. */
export async function openPayable(
  tx: Tx,
  payable: Pick<Payable, 'id' | 'label' | 'customerId' | 'currency' | 'due' | 'detail'>,
): Promise<void> {
  await tx.change(sql`
    insert into receivables.payables (company_id, id, kind, label, customer_id, currency, due, detail)
    values (${tx.companyId}, ${payable.id}, 'request', ${payable.label}, ${payable.customerId},
      ${payable.currency}, ${payable.due}, ${payable.detail === null ? null : JSON.stringify(payable.detail)})`)
}
