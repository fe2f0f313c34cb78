/** The day that it is where the company is, as a date field wants it: the server counts by that too. */
export function isoDay(at: Date, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', timeZone === undefined ? {} : { timeZone }).format(at)
}
