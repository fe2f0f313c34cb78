/**
 * An error that a caller can act on. It becomes an RFC 9457 problem document with `code` as its stable name.
 * The message says what happened, what it means for the money, and what to do next.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string
  abstract readonly status: number
  /** The offending field, as a JSON path of the request body, where there is one. */
  readonly field: string | undefined
  /** Further members of the problem document; for callers, never for logs alone. */
  readonly details: Record<string, unknown> | undefined

  constructor(message: string, options: { field?: string; details?: Record<string, unknown> } = {}) {
    super(message)
    this.name = new.target.name
    this.field = options.field
    this.details = options.details
  }
}

/** The thing asked for does not exist, or belongs to someone else: the two are never told apart. */
export class NotFound extends DomainError {
  readonly code = 'not_found'
  readonly status = 404

  constructor(what = 'object') {
    super(`No such ${what}. Check the id; nothing was changed.`)
  }
}

/** A value in the request that no rule of one module owns: type, range, length, unknown currency. */
export class InvalidRequest extends DomainError {
  readonly code = 'invalid_request'
  readonly status = 400
}

/** A row that must be there or must change exactly once did not: a defect or a lost race, never bad input. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken'
}
