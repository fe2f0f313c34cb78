import { DomainError } from '../lib/errors.ts'

export class AmountChanged extends DomainError {
  readonly code = 'amount_changed'
  readonly status = 409
}

export class NothingIsOwed extends DomainError {
  readonly code = 'nothing_is_owed'
  readonly status = 409
}

export class PaymentUnderWay extends DomainError {
  readonly code = 'payment_under_way'
  readonly status = 409
}

export class NothingMayBeUnderWay extends DomainError {
  readonly code = 'money_has_moved'
  readonly status = 409
}

export class InvoiceNotVoidable extends DomainError {
  readonly code = 'invoice_not_voidable'
  readonly status = 409
}

export class InvoiceExists extends DomainError {
  readonly code = 'invoice_exists'
  readonly status = 409
}

export class InvoiceInvalid extends DomainError {
  readonly code = 'invoice_invalid'
  readonly status = 422
}

export class TreatmentDoesNotFit extends DomainError {
  readonly code = 'treatment_does_not_fit'
  readonly status = 422
}
