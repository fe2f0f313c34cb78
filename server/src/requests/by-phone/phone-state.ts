import { type Permission, sessionMay } from '../../identity/index.ts'
import { systemClock } from '../../lib/clock.ts'
import { type Db, sql } from '../../lib/db/index.ts'
import { isOpen, type Payment, type PaymentState } from '../../payments/index.ts'
import { pausedUntil } from '../page-state.ts'
import type { RequestId } from '../requests.queries.ts'
import type { PhoneDebt } from './phone-debt.ts'
import type { PhonePage } from './phone-pages.queries.ts'

/** Requirement 2: who may receive payments. */
export const TAKES_PAYMENTS: Permission = 'payments.receive'

/** What a page for a payment by phone shows. Its form stands in the first two. */
export type PhoneState =
  | 'payable'
  | 'declined'
  | 'too_many_tries'
  | 'unsure'
  | 'action_needed'
  | 'someone_else_pays'
  | 'amount_changed'
  | 'nothing_owed'
  /** It took its payment. */
  | 'taken'
  /** Its time is over, or the session's, or what its person may do. */
  | 'ended'

export interface PhoneFacts {
  page: PhonePage
  debt: PhoneDebt
  /** Its last try. */
  payment: Payment | undefined
  /** Its person is signed in still, and may receive payments. */
  isAllowed: boolean
  /** Until when what is paid was declined too often. */
  pausedUntil: Date | undefined
}

/**
 * Whoever's right to it ended sees nothing more. The page's own payment comes next: once it took one it takes no other,
 * and what is under way is told when its time is over too.
 */
export function phoneState({ page, debt, payment, isAllowed, pausedUntil }: PhoneFacts): PhoneState {
  if (!isAllowed) return 'ended'
  if (payment !== undefined && !isWithoutMoney(payment.state)) return underWay(payment.state)
  if (page.expiresAt <= systemClock.now()) return 'ended'
  if (debt.request?.state === 'voided' || debt.open === 0n) return 'nothing_owed'
  if (debt.inFlight > 0n) return 'someone_else_pays'
  if (debt.open !== page.amount) return 'amount_changed'
  if (pausedUntil !== undefined) return 'too_many_tries'
  return payment?.state === 'failed' ? 'declined' : 'payable'
}

function isWithoutMoney(state: PaymentState): boolean {
  return state === 'failed' || state === 'canceled'
}

function underWay(state: PaymentState): PhoneState {
  if (state === 'requires_action') return 'action_needed'
  return isOpen(state) && state !== 'processing' ? 'unsure' : 'taken'
}

/** Whether the person of a page is still there and may still do it. */
export function isAllowed(db: Db, { sessionId }: PhonePage): Promise<boolean> {
  return sessionMay(db, { id: sessionId, permission: TAKES_PAYMENTS, now: systemClock.now() })
}

/** When a request that was declined too often, by whomever, may be tried again. `now` is business time. */
export async function readPause(
  db: Db,
  requestId: RequestId | undefined,
  now: Date,
): Promise<Date | undefined> {
  if (requestId === undefined) return undefined
  const tries = await db.many(sql<{ state: PaymentState; createdAt: Date }>`
    select state, created_at "createdAt" from payments.payments_view
    where company_id = ${db.companyId} and purpose_id = ${requestId} and state = 'failed'
    order by id desc limit 30`)
  return pausedUntil(tries, now)
}
