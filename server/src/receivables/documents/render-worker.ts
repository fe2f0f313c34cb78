import { parentPort } from 'node:worker_threads'
import type { RenderAnswer, RenderTask } from './document-workers.ts'
import { renderInvoice } from './draw-invoice.ts'
import { renderReceipt } from './draw-receipt.ts'

/** The thread's side of `document-workers.ts`: one task at a time, one answer for each. */
parentPort?.on('message', async (task: RenderTask) => {
  try {
    const bytes = await (task.kind === 'invoice'
      ? renderInvoice(task.document)
      : renderReceipt(task.document))
    answer({ bytes }, [bytes.buffer])
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) }, [])
  }
})

function answer(message: RenderAnswer, transfer: readonly ArrayBufferLike[]): void {
  parentPort?.postMessage(message, transfer as ArrayBuffer[])
}
