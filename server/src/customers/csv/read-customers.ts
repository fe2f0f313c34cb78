import type { CsvFault } from '../../lib/csv/decode-csv.ts'
import { CsvNotRead, CsvRefused, type RefusedLine } from '../../lib/csv/errors.ts'
import { WorkerThreads } from '../../lib/worker-threads.ts'
import type { NewCustomer } from '../create-customer.ts'
import type { CustomerId } from '../customers.queries.ts'

export type CsvCustomer = {
  readonly line: number
  /** Of a file that was exported from here. */
  readonly id: CustomerId | null
  readonly customer: NewCustomer
}

export type CustomerFile = {
  readonly customers: readonly CsvCustomer[]
  readonly encoding: string
  readonly lines: number
  readonly ignoredColumns: readonly string[]
}
export type CustomersAnswer =
  | { readonly fault: CsvFault }
  | (CustomerFile & { readonly refused: readonly RefusedLine[] })
export type CustomersTask = { readonly bytes: Uint8Array; readonly source: string }

const readers = new WorkerThreads<CustomersTask, CustomersAnswer>({
  script: new URL('./read-worker.ts', import.meta.url),
  threads: 1,
  timeLimitMs: 60_000,
  memoryLimitMb: 512,
  failed: (reason) =>
    new CsvNotRead(`The file could not be read on our side: ${reason}. Nothing was imported; send it again.`),
})

/** Reads the customers of a CSV file outside the event loop. Throws `CsvRefused` with every line that is wrong. */
export async function readCustomers(bytes: Uint8Array, source: string): Promise<CustomerFile> {
  const answer = await readers.run({ bytes, source })
  if ('fault' in answer) {
    throw new CsvNotRead(`Line ${answer.fault.line}: ${answer.fault.message} Nothing was imported.`, {
      details: { line: answer.fault.line },
    })
  }
  if (answer.refused.length > 0) throw new CsvRefused(answer.refused)
  return answer
}
