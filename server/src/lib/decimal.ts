import Big from 'big.js'
import { type Currency, exponentOf } from './currencies.ts'
import { DomainError } from './errors.ts'

/**
 * An exact decimal for quantities, unit prices and percentages. `plus`, `minus`, `times` and `cmp` of it are
 * exact; never call its `div`, `sqrt`, `pow` or `toNumber`, which are not: `quotientToMinorUnits` divides.
 */
export type Decimal = Big

/** More digits than any invoice has, few enough that no input can make the arithmetic slow. */
const MAX_INTEGER_DIGITS = 20
const MAX_FRACTION_DIGITS = 30

export type RoundingMode =
  | 'half_up'
  | 'half_down'
  | 'half_even'
  | 'half_odd'
  | 'half_positive_infinity'
  | 'half_negative_infinity'
  | 'up'
  | 'down'
  | 'ceiling'
  | 'floor'

export class DecimalInvalid extends DomainError {
  readonly code = 'decimal_invalid'
  readonly status = 422
}

const Exact = Big()
Exact.strict = true

const PLAIN = new RegExp(`^-?\\d{1,${MAX_INTEGER_DIGITS}}(?:\\.\\d{1,${MAX_FRACTION_DIGITS}})?$`)

export const ZERO: Decimal = new Exact('0')

/** Plain notation only: no exponent, no plus sign, no grouping, no spaces, a digit on each side of the point. */
export function isDecimalText(text: string): boolean {
  return PLAIN.test(text)
}

export function parseDecimal(text: string, field?: string): Decimal {
  if (isDecimalText(text)) return new Exact(text)
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
  throw new DecimalInvalid(
    `${shown} is not a decimal number such as 1240.50, with at most ${MAX_INTEGER_DIGITS} digits before the point and ${MAX_FRACTION_DIGITS} after it. Nothing was changed; correct the number and send it again.`,
    field === undefined ? {} : { field },
  )
}

/** The number `unscaled / 10^scale`, exactly. */
export function decimalOf(unscaled: bigint, scale = 0): Decimal {
  return new Exact(decimalText(unscaled, scale))
}

/** The number `unscaled / 10^scale` in plain notation with all its digits: 5 with scale 2 is `0.05`. */
export function decimalText(unscaled: bigint, scale: number): string {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0')
  const sign = unscaled < 0n ? '-' : ''
  const point = digits.length - scale
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** The same number as an integer over a power of ten, exactly. */
export function unscale(value: Decimal): { unscaled: bigint; scale: number } {
  const text = value.toFixed()
  const point = text.indexOf('.')
  if (point < 0) return { unscaled: BigInt(text), scale: 0 }
  return { unscaled: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 }
}

/** Rounds to so many decimal digits; 0 gives whole numbers. The result is unscaled: 2.345 to 2 digits is 235n. */
export function roundToDigits(value: Decimal, digits: number, mode: RoundingMode): bigint {
  return quotientToDigits(value, new Exact('1'), digits, mode)
}

export function toMinorUnits(value: Decimal, currency: Currency, mode: RoundingMode): bigint {
  return roundToDigits(value, exponentOf(currency), mode)
}

/** `numerator / denominator`, rounded once, at the end. */
export function quotientToMinorUnits(
  numerator: Decimal,
  denominator: Decimal,
  currency: Currency,
  mode: RoundingMode,
): bigint {
  return quotientToDigits(numerator, denominator, exponentOf(currency), mode)
}

function quotientToDigits(
  numerator: Decimal,
  denominator: Decimal,
  digits: number,
  mode: RoundingMode,
): bigint {
  const above = unscale(numerator)
  const below = unscale(denominator)
  return divideRounded(
    above.unscaled * 10n ** BigInt(digits + below.scale),
    below.unscaled * 10n ** BigInt(above.scale),
    mode,
  )
}

/** The one place where a rounding mode is applied. Halves are found exactly, never by comparing approximations. */
export function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  if (denominator === 0n) throw new RangeError('division by zero')
  const quotient = numerator / denominator
  const remainder = numerator % denominator
  if (remainder === 0n) return quotient
  const negative = numerator < 0n !== denominator < 0n
  const away = quotient + (negative ? -1n : 1n)
  const twice = 2n * (remainder < 0n ? -remainder : remainder)
  const whole = denominator < 0n ? -denominator : denominator
  if (!mode.startsWith('half_')) return isAwayFromZero(mode, negative) ? away : quotient
  if (twice !== whole) return twice > whole ? away : quotient
  return isTieAwayFromZero(mode, negative, quotient % 2n === 0n) ? away : quotient
}

function isAwayFromZero(mode: RoundingMode, negative: boolean): boolean {
  return mode === 'up' || (mode === 'ceiling' && !negative) || (mode === 'floor' && negative)
}

function isTieAwayFromZero(mode: RoundingMode, negative: boolean, isQuotientEven: boolean): boolean {
  switch (mode) {
    case 'half_even':
      return !isQuotientEven
    case 'half_odd':
      return isQuotientEven
    case 'half_positive_infinity':
      return !negative
    case 'half_negative_infinity':
      return negative
    default:
      return mode === 'half_up'
  }
}
