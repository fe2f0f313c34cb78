import type { CustomerId } from '../customers/index.ts'
import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PaymentMethodId } from '../payments/index.ts'
import type { MethodRequestState } from './method-request.state.ts'

export type MethodRequestId = Id<'pmr'>

/** A form that was mailed to a customer, by which they let the company keep what they pay by (R-069 … R-074). */
export interface MethodRequest {
  id: MethodRequestId
  customerId: CustomerId
  email: string
  state: MethodRequestState
  /** The person of the staff who is told what came of it; null for a key. */
  askedBy: string | null
  sentAt: Date
  expiresAt: Date
  completedAt: Date | null
  paymentMethodId: PaymentMethodId | null
}

const REQUEST = raw(`id, customer_id "customerId", email, state, asked_by "askedBy", sent_at "sentAt",
  expires_at "expiresAt", completed_at "completedAt", payment_method_id "paymentMethodId"`)

export const METHOD_REQUEST = REQUEST

export function findMethodRequest(db: Db, id: MethodRequestId): Promise<MethodRequest | undefined> {
  return db.maybe(sql<MethodRequest>`
    select ${REQUEST} from requests.method_requests where company_id = ${db.companyId} and id = ${id}`)
}

export function lockMethodRequest(tx: Tx, id: MethodRequestId): Promise<MethodRequest | undefined> {
  return tx.maybe(sql<MethodRequest>`
    select ${REQUEST} from requests.method_requests where company_id = ${tx.companyId} and id = ${id} for update`)
}

export function findMethodRequestByHash(db: Db, hash: Buffer): Promise<MethodRequest | undefined> {
  return db.maybe(sql<MethodRequest>`
    select ${REQUEST} from requests.method_requests where company_id = ${db.companyId} and token_hash = ${hash}`)
}

/** The newest forms of a customer. */
export function listMethodRequests(db: Db, customerId: CustomerId): Promise<MethodRequest[]> {
  return db.many(sql<MethodRequest>`
    select ${REQUEST} from requests.method_requests
    where company_id = ${db.companyId} and customer_id = ${customerId} order by id desc limit 20`)
}

export type FormState = 'open' | 'completed' | 'expired' | 'revoked'

/** What its page shows, and lists say. */
export function formState({ state, expiresAt }: MethodRequest, now: Date): FormState {
  if (state !== 'sent') return state
  return now >= expiresAt ? 'expired' : 'open'
}
