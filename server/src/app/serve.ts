/** The server as a program: `bin/serve [--role all|web|worker]`. No demo data, no sandbox of its own. */
import { closeThreads } from '../lib/worker-threads.ts'
import { readConfig, type ServerRole } from './config.ts'
import { openDatabase } from './open-database.ts'
import { makeLog } from './services.ts'
import { startServer } from './start-server.ts'

const ROLES: readonly string[] = ['all', 'web', 'worker']

async function main(): Promise<void> {
  const log = makeLog()
  const at = process.argv.indexOf('--role')
  const role = at === -1 ? 'all' : process.argv[at + 1]
  if (role === undefined || !ROLES.includes(role)) throw new Error('--role is all, web or worker.')
  const config = readConfig(process.env, role as ServerRole)
  const database = await openDatabase(process.env, log)
  const server = await startServer(config, database).catch(async (error) => {
    await database.close()
    throw error
  })
  log.info({ url: server.url, metrics: server.metricsUrl }, 'Quittance is ready.')
  process.send?.({ ready: true })
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    log.info('Stopping: requests under way are finished first.')
    await server.stop()
    await closeThreads()
    await database.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop) // whoever started us is gone
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
