import type { Company, LogoImage } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import { languageOf } from '../lib/words.ts'
import type { InvoiceDocument, Seller } from './documents/index.ts'
import type { Party, StoredAdjustment, StoredLine, StoredTax } from './invoices.queries.ts'

/** Whose paper it is, and the logo at its top. */
export interface PrintedSeller {
  readonly company: Company
  readonly logo: LogoImage | undefined
}

/** What is printed alike of an invoice and of a credit note. */
interface Printed {
  number: string
  issuedOn: string
  buyer: Party
  currency: string
  adjustments: readonly StoredAdjustment[]
  subtotal: bigint
  taxBreakdown: readonly StoredTax[]
}

/** From whom, to whom, which lines, allowances, charges and taxes. */
export function documentParts(
  seller: PrintedSeller,
  locale: string,
  printed: Printed,
  lines: readonly StoredLine[],
) {
  const adjustments = (kind: StoredAdjustment['kind']) =>
    printed.adjustments
      .filter((entry) => entry.kind === kind)
      .map(({ label, amount }) => ({ label, amount: BigInt(amount) }))
  return {
    language: languageOf(locale),
    locale,
    number: printed.number,
    issuedOn: printed.issuedOn,
    seller: sellerOf(seller),
    customer: {
      name: printed.buyer.name,
      addressLines: printed.buyer.addressLines,
      email: printed.buyer.email ?? undefined,
      taxId: printed.buyer.taxId ?? undefined,
    },
    currency: printed.currency as Currency,
    lines: lines.map((line) => ({
      description: line.description,
      quantity: line.quantity,
      unit: line.unit ?? undefined,
      unitPrice: line.unitPrice,
      taxRate: line.taxRate ?? undefined,
      amount: line.amount,
    })),
    allowances: adjustments('allowance'),
    charges: adjustments('charge'),
    subtotal: printed.subtotal,
    taxes: printed.taxBreakdown.map((tax) => ({
      label: tax.name ?? undefined,
      rate: tax.rate,
      taxable: BigInt(tax.taxable),
      amount: BigInt(tax.tax),
    })),
  } satisfies Partial<InvoiceDocument>
}

export function sellerOf({ company, logo }: PrintedSeller): Seller {
  return {
    name: company.displayName,
    legalName: company.legalName,
    addressLines: company.addressLines,
    phone: company.phone ?? undefined,
    email: company.email ?? undefined,
    taxId: company.taxId ?? undefined,
    logoPng: logo?.image,
  }
}

/** A file name out of a number that may hold anything. */
export function fileNameOf(number: string): string {
  return number.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80) || 'invoice'
}
