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

/** The password is right; now the code. */
export class SecondFactorRequired extends DomainError {
  readonly code = 'second_factor_required'
  readonly status = 401

  constructor() {
    super('Enter the code that your authenticator app shows, or one of your recovery codes.', {
      field: 'code',
    })
  }
}

export class SecondFactorRefused extends DomainError {
  readonly code = 'second_factor_refused'
  readonly status = 401

  constructor() {
    super('This code is not right, or was used before. Wait for the next one, or use a recovery code.', {
      field: 'code',
    })
  }
}

/** A mailed link that is unknown, used, replaced or too old: which of these is told to nobody. */
export class MailedLinkOver extends DomainError {
  readonly code = 'mailed_link_over'
  readonly status = 410

  constructor() {
    super(
      'This link was used already, was replaced by a newer one, or is too old. Nothing was done; ask for a new one.',
    )
  }
}

/** What somebody would give to others and does not have. */
export class GrantsMoreThanHeld extends DomainError {
  readonly code = 'grants_more_than_held'
  readonly status = 403
}

/** A company always has an active admin. */
export class LastAdmin extends DomainError {
  readonly code = 'last_admin'
  readonly status = 409

  constructor() {
    super(
      'This is the last active admin of the company. Nothing was changed; make somebody else admin first.',
    )
  }
}

export class CurrentPasswordRefused extends DomainError {
  readonly code = 'current_password_refused'
  readonly status = 403
}
