import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canReach } from './account.ts'
import { DataDirectoryInUse, startEmbeddedPostgres } from './index.ts'
import { makeDataDir, query, removeDataDir, spawnSupervisor } from './spawn-supervisor.fixture.ts'

const NOBODY = { uid: 65534, gid: 65534 }
const isRoot = process.getuid?.() === 0
const nobodyCanReadUs = isRoot && (await canReach(NOBODY, import.meta.dirname))

// One cluster for all tests of this file, each of which leaves it stopped and whole.
let dataDir: string
beforeAll(async () => {
  dataDir = await makeDataDir()
})
afterAll(() => removeDataDir(dataDir))

describe('start and stop', () => {
  it('keep rows, passwords and port from one start to the next', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    await query(first.ownerUrl, 'create table if not exists kept as select 42 as answer')
    await first.stop()

    const second = await startEmbeddedPostgres({ dataDir })
    try {
      expect(second.ownerUrl).toBe(first.ownerUrl)
      expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
    } finally {
      await second.stop()
    }
  })

  it('are durable, in UTF-8, on loopback only, whatever postgresql.conf says', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    await first.stop()
    await writeFile(join(dataDir, 'postgres/postgresql.auto.conf'), `fsync = off\nlisten_addresses = '*'\n`)

    const postgres = await startEmbeddedPostgres({ dataDir })
    try {
      const [row] = await query(
        postgres.serverUrl,
        `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
                current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding,
                (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale,
                lower('ÉTÉ') as folded`,
      )
      expect(row).toEqual({
        fsync: 'on',
        synchronous_commit: 'on',
        listens: '127.0.0.1',
        encoding: 'UTF8',
        locale: 'b C.UTF-8',
        folded: 'été',
      })
    } finally {
      await postgres.stop()
    }
  })

  it('keep the passwords in a file that only its owner can read', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir })
    try {
      expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
      const log = await readFile(join(dataDir, 'postgres.log'), 'utf8')
      expect(log).not.toContain(new URL(postgres.ownerUrl).password)
      const wrong = postgres.ownerUrl.replace(/:[0-9a-f]{48}@/, ':wrong@')
      await expect(query(wrong, 'select')).rejects.toThrow(/password authentication failed/)
    } finally {
      await postgres.stop()
    }
  })

  it('refuse a second start on one data directory, and say by whom it is in use', async () => {
    const supervisor = spawnSupervisor(dataDir)
    await supervisor.ready
    const second = startEmbeddedPostgres({ dataDir })
    await expect(second).rejects.toThrow(DataDirectoryInUse)
    await expect(second).rejects.toThrow(
      `is in use by process ${supervisor.child.pid}. Nothing was changed. Stop process ${supervisor.child.pid} first`,
    )
    await supervisor.stop()
    await (await startEmbeddedPostgres({ dataDir })).stop()
  })

  it('refuse a second start in the same process too', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    try {
      await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(DataDirectoryInUse)
    } finally {
      await first.stop()
    }
  })

  it('take another port when the last one is taken', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    await first.stop()
    const otherDir = await makeDataDir()
    const secrets = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8'))
    const other = await startEmbeddedPostgres({ dataDir: otherDir })
    const { port } = new URL(other.ownerUrl)
    await writeFile(join(dataDir, 'postgres.json'), JSON.stringify({ ...secrets, port: Number(port) }))
    try {
      const second = await startEmbeddedPostgres({ dataDir })
      expect(new URL(second.ownerUrl).port).not.toBe(port)
      expect(await query(second.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
      await second.stop()
    } finally {
      await other.stop()
      await removeDataDir(otherDir)
    }
  })

  it('keep the rows when postgres.json is lost', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    await query(first.ownerUrl, 'create table if not exists kept as select 42 as answer')
    await first.stop()
    await rm(join(dataDir, 'postgres.json'))

    const second = await startEmbeddedPostgres({ dataDir })
    try {
      expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
      expect(new URL(second.ownerUrl).password).not.toBe(new URL(first.ownerUrl).password)
    } finally {
      await second.stop()
    }
  })

  it('say what to do about a directory that holds no database', async () => {
    const otherDir = await makeDataDir()
    await mkdir(join(otherDir, 'postgres'))
    await writeFile(join(otherDir, 'postgres/notes.txt'), 'mine')
    await expect(startEmbeddedPostgres({ dataDir: otherDir })).rejects.toThrow(/move it away/)
    expect(await readFile(join(otherDir, 'postgres/notes.txt'), 'utf8')).toBe('mine')
    await removeDataDir(otherDir)
  })
})

describe('roles and databases', () => {
  it('keep the server from the sandbox’s database and the sandbox from the server’s', async () => {
    const { ownerUrl, serverUrl, sandboxUrl, stop } = await startEmbeddedPostgres({ dataDir })
    try {
      for (const url of [ownerUrl, serverUrl]) {
        await expect(query(url.replace(/quittance$/, 'sandbox'), 'select')).rejects.toThrow(
          /permission denied/,
        )
      }
      for (const database of ['quittance', 'postgres', 'template1']) {
        const url = sandboxUrl.replace(/sandbox$/, database)
        await expect(query(url, 'select')).rejects.toThrow(/permission denied/)
      }
      expect(await query(sandboxUrl, 'create table mine (id int)')).toEqual([])
    } finally {
      await stop()
    }
  })

  it('let the owner make roles and extensions, and nobody be a superuser', async () => {
    const { ownerUrl, stop } = await startEmbeddedPostgres({ dataDir })
    try {
      await query(ownerUrl, 'create role reader nologin')
      await query(ownerUrl, 'create extension pg_trgm')
      const powerful = `select rolname from pg_roles where rolname like 'quittance%' and (rolsuper or rolbypassrls)`
      expect(await query(ownerUrl, powerful)).toEqual([])
    } finally {
      await stop()
    }
  })
})

describe('accounts', () => {
  it.runIf(isRoot)('started by root, postgres runs as a user without privileges', async () => {
    const { ownerUrl, stop } = await startEmbeddedPostgres({ dataDir })
    try {
      const postmaster = Number(
        (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0],
      )
      expect((await stat(`/proc/${postmaster}`)).uid).not.toBe(0)
      expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    } finally {
      await stop()
    }
  })

  it.runIf(isRoot)('started by root, works in a directory that root alone may enter', async () => {
    const closed = join(dataDir, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const postgres = await startEmbeddedPostgres({ dataDir: join(closed, 'data') })
    try {
      await query(postgres.ownerUrl, 'create extension pg_trgm')
      expect(await query(postgres.ownerUrl, `select similarity('word', 'word') as same`)).toEqual([
        { same: 1 },
      ])
    } finally {
      await postgres.stop()
    }
  })

  it.runIf(nobodyCanReadUs)('started by an ordinary user, works too, and root may carry on', async () => {
    await chmod(dataDir, 0o711)
    const own = join(dataDir, 'own')
    await mkdir(own)
    await chown(own, NOBODY.uid, NOBODY.gid)
    const supervisor = spawnSupervisor(own, NOBODY)
    await query((await supervisor.ready).ownerUrl, 'create table if not exists kept as select 42 as answer')
    await supervisor.stop()

    const asRoot = await startEmbeddedPostgres({ dataDir: own })
    expect(await query(asRoot.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
    await asRoot.stop()
  })

  it.runIf(nobodyCanReadUs)('say what to do when the data belongs to another user', async () => {
    await chmod(dataDir, 0o711)
    await (await startEmbeddedPostgres({ dataDir })).stop()
    const supervisor = spawnSupervisor(dataDir, NOBODY)
    await expect(supervisor.ready).rejects.toThrow(/must belong to the user who starts Quittance/)
  })
})
