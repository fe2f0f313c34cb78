import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, clusterName, systemIdentifier } from './cluster.ts'
import { type Postmaster, postmasterArgs, stopPostmaster, watchExit } from './postmaster.ts'
import { findProcesses, type RunningProcess, signal } from './processes.ts'
import type { Secrets } from './secrets.ts'
import { urlFor } from './urls.ts'

/**
 * A postgres that outlived its supervisor. It is adopted when it runs as we would run it and answers to
 * our password, and stopped otherwise. `null`: none runs now, and a new one may start.
 */
export async function adoptOrphan(
  cluster: Cluster,
  secrets: Secrets,
  settings: Record<string, string>,
): Promise<Postmaster | null> {
  const name = await clusterName(cluster)
  const orphan = (await findProcesses(name)).find(isPostmaster)
  if (orphan) {
    const port = await recordedPort(cluster, orphan.pid)
    const postmaster = { pid: orphan.pid, port: port ?? 0, exited: watchExit(name, orphan.pid) }
    if (
      port !== null &&
      (await isAsWeWould(cluster, orphan, port, settings)) &&
      (await answers(cluster, secrets, port))
    ) {
      cluster.log(`Adopted PostgreSQL ${orphan.pid}, whose supervisor had died.`)
      return postmaster
    }
    cluster.log(`Stopping PostgreSQL ${orphan.pid}, left by another start.`)
    await stopPostmaster(cluster, postmaster)
  }
  await clearRemains(cluster)
  return null
}

/**
 * After a postmaster was killed: its backends end by themselves when they notice, and must all be gone
 * before another one starts. Then a postmaster.pid whose number belongs to a stranger by now is removed,
 * since PostgreSQL would take the stranger for a rival for ever.
 */
export async function clearRemains(cluster: Cluster): Promise<void> {
  const name = await clusterName(cluster)
  for (let round = 0; ; round++) {
    const left = await findProcesses(name)
    if (left.length === 0) break
    if (round === 40) for (const { pid } of left) signal(pid, 'SIGQUIT')
    if (round >= 80) for (const { pid } of left) signal(pid, 'SIGKILL')
    await sleep(50)
  }
  const pid = await recordedPid(cluster)
  if (pid !== null && exists(pid)) await rm(join(cluster.clusterDir, 'postmaster.pid'), { force: true })
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
  const args = (await postmasterArgs(cluster, port, settings)).join(' ')
  return orphan.command.startsWith(`${program} `) && orphan.command.endsWith(args)
}

/** Whether it lets us in with our password and is this cluster and this version. It may be starting still. */
async function answers(cluster: Cluster, secrets: Secrets, port: number): Promise<boolean> {
  for (;;) {
    const client = new pg.Client({
      connectionString: urlFor('postgres', secrets.passwords.superuser, port, 'postgres'),
    })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ id: string; version: string }>(
        `select system_identifier::text as id, current_setting('server_version') as version from pg_control_system()`,
      )
      return (
        rows[0]?.id === (await systemIdentifier(cluster.clusterDir)) &&
        rows[0].version === cluster.binaries.version
      )
    } catch (error) {
      if (
        (error as { code?: string }).code !== CANNOT_CONNECT_NOW ||
        (await recordedState(cluster)) === 'stopping'
      )
        return false
      await sleep(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

const CANNOT_CONNECT_NOW = '57P03'

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function pidFile(cluster: Cluster): Promise<string[]> {
  return (await readFile(join(cluster.clusterDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
}

async function recordedPid(cluster: Cluster): Promise<number | null> {
  return Number((await pidFile(cluster))[0]) || null
}

async function recordedPort(cluster: Cluster, pid: number): Promise<number | null> {
  const lines = await pidFile(cluster)
  return Number(lines[0]) === pid ? Number(lines[3]) || null : null
}

async function recordedState(cluster: Cluster): Promise<string | undefined> {
  return (await pidFile(cluster))[7]?.trim()
}
