/** From when, and how often. Days are `2026-11-30`. */
export interface Rhythm {
  unit: 'week' | 'month'
  every: number
  startsOn: string
  endsOn: string | null
}

/**
 * The day of a schedule after so many others: in months without that day the last one, and then that day again.
 * Undefined once the schedule is over.
 */
export function occurrence({ unit, every, startsOn, endsOn }: Rhythm, passed: number): string | undefined {
  const [year = 0, month = 1, dayOfMonth = 1] = startsOn.split('-').map(Number)
  const day =
    unit === 'week'
      ? new Date(Date.UTC(year, month - 1, dayOfMonth + 7 * every * passed))
      : monthLater(year, month - 1 + every * passed, dayOfMonth)
  const text = day.toISOString().slice(0, 10)
  return endsOn !== null && text > endsOn ? undefined : text
}

/** How many days of a schedule lie before a day. */
export function passedBefore(rhythm: Rhythm, day: string): number {
  let passed = 0
  for (let on = occurrence(rhythm, passed); on !== undefined && on < day; on = occurrence(rhythm, passed))
    passed += 1
  return passed
}

function monthLater(year: number, month: number, dayOfMonth: number): Date {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(dayOfMonth, last)))
}
