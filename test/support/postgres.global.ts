import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../server/src/lib/migrate.ts'
import {
  connectionFor,
  type DatabaseUrls,
  startEmbeddedPostgres,
} from '../../server/src/lib/postgres/index.ts'

/** Where the tests of this run find PostgreSQL. */
export interface TestPostgres {
  ownerUrl: string
  serverUrl: string
  /** The migrated database that each test file clones. */
  template: string
  /** What the names of this run's databases begin with. */
  prefix: string
  /** Why the template could not be migrated: tests that need no database still run. */
  failure: string | null
}

declare module 'vitest' {
  interface ProvidedContext {
    testPostgres: TestPostgres
  }
}

const DATA_DIR_PREFIX = 'quittance-test-'
const MIGRATIONS = join(import.meta.dirname, '../../server/migrations')

/** One server and one migrated template for all test files: TEST_DATABASE_URL's, else a cluster of our own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer()
  try {
    const prefix = `test_${randomBytes(4).toString('hex')}`
    const template = `${prefix}_template`
    await asOwner(server.ownerUrl, async (client) => {
      await client.query(`create database ${template}`)
    })
    const failure = await migrate({
      ownerUrl: withDatabase(server.ownerUrl, template),
      serverRole: 'quittance_server',
      directory: MIGRATIONS,
    }).then(
      () => null,
      (error: Error) => error.message,
    )
    const { ownerUrl, serverUrl } = server
    project.provide('testPostgres', { ownerUrl, serverUrl, template, prefix, failure })
    return () => server.close(prefix)
  } catch (error) {
    await server.close(null)
    throw error
  }
}

async function openServer(): Promise<DatabaseUrls & { close(prefix: string | null): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL
  if (url) {
    const urls = connectionFor({ DATABASE_URL: url })
    return { ...urls, close: async (prefix) => void (prefix && (await dropAll(urls.ownerUrl, prefix))) }
  }
  await removeAbandoned()
  const dataDir = await mkdtemp(join(await quickPlace(), DATA_DIR_PREFIX))
  await chmod(dataDir, 0o711)
  const socketDir = join(dataDir, 'postgres')
  const embedded = await startEmbeddedPostgres({
    dataDir,
    settings: {
      max_connections: '300',
      max_wal_size: '1GB',
      unix_socket_directories: socketDir,
      // Thousands of connections are opened, each with a password that nobody has the time to guess.
      scram_iterations: '1',
    },
  })
  const { ownerUrl, serverUrl } = embedded
  return {
    ...connectionFor({ ownerUrl: bySocket(ownerUrl, socketDir), serverUrl: bySocket(serverUrl, socketDir) }),
    async close() {
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A third of a worker's time went into messages to PostgreSQL over TCP; a socket of the file system costs half of that. */
function bySocket(url: string, directory: string): string {
  const other = new URL(url)
  other.searchParams.set('host', directory)
  return other.href
}

const IN_MEMORY = '/dev/shm'
/** All clones and the log of changes of a whole run, and what else the run needs of memory. */
const ROOM = 2 * 2 ** 30

/**
 * Memory where there is room: the tests' commits are as durable as ever, but wait for no disk. What outlives a kill of
 * PostgreSQL is tested on clusters of their own.
 */
async function quickPlace(): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(IN_MEMORY)
    if (bavail * bsize > ROOM && process.availableMemory() > 3 * ROOM) return IN_MEMORY
  } catch {
    // No such place on this system.
  }
  return tmpdir()
}

/** A run that was killed leaves its postgres running. An hour spares the runs that are just starting. */
async function removeAbandoned(): Promise<void> {
  const hourAgo = Date.now() - 3_600_000
  const kept = await Promise.all(
    [tmpdir(), IN_MEMORY].map(async (place) =>
      (await readdir(place).catch(() => [])).map((name) => ({ name, dataDir: join(place, name) })),
    ),
  )
  for (const { name, dataDir } of kept.flat()) {
    const secrets =
      name.startsWith(DATA_DIR_PREFIX) && (await stat(join(dataDir, 'postgres.json')).catch(() => null))
    if (!secrets || secrets.mtimeMs > hourAgo) continue
    try {
      await (await startEmbeddedPostgres({ dataDir })).stop()
      await rm(dataDir, { recursive: true, force: true })
    } catch {
      // In use by a long run, or another user's.
    }
  }
}

/** A server that is not ours gets back as it was. */
async function dropAll(ownerUrl: string, prefix: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where starts_with(datname, $1)`,
      [`${prefix}_`],
    )
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`)
  })
}

async function asOwner(ownerUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** The same login on another database of the server. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}
