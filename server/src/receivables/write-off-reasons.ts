/** Why a person gives a claim up. */
export const WRITE_OFF_REASONS = [
  'uncollectible',
  'insolvent',
  'contested',
  'too_small',
  'not_found',
  'other',
] as const
export type WriteOffReason = (typeof WRITE_OFF_REASONS)[number]

/** Why a person takes that back. */
export const RECOVERY_REASONS = ['paid', 'will_pay', 'mistake', 'other'] as const
export type RecoveryReason = (typeof RECOVERY_REASONS)[number]
