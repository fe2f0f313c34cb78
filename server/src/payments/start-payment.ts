import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import type { PaidBy } from '../lib/methods.ts'
import { paymentStarted } from './events.ts'
import type { PaymentMethodId } from './payment-methods.queries.ts'
import { PAYMENT, type Payment } from './payments.queries.ts'

export interface NewPayment {
  purposeType: string
  purposeId: string
  /** Made by the page that submits; a second submit with it is the first one. */
  submitKey: string
  amount: bigint
  currency: string
  method: PaidBy
  /** What a page collected; null where what is saved is charged. */
  confirmationToken: string | null
  savedMethodId?: PaymentMethodId
  payerName: string | null
  payerEmail: string | null
  locale: string
  /** As counters count it; null where no payer did anything. */
  payerAddress: string | null
}

/** The job that asks the processor about an attempt whose outcome is open. */
export const RESOLVE_PAYMENT = 'resolve_payment'

/** How soon after its start an attempt is asked after, if nobody reported its outcome. */
const FIRST_LOOK_MS = 60_000

/** Records an attempt, before the processor is called with its id as idempotency key. */
export async function startPayment(tx: Tx, actor: Actor, now: Date, attempt: NewPayment): Promise<Payment> {
  const id = newId<'pay'>()
  const payment = await tx.one(sql<Payment>`
    insert into payments.payments (company_id, id, purpose_type, purpose_id, submit_key, amount, currency, method,
      state, confirmation_token, payer_name, payer_email, locale, payer_address, created_at,
      saved_method_id)
    values (${tx.companyId}, ${id}, ${attempt.purposeType}, ${attempt.purposeId}, ${attempt.submitKey},
      ${attempt.amount}, ${attempt.currency}, ${attempt.method}, 'created', ${attempt.confirmationToken},
      ${attempt.payerName}, ${attempt.payerEmail}, ${attempt.locale}, ${attempt.payerAddress}, ${now},
      ${attempt.savedMethodId ?? null})
    returning ${PAYMENT}, null wire, null tender, 0::bigint "fromDrawer"`)
  await Promise.all([
    setDue(tx, RESOLVE_PAYMENT, id, new Date(now.getTime() + FIRST_LOOK_MS)),
    emit(tx, actor, paymentStarted, id, payment),
  ])
  return payment
}
