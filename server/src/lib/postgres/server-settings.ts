import { totalmem } from 'node:os'
import { type Cluster, clusterName } from './cluster.ts'

const MB = 1024 * 1024
const LEAST_BUFFERS_MB = 128
const MOST_BUFFERS_MB = 1024

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
    shared_buffers: `${buffersFor(availableMemory())}MB`,
    unix_socket_directories: '',
    ...settings,
    listen_addresses: '127.0.0.1',
    port: String(port),
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

/** PostgreSQL's own default is for machines of twenty years ago; an eighth leaves room for whatever else runs here. */
export function buffersFor(bytes: number): number {
  return Math.round(Math.min(MOST_BUFFERS_MB, Math.max(LEAST_BUFFERS_MB, bytes / 8 / MB)))
}

/** The machine's memory, or less where a container allows less. */
function availableMemory(): number {
  const allowed = process.constrainedMemory()
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()
}
