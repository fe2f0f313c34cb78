import { DomainError } from '../lib/errors.ts'

export class AmountChanged extends DomainError {
  readonly code = 'amount_changed'
  readonly status = 409
}

/** A newer statement of the customer was sent in its place. */
export class StatementSuperseded extends DomainError {
  readonly code = 'statement_superseded'
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

/** Nothing is open of it, or it is voided or written off already. */
export class WriteOffRefused extends DomainError {
  readonly code = 'write_off_refused'
  readonly status = 409
}

/** It is not written off, or what it claimed came back. */
export class RecoveryRefused extends DomainError {
  readonly code = 'recovery_refused'
  readonly status = 409
}

/** Someone else edited it meanwhile; `details.revision` is the one it has now. */
export class InvoiceRevised extends DomainError {
  readonly code = 'invoice_revised'
  readonly status = 409
}

export class InvoiceNotEditable extends DomainError {
  readonly code = 'invoice_not_editable'
  readonly status = 409
}

/** A payment of it is under way, and charges what it was asked for. */
export class EditMustWait extends DomainError {
  readonly code = 'edit_must_wait'
  readonly status = 409
}

/** It would come to less than is settled of it already. */
export class EditBelowSettled extends DomainError {
  readonly code = 'edit_below_settled'
  readonly status = 409
}

export class InvoiceExists extends DomainError {
  readonly code = 'invoice_exists'
  readonly status = 409
}

/** A document of another seller than the company; `details` has both. */
export class SellerDiffers extends DomainError {
  readonly code = 'seller_differs'
  readonly status = 409
}

export class CreditNoteExists extends DomainError {
  readonly code = 'credit_note_exists'
  readonly status = 409
}

export class InvoiceInvalid extends DomainError {
  readonly code = 'invoice_invalid'
  readonly status = 422
}

export class CreditNoteInvalid extends DomainError {
  readonly code = 'credit_note_invalid'
  readonly status = 422
}

export class CreditNoteNotVoidable extends DomainError {
  readonly code = 'credit_note_not_voidable'
  readonly status = 409
}

/** Four eyes: an API key, or who wrote the credit note, does not decide about it. */
export class ApprovalByAnother extends DomainError {
  readonly code = 'approval_by_another'
  readonly status = 403
}

/** What is not issued yet is changed only by who wrote it. */
export class CreditNoteNotYours extends DomainError {
  readonly code = 'credit_note_not_yours'
  readonly status = 403
}

/** The invoice, or the credit note itself, is not what was submitted any more. */
export class CreditNoteOutdated extends DomainError {
  readonly code = 'credit_note_outdated'
  readonly status = 409
}

/** The credit has too little left; `details` has what there is, in minor units. */
export class CreditNotEnough extends DomainError {
  readonly code = 'credit_not_enough'
  readonly status = 409
}

/** The invoice cannot take that much, or not from this credit. */
export class CreditNotApplicable extends DomainError {
  readonly code = 'credit_not_applicable'
  readonly status = 409
}

export class ApplicationNotReversible extends DomainError {
  readonly code = 'application_not_reversible'
  readonly status = 409
}

/** More is to be settled than came in, or than is open of an invoice; `details` has what there is, in minor units. */
export class AllocationDoesNotFit extends DomainError {
  readonly code = 'allocation_does_not_fit'
  readonly status = 409
}

/** Nothing of the wire is left to say what it is for. */
export class WireMatched extends DomainError {
  readonly code = 'wire_matched'
  readonly status = 409
}

export class CreditNotRefundable extends DomainError {
  readonly code = 'credit_not_refundable'
  readonly status = 409
}

export class TreatmentDoesNotFit extends DomainError {
  readonly code = 'treatment_does_not_fit'
  readonly status = 422
}
