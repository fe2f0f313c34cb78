import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { withDatabase } from './postgres.global.ts'

export interface TestDatabase {
  /** Owns everything, bound by no row-level security. */
  ownerUrl: string
  /** What the server connects with. */
  serverUrl: string
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
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    serverUrl: withDatabase(serverUrl, name),
    drop: () => drop(ownerUrl, name),
  }
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
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name])
    return (rowCount ?? 0) > 0
  } finally {
    await client.end()
  }
}

async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
