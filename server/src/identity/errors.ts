import { DomainError } from '../lib/errors.ts'

/** Neither a key nor a session. */
export class Unauthenticated extends DomainError {
  readonly code = 'unauthenticated'
  readonly status = 401
}

/** There is no session, or it is over. */
export class NotSignedIn extends DomainError {
  readonly code = 'not_signed_in'
  readonly status = 401

  constructor() {
    super('You are not signed in, or your session is over. Nothing was done; sign in again.')
  }
}

export class PermissionDenied extends DomainError {
  readonly code = 'permission_denied'
  readonly status = 403
}

/** A request with a session's cookie that some other site may have made the browser send. */
export class CrossSiteRefused extends DomainError {
  readonly code = 'cross_site_refused'
  readonly status = 403
}

/** One answer for an unknown address, a wrong password and a person who works nowhere: it tells a guesser nothing. */
export class SignInRefused extends DomainError {
  readonly code = 'sign_in_refused'
  readonly status = 401

  constructor() {
    super('The e-mail address and the password do not fit together. Check both, or ask for a new password.')
  }
}
