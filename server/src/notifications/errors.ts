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

/** A test of a template to somebody who does not work there, or to another than who asks for it. */
export class TestAddressRefused extends DomainError {
  readonly code = 'test_address_refused'
  readonly status = 422
}
