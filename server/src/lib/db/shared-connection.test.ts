import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../../../test/support/story.ts'
import { createTestDatabase, openDoor, type TestDatabase } from '../../../../test/support/test-database.ts'
import { type Database, sql } from './index.ts'

let test: TestDatabase
let database: Database

beforeAll(async () => {
  test = await createTestDatabase()
  database = openDoor(test, { poolSize: 2 })
})
afterAll(async () => {
  await database.close()
  await test.drop()
})

const backend = () => database.quick.one(sql<{ pid: number }>`select pg_backend_pid() pid`)

it('answers many reads at once over one connection, each with its own row', async () => {
  const asked = Array.from({ length: 200 }, (_, n) => n)
  const rows = await Promise.all(
    asked.map((n) =>
      database.quick.one(sql<{ n: number; pid: number }>`select ${n}::int n, pg_backend_pid() pid`),
    ),
  )
  expect(rows.map(({ n }) => n)).toEqual(asked)
  expect(new Set(rows.map(({ pid }) => pid)).size).toBe(1)
})

it('fails the read that is wrong and no other', async () => {
  const outcomes = await Promise.allSettled([
    backend(),
    database.quick.one(sql`select 1 / 0 impossible`),
    backend(),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

it('takes another connection when the one it had breaks', async () => {
  const { pid } = await backend()
  await test.owner.query('select pg_terminate_backend($1)', [pid])
  const next = await eventually(
    () => backend().catch(() => ({ pid })),
    (found) => found.pid !== pid,
  )
  expect(next.pid).not.toBe(pid)
})

it('asks again over another connection what one that stalls does not answer', async () => {
  const { hostname, port } = new URL(test.serverUrl)
  const sockets: Socket[] = []
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname)
    sockets.push(near, far)
    near.pipe(far).on('error', () => {})
    far.pipe(near).on('error', () => {})
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  const url = new URL(test.serverUrl)
  url.searchParams.delete('host') // of a socket, which no proxy stands before
  url.port = String((proxy.address() as AddressInfo).port)
  const reached = openDoor({ serverUrl: url.href }, { poolSize: 2, stalledMs: 300 })
  const ask = () => reached.quick.one(sql<{ pid: number }>`select pg_backend_pid() pid`)
  const { pid } = await ask()
  for (const socket of sockets) socket.pause().unpipe()
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(new Set(answers.map((answer) => answer.pid)).size).toBe(1)
  expect(answers[0].pid).not.toBe(pid)
  await reached.close()
  for (const socket of sockets) socket.destroy()
  proxy.close()
})

it('asks again what was asked of a connection that PostgreSQL ends', async () => {
  const { pid } = await backend()
  const slow = database.quick.one(sql<{ pid: number }>`select pg_backend_pid() pid from pg_sleep(1)`)
  await test.owner.query('select pg_terminate_backend($1)', [pid])
  expect((await slow).pid).not.toBe(pid)
})
