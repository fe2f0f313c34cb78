import { DomainError } from '../../lib/errors.ts'

const KEPT = 'Nothing was changed: the logo is as it was.'

/** By its content the file is no PNG and no JPEG. `what` says what it is instead. */
export class LogoTypeRefused extends DomainError {
  readonly code = 'logo_type_refused'
  readonly status = 422

  constructor(what: string) {
    super(`A logo is a PNG or a JPEG picture, and this is ${what}. ${KEPT} Save it as PNG and send that.`)
  }
}

export class LogoTooLarge extends DomainError {
  readonly code = 'logo_too_large'
  readonly status = 422

  constructor(what: string) {
    super(`${what} ${KEPT} Make it smaller and send it again.`)
  }
}

/** It begins as a PNG or a JPEG, and is not whole or not right. */
export class LogoUnreadable extends DomainError {
  readonly code = 'logo_unreadable'
  readonly status = 422
  readonly why: string

  constructor(why: string) {
    super(`The picture cannot be read: ${why}. ${KEPT} Save it anew in a drawing program and send that.`)
    this.why = why
  }
}

/** A defect or a lack of memory or time on our side. */
export class LogoNotRead extends DomainError {
  readonly code = 'logo_not_read'
  readonly status = 503

  constructor(reason: string) {
    super(`The picture could not be read on our side: ${reason}. ${KEPT} Send it again.`)
  }
}
