import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** PostgreSQL's own note of who runs a cluster, while it runs and after a kill. */
export interface PidFile {
  pid: number
  port: number | null
  /** `starting`, `ready`, `stopping` or `standby`. */
  state: string
}

export function pidFilePath(clusterDir: string): string {
  return join(clusterDir, 'postmaster.pid')
}

/** `null` when there is none, or it is not written out yet. */
export async function readPidFile(clusterDir: string): Promise<PidFile | null> {
  const text = await readFile(pidFilePath(clusterDir), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  // A postgres in single-user mode notes its pid as a negative number.
  const pid = Math.abs(Number(lines[0]))
  return pid > 0 ? { pid, port: Number(lines[3]) || null, state: lines[7] ?? '' } : null
}
