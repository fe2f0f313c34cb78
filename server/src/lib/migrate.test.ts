import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Logger, run } from 'graphile-worker'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { MigrationRefused, migrate } from './migrate.ts'

const SERVER_ROLE = 'quittance_server'

let database: TestDatabase
let directory: string
beforeEach(async () => {
  database = await createTestDatabase({ migrated: false })
  directory = await mkdtemp(join(tmpdir(), 'quittance-migrations-'))
})
afterEach(async () => {
  await database.drop()
  await rm(directory, { recursive: true })
})

function migrateNow(): Promise<void> {
  return migrate({ ownerUrl: database.ownerUrl, serverRole: SERVER_ROLE, directory })
}

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, sql] of Object.entries(files)) await writeFile(join(directory, name), sql)
}

async function query(sql: string, url = database.ownerUrl): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('migrations', () => {
  it('run in the order of their numbers, once, and are recorded', async () => {
    await write({
      '0002-fill.sql': `insert into steps values ('second')`,
      '0001-make.sql': 'create table steps (name text)',
      'notes.txt': 'not a migration',
    })
    await migrateNow()
    await migrateNow()
    await write({ '0010-fill-again.sql': `insert into steps values ('tenth')` })
    await migrateNow()
    expect(await query('select name from steps')).toEqual([{ name: 'second' }, { name: 'tenth' }])
    expect(await query('select number, name from lib.migrations order by number')).toEqual([
      { number: 1, name: '0001-make.sql' },
      { number: 2, name: '0002-fill.sql' },
      { number: 10, name: '0010-fill-again.sql' },
    ])
  })

  it('run once when two start at the same time', async () => {
    await write({
      '0001-make.sql': 'create table steps (name text); select pg_sleep(0.2)',
      '0002-fill.sql': `insert into steps values ('once'); select pg_sleep(0.2)`,
    })
    await Promise.all([migrateNow(), migrateNow(), migrateNow()])
    expect(await query('select name from steps')).toEqual([{ name: 'once' }])
  })

  it('need no directory', async () => {
    await rm(directory, { recursive: true })
    await migrateNow()
    expect(await query('select from lib.migrations')).toEqual([])
    await mkdir(directory)
  })

  it('leave nothing of one that fails, keep those before it, and name the line', async () => {
    await write({
      '0001-make.sql': 'create table steps (name text)',
      '0002-wrong.sql': `insert into steps values ('lost');\n\nselect * from nowhere`,
    })
    await expect(migrateNow()).rejects.toThrow(
      '0002-wrong.sql failed (line 3): relation "nowhere" does not exist. Nothing of it was kept.',
    )
    expect(await query('select name from steps')).toEqual([])
    await write({ '0002-wrong.sql': `insert into steps values ('right')` })
    await migrateNow()
    expect(await query('select name from steps')).toEqual([{ name: 'right' }])
  })

  it('refuse a file that was changed after it was applied', async () => {
    await write({ '0001-make.sql': 'create table steps (name text)' })
    await migrateNow()
    await write({ '0001-make.sql': 'create table steps (name text, note text)' })
    await expect(migrateNow()).rejects.toThrow(/0001-make.sql was changed after it was applied/)
  })

  it('refuse a database that is newer than the program', async () => {
    await write({ '0001-make.sql': 'create table steps (name text)', '0002-more.sql': 'select' })
    await migrateNow()
    await rm(join(directory, '0002-more.sql'))
    await expect(migrateNow()).rejects.toThrow(/has migration 0002-more.sql.*Start the newer version/)
  })

  it('refuse a new file that comes before an applied one', async () => {
    await write({ '0002-make.sql': 'create table steps (name text)' })
    await migrateNow()
    await write({ '0001-late.sql': 'select' })
    await expect(migrateNow()).rejects.toThrow(/0001-late.sql comes before 0002-make.sql/)
  })

  it('refuse two files with one number, and names that are not numbered', async () => {
    await write({ '0001-make.sql': 'select', '0001-other.sql': 'select' })
    await expect(migrateNow()).rejects.toThrow('0001-make.sql and 0001-other.sql have one number')
    await rm(join(directory, '0001-other.sql'))
    await write({ 'later.sql': 'select' })
    await expect(migrateNow()).rejects.toThrow(MigrationRefused)
  })

  it('wait for a lock for seconds only, and say so', async () => {
    await write({ '0001-make.sql': 'create table steps (name text)' })
    await migrateNow()
    await write({ '0002-alter.sql': 'alter table steps add note text' })
    const blocker = new pg.Client({ connectionString: database.ownerUrl })
    await blocker.connect()
    await blocker.query('begin; lock table steps')
    await expect(migrateNow()).rejects.toThrow(/0002-alter.sql waited 5s for a lock/)
    await blocker.end()
    await migrateNow()
  })

  it('run outside a transaction where the first line asks for it', async () => {
    await write({
      '0001-make.sql': 'create table steps (name text)',
      '0002-index.sql':
        '-- no transaction\ncreate index concurrently if not exists steps_by_name on steps (name);\n',
    })
    await migrateNow()
    expect(await query(`select to_regclass('steps_by_name') is not null as there`)).toEqual([{ there: true }])
  })
})

describe('the server’s role', () => {
  it('is made where it does not exist, and the owner’s login may become it', async () => {
    const serverRole = `server_${randomBytes(6).toString('hex')}`
    try {
      await migrate({ ownerUrl: database.ownerUrl, serverRole, directory })
      const { ownerUrl } = database
      const url = `${ownerUrl}${ownerUrl.includes('?') ? '&' : '?'}options=-c%20role%3D${serverRole}`
      expect(await query('select current_user as name', url)).toEqual([{ name: serverRole }])
      await expect(query('create table public.mine (id int)', url)).rejects.toThrow(/permission denied/)
      const [role] = await query(`select rolcanlogin, rolsuper from pg_roles where rolname = '${serverRole}'`)
      expect(role).toEqual({ rolcanlogin: false, rolsuper: false })
    } finally {
      await query(`drop owned by ${serverRole}; drop role ${serverRole}`)
    }
  })
})

describe('the job tables', () => {
  it('serve the server’s role, which does not own them', async () => {
    await migrateNow()
    const worked = Promise.withResolvers<unknown>()
    const runner = await run({
      preset: { worker: { connectionString: database.serverUrl, logger: new Logger(() => () => {}) } },
      taskList: {
        note: async (payload) => worked.resolve(payload),
      },
      noHandleSignals: true,
    })
    await query(`select graphile_worker.add_job('note', '{"number": 7}')`, database.serverUrl)
    expect(await worked.promise).toEqual({ number: 7 })
    await runner.stop()
    expect(await query('select from graphile_worker.jobs', database.serverUrl)).toEqual([])
  })
})
