import type { components } from './schema.generated.ts'

type Refusal = components['schemas']['Problem']
/** Every code of the server, and what only this side can know: another tab of this browser went elsewhere. */
export type ProblemCode = Refusal['code'] | 'session_elsewhere'
export interface ProblemDocument {
  code: ProblemCode
  detail: string
  field?: string
  [member: string]: unknown
}

/** The server's no, as its problem document says it. `detail` is a sentence for a person; `code` is stable. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly status: number
  /** Of the request's body, dotted, where one field is at fault. */
  readonly field: string | undefined
  /** What the document says beside that: `retry_after_seconds`, the new amount, … */
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

/** Whether the same once more may go better: nobody answered, the server failed, or somebody else was in the way. */
export function isWorthRepeating(error: unknown): boolean {
  return !(error instanceof Problem) || error.status >= 500 || error.status === 429
}
