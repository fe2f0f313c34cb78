import type { Decimal } from '../../lib/decimal.ts'

export type Syntax = 'UBL' | 'CII'

/** What a file says, as it says it: nothing is required yet, nothing checked against anything else. */
export type EInvoiceContent = {
  readonly syntax: Syntax
  readonly isCreditNote: boolean
  /** UNTDID 1001. */
  readonly typeCode: string | undefined
  readonly number: string | undefined
  /** Days are `YYYY-MM-DD`. */
  readonly issueDate: string | undefined
  readonly dueDate: string | undefined
  /** ISO 4217 as written, in upper case. */
  readonly currency: string | undefined
  readonly taxCurrency: string | undefined
  readonly buyerReference: string | undefined
  readonly orderReference: string | undefined
  /** Numbers of the invoices that it corrects or credits (BT-25). */
  readonly precedingInvoices: readonly string[]
  readonly notes: readonly string[]
  readonly seller: EInvoiceParty
  readonly buyer: EInvoiceParty
  readonly lines: readonly EInvoiceLine[]
  readonly allowances: readonly EInvoiceAdjustment[]
  readonly charges: readonly EInvoiceAdjustment[]
  /** The breakdown in the document's currency. */
  readonly taxes: readonly EInvoiceTax[]
  /** How many tax totals are in the document's currency; the one in the accounting currency is not counted. */
  readonly taxTotalCount: number
  readonly totals: EInvoiceTotals
  readonly paymentTerms: string | undefined
  readonly paymentMeans: readonly EInvoicePaymentMeans[]
  /** Every currency named by an amount other than the tax total's, to be compared with the document's. */
  readonly amountCurrencies: ReadonlySet<string>
}

export type EInvoiceParty = {
  /** The trading name where there is one, else the legal name. */
  readonly name: string | undefined
  readonly legalName: string | undefined
  readonly addressLines: readonly string[]
  readonly city: string | undefined
  readonly postcode: string | undefined
  readonly subdivision: string | undefined
  readonly country: string | undefined
  readonly taxId: string | undefined
  readonly companyId: string | undefined
  readonly endpointId: string | undefined
  readonly contactName: string | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
}

export type EInvoiceLine = {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly description: string | undefined
  readonly note: string | undefined
  readonly quantity: Decimal | undefined
  readonly unitCode: string | undefined
  /** Net price of `baseQuantity` units, before tax; may have more digits than the currency. */
  readonly unitPrice: Decimal | undefined
  readonly baseQuantity: Decimal | undefined
  readonly net: Decimal | undefined
  readonly allowances: readonly EInvoiceAdjustment[]
  readonly charges: readonly EInvoiceAdjustment[]
  readonly taxCategory: string | undefined
  readonly taxRate: Decimal | undefined
}

export type EInvoiceAdjustment = {
  readonly amount: Decimal | undefined
  readonly baseAmount: Decimal | undefined
  readonly percent: Decimal | undefined
  readonly reason: string | undefined
  readonly taxCategory: string | undefined
  readonly taxRate: Decimal | undefined
}

export type EInvoiceTax = {
  readonly category: string | undefined
  readonly rate: Decimal | undefined
  readonly taxable: Decimal | undefined
  readonly tax: Decimal | undefined
}

/** BT-106 to BT-115 as stated. */
export type EInvoiceTotals = {
  readonly lineTotal: Decimal | undefined
  readonly allowanceTotal: Decimal | undefined
  readonly chargeTotal: Decimal | undefined
  readonly taxExclusive: Decimal | undefined
  readonly taxTotal: Decimal | undefined
  readonly taxInclusive: Decimal | undefined
  readonly prepaid: Decimal | undefined
  readonly rounding: Decimal | undefined
  readonly payable: Decimal | undefined
}

export type EInvoicePaymentMeans = {
  /** UNTDID 4461: 30 and 58 are credit transfers, 59 is a direct debit. */
  readonly code: string | undefined
  /** An IBAN, or an account number where there is none. */
  readonly accountId: string | undefined
  readonly accountName: string | undefined
  readonly bic: string | undefined
  /** The remittance information that the payer is asked to give (BT-83). */
  readonly reference: string | undefined
}

type WithRequired<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]-?: NonNullable<T[P]> }

/** A file that has what EN 16931 requires of every invoice (BR-02 to BR-26, BR-45 to BR-47), sums not yet checked. */
export type EInvoice = WithRequired<
  Omit<EInvoiceContent, 'seller' | 'buyer' | 'lines' | 'taxes' | 'allowances' | 'charges' | 'totals'>,
  'typeCode' | 'number' | 'issueDate' | 'currency'
> & {
  readonly seller: RequiredParty
  readonly buyer: RequiredParty
  readonly lines: readonly RequiredLine[]
  readonly allowances: readonly RequiredAdjustment[]
  readonly charges: readonly RequiredAdjustment[]
  readonly taxes: readonly RequiredTax[]
  readonly totals: RequiredTotals
}

export type RequiredParty = WithRequired<EInvoiceParty, 'name'>
export type RequiredAdjustment = WithRequired<EInvoiceAdjustment, 'amount'>
type RequiredTax = WithRequired<EInvoiceTax, 'taxable' | 'tax' | 'category'>
type RequiredTotals = WithRequired<EInvoiceTotals, 'lineTotal' | 'taxExclusive' | 'taxInclusive' | 'payable'>
export type RequiredLine = WithRequired<
  Omit<EInvoiceLine, 'allowances' | 'charges'>,
  'name' | 'quantity' | 'unitPrice' | 'net'
> & {
  readonly allowances: readonly RequiredAdjustment[]
  readonly charges: readonly RequiredAdjustment[]
}
