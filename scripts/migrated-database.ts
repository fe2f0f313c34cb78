import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../server/src/lib/migrate.ts'
import { connectionFor, type DatabaseUrls, startEmbeddedPostgres } from '../server/src/lib/postgres/index.ts'

export const SERVER_ROLE = 'quittance_server'

export interface MigratedDatabase {
  /** Logged in as the owner of everything. */
  owner: pg.Client
  /** Acting as the role of the server. */
  server: pg.Client
}

/**
 * Gives `work` a database of its own, migrated and empty, that is gone afterwards: on the server that
 * TEST_DATABASE_URL names, else on an embedded one made for it.
 */
export async function withMigratedDatabase<T>(work: (database: MigratedDatabase) => Promise<T>): Promise<T> {
  const url = process.env.TEST_DATABASE_URL
  if (url) return withNewDatabase(connectionFor({ DATABASE_URL: url }), work)
  const dataDir = await mkdtemp(join(tmpdir(), 'quittance-check-'))
  try {
    await chmod(dataDir, 0o711) // postgres may run as another user
    const embedded = await startEmbeddedPostgres({ dataDir, settings: { shared_buffers: '32MB' } })
    try {
      return await migrated(connectionFor(embedded), work)
    } finally {
      await embedded.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function withNewDatabase<T>(
  urls: DatabaseUrls,
  work: (database: MigratedDatabase) => Promise<T>,
): Promise<T> {
  const name = `check_${randomBytes(6).toString('hex')}`
  return withClient(urls.ownerUrl, async (admin) => {
    await admin.query(`create database ${name} template template0`)
    try {
      return await migrated(
        { ownerUrl: onDatabase(urls.ownerUrl, name), serverUrl: onDatabase(urls.serverUrl, name) },
        work,
      )
    } finally {
      await admin.query(`drop database ${name} with (force)`)
    }
  })
}

async function migrated<T>(
  urls: Pick<DatabaseUrls, 'ownerUrl' | 'serverUrl'>,
  work: (database: MigratedDatabase) => Promise<T>,
): Promise<T> {
  await migrate({
    ownerUrl: urls.ownerUrl,
    serverRole: SERVER_ROLE,
    directory: join(import.meta.dirname, '../server/migrations'),
  })
  return withClient(urls.ownerUrl, (owner) =>
    withClient(urls.serverUrl, async (server) => {
      await server.query(`set role ${SERVER_ROLE}`)
      return work({ owner, server })
    }),
  )
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function onDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}
