import { type Actor, processor as processorActor } from '../lib/actor.ts'
import type { BusinessClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import { externalCall, OutcomeUnknown } from '../lib/external-call.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import { isOpen } from './payment.state.ts'
import { findPayment, NEVER_SENT, type Payment, type PaymentId } from './payments.queries.ts'
import type { Processor, ProcessorPayment } from './processor.ts'
import { type Outcome, recordOutcome } from './record-outcome.ts'

export interface PaymentServices {
  database: Database
  clock: BusinessClock
  processor: Processor
}

interface Prepared {
  payment: Payment
  account: string | null
  now: Date
}

/** How long after its start a call with an attempt may still be on its way to the processor. */
const CALL_HORIZON_MS = 5 * 60_000
const ACTION_TIMEOUT_MS = 30 * 60_000

/**
 * Finds out what became of an attempt and records it. Used by the browser's return, webhooks and the poller.
 * An attempt whose secret a browser holds counts as failed only once the processor has canceled it; until then
 * an old tab could still confirm it. `giveUp` cancels one that waits for its payer.
 */
export async function resolvePayment(
  services: PaymentServices,
  companyId: CompanyId,
  paymentId: PaymentId,
  options: { actor?: Actor; giveUp?: boolean } = {},
): Promise<Payment | undefined> {
  const { database, clock } = services
  const known = await database.read(companyId, (db) => findPayment(db, paymentId))
  if (known === undefined) return undefined
  return externalCall<Prepared, Outcome, Payment>(database, companyId, {
    prepare: async (tx) => {
      const account = await findMerchantAccount(tx)
      return { payment: known, account: account?.processorAccount ?? null, now: clock.now() }
    },
    call: (prepared) => look(services, prepared, options.giveUp ?? false),
    record: (tx, { payment }, outcome) =>
      recordOutcome(
        tx,
        options.actor ?? processorActor,
        clock.now(),
        payment.id,
        outcome.known ? outcome.answer : 'unknown',
      ),
  })
}

async function look({ processor }: PaymentServices, prepared: Prepared, giveUp: boolean): Promise<Outcome> {
  const { payment, account, now } = prepared
  const found =
    payment.processorReference === null
      ? await processor.findPayment(account, payment.id, payment.createdAt)
      : await processor.readPayment(account, payment.processorReference)
  if (found === undefined) return neverSent(payment, now)
  // Small deposits take days to come; the processor itself gives them up.
  const expired =
    giveUp || (found.verification === null && now.getTime() - payment.createdAt.getTime() > ACTION_TIMEOUT_MS)
  const mustCancel =
    (found.status === 'declined' && (payment.secretShared || payment.state === 'requires_action')) ||
    ((found.status === 'requires_action' || found.status === 'unsettled') && expired)
  if (!mustCancel || found.reference === null) return asDeclined(found)
  const canceled = await processor.cancelPayment(account, found.reference)
  return asDeclined(canceled, found.declineCode)
}

/** Who looks at the same time may have closed at the processor what was declined there: it stays a decline. */
function asDeclined(found: ProcessorPayment, declineCode = found.declineCode): ProcessorPayment {
  return found.status === 'canceled' && declineCode !== null
    ? { ...found, status: 'declined', declineCode }
    : found
}

/** The processor has no such attempt. While a call may still be on its way that proves nothing. */
function neverSent(payment: Payment, now: Date): ProcessorPayment {
  if (now.getTime() - payment.createdAt.getTime() < CALL_HORIZON_MS) {
    throw new OutcomeUnknown('The processor has not seen this attempt yet.')
  }
  return {
    reference: null,
    paymentId: payment.id,
    status: 'declined',
    amount: 0n,
    currency: payment.currency,
    chargeReference: null,
    declineCode: NEVER_SENT,
    card: null,
    bank: null,
    verification: null,
    failureBalance: null,
    returned: null,
    balance: null,
    clientSecret: null,
  }
}

/**
 * Closes at the processor an attempt that failed here, so that nothing can confirm it any more. If it turns
 * out to have succeeded after all, that is recorded.
 */
export async function cancelAttempt(
  services: PaymentServices,
  companyId: CompanyId,
  paymentId: PaymentId,
): Promise<void> {
  const { database, clock, processor } = services
  const { payment, account } = await database.read(companyId, async (db) => ({
    payment: await findPayment(db, paymentId),
    account: await findMerchantAccount(db),
  }))
  if (payment === undefined || payment.processorReference === null || isOpen(payment.state)) return
  if (payment.state === 'succeeded') return
  const after = await processor.cancelPayment(account?.processorAccount ?? null, payment.processorReference)
  if (after.status !== 'succeeded') return
  await database.write(companyId, (tx) => recordOutcome(tx, processorActor, clock.now(), paymentId, after))
}
