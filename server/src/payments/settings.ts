import { Type } from 'typebox'
import { defineSetting, type Setting } from '../identity/index.ts'
import { clearingSettings } from './clearing/settings.ts'
import { bnplRefundDays } from './refund-period.ts'

const DAYS = Type.Integer({ minimum: 0, maximum: 30 })

/** K20: how long a bank debit is said to take. */
export const achDaysMin = defineSetting({
  key: 'ach.days_min',
  schema: DAYS,
  fallback: 3,
  writableBy: 'company',
  description: 'After how many bank days a bank debit (ACH) is expected to clear at the earliest (0 to 30).',
})

export const achDaysMax = defineSetting({
  key: 'ach.days_max',
  schema: DAYS,
  fallback: 8,
  writableBy: 'company',
  description:
    'After how many bank days a bank debit (ACH) is expected to clear at the latest (0 to 30); never less than ach.days_min.',
})

/** Stripe's pages name 18:00 and 19:00: so it is a setting. */
export const achCutOff = defineSetting({
  key: 'ach.cut_off',
  schema: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', 'x-unit': 'time_of_day' }),
  fallback: '18:00',
  writableBy: 'company',
  description:
    'The time of day in New York from which a bank debit (ACH) goes out on the next bank day, as 18:00.',
})

export const paymentSettings: readonly Setting[] = [
  achDaysMin,
  achDaysMax,
  achCutOff,
  bnplRefundDays,
  ...clearingSettings,
]
