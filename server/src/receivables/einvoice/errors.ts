import { DomainError } from '../../lib/errors.ts'

/** Everything that reading or importing an e-invoice refuses. Nothing is stored when one of these is thrown. */
export abstract class EInvoiceError extends DomainError {
  readonly status: number = 422
  /** What is wrong, without what it means. */
  readonly what: string

  constructor(what: string, options: { field?: string; details?: Record<string, unknown> } = {}) {
    super(`${what} Nothing was imported.`, options)
    this.what = what
  }
}

export class EInvoiceMalformed extends EInvoiceError {
  readonly code = 'einvoice_malformed'
}

export class EInvoiceTooLarge extends EInvoiceError {
  readonly code = 'einvoice_too_large'
  override readonly status = 413
}

export class EInvoiceTooDeep extends EInvoiceError {
  readonly code = 'einvoice_too_deep'
}

export class EInvoiceDoctype extends EInvoiceError {
  readonly code = 'einvoice_doctype'
}

export class EInvoiceEncoding extends EInvoiceError {
  readonly code = 'einvoice_encoding'
}

export class EInvoiceUnknownSyntax extends EInvoiceError {
  readonly code = 'einvoice_unknown_syntax'
}

export class EInvoiceMissingField extends EInvoiceError {
  readonly code = 'einvoice_missing_field'
}

/** A text, number, date or amount that is there but cannot be taken as it stands. */
export class EInvoiceFieldInvalid extends EInvoiceError {
  readonly code = 'einvoice_field_invalid'
}

export class EInvoiceUnknownCurrency extends EInvoiceError {
  readonly code = 'einvoice_unknown_currency'
}

export class EInvoiceMixedCurrencies extends EInvoiceError {
  readonly code = 'einvoice_mixed_currencies'
}

/** The stated sums break one of EN 16931's rules BR-CO-10 to BR-CO-17; `details` has rule, stated and computed. */
export class EInvoiceTotalsDisagree extends EInvoiceError {
  readonly code = 'einvoice_totals_disagree'
}

/** Tax categories of lines and breakdown do not fit (BR-S-01, BR-E-01, BR-AE-05 and their like). */
export class EInvoiceTaxInconsistent extends EInvoiceError {
  readonly code = 'einvoice_tax_inconsistent'
}

export class EInvoiceUnsupportedType extends EInvoiceError {
  readonly code = 'einvoice_unsupported_type'
}

export class EInvoiceNegativeTotal extends EInvoiceError {
  readonly code = 'einvoice_negative_total'
}

/** The reading itself failed: a defect or a lack of memory or time, no fact about the file. */
export class EInvoiceNotRead extends EInvoiceError {
  readonly code = 'einvoice_not_read'
  override readonly status = 503
}

export class EInvoicePdfEncrypted extends EInvoiceError {
  readonly code = 'einvoice_pdf_encrypted'
}

export class EInvoicePdfNotRead extends EInvoiceError {
  readonly code = 'einvoice_pdf_not_read'
}

export class EInvoicePdfWithoutXml extends EInvoiceError {
  readonly code = 'einvoice_pdf_without_xml'
}
