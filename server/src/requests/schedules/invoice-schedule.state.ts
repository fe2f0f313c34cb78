import type { StateTable } from '../../lib/state.ts'

export type InvoiceScheduleState = 'active' | 'paused' | 'ended'
export type InvoiceScheduleEvent = 'pause' | 'resume' | 'end'

/** What was issued stays; what ended issues nothing any more. */
export const invoiceScheduleStates: StateTable<InvoiceScheduleState, InvoiceScheduleEvent> = {
  active: { pause: 'paused', end: 'ended' },
  paused: { resume: 'active', end: 'ended' },
  ended: {},
}
