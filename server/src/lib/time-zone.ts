import { InvalidRequest } from './errors.ts'

/** Throws for what is no time zone; `America/New_York` is one. */
export function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw new InvalidRequest(
      'This is not a time zone. Write it like America/New_York. Nothing was changed.',
      {
        field: 'time_zone',
        details: { reason: 'time_zone' },
      },
    )
  }
}
