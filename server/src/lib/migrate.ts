import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

const { escapeIdentifier } = pg

/** A migration cannot be run, or the database and the files do not agree. Nothing of the migration was kept. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

interface Migration {
  number: number
  name: string
  sql: string
  sha256: string
}

export interface MigrateOptions {
  ownerUrl: string
  /** The role the server runs as. Made without a login when the database does not have it. */
  serverRole: string
  /** Holds `NNNN-words.sql` files; may be missing. */
  directory: string
  log?: (message: string) => void
}

/** One key for all starts: one of them migrates, the others wait and find it done. "quittanc" in ASCII. */
const ADVISORY_LOCK = 0x7175697474616e63n
const LOCK_TIMEOUT = '5s'

/**
 * Brings a database up to the files: forward only, in the order of their numbers, each in a transaction of
 * its own. A file whose first line is `-- no transaction` runs outside one: it holds a single statement,
 * and one that may be repeated, since a kill can come between it and the note that it ran.
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const migrations = await readMigrations(options.directory)
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'quittance migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    await ensureServerRole(client, options)
    await ensureRecord(client)
    for (const migration of await pending(client, migrations)) {
      options.log?.(`Migrating: ${migration.name}`)
      await apply(client, migration)
    }
    await migrateJobs(client, options)
  } finally {
    await client.end()
  }
}

async function readMigrations(directory: string): Promise<Migration[]> {
  const all = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const names = all.filter((name) => name.endsWith('.sql')).sort()
  const migrations = await Promise.all(names.map((name) => readMigration(directory, name)))
  for (const [at, migration] of migrations.entries()) {
    const before = migrations[at - 1]
    if (before?.number === migration.number) {
      throw new MigrationRefused(
        `${before.name} and ${migration.name} have one number. Give the later one the next.`,
      )
    }
  }
  return migrations
}

async function readMigration(directory: string, name: string): Promise<Migration> {
  if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) {
    throw new MigrationRefused(`${name} is not named like a migration: NNNN-words.sql, in lower case.`)
  }
  const sql = await readFile(join(directory, name), 'utf8')
  return {
    number: Number(name.slice(0, 4)),
    name,
    sql,
    sha256: createHash('sha256').update(sql).digest('hex'),
  }
}

/** Lets the owner become the server role too, for servers that log in as the owner and give that up. */
async function ensureServerRole(client: pg.Client, options: MigrateOptions): Promise<void> {
  const { serverRole: role, log } = options
  const name = escapeIdentifier(role)
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  try {
    if (rowCount === 0) await client.query(`create role ${name} nologin nosuperuser nobypassrls`)
    // From version 16 on, who makes a role is a member of it but may not yet become it.
    const { rows } = await client.query<{ may_become: boolean }>(
      `select pg_has_role($1::name,
         case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as may_become`,
      [role],
    )
    if (!rows[0]?.may_become) await client.query(`grant ${name} to current_user`)
  } catch (error) {
    // Another database of this server made it at the same moment.
    const isRaced = ['42710', '23505'].includes((error as pg.DatabaseError).code ?? '')
    if (isRaced && rowCount === 0) return ensureServerRole(client, options)
    if (rowCount !== 0) {
      // No harm where the server has a login of its own.
      log?.(
        `The owner's login is not a member of ${role}: a server that logs in with it cannot become ${role}.`,
      )
      return
    }
    throw new MigrationRefused(
      `The owner's login may not make the role ${role} (${(error as Error).message}). ` +
        `Let an administrator run: create role ${role} nologin; grant ${role} to <the owner's login>.`,
      { cause: error },
    )
  }
}

async function ensureRecord(client: pg.Client): Promise<void> {
  await client.query(`
    create schema if not exists lib;
    create table if not exists lib.migrations (
      number int primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`)
}

/** The files that are not applied yet, after checking that those applied are the files we have. */
async function pending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows: applied } = await client.query<Omit<Migration, 'sql'>>(
    'select number, name, sha256 from lib.migrations order by number',
  )
  const files = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const { number, name, sha256 } of applied) {
    const file = files.get(number)
    if (!file) {
      throw new MigrationRefused(
        `The database has migration ${name}, which this version of Quittance does not know: the database is ` +
          'newer than the program. Start the newer version.',
      )
    }
    if (file.sha256 !== sha256) {
      throw new MigrationRefused(
        `Migration ${file.name} was changed after it was applied here (as ${name}). Put the file back as it was, ` +
          'and say the change in a new migration.',
      )
    }
  }
  const last = applied.at(-1)
  const todo = migrations.filter(({ number }) => !applied.some((done) => done.number === number))
  const late = todo.find(({ number }) => last && number < last.number)
  if (late && last) {
    throw new MigrationRefused(
      `Migration ${late.name} comes before ${last.name}, which is applied already. Give it the next free number.`,
    )
  }
  return todo
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const outside = /^-- no transaction\s*$/.test(migration.sql.split('\n', 1)[0] ?? '')
  try {
    if (!outside) await client.query(`begin; set local lock_timeout = '${LOCK_TIMEOUT}'`)
    await client.query(migration.sql)
    await client.query('insert into lib.migrations (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    if (!outside) await client.query('commit')
  } catch (error) {
    if (!outside) await client.query('rollback').catch(() => {})
    throw new MigrationRefused(explain(migration, error as pg.DatabaseError), { cause: error })
  }
}

function explain(migration: Migration, error: pg.DatabaseError): string {
  if (error.code === '55P03') {
    return (
      `Migration ${migration.name} waited ${LOCK_TIMEOUT} for a lock that another session holds, and gave up so as ` +
      'not to stop the traffic behind it. Nothing of it was kept; start again.'
    )
  }
  const before = error.position ? migration.sql.slice(0, Number(error.position)) : ''
  const line = before ? ` (line ${before.split('\n').length})` : ''
  return `Migration ${migration.name} failed${line}: ${error.message}. Nothing of it was kept.`
}

/**
 * The job worker's own tables. It expects to own them, and has row-level security without policies
 * against everybody else; our server is not the owner, so it gets both grants and policies here.
 */
async function migrateJobs(client: pg.Client, options: MigrateOptions): Promise<void> {
  const logger = new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') options.log?.(message)
  })
  await runMigrations({ preset: { worker: { connectionString: options.ownerUrl, logger } } })
  const role = escapeIdentifier(options.serverRole)
  await client.query(`
    grant usage on schema graphile_worker to ${role};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${role};
    grant usage on all sequences in schema graphile_worker to ${role};
    grant execute on all functions in schema graphile_worker to ${role};
    revoke insert, update, delete on graphile_worker.migrations from ${role}`)
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = $1)`,
    [options.serverRole],
  )
  for (const { name } of rows) {
    await client.query(
      `create policy ${role} on graphile_worker.${escapeIdentifier(name)} to ${role} using (true)`,
    )
  }
}
