import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { externalCall } from '../lib/external-call.ts'
import type { CompanyId } from '../lib/ids.ts'
import {
  type Dispute,
  type DisputeId,
  findDispute,
  type KeptEvidence,
  lockDispute,
} from './disputes.queries.ts'
import { AnswerRefused, DisputeNotOpen } from './errors.ts'
import { disputeAnswered } from './events.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import { lockPayment } from './payments.queries.ts'
import type { DisputeAnswer, Evidence } from './processor.ts'
import { RESOLVE_DISPUTE, recordDispute } from './record-dispute.ts'
import type { PaymentServices } from './resolve-payment.ts'

/** How long an answer may be on its way before another may be given. */
const ON_ITS_WAY_MS = 5 * 60_000
const FIRST_LOOK_MS = 60_000

/** Hands evidence to the payer's bank. That can be done once: what was handed in is not changed any more. */
export function submitEvidence(
  services: PaymentServices,
  actor: Actor,
  companyId: CompanyId,
  order: { disputeId: DisputeId; evidence: Evidence },
  claim: (tx: Tx, disputeId: string) => Promise<void>,
): Promise<Dispute> {
  const { evidence, disputeId } = order
  const kept: KeptEvidence = {
    texts: evidence.texts,
    files: Object.fromEntries(evidence.files.map(({ field, fileName }) => [field, fileName])),
  }
  return answer(services, actor, companyId, { disputeId, kept, claim }, (prepared) =>
    services.processor.submitEvidence({ ...prepared, evidence }),
  )
}

/** Accepts a dispute: it is lost at once, and nobody can take that back. */
export function acceptDispute(
  services: PaymentServices,
  actor: Actor,
  companyId: CompanyId,
  disputeId: DisputeId,
  claim: (tx: Tx, disputeId: string) => Promise<void>,
): Promise<Dispute> {
  return answer(services, actor, companyId, { disputeId, kept: null, claim }, (prepared) =>
    services.processor.acceptDispute(prepared),
  )
}

interface Prepared {
  account: string | null
  key: string
  reference: string
  dispute: Dispute
}

async function answer(
  { database, clock }: PaymentServices,
  actor: Actor,
  companyId: CompanyId,
  order: {
    disputeId: DisputeId
    kept: KeptEvidence | null
    claim: (tx: Tx, disputeId: string) => Promise<void>
  },
  call: (prepared: Prepared) => Promise<DisputeAnswer>,
): Promise<Dispute> {
  const { disputeId, kept } = order
  const { dispute, refused } = await externalCall<
    Prepared,
    DisputeAnswer,
    { dispute: Dispute; refused: string | null }
  >(database, companyId, {
    prepare: async (tx) => {
      const found = await lockAnswerable(tx, clock.now(), disputeId, kept === null)
      const dispute = await tx.one(sql<{ answers: number }>`
        update payments.disputes set answering_since = ${clock.now()}, answers = answers + 1,
          evidence = coalesce(${kept === null ? null : JSON.stringify(kept)}::jsonb, evidence)
        where company_id = ${tx.companyId} and id = ${disputeId} returning answers`)
      await setDue(tx, RESOLVE_DISPUTE, disputeId, new Date(clock.now().getTime() + FIRST_LOOK_MS))
      await order.claim(tx, disputeId)
      const account = await findMerchantAccount(tx)
      return {
        account: account?.processorAccount ?? null,
        key: `dispute:${disputeId}:${dispute.answers}`,
        reference: found.processorReference,
        dispute: found,
      }
    },
    call,
    record: async (tx, prepared, outcome) => {
      if (!outcome.known) return { dispute: prepared.dispute, refused: null }
      if ('refused' in outcome.answer) {
        await tx.change(sql`
          update payments.disputes set answering_since = null where company_id = ${tx.companyId} and id = ${disputeId}`)
        return { dispute: prepared.dispute, refused: outcome.answer.refused }
      }
      await emit(tx, actor, disputeAnswered, disputeId, {
        accepted: kept === null,
        fields: kept === null ? [] : [...Object.keys(kept.texts), ...Object.keys(kept.files)],
      })
      const after = await recordDispute(tx, actor, clock.now(), prepared.dispute.paymentId, outcome.answer)
      const whole = await findDispute(tx, disputeId)
      return { dispute: whole ?? after ?? prepared.dispute, refused: null }
    },
  })
  if (refused !== null) {
    throw new AnswerRefused(
      `The processor did not take this: ${refused} The dispute is as it was; mend it and send it again.`,
    )
  }
  return dispute
}

/** The dispute, under its payment's lock, if it still waits for an answer and none is on its way. */
async function lockAnswerable(tx: Tx, now: Date, id: DisputeId, isAccepting: boolean): Promise<Dispute> {
  const seen = await findDispute(tx, id)
  if (seen === undefined) throw new NotFound('dispute')
  await lockPayment(tx, seen.paymentId)
  const dispute = await lockDispute(tx, id)
  if (dispute === undefined) throw new NotFound('dispute')
  const isAsked = dispute.state === 'needs_response' || (dispute.state === 'inquiry' && !isAccepting)
  if (!isAsked || dispute.submittedAt !== null) {
    throw new DisputeNotOpen(
      dispute.submittedAt !== null
        ? 'Evidence for this dispute was handed in already, and can not be changed. Nothing was sent; the bank decides now.'
        : `This dispute is ${dispute.state}, so there is nothing to answer. Nothing was sent.`,
      { details: { state: dispute.state } },
    )
  }
  if (dispute.dueBy !== null && dispute.dueBy <= now) {
    throw new DisputeNotOpen(
      'The time to answer this dispute is over. Nothing was sent; the bank decides without evidence.',
      { details: { state: dispute.state, due_by: dispute.dueBy.toISOString() } },
    )
  }
  if (dispute.answeringSince !== null && now.getTime() - dispute.answeringSince.getTime() < ON_ITS_WAY_MS) {
    throw new DisputeNotOpen(
      'An answer to this dispute is on its way to the processor. Nothing more was sent; look again in a minute.',
      { details: { state: dispute.state } },
    )
  }
  return dispute
}
