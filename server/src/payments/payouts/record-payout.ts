import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { clearDue, setDue } from '../../lib/due.ts'
import { InvariantBroken } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { enqueue } from '../../lib/outbox.ts'
import { next } from '../../lib/state.ts'
import { payoutCanceled, payoutFailed, payoutPaid, payoutScheduled, payoutSent } from '../events.ts'
import { type PayoutEvent, type PayoutState, payoutStates } from './payout.state.ts'
import type { ProcessorPayout } from './payout-reader.ts'
import { lockPayoutByReference, type Payout } from './payouts.queries.ts'
import { postPayout } from './postings.ts'
import { keepAccountMovement } from './record-account-movement.ts'

/** The job that asks after a payout again. */
export const RESOLVE_PAYOUT = 'resolve_payout'
/** The job that looks at the processor's balance for what no event tells of, or whose event was lost. */
export const READ_BALANCE = 'read_balance'

const HOUR_MS = 3_600_000
/** A bank sends back what it had taken within days; some more, and nothing can come any more. */
const MAY_FAIL_MS = 10 * 24 * HOUR_MS

const EVENT: Readonly<Record<ProcessorPayout['status'], PayoutEvent | undefined>> = {
  pending: undefined,
  in_transit: 'send',
  paid: 'pay',
  failed: 'fail',
  canceled: 'cancel',
}
const TOLD = {
  scheduled: payoutScheduled,
  in_transit: payoutSent,
  paid: payoutPaid,
  failed: payoutFailed,
  canceled: payoutCanceled,
} as const satisfies Record<PayoutState, unknown>

/**
 * Records what the processor says of a payout, once: a webhook, the look for lost ones and the look at the balance all
 * end here, in any order and any number. One heard of for the first time is scheduled first, whatever became of it
 * since, so that each step is booked; an older word never undoes a later one.
 */
export async function recordPayout(tx: Tx, actor: Actor, now: Date, told: ProcessorPayout): Promise<Payout> {
  let payout = (await schedule(tx, actor, now, told)) ?? (await lockPayoutByReference(tx, told.reference))
  if (payout === undefined) throw new InvariantBroken('A payout is neither new nor known.')
  const isSentAgain = await isNewSending(tx, payout, told)
  for (const movement of [told.balance, told.failureBalance])
    if (movement !== null) await keepAccountMovement(tx, movement, payout.id)
  if (isSentAgain && payoutStates[payout.state].fail !== undefined) {
    // It had failed meanwhile, and nobody told. What came back by that is among the balance's movements only.
    payout = await move(tx, actor, now, payout, 'fail', told)
    enqueue(tx, READ_BALANCE, {})
  }
  if (isSentAgain && payout.state === 'failed' && told.status !== 'failed')
    payout = await move(tx, actor, now, payout, 'retry', told)
  const event = EVENT[told.status]
  if (event !== undefined && payoutStates[payout.state][event] !== undefined)
    payout = await move(tx, actor, now, payout, event, told)
  await lookAgain(tx, now, payout)
  return payout
}

/** Whether the same one went out again: it takes its sum from the balance once more, after the last time known here. */
async function isNewSending(tx: Tx, payout: Payout, { balance }: ProcessorPayout): Promise<boolean> {
  if (balance === null || payout.balanceReference === null || balance.reference === payout.balanceReference)
    return false
  const last = await tx.maybe(sql<{ at: Date }>`
    select made_at at from payments.account_movements
    where company_id = ${tx.companyId} and processor_reference = ${payout.balanceReference}`)
  return last === undefined || balance.createdAt >= last.at
}

/** Undefined where it is known already. */
async function schedule(tx: Tx, actor: Actor, now: Date, told: ProcessorPayout): Promise<Payout | undefined> {
  const id = newId<'pyt'>()
  const added = await tx.change(
    sql`
    insert into payments.payouts (company_id, id, processor_reference, amount, currency, state, automatic, bank_name,
      bank_last4, arrives_on, balance_reference, is_listed, created_at)
    values (${tx.companyId}, ${id}, ${told.reference}, ${told.amount}, ${told.currency}, 'scheduled',
      ${told.automatic}, ${told.bank?.name ?? null}, ${told.bank?.last4 ?? null}, ${told.arrivesOn},
      ${told.balance?.reference ?? null}, ${told.listing !== 'never'}, ${told.createdAt})
    on conflict (company_id, processor_reference) do nothing`,
    undefined,
  )
  if (added === 0) return undefined
  const payout = await lockPayoutByReference(tx, told.reference)
  if (payout === undefined) return undefined
  postPayout(tx, now, payout, undefined)
  await emit(tx, actor, payoutScheduled, id, payout)
  return payout
}

async function move(
  tx: Tx,
  actor: Actor,
  now: Date,
  before: Payout,
  event: PayoutEvent,
  told: ProcessorPayout,
): Promise<Payout> {
  const state = next('payout', payoutStates, before.state, event)
  const after: Payout = {
    ...before,
    state,
    arrivesOn: told.arrivesOn,
    balanceReference: told.balance?.reference ?? before.balanceReference,
    failureCode: state === 'failed' ? (told.failure?.code ?? null) : null,
    failureMessage: state === 'failed' ? (told.failure?.message ?? null) : null,
    trace: told.trace ?? before.trace,
    settledAt: state === 'scheduled' || state === 'in_transit' ? null : now,
  }
  await tx.change(sql`
    update payments.payouts set state = ${after.state}, arrives_on = ${after.arrivesOn},
      balance_reference = ${after.balanceReference}, failure_code = ${after.failureCode},
      failure_message = ${after.failureMessage}, trace = ${after.trace}, settled_at = ${after.settledAt}
    where company_id = ${tx.companyId} and id = ${after.id} and state = ${before.state}`)
  postPayout(tx, now, after, before)
  await emit(tx, actor, TOLD[state], after.id, after)
  return after
}

/** When the processor is asked after it if nobody tells: a few times a day while it moves, daily while it may come back. */
async function lookAgain(tx: Tx, now: Date, payout: Payout): Promise<void> {
  const at = nextLook(now, payout)
  await (at === undefined
    ? clearDue(tx, RESOLVE_PAYOUT, payout.id)
    : setDue(tx, RESOLVE_PAYOUT, payout.id, new Date(now.getTime() + at)))
}

function nextLook(now: Date, payout: Payout): number | undefined {
  if (payout.settledAt === null || (payout.isListed && payout.listedAt === null)) return 6 * HOUR_MS
  const age = now.getTime() - payout.settledAt.getTime()
  return payout.state === 'paid' && age < MAY_FAIL_MS ? 24 * HOUR_MS : undefined
}
