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

export class WebhookRefused extends DomainError {
  readonly code = 'webhook_refused'
  readonly status = 400
}

/** The processor has no object of this name; about an attempt of ours that settles nothing yet. */
export class NotAtProcessor extends OutcomeUnknown {}
