import { type Db, join, raw, sql, type Tx } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PageRequest } from '../lib/pagination.ts'
import type { DisputeState } from './dispute.state.ts'
import type { PaymentId } from './payments.queries.ts'

export type DisputeId = Id<'dsp'>

/** What was told to the bank: words by the processor's fields, and the names of files by theirs. */
export interface KeptEvidence {
  texts: Readonly<Record<string, string>>
  files: Readonly<Record<string, string>>
}

/** A payer's bank takes a payment back, or asks first. Minor units. */
export interface Dispute {
  id: DisputeId
  paymentId: PaymentId
  processorReference: string
  amount: bigint
  currency: string
  reason: string
  networkCode: string | null
  state: DisputeState
  /** Until when evidence counts. */
  dueBy: Date | null
  openedAt: Date
  decidedAt: Date | null
  /** When its money left the processor's balance. */
  withdrawnAt: Date | null
  /** When it came back there. */
  reinstatedAt: Date | null
  /** When it was booked as gone for good. */
  chargedBackAt: Date | null
  fee: bigint
  feeCurrency: string | null
  evidence: KeptEvidence | null
  submittedAt: Date | null
  answeringSince: Date | null
  answers: number
}

const DISPUTE = raw(`id, payment_id "paymentId", processor_reference "processorReference", amount, currency,
  reason, network_code "networkCode", state, due_by "dueBy", opened_at "openedAt", decided_at "decidedAt",
  withdrawn_at "withdrawnAt", reinstated_at "reinstatedAt", charged_back_at "chargedBackAt", fee,
  fee_currency "feeCurrency", evidence, submitted_at "submittedAt", answering_since "answeringSince", answers`)

export function findDispute(db: Db, id: DisputeId): Promise<Dispute | undefined> {
  return db.maybe(sql<Dispute>`
    select ${DISPUTE} from payments.disputes where company_id = ${db.companyId} and id = ${id}`)
}

export function findDisputes(db: Db, ids: readonly DisputeId[]): Promise<Dispute[]> {
  return db.many(sql<Dispute>`
    select ${DISPUTE} from payments.disputes where company_id = ${db.companyId} and id = any(${ids})`)
}

/** After the payment's lock, never before it. */
export function lockDispute(tx: Tx, id: DisputeId): Promise<Dispute | undefined> {
  return tx.maybe(sql<Dispute>`
    select ${DISPUTE} from payments.disputes where company_id = ${tx.companyId} and id = ${id} for update`)
}

/** After the payment's lock, never before it. */
export function lockDisputeByReference(tx: Tx, processorReference: string): Promise<Dispute | undefined> {
  return tx.maybe(sql<Dispute>`
    select ${DISPUTE} from payments.disputes
    where company_id = ${tx.companyId} and processor_reference = ${processorReference} for update`)
}

export interface DisputeFilter {
  states: readonly DisputeState[] | undefined
  paymentId: PaymentId | undefined
}

/** A page of disputes, newest first. */
export function listDisputes(db: Db, page: PageRequest, filter: DisputeFilter): Promise<Dispute[]> {
  const where = [sql`company_id = ${db.companyId}`]
  if (page.after !== undefined) where.push(sql`id < ${page.after}`)
  if (filter.states !== undefined) where.push(sql`state = any(${filter.states})`)
  if (filter.paymentId !== undefined) where.push(sql`payment_id = ${filter.paymentId}`)
  return db.many(sql<Dispute>`
    select ${DISPUTE} from payments.disputes where ${join(where, ' and ')} order by id desc limit ${page.limit + 1}`)
}

export async function insertDispute(tx: Tx, dispute: Dispute): Promise<void> {
  await tx.change(sql`
    insert into payments.disputes (company_id, id, payment_id, processor_reference, amount, currency, reason, network_code,
      state, due_by, opened_at)
    values (${tx.companyId}, ${dispute.id}, ${dispute.paymentId}, ${dispute.processorReference}, ${dispute.amount},
      ${dispute.currency}, ${dispute.reason}, ${dispute.networkCode}, ${dispute.state}, ${dispute.dueBy}, ${dispute.openedAt})`)
}

export async function saveDispute(tx: Tx, before: DisputeState, dispute: Dispute): Promise<void> {
  await tx.change(sql`
    update payments.disputes set state = ${dispute.state}, reason = ${dispute.reason}, network_code = ${dispute.networkCode},
      due_by = ${dispute.dueBy}, decided_at = ${dispute.decidedAt}, withdrawn_at = ${dispute.withdrawnAt},
      reinstated_at = ${dispute.reinstatedAt}, charged_back_at = ${dispute.chargedBackAt}, fee = ${dispute.fee},
      fee_currency = ${dispute.feeCurrency}, submitted_at = ${dispute.submittedAt}, answering_since = ${dispute.answeringSince}
    where company_id = ${tx.companyId} and id = ${dispute.id} and state = ${before}`)
}
