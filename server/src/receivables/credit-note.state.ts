import type { StateTable } from '../lib/state.ts'

export type CreditNoteState = 'issued' | 'void'
export type CreditNoteEvent = 'void'

/** One is voided only while nothing of its credit is used. */
export const creditNoteStates: StateTable<CreditNoteState, CreditNoteEvent> = {
  issued: { void: 'void' },
  void: {},
}
