import type { Stripe } from 'stripe'
import { stateRefused } from './api-error.ts'
import { type Call, load } from './call.ts'
import { emit } from './emit-event.ts'
import { closeInquiry, escalateInquiry, isInquiry, loseDispute, winDispute } from './end-dispute.ts'
import { boolean, hash, mergeMetadata, metadata, type Reader, readParams, text } from './read-params.ts'

/** Evidence that names a file, and evidence that is told in words. */
const fileFields = [
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
]
const textFields = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_tracking_number',
  'uncategorized_text',
]
const evidenceShape: { [field: string]: Reader<string | null> } = Object.fromEntries(
  [...fileFields, ...textFields].map((field) => [field, text(20_000)]),
)
/** All words of evidence together. */
const maxText = 150_000

/** What test evidence decides at once, as docs.stripe.com/testing#disputes names it. */
const decisions: {
  [text: string]: ((cause: Call, dispute: Stripe.Dispute) => void) | undefined
} = {
  winning_evidence: (call, dispute) =>
    isInquiry(dispute) ? closeInquiry(call, dispute) : winDispute(call, dispute),
  losing_evidence: loseDispute,
  escalate_inquiry_evidence: escalateInquiry,
}

/** Keeps evidence, and with `submit` (so unless told otherwise) hands it to the bank. */
export function updateDispute(call: Call): unknown {
  const { world, account } = call
  const dispute = load(call, 'dispute', call.id)
  const params = readParams(call.params, { evidence: hash(evidenceShape), metadata, submit: boolean })
  const evidence = (params.evidence ?? {}) as { [field: string]: string | null | undefined }
  if (params.evidence) {
    if (dispute.status !== 'needs_response' && dispute.status !== 'warning_needs_response')
      throw stateRefused(
        `This dispute has a status of ${dispute.status}: evidence can be given only while it needs a response.`,
        { code: 'dispute_closed' },
      )
    for (const field of fileFields) {
      const id = evidence[field]
      if (id) load(call, 'file', id, `evidence[${field}]`)
    }
    const words = textFields.reduce((sum, field) => sum + String(evidence[field] ?? '').length, 0)
    if (words > maxText)
      throw stateRefused(`Evidence can have at most ${maxText} characters in all.`, { param: 'evidence' })
    Object.assign(dispute.evidence, evidence)
    dispute.evidence_details.has_evidence = true
  }
  dispute.metadata = mergeMetadata(dispute.metadata, params.metadata)
  const before = dispute.status
  const isSubmitted = params.evidence !== undefined && (params.submit ?? true)
  if (isSubmitted) {
    dispute.evidence_details.submission_count += 1
    dispute.evidence_details.submission_method = 'manual'
    dispute.status = isInquiry(dispute) ? 'warning_under_review' : 'under_review'
  }
  world.store.put('dispute', account, dispute)
  emit(call, 'charge.dispute.updated', dispute, isSubmitted ? { status: before } : {})
  if (isSubmitted) decisions[dispute.evidence.uncategorized_text ?? '']?.(call, dispute)
  return dispute
}

/** The business accepts it: it is lost, and an inquiry is left to its bank. */
export function closeDispute(call: Call): unknown {
  const dispute = load(call, 'dispute', call.id)
  readParams(call.params, {})
  if (dispute.status !== 'needs_response')
    throw stateRefused(
      `This dispute has a status of ${dispute.status}: only one that needs a response can be closed.`,
      { code: 'dispute_closed' },
    )
  loseDispute(call, dispute)
  return dispute
}
