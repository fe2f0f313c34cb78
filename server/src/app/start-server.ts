import pg from 'pg'
import { followClockOffset } from '../lib/clock-offset.ts'
import { assertServerRoleIsSafe, type DatabaseUrls } from '../lib/postgres/index.ts'
import { createServer, startMetrics } from '../web/index.ts'
import type { Config } from './config.ts'
import { type Jobs, startJobs } from './jobs.ts'
import { makeLog, makeServices } from './services.ts'

export interface RunningServer {
  url: string
  metricsUrl: string
  stop(): Promise<void>
}

const CLOCK_EVERY_MS = 1000

/** Starts the roles that the configuration names. `stop` finishes what is under way, then closes everything. */
export async function startServer(config: Config, urls: DatabaseUrls): Promise<RunningServer> {
  await checkRole(urls.serverUrl)
  const services = await makeServices(config, urls.serverUrl, makeLog(), urls.directUrl)
  const isWeb = config.role !== 'worker'
  const jobs: Jobs | undefined = config.role === 'web' ? undefined : await startJobs(services, urls.directUrl)
  if (jobs !== undefined) services.onNudge(jobs.nudge)
  if (isWeb && services.dashboard === undefined)
    services.log.warn(
      'The dashboard is not built, so there is none: run bin/node scripts/build-dashboard.ts.',
    )
  const server = isWeb ? await createServer(services) : undefined
  await server?.listen({ port: config.port, host: config.host })
  const metrics = await startMetrics(config.metricsPort)
  const follow =
    config.sandboxUrl === undefined
      ? undefined
      : setInterval(
          () => followClockOffset(services.database.global, services.clock).catch(() => {}),
          CLOCK_EVERY_MS,
        )
  return {
    url: config.baseUrl,
    metricsUrl: `http://127.0.0.1:${metrics.port}/metrics`,
    stop: async () => {
      clearInterval(follow)
      await server?.close()
      await jobs?.stop()
      await metrics.close()
      await services.notices.close()
      services.mailer.close()
      await services.database.close()
    },
  }
}

async function checkRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await assertServerRoleIsSafe(client)
  } finally {
    await client.end()
  }
}
