import type { StateTable } from '../../lib/state.ts'

type PromiseState = 'open' | 'withdrawn' | 'replaced'

/** Whether an open one was kept is told by what is owed, and is no state. */
export const promiseStates: StateTable<PromiseState, 'withdraw' | 'replace'> = {
  open: { withdraw: 'withdrawn', replace: 'replaced' },
  withdrawn: {},
  replaced: {},
}
