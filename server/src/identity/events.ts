import { defineEvent } from '../lib/events.ts'

/** Signed in, and from where. */
export const sessionStarted = defineEvent<{ address: string; user_agent: string }>('session.started')
/** Signed in with a browser that never was this person's before. */
export const newBrowserSeen = defineEvent<{ address: string; user_agent: string }>('user.new_browser_seen')
export const sessionEnded = defineEvent<{ reason: string }>('session.ended')
/** Goes on in this company, which it was not in before. */
export const sessionMoved = defineEvent<Record<string, never>>('session.moved')

/** Name or language. */
export const detailsChanged = defineEvent<Record<string, never>>('user.details_changed')
/** Chosen for the first time, changed by who knew the one before, or set anew by a mailed link. */
export const passwordChanged = defineEvent<{ how: 'first' | 'changed' | 'reset' }>('user.password_changed')
export const secondFactorOn = defineEvent<Record<string, never>>('user.second_factor_turned_on')
export const secondFactorOff = defineEvent<Record<string, never>>('user.second_factor_turned_off')

interface Roles {
  roles: readonly string[]
}
/** Invited, or again: what is mailed is the link that is good now. */
export const memberInvited = defineEvent<Roles>('membership.invited')
export const memberJoined = defineEvent<Record<string, never>>('membership.accepted')
export const memberChanged = defineEvent<{
  before: Roles & { status: string }
  after: Roles & { status: string }
}>('membership.changed')
/** What a role may do in this company; null is the preset table's. */
export const roleChanged = defineEvent<{
  role: string
  before: readonly string[] | null
  after: readonly string[] | null
}>('role.changed')
export const noticesChanged = defineEvent<{ muted: readonly string[] }>('membership.notices_changed')
export const companyChanged = defineEvent<{ before: unknown; after: unknown }>('company.changed')
/** Another logo is shown, or none: the ids of the pictures, and the digest of the one that is shown now. */
export const logoChanged = defineEvent<{
  before: string | null
  after: string | null
  sha256: string | null
}>('company.logo_changed')
