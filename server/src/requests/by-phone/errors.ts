import { DomainError } from '../../lib/errors.ts'

/** What only a person who is signed in may begin. */
export class PersonNeeded extends DomainError {
  readonly code = 'person_needed'
  readonly status = 403
}

/** A page for a payment by phone takes no card any more. */
export class PhonePageEnded extends DomainError {
  readonly code = 'phone_page_ended'
  readonly status = 409

  constructor() {
    super(
      'This page takes no card any more: it took one, it is for another amount, its time is over, or you are signed out or may not receive payments any more. Nothing more was charged; look at the invoice or request, and begin again there.',
    )
  }
}
