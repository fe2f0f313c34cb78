import type { StateTable } from '../lib/state.ts'

export type DisputeState = 'inquiry' | 'needs_response' | 'under_review' | 'won' | 'lost' | 'closed'
export type DisputeEvent = 'escalate' | 'close' | 'submit' | 'accept' | 'lapse' | 'win' | 'lose'

/**
 * A dispute opens as needs_response, or as an inquiry. Its bank may decide at any time, also before it was answered, and
 * a dispute that was lost may be won after all.
 */
export const disputeStates: StateTable<DisputeState, DisputeEvent> = {
  inquiry: { escalate: 'needs_response', close: 'closed' },
  needs_response: {
    submit: 'under_review',
    accept: 'lost',
    lapse: 'lost',
    win: 'won',
    lose: 'lost',
    close: 'closed',
  },
  under_review: { win: 'won', lose: 'lost', close: 'closed' },
  won: {},
  lost: { win: 'won' },
  closed: {},
}

/** Disputes whose end is open, in which the payment may be taken back still. */
const OPEN_STATES: readonly DisputeState[] = ['inquiry', 'needs_response', 'under_review']

export function isDisputeOpen(state: DisputeState): boolean {
  return OPEN_STATES.includes(state)
}

/**
 * The states that lead from one to another, the nearest way, without the first; undefined where no way does: then what
 * was told is old. What was not heard of in between is passed through, so that nothing that follows from it is left out.
 */
export function wayTo(from: DisputeState, to: DisputeState): DisputeState[] | undefined {
  const ways: DisputeState[][] = [[]]
  const seen = new Set<DisputeState>([from])
  for (const way of ways) {
    const at = way.at(-1) ?? from
    if (at === to) return way
    for (const next of Object.values(disputeStates[at])) {
      if (next === undefined || seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}
