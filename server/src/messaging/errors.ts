import { DomainError } from '../lib/errors.ts'

export class TemplateVariableUnknown extends DomainError {
  readonly code = 'template_variable_unknown'
  readonly status = 422
}

export class TemplateVariableMissing extends DomainError {
  readonly code = 'template_variable_missing'
  readonly status = 422
  readonly variables: readonly string[]

  constructor(message: string, variables: readonly string[]) {
    super(message, { details: { variables } })
    this.variables = variables
  }
}

export class TemplateBlanksUnfilled extends DomainError {
  readonly code = 'template_blanks_unfilled'
  readonly status = 422
}

export class TemplateIsShipped extends DomainError {
  readonly code = 'template_is_shipped'
  readonly status = 409
}

export class TemplateDoesNotFit extends DomainError {
  readonly code = 'template_does_not_fit'
  readonly status = 422
}

export class TooManyTemplates extends DomainError {
  readonly code = 'too_many_templates'
  readonly status = 409
}

export class TooManyTestMessages extends DomainError {
  readonly code = 'too_many_test_messages'
  readonly status = 429
}

export class RecipientSuppressed extends DomainError {
  readonly code = 'recipient_suppressed'
  readonly status = 409
}

export class ReportTooEarly extends DomainError {
  readonly code = 'report_too_early'
  readonly status = 409
}
