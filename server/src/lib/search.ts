import { type Currency, currencies, exponentOf } from './currencies.ts'
import { parseDecimal, toMinorUnits } from './decimal.ts'

/** What a person typed to find something: a text, and the amounts it may mean. */
export interface Needle {
  /** A LIKE pattern for lower-case words, each of which stands after a space. */
  pattern: string
  /** In minor units; which of them goes with which currency is in `priced`. */
  amounts: bigint[]
  /** Currency and amount together: `USD12500`. */
  priced: string[]
}

/** More than this many found rows are not named one by one: a scan that looks at each row in turn finds a page sooner. */
export const MOST_FOUND = 1000

/** Reads what was typed: any part of a word, or the beginning of one where it is shorter than three characters. */
export function needleOf(typed: string): Needle {
  const text = typed.trim().toLowerCase()
  const escaped = text.replace(/[\\%_]/g, '\\$&')
  const priced = pricesOf(text)
  return {
    pattern: text.length < 3 ? `% ${escaped}%` : `%${escaped}%`,
    amounts: [...new Set(priced.map(({ amount }) => amount))],
    priced: priced.map(({ amount, currency }) => `${currency}${amount}`),
  }
}

const AMOUNT =
  /^(?:[a-z]{0,3}[$€£¥]|[a-z]{3})?\s*(\d{1,3}(?:[\s.,'’]\d{3})+|\d{1,13})(?:[.,](\d{1,2}))?\s*(?:[$€£¥]|[a-z]{3})?$/

/** The amounts that a text may mean, in each currency that has so many decimals: `1 250,5` as `$1,250.50`. */
function pricesOf(text: string): { amount: bigint; currency: Currency }[] {
  const [, units, decimals = ''] = AMOUNT.exec(text) ?? []
  if (units === undefined) return []
  const value = parseDecimal(`${units.replace(/\D/g, '')}.${decimals.padEnd(1, '0')}`)
  return currencies
    .filter((currency) => decimals.replace(/0+$/, '').length <= exponentOf(currency))
    .map((currency) => ({ currency, amount: toMinorUnits(value, currency, 'half_up') }))
}
