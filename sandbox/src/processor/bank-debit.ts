import type { Stripe } from 'stripe'
import type { BankFacts } from '../kinds.ts'
import type { World } from '../world.ts'
import { ApiError, type ApiErrorBody } from './api-error.ts'
import { addDebitFailureTransaction, addDebitTransaction } from './balance-transaction.ts'
import { bankBehaviours } from './bank-accounts.ts'
import type { Call } from './call.ts'
import { makeCharge } from './charge-card.ts'
import { type Cause, emit } from './emit-event.ts'
import { endMandate, mandateOf } from './mandates.ts'
import { openDispute } from './open-dispute.ts'
import { planTask } from './plan-task.ts'
import { saveForFuture } from './saved-methods.ts'
import { cancelPendingRefund } from './settle-refund.ts'

const day = 24 * 3600
/** How long a debit takes, and how much later one that succeeded may come back. */
const clearsAfterSeconds = 4 * day
const returnsAfterSeconds = 2 * day

/** Sends a debit of a verified account to the bank: it is under way for days. */
export function startDebit(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  bank: BankFacts,
): Stripe.PaymentIntent {
  const { world, account } = call
  const clears = world.clock.now() + clearsAfterSeconds
  const charge: Stripe.Charge = {
    ...makeCharge(world, account, { intent, method, details: bankDetails(call, intent, bank) }, null),
    paid: false,
    captured: true,
    outcome: null,
    receipt_url: null,
    status: 'pending',
  }
  charge.balance_transaction = addDebitTransaction(world, account, charge, clears).id
  world.store.put('charge', account, charge)
  intent.status = 'processing'
  intent.next_action = null
  intent.last_payment_error = null
  intent.latest_charge = charge.id
  world.store.put('payment_intent', account, intent)
  saveForFuture(call, intent, method)
  emit(call, 'payment_intent.processing', intent)
  emit(call, 'charge.pending', charge)
  planTask(world, account, 'settle_debit', charge.id, clearsAfterSeconds)
  return intent
}

function bankDetails(call: Call, intent: Stripe.PaymentIntent, bank: BankFacts) {
  return {
    type: 'us_bank_account',
    us_bank_account: {
      account_holder_type: bank.holderType,
      account_type: bank.accountType,
      bank_name: bank.bankName,
      expected_debit_date: new Date((call.world.clock.now() + day) * 1000).toISOString().slice(0, 10),
      fingerprint: bank.fingerprint,
      last4: bank.last4,
      mandate: mandateOf(call, intent),
      payment_reference: null,
      routing_number: bank.routingNumber,
    },
  } satisfies Stripe.Charge.PaymentMethodDetails
}

/** The days are over: the account's own number says how the debit ends. */
export function settleDebit(world: World, account: string, chargeId: string): void {
  const charge = world.store.get('charge', account, chargeId)
  const bank = charge && world.store.get('bank_on_file', account, String(charge.payment_method))?.bank
  const behaviour = bankBehaviours[bank?.behaviour ?? 'succeeds']
  if (!charge || behaviour?.stays) return
  endDebit({ world, account }, charge, behaviour?.failure)
  if (behaviour?.returned) planTask(world, account, 'return_debit', charge.id, returnsAfterSeconds)
}

/** Ends a debit that is under way. A second end, or one after it was canceled, changes nothing. */
export function endDebit(
  cause: Cause,
  charge: Stripe.Charge,
  failure: { code: string; networkCode: string } | undefined,
): void {
  const { world, account } = cause
  const intent = world.store.get('payment_intent', account, String(charge.payment_intent))
  if (charge.status !== 'pending' || intent?.status !== 'processing') return
  if (failure !== undefined) {
    failDebit(cause, intent, charge, failure)
    return
  }
  charge.status = 'succeeded'
  charge.paid = true
  intent.status = 'succeeded'
  intent.amount_received = intent.amount
  world.store.put('charge', account, charge)
  world.store.put('payment_intent', account, intent)
  emit(cause, 'charge.succeeded', charge)
  emit(cause, 'payment_intent.succeeded', intent)
}

function failDebit(
  cause: Cause,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
  failure: { code: string; networkCode: string },
): void {
  const { world, account } = cause
  const error: ApiErrorBody = {
    type: 'invalid_request_error',
    code: failure.code,
    network_decline_code: failure.networkCode,
    charge: charge.id,
    message: `The bank returned the debit: ${failure.code.replaceAll('_', ' ')}.`,
  }
  charge.status = 'failed'
  charge.failure_code = failure.code
  charge.failure_message = error.message
  charge.failure_balance_transaction = addDebitFailureTransaction(world, account, charge).id
  const method = world.store.get('payment_method', account, String(intent.payment_method))
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  intent.last_payment_error = {
    ...new ApiError(402, error).body,
    ...(method ? { payment_method: method } : {}),
  } as Stripe.PaymentIntent.LastPaymentError
  world.store.put('charge', account, charge)
  world.store.put('payment_intent', account, intent)
  block(world, account, charge, failure.networkCode)
  emit(cause, 'charge.failed', charge)
  emit(cause, 'payment_intent.payment_failed', intent)
}

/** A debit is called back before its bank took it: nothing was there, and no bank asks a fee for it. */
export function callBackDebit(cause: Cause, chargeId: string): void {
  const { world, account } = cause
  const charge = world.store.get('charge', account, chargeId)
  if (charge?.status !== 'pending') return
  charge.status = 'failed'
  charge.failure_message = 'The debit was canceled.'
  charge.failure_balance_transaction = addDebitFailureTransaction(world, account, charge, 0).id
  world.store.put('charge', account, charge)
  emit(cause, 'charge.failed', charge)
}

/** An account whose debits come back for anything but a lack of money is not debited again (Nacha). */
function block(world: World, account: string, charge: Stripe.Charge, networkCode: string): void {
  const bank = world.store.get('bank_on_file', account, String(charge.payment_method))?.bank
  if (bank === undefined || networkCode === 'R01') return
  const created = world.clock.now()
  world.store.put('blocked_bank', account, { id: bank.fingerprint, created, network_code: networkCode })
}

/** A debit that had succeeded comes back: as the processor has it, a dispute that is lost at once and for good. */
export function returnDebit(world: World, account: string, chargeId: string): void {
  const charge = world.store.get('charge', account, chargeId)
  const bank = charge && world.store.get('bank_on_file', account, String(charge.payment_method))?.bank
  const returned = bankBehaviours[bank?.behaviour ?? '']?.returned ?? {
    reason: 'insufficient_funds',
    networkCode: 'R01',
  }
  if (charge) comeBack({ world, account }, charge, returned)
}

export function comeBack(
  cause: Cause,
  charge: Stripe.Charge,
  returned: { reason: string; networkCode: string },
): void {
  if (charge.status !== 'succeeded' || charge.disputed) return
  // A refund that is under way is called back: its money came back to the payer already.
  for (const refund of [...cause.world.store.all('refund')])
    if (refund.charge === charge.id) cancelPendingRefund(cause.world, cause.account, refund.id)
  openDispute(cause, charge.id, { reason: returned.reason, inquiry: false, final: true })
  block(cause.world, cause.account, charge, returned.networkCode)
  const mandateId = charge.payment_method_details?.us_bank_account?.mandate
  const mandate = cause.world.store.get('mandate', cause.account, String(mandateId))
  if (mandate !== undefined) endMandate(cause, mandate)
}
