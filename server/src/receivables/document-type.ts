import type { InvoiceTitle } from './documents/index.ts'

export type DocumentType = Exclude<InvoiceTitle, 'credit_note'>

const BY_CODE: Readonly<Record<string, DocumentType>> = {
  '384': 'corrected_invoice',
  '386': 'prepayment_invoice',
  '389': 'self_billed_invoice',
}

/** What an invoice calls itself, by its UNTDID 1001 code. */
export function documentTypeOf(typeCode: string): DocumentType {
  return BY_CODE[typeCode] ?? 'invoice'
}
