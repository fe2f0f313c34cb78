import { bankHolidays } from '../../lib/bank-days.ts'
import { dayAfter, instantOf, type WallTime, wallTimeOf } from './local-time.ts'

/** When a company reminds of what is due. */
export interface Schedule {
  enabled: boolean
  /** Days after the day that an invoice is due, in order; below zero: before. */
  offsets: readonly number[]
  /** `09:00`, where the customer is. */
  timeOfDay: string
  /** Nothing is sent from the one to the other, over midnight where it is the later one. */
  quiet: { from: string; until: string } | null
  /** Not on Saturdays and Sundays, nor on federal holidays in the United States. */
  businessDays: boolean
  /** How many reminders of one invoice at most. */
  most: number
}

/** Where somebody is reminded. */
export interface Place {
  timeZone: string
  country: string | null
}

export interface Step {
  offset: number
  at: Date
  /** It waits until the day that was promised is over. */
  waits: boolean
}

/** A calendar has no more days in a row on which nothing may be sent than this. */
const MOST_MOVES = 60

/** Every step of an invoice that is due on a day, with when it comes, in order. */
export function stepsOf(dueOn: string, schedule: Schedule, place: Place, promisedOn: string | null): Step[] {
  return [...schedule.offsets]
    .sort((a, b) => a - b)
    .map((offset) => {
      const day = dayAfter(dueOn, offset)
      const waits = promisedOn !== null && day <= promisedOn
      const wanted = { day: waits ? dayAfter(promisedOn, 1) : day, time: schedule.timeOfDay }
      return { offset, at: allowedFrom(instantOf(wanted, place.timeZone), schedule, place), waits }
    })
}

/** The first time from this one on at which the schedule lets something be sent to a place. */
export function allowedFrom(from: Date, schedule: Schedule, place: Place): Date {
  let at = from
  for (let move = 0; move < MOST_MOVES; move++) {
    const wall = wallTimeOf(at, place.timeZone)
    const later = movedOn(wall, schedule, place)
    if (later === undefined) return at
    at = instantOf(later, place.timeZone)
  }
  return at
}

function movedOn(wall: WallTime, schedule: Schedule, { country }: Place): WallTime | undefined {
  const { quiet, businessDays, timeOfDay } = schedule
  if (businessDays && !isBusinessDay(wall.day, country))
    return { day: dayAfter(wall.day, 1), time: timeOfDay }
  if (quiet === null || !isWithin(wall.time, quiet)) return undefined
  const isTomorrow = quiet.from > quiet.until && wall.time >= quiet.from
  return { day: isTomorrow ? dayAfter(wall.day, 1) : wall.day, time: quiet.until }
}

function isWithin(time: string, { from, until }: { from: string; until: string }): boolean {
  return from < until ? time >= from && time < until : time >= from || time < until
}

function isBusinessDay(day: string, country: string | null): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  const weekday = date.getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  return country !== 'US' || !bankHolidays(date.getUTCFullYear()).has(day)
}

/** The next step that is still to come. */
export function nextStep(steps: readonly Step[], after: Date): Step | undefined {
  return steps.find(({ at }) => at > after)
}

/**
 * What is to be done of a step that was planned, and of those after it, by now: the newest of them is sent, and the
 * others are overtaken, so that who was not reminded for days is reminded once. `newest` is undefined where none has
 * come yet.
 */
export function ripeSteps(
  steps: readonly Step[],
  planned: number,
  now: Date,
): { newest: Step | undefined; overtaken: readonly Step[] } {
  const ripe = steps.filter(({ offset, at }) => offset >= planned && at <= now)
  return { newest: ripe.at(-1), overtaken: ripe.slice(0, -1) }
}
