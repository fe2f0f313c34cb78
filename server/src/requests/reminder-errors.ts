import { DomainError } from '../lib/errors.ts'

export class RequestNotSent extends DomainError {
  readonly code = 'request_not_sent'
  readonly status = 409
}

export class RequestIsPaid extends DomainError {
  readonly code = 'request_is_paid'
  readonly status = 409
}

export class RequestSettledElsewhere extends DomainError {
  readonly code = 'request_settled_elsewhere'
  readonly status = 409
}

export class RequestIsVoided extends DomainError {
  readonly code = 'request_is_voided'
  readonly status = 409
}

export class RequestIsBeingPaid extends DomainError {
  readonly code = 'request_is_being_paid'
  readonly status = 409
}

export class RemindedJustNow extends DomainError {
  readonly code = 'reminded_just_now'
  readonly status = 409
}

/** The company asks for it no more: it wrote off what was open. */
export class RequestWrittenOff extends DomainError {
  readonly code = 'request_written_off'
  readonly status = 409
}
