import { expect, test } from 'vitest'
import { describeWithSharedData, sharedData } from '../../../test/support/shared-data.ts'
import { currencies, currencyFromWire, currencyToWire, exponentOf, isCurrency } from './currencies.ts'

test('a code is upper case inside and lower case on the wire', () => {
  expect(currencyFromWire('usd')).toBe('USD')
  for (const code of ['USD', 'Usd', 'us', 'usdd', 'xxx', 'xau', '', 'ıts', '__proto__', 'us\u0000']) {
    expect(currencyFromWire(code)).toBeUndefined()
  }
  for (const currency of currencies) expect(currencyFromWire(currencyToWire(currency))).toBe(currency)
})

test('an exponent asked for something that is no currency is an error, not a guess', () => {
  expect(isCurrency('constructor')).toBe(false)
  expect(() => exponentOf('XXX' as never)).toThrow('XXX is not an active ISO 4217 currency')
})

describeWithSharedData('the ISO 4217 list', 'lists/currency/iso4217-codes-all.csv', () => {
  test('holds exactly our codes with our exponents', () => {
    const rows = (sharedData('lists/currency/iso4217-codes-all.csv') ?? '').trim().split(/\r?\n/).slice(1)
    const active = new Map<string, number>()
    for (const row of rows) {
      // From the right: entity and currency names may hold commas in quotes.
      const [withdrawn, minorUnit, , code] = row.split(',').reverse()
      if (code && withdrawn === '' && /^\d$/.test(minorUnit ?? '')) active.set(code, Number(minorUnit))
    }
    expect(currencies.map((code) => [code, exponentOf(code)])).toEqual([...active].sort())
  })
})
