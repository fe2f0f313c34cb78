import { requestWords } from './words.ts'

/** What a statement of an ISO day is called, in mails and on its page: `Statement of October 31, 2026`. */
export function statementTitle(asOf: string, locale: string): string {
  return requestWords(locale)('heading_statement', { date: statementDay(asOf, locale) })
}

/** The day of a statement as its customer reads it. */
export function statementDay(isoDate: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  )
}
