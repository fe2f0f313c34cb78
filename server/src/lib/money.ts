import { type Currency, exponentOf } from './currencies.ts'
import {
  type Decimal,
  decimalOf,
  decimalText,
  divideRounded,
  isDecimalText,
  parseDecimal,
  type RoundingMode,
  unscale,
} from './decimal.ts'
import { DomainError } from './errors.ts'
import { keeper } from './keeper.ts'

/** Minor units of an ISO 4217 currency: `{ amount: 124050n, currency: 'USD' }` is $1,240.50. */
export type Money = { readonly amount: bigint; readonly currency: Currency }

/** The largest amount the product takes: the wire carries integers that every JSON reader holds exactly. */
export const MAX_AMOUNT = 9_007_199_254_740_991n
const MIN_AMOUNT = -MAX_AMOUNT

export class AmountInvalid extends DomainError {
  readonly code = 'amount_invalid'
  readonly status = 422
}

export class CurrencyMismatch extends DomainError {
  readonly code = 'currency_mismatch'
  readonly status = 422
}

function isAmountInRange(amount: bigint): boolean {
  return amount >= MIN_AMOUNT && amount <= MAX_AMOUNT
}

export function assertAmountInRange(amount: bigint, field?: string): bigint {
  if (isAmountInRange(amount)) return amount
  throw invalid(
    `The amount ${shorten(amount.toString())} is beyond what can be kept exactly (${MAX_AMOUNT}).`,
    field,
  )
}

export function money(amount: bigint, currency: Currency): Money {
  return { amount, currency }
}

export function add(left: Money, right: Money): Money {
  return money(left.amount + right.amount, sameCurrency(left, right))
}

export function subtract(left: Money, right: Money): Money {
  return money(left.amount - right.amount, sameCurrency(left, right))
}

/** -1, 0 or 1, as a sort function wants it. */
export function compare(left: Money, right: Money): -1 | 0 | 1 {
  sameCurrency(left, right)
  return left.amount < right.amount ? -1 : left.amount > right.amount ? 1 : 0
}

export function min(left: Money, right: Money): Money {
  return compare(left, right) <= 0 ? left : right
}

export function max(left: Money, right: Money): Money {
  return compare(left, right) >= 0 ? left : right
}

/** The currency is named so that the sum of nothing has one. */
export function sum(items: Iterable<Money>, currency: Currency): Money {
  let total = money(0n, currency)
  for (const item of items) total = add(total, item)
  return total
}

export function sumAmounts(amounts: Iterable<bigint>): bigint {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

export function absolute(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}

/**
 * Shares an amount by weights (integers, or decimal strings), by largest remainder: every share is its exact
 * part rounded down, and what is left goes one unit each to the largest fractions, the first of equals first.
 * The shares always sum to the amount; a share with weight zero gets nothing.
 */
export function allocate(amount: bigint, weights: readonly (bigint | string)[]): bigint[] {
  const integers = toIntegers(weights)
  const total = sumAmounts(integers)
  if (integers.some((weight) => weight < 0n) || total === 0n) {
    throw new RangeError('an allocation needs weights that are not negative and not all zero')
  }
  const shares = integers.map((weight) => divideRounded(amount * weight, total, 'floor'))
  let left = amount - sumAmounts(shares)
  const byFraction = integers
    .map((weight, index) => ({ index, fraction: amount * weight - (shares[index] ?? 0n) * total }))
    .sort((a, b) => (a.fraction === b.fraction ? a.index - b.index : a.fraction > b.fraction ? -1 : 1))
  for (const { index } of byFraction) {
    if (left === 0n) break
    shares[index] = (shares[index] ?? 0n) + 1n
    left -= 1n
  }
  return shares
}

/** Equal shares; the first ones carry what does not divide. */
export function split(amount: bigint, parts: number): bigint[] {
  return allocate(amount, new Array<bigint>(parts).fill(1n))
}

/** Cash rounding: to the nearest multiple of so many minor units (5n for Swiss francs). */
export function roundToIncrement(amount: bigint, increment: bigint, mode: RoundingMode = 'half_up'): bigint {
  return divideRounded(amount, increment, mode) * increment
}

/** Exact: `1240.50` USD is 124050n. More digits than the currency has are refused unless a rounding mode is given. */
export function parseAmount(text: string, currency: Currency, mode?: RoundingMode, field?: string): bigint {
  if (!isDecimalText(text))
    throw invalid(`${JSON.stringify(shorten(text))} is not an amount such as 1240.50.`, field)
  const { unscaled, scale } = unscale(parseDecimal(text))
  const exponent = exponentOf(currency)
  if (scale > exponent && mode === undefined) {
    throw invalid(`${text} has more decimal digits than ${currency}, which has ${exponent}.`, field)
  }
  const amount =
    scale > exponent
      ? divideRounded(unscaled, 10n ** BigInt(scale - exponent), mode ?? 'half_up')
      : unscaled * 10n ** BigInt(exponent - scale)
  return assertAmountInRange(amount, field)
}

/** The amount in major units with all the currency's digits: `1240.50`, `-0.05`, `1241` for yen. */
export function toDecimalString(amount: bigint, currency: Currency): string {
  return decimalText(amount, exponentOf(currency))
}

export function toDecimal(amount: bigint, currency: Currency): Decimal {
  return decimalOf(amount, exponentOf(currency))
}

/**
 * For a person, by Intl. The default is CLDR's `symbol`, which is bare only where it cannot be mistaken: US dollars
 * are `$1,240.50` in en-US but `1 240,50 $ US` in fr-CA, where `1 240,50 $` is Canadian. Pass `narrowSymbol`
 * only where the currency's name stands beside it. Digits are those of ISO 4217, not CLDR's.
 */
export function formatMoney(
  amount: bigint,
  currency: Currency,
  locale: string,
  display: 'symbol' | 'narrowSymbol' | 'code' = 'symbol',
): string {
  const text = toDecimalString(amount, currency) as Intl.StringNumericLiteral
  return formatterFor(currency, locale, display).format(text)
}

const formatters = keeper<Intl.NumberFormat>(1000)

function formatterFor(currency: Currency, locale: string, display: 'symbol' | 'narrowSymbol' | 'code') {
  return formatters(`${locale} ${currency} ${display}`, () => {
    const digits = exponentOf(currency)
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: display,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  })
}

function sameCurrency(left: Money, right: Money): Currency {
  if (left.currency === right.currency) return left.currency
  throw new CurrencyMismatch(
    `Amounts in ${left.currency} and ${right.currency} cannot be put together. Nothing was changed; use one currency.`,
  )
}

function toIntegers(weights: readonly (bigint | string)[]): bigint[] {
  const parts = weights.map((weight) =>
    typeof weight === 'bigint' ? { unscaled: weight, scale: 0 } : unscale(parseDecimal(weight)),
  )
  const scale = parts.reduce((most, part) => Math.max(most, part.scale), 0)
  return parts.map((part) => part.unscaled * 10n ** BigInt(scale - part.scale))
}

function invalid(what: string, field?: string): AmountInvalid {
  return new AmountInvalid(
    `${what} Nothing was changed; correct the amount and send it again.`,
    field === undefined ? {} : { field },
  )
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
