/** The days on which banks of the United States move money: those of the Federal Reserve. Days are `2026-11-30`. */

type DayOf = (year: number) => Date

const fixed =
  (month: number, day: number): DayOf =>
  (year) =>
    new Date(Date.UTC(year, month - 1, day))

/** The nth weekday (0 is Sunday) of a month; -1: the last. */
const nth =
  (month: number, weekday: number, n: number): DayOf =>
  (year) => {
    if (n === -1) {
      const last = new Date(Date.UTC(year, month, 0))
      return addDays(last, -((last.getUTCDay() - weekday + 7) % 7))
    }
    const first = new Date(Date.UTC(year, month - 1, 1))
    return addDays(first, ((weekday - first.getUTCDay() + 7) % 7) + 7 * (n - 1))
  }

const MONDAY = 1
const THURSDAY = 4

const HOLIDAYS: readonly DayOf[] = [
  fixed(1, 1), // New Year's Day
  nth(1, MONDAY, 3), // Martin Luther King Jr. Day
  nth(2, MONDAY, 3), // Washington's Birthday
  nth(5, MONDAY, -1), // Memorial Day
  fixed(6, 19), // Juneteenth
  fixed(7, 4), // Independence Day
  nth(9, MONDAY, 1), // Labor Day
  nth(10, MONDAY, 2), // Columbus Day
  fixed(11, 11), // Veterans Day
  nth(11, THURSDAY, 4), // Thanksgiving Day
  fixed(12, 25), // Christmas Day
]

const closures = new Map<number, ReadonlySet<string>>()

/** The weekdays of a year on which the Federal Reserve is closed: a holiday on a Sunday closes Monday, on a Saturday no day. */
export function bankHolidays(year: number): ReadonlySet<string> {
  const known = closures.get(year)
  if (known !== undefined) return known
  const days = new Set(
    HOLIDAYS.map((of) => of(year))
      .filter((day) => day.getUTCDay() !== 6)
      .map((day) => isoDay(day.getUTCDay() === 0 ? addDays(day, 1) : day)),
  )
  closures.set(year, days)
  return days
}

export function isBankDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  const weekday = date.getUTCDay()
  return weekday !== 0 && weekday !== 6 && !bankHolidays(date.getUTCFullYear()).has(day)
}

/** The bank day that is so many bank days after a day; of none, the day itself or the first one after it. */
export function bankDayAfter(day: string, count: number): string {
  let date = new Date(`${day}T00:00:00Z`)
  while (!isBankDay(isoDay(date))) date = addDays(date, 1)
  for (let left = count; left > 0; left -= 1) {
    do date = addDays(date, 1)
    while (!isBankDay(isoDay(date)))
  }
  return isoDay(date)
}

const inNewYork = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The bank day on which what is sent at an instant goes out: the next one where that day's cut-off (`18:00`, New York) is over. */
export function bankDayOf(instant: Date, cutOff: string): string {
  const parts = new Map(inNewYork.formatToParts(instant).map(({ type, value }) => [type, value]))
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
  const isLate = `${parts.get('hour')}:${parts.get('minute')}` >= cutOff
  const next = isoDay(addDays(new Date(`${day}T00:00:00Z`), 1))
  return bankDayAfter(isLate && isBankDay(day) ? next : day, 0)
}

function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000)
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
