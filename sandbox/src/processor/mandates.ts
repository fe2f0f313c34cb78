import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import type { Call } from './call.ts'
import { type Cause, emit } from './emit-event.ts'

type Mandate = Stripe.Mandate & { created: number }

/** What the payer agreed to, as it was told with the confirmation; of a saved account, what was agreed to once. */
export function mandateOf(call: Call, intent: Stripe.PaymentIntent): string {
  const kept = standingMandate(call, String(intent.payment_method))
  if (kept) return kept.id
  const use = intent.setup_future_usage
    ? { type: 'multi_use' as const, multi_use: {} }
    : { type: 'single_use' as const, single_use: { amount: intent.amount, currency: intent.currency } }
  return makeMandate(call, intent.id, String(intent.payment_method), use).id
}

/** The mandate by which a saved account is debited again and again. */
function standingMandate(call: Call, method: string): Mandate | undefined {
  return mandatesOf(call, method).find(({ type }) => type === 'multi_use')
}

export function mandatesOf({ world, account }: Cause, method: string): Mandate[] {
  return [...world.store.all('mandate', account)].filter(({ payment_method }) => payment_method === method)
}

/** Its owner, or their bank, took it back. */
export function endMandate(cause: Cause, mandate: Mandate): void {
  mandate.status = 'inactive'
  cause.world.store.put('mandate', cause.account, mandate)
  emit(cause, 'mandate.updated', mandate, { status: 'active' })
}

/** `acceptedFor` is the intent with whose confirmation it was agreed to. */
export function makeMandate(
  call: Call,
  acceptedFor: string,
  method: string,
  use: Pick<Stripe.Mandate, 'type' | 'multi_use' | 'single_use'>,
): Mandate {
  const acceptance = call.world.store.get('acceptance', call.account, acceptedFor)
  const mandate = {
    id: newId('mandate'),
    object: 'mandate',
    created: call.world.clock.now(),
    customer_acceptance: {
      accepted_at: acceptance?.created ?? call.world.clock.now(),
      online: { ip_address: acceptance?.ip_address ?? null, user_agent: acceptance?.user_agent ?? null },
      type: 'online',
    },
    livemode: false,
    payment_method: method,
    payment_method_details: { type: 'us_bank_account', us_bank_account: {} },
    status: 'active',
    ...use,
  } as Mandate
  call.world.store.put('mandate', call.account, mandate)
  return mandate
}
