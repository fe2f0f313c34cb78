import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import type { PaymentId } from './payments.queries.ts'

/** What a payer agreed to when they let the company debit their bank account, and how. */
export interface Mandate {
  paymentId: PaymentId
  /** Of the text; a text that changes gets another. */
  version: string
  locale: string
  text: string
  payerName: string
  payerEmail: string | null
  /** As the connection had it: this is evidence. */
  address: string
  userAgent: string
  acceptedAt: Date
  state: 'active' | 'invalid'
}

const MANDATE =
  raw(`payment_id "paymentId", version, locale, text, payer_name "payerName", payer_email "payerEmail",
  address, user_agent "userAgent", accepted_at "acceptedAt", state`)

type NewMandate = Omit<Mandate, 'paymentId' | 'state'>

/** Keeps it before the bank is asked. */
export async function keepMandate(tx: Tx, paymentId: PaymentId, mandate: NewMandate): Promise<void> {
  await tx.change(sql`
    insert into payments.mandates (company_id, id, payment_id, version, locale, text, payer_name, payer_email, address,
      user_agent, accepted_at, state)
    values (${tx.companyId}, ${newId()}, ${paymentId}, ${mandate.version}, ${mandate.locale}, ${mandate.text},
      ${mandate.payerName}, ${mandate.payerEmail}, ${mandate.address}, ${mandate.userAgent}, ${mandate.acceptedAt}, 'active')`)
}

export function findMandate(db: Db, paymentId: PaymentId): Promise<Mandate | undefined> {
  return db.maybe(sql<Mandate>`
    select ${MANDATE} from payments.mandates where company_id = ${db.companyId} and payment_id = ${paymentId}`)
}

/** Nothing is debited by it any more. */
export async function endMandate(tx: Tx, paymentId: PaymentId): Promise<void> {
  await tx.many(sql`
    update payments.mandates set state = 'invalid' where company_id = ${tx.companyId} and payment_id = ${paymentId}`)
}
