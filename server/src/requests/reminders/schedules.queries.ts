import type { CustomerId } from '../../customers/index.ts'
import type { Company } from '../../identity/index.ts'
import { type Db, sql } from '../../lib/db/index.ts'
import type { Debt } from './debts.queries.ts'
import type { Place, Schedule } from './steps.ts'

/** What a company starts from. */
const DEFAULT_SCHEDULE: Schedule = {
  enabled: false,
  offsets: [-3, 1, 7, 14],
  timeOfDay: '09:00',
  quiet: { from: '20:00', until: '08:00' },
  businessDays: true,
  most: 6,
}

export interface CustomerRule {
  mode: 'company' | 'off' | 'own'
  /** Only where they are its own. */
  offsets: number[] | null
}

interface Row extends Omit<Schedule, 'quiet'> {
  quietFrom: string | null
  quietUntil: string | null
}

export async function findSchedule(db: Db): Promise<Schedule> {
  const row = await db.maybe(sql<Row>`
    select enabled, offsets, time_of_day "timeOfDay", quiet_from "quietFrom", quiet_until "quietUntil",
      business_days "businessDays", most
    from requests.reminder_schedules where company_id = ${db.companyId}`)
  if (row === undefined) return DEFAULT_SCHEDULE
  const { quietFrom: from, quietUntil: until, ...schedule } = row
  return { ...schedule, quiet: from === null || until === null ? null : { from, until } }
}

export async function findRule(db: Db, customerId: CustomerId): Promise<CustomerRule> {
  const row = await db.maybe(sql<CustomerRule>`
    select mode, offsets from requests.reminder_rules where company_id = ${db.companyId} and id = ${customerId}`)
  return row ?? { mode: 'company', offsets: null }
}

/** The schedule as it is for the customer of an invoice: the company's, on their own days where they have some. */
export function scheduleFor(schedule: Schedule, { ownOffsets }: Debt): Schedule {
  return ownOffsets === null ? schedule : { ...schedule, offsets: ownOffsets }
}

/** Where the customer of an invoice is; at the company's own place unless that is known. */
export function placeOf(company: Pick<Company, 'timeZone' | 'country'>, debt: Debt): Place {
  return { timeZone: debt.timeZone ?? company.timeZone, country: debt.country ?? company.country }
}
