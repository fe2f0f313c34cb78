import { DomainError } from '../lib/errors.ts'

/** A stream is only for who asks for one: anything else would wait for its end. */
export class NotAnEventStream extends DomainError {
  readonly code = 'not_an_event_stream'
  readonly status = 406
}

export class TooManyStreams extends DomainError {
  readonly code = 'too_many_streams'
  readonly status = 429
}
