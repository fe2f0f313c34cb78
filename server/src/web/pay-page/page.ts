import { exponentOf } from '../../lib/currencies.ts'
import { keeper } from '../../lib/keeper.ts'
import { formatMoney, toDecimalString } from '../../lib/money.ts'
import { type Language, languageOf, speak } from '../../lib/words.ts'
import { documentTitle } from '../../receivables/index.ts'
import { statementTitle } from '../../requests/index.ts'
import { pageWords } from './page-words.ts'
import { stateWords } from './state-words.ts'
import type { PayPageView } from './view.ts'

/** How one page writes words, amounts and dates: what every part of it is handed. */
export interface Page {
  readonly view: PayPageView
  readonly language: Language
  /** What the request is called: `Invoice INV-1042`, `3 invoices`, `Reference 8841`. */
  readonly title: string
  readonly say: ReturnType<typeof speak<keyof (typeof pageWords)['en']>>
  readonly sayState: ReturnType<typeof speak<keyof (typeof stateWords)['en']>>
  /** The calendar day at the company, `2026-11-14`, where the view says when it is. */
  readonly today: string | null
  money(amount: bigint): string
  /** Without the currency, for a column that names it once. */
  figure(amount: bigint): string
  /** A calendar day, `Mon 30 Nov`. */
  dueDay(isoDate: string): string
  /** The day of an instant in the company's time zone, `12 Nov`. */
  dayOf(instant: string): string
  /** The address of a thing of this page, in the page's language whatever the browser's is. */
  inLanguage(path: string): string
}

export function openPage(view: PayPageView): Page {
  const { locale, currency } = view
  const { timeZone } = view.company
  const language = languageOf(locale)
  const today = view.now === undefined ? null : calendarDay(view.now, timeZone)
  const isThisYear = (day: string) => today !== null && day.slice(0, 4) === today.slice(0, 4)
  const say = withNames(speak(pageWords, locale))
  return {
    view,
    language,
    title: titleOf(view, say),
    say,
    sayState: withNames(speak(stateWords, locale)),
    today,
    money: (amount) => formatMoney(amount, currency, locale),
    figure: (amount) =>
      numberFormat(locale, exponentOf(currency))
        .format(toDecimalString(amount, currency) as Intl.StringNumericLiteral)
        .replace('-', MINUS),
    dueDay: (isoDate) => dueDay(language, isoDate, !isThisYear(isoDate)),
    dayOf: (instant) =>
      onOneLine(
        dateFormat(language, timeZone, false, !isThisYear(calendarDay(instant, timeZone))).format(
          new Date(instant),
        ),
      ),
    inLanguage: (path) => `${path}?lang=${language}`,
  }
}

const MINUS = '\u2212'

/** A day is not broken between its number and its month. */
function onOneLine(day: string): string {
  return day.replaceAll(' ', '\u00a0')
}

type Given = Record<string, string | number | Date>

/** A name that ends with a full stop (`Fleurs inc.`) ends its sentence too; one from right to left keeps to itself. */
function withNames<K>(say: (key: K, given?: Given) => string): (key: K, given?: Given) => string {
  return (key, given) => {
    const said = say(key, given && isolated(given))
    return said.includes('..') ? said.replace(/\.\.(?=\s|$)/g, '.') : said
  }
}

/** Letters of the scripts that are written from right to left. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Between the marks that keep a text's direction from what stands around it, where it has one of its own. */
function isolated(given: Given): Given {
  if (!Object.values(given).some((value) => typeof value === 'string' && FROM_RIGHT.test(value))) return given
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' && FROM_RIGHT.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  )
}

function titleOf({ documents, request, locale }: PayPageView, say: Page['say']): string {
  // In the page's language; the reference stays in the one that it was sent in.
  if (request.statementOf !== undefined) return statementTitle(request.statementOf, locale)
  if (request.kind !== 'invoice')
    return request.detail?.title ?? say('reference', { reference: request.reference })
  if (documents.length > 1) return say('invoices', { count: documents.length })
  const [document] = documents
  return documentTitle(document?.type ?? 'invoice', document?.number ?? request.reference, locale)
}

const numberFormats = keeper<Intl.NumberFormat>(500)

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  return numberFormats(
    `${locale} ${digits}`,
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
}

const dateFormats = keeper<Intl.DateTimeFormat>(500)

/** English days are written `Mon 30 Nov` for everyone: no reader takes that for another day. */
function dateFormat(language: Language, timeZone: string, withWeekday: boolean, withYear: boolean) {
  return dateFormats(`${language} ${timeZone} ${withWeekday} ${withYear}`, () => {
    const options: Intl.DateTimeFormatOptions = { timeZone, day: 'numeric', month: 'short' }
    if (withWeekday) options.weekday = 'short'
    if (withYear) options.year = 'numeric'
    return new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', options)
  })
}

const dueDays = keeper<string>(2000)

function dueDay(language: Language, isoDate: string, withYear: boolean): string {
  return dueDays(`${language} ${isoDate} ${withYear}`, () =>
    onOneLine(dateFormat(language, 'UTC', true, withYear).format(new Date(`${isoDate}T00:00:00Z`))),
  )
}

const calendarDays = keeper<string>(2000)
/** As far as the minutes of an ISO instant: no zone's day begins within one. */
const TO_THE_MINUTE = 16

/** The day of an instant as ISO writes it: Swedish writes days that way. */
function calendarDay(instant: string, timeZone: string): string {
  return calendarDays(`${timeZone} ${instant.slice(0, TO_THE_MINUTE)}`, () =>
    dateFormats(`iso ${timeZone}`, () => new Intl.DateTimeFormat('sv', { timeZone })).format(
      new Date(instant),
    ),
  )
}
