/** Why a reminder is not sent, weightiest first. */
export const SKIP_REASONS = [
  'switched_off',
  'customer_excluded',
  'voided',
  'written_off',
  'paid',
  'being_paid',
  'disputed',
  'promised',
  'overtaken',
  'reminded_today',
  'limit_reached',
  'no_address',
  'address_suppressed',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** All that decides whether an invoice is reminded of now. Minor units. */
export interface ReminderFacts {
  enabled: boolean
  excluded: boolean
  state: 'open' | 'void' | 'written_off'
  open: bigint
  inFlight: bigint
  disputed: boolean
  /** It was reminded of on the same day there, by a person or after an outage. */
  remindedToday: boolean
  /** How many reminders of it went out by the schedule, and how many may. */
  sent: number
  most: number
  recipient: string | null
  suppressed: boolean
}

/** Why an invoice is not reminded of; undefined where it is. What is sent and what is simulated ask this alike. */
export function reasonToSkip(facts: ReminderFacts): SkipReason | undefined {
  if (!facts.enabled) return 'switched_off'
  if (facts.excluded) return 'customer_excluded'
  if (facts.state === 'void') return 'voided'
  if (facts.state === 'written_off') return 'written_off'
  if (facts.inFlight > 0n) return 'being_paid'
  if (facts.open <= 0n) return 'paid'
  if (facts.disputed) return 'disputed'
  if (facts.remindedToday) return 'reminded_today'
  if (facts.sent >= facts.most) return 'limit_reached'
  if (facts.recipient === null) return 'no_address'
  if (facts.suppressed) return 'address_suppressed'
  return undefined
}

/** After these nothing more is planned; what changes them plans anew. */
const FINAL: ReadonlySet<SkipReason> = new Set([
  'switched_off',
  'customer_excluded',
  'voided',
  'written_off',
  'paid',
  'limit_reached',
])

export function isFinal(reason: SkipReason | undefined): boolean {
  return reason !== undefined && FINAL.has(reason)
}
