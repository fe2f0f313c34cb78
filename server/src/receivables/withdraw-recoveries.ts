import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import type { ChargeBackId } from './charge-backs.queries.ts'
import type { InvoiceId } from './invoices.queries.ts'
import { voidInvoice } from './void-invoice.ts'

/**
 * Voids recovery invoices of what was taken back, the newest first, until they come to an amount; returns what they did
 * come to, which is a loss then. One that somebody paid, or is paying, stands: there the customer has the credit instead.
 */
export async function withdrawRecoveries(
  tx: Tx,
  actor: Actor,
  at: Date,
  chargeBackId: ChargeBackId,
  amount: bigint,
): Promise<bigint> {
  const untouched = await tx.many(sql<{ id: InvoiceId; open: bigint }>`
    select i.id, p.open from receivables.invoices i
    join receivables.payables p on p.company_id = i.company_id and p.id = i.id
    where i.company_id = ${tx.companyId} and i.charge_back_id = ${chargeBackId} and i.state = 'open'
      and p.settled = 0 and p.in_flight = 0
    order by i.id desc for update of i, p`)
  let withdrawn = 0n
  for (const { id, open } of untouched) {
    if (withdrawn >= amount) break
    await voidInvoice(tx, actor, at, id)
    withdrawn += open
  }
  return withdrawn
}
