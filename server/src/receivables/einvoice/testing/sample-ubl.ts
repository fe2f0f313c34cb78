/** A small right UBL invoice for tests: 100.00 a line at 20 %, 120.00 due; any part may be replaced by raw XML. */
type SampleParts = {
  readonly declaration?: string
  readonly root?: string
  readonly number?: string
  readonly typeCode?: string
  readonly currency?: string
  readonly header?: string
  readonly sellerName?: string
  readonly buyerName?: string
  readonly taxTotals?: string
  readonly totals?: string
  readonly lines?: string
  /** One, if not said; each has about 400 bytes. */
  readonly lineCount?: number
}

export const UBL_NAMESPACES =
  'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}

export function sampleUbl(parts: SampleParts = {}): string {
  const currency = parts.currency ?? 'EUR'
  const count = parts.lineCount ?? 1
  const amount = (name: string, value: string) =>
    `<cbc:${name} currencyID="${currency}">${value}</cbc:${name}>`
  const party = (name: string) =>
    `<cac:Party><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName></cac:Party>`
  const category = (tag: string) => `<cac:${tag}><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent></cac:${tag}>`
  const line = (id: number) =>
    `<cac:InvoiceLine><cbc:ID>${id}</cbc:ID><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>${amount('LineExtensionAmount', '100')}<cac:Item><cbc:Name>Work</cbc:Name>${category('ClassifiedTaxCategory')}</cac:Item><cac:Price>${amount('PriceAmount', '100')}</cac:Price></cac:InvoiceLine>`
  const taxTotal = `<cac:TaxTotal>${amount('TaxAmount', `${20 * count}`)}<cac:TaxSubtotal>${amount('TaxableAmount', `${100 * count}`)}${amount('TaxAmount', `${20 * count}`)}${category('TaxCategory')}</cac:TaxSubtotal></cac:TaxTotal>`
  const totals = `${amount('LineExtensionAmount', `${100 * count}`)}${amount('TaxExclusiveAmount', `${100 * count}`)}${amount('TaxInclusiveAmount', `${120 * count}`)}${amount('PayableAmount', `${120 * count}`)}`
  return `${parts.declaration ?? '<?xml version="1.0" encoding="UTF-8"?>'}
<${parts.root ?? `Invoice ${UBL_NAMESPACES}`}>
${parts.number ?? '<cbc:ID>R-1</cbc:ID>'}
<cbc:IssueDate>2026-11-21</cbc:IssueDate>
<cbc:InvoiceTypeCode>${parts.typeCode ?? '380'}</cbc:InvoiceTypeCode>
${parts.header ?? ''}
<cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty>${party(parts.sellerName ?? 'Seller')}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${party(parts.buyerName ?? 'Buyer')}</cac:AccountingCustomerParty>
${parts.taxTotals ?? taxTotal}
<cac:LegalMonetaryTotal>${parts.totals ?? totals}</cac:LegalMonetaryTotal>
${parts.lines ?? Array.from({ length: count }, (_, index) => line(index + 1)).join('\n')}
</${(parts.root ?? 'Invoice').split(' ')[0]}>`
}

/** The same as a UBL CreditNote (381). */
export function sampleUblCreditNote(parts: SampleParts = {}): string {
  return sampleUbl({ ...parts, typeCode: '381' })
    .replaceAll('xsd:Invoice-2', 'xsd:CreditNote-2')
    .replaceAll('<Invoice ', '<CreditNote ')
    .replaceAll('</Invoice>', '</CreditNote>')
    .replaceAll('InvoiceTypeCode', 'CreditNoteTypeCode')
    .replaceAll('cac:InvoiceLine', 'cac:CreditNoteLine')
    .replaceAll('InvoicedQuantity', 'CreditedQuantity')
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
