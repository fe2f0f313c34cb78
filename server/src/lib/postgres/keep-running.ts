import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { clearRemains } from './orphan.ts'
import { type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'

const LONGEST_PAUSE_MS = 5_000

/** Starts postgres again, on the same port, whenever it ends before `stop()`: pools then reconnect. */
export function keepRunning(
  cluster: Cluster,
  first: Postmaster,
  settings: Record<string, string>,
): { stop(): Promise<void> } {
  let stopping = false
  let current = first
  const supervision = supervise()

  async function supervise(): Promise<void> {
    let pauseMs = 50
    while (!stopping) {
      await current.exited
      if (stopping) return
      cluster.log(`PostgreSQL ${current.pid} has ended unasked; starting it again.`)
      await sleep(pauseMs)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      const next = await restart()
      if (next) current = next
    }
  }

  async function restart(): Promise<Postmaster | null> {
    try {
      await clearRemains(cluster)
      return await startPostmaster(cluster, first.port, settings)
    } catch (error) {
      cluster.log((error as Error).message)
      return null
    }
  }

  return {
    async stop() {
      stopping = true
      await stopPostmaster(cluster, current)
      await supervision
      // A restart may have been under way when we were asked to stop.
      await stopPostmaster(cluster, current)
    },
  }
}
