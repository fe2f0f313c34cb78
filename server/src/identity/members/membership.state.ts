import type { StateTable } from '../../lib/state.ts'

export type MembershipState = 'invited' | 'active' | 'suspended' | 'removed' | 'revoked'
type MembershipEvent = 'invite' | 'accept' | 'revoke' | 'suspend' | 'resume' | 'remove'

/** model.md M2. Who left or never came may be invited again. */
export const membershipStates: StateTable<MembershipState, MembershipEvent> = {
  invited: { accept: 'active', revoke: 'revoked' },
  active: { suspend: 'suspended', remove: 'removed' },
  suspended: { resume: 'active', remove: 'removed' },
  removed: { invite: 'invited' },
  revoked: { invite: 'invited' },
}
