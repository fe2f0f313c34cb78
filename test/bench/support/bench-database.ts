import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import setUpTestPostgres, { type TestPostgres, withDatabase } from '../../support/postgres.global.ts'

export interface BenchDatabase {
  ownerUrl: string
  serverUrl: string
  /** The owner's connection, bound by no row-level security: for bulk loads and for looking at plans. */
  owner: pg.Client
  /** PostgreSQL's own version. */
  version: string
}

export interface BenchPostgres {
  create(): Promise<BenchDatabase>
  stop(): Promise<void>
}

/** The cluster that tests run on (TEST_DATABASE_URL's, else one of our own, with fsync), and databases in it. */
export async function startBenchPostgres(): Promise<BenchPostgres> {
  let found: TestPostgres | undefined
  const project = {
    provide: (_: string, value: TestPostgres) => {
      found = value
    },
  }
  const close = await setUpTestPostgres(project as unknown as TestProject)
  const postgres = found
  if (postgres === undefined || postgres.failure !== null) {
    await close()
    throw new Error(postgres?.failure ?? 'There is no PostgreSQL to measure on.')
  }
  const clients: pg.Client[] = []
  return {
    create: async () => {
      const database = await create(postgres)
      clients.push(database.owner)
      return database
    },
    stop: async () => {
      await Promise.all(clients.map((client) => client.end()))
      await close()
    },
  }
}

async function create({ ownerUrl, serverUrl, template, prefix }: TestPostgres): Promise<BenchDatabase> {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`
  const admin = await connect(ownerUrl)
  await admin.query(`create database ${name} template ${template} strategy wal_log`)
  await admin.end()
  const owner = await connect(withDatabase(ownerUrl, name))
  await owner.query(IDS)
  const { rows } = await owner.query<{ version: string }>(`select current_setting('server_version') version`)
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    serverUrl: withDatabase(serverUrl, name),
    owner,
    version: rows[0]?.version ?? '',
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** Ids of loaded rows are their kind and number, ordered like the product's own. */
const IDS = `
  create schema bench;
  create function bench.id(kind integer, n bigint) returns uuid language sql immutable parallel safe
    return ('01900000-' || lpad(to_hex(kind), 4, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
  grant usage on schema bench to quittance_server;
  grant execute on function bench.id(integer, bigint) to quittance_server`

export function loadedId(kind: number, n: number): string {
  return `01900000-${kind.toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`
}
