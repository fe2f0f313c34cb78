import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, ended, spawnOn } from './cluster.ts'
import { readPidFile } from './pid-file.ts'
import { commandOf, signal } from './processes.ts'
import { serverArguments } from './server-settings.ts'

/** A postgres that accepts connections. */
export interface Postmaster {
  pid: number
  port: number
  /** Settles when it is gone, for whatever reason. */
  exited: Promise<void>
  /** Never reaches another process, though the number may be another's by then. */
  signal(name: NodeJS.Signals): void | Promise<void>
}

const MAX_LOG_BYTES = 10_000_000

/** Starts postgres; gives what it said instead when it ended. Recovery may be long: only an end is a failure. */
export async function startPostmaster(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<Postmaster | string> {
  const log = await openLog(cluster.dataDir)
  try {
    const { size } = await log.stat()
    const args = await serverArguments(cluster, port, settings)
    const child = await spawnOn(cluster, cluster.clusterDir, 'postgres', args, ['ignore', log.fd, log.fd])
    let failure = ''
    child.once('error', (error) => {
      failure = error.message
    })
    let isRunning = true
    const exited = ended(child).then(() => {
      isRunning = false
    })
    while (isRunning) {
      const noted = await readPidFile(cluster.clusterDir)
      if (child.pid !== undefined && noted?.pid === child.pid && noted.state === 'ready') {
        return { pid: child.pid, port, exited, signal: (name) => void child.kill(name) }
      }
      await Promise.race([sleep(10), exited])
    }
    return failure || (await readFile(join(cluster.dataDir, 'postgres.log'))).subarray(size).toString().trim()
  } finally {
    await log.close()
  }
}

/** A postmaster that is not our child: known by the cluster's name in its command line. */
export function foreignPostmaster(name: string, pid: number, port: number): Postmaster {
  const isAlive = async () => (await commandOf(pid)).includes(name)
  const watch = async () => {
    while (await isAlive()) await sleep(200)
  }
  return {
    pid,
    port,
    exited: watch(),
    signal: async (signalName) => {
      if (await isAlive()) signal(pid, signalName)
    },
  }
}

/** Fast shutdown; then without ceremony, which the next start recovers from; then by force. */
export async function stopPostmaster(
  postmaster: Pick<Postmaster, 'exited' | 'signal'>,
  log: (message: string) => void,
): Promise<void> {
  const steps = [
    { name: 'SIGINT', seconds: 30 },
    { name: 'SIGQUIT', seconds: 10 },
    { name: 'SIGKILL', seconds: 5 },
  ] as const
  for (const { name, seconds } of steps) {
    await postmaster.signal(name)
    if (await settlesWithin(postmaster.exited, seconds)) return
    log(`PostgreSQL did not stop within ${seconds} s of ${name}.`)
  }
}

async function settlesWithin(promise: Promise<void>, seconds: number): Promise<boolean> {
  const limit = new AbortController()
  const late = sleep(seconds * 1000, false, { signal: limit.signal }).catch(() => false)
  try {
    return await Promise.race([promise.then(() => true), late])
  } finally {
    limit.abort()
  }
}

async function openLog(dataDir: string) {
  const path = join(dataDir, 'postgres.log')
  const found = await stat(path).catch(() => null)
  if (found && found.size > MAX_LOG_BYTES) await rename(path, `${path}.1`)
  return open(path, 'a', 0o600)
}
