import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import { checkAffirmRefund } from './affirm.ts'
import { invalidRequest, stateRefused } from './api-error.ts'
import { addRefundTransaction } from './balance-transaction.ts'
import { type Call, load } from './call.ts'
import { behaviours } from './cards.ts'
import { money } from './currencies.ts'
import { emit } from './emit-event.ts'
import { closeInquiries, disputesOf } from './end-dispute.ts'
import { listPage } from './lists.ts'
import { planTask } from './plan-task.ts'
import { integer, mergeMetadata, metadata, oneOf, readParams, text } from './read-params.ts'
import { settleCharge } from './settle-charge.ts'
import { planTrace } from './settle-refund.ts'

/** How long a refund of the two special cards takes to change, in business seconds. */
const changesAfterSeconds = 60
/** How long a refund to a bank account is under way. */
const bankTakesSeconds = 3 * 86_400

export function createRefund(call: Call): unknown {
  const params = readParams(call.params, {
    charge: text(),
    payment_intent: text(),
    amount: integer,
    reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
    metadata,
  })
  const charge = findCharge(call, params.charge, params.payment_intent)
  const chargedBack = checkRefundable(call, charge)
  checkAffirmRefund(call.world, charge)
  const left = charge.amount - charge.amount_refunded - chargedBack
  const amount = params.amount ?? left
  if (amount <= 0)
    throw invalidRequest('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' })
  if (amount > left) {
    throw stateRefused(
      `Refund amount (${money(amount, charge.currency)}) is greater than unrefunded amount on charge (${money(left, charge.currency)})`,
      { param: 'amount' },
    )
  }
  settleCharge(call.world, call.account, charge.id)
  return refundCharge(call, load(call, 'charge', charge.id), amount, {
    reason: params.reason ?? null,
    metadata: mergeMetadata({}, params.metadata),
  })
}

function refundCharge(
  call: Call,
  charge: Stripe.Charge,
  amount: number,
  why: { reason: Stripe.Refund.Reason | null; metadata: Stripe.Metadata },
): Stripe.Refund {
  const { world, account } = call
  const card = world.store.get('card_on_file', account, String(charge.payment_method))?.card
  const toBank = charge.payment_method_details?.type === 'us_bank_account'
  const fate = toBank ? 'pending' : behaviours[card?.behaviour ?? 'succeeds']?.refund
  const id = newId('re')
  const refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: addRefundTransaction(world, account, charge, { id, amount }).id,
    charge: charge.id,
    created: world.clock.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: toBank
      ? { type: 'us_bank_transfer', us_bank_transfer: { reference: null, reference_status: 'pending' } }
      : {
          type: 'card',
          card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
        },
    metadata: why.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(fate === 'pending' ? { pending_reason: 'processing' as const } : {}),
    reason: why.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: fate === 'pending' ? 'pending' : 'succeeded',
    transfer_reversal: null,
  } satisfies Stripe.Refund
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded }
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount
  world.store.put('refund', account, refund)
  world.store.put('charge', account, charge)
  emit(call, 'refund.created', refund)
  emit(call, 'charge.refunded', charge, before)
  if (charge.refunded) closeInquiries(call, charge.id)
  if (fate !== 'pending') planTrace(world, account, id)
  if (fate) {
    const seconds = toBank ? bankTakesSeconds : changesAfterSeconds
    planTask(world, account, fate === 'pending' ? 'settle_refund' : 'fail_refund', id, seconds)
  }
  return refund
}

export function retrieveRefund(call: Call): unknown {
  readParams(call.params, {})
  return load(call, 'refund', call.id)
}

export function updateRefund(call: Call): unknown {
  const refund = load(call, 'refund', call.id)
  const params = readParams(call.params, { metadata })
  refund.metadata = mergeMetadata(refund.metadata ?? {}, params.metadata)
  call.world.store.put('refund', call.account, refund)
  emit(call, 'refund.updated', refund)
  emit(call, 'charge.refund.updated', refund)
  return refund
}

/** Only a refund that waits for its receiver can be called back; a card's never does. */
export function cancelRefund(call: Call): unknown {
  const refund = load(call, 'refund', call.id)
  throw stateRefused(
    `You cannot cancel this refund because it has a status of ${refund.status}. Only a refund with a status of requires_action may be canceled.`,
    { code: 'refund_cannot_be_canceled' },
  )
}

export function listRefunds(call: Call): unknown {
  return listPage(call, 'refund', ['charge', 'payment_intent'])
}

function findCharge(
  call: Call,
  chargeId: string | null | undefined,
  intentId: string | null | undefined,
): Stripe.Charge {
  if (chargeId) {
    const charge = load(call, 'charge', chargeId, 'charge')
    if (intentId && charge.payment_intent !== intentId) {
      throw invalidRequest('The charge does not belong to the payment_intent given.', {
        param: 'payment_intent',
      })
    }
    return charge
  }
  if (!intentId) {
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
      {
        code: 'parameter_missing',
      },
    )
  }
  const intent = load(call, 'payment_intent', intentId, 'payment_intent')
  const charge = intent.latest_charge ? load(call, 'charge', String(intent.latest_charge)) : undefined
  if (charge?.paid) return charge
  throw stateRefused(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
    param: 'payment_intent',
  })
}

/** Refuses what is paid back already or may be by its bank. Returns what of it disputes took for good. */
function checkRefundable(call: Call, charge: Stripe.Charge): number {
  if (!charge.paid) {
    throw stateRefused(`Charge ${charge.id} has not been paid, so it cannot be refunded.`, {
      param: 'charge',
    })
  }
  const disputes = disputesOf(call.world, call.account, charge.id)
  if (disputes.some((dispute) => !dispute.is_charge_refundable)) {
    throw stateRefused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
      param: 'charge',
    })
  }
  if (charge.refunded) {
    throw stateRefused(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
      param: 'charge',
    })
  }
  return disputes.filter(({ status }) => status === 'lost').reduce((sum, { amount }) => sum + amount, 0)
}
