import { DomainError } from '../../lib/errors.ts'

/** A PDF could not be made: a defect or a lack of memory or time, never a fact about the money. */
export class DocumentNotRendered extends DomainError {
  readonly code = 'document_not_rendered'
  readonly status = 503

  constructor(reason: string) {
    super(
      `The PDF could not be made: ${reason}. Nothing about the money has changed; ask for the document again.`,
    )
  }
}
