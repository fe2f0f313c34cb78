import { type Cluster, clusterName } from './cluster.ts'

/** Everything is on the command line, where no edited postgresql.conf can turn durability off. */
export async function serverArguments(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<string[]> {
  const all = {
    // Errors of statements reach the server as exceptions, and their text may hold customers' data.
    log_min_messages: 'log',
    log_checkpoints: 'off',
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
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
