import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Logger } from 'pino'
import { migrate } from '../lib/migrate.ts'
import {
  attachEmbeddedPostgres,
  connectionFor,
  type DatabaseUrls,
  DataDirectoryInUse,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../lib/postgres/index.ts'

const MIGRATIONS = new URL('../../migrations/', import.meta.url).pathname
const SERVER_ROLE = 'quittance_server'

export interface OpenDatabase extends DatabaseUrls {
  /** The sandbox's own database, in the embedded cluster only. */
  sandboxUrl: string | undefined
  close(): Promise<void>
}

/** The PostgreSQL of DATABASE_URL, or the embedded one in DATA_DIR; migrated either way. */
export async function openDatabase(env: NodeJS.ProcessEnv, log: Logger): Promise<OpenDatabase> {
  let embedded: EmbeddedPostgres | undefined
  if (env.DATABASE_URL === undefined) {
    embedded = await startEmbeddedPostgres({
      dataDir: resolve(env.DATA_DIR ?? 'data'),
      log: (line) => log.info(line),
    })
  }
  try {
    const urls = connectionFor(embedded ?? env)
    await migrate({
      ownerUrl: urls.ownerUrl,
      serverRole: SERVER_ROLE,
      directory: MIGRATIONS,
      log: (line) => log.info(line),
    })
    return { ...urls, sandboxUrl: embedded?.sandboxUrl, close: async () => embedded?.stop() }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** The same for a tool: an embedded PostgreSQL is shared if the server has it open, and never made. */
export async function openDatabaseBeside(env: NodeJS.ProcessEnv, log: Logger): Promise<OpenDatabase> {
  const dataDir = resolve(env.DATA_DIR ?? 'data')
  if (env.DATABASE_URL === undefined && !existsSync(join(dataDir, 'postgres'))) {
    throw new Error(`There is no database in ${dataDir}. Set DATA_DIR or DATABASE_URL as the server has it.`)
  }
  try {
    return await openDatabase(env, log)
  } catch (error) {
    if (!(error instanceof DataDirectoryInUse)) throw error
    const running = await attachEmbeddedPostgres(dataDir)
    if (running === null) throw error
    return { ...connectionFor(running), sandboxUrl: running.sandboxUrl, close: async () => {} }
  }
}
