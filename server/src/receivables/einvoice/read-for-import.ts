import { WorkerThreads } from '../../lib/worker-threads.ts'
import { EInvoiceNotRead } from './errors.ts'
import { fromRefusal, type Refusal } from './refusal.ts'
import type { EInvoiceImport } from './to-new-invoice.ts'

export type ReadAnswer = { readonly read: EInvoiceImport } | { readonly refusal: Refusal }

const readers = new WorkerThreads<Uint8Array, ReadAnswer>({
  script: new URL('./read-worker.ts', import.meta.url),
  threads: 2,
  timeLimitMs: 60_000,
  memoryLimitMb: 512,
  failed: (reason) =>
    new EInvoiceNotRead(`The file could not be read on our side: ${reason}. Send it again.`),
})

/**
 * Reads an e-invoice (UBL 2.1 or CII, or a Factur-X PDF with one inside) whose sums agree with each other, outside the event loop: the largest take
 * seconds. Throws an `EInvoiceError`.
 */
export async function readForImport(document: Uint8Array): Promise<EInvoiceImport> {
  const answer = await readers.run(document)
  if ('refusal' in answer) throw fromRefusal(answer.refusal)
  return answer.read
}
