import type { InvoiceTitle } from './documents/index.ts'

export type DocumentType = Exclude<InvoiceTitle, 'credit_note'>

const BY_CODE: Readonly<Record<string, DocumentType>> = {
  '384': 'corrected_invoice',
  '386': 'prepayment_invoice',
  '389': 'self_billed_invoice',
}

/** A debit note of a financial adjustment (UNTDID 1001): also what others send, so it alone says nothing of ours. */
export const RECOVERY_CODE = '84'

/** What an invoice calls itself: by what it recovers, else by its UNTDID 1001 code. */
export function documentTypeOf(invoice: { typeCode: string | null; recovers: string | null }): DocumentType {
  if (invoice.recovers !== null) return 'recovery_invoice'
  return BY_CODE[invoice.typeCode ?? ''] ?? 'invoice'
}
