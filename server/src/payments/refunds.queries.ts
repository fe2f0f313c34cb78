import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import type { CompanyId, Id } from '../lib/ids.ts'
import type { PaymentId } from './payments.queries.ts'
import type { RefundState } from './refund.state.ts'
import type { GivenBy, RefundReason } from './refund-reasons.ts'

export type RefundId = Id<'ref'>
export type RefundTreatment = 'prepayment' | 'reopen_invoice' | 'reduce_sale'

export interface Refund {
  id: RefundId
  companyId: CompanyId
  paymentId: PaymentId
  amount: bigint
  currency: string
  reasonCode: RefundReason | null
  /** What somebody wrote of it. */
  reason: string | null
  treatment: RefundTreatment
  state: RefundState
  processorReference: string | null
  failureReason: string | null
  /** Who gave it; of what somebody gave by hand the day, `2026-11-30`, and the cheque's number or the like. */
  givenBy: GivenBy
  givenOn: string | null
  givenReference: string | null
  /** It was given out of undeposited funds, where the cash of its payment still lay. */
  fromDrawer: boolean
  /** By what the payer's bank finds it: of a card its ARN, of a bank debit its trace number. */
  bankReference: string | null
  createdAt: Date
  settledAt: Date | null
}

export const REFUND =
  raw(`id, company_id "companyId", payment_id "paymentId", amount, currency, reason_code "reasonCode", reason,
  treatment, state, processor_reference "processorReference", failure_reason "failureReason", given_by "givenBy",
  given_on::text "givenOn", given_reference "givenReference", from_drawer "fromDrawer",
  bank_reference "bankReference", created_at "createdAt",
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
