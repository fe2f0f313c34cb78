import { parentPort } from 'node:worker_threads'
import { giveWay } from './give-way.ts'
import type { ThreadMessage } from './worker-threads.ts'

/** The thread's side of `WorkerThreads`: one task at a time, one answer for each. Bytes are handed over, not copied. */
export function answerTasks<Task, Answer>(work: (task: Task) => Answer | Promise<Answer>): void {
  giveWay()
  parentPort?.on('message', async (task: Task) => {
    try {
      const answer = await work(task)
      say({ answer }, answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : [])
    } catch (error) {
      say({ failure: error instanceof Error ? error.message : String(error) }, [])
    }
  })
}

function say(message: ThreadMessage<unknown>, transfer: readonly ArrayBuffer[]): void {
  parentPort?.postMessage(message, transfer)
}
