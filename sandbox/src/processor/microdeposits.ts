import type { Stripe } from 'stripe'
import type { BankFacts } from '../kinds.ts'
import type { World } from '../world.ts'
import { ApiError, type ApiErrorBody, invalidRequest, stateRefused } from './api-error.ts'
import { startDebit } from './bank-debit.ts'
import { type Call, load } from './call.ts'
import { type Cause, emit } from './emit-event.ts'
import { planTask } from './plan-task.ts'
import { present } from './present.ts'
import { integer, list, readParams, text } from './read-params.ts'

const day = 24 * 3600
const timeoutSeconds = 10 * day

/** The published test values, and how often a wrong one may be tried. */
const kinds = {
  amounts: { right: '32,45', exhausts: '10,11', timesOut: '40,41', tries: 3 },
  descriptor_code: { right: 'SM11AA', exhausts: 'SM33CC', timesOut: 'SM44DD', tries: 10 },
} as const
type MicrodepositKind = keyof typeof kinds

/**
 * Small deposits go to an account that was typed by hand, and the payer tells what came. A checking account gets one
 * with a code, a savings account two, so that both can be played.
 */
export function askMicrodeposits(
  call: Call,
  intent: Stripe.PaymentIntent,
  bank: BankFacts,
): Stripe.PaymentIntent {
  const { world, account } = call
  const kind: MicrodepositKind = bank.accountType === 'savings' ? 'amounts' : 'descriptor_code'
  intent.status = 'requires_action'
  intent.next_action = {
    type: 'verify_with_microdeposits',
    verify_with_microdeposits: {
      arrival_date: world.clock.now() + 2 * day,
      hosted_verification_url: `${world.url}/microdeposits/${intent.id}?client_secret=${intent.client_secret}`,
      microdeposit_type: kind,
    },
  }
  world.store.put('payment_intent', account, intent)
  world.store.put('verification', account, { id: intent.id, created: world.clock.now(), wrong: 0 })
  emit(call, 'payment_intent.requires_action', intent)
  planTask(world, account, 'end_microdeposits', intent.id, timeoutSeconds)
  return intent
}

/** The payer tells the amounts or the code that came. */
export function verifyMicrodeposits(call: Call): unknown {
  const { world, account } = call
  const intent = load(call, 'payment_intent', call.id, 'intent')
  const params = readParams(call.params, {
    amounts: list(integer),
    descriptor_code: text(),
    client_secret: text(),
  })
  if (call.publishable && params.client_secret !== intent.client_secret)
    throw invalidRequest('The client_secret provided does not match.', { param: 'client_secret' })
  const asked = intent.next_action?.verify_with_microdeposits
  const method = world.store.get('payment_method', account, String(intent.payment_method))
  const verification = world.store.get('verification', account, intent.id)
  const bank = method && world.store.get('bank_on_file', account, method.id)?.bank
  if (intent.status !== 'requires_action' || !asked || !method || !bank || !verification) {
    throw stateRefused(
      `You cannot verify microdeposits of this PaymentIntent because it has a status of ${intent.status}.`,
      { code: 'payment_intent_unexpected_state', payment_intent: intent },
    )
  }
  const kind = asked.microdeposit_type as MicrodepositKind
  const told =
    kind === 'amounts'
      ? params.amounts?.toSorted((one, other) => one - other).join(',')
      : params.descriptor_code?.toUpperCase()
  if (!told) {
    throw invalidRequest(
      `These microdeposits are verified by ${kind === 'amounts' ? 'their two amounts' : 'a descriptor code'}.`,
      { param: kind },
    )
  }
  const { right, exhausts, timesOut, tries } = kinds[kind]
  if (told === timesOut) throw over(call, intent, timeout)
  if (told !== right) {
    verification.wrong = told === exhausts ? tries : verification.wrong + 1
    world.store.put('verification', account, verification)
    if (verification.wrong >= tries) throw over(call, intent, exceeded)
    throw new ApiError(400, { ...mismatch(kind), payment_intent: intent }, true)
  }
  world.store.put('bank_on_file', account, {
    id: method.id,
    created: method.created,
    bank: { ...bank, verified: true },
  })
  return present(call, 'payment_intent', startDebit(call, intent, method, bank))
}

/** Ten days without an answer. */
export function endMicrodeposits(world: World, account: string, intentId: string): void {
  const intent = world.store.get('payment_intent', account, intentId)
  if (intent?.status === 'requires_action' && intent.next_action?.verify_with_microdeposits)
    over({ world, account }, intent, timeout)
}

/** The verification is over: the intent wants another way to pay. */
function over(cause: Cause, intent: Stripe.PaymentIntent, error: ApiErrorBody): ApiError {
  const { world, account } = cause
  const method = world.store.get('payment_method', account, String(intent.payment_method))
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  intent.next_action = null
  intent.last_payment_error = {
    ...new ApiError(400, error).body,
    ...(method ? { payment_method: method } : {}),
  } as Stripe.PaymentIntent.LastPaymentError
  world.store.put('payment_intent', account, intent)
  emit(cause, 'payment_intent.payment_failed', intent)
  return new ApiError(400, { ...error, payment_intent: intent }, true)
}

const exceeded: ApiErrorBody = {
  type: 'invalid_request_error',
  code: 'payment_method_microdeposit_verification_attempts_exceeded',
  message: 'You have exceeded the number of allowed verification attempts.',
}
const timeout: ApiErrorBody = {
  type: 'invalid_request_error',
  code: 'payment_method_microdeposit_verification_timeout',
  message: 'The microdeposits were not verified in the time that there is for it.',
}

function mismatch(kind: MicrodepositKind): ApiErrorBody {
  return {
    type: 'invalid_request_error',
    code:
      kind === 'amounts'
        ? 'payment_method_microdeposit_verification_amounts_mismatch'
        : 'payment_method_microdeposit_verification_descriptor_code_mismatch',
    message: 'What you told does not match the microdeposits that we sent to the bank account.',
  }
}
