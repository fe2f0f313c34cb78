import { type Db, sql } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PageRequest } from '../lib/pagination.ts'
import type { Category, PayoutId } from '../payments/index.ts'

/** One of what a payout is made of, with whom and what it was for. Minor units. */
export interface PayoutTransaction {
  id: Id<'pyl'>
  category: Category
  type: string
  processorReference: string
  description: string | null
  gross: bigint
  fee: bigint
  currency: string
  /** What our books have of it; null where nothing there explains it. */
  booked: bigint | null
  paymentId: string | null
  refundId: string | null
  requestId: string | null
  customerId: string | null
  customerName: string | null
  reference: string | null
  method: string | null
  madeAt: Date
  availableOn: Date
}

/** A page of them, in the order in which the processor made them. */
export function listPayoutTransactions(
  db: Db,
  page: PageRequest,
  payoutId: PayoutId,
  onlyDiffering: boolean,
): Promise<PayoutTransaction[]> {
  return db.many(sql<PayoutTransaction>`
    select l.id, l.category, l.type, l.processor_reference "processorReference", l.description, l.gross, l.fee, l.currency,
      l.booked, l.payment_id "paymentId", l.refund_id "refundId", r.id "requestId", r.customer_id "customerId",
      r.customer_name "customerName", r.reference, p.method, l.made_at "madeAt", l.available_on "availableOn"
    from payments.payout_lines_view l
    left join payments.payments_view p on p.company_id = l.company_id and p.id = l.payment_id
    left join requests.requests_view r on r.company_id = p.company_id and r.id = p.purpose_id
    where l.company_id = ${db.companyId} and l.payout_id = ${payoutId}
      and (${page.after ?? null}::uuid is null or l.id > ${page.after ?? null}::uuid)
      and (not ${onlyDiffering}::boolean or l.booked is distinct from l.gross - l.fee)
    order by l.id limit ${page.limit + 1}`)
}
