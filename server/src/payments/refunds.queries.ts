import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import type { CompanyId, Id } from '../lib/ids.ts'
import type { PaymentId } from './payments.queries.ts'
import type { RefundState } from './refund.state.ts'

export type RefundId = Id<'ref'>
export type RefundTreatment = 'prepayment' | 'reopen_invoice' | 'reduce_sale'

export interface Refund {
  id: RefundId
  companyId: CompanyId
  paymentId: PaymentId
  amount: bigint
  currency: string
  reason: string | null
  treatment: RefundTreatment
  state: RefundState
  processorReference: string | null
  failureReason: string | null
  createdAt: Date
  settledAt: Date | null
}

export const REFUND =
  raw(`id, company_id "companyId", payment_id "paymentId", amount, currency, reason, treatment,
  state, processor_reference "processorReference", failure_reason "failureReason", created_at "createdAt",
  settled_at "settledAt"`)

export function findRefund(db: Db, id: RefundId): Promise<Refund | undefined> {
  return db.maybe(sql<Refund>`
    select ${REFUND} from payments.refunds where company_id = ${db.companyId} and id = ${id}`)
}

export function lockRefund(tx: Tx, id: RefundId): Promise<Refund | undefined> {
  return tx.maybe(sql<Refund>`
    select ${REFUND} from payments.refunds where company_id = ${tx.companyId} and id = ${id} for update`)
}

export function findRefundByReference(db: Db, processorReference: string): Promise<Refund | undefined> {
  return db.maybe(sql<Refund>`
    select ${REFUND} from payments.refunds
    where company_id = ${db.companyId} and processor_reference = ${processorReference}`)
}

export function listRefundsOf(db: Db, paymentIds: readonly PaymentId[]): Promise<Refund[]> {
  return db.many(sql<Refund>`
    select ${REFUND} from payments.refunds
    where company_id = ${db.companyId} and payment_id = any(${paymentIds}) order by id`)
}

export function findRefunds(db: Db, ids: readonly RefundId[]): Promise<Refund[]> {
  return db.many(sql<Refund>`
    select ${REFUND} from payments.refunds where company_id = ${db.companyId} and id = any(${ids})`)
}
