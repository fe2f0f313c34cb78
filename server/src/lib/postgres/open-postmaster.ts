import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { adoptOrphan, clearRemains } from './orphan.ts'
import { type Postmaster, startPostmaster } from './postmaster.ts'
import type { Secrets } from './secrets.ts'

const MAX_ATTEMPTS = 20
const PAUSE_MS = 250

/** Adopts the postgres that runs, or starts one: on the port of the last start when that is free. */
export async function openPostmaster(
  cluster: Cluster,
  secrets: Secrets,
  settings: Record<string, string>,
): Promise<Postmaster> {
  let preferred = secrets.port
  for (let attempt = 1; ; attempt++) {
    const adopted = await adoptOrphan(cluster, secrets, settings)
    if (adopted) return adopted
    await clearRemains(cluster)
    const port = preferred !== null && (await isFree(preferred)) ? preferred : await freePort()
    const result = await startPostmaster(cluster, port, settings)
    if (typeof result !== 'string') return result
    if (attempt === MAX_ATTEMPTS || !isPassing(result)) throw didNotStart(cluster, result)
    if (isPortTaken(result)) preferred = null
    else await sleep(PAUSE_MS)
  }
}

/** Starts postgres again on the same port, since the URLs are with the pools by now. */
export async function reopenPostmaster(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<Postmaster> {
  await clearRemains(cluster)
  const result = await startPostmaster(cluster, port, settings)
  if (typeof result === 'string') throw didNotStart(cluster, result)
  return result
}

function isPortTaken(said: string): boolean {
  return /could not (bind|create any TCP)/.test(said)
}

/**
 * Another postgres may still be going, or coming: one whose supervisor was killed in the moment between
 * fork and exec is no postgres yet when we look for it, and takes PostgreSQL's own lock before us.
 */
function isPassing(said: string): boolean {
  return isPortTaken(said) || /pre-existing shared memory block|lock file .* already exists/.test(said)
}

function didNotStart(cluster: Cluster, said: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `PostgreSQL did not start on ${cluster.clusterDir}. It said: ${said || 'nothing'}\n` +
      `More may stand in ${join(cluster.dataDir, 'postgres.log')}. The data was not changed.`,
  )
}

function isFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  )
}

function freePort(): Promise<number> {
  return listenOnce(0)
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      const got = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(got))
    })
  })
}
