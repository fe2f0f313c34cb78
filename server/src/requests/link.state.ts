import type { StateTable } from '../lib/state.ts'

export type LinkState = 'active' | 'superseded' | 'revoked'
export type LinkEvent = 'supersede' | 'revoke'

export const linkStates: StateTable<LinkState, LinkEvent> = {
  active: { supersede: 'superseded', revoke: 'revoked' },
  superseded: { revoke: 'revoked' },
  revoked: {},
}
