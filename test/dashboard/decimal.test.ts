import { expect, it } from 'vitest'
import { plainDecimal, readDecimal } from '../../ui/src/words/decimal.ts'

it.each([
  ['1,250', 'en-US', '1250'],
  ['1,250', 'fr-CA', '1.250'],
  ['12,345,678.9', 'en-GB', '12345678.9'],
  ['$1,250.50', 'en-US', '1250.50'],
  ['-1,250', 'en-US', '-1250'],
  ['0,125', 'en-US', '0.125'],
  ['12,5', 'en-US', '12.5'],
  ['1234,567', 'en-US', '1234.567'],
  ['1.250', 'en-US', '1.250'],
  ['1.250', 'fr-FR', '1.250'],
  ['1 240,50 €', 'fr-FR', '1240.50'],
  ['1.240,50', 'fr-BE', '1240.50'],
  ['1,240.50', 'fr-CA', '1240.50'],
  ['1,24,5', 'en-US', undefined],
  ['twelve', 'en-US', undefined],
  ['', 'en-US', undefined],
] as const)(
  'what a person types as a price or a quantity is read as they mean it: %s in %s',
  (typed, locale, read) => {
    expect(readDecimal(typed, locale)).toBe(read)
  },
)

it.each(['12.50', '0.3335', '1250', '1.250', '-3.5'])(
  'what a field begins with is read back as it was: %s',
  (text) => {
    for (const locale of ['en-US', 'fr-CA'])
      expect(readDecimal(plainDecimal(text, locale), locale)).toBe(text)
  },
)
