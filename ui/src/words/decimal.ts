/** Decimal text of the API (`1240.5`, `0.3335`) with all its digits: a quantity, or a price in major units. */
export function formatDecimal(text: string, locale: string, minimumFractionDigits = 0): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 15 }).format(
    text as Intl.StringNumericLiteral,
  )
}

/** Decimal text of the API as a person types it into a field: `12.50`, in French `12,50`. */
export function plainDecimal(text: string, locale: string): string {
  return isFrench(locale) ? text.replace('.', ',') : text
}

/** In English a comma before three digits parts thousands, in front of whatever else they come: never in `0,125`. */
const GROUPED = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/

/**
 * Decimal text as the API takes it, of what a person typed (`12,5`, `1 240.50`, in English `1,240`); undefined where it is
 * no number.
 */
export function readDecimal(typed: string, locale: string): string | undefined {
  const text = typed.replace(/[\s\u00a0\u202f'’$€£¥%]/g, '')
  return /^-?\d{1,15}(\.\d{1,15})?$/.exec(withPoint(text, locale))?.[0]
}

function withPoint(text: string, locale: string): string {
  if (!isFrench(locale) && GROUPED.test(text)) return text.replaceAll(',', '')
  if (/[.,]\d{3}[.,]/.test(text)) return text.replace(/[.,](?=\d{3}[.,])/g, '').replace(',', '.')
  return text.replace(',', '.')
}

function isFrench(locale: string): boolean {
  return locale.startsWith('fr')
}
