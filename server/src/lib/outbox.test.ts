import { setTimeout as wait } from 'node:timers/promises'
import { run } from 'graphile-worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, openDoor, type TestDatabase } from '../../../test/support/test-database.ts'
import type { Database } from './db/index.ts'
import { newId } from './ids.ts'
import { enqueue, forwardOutbox } from './outbox.ts'

let test: TestDatabase
let database: Database
beforeAll(async () => {
  test = await createTestDatabase()
  database = openDoor(test)
})
afterAll(async () => {
  await database.close()
  await test.drop()
})

it('jobs of one queue are done one after the other, whatever their order; others meanwhile', async () => {
  const company = newId<'co'>()
  await database.write(company, async (tx) => {
    for (const n of [1, 2, 3]) enqueue(tx, 'note', { n }, 'slow')
    enqueue(tx, 'note', { n: 4 })
  })
  await expect(
    database.write(company, async (tx) => {
      enqueue(tx, 'note', { n: 5 })
      throw new Error('not committed')
    }),
  ).rejects.toThrow()
  while (await forwardOutbox(database.global)) {
    // there is more
  }
  const began: number[] = []
  const atOnce: number[][] = []
  const running = new Set<number>()
  const done = Promise.withResolvers<void>()
  const runner = await run({
    connectionString: test.serverUrl,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 50,
    taskList: {
      note: async (payload) => {
        const { n } = payload as { n: number }
        began.push(n)
        running.add(n)
        atOnce.push([...running])
        await wait(30)
        running.delete(n)
        if (began.length === 4 && running.size === 0) done.resolve()
      },
    },
  })
  await done.promise
  await runner.stop()
  expect([...began].sort()).toEqual([1, 2, 3, 4])
  for (const together of atOnce) expect(together.filter((n) => n < 4).length).toBeLessThan(2)
})
