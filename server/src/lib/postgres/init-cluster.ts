import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Cluster, ended, spawnOn } from './cluster.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { syncDirectory } from './secrets.ts'

const PREFIX = 'postgres-new-'

/**
 * Makes the cluster beside its place and renames it there when it is whole: a start that is killed leaves
 * a `postgres-new-*`, which the next one removes, and never half a cluster.
 */
export async function initCluster(cluster: Cluster, superuserPassword: string): Promise<void> {
  const { dataDir, clusterDir, account } = cluster
  const fresh = join(dataDir, PREFIX + randomBytes(6).toString('hex'))
  await mkdir(fresh, { mode: 0o700 })
  if (account) await chown(fresh, account.uid, account.gid)
  await runInitdb(cluster, fresh, superuserPassword)
  await rename(fresh, clusterDir)
  await syncDirectory(dataDir)
}

async function runInitdb(cluster: Cluster, fresh: string, superuserPassword: string): Promise<void> {
  // Handed over as an open file, since a path might be out of the account's reach.
  const password = await open(`${fresh}.password`, 'wx+', 0o600)
  try {
    await password.writeFile(superuserPassword)
    if (cluster.account) await password.chown(cluster.account.uid, cluster.account.gid)
    const fd = process.platform === 'linux' ? '/proc/self/fd/3' : '/dev/fd/3'
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8']
    const args = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${fd}`, ...locale]
    const initdb = await spawnOn(cluster, fresh, 'initdb', args, ['ignore', 'pipe', 'pipe', password.fd])
    let said = ''
    for (const stream of [initdb.stdout, initdb.stderr])
      stream?.on('data', (chunk) => {
        said += chunk
      })
    initdb.once('error', (error) => {
      said += error.message
    })
    if ((await ended(initdb)) !== 0) {
      throw new EmbeddedPostgresError(
        `PostgreSQL's initdb could not make a database in ${fresh}: ${said.trim()}`,
      )
    }
  } finally {
    await password.close()
    await rm(`${fresh}.password`, { force: true })
  }
}

/**
 * Removes what starts that were killed have left. An initdb that outlived its supervisor may still be
 * writing; what cannot be removed yet is left to a later start.
 */
export async function removeUnfinished(cluster: Cluster): Promise<void> {
  for (const name of await readdir(cluster.dataDir)) {
    if (!name.startsWith(PREFIX)) continue
    cluster.log(`Removing ${name}, left by a start that did not finish.`)
    await rm(join(cluster.dataDir, name), { recursive: true, force: true, maxRetries: 5 }).catch(() => {})
  }
}
