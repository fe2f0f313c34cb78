import type Stripe from 'stripe'
import type { DisputeState } from './dispute.state.ts'
import type { DisputeAnswer, EvidenceRequest, ProcessorDispute } from './processor.ts'
import { wasRefused } from './stripe-answers.ts'
import { toBalanceTransaction } from './stripe-objects.ts'

/** Stripe's disputes in the port's words. */
export function toDispute(dispute: Stripe.Dispute): ProcessorDispute {
  const { payment_intent: intent, evidence_details: details } = dispute
  return {
    reference: dispute.id,
    paymentReference: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amount: BigInt(dispute.amount),
    currency: dispute.currency.toUpperCase(),
    reason: dispute.reason,
    networkCode:
      dispute.payment_method_details?.card?.network_reason_code ?? dispute.network_reason_code ?? null,
    status: STATUS[dispute.status] ?? 'needs_response',
    dueBy: details.due_by === null ? null : new Date(details.due_by * 1000),
    isSubmitted: details.submission_count > 0,
    openedAt: new Date(dispute.created * 1000),
    movements: dispute.balance_transactions.map(toBalanceTransaction),
  }
}

/** An appeal is one more round of the same dispute; one that is prevented took nothing. */
const STATUS: Readonly<Record<string, DisputeState>> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  warning_closed: 'closed',
  needs_response: 'needs_response',
  under_review: 'under_review',
  appeal_needs_response: 'needs_response',
  appeal_under_review: 'under_review',
  won: 'won',
  lost: 'lost',
  prevented: 'closed',
}

/** Uploads what evidence names, then hands all of it in. Each with a key of its own, so that a repeat is the same. */
export function submitEvidence(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  { reference, key, evidence }: EvidenceRequest,
): Promise<DisputeAnswer> {
  return answered(async () => {
    const files: Record<string, string> = {}
    for (const { field, fileName, mediaType, bytes } of evidence.files) {
      const file = await stripe.files.create(
        {
          purpose: 'dispute_evidence',
          file: { data: bytes, name: fileName, type: mediaType },
        },
        { ...at, idempotencyKey: `${key}:${field}` },
      )
      files[field] = file.id
    }
    return stripe.disputes.update(
      reference,
      {
        evidence: { ...evidence.texts, ...files } as Stripe.DisputeUpdateParams.Evidence,
        submit: true,
      },
      { ...at, idempotencyKey: key },
    )
  })
}

export function acceptDispute(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  { reference, key }: { reference: string; key: string },
): Promise<DisputeAnswer> {
  return answered(() => stripe.disputes.close(reference, {}, { ...at, idempotencyKey: key }))
}

/** What the processor refuses it has not done: that is an answer too. */
async function answered(call: () => Promise<Stripe.Dispute>): Promise<DisputeAnswer> {
  try {
    return toDispute(await call())
  } catch (error) {
    if (wasRefused(error)) return { refused: error.message }
    throw error
  }
}
