import type { CustomerId } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { giveUpMethod } from './give-up-method.ts'
import { lookAtExpiry } from './look-at-expiry.ts'
import { consentGiven, linkConsent, methodSavedWith } from './method-consents.queries.ts'
import { methodSaved } from './method-events.ts'
import {
  findMethodByReference,
  findTwin,
  lockMethodsOf,
  METHOD,
  type PaymentMethod,
  type PaymentMethodId,
} from './payment-methods.queries.ts'
import type { Payment } from './payments.queries.ts'
import type { ProcessorMethod, ProcessorPayment } from './processor.ts'
import { removeMethod } from './remove-method.ts'

/**
 * What paid is kept, if its payer agreed to that; what was kept and is declined for good is given up. Whoever brings
 * the news of an attempt ends here, so what is kept is written once.
 */
export async function keepSavedMethod(
  tx: Tx,
  actor: Actor,
  now: Date,
  payment: Payment,
  outcome: ProcessorPayment | 'unknown',
): Promise<void> {
  if (outcome === 'unknown') return
  const { declineCode, state, savedMethodId } = payment
  if (state === 'failed' || state === 'returned') {
    if (declineCode === null || !GIVEN_UP.has(declineCode)) return
    const id = savedMethodId ?? (await methodSavedWith(tx, payment.id))
    if (id !== undefined) await giveUpMethod(tx, actor, id, declineCode)
    return
  }
  const { kept } = outcome
  if (!kept?.customer || savedMethodId !== null || (state !== 'succeeded' && state !== 'processing')) return
  const customerId = await consentGiven(tx, payment.id)
  if (customerId !== undefined) await keepMethod(tx, actor, now, { subjectId: payment.id, customerId, kept })
}

/** Declines after which no other try can go well: of cards, and of bank accounts by the bank's return code. */
const GIVEN_UP: ReadonlySet<string> = new Set([
  'expired_card',
  'lost_card',
  'stolen_card',
  'pickup_card',
  'restricted_card',
  'revocation_of_authorization',
  'revocation_of_all_authorizations',
  'stop_payment_order',
  'invalid_account',
  'bank_account_unusable',
  'processor_payment_method_unactivated',
  'R02',
  'R03',
  'R04',
  'R05',
  'R07',
  'R08',
  'R10',
  'R16',
  'R20',
  'R29',
])

/** Writes down what the processor keeps for a customer, once; the same card or account that was kept is replaced. */
export async function keepMethod(
  tx: Tx,
  actor: Actor,
  now: Date,
  { subjectId, customerId, kept }: { subjectId: string; customerId: CustomerId; kept: ProcessorMethod },
): Promise<PaymentMethodId> {
  await lockMethodsOf(tx, customerId)
  const known = await findMethodByReference(tx, kept.reference)
  if (known !== undefined) return known
  const id = newId<'pm'>()
  const method = await write(tx, now, id, customerId, kept)
  await linkConsent(tx, subjectId, id)
  await Promise.all([emit(tx, actor, methodSaved, id, method), lookAtExpiry(tx, method)])
  const twin = await findTwin(tx, customerId, method)
  if (twin !== undefined) await removeMethod(tx, actor, now, twin.id, 'replaced')
  return id
}

/** The first one of a customer is charged unless another is named, and so is what takes the place of that one. */
function write(
  tx: Tx,
  now: Date,
  id: PaymentMethodId,
  customerId: CustomerId,
  kept: ProcessorMethod,
): Promise<PaymentMethod> {
  return tx.one(sql<PaymentMethod>`
    insert into payments.payment_methods (company_id, id, customer_id, type, processor_account, processor_customer,
      processor_reference, fingerprint, brand, bank_name, last4, exp_month, exp_year, state, is_default, created_at)
    select ${tx.companyId}, ${id}, ${customerId}, ${kept.type}, coalesce((
        select processor_account from payments.merchant_accounts where company_id = ${tx.companyId}), ''),
      ${kept.customer}, ${kept.reference}, ${kept.fingerprint}, ${kept.brand}, ${kept.bankName}, ${kept.last4},
      ${kept.expMonth}, ${kept.expYear}, 'active', not exists (
        select from payments.payment_methods
        where company_id = ${tx.companyId} and customer_id = ${customerId} and is_default), ${now}
    returning ${METHOD}`)
}
