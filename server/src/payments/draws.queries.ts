import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import { type Id, newId } from '../lib/ids.ts'
import type { PaymentId } from './payments.queries.ts'

export type DrawId = Id<'drw'>

/** What of a wire is taken from the customer's cash into the company's balance. Minor units. */
export interface Draw {
  id: DrawId
  paymentId: PaymentId
  amount: bigint
  state: 'asked' | 'drawn'
  /** When it was asked for first. */
  createdAt: Date
}

const DRAW = raw('id, payment_id "paymentId", amount, state, created_at "createdAt"')

export function findDraws(db: Db, paymentId: PaymentId): Promise<Draw[]> {
  return db.many(sql<Draw>`
    select ${DRAW} from payments.cash_draws
    where company_id = ${db.companyId} and payment_id = ${paymentId} order by id`)
}

export function askDraw(tx: Tx, now: Date, paymentId: PaymentId, amount: bigint): Promise<Draw> {
  return tx.one(sql<Draw>`
    insert into payments.cash_draws (company_id, id, payment_id, amount, state, created_at)
    values (${tx.companyId}, ${newId()}, ${paymentId}, ${amount}, 'asked', ${now}) returning ${DRAW}`)
}

/** Whether it was not drawn before. */
export async function keepDrawn(tx: Tx, now: Date, id: DrawId, reference: string): Promise<boolean> {
  const kept = await tx.many(sql`
    update payments.cash_draws set state = 'drawn', processor_reference = ${reference}, drawn_at = ${now}
    where company_id = ${tx.companyId} and id = ${id} and state = 'asked' returning id`)
  return kept.length > 0
}
