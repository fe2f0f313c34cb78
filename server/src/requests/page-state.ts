import type { Method } from '../lib/methods.ts'
import { isOpen, type PaymentState } from '../payments/index.ts'

/** What a pay page shows. The form stands only in the first three, and in `returned`. */
export type PageState =
  | 'payable'
  | 'partly_paid'
  | 'declined'
  | 'too_many_tries'
  | 'unsure'
  | 'action_needed'
  | 'someone_else_pays'
  | 'verify'
  | 'processing'
  | 'paid'
  | 'paid_elsewhere'
  | 'refunded'
  | 'returned'
  | 'disputed'
  | 'voided'
  | 'links_off'
  | 'replaced'
  | 'expired'
  | 'needs_new_link'

/** The facts that decide it, all stored. Minor units. */
export interface PageFacts {
  link: { state: 'active' | 'superseded' | 'revoked'; expiresAt: Date | null; lastAttempt: string | null }
  request: { state: 'draft' | 'sent' | 'voided'; settledAt: Date | null; total: bigint }
  live: { open: bigint; inFlight: bigint; settled: bigint; refunded: bigint; voided: bigint }
  /** The request's own attempts, newest first. */
  payments: readonly {
    id: string
    state: PaymentState
    method: Method
    verifyBy: string | null
    createdAt: Date
    settledAt: Date | null
    refunded: bigint
    refunding: bigint
    /** Its bank is taking it back, and has not decided yet. */
    disputed: boolean
  }[]
  /** Neither company nor customer switched them off, and what is open may be charged. */
  linksEnabled: boolean
}

const TRIES_PER_HOUR = 10
const HOUR_MS = 3_600_000
/** How long a page that is loaded anew still says that the last attempt was declined. */
const DECLINE_SHOWN_MS = 10 * 60_000
/** A bank debit fails days later, when its payer has long left the page. */
const FAILED_DEBIT_SHOWN_MS = 14 * 24 * HOUR_MS

/**
 * The one function that says what a page shows. Money comes first: what was paid or is under way is told
 * whatever became of the link. A request that was settled never asks again, also after a refund.
 */
export function pageState(facts: PageFacts, now: Date): PageState {
  const { link, request, live, payments } = facts
  const latest = payments[0]
  // Before `paid`: something paid may be paid once more (K8).
  if (latest !== undefined && isOpen(latest.state)) return underWay(latest)
  const paid = payments.find(({ state }) => state === 'succeeded')
  if (paid !== undefined && (request.settledAt !== null || live.open === 0n)) {
    if (paid.disputed) return 'disputed'
    return paid.refunded + paid.refunding > 0n ? 'refunded' : 'paid'
  }
  if (request.state === 'voided' || link.state === 'revoked') return 'voided'
  // Where a lost dispute is written off, nothing is asked for again, and nothing is paid either.
  if (live.open === 0n && payments.some(({ state }) => state === 'charged_back')) return 'disputed'
  if (live.open === 0n)
    return live.settled > 0n ? 'paid_elsewhere' : live.voided > 0n ? 'voided' : 'paid_elsewhere'
  if (live.inFlight > 0n) return 'someone_else_pays'
  if (!facts.linksEnabled) return 'links_off'
  // Before `replaced`: a link whose time is over opens no other one (K3).
  if (link.expiresAt !== null && link.expiresAt <= now) return 'expired'
  if (link.state === 'superseded') return 'replaced'
  if (isClosedByDecline(facts)) return 'needs_new_link'
  if (pausedUntil(payments, now) !== undefined) return 'too_many_tries'
  if (
    latest?.state === 'failed' &&
    now.getTime() - (latest.settledAt ?? latest.createdAt).getTime() <
      (latest.method === 'ach' ? FAILED_DEBIT_SHOWN_MS : DECLINE_SHOWN_MS)
  ) {
    return 'declined'
  }
  if (latest?.state === 'returned') return 'returned'
  return live.open !== request.total ? 'partly_paid' : 'payable'
}

export function takesMoney(state: PageState): boolean {
  return state === 'payable' || state === 'partly_paid' || state === 'declined' || state === 'returned'
}

/** When a link that was declined too often may be tried again, or undefined if now. */
export function pausedUntil(
  payments: readonly Pick<PageFacts['payments'][number], 'state' | 'createdAt'>[],
  now: Date,
): Date | undefined {
  const declines = payments
    .filter(({ state, createdAt }) => state === 'failed' && now.getTime() - createdAt.getTime() < HOUR_MS)
    .map(({ createdAt }) => createdAt.getTime())
  if (declines.length < TRIES_PER_HOUR) return undefined
  return new Date(Math.max(...declines) + HOUR_MS)
}

/** K10: a link that may not be tried again was tried, and declined. */
function isClosedByDecline({ link, payments }: PageFacts): boolean {
  return (
    link.lastAttempt !== null &&
    payments.some(({ id, state }) => id === link.lastAttempt && state === 'failed')
  )
}

/** Where the holder of a link may want a new one (K3). */
export function wantsNewLink(state: PageState): boolean {
  return state === 'expired' || state === 'replaced' || state === 'needs_new_link'
}

function underWay({ state, verifyBy }: PageFacts['payments'][number]): PageState {
  if (state === 'processing') return 'processing'
  if (state === 'requires_action') return verifyBy === null ? 'action_needed' : 'verify'
  return 'unsure'
}
