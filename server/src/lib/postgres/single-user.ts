import { type Cluster, ended, spawnOn } from './cluster.ts'
import { EmbeddedPostgresError } from './errors.ts'
import { clearRemains } from './orphan.ts'
import type { Secrets } from './secrets.ts'

/**
 * Sets a new password without knowing the old one, in PostgreSQL's single-user mode: for a data directory
 * whose `postgres.json` was lost.
 */
export async function setSuperuserPassword(cluster: Cluster, secrets: Secrets): Promise<void> {
  cluster.log('postgres.json was lost or unreadable; giving the database new passwords.')
  // Nothing else may run meanwhile, an orphan included.
  await clearRemains(cluster)
  const args = ['--single', '-c', 'fsync=on', 'postgres']
  const single = await spawnOn(cluster, cluster.clusterDir, 'postgres', args, ['pipe', 'ignore', 'pipe'])
  let said = ''
  single.stderr?.on('data', (chunk) => {
    said += chunk
  })
  single.stdin?.on('error', () => {})
  single.stdin?.end(`alter role postgres with login password '${secrets.passwords.superuser}'\n`)
  const code = await ended(single)
  if (code !== 0 || /ERROR|FATAL/.test(said)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL did not take a new password in ${cluster.clusterDir}: ${said.trim()}`,
    )
  }
}
