import { readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, clusterName, systemIdentifier } from './cluster.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { pidFilePath, readPidFile } from './pid-file.ts'
import { foreignPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts'
import { commandOf, findProcesses, isTaken, type RunningProcess, signal } from './processes.ts'
import type { Secrets } from './secrets.ts'
import { serverArguments } from './server-settings.ts'
import { urlFor } from './urls.ts'

const CANNOT_CONNECT_NOW = '57P03'

/** A postgres that outlived its supervisor, if it runs as we would run it and answers to our password. */
export async function adoptOrphan(
  cluster: Cluster,
  secrets: Secrets,
  settings: Record<string, string>,
): Promise<Postmaster | null> {
  const name = await clusterName(cluster)
  const orphan = (await findProcesses(name)).find(isPostmaster)
  const noted = await readPidFile(cluster.clusterDir)
  if (!orphan || noted?.pid !== orphan.pid || noted.port === null) return null
  if (!(await isAsWeWould(cluster, orphan, noted.port, settings))) return null
  if (!(await answers(cluster, secrets, noted.port))) return null
  cluster.log(`Adopted PostgreSQL ${orphan.pid}, whose supervisor had died.`)
  return foreignPostmaster(name, orphan.pid, noted.port)
}

/**
 * Leaves the cluster with no process at work on it, so that a postgres may start. Backends of a postmaster
 * that was killed end by themselves when they notice, and must all be gone before another one starts.
 */
export async function clearRemains(cluster: Cluster): Promise<void> {
  const name = await clusterName(cluster)
  for (let round = 0; ; round++) {
    const left = await findProcesses(name)
    const orphan = left.find(isPostmaster)
    if (left.length === 0) break
    if (orphan) {
      cluster.log(`Stopping PostgreSQL ${orphan.pid}, left by another start.`)
      await stopPostmaster(foreignPostmaster(name, orphan.pid, 0), cluster.log)
    }
    if (round === 40) for (const { pid } of left) signal(pid, 'SIGQUIT')
    if (round >= 80) for (const { pid } of left) signal(pid, 'SIGKILL')
    await sleep(50)
  }
  await removeStalePidFile(cluster)
}

/**
 * After a kill, the number in postmaster.pid may be another process's by now, and PostgreSQL would take
 * that one for a rival for ever. Left alone when the number is free (PostgreSQL then checks the shared
 * memory that the file names), and when it might be a postgres that somebody started by hand.
 */
async function removeStalePidFile(cluster: Cluster): Promise<void> {
  const noted = await readPidFile(cluster.clusterDir)
  if (noted === null || !isTaken(noted.pid)) return
  if (await mightBeRival(cluster, noted.pid)) {
    throw new EmbeddedPostgresError(
      `${pidFilePath(cluster.clusterDir)} names process ${noted.pid}, a PostgreSQL that Quittance did not start. ` +
        'If it runs on this data directory, stop it; if it does not, delete that file. Nothing was changed.',
    )
  }
  await rm(pidFilePath(cluster.clusterDir), { force: true })
}

async function mightBeRival(cluster: Cluster, pid: number): Promise<boolean> {
  if (!/^(\S*\/)?postgres\b/.test(await commandOf(pid))) return false
  if (process.platform !== 'linux') return true
  // Every PostgreSQL process stands in its data directory. Where we may not look, it might be this one.
  const directory = await readlink(`/proc/${pid}/cwd`).catch(() => cluster.clusterDir)
  return directory === cluster.clusterDir
}

/** Backends show a title instead of their arguments. */
function isPostmaster({ command }: RunningProcess): boolean {
  return command.includes(' -c cluster_name=')
}

async function isAsWeWould(
  cluster: Cluster,
  orphan: RunningProcess,
  port: number,
  settings: Record<string, string>,
): Promise<boolean> {
  const program = join(cluster.binaries.bin, 'postgres')
  const args = (await serverArguments(cluster, port, settings)).join(' ')
  return orphan.command.startsWith(`${program} `) && orphan.command.endsWith(args)
}

/** Whether it lets us in with our password and is this cluster and this version. It may be starting still. */
async function answers(cluster: Cluster, secrets: Secrets, port: number): Promise<boolean> {
  const connectionString = urlFor('postgres', secrets.passwords.superuser, port, 'postgres')
  for (;;) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ id: string; version: string }>(
        `select system_identifier::text as id, current_setting('server_version') as version from pg_control_system()`,
      )
      const isOurs = rows[0]?.id === (await systemIdentifier(cluster.clusterDir))
      return isOurs && rows[0]?.version === cluster.binaries.version
    } catch (error) {
      const isStarting = (error as { code?: string }).code === CANNOT_CONNECT_NOW
      if (!isStarting || (await readPidFile(cluster.clusterDir))?.state === 'stopping') return false
      await sleep(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
}
