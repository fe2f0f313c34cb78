import { DomainError } from '../errors.ts'

/** One line of a file that cannot be taken, for whoever puts it right. Lines count from 1, the heading's. */
export type RefusedLine = {
  readonly line: number
  readonly column: string | null
  readonly code: string
  readonly message: string
  /** The figures of the message, for who says it in another language. */
  readonly values?: Readonly<Record<string, string | number>>
}

/** Lines beyond these are only counted. */
const SHOWN = 200

export class CsvRefused extends DomainError {
  readonly code = 'csv_refused'
  readonly status = 422

  constructor(refused: readonly RefusedLine[]) {
    super(
      `${refused.length} lines or columns of the file cannot be taken. Nothing was imported; put them right and send the whole file again.`,
      { details: { refused: refused.slice(0, SHOWN), refused_count: refused.length } },
    )
  }
}

export class CsvNotRead extends DomainError {
  readonly code = 'csv_not_read'
  readonly status = 422
}
