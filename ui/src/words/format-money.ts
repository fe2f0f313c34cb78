/** How many digits stand after the point in a currency: 2 for USD, 0 for JPY. */
function decimalsOf(currency: string): number {
  return formatterOf('en', currency).resolvedOptions().maximumFractionDigits ?? 2
}

/** Minor units as text: `$1,240.50`, `1 240,50 $`, `1 240,50 €`, and US dollars in Canada `1 240,50 $ US`. No amount passes through a fraction. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  return formatterOf(locale, currency).format(toDecimal(amount, currency))
}

/** For the axis of a chart: `$1.2K`, `1,2 k $`. */
export function formatMoneyShort(amount: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(toDecimal(amount, currency))
}

/** As a person types it into a field: `1240.50`, `1240,50`. */
export function plainMoney(amount: number, currency: string, locale: string): string {
  const digits = decimalsOf(currency)
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  }).format(toDecimal(amount, currency))
}

/**
 * What a person typed as minor units: `1,240.50`, `1 240,50`, `1240`. Undefined where it is no amount of this
 * currency. The last point or comma with no more digits after it than the currency has is the decimal one.
 */
export function readMoney(typed: string, currency: string): number | undefined {
  const digits = decimalsOf(currency)
  const text = typed.replace(/[\s\u00a0\u202f'’$€£¥]/g, '')
  const found = /^(\d[\d.,]*?)(?:[.,](\d*))?$/.exec(text)
  if (found === null) return undefined
  let [, whole = '', fraction = ''] = found
  if (fraction.length > digits) {
    // `1,240` is a thousand and more, and `12,4051` is nothing that anybody means.
    if (fraction.length !== 3) return undefined
    whole += fraction
    fraction = ''
  }
  if (!/^\d+$|^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole)) return undefined
  const minor = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(digits, '0'))
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** Minor units as decimal text, which `Intl` reads without rounding. */
function toDecimal(amount: number, currency: string): Intl.StringNumericLiteral {
  const digits = decimalsOf(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return `${amount < 0 ? '-' : ''}${decimal}` as Intl.StringNumericLiteral
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatterOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  let found = formatters.get(key)
  if (found === undefined) {
    const options = {
      style: 'currency',
      currency: currency.toUpperCase(),
      currencyDisplay: 'symbol',
    } as const
    found = new Intl.NumberFormat(locale, options)
    formatters.set(key, found)
  }
  return found
}
