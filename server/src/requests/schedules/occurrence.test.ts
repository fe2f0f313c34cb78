import { expect, it } from 'vitest'
import { occurrence, passedBefore, type Rhythm } from './occurrence.ts'

const rhythm = (fields: Partial<Rhythm>): Rhythm => ({
  unit: 'month',
  every: 1,
  startsOn: '2026-01-31',
  endsOn: null,
  ...fields,
})
const days = (of: Rhythm, count: number) => Array.from({ length: count }, (_, at) => occurrence(of, at))

it('a month without the day has its last one, and the day comes back', () => {
  expect(days(rhythm({}), 5)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'])
  expect(days(rhythm({ startsOn: '2027-11-30', every: 3 }), 3)).toEqual([
    '2027-11-30',
    '2028-02-29',
    '2028-05-30',
  ])
})

it('weeks go on over the end of a year, and a schedule over is over', () => {
  const weeks = rhythm({ unit: 'week', every: 2, startsOn: '2026-12-21', endsOn: '2027-01-18' })
  expect(days(weeks, 4)).toEqual(['2026-12-21', '2027-01-04', '2027-01-18', undefined])
})

it('counts the days before one, whether it is of the schedule or not', () => {
  expect(passedBefore(rhythm({}), '2026-01-01')).toBe(0)
  expect(passedBefore(rhythm({}), '2026-02-28')).toBe(1)
  expect(passedBefore(rhythm({}), '2026-03-01')).toBe(2)
  expect(passedBefore(rhythm({ endsOn: '2026-03-30' }), '2030-01-01')).toBe(2)
})
