import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, openDoor, type TestDatabase } from '../../../test/support/test-database.ts'
import { type Database, sql } from './db/index.ts'
import { newId } from './ids.ts'
import { countUp, currentRate, forgetOldRates, type RateRule, resetRate } from './rate-counter.ts'

let test: TestDatabase
let processes: Database[]
beforeAll(async () => {
  test = await createTestDatabase()
  processes = [1, 2].map(() => openDoor(test, { poolSize: 4 }))
})
afterAll(async () => {
  for (const database of processes) await database.close()
  await test.drop()
})

const START = new Date('2026-03-01T12:00:00Z')
const at = (seconds: number) => new Date(START.getTime() + seconds * 1000)
const rule = (values: Partial<RateRule> = {}): RateRule => ({
  name: newId(),
  limit: 3,
  windowSeconds: 60,
  ...values,
})
const db = () => (processes[0] as Database).global

it('takes as many as the limit in a window, and begins anew when that is over', async () => {
  const three = rule()
  const count = (seconds: number) => countUp(db(), three, ['a'], at(seconds))
  expect([await count(0), await count(10), await count(59)].map(({ isOver }) => isOver)).toEqual([
    false,
    false,
    false,
  ])
  expect(await count(59.5)).toEqual({ count: 4, isOver: true, retryAfterSeconds: 1, secondsLeft: 1 })
  expect(await count(60)).toEqual({ count: 1, isOver: false, retryAfterSeconds: 0, secondsLeft: 60 })
})

it('tells no wait beyond the rule’s to whoever began earlier than the one that filled it', async () => {
  const paused = rule({ pauseSeconds: 900 })
  for (let i = 1; i <= 3; i++) await countUp(db(), paused, ['a'], at(0.4))
  expect(await countUp(db(), paused, ['a'], at(0))).toMatchObject({ isOver: true, retryAfterSeconds: 900 })
})

it('pauses from the moment the limit is reached, however late in the window, and further tries do not prolong it', async () => {
  for (const limit of [1, 3]) {
    const paused = rule({ limit, pauseSeconds: 3600 })
    for (let i = 1; i <= limit; i++) await countUp(db(), paused, ['a'], at(50 + i))
    const end = 50 + limit + 3600
    expect(await countUp(db(), paused, ['a'], at(1000))).toMatchObject({ retryAfterSeconds: end - 1000 })
    expect(await currentRate(db(), paused, ['a'], at(end - 1))).toMatchObject({
      isOver: true,
      retryAfterSeconds: 1,
    })
    expect(await currentRate(db(), paused, ['a'], at(end))).toMatchObject({ count: 0, isOver: false })
  }
})

it('counts each subject and each name by itself, and parts of a subject are never run together', async () => {
  const one = rule({ limit: 1 })
  await countUp(db(), one, ['ab', 'c'], START)
  for (const [name, subject] of [
    [one.name, ['a', 'bc']],
    [one.name, ['abc']],
    [newId(), ['ab', 'c']],
  ] as const) {
    expect((await currentRate(db(), { ...one, name }, subject, START)).count).toBe(0)
  }
  expect((await currentRate(db(), one, ['ab', 'c'], START)).count).toBe(1)
})

it('counts every one of many at once, over two processes, and says to exactly as many as allowed that they may', async () => {
  const many = rule({ limit: 10 })
  const rates = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      countUp((processes[i % 2] as Database).global, many, ['a'], at(i / 100)),
    ),
  )
  expect(rates.map(({ count }) => count).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, i) => i + 1),
  )
  expect(rates.filter(({ isOver }) => !isOver)).toHaveLength(10)
})

it('forgets a count that is reset, and one of a transaction that failed', async () => {
  const three = rule()
  await countUp(db(), three, ['a'], START)
  const failing = (processes[0] as Database).write(newId<'co'>(), async (tx) => {
    await countUp(tx, three, ['a'], START)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect((await currentRate(db(), three, ['a'], START)).count).toBe(1)
  await resetRate(db(), three, ['a'])
  expect((await currentRate(db(), three, ['a'], START)).count).toBe(0)
})

it('deletes what is over and keeps what still counts', async () => {
  await db().many(sql`delete from lib.rate_counters`)
  const [short, long] = [rule({ windowSeconds: 10 }), rule({ windowSeconds: 100 })]
  await countUp(db(), short, ['a'], START)
  await countUp(db(), long, ['a'], START)
  expect(await forgetOldRates(db(), at(10))).toBe(1)
  expect(await forgetOldRates(db(), at(10))).toBe(0)
  expect((await currentRate(db(), long, ['a'], at(10))).count).toBe(1)
})
