import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { Database, type DatabaseOptions } from '../../server/src/lib/db/database.ts'
import type { Wiring } from '../../server/src/lib/events.ts'
import { withDatabase } from './postgres.global.ts'

export interface TestDatabase {
  /** Owns everything, bound by no row-level security. */
  ownerUrl: string
  /** What the server connects with. */
  serverUrl: string
  /** For whoever asks as its owner now and then: a connection is made when first needed, and kept. */
  owner: pg.Pool
  drop(): Promise<void>
}

/**
 * A database of its own for a test file's `beforeAll`: migrated and empty, cloned from the template; or,
 * for the tests of migrating itself, bare.
 */
export async function createTestDatabase(options: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const { ownerUrl, serverUrl, template, prefix, failure } = inject('testPostgres')
  if (failure !== null && options.migrated !== false) throw new Error(failure)
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  await asOwner(
    ownerUrl,
    `create database ${name} template ${options.migrated === false ? 'template0' : template} strategy wal_log`,
  )
  const owner = openPool(withDatabase(ownerUrl, name))
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    serverUrl: withDatabase(serverUrl, name),
    owner,
    drop: async () => {
      await owner.end()
      await drop(ownerUrl, name)
    },
  }
}

/** The server's door to it, wired to nothing: no listeners, no audit unless it is told how, no jobs. */
export function openDoor(
  { serverUrl }: Pick<TestDatabase, 'serverUrl'>,
  { audit = () => {}, ...options }: Partial<DatabaseOptions> & Pick<Partial<Wiring>, 'audit'> = {},
): Database {
  const wiring = {
    followers: [],
    sameTransaction: [],
    afterCommit: new Set<string>(),
    audit,
    nudge: () => {},
  }
  return new Database({ url: serverUrl, wiring, ...options })
}

const PERMISSION_DENIED = '42501'
const PATIENCE = 40

/**
 * Waits for the last connections to close by themselves (one that is cut has nobody left to hear of it), then drops.
 * Autovacuum may be at work just then, which an owner cannot send away: it is over in a moment.
 */
async function drop(ownerUrl: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      const busy = tries < PATIENCE && (await isInUse(ownerUrl, name))
      if (!busy) return await asOwner(ownerUrl, `drop database if exists ${name} with (force)`)
    } catch (error) {
      if (tries >= PATIENCE || (error as { code?: string }).code !== PERMISSION_DENIED) throw error
    }
    await new Promise((done) => setTimeout(done, 100))
  }
}

async function isInUse(ownerUrl: string, name: string): Promise<boolean> {
  const { rowCount } = await maintenance(ownerUrl).query('select from pg_stat_activity where datname = $1', [
    name,
  ])
  return (rowCount ?? 0) > 0
}

async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  await maintenance(ownerUrl).query(statement)
}

/** Of this process, to the database beside those of the tests. A new connection costs more than what is asked by it. */
const pools = new Map<string, pg.Pool>()

function maintenance(ownerUrl: string): pg.Pool {
  const pool = pools.get(ownerUrl) ?? openPool(ownerUrl)
  pools.set(ownerUrl, pool)
  return pool
}

function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 2, allowExitOnIdle: true, idleTimeoutMillis: 60_000 })
  pool.on('error', () => {}) // The server ended first; the next query connects anew.
  return pool
}
