import { open, readFile, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, clusterName, ended, spawnOn } from './cluster.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { findProcesses, signal } from './processes.ts'

/** A postgres that accepts connections. */
export interface Postmaster {
  pid: number
  port: number
  /** Settles when it is gone, for whatever reason. */
  exited: Promise<void>
}

const MAX_LOG_BYTES = 10_000_000
const MAX_ATTEMPTS = 20

/** Everything is on the command line, where no edited postgresql.conf can turn durability off. */
export async function postmasterArgs(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<string[]> {
  const all = {
    ...settings,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    cluster_name: await clusterName(cluster),
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Errors of statements reach the server as exceptions, and their text may hold customers' data.
    log_min_messages: 'log',
    log_checkpoints: 'off',
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Starts postgres on the preferred port, or on another one when that is taken, and waits until it is ready. */
export async function startPostmaster(
  cluster: Cluster,
  preferredPort: number | null,
  settings: Record<string, string>,
): Promise<Postmaster> {
  let port = preferredPort !== null && (await isFree(preferredPort)) ? preferredPort : await freePort()
  for (let attempt = 1; ; attempt++) {
    const result = await tryStart(cluster, port, settings)
    if (typeof result !== 'string') return result
    if (attempt === MAX_ATTEMPTS) throw didNotStart(cluster, result)
    if (/could not (bind|create any TCP)/.test(result)) port = await freePort()
    else if (/pre-existing shared memory block|lock file .* already exists/.test(result)) await sleep(250)
    else throw didNotStart(cluster, result)
  }
}

/** The running postmaster, or what it said before it ended. Recovery may be long: only its end is a failure. */
async function tryStart(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<Postmaster | string> {
  const log = await openLog(cluster.dataDir)
  try {
    const { size } = await log.stat()
    const args = await postmasterArgs(cluster, port, settings)
    const child = await spawnOn(cluster, cluster.clusterDir, 'postgres', args, ['ignore', log.fd, log.fd])
    let failure = ''
    child.once('error', (error) => (failure = error.message))
    const exited = ended(child).then(() => {})
    let running = true
    void exited.then(() => (running = false))
    while (running) {
      if (child.pid !== undefined && (await isReady(cluster, child.pid)))
        return { pid: child.pid, port, exited }
      await Promise.race([sleep(10), exited])
    }
    return failure || (await readFile(join(cluster.dataDir, 'postgres.log'), 'utf8')).slice(size).trim()
  } finally {
    await log.close()
  }
}

/** The eighth line of postmaster.pid is PostgreSQL's own word on its state. */
async function isReady(cluster: Cluster, pid: number): Promise<boolean> {
  const lines = (await readFile(join(cluster.clusterDir, 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  )
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** Fast shutdown; then without ceremony, which the next start recovers from; then by force. */
export async function stopPostmaster(
  cluster: Cluster,
  postmaster: Pick<Postmaster, 'pid' | 'exited'>,
): Promise<void> {
  const steps = [
    { name: 'SIGINT', seconds: 30 },
    { name: 'SIGQUIT', seconds: 10 },
    { name: 'SIGKILL', seconds: 5 },
  ] as const
  for (const { name, seconds } of steps) {
    signal(postmaster.pid, name)
    const limit = new AbortController()
    const late = sleep(seconds * 1000, 'late' as const, { signal: limit.signal }).catch(
      () => 'stopped' as const,
    )
    const outcome = await Promise.race([late, postmaster.exited])
    limit.abort()
    if (outcome !== 'late') return
    cluster.log(`PostgreSQL did not stop within ${seconds} s of ${name}.`)
  }
}

/** For a postmaster that is not our child: watches for its end. */
export async function watchExit(name: string, pid: number): Promise<void> {
  while ((await findProcesses(name)).some((found) => found.pid === pid)) await sleep(200)
}

async function openLog(dataDir: string) {
  const path = join(dataDir, 'postgres.log')
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > MAX_LOG_BYTES) await rename(path, `${path}.1`)
  return open(path, 'a', 0o600)
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
