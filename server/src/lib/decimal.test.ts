import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeWithSharedData, sharedData } from '../../../test/support/shared-data.ts'
import type { Currency } from './currencies.ts'
import {
  type Decimal,
  DecimalInvalid,
  decimalOf,
  divideRounded,
  isDecimalText,
  parseDecimal,
  quotientToMinorUnits,
  type RoundingMode,
  roundToDigits,
  toMinorUnits,
  unscale,
} from './decimal.ts'

const USD = 'USD' as Currency
const MODES: RoundingMode[] = [
  ...(['half_up', 'half_down', 'half_even', 'half_odd', 'half_positive_infinity'] as const),
  ...(['half_negative_infinity', 'up', 'down', 'ceiling', 'floor'] as const),
]

describe('reading', () => {
  test.each(['0', '-0', '1', '007', '1240.50', '-0.000000000000000000000000000001', '99999999999999999999'])(
    '%s is a decimal',
    (text) => expect(isDecimalText(text)).toBe(true),
  )

  test.each([
    ...[
      '',
      ' ',
      '.',
      '1.',
      '.5',
      '+1',
      '--1',
      '1,5',
      '1 240',
      '1e9',
      '1e999999999',
      '1E-999999999',
      'NaN',
      'Infinity',
    ],
    ...[
      '0x10',
      '１２',
      '١٢',
      '1\n',
      '1\u0000',
      '1_000',
      `1${'0'.repeat(20)}`,
      `0.${'0'.repeat(31)}`,
      '9'.repeat(5_000_000),
    ],
  ])('%.20s is refused', (text) => {
    expect(() => parseDecimal(text, 'lines[0].quantity')).toThrow(DecimalInvalid)
  })

  test('a refusal names the field and shows little of a long text', () => {
    try {
      parseDecimal('9'.repeat(100_000), 'lines[0].quantity')
    } catch (error) {
      expect(error).toMatchObject({ code: 'decimal_invalid', status: 422, field: 'lines[0].quantity' })
      expect((error as Error).message.length).toBeLessThan(300)
    }
    expect.assertions(2)
  })

  test('a JavaScript number cannot get in', () => {
    expect(() => parseDecimal('1').plus(0.1)).toThrow()
    expect(parseDecimal('0.1').plus(parseDecimal('0.2')).toFixed()).toBe('0.3')
  })
})

describe('rounding', () => {
  test('is exact however near to a half', () => {
    expect(toMinorUnits(parseDecimal('0.004999999999999999999999999999'), USD, 'half_up')).toBe(0n)
    expect(toMinorUnits(parseDecimal('0.005'), USD, 'half_up')).toBe(1n)
    expect(quotientToMinorUnits(parseDecimal('1'), parseDecimal('3'), USD, 'half_up')).toBe(33n)
    expect(quotientToMinorUnits(parseDecimal('-0.03'), parseDecimal('2'), USD, 'half_even')).toBe(-2n)
    expect(() => divideRounded(1n, 0n, 'half_up')).toThrow(RangeError)
  })

  test('is never further than the mode allows, and keeps the sign symmetric', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), fc.constantFrom(...MODES), (numerator, denominator, mode) => {
        fc.pre(denominator !== 0n)
        const rounded = divideRounded(numerator, denominator, mode)
        const off = rounded * denominator - numerator
        const distance = off < 0n ? -off : off
        const whole = denominator < 0n ? -denominator : denominator
        expect(mode.startsWith('half_') ? distance * 2n <= whole : distance < whole).toBe(true)
        expect(divideRounded(-numerator, -denominator, mode)).toBe(rounded)
      }),
    )
  })

  test('taking a number apart and putting it together gives the same number', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.integer({ min: 0, max: 19 }),
        (unscaled, scale) => {
          const value = decimalOf(unscaled, scale)
          const again = unscale(value)
          expect(decimalOf(again.unscaled, again.scale).cmp(value)).toBe(0)
          expect(roundToDigits(value, scale, 'half_up')).toBe(unscaled)
        },
      ),
    )
  })
})

const DEC_TEST_MODES = new Map<string, RoundingMode>(
  (['half_up', 'half_down', 'half_even', 'up', 'down', 'ceiling', 'floor'] as const).map((mode) => [
    mode,
    mode,
  ]),
)
const PLAIN = /^-?\d{1,20}(\.\d{1,30})?$/
const dropQuotes = (text = '') => text.replaceAll("'", '')

/** Cases in plain notation whose rounding mode we have; the result's own digits say where to round. */
function decTestCases(
  path: string,
  operations: string[],
): [string, RoundingMode, string, string, string, string][] {
  const cases: [string, RoundingMode, string, string, string, string][] = []
  let mode: RoundingMode | undefined
  for (const line of (sharedData(path) ?? '').split(/\r?\n/)) {
    const directive = /^rounding:\s*(\w+)/i.exec(line)
    if (directive) mode = DEC_TEST_MODES.get((directive[1] ?? '').toLowerCase())
    const [before = '', after = ''] = line.split('->')
    const [id, operation = '', left, right] = before.trim().split(/\s+/).map(dropQuotes)
    const result = dropQuotes(after.trim().split(/\s+/)[0])
    if (!id || !mode || !operations.includes(operation) || /normal|flow|clamped/i.test(after)) continue
    const second = operation === 'tointegral' ? '1' : (right ?? '')
    if ([left ?? '', second, result].every((text) => PLAIN.test(text))) {
      cases.push([id, mode, operation, left ?? '', second, result])
    }
  }
  return cases
}

function exactly(operation: string, left: Decimal, right: Decimal): Decimal {
  if (operation === 'add') return left.plus(right)
  if (operation === 'subtract') return left.minus(right)
  return left.times(right)
}

describeWithSharedData('the General Decimal Arithmetic test cases', 'lists/rounding/rounding.decTest', () => {
  test.each([
    ['lists/rounding/rounding.decTest', ['add', 'subtract', 'multiply', 'divide'], 300],
    ['lists/rounding/tointegral.decTest', ['tointegral'], 50],
    ['lists/rounding/multiply.decTest', ['multiply'], 60],
  ])('%s', (path, operations, least) => {
    const cases = decTestCases(path, operations)
    expect(cases.length).toBeGreaterThan(least)
    for (const [id, mode, operation, left, right, result] of cases) {
      const { unscaled, scale } = unscale(parseDecimal(result))
      const digits = result.includes('.') ? result.length - result.indexOf('.') - 1 : 0
      const wanted = unscaled * 10n ** BigInt(digits - scale)
      const rounded =
        operation === 'divide'
          ? divideRounded(...crossScaled(left, right, digits), mode)
          : roundToDigits(exactly(operation, parseDecimal(left), parseDecimal(right)), digits, mode)
      expect(rounded, `${id} ${operation} ${left} ${right} ${mode}`).toBe(wanted)
    }
  })
})

function crossScaled(left: string, right: string, digits: number): [bigint, bigint] {
  const above = unscale(parseDecimal(left))
  const below = unscale(parseDecimal(right))
  return [above.unscaled * 10n ** BigInt(digits + below.scale), below.unscaled * 10n ** BigInt(above.scale)]
}
