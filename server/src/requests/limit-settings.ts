import { Type } from 'typebox'
import { defineSetting, readSettings, type Setting } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import type { RateRule } from '../lib/rate-counter.ts'

const HOUR_SECONDS = 3600
const MOST = 100_000

/** Payments tried, counted before it is known what the company's setting allows of them. */
export const MOST_TRIES: RateRule = { name: 'pay.tries', limit: MOST, windowSeconds: HOUR_SECONDS }

const triesPerAddress = defineSetting({
  key: 'limits.tries_per_address',
  schema: Type.Integer({ minimum: 1, maximum: MOST }),
  fallback: 300,
  writableBy: 'operator',
  description:
    'How many card payments one internet address may start on the company’s pages within an hour, whatever becomes of them (1 to 100000).',
})

const declinesPerAddress = defineSetting({
  key: 'limits.declines_per_address',
  schema: Type.Integer({ minimum: 1, maximum: MOST }),
  fallback: 20,
  writableBy: 'operator',
  description:
    'How many declined cards one internet address may try on the company’s pages within an hour; then it waits an hour (1 to 100000).',
})

const renewalsPerAddress = defineSetting({
  key: 'limits.renewals_per_address',
  schema: Type.Integer({ minimum: 1, maximum: MOST }),
  fallback: 20,
  writableBy: 'operator',
  description:
    'How many new links one internet address may ask for on the company’s pages within an hour, beside what each link allows (1 to 100000).',
})

const declineSurge = defineSetting({
  key: 'limits.decline_surge',
  schema: Type.Integer({ minimum: 2, maximum: MOST }),
  fallback: 50,
  writableBy: 'company',
  description:
    'How many declined cards within an hour, over all links of the company, are a surge that staff should look at (2 to 100000).',
})

const surgePauseMinutes = defineSetting({
  key: 'limits.surge_pause_minutes',
  schema: Type.Integer({ minimum: 0, maximum: 1440 }),
  fallback: 0,
  writableBy: 'company',
  description:
    'For how many minutes a surge of declined cards pauses card payments by all links of the company; 0 for not at all (0 to 1440). Payments under way go on. Resolving the surge’s priority ends the pause, and so does `bin/operator end-surge`.',
})

export const limitSettings: readonly Setting[] = [
  triesPerAddress,
  declinesPerAddress,
  renewalsPerAddress,
  declineSurge,
  surgePauseMinutes,
]

/** What a company's pages take of payers, all over an hour (ADR 20). */
export interface PayerLimits {
  /** From one address, as `MOST_TRIES` counts them. */
  triesPerHour: number
  declines: RateRule
  renewals: RateRule
  /** Of all payers together. */
  surge: RateRule
  surgePauseMinutes: number
}

/** The limits as the company's settings say, in one read. */
export async function readPayerLimits(db: Db): Promise<PayerLimits> {
  const values = await readSettings(db, limitSettings)
  const hourly = (name: string, { key }: Setting) => ({
    name,
    limit: values.get(key) as number,
    windowSeconds: HOUR_SECONDS,
  })
  return {
    triesPerHour: values.get(triesPerAddress.key) as number,
    declines: { ...hourly('pay.declines', declinesPerAddress), pauseSeconds: HOUR_SECONDS },
    renewals: hourly('pay.renewals', renewalsPerAddress),
    surge: { ...hourly('pay.surge', declineSurge), pauseSeconds: HOUR_SECONDS },
    surgePauseMinutes: values.get(surgePauseMinutes.key) as number,
  }
}
