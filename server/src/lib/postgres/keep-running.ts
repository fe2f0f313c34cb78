import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { reopenPostmaster } from './open-postmaster.ts'
import { type Postmaster, stopPostmaster } from './postmaster.ts'

const SHORTEST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 5_000

/** Starts postgres again, on the same port, whenever it ends before `stop()`: pools then reconnect. */
export function keepRunning(
  cluster: Cluster,
  first: Postmaster,
  settings: Record<string, string>,
): { stop(): Promise<void> } {
  let isStopping = false
  let current = first
  const supervision = supervise()
  let stopped: Promise<void> | undefined

  async function supervise(): Promise<void> {
    for (;;) {
      await current.exited
      if (isStopping) return
      cluster.log(`PostgreSQL ${current.pid} has ended unasked; starting it again.`)
      await restart()
    }
  }

  async function restart(): Promise<void> {
    for (let pauseMs = SHORTEST_PAUSE_MS; !isStopping; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await sleep(pauseMs)
      try {
        current = await reopenPostmaster(cluster, first.port, settings)
        return
      } catch (error) {
        cluster.log((error as Error).message)
      }
    }
  }

  async function stop(): Promise<void> {
    isStopping = true
    let isOver = false
    void supervision.then(() => {
      isOver = true
    })
    // More than once, since a restart may be under way, whose postmaster is current only when it is ready.
    while (!isOver) {
      await stopPostmaster(current, cluster.log)
      await Promise.race([supervision, sleep(50)])
    }
  }

  return { stop: () => (stopped ??= stop()) }
}
