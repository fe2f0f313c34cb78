import { type Db, raw, sql } from '../../lib/db/index.ts'
import type { Id } from '../../lib/ids.ts'
import type { InvoiceId } from '../../receivables/index.ts'

export type PromiseId = Id<'prm'>

/** The day by which a customer said that they would pay an invoice. */
export interface PaymentPromise {
  id: PromiseId
  invoiceId: InvoiceId
  promisedOn: string
  note: string | null
  state: 'open' | 'withdrawn' | 'replaced'
  madeAt: Date
  endedAt: Date | null
}

export const PROMISE =
  raw(`id, invoice_id "invoiceId", promised_on "promisedOn", note, state, made_at "madeAt",
  ended_at "endedAt"`)

/** What was promised of an invoice, newest first. */
export function listPromises(db: Db, invoiceId: InvoiceId): Promise<PaymentPromise[]> {
  return db.many(sql<PaymentPromise>`
    select ${PROMISE} from requests.promises
    where company_id = ${db.companyId} and invoice_id = ${invoiceId} order by id desc`)
}

export type PromiseStatus = 'open' | 'kept' | 'broken' | 'withdrawn' | 'replaced'

/** The label of a promise: from what is owed by now, so that it can never disagree with it. */
export function promiseStatus(
  { state, promisedOn }: PaymentPromise,
  open: bigint,
  today: string,
): PromiseStatus {
  if (state !== 'open') return state
  if (open === 0n) return 'kept'
  return promisedOn < today ? 'broken' : 'open'
}
