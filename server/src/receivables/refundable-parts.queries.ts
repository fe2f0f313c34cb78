import { sql, type Tx } from '../lib/db/index.ts'
import type { PaymentId } from '../payments/index.ts'
import { LEFT } from './applications.queries.ts'
import type { PayableId } from './payables.queries.ts'

/** Something that a payment became and that a refund may be taken from. */
export interface Part {
  id: string
  kind: 'prepayment' | 'overpayment' | 'application'
  payableId: PayableId | null
  /** What is left of it, in minor units. */
  left: bigint
}

/** Credits of a payment that are not used yet, newest first, locked. */
export function openCredits(tx: Tx, paymentId: PaymentId): Promise<Part[]> {
  return tx.many(sql<Part>`
    select id, kind, payable_id "payableId", amount - used "left" from receivables.credits
    where company_id = ${tx.companyId} and payment_id = ${paymentId} and amount > used
    order by id desc for update`)
}

/** Applications of a payment to invoices, less what was undone of them, newest first. */
export function openApplications(tx: Tx, paymentId: PaymentId): Promise<Part[]> {
  return tx.many(sql<Part>`
    select a.id, 'application' kind, a.payable_id "payableId", ${LEFT} "left"
    from receivables.applications a
    join receivables.payables p on p.company_id = a.company_id and p.id = a.payable_id and p.kind = 'invoice'
    where a.company_id = ${tx.companyId} and a.source_id = ${paymentId} and a.amount > 0 and ${LEFT} > 0
    order by a.id desc`)
}
