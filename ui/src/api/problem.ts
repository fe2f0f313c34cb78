import type { components } from './schema.generated.ts'

type ProblemDocument = components['schemas']['Problem']

/** The server's no, as its problem document says it. `detail` is a sentence for a person; `code` is stable. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: string
  readonly status: number
  /** Of the request's body, dotted, where one field is at fault. */
  readonly field: string | undefined
  /** What the document says beside that: `retry_after`, the new amount, … */
  readonly document: Readonly<Record<string, unknown>>

  constructor(document: Partial<ProblemDocument>, status: number) {
    super(document.detail ?? `HTTP ${status}`)
    this.code = document.code ?? 'internal_error'
    this.status = status
    this.field = typeof document.field === 'string' ? document.field : undefined
    this.document = document
  }
}

/** No answer came. Whether the server did it is not known, so only the same Idempotency-Key may be tried again. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}
