import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './index.ts'
import { signal } from './processes.ts'
import {
  killEverything,
  killSupervisor,
  makeDataDir,
  query,
  removeDataDir,
  type SpawnedSupervisor,
  spawnSupervisor,
} from './spawn-supervisor.fixture.ts'

// One cluster for the tests that need one that stands; those of the first start make their own.
let dataDir: string
beforeAll(async () => {
  dataDir = await makeDataDir()
})
afterAll(() => removeDataDir(dataDir))

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
}

describe('after kill -9', () => {
  it('of the supervisor, the next start adopts its postgres', async () => {
    const supervisor = spawnSupervisor(dataDir)
    const { ownerUrl } = await supervisor.ready
    await query(ownerUrl, 'create table if not exists kept as select 42 as answer')
    const orphan = await postmasterPid()
    await killSupervisor(supervisor)

    const messages: string[] = []
    const next = await startEmbeddedPostgres({ dataDir, log: (message) => messages.push(message) })
    expect(messages).toEqual([`Adopted PostgreSQL ${orphan}, whose supervisor had died.`])
    expect(await postmasterPid()).toBe(orphan)
    expect(await query(next.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
    await next.stop()
    await expect(query(next.ownerUrl, 'select')).rejects.toThrow(/ECONNREFUSED/)
  })

  it('of the supervisor, a postgres that does not know our password or settings is replaced', async () => {
    const supervisor = spawnSupervisor(dataDir)
    const { ownerUrl } = await supervisor.ready
    await query(ownerUrl, 'create table if not exists kept as select 42 as answer')
    const orphan = await postmasterPid()
    await killSupervisor(supervisor)

    const next = await startEmbeddedPostgres({ dataDir, settings: { work_mem: '5MB' } })
    try {
      expect(await postmasterPid()).not.toBe(orphan)
      expect(await query(next.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
      expect(await query(next.ownerUrl, 'show work_mem')).toEqual([{ work_mem: '5MB' }])
    } finally {
      await next.stop()
    }
  })

  it('of the postmaster, the supervisor starts it again under the same URLs', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir })
    try {
      await query(postgres.ownerUrl, 'create table if not exists kept as select 42 as answer')
      const killed = await postmasterPid()
      signal(killed, 'SIGKILL')
      expect(await retried(() => query(postgres.ownerUrl, 'select answer from kept'))).toEqual([
        { answer: 42 },
      ])
      expect(await postmasterPid()).not.toBe(killed)
    } finally {
      await postgres.stop()
    }
  })

  it('of the postmaster, a stop in the midst of the restart leaves nothing running', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir })
    signal(await postmasterPid(), 'SIGKILL')
    await postgres.stop()
    // A connection may still be taken by what is just ending.
    await expect
      .poll(() => query(postgres.ownerUrl, 'select').then(String, (error: Error) => error.message))
      .toMatch(/ECONNREFUSED/)
    await (await startEmbeddedPostgres({ dataDir })).stop()
  })

  it('of everything in a burst of commits, every acknowledged row is there', async () => {
    for (const round of [1, 2, 3]) {
      const supervisor = spawnSupervisor(dataDir)
      const { ownerUrl } = await supervisor.ready
      await query(ownerUrl, 'create table if not exists burst (round int, id int, primary key (round, id))')
      const acknowledged = await burstUntilKilled(ownerUrl, round, supervisor)

      const next = await startEmbeddedPostgres({ dataDir })
      const rows = await query<{ id: number }>(next.ownerUrl, `select id from burst where round = ${round}`)
      await next.stop()
      const found = new Set(rows.map(({ id }) => id))
      expect(acknowledged.length).toBeGreaterThan(200)
      expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
    }
  })

  it('a process that has got the number of the dead supervisor or postmaster is not mistaken for it', async () => {
    const supervisor = spawnSupervisor(dataDir)
    await supervisor.ready
    const pidFile = join(dataDir, 'postgres/postmaster.pid')
    const noted = await readFile(pidFile, 'utf8')
    await killEverything(supervisor, dataDir)
    const stranger = spawn('sleep', ['600'])
    const strangerPid = String(stranger.pid)
    await writeFile(pidFile, noted.replace(/^\d+/, strangerPid))
    await writeFile(join(dataDir, 'supervisor.pid'), strangerPid)
    try {
      const next = await startEmbeddedPostgres({ dataDir })
      expect(await query(next.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
      await next.stop()
      expect(stranger.exitCode).toBeNull()
    } finally {
      stranger.kill()
    }
  })
})

describe('after kill -9 in the first start', () => {
  let freshDir: string
  beforeEach(async () => {
    freshDir = await makeDataDir()
  })
  afterEach(() => removeDataDir(freshDir))

  it('of everything at any moment of the first start, the next start makes it whole', async () => {
    for (let delayMs = 150; delayMs <= 1_650; delayMs += 250) {
      const supervisor = spawnSupervisor(freshDir)
      await sleep(delayMs)
      await killEverything(supervisor, freshDir)
    }
    const postgres = await startEmbeddedPostgres({ dataDir: freshDir })
    try {
      for (const url of [postgres.ownerUrl, postgres.serverUrl, postgres.sandboxUrl]) {
        expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
      }
      expect((await readdir(freshDir)).filter((name) => name.startsWith('postgres-new-'))).toEqual([])
    } finally {
      await postgres.stop()
    }
  })

  it('of the supervisor in the midst of initdb, the next start does not wait for the old initdb', async () => {
    const supervisor = spawnSupervisor(freshDir)
    while (!(await readdir(freshDir)).some((name) => name.startsWith('postgres-new-'))) await sleep(5)
    await killSupervisor(supervisor)
    const postgres = await startEmbeddedPostgres({ dataDir: freshDir })
    expect(await query(postgres.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await postgres.stop()
  })

  it('leaves from an unfinished initdb are removed', async () => {
    await mkdir(join(freshDir, 'postgres-new-0a1b2c'))
    await writeFile(join(freshDir, 'postgres-new-0a1b2c/PG_VERSION'), '18\n')
    await writeFile(join(freshDir, 'postgres-new-0a1b2c.password'), 'secret')
    const postgres = await startEmbeddedPostgres({ dataDir: freshDir })
    await postgres.stop()
    expect((await readdir(freshDir)).filter((name) => name.startsWith('postgres-new-'))).toEqual([])
  })
})

/** Eight connections commit one row at a time; the kill comes in their midst. Gives what was acknowledged. */
async function burstUntilKilled(
  url: string,
  round: number,
  supervisor: SpawnedSupervisor,
): Promise<number[]> {
  const acknowledged: number[] = []
  let nextId = 0
  let killed: Promise<void> | undefined
  async function commit(client: pg.Client): Promise<void> {
    for (;;) {
      const id = nextId++
      await client.query('insert into burst (round, id) values ($1, $2)', [round, id])
      acknowledged.push(id)
      if (acknowledged.length > 200 + round * 37) killed ??= killEverything(supervisor, dataDir)
    }
  }
  const writers = Array.from({ length: 8 }, async () => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    await commit(client).catch(() => client.end().catch(() => {}))
  })
  await Promise.all(writers)
  await killed
  return acknowledged
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch {
      await sleep(50)
    }
  }
}
