import { formatMoney, toDecimalString } from '../../lib/money.ts'
import { type Language, languageOf, speak } from '../../lib/words.ts'
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
  const say = endingOnce(speak(pageWords, locale))
  return {
    view,
    language,
    title: titleOf(view, say),
    say,
    sayState: endingOnce(speak(stateWords, locale)),
    today,
    money: (amount) => formatMoney(amount, currency, locale),
    figure: (amount) => {
      const text = toDecimalString(amount, currency)
      return numberFormat(locale, text.split('.')[1]?.length ?? 0).format(text as Intl.StringNumericLiteral)
    },
    dueDay: (isoDate) =>
      dateFormat(language, 'UTC', true, !isThisYear(isoDate)).format(new Date(`${isoDate}T00:00:00Z`)),
    dayOf: (instant) =>
      dateFormat(language, timeZone, false, !isThisYear(calendarDay(instant, timeZone))).format(
        new Date(instant),
      ),
    inLanguage: (path) => `${path}?lang=${language}`,
  }
}

/** A name that ends with a full stop (`Fleurs inc.`) ends its sentence too. */
function endingOnce<A extends unknown[]>(say: (...given: A) => string): (...given: A) => string {
  return (...given) => say(...given).replace(/\.\.(?=\s|$)/g, '.')
}

function titleOf({ documents, request }: PayPageView, say: Page['say']): string {
  if (request.kind === 'quick') return say('reference', { reference: request.reference })
  if (documents.length > 1) return say('invoices', { count: documents.length })
  return say('invoice', { number: documents[0]?.number ?? request.reference })
}

const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  return kept(
    numberFormats,
    `${locale} ${digits}`,
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** English days are written `Mon 30 Nov` for everyone: no reader takes that for another day. */
function dateFormat(language: Language, timeZone: string, withWeekday: boolean, withYear: boolean) {
  return kept(dateFormats, `${language} ${timeZone} ${withWeekday} ${withYear}`, () => {
    const options: Intl.DateTimeFormatOptions = { timeZone, day: 'numeric', month: 'short' }
    if (withWeekday) options.weekday = 'short'
    if (withYear) options.year = 'numeric'
    return new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', options)
  })
}

/** The day of an instant as ISO writes it: Swedish writes days that way. */
function calendarDay(instant: string, timeZone: string): string {
  return kept(dateFormats, `iso ${timeZone}`, () => new Intl.DateTimeFormat('sv', { timeZone })).format(
    new Date(instant),
  )
}

const MAX_KEPT = 500

function kept<T>(formats: Map<string, T>, key: string, make: () => T): T {
  const known = formats.get(key)
  if (known) return known
  const made = make()
  if (formats.size < MAX_KEPT) formats.set(key, made)
  return made
}
