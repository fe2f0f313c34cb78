/**
 * receivables owns payables (what anything owed is due, settled and in flight) and their reservation, invoices
 * and their numbers, sellers, attachments, applications, credits, receipts and the documents. It says what money was for.
 * It emits invoice.*, credit_note.*, application.* and credit.received; it hears payment.succeeded, payment.failed,
 * payment.returned, payment.charged_back, payment.regained, refund.succeeded and refund.failed.
 */

export {
  AGING_BUCKETS,
  type Aged,
  type AgingBucket,
  type AgingCursor,
  listAging,
  listOwed,
} from './aging/aging.queries.ts'
export { creditNoteApprovalRoutes } from './approval/approval.routes.ts'
export { type CreditNoteProposal, findProposals, holdProposal } from './approval/proposals.queries.ts'
export { assignCredit } from './assign-credit.ts'
export { attachmentIdOf, attachmentRoutes } from './attachment.routes.ts'
export {
  type AttachmentId,
  findAttachments,
  readAttachment,
} from './attachments/attachments.queries.ts'
export { payablesChanged } from './change-payables.ts'
export { chargeBackPayment } from './charge-back-payment.ts'
export { claimRefund } from './claim-refund.ts'
export { createInvoice, type InvoiceTerms, priceInvoice, toTax } from './create-invoice.ts'
export { creditRoutes } from './credit.routes.ts'
export { creditImportRoutes } from './credit-import.routes.ts'
export { creditNoteRoutes } from './credit-note.routes.ts'
export type { CreditNoteId } from './credit-notes.queries.ts'
export { creditOfPayments, leftCredit } from './credits.queries.ts'
export { type DocumentType, documentTypeOf } from './document-type.ts'
export { TaxesWire, taxesToWire } from './document-wire.ts'
export { documentTitle } from './documents/index.ts'
export { editInvoice } from './edit-invoice.ts'
export { PaymentUnderWay, WireMatched } from './errors.ts'
export type { InvoiceEdited, InvoiceGivenUp, InvoicePaid, InvoiceVoided } from './events.ts'
export * as receivableEvents from './events.ts'
export { givenRefundRoutes } from './given-refund.routes.ts'
export { invoiceRoutes } from './invoice.routes.ts'
export { invoiceImportRoutes } from './invoice-import.routes.ts'
export { invoicePdfRoutes } from './invoice-pdf.routes.ts'
export { invoicePdf } from './invoice-pdf.ts'
export { invoicePreviewRoutes } from './invoice-preview.routes.ts'
export { InvoiceWire, invoiceToWire, TaxWire, TermsWire, taxToWire, termsToWire } from './invoice-wire.ts'
export {
  findInvoices,
  INVOICE_STATUSES,
  type Invoice,
  type InvoiceId,
  invoiceStatus,
  type LineTax,
  listLines,
  type StoredAdjustment,
  type StoredTax,
  type StoredTerms,
} from './invoices.queries.ts'
export { listInvoices } from './list-invoices.ts'
export { matchWire, unmatchWire } from './match-wire.ts'
export { takeNextNumber } from './next-number.ts'
export { openPayable } from './open-payable.ts'
export {
  decimal,
  givenTermsOf as givenInvoiceTermsOf,
  orderCurrency,
  requireLines,
  taxesField,
  termFields as invoiceTermFields,
  termsOf as invoiceTermsOf,
} from './order-terms.ts'
export { breakdownRows, type PayableDetail, partSentence } from './payable-detail.ts'
export { holdPayables, lockPayables, type Payable, type PayableId } from './payables.queries.ts'
export { receivableProofs } from './proofs.ts'
export { receiptRoutes } from './receipt.routes.ts'
export { appliedName, receiptRows } from './receipt-rows.ts'
export { findReceipt, type Receipt, receiptPdf } from './receipts.ts'
export { earmark, type Received, receivePayment } from './receive-payment.ts'
export { receivedPaymentRoutes } from './received-payment.routes.ts'
export { refundRoutes } from './refund.routes.ts'
export { regainPayment } from './regain-payment.ts'
export { releaseReservations } from './release-reservations.ts'
export { listAttempts, listReserved } from './reservations.queries.ts'
export { lockForCharge, reservePayables } from './reserve-payables.ts'
export { restoreRefund } from './restore-refund.ts'
export { returnPayment } from './return-payment.ts'
export { sellerRoutes } from './seller.routes.ts'
export { receivableSettings } from './settings.ts'
export { settlePayment } from './settle-payment.ts'
export { findSettledBy, listLatestSettlements, type SettledBy } from './settlements.queries.ts'
export { createStatement } from './statements/create-statement.ts'
export { invoiceListPdf } from './statements/invoice-list-pdf.ts'
export { markStatementSent, requireCurrentStatement } from './statements/mark-statement-sent.ts'
export { statementRoutes } from './statements/statement.routes.ts'
export { statementPdf } from './statements/statement-pdf.ts'
export { StatementWire, statementToWire } from './statements/statement-wire.ts'
export {
  findCurrentStatement,
  findStatement,
  STATEMENT_KINDS,
  type Statement,
  type StatementId,
  type StatementKind,
} from './statements/statements.queries.ts'
export { receivableTallies } from './tallies.queries.ts'
export { appliedOf, listUnmatchedWires, unusedOf } from './unmatched-wires.queries.ts'
export { voidInvoice } from './void-invoice.ts'
export { voidPayable } from './void-payable.ts'
export { writeOffRoutes } from './write-off.routes.ts'
