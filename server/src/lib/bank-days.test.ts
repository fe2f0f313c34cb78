import { expect, test } from 'vitest'
import { describeWithSharedData, sharedJson } from '../../../test/support/shared-data.ts'
import { bankDayAfter, bankDayOf, bankHolidays, isBankDay } from './bank-days.ts'

interface Holidays {
  years: Record<string, { date: string; banks_closed_on: string | null }[]>
}

describeWithSharedData('holidays', 'lists/holidays/us-federal-reserve-holidays-2024-2031.json', () => {
  test('The days on which the Federal Reserve is closed are those that it names', () => {
    const { years } = sharedJson<Holidays>('lists/holidays/us-federal-reserve-holidays-2024-2031.json')
    for (const [year, holidays] of Object.entries(years)) {
      const closed = holidays.flatMap(({ banks_closed_on }) => banks_closed_on ?? [])
      expect([...bankHolidays(Number(year))].sort()).toEqual(closed.sort())
    }
  })
})

test('Weekends and holidays are no bank days, and are not counted', () => {
  expect(isBankDay('2026-11-28')).toBe(false)
  expect(isBankDay('2026-11-26')).toBe(false)
  expect(isBankDay('2026-11-27')).toBe(true)
  // The Wednesday before Thanksgiving: Friday, Monday, Tuesday.
  expect(bankDayAfter('2026-11-25', 3)).toBe('2026-12-01')
  expect(bankDayAfter('2026-11-28', 0)).toBe('2026-11-30')
})

test('What is sent after the cut-off, in New York, goes out on the next bank day', () => {
  expect(bankDayOf(new Date('2026-11-20T22:59:00Z'), '18:00')).toBe('2026-11-20')
  expect(bankDayOf(new Date('2026-11-20T23:00:00Z'), '18:00')).toBe('2026-11-23')
  // In summer New York is an hour nearer.
  expect(bankDayOf(new Date('2026-07-01T22:00:00Z'), '18:00')).toBe('2026-07-02')
  expect(bankDayOf(new Date('2026-07-01T21:59:00Z'), '18:00')).toBe('2026-07-01')
  expect(bankDayOf(new Date('2026-11-22T12:00:00Z'), '18:00')).toBe('2026-11-23')
})
