import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, canReach } from './account.ts'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError } from './errors.ts'

/** One data directory and what is needed to work on it. */
export interface Cluster {
  /** Ours: secrets, lock, log. */
  dataDir: string
  /** PostgreSQL's own directory inside it. */
  clusterDir: string
  account: Account
  binaries: Binaries
  log: (message: string) => void
}

/**
 * A name for the processes of this cluster. The inode is in it because a copied data directory has the
 * same system identifier, and the copy must not take the processes of the original for its own.
 */
export async function clusterName(cluster: Cluster): Promise<string> {
  const { ino } = await stat(cluster.clusterDir)
  return `quittance-${await systemIdentifier(cluster.clusterDir)}-${ino}`
}

/** PostgreSQL's identifier of the cluster: the first eight bytes of its control file. */
export async function systemIdentifier(clusterDir: string): Promise<string> {
  const file = await open(join(clusterDir, 'global/pg_control'), 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
    const little = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1
    return String(little ? buffer.readBigUInt64LE() : buffer.readBigUInt64BE())
  } finally {
    await file.close()
  }
}

/** Whether the directory holds a cluster that these programs can run; one that they cannot is an error. */
export async function clusterExists(cluster: Cluster): Promise<boolean> {
  const { clusterDir, binaries } = cluster
  const found = await stat(clusterDir).catch(() => null)
  if (found === null) return false
  const cannotRead = (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new EmbeddedPostgresError(
      `The database in ${clusterDir} belongs to user ${found.uid} and cannot be read (${error.code}). Start ` +
        'Quittance as that user or as root, or change the owner of the whole data directory.',
      { cause: error },
    )
  }
  const major = (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(cannotRead))?.trim()
  if (major === undefined) {
    throw new EmbeddedPostgresError(
      `${clusterDir} is there but holds no PostgreSQL database. Quittance never leaves one unfinished there, ` +
        'so it is not deleted for you: move it away, and the next start makes a new database.',
    )
  }
  if (major !== binaries.version.split('.')[0]) {
    throw new EmbeddedPostgresError(
      `The database in ${clusterDir} was made by PostgreSQL ${major}; this Quittance brings ${binaries.version}, ` +
        'which cannot open it. Start the older Quittance, or move the data with pg_dump and pg_restore.',
    )
  }
  return true
}

/**
 * Starts one of PostgreSQL's programs on a cluster directory, as the account, in a session of its own:
 * Ctrl-C on the terminal is for the server, which first finishes its requests.
 *
 * As root, the account may be unable to pass through the directories above (a clone in /root, say). Then
 * the program starts inside the directory, where root's chdir has put it, and knows it as /proc/self/cwd.
 */
export async function spawnOn(
  cluster: Cluster,
  directory: string,
  program: 'initdb' | 'postgres',
  args: string[],
  stdio: StdioOptions,
): Promise<ChildProcess> {
  const reachable = await canReach(cluster.account, directory)
  if (!reachable && process.platform !== 'linux') {
    throw new EmbeddedPostgresError(
      `User ${cluster.account?.uid}, whom PostgreSQL runs as, cannot get to ${directory}. Let everybody pass ` +
        'through the directories above it (chmod o+x), or start Quittance as an ordinary user.',
    )
  }
  const where = reachable ? directory : '/proc/self/cwd'
  const dataArgs =
    program === 'postgres' && args[0] === '--single'
      ? ['--single', '-D', where, ...args.slice(1)]
      : ['-D', where, ...args]
  const child = spawn(join(cluster.binaries.bin, program), dataArgs, {
    ...(cluster.account ?? {}),
    cwd: reachable ? '/' : directory,
    // Nothing of our environment: PGDATA, PGPORT and their like would speak to it.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio,
  })
  child.on('error', () => {})
  return child
}

/** Resolves when the program has ended (or could not start), with its exit code. */
export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.once('error', () => resolve(null))
  })
}
