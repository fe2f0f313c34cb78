import type { Party } from '../invoices.queries.ts'
import type { SellerIdentity } from '../sellers/same-seller.ts'
import type { NewInvoice } from '../write-invoice.ts'
import type { ImportedInvoice } from './to-invoice-draft.ts'

/** An e-invoice as it will be stored: plain data, which a thread can hand over. */
export type EInvoiceImport = {
  readonly invoice: Omit<NewInvoice, 'id' | 'customerId'> & { readonly externalNumber: string }
  /** Who the file says sells; the invoice has it as an address. */
  readonly seller: SellerIdentity
  /** ISO 3166-1 alpha-2, as the file has it. */
  readonly buyerCountry: string | null
  /** What is owed of it, in minor units. Zero: it is paid. */
  readonly due: bigint
  /** Not null: it is a credit note, of these invoices, and its amounts are what is credited. */
  readonly credits: { readonly precedingInvoices: readonly string[] } | null
}

/** Where an invoice came from, with its number: the same document is imported once. */
export const SOURCE = 'einvoice'

export function toEInvoiceImport(imported: ImportedInvoice): EInvoiceImport {
  return {
    invoice: toNewInvoice(imported),
    seller: identity(imported.seller),
    buyerCountry: imported.buyer.country ?? null,
    due: imported.due,
    credits: imported.isCredit ? { precedingInvoices: imported.precedingInvoices } : null,
  }
}

function toNewInvoice(imported: ImportedInvoice): EInvoiceImport['invoice'] {
  return {
    externalNumber: imported.number,
    series: 'external',
    typeCode: imported.typeCode,
    source: SOURCE,
    currency: imported.currency,
    subtotal: imported.subtotal,
    allowances: imported.allowanceTotal,
    charges: imported.chargeTotal,
    shipping: 0n,
    tax: imported.taxTotal,
    rounding: imported.rounding,
    total: imported.total,
    prepaid: imported.prepaid,
    issuedOn: imported.issueDate,
    dueOn: imported.dueDate ?? null,
    orderReference: imported.orderReference ?? imported.buyerReference ?? null,
    note: imported.notes.length === 0 ? null : imported.notes.join('\n'),
    buyer: party(imported.buyer),
    seller: party(imported.seller),
    adjustments: [
      ...imported.allowances.map((entry) => ({ ...stored(entry), kind: 'allowance' as const })),
      ...imported.charges.map((entry) => ({ ...stored(entry), kind: 'charge' as const })),
    ],
    taxBreakdown: imported.taxes.map((tax) => ({
      category: tax.category,
      rate: tax.rate.toFixed(),
      name: null,
      taxable: tax.taxable.toString(),
      tax: tax.tax.toString(),
    })),
    terms: null,
    lines: imported.lines.map((line) => ({
      description: line.name,
      quantity: line.quantity.toFixed(),
      unit: line.unitCode ?? null,
      unitPrice: line.unitPrice.toFixed(),
      taxRate: line.taxRate?.toFixed() ?? null,
      amount: line.net,
      taxes: null,
    })),
  }
}

function stored(entry: ImportedInvoice['allowances'][number]) {
  return { label: entry.reason ?? '', amount: entry.amount.toString() }
}

function identity({ name, legalName, taxId, endpointId, email }: ImportedInvoice['seller']): SellerIdentity {
  const known = (...values: (string | undefined)[]) => [
    ...new Set(values.filter((value) => value !== undefined)),
  ]
  return { names: known(name, legalName), taxId: taxId ?? null, addresses: known(endpointId, email) }
}

function party(from: ImportedInvoice['buyer']): Party {
  const place = [from.postcode, from.city].filter(Boolean).join(' ')
  return {
    name: from.name,
    addressLines: [...from.addressLines, place, from.country].filter((line): line is string => Boolean(line)),
    email: from.email ?? null,
    taxId: from.taxId ?? null,
  }
}
