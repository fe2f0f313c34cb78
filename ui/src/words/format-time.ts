interface Place {
  locale: string
  timeZone?: string | undefined
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf({ locale, timeZone }: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, options])
  let found = formatters.get(key)
  if (found === undefined) {
    found = new Intl.DateTimeFormat(locale, { ...options, ...(timeZone === undefined ? {} : { timeZone }) })
    formatters.set(key, found)
  }
  return found
}

/** `Mon 30 Nov`; with the year where it is another one than now's. */
export function formatDay(at: Date, place: Place, now = new Date()): string {
  const sameYear = at.getUTCFullYear() === now.getUTCFullYear()
  return formatterOf(place, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at)
}

/** `30 Nov, 14:05`, as a list shows when something happened. */
export function formatMoment(at: Date, place: Place, now = new Date()): string {
  const sameYear = at.getUTCFullYear() === now.getUTCFullYear()
  return formatterOf(place, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at)
}

/** To the second with its zone, for whoever wants to know exactly. */
export function formatExactly(at: Date, place: Place): string {
  return formatterOf(place, { dateStyle: 'full', timeStyle: 'long' }).format(at)
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** `2 hours ago`; never shown without the exact time beside it. */
export function formatRelative(at: Date, locale: string, now = new Date()): string {
  const seconds = (at.getTime() - now.getTime()) / 1000
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const [unit, size] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60]
  return words.format(Math.round(seconds / size), unit)
}
