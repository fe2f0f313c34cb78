import type { Currency } from '../../lib/currencies.ts'
import { isDecimalText } from '../../lib/decimal.ts'
import { formatMoney, toDecimalString } from '../../lib/money.ts'

const MAX_KEPT = 500
const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** How one document writes amounts, numbers and dates. */
export type Figures = ReturnType<typeof figuresFor>

/** Everything by Intl from decimal text, so no figure is ever rounded or passes through floating point. */
export function figuresFor(locale: string, currency: Currency) {
  return {
    money: (amount: bigint) => formatMoney(amount, currency, locale),
    /** Without the currency, for a column that names it once. */
    plainMoney: (amount: bigint) => {
      const text = toDecimalString(amount, currency)
      return decimal(text, locale, { minimumFractionDigits: text.split('.')[1]?.length ?? 0 })
    },
    /** At least the currency's digits, and all of a finer price. */
    unitPrice: (text: string) =>
      decimal(text, locale, {
        minimumFractionDigits: toDecimalString(0n, currency).split('.')[1]?.length ?? 0,
      }),
    quantity: (text: string) => decimal(text, locale, {}),
    percent: (text: string) => decimal(text, locale, { style: 'unit', unit: 'percent' }),
    day: (isoDate: string) => dateFormat(locale, 'UTC', false).format(new Date(`${isoDate}T00:00:00Z`)),
    moment: (isoInstant: string, timeZone: string) =>
      dateFormat(locale, timeZone, true).format(new Date(isoInstant)),
    dayOf: (isoInstant: string, timeZone: string) =>
      dateFormat(locale, timeZone, false).format(new Date(isoInstant)),
  }
}

/** What is no decimal number is printed as it stands rather than refused: the document is already issued. */
function decimal(text: string, locale: string, options: Intl.NumberFormatOptions): string {
  if (!isDecimalText(text)) return text
  const key = `${locale} ${options.style ?? ''} ${options.minimumFractionDigits ?? 0}`
  const format =
    numberFormats.get(key) ?? new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: 30 })
  if (numberFormats.size < MAX_KEPT) numberFormats.set(key, format)
  return format.format(text as Intl.StringNumericLiteral)
}

function dateFormat(locale: string, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${withTime}`
  const format =
    dateFormats.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone,
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      ...(withTime ? { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } : {}),
    })
  if (dateFormats.size < MAX_KEPT) dateFormats.set(key, format)
  return format
}
