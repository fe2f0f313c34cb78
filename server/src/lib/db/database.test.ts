import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, openDoor, type TestDatabase } from '../../../../test/support/test-database.ts'
import { InvariantBroken } from '../errors.ts'
import { type CompanyId, newId } from '../ids.ts'
import { type Database, type Statement, sql, sqlState, type Tx } from './index.ts'

let test: TestDatabase
let database: Database
const company = newId<'co'>()

beforeAll(async () => {
  test = await createTestDatabase()
  database = openDoor(test, { poolSize: 2 })
})
afterAll(async () => {
  await database.close()
  await test.drop()
})

const insertTasks = (companyId: CompanyId, tasks: readonly string[]): Statement => sql`
  insert into lib.outbox (company_id, task, payload)
  select ${companyId}, task, '{}' from unnest(${[...tasks]}::text[]) t(task)`
const keep = (tx: Tx, task: string) => tx.append(insertTasks, task)
const insertTask = (tx: Tx, task: string) => sql<{ task: string }>`
  insert into lib.outbox (company_id, task, payload) values (${tx.companyId}, ${task}, '{}') returning task`
const divide = sql<{ impossible: number }>`select 1 / 0 impossible`
const tasks = async () => {
  const { rows } = await test.owner.query<{ task: string }>('delete from lib.outbox returning task')
  return rows.map(({ task }) => task)
}

it('adds what was kept with the commit, in the order it was kept, and nobody sees it before', async () => {
  const seen = await database.write(company, async (tx) => {
    keep(tx, 'first')
    await tx.many(insertTask(tx, 'by a statement'))
    keep(tx, 'second')
    return tx.many(sql<{ task: string }>`select task from lib.outbox`)
  })
  expect(seen).toEqual([{ task: 'by a statement' }])
  expect(await tasks()).toEqual(['by a statement', 'first', 'second'])
})

it('adds nothing of a transaction that failed', async () => {
  const work = database.write(company, async (tx) => {
    keep(tx, 'lost')
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(await tasks()).toEqual([])
})

it('commits with its last statement, after everything else', async () => {
  const row = await database.write(company, async (tx, last) => {
    keep(tx, 'kept')
    return last(insertTask(tx, 'last'))
  })
  expect(row).toEqual({ task: 'last' })
  expect(await tasks()).toEqual(['kept', 'last'])
})

it('commits nothing where the last statement fails, even if its caller does not mind', async () => {
  const work = (mind: boolean) =>
    database.write(company, async (tx, last) => {
      await tx.many(insertTask(tx, 'before'))
      keep(tx, 'kept')
      await last(divide).catch((error) => {
        if (mind) throw error
      })
    })
  for (const mind of [true, false]) {
    expect(sqlState(await work(mind).catch((error) => error))).toBe('22012')
    expect(await tasks()).toEqual([])
  }
})

it('commits nothing where what was kept cannot be added', async () => {
  const ran: string[] = []
  const work = database.write(company, async (tx, last) => {
    tx.afterCommit(() => ran.push('after commit'))
    keep(tx, 'with a \0')
    return last(insertTask(tx, 'last'))
  })
  expect(sqlState(await work.catch((error) => error))).toBe('22021')
  expect(await tasks()).toEqual([])
  expect(ran).toEqual([])
})

it('takes no statement after the last', async () => {
  const work = database.write(company, async (tx, last) => {
    await last(insertTask(tx, 'last'))
    await tx.many(insertTask(tx, 'too late'))
  })
  await expect(work).rejects.toBeInstanceOf(InvariantBroken)
  expect(await tasks()).toEqual(['last'])
})

it('runs a hook once after the commit, however often it is given', async () => {
  let runs = 0
  const hook = () => runs++
  await database.write(company, async (tx) => {
    tx.afterCommit(hook)
    tx.afterCommit(hook)
  })
  expect(runs).toBe(1)
})

it('goes on with another connection where one breaks among queued statements', async () => {
  const work = database.write(company, (tx) =>
    Promise.all([
      tx.many(insertTask(tx, 'lost')),
      tx.many(sql`select pg_terminate_backend(pg_backend_pid())`),
      tx.many(insertTask(tx, 'never sent')),
    ]),
  )
  await expect(work).rejects.toThrow()
  await Promise.all(
    ['a', 'b', 'c', 'd'].map((task) => database.write(company, (tx) => tx.many(insertTask(tx, task)))),
  )
  expect((await tasks()).sort()).toEqual(['a', 'b', 'c', 'd'])
})

it('reads one state on several connections, whatever is written meanwhile, and nobody waits for another’s', async () => {
  const count = sql<{ n: number }>`select count(*)::int n from lib.outbox`
  const reads = [1, 2, 3].map(() =>
    database.readOneState(company, 2, async (dbs) => {
      const before = await dbs[0]?.one(count)
      await test.owner.query(insertTasks(company, ['meanwhile']) as pg.QueryConfig)
      const after = await Promise.all(dbs.map((db) => db.one(count)))
      return [before, ...after].map((row) => row?.n)
    }),
  )
  expect(await Promise.all(reads)).toEqual([
    [0, 0, 0],
    [1, 1, 1],
    [2, 2, 2],
  ])
  expect(await tasks()).toHaveLength(3)
})
