/** EN 16931's part of UNTDID 1001 (BR-CL-01), as it stands in the validation artefacts 1.3.16. */
const INVOICES = new Set(
  `71 80 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388 389 390 393 394
   395 456 457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877 935`.split(/\s+/),
)
const CREDIT_NOTES = new Set('81 83 261 262 296 308 381 396 420 458 502 503 532'.split(' '))

/**
 * Invoice codes that ask for no payment, by their definitions: tax notification (102), invoicing data sheet (130),
 * pro forma (325), information for accounting only (751), customs invoice (935).
 */
const NOT_CLAIMS = new Set(['102', '130', '325', '751', '935'])

export function isCreditNoteType(typeCode: string): boolean {
  return CREDIT_NOTES.has(typeCode)
}

/**
 * What may be imported as something a customer owes: every other invoice code. Partial (326), corrected (384),
 * prepayment (386), self-billed (389), factored (393) and construction invoices (875 to 877) each ask for the sum
 * that they state; one whose sum is negative is taken as a credit note.
 */
export function isPayableType(typeCode: string): boolean {
  return INVOICES.has(typeCode) && !NOT_CLAIMS.has(typeCode)
}
