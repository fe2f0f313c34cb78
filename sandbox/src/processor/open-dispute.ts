import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import { addDisputeTransaction } from './balance-transaction.ts'
import { type Cause, emit } from './emit-event.ts'
import { planTask } from './plan-task.ts'
import { settleCharge } from './settle-charge.ts'

const answerWithinSeconds = 9 * 24 * 3600

/**
 * The payer's bank takes the money back, or (an inquiry) only asks. One of a bank debit is final: it is lost at once. It
 * is of all that was not refunded unless an amount is told: of a charge that was refunded whole it is of all of it again.
 */
export function openDispute(
  cause: Cause,
  chargeId: string,
  how: { reason: string; inquiry: boolean; final?: boolean; amount?: number },
): void {
  const { world, account } = cause
  settleCharge(world, account, chargeId)
  const charge = world.store.get('charge', account, chargeId)
  if (!charge) return
  const id = newId('dp')
  const amount = how.amount ?? (charge.amount - charge.amount_refunded || charge.amount)
  const created = world.clock.now()
  const dispute = {
    id,
    object: 'dispute',
    amount,
    balance_transactions: how.inquiry ? [] : [addDisputeTransaction(world, account, charge, { id, amount })],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: noEvidence,
    evidence_details: {
      due_by: created + answerWithinSeconds,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: how.inquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent as string,
    ...(how.final
      ? {}
      : {
          payment_method_details: {
            type: 'card' as const,
            card: {
              brand: charge.payment_method_details?.card?.brand ?? 'unknown',
              case_type: how.inquiry ? ('inquiry' as const) : ('chargeback' as const),
              network: charge.payment_method_details?.card?.network ?? 'unknown',
              network_reason_code: how.reason === 'fraudulent' ? '10.4' : '13.1',
            },
          },
        }),
    reason: how.reason,
    status: how.final ? 'lost' : how.inquiry ? 'warning_needs_response' : 'needs_response',
  } satisfies Stripe.Dispute
  world.store.put('dispute', account, dispute)
  charge.disputed = true
  world.store.put('charge', account, charge)
  if (!how.final) planTask(world, account, 'expire_dispute', id, answerWithinSeconds)
  emit(cause, 'charge.dispute.created', dispute)
  if (!how.inquiry) emit(cause, 'charge.dispute.funds_withdrawn', dispute)
  if (how.final) emit(cause, 'charge.dispute.closed', dispute, { status: 'needs_response' })
}

const noEvidence: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}
