import type { CsvFault } from '../../lib/csv/decode-csv.ts'
import { CsvNotRead, CsvRefused, type RefusedLine } from '../../lib/csv/errors.ts'
import { WorkerThreads } from '../../lib/worker-threads.ts'
import type { CsvDefaults, CsvInvoice } from './to-invoices.ts'

export type CsvTask = { readonly bytes: Uint8Array; readonly defaults: CsvDefaults }

export type CsvFile = {
  readonly invoices: readonly CsvInvoice[]
  readonly encoding: string
  readonly lines: number
  readonly ignoredColumns: readonly string[]
}

export type CsvAnswer =
  | { readonly fault: CsvFault }
  | (CsvFile & { readonly refused: readonly RefusedLine[] })

const readers = new WorkerThreads<CsvTask, CsvAnswer>({
  script: new URL('./read-worker.ts', import.meta.url),
  threads: 1,
  timeLimitMs: 60_000,
  memoryLimitMb: 512,
  failed: (reason) =>
    new CsvNotRead(`The file could not be read on our side: ${reason}. Nothing was imported; send it again.`),
})

/** Reads the invoices of a CSV file outside the event loop. Throws `CsvRefused` with every line that is wrong. */
export async function readCsv(bytes: Uint8Array, defaults: CsvDefaults): Promise<CsvFile> {
  const answer = await readers.run({ bytes, defaults })
  if ('fault' in answer) {
    throw new CsvNotRead(`Line ${answer.fault.line}: ${answer.fault.message} Nothing was imported.`, {
      details: { line: answer.fault.line },
    })
  }
  if (answer.refused.length > 0) throw new CsvRefused(answer.refused)
  return answer
}
