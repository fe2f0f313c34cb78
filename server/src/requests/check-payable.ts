import type { Db } from '../lib/db/index.ts'
import { isCharged } from '../lib/methods.ts'
import { LinkNotPayable, MethodNotOffered, TooManyTries } from './errors.ts'
import { methodsOf, type PageFound, stateOf } from './page.queries.ts'
import { pausedUntil, takesMoney } from './page-state.ts'
import { mayPayAnyway } from './pay-anyway.ts'
import type { Submission } from './submission.ts'

/** Nothing is reserved for it, since nothing is owed: all of it becomes credit. */
export async function checkAnyway(db: Db, page: PageFound, now: Date, submission: Submission): Promise<void> {
  const { amount, currency } = submission
  if (!(await mayPayAnyway(db, page, now)) || amount !== page.total || currency !== page.currency) {
    throw new LinkNotPayable(
      'This is paid already and takes no further payment. Nothing was charged; reload the page to see it.',
      { details: { state: stateOf(page, now) } },
    )
  }
}

/** K1, decided again: settings, account or amount may be others than when the page was shown. */
export function checkOffered(page: PageFound, { method, anyway }: Submission): void {
  const amount = anyway ? page.total : page.facts.live.open
  const offered = methodsOf(page, amount)
  // That nothing is owed any more is said by the reservation.
  if (amount === 0n || (isCharged(method) && offered.includes(method))) return
  throw new MethodNotOffered(
    'This cannot be paid in this way (any more). Nothing was charged; reload the page and choose another.',
    { field: 'method', details: { methods: offered } },
  )
}

export function checkPayable(page: PageFound, now: Date): void {
  const state = stateOf(page, now)
  const pause = pausedUntil(page.facts.payments, now)
  if (state === 'too_many_tries' && pause !== undefined) {
    throw new TooManyTries(
      'There were too many declined tries. Nothing was charged; please wait an hour or pay another way.',
      {
        details: { retry_after_seconds: Math.ceil((pause.getTime() - now.getTime()) / 1000) },
      },
    )
  }
  // What is in flight or settled is said by the reservation, with its own words.
  if (!takesMoney(state) && !RESERVATION_SAYS.has(state)) {
    throw new LinkNotPayable(
      'This link takes no payment any more. Nothing was charged; reload the page to see why.',
      { details: { state } },
    )
  }
}

const RESERVATION_SAYS = new Set([
  'unsure',
  'action_needed',
  'verify',
  'processing',
  'someone_else_pays',
  'paid_elsewhere',
])
