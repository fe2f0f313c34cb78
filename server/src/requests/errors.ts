import { DomainError } from '../lib/errors.ts'

export class NothingToAsk extends DomainError {
  readonly code = 'nothing_to_ask'
  readonly status = 409
}

/** Another bulk send that ran beside this one sent the same. */
export class AskedAlready extends DomainError {
  readonly code = 'asked_already'
  readonly status = 409
}

/** What is over sends nothing more. */
export class BulkSendOver extends DomainError {
  readonly code = 'bulk_send_over'
  readonly status = 409
}

export class ItemsDoNotFit extends DomainError {
  readonly code = 'items_do_not_fit'
  readonly status = 422
}

/** More than one link asks for. */
export class TooManyInvoices extends DomainError {
  readonly code = 'too_many_invoices'
  readonly status = 422
}

export class AmountNotPayable extends DomainError {
  readonly code = 'amount_not_payable'
  readonly status = 422
}

export class LinksSwitchedOff extends DomainError {
  readonly code = 'links_switched_off'
  readonly status = 409
}

/** What a statement says is pending is not what is open by now. */
export class StatementOutdated extends DomainError {
  readonly code = 'statement_outdated'
  readonly status = 409
}

export class RecipientMissing extends DomainError {
  readonly code = 'recipient_missing'
  readonly status = 422
}

export class DocumentMissing extends DomainError {
  readonly code = 'document_missing'
  readonly status = 422
}

export class MethodNotOffered extends DomainError {
  readonly code = 'method_not_offered'
  readonly status = 409
}

export class MandateNotAccepted extends DomainError {
  readonly code = 'mandate_not_accepted'
  readonly status = 422
}

/** The text of a consent that was given has changed since. */
export class ConsentOutdated extends DomainError {
  readonly code = 'consent_outdated'
  readonly status = 409
}

export class LinkNotPayable extends DomainError {
  readonly code = 'link_not_payable'
  readonly status = 409
}

export class TooManyTries extends DomainError {
  readonly code = 'too_many_tries'
  readonly status = 429
}

export class TooManyTriesFromAddress extends DomainError {
  readonly code = 'too_many_tries_from_address'
  readonly status = 429
}

export class CardPaymentsPaused extends DomainError {
  readonly code = 'card_payments_paused'
  readonly status = 429
}

export class TooManyRenewals extends DomainError {
  readonly code = 'too_many_renewals'
  readonly status = 429
  readonly retryAfterSeconds: number

  constructor(message: string, retryAfterSeconds: number) {
    super(message, { details: { retry_after_seconds: retryAfterSeconds } })
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A setting of the company rules this kind, channel or way of asking out. */
export class LinkRuledOut extends DomainError {
  readonly code = 'link_ruled_out'
  readonly status = 409
}

/** Someone else changed an automatic invoice meanwhile; `details.revision` is the one it has now. */
export class ScheduleRevised extends DomainError {
  readonly code = 'schedule_revised'
  readonly status = 409
}

export class AutomaticInvoiceIsFixed extends DomainError {
  readonly code = 'automatic_invoice_is_fixed'
  readonly status = 422
}

/** A form that asks for what a customer pays by is over: used, expired or taken back. */
export class FormOver extends DomainError {
  readonly code = 'form_over'
  readonly status = 409
}
