import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, openDoor, type TestDatabase } from '../../../test/support/test-database.ts'
import { type Database, sql } from './db/index.ts'
import { unlockJobsOfTheDead } from './unlock-jobs.ts'

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

it('jobs of a worker that died with them are given back; those of one at work are not', async () => {
  await database.global.many(sql`
    select graphile_worker.add_jobs(array[
      ('a', '{}'::json, null, null, 25, 'dead', null, null)::graphile_worker.job_spec,
      ('a', '{}'::json, null, null, 25, 'alive', null, null)::graphile_worker.job_spec])`)
  await database.global.many(sql`
    update graphile_worker._private_jobs set locked_by = 'worker-' || key,
      locked_at = now() - case key when 'dead' then interval '4 minutes' else interval '1 minute' end`)
  expect(await unlockJobsOfTheDead(database.global)).toBe(1)
  const locked = await database.global.many(sql`
    select locked_by from graphile_worker._private_jobs where locked_by is not null`)
  expect(locked).toEqual([{ locked_by: 'worker-alive' }])
  expect(await unlockJobsOfTheDead(database.global)).toBe(0)
})
