import { DomainError } from '../lib/errors.ts'
import { OutcomeUnknown } from '../lib/external-call.ts'

export class PaymentsAccountMissing extends DomainError {
  readonly code = 'payments_account_missing'
  readonly status = 409
}

export class CurrencyNotSettled extends DomainError {
  readonly code = 'currency_not_settled'
  readonly status = 422
}

export class RefundTooLarge extends DomainError {
  readonly code = 'refund_too_large'
  readonly status = 422
}

export class PaymentNotRefundable extends DomainError {
  readonly code = 'payment_not_refundable'
  readonly status = 409
}

/** A refund beside a dispute would pay the payer twice. */
export class PaymentDisputed extends DomainError {
  readonly code = 'payment_disputed'
  readonly status = 409
}

/** Only what somebody gave back by hand can be taken out of the books again, once. */
export class GivenBackNotUndoable extends DomainError {
  readonly code = 'refund_not_undoable'
  readonly status = 409
}

export class DisputeNotOpen extends DomainError {
  readonly code = 'dispute_not_open'
  readonly status = 409
}

/** The processor has something against evidence, or against accepting. */
export class AnswerRefused extends DomainError {
  readonly code = 'dispute_answer_refused'
  readonly status = 422
}

/** The same wire by reference, day and amount; `details.payment` is it. */
export class WireBookedBefore extends DomainError {
  readonly code = 'wire_booked_before'
  readonly status = 409
}

/** The same cheque by customer, number and amount; `details.payment` is it. */
export class ChequeBookedBefore extends DomainError {
  readonly code = 'cheque_booked_before'
  readonly status = 409
}

/** Not cash or a cheque that lies in undeposited funds; `details.payment` is which. */
export class PaymentNotBankable extends DomainError {
  readonly code = 'payment_not_bankable'
  readonly status = 409
}

/** It was undone before, or a cheque of it bounced, which `details.payment` is. */
export class BankDepositNotUndoable extends DomainError {
  readonly code = 'bank_deposit_not_undoable'
  readonly status = 409
}

export class PaymentNotTakenBack extends DomainError {
  readonly code = 'payment_not_taken_back'
  readonly status = 409
}

/** Affirm takes refunds for some months only. */
export class RefundPeriodOver extends DomainError {
  readonly code = 'refund_period_over'
  readonly status = 409
}

/** A saved method that may not be charged: expired, given up by its bank, or removed. */
export class MethodNotChargeable extends DomainError {
  readonly code = 'method_not_chargeable'
  readonly status = 409
}

export class WebhookRefused extends DomainError {
  readonly code = 'webhook_refused'
  readonly status = 400
}

/** The processor has no object of this name; about an attempt of ours that settles nothing yet. */
export class NotAtProcessor extends OutcomeUnknown {}
