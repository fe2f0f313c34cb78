import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeWithSharedData, sharedJson } from '../../../test/support/shared-data.ts'
import { type Currency, currencies, exponentOf } from './currencies.ts'
import { parseDecimal, type RoundingMode, roundToDigits } from './decimal.ts'
import {
  AmountInvalid,
  absolute,
  add,
  allocate,
  assertAmountInRange,
  CurrencyMismatch,
  compare,
  formatMoney,
  MAX_AMOUNT,
  max,
  min,
  money,
  parseAmount,
  roundToIncrement,
  split,
  subtract,
  sum,
  sumAmounts,
  toDecimalString,
} from './money.ts'

const [USD, EUR, CAD, JPY, KWD, HUF] = ['USD', 'EUR', 'CAD', 'JPY', 'KWD', 'HUF'] as Currency[] as [
  Currency,
  Currency,
  Currency,
  Currency,
  Currency,
  Currency,
]
const amounts = fc.bigInt(-MAX_AMOUNT, MAX_AMOUNT)

describe('sums', () => {
  test('keep the currency', () => {
    expect(add(money(1n, USD), money(2n, USD))).toEqual(money(3n, USD))
    expect(subtract(money(1n, USD), money(2n, USD))).toEqual(money(-1n, USD))
    expect(sum([], EUR)).toEqual(money(0n, EUR))
    expect(min(money(1n, USD), money(2n, USD)).amount).toBe(1n)
    expect(max(money(1n, USD), money(2n, USD)).amount).toBe(2n)
    expect(compare(money(1n, USD), money(1n, USD))).toBe(0)
  })

  test.each([add, subtract, compare, min, max])('%o refuses two currencies', (operation) => {
    expect(() => operation(money(1n, USD), money(1n, EUR))).toThrow(CurrencyMismatch)
    expect(() => sum([money(1n, USD)], EUR)).toThrow('EUR and USD')
  })

  test('an amount beyond the wire is refused', () => {
    expect(assertAmountInRange(-MAX_AMOUNT)).toBe(-MAX_AMOUNT)
    expect(() => assertAmountInRange(MAX_AMOUNT + 1n, 'amount')).toThrow(AmountInvalid)
    expect(() => parseAmount('99999999999999999999', USD)).toThrow(AmountInvalid)
  })
})

describe('allocation', () => {
  const weights = fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 40 })

  test('sums exactly, is fair to one unit, gives nothing for nothing', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, parts) => {
        const total = sumAmounts(parts)
        fc.pre(total > 0n)
        const shares = allocate(amount, parts)
        expect(sumAmounts(shares)).toBe(amount)
        parts.forEach((weight, index) => {
          const share = shares[index] ?? 0n
          expect(absolute(share * total - amount * weight) < total).toBe(true)
          if (weight === 0n) expect(share).toBe(0n)
        })
      }),
    )
  })

  test('a larger weight never gets a smaller share, and of equals the first gets the unit', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, MAX_AMOUNT), weights, (amount, parts) => {
        fc.pre(sumAmounts(parts) > 0n)
        const shares = allocate(amount, parts)
        for (let i = 1; i < parts.length; i++) {
          const [before = 0n, here = 0n] = [parts[i - 1], parts[i]]
          const [shareBefore = 0n, share = 0n] = [shares[i - 1], shares[i]]
          if (before >= here) expect(shareBefore >= share).toBe(true)
          else expect(shareBefore <= share).toBe(true)
        }
      }),
    )
  })

  test('refuses weights that mean nothing', () => {
    for (const parts of [[], [0n], [0n, 0n], [1n, -1n], [2n, -1n]]) {
      expect(() => allocate(100n, parts)).toThrow(RangeError)
    }
    expect(() => allocate(100n, ['1e3'])).toThrow('not a decimal number')
    expect(allocate(100n, ['0.5', '0.25', '0.25'])).toEqual([50n, 25n, 25n])
  })
})

describe('text', () => {
  test('parsing is exact and refuses what it would have to round', () => {
    expect(parseAmount('1240.50', USD)).toBe(124050n)
    expect(parseAmount('1240.5', USD)).toBe(124050n)
    expect(parseAmount('-0.01', USD)).toBe(-1n)
    expect(parseAmount('11693.870', EUR)).toBe(1169387n)
    expect(parseAmount('1240', JPY)).toBe(1240n)
    expect(parseAmount('1.234', KWD)).toBe(1234n)
    expect(parseAmount('2.345', USD, 'half_up')).toBe(235n)
    expect(() => parseAmount('2.345', USD)).toThrow('more decimal digits than USD, which has 2')
    expect(() => parseAmount('0.5', JPY)).toThrow('JPY, which has 0')
    for (const text of ['', 'abc', '1e3', '1,240.50', '$5', ' 1', '1.', '٣']) {
      expect(() => parseAmount(text, USD, undefined, 'amount')).toThrow(AmountInvalid)
    }
  })

  test('every amount of every currency survives its decimal string', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...currencies), (amount, currency) => {
        const text = toDecimalString(amount, currency)
        expect(parseAmount(text, currency)).toBe(amount)
        expect(text.length - (text.indexOf('.') + 1 || text.length)).toBe(exponentOf(currency))
      }),
    )
  })

  test('a person reads it in the trade’s form', () => {
    const read = (amount: bigint, currency: Currency, locale: string) =>
      formatMoney(amount, currency, locale).replace(/[\u00a0\u202f]/g, ' ')
    expect(read(124050n, USD, 'en-US')).toBe('$1,240.50')
    expect(read(124050n, CAD, 'fr-CA')).toBe('1 240,50 $')
    expect(read(124050n, EUR, 'fr-FR')).toBe('1 240,50 €')
    expect(read(-5n, USD, 'en-US')).toBe('-$0.05')
    expect(read(1240n, JPY, 'en-US')).toBe('¥1,240')
    expect(read(124050n, USD, 'fr-CA'), 'never to be taken for Canadian dollars').toBe('1 240,50 $ US')
    expect(read(124050n, HUF, 'en-US'), 'ISO has two digits where CLDR shows none').toBe('HUF 1,240.50')
    expect(read(MAX_AMOUNT, USD, 'en-US'), 'no float on the way').toBe('$90,071,992,547,409.91')
    expect(formatMoney(124050n, USD, 'fr-CA', 'narrowSymbol')).toMatch(/^1.240,50.\$$/)
  })
})

type Scenario = {
  allocate: { amount: number; ratios: number[]; expect: number[] }[]
  split: { amount: number; n: number; expect: number[] }[]
  round: { x: string; mode: RoundingMode; expect: string }[]
}

describeWithSharedData(
  'the allocation and rounding scenario',
  'scenarios/money-allocation-rounding.json',
  () => {
    const scenario = sharedJson<Scenario>('scenarios/money-allocation-rounding.json')

    test.each(scenario.allocate)('allocates $amount by $ratios', ({ amount, ratios, expect: wanted }) => {
      expect(allocate(BigInt(amount), ratios.map(String))).toEqual(wanted.map(BigInt))
    })

    test.each(scenario.split)('splits $amount in $n', ({ amount, n, expect: wanted }) => {
      expect(split(BigInt(amount), n)).toEqual(wanted.map(BigInt))
    })

    test.each(scenario.round)('rounds $x $mode', ({ x, mode, expect: wanted }) => {
      expect(roundToDigits(parseDecimal(x), 0, mode)).toBe(BigInt(wanted))
    })
  },
)

test('cash is rounded to the nearest coin', () => {
  expect([1001n, 1009n, 2018n, -1009n].map((amount) => roundToIncrement(amount, 5n))).toEqual([
    1000n,
    1010n,
    2020n,
    -1010n,
  ])
})
