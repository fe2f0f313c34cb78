import type { StateTable } from '../../lib/state.ts'

export type BulkItemState = 'waiting' | 'done' | 'skipped' | 'failed' | 'canceled'
type BulkItemEvent = 'send' | 'skip' | 'fail' | 'cancel'

/** Whether a done one is queued, sent or failed after all is said by its mail. */
export const bulkItemStates: StateTable<BulkItemState, BulkItemEvent> = {
  waiting: { send: 'done', skip: 'skipped', fail: 'failed', cancel: 'canceled' },
  done: {},
  skipped: {},
  failed: {},
  canceled: {},
}
