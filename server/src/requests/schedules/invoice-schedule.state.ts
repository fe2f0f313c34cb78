import type { StateTable } from '../../lib/state.ts'

export type InvoiceScheduleState = 'active' | 'paused' | 'ended'
export type InvoiceScheduleEvent = 'edit' | 'pause' | 'resume' | 'end'

/** What was issued stays; what ended issues nothing any more. */
export const invoiceScheduleStates: StateTable<InvoiceScheduleState, InvoiceScheduleEvent> = {
  active: { edit: 'active', pause: 'paused', end: 'ended' },
  paused: { edit: 'paused', resume: 'active', end: 'ended' },
  ended: {},
}
