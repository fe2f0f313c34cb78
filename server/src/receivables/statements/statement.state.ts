import type { StateTable } from '../../lib/state.ts'

export const STATEMENT_STATES = ['created', 'sent', 'superseded'] as const
export type StatementState = (typeof STATEMENT_STATES)[number]
export type StatementEvent = 'send' | 'supersede'

/** A newer one of the customer in the currency that is sent takes the place of all before it. */
export const statementStates: StateTable<StatementState, StatementEvent> = {
  created: { send: 'sent', supersede: 'superseded' },
  sent: { send: 'sent', supersede: 'superseded' },
  superseded: {},
}

/** From stored facts: both are kept with what they say, when and by which. */
export function statementState(statement: {
  sentAt: Date | null
  supersededBy: string | null
}): StatementState {
  if (statement.supersededBy !== null) return 'superseded'
  return statement.sentAt === null ? 'created' : 'sent'
}
