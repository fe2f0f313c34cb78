/** Days as the API takes them, `2026-11-22`, both included. */
export interface Period {
  from: string
  to: string
}

const DAY_MS = 86_400_000

/** Every day of a period in its order. */
export function daysOf({ from, to }: Period): string[] {
  const days: string[] = []
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
