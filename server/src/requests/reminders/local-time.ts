import { keeper } from '../../lib/keeper.ts'

/** What a clock on the wall shows somewhere: `2026-11-30` and `09:00`. */
export interface WallTime {
  day: string
  time: string
}

const DAY_MS = 86_400_000
const formats = keeper<Intl.DateTimeFormat>(500)

export function wallTimeOf(at: Date, timeZone: string): WallTime {
  const format = formats(
    timeZone,
    () =>
      new Intl.DateTimeFormat('en-CA', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  )
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  }
}

/**
 * When a clock somewhere shows a time. Where it shows it twice, since it is set back, the first; where it never does,
 * since it is set forward over it, as much later as it is set.
 */
export function instantOf({ day, time }: WallTime, timeZone: string): Date {
  const wanted = asUtc({ day, time })
  const tries = [DAY_MS, -DAY_MS].map((aside) => wanted - offsetAt(wanted - aside, timeZone))
  const [before = wanted, after = wanted] = tries
  const shown = (at: number) => asUtc(wallTimeOf(new Date(at), timeZone)) === wanted
  // What the offset of the day before makes comes first on a day that is set back, and stands for a time that is left out.
  return new Date(shown(before) || !shown(after) ? before : after)
}

function offsetAt(at: number, timeZone: string): number {
  return asUtc(wallTimeOf(new Date(at), timeZone)) - Math.floor(at / 60_000) * 60_000
}

function asUtc({ day, time }: WallTime): number {
  return Date.parse(`${day}T${time}:00Z`)
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
