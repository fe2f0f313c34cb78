import { DomainError } from '../../lib/errors.ts'

export class AttachmentTypeRefused extends DomainError {
  readonly code = 'attachment_type_refused'
  readonly status = 422
}

export class AttachmentNameRefused extends DomainError {
  readonly code = 'attachment_name_refused'
  readonly status = 422
}

export class AttachmentInUse extends DomainError {
  readonly code = 'attachment_in_use'
  readonly status = 409
}
