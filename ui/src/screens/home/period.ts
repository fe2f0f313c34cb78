/** Days as the API takes them, `2026-11-22`, both included. */
export interface Period {
  from: string
  to: string
}

const DAY_MS = 86_400_000

/** The last days of a company, today included, by its own clock. */
export function lastDays(count: number, timeZone: string, now = new Date()): Period {
  const to = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(now)
  const from = new Date(Date.parse(`${to}T00:00:00Z`) - (count - 1) * DAY_MS)
  return { from: from.toISOString().slice(0, 10), to }
}

/** Every day of a period in its order. */
export function daysOf({ from, to }: Period): string[] {
  const days: string[] = []
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
