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
    drop: () => asOwner(ownerUrl, `drop database if exists ${name} with (force)`),
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
