import { sql, type Tx } from '../lib/db/index.ts'
import type { PaymentId } from '../payments/index.ts'
import { LEFT } from './applications.queries.ts'
import type { CreditKind } from './credits.queries.ts'
import type { PayableId } from './payables.queries.ts'

/** Something that a payment became and that a refund may be taken from. */
export interface Part {
  id: string
  kind: CreditKind | 'application'
  payableId: PayableId | null
  /** What is left of it, in minor units. */
  left: bigint
}

export type Taken = Part & { taken: bigint }

/** What a part was taken out of, and how. */
export type Allocation = Taken & {
  creditId?: string | null
  unapplied?: string | null
  reduces?: string | null
}

/** Credits of a payment that are not used yet, newest first, locked. */
export function openCredits(tx: Tx, paymentId: PaymentId): Promise<Part[]> {
  return tx.many(sql<Part>`
    select id, kind, payable_id "payableId", amount - used "left" from receivables.credits
    where company_id = ${tx.companyId} and payment_id = ${paymentId} and amount > used
    order by id desc for update`)
}

/** Of an application `a`: also less what a refund took back of the sale, where the application stands. */
const UNTOUCHED = sql`(${LEFT} - coalesce((select sum(x.amount) from receivables.refund_allocations x
  where x.company_id = a.company_id and x.reduces = a.id), 0))::bigint`

/** Applications of a payment to invoices, less what was undone of them or of the sale, newest first. */
export function openApplications(tx: Tx, paymentId: PaymentId): Promise<Part[]> {
  return tx.many(sql<Part>`
    select a.id, 'application' kind, a.payable_id "payableId", ${UNTOUCHED} "left"
    from receivables.applications a
    join receivables.payables p on p.company_id = a.company_id and p.id = a.payable_id and p.kind = 'invoice'
    where a.company_id = ${tx.companyId} and a.source_id = ${paymentId} and a.amount > 0 and ${UNTOUCHED} > 0
    order by a.id desc`)
}
