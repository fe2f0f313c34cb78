import type { SessionId, UserId } from '../../identity/index.ts'
import { type Db, raw, sql, type Tx } from '../../lib/db/index.ts'
import type { Id } from '../../lib/ids.ts'
import type { PaymentId } from '../../payments/index.ts'
import type { InvoiceId } from '../../receivables/index.ts'
import type { ChargeOf } from '../request-to-charge.ts'
import type { RequestId } from '../requests.queries.ts'

export type PhonePageId = Id<'php'>

/** A page on which one person enters a card that a customer gives by phone: for one payment of one amount. */
export interface PhonePage {
  id: PhonePageId
  userId: UserId
  sessionId: SessionId
  /** Null until the first try, where invoices are paid that no request asked for. */
  requestId: RequestId | null
  invoiceIds: InvoiceId[] | null
  /** As it was seen when the page was opened, in minor units. */
  amount: bigint
  currency: string
  /** System time. */
  expiresAt: Date
  /** The last try. */
  paymentId: PaymentId | null
}

const PAGE =
  raw(`id, user_id "userId", session_id "sessionId", request_id "requestId", invoice_ids "invoiceIds",
  amount, currency, expires_at "expiresAt", payment_id "paymentId"`)

export function findPhonePage(db: Db, hash: Buffer): Promise<PhonePage | undefined> {
  return db.maybe(sql<PhonePage>`
    select ${PAGE} from requests.phone_pages where company_id = ${db.companyId} and token_hash = ${hash}`)
}

/** Of two submits of one page the second waits for what the first one reserves. */
export function lockPhonePage(tx: Tx, hash: Buffer): Promise<PhonePage | undefined> {
  return tx.maybe(sql<PhonePage>`
    select ${PAGE} from requests.phone_pages
    where company_id = ${tx.companyId} and token_hash = ${hash} for update`)
}

/** What a page is for: its request, once there is one. */
export function paidBy({ requestId, invoiceIds }: Pick<PhonePage, 'requestId' | 'invoiceIds'>): ChargeOf {
  return requestId === null ? { invoiceIds: invoiceIds ?? [] } : { requestId }
}
