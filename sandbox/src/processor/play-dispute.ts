import type { Stripe } from 'stripe'
import type { World } from '../world.ts'
import {
  closeInquiry,
  disputesOf,
  escalateInquiry,
  isInquiry,
  isUndecided,
  loseDispute,
  winDispute,
} from './end-dispute.ts'
import { openDispute } from './open-dispute.ts'

/** What somebody can make of a charge's dispute, in the place of the payer and of the banks. */
export const disputeActs = [
  'open',
  'inquire',
  'escalate',
  'close_inquiry',
  'win',
  'win_with_fee',
  'lose',
] as const
export type DisputeAct = (typeof disputeActs)[number]

export function isDisputeAct(value: unknown): value is DisputeAct {
  return disputeActs.some((act) => act === value)
}

/** What fits a payment's charge now, for the page. */
export function actsOn(world: World, account: string, intent: Stripe.PaymentIntent): readonly DisputeAct[] {
  const [latest] = disputesOf(world, account, String(intent.latest_charge))
  if (intent.status !== 'succeeded') return []
  if (latest === undefined || latest.status === 'won' || latest.status === 'warning_closed')
    return ['open', 'inquire']
  if (isInquiry(latest)) return ['escalate', 'close_inquiry']
  if (isUndecided(latest)) return ['win', 'win_with_fee', 'lose']
  return latest.status === 'lost' && !isFinal(world.store.get('charge', account, String(latest.charge)))
    ? ['win']
    : []
}

/** What a bank takes back of a debit is final. */
function isFinal(charge: Stripe.Charge | undefined): boolean {
  return charge?.payment_method_details?.type === 'us_bank_account'
}

/** Opens a dispute of a charge or moves its latest one. What does not fit changes nothing. */
export function playDispute(
  world: World,
  account: string,
  intent: Stripe.PaymentIntent,
  how: { act: DisputeAct; reason?: string; amount?: number },
): Stripe.Dispute | undefined {
  const chargeId = String(intent.latest_charge)
  const charge = world.store.get('charge', account, chargeId)
  if (charge?.status !== 'succeeded') return undefined
  const cause = { world, account }
  const latest = disputesOf(world, account, chargeId)[0]
  if (how.act === 'open' || how.act === 'inquire') {
    // What its bank is at, or has taken for good, is not taken a second time.
    if (latest !== undefined && latest.status !== 'won' && latest.status !== 'warning_closed') return latest
    openDispute(cause, chargeId, {
      reason: how.reason ?? 'fraudulent',
      inquiry: how.act === 'inquire',
      final: isFinal(charge),
      ...(how.amount === undefined ? {} : { amount: how.amount }),
    })
  } else if (latest !== undefined && !isFinal(charge)) {
    if (how.act === 'win' || how.act === 'win_with_fee') winDispute(cause, latest, how.act === 'win_with_fee')
    else acts[how.act](cause, latest)
  }
  return disputesOf(world, account, chargeId)[0]
}

const acts = { escalate: escalateInquiry, close_inquiry: closeInquiry, lose: loseDispute }
