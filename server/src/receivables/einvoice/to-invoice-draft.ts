import { type Currency, isCurrency } from '../../lib/currencies.ts'
import { type Decimal, parseDecimal, ZERO } from '../../lib/decimal.ts'
import { DomainError } from '../../lib/errors.ts'
import { parseAmount } from '../../lib/money.ts'
import { brokenSums, brokenTaxCategories } from './check-rules.ts'
import type {
  EInvoice,
  EInvoicePaymentMeans,
  RequiredAdjustment,
  RequiredLine,
  RequiredParty,
  Syntax,
} from './einvoice.ts'
import {
  EInvoiceFieldInvalid,
  EInvoiceNegativeTotal,
  EInvoiceTaxInconsistent,
  EInvoiceTotalsDisagree,
  EInvoiceUnknownCurrency,
  EInvoiceUnsupportedType,
} from './errors.ts'
import { isCreditNoteType, isPayableType } from './type-codes.ts'

/** An e-invoice that may become an invoice or a credit note of the `external` series. All `bigint`s are minor units of `currency`. */
export type ImportedInvoice = {
  readonly syntax: Syntax
  readonly typeCode: string
  /** A credit note, or an invoice below zero with its signs turned round: all amounts are what is credited. */
  readonly isCredit: boolean
  readonly precedingInvoices: readonly string[]
  readonly number: string
  readonly issueDate: string
  readonly dueDate: string | undefined
  readonly currency: Currency
  readonly buyerReference: string | undefined
  readonly orderReference: string | undefined
  readonly notes: readonly string[]
  readonly seller: RequiredParty
  readonly buyer: RequiredParty
  readonly lines: readonly ImportedLine[]
  readonly allowances: readonly ImportedAdjustment[]
  readonly charges: readonly ImportedAdjustment[]
  readonly taxes: readonly ImportedTax[]
  readonly paymentTerms: string | undefined
  readonly paymentMeans: readonly EInvoicePaymentMeans[]
  readonly subtotal: bigint
  readonly allowanceTotal: bigint
  readonly chargeTotal: bigint
  readonly taxExclusive: bigint
  readonly taxTotal: bigint
  readonly total: bigint
  /** Paid before the import; becomes the invoice's opening application. Never negative. */
  readonly prepaid: bigint
  readonly rounding: bigint
  /** total − prepaid + rounding; never negative. Zero: the invoice is paid. */
  readonly due: bigint
}

export type ImportedLine = Omit<RequiredLine, 'net' | 'allowances' | 'charges' | 'baseQuantity'> & {
  readonly baseQuantity: Decimal
  readonly net: bigint
  readonly allowances: readonly ImportedAdjustment[]
  readonly charges: readonly ImportedAdjustment[]
}

export type ImportedAdjustment = {
  readonly amount: bigint
  readonly percent: Decimal | undefined
  readonly reason: string | undefined
  readonly taxCategory: string | undefined
  readonly taxRate: Decimal | undefined
}

export type ImportedTax = {
  readonly category: string
  readonly rate: Decimal
  readonly taxable: bigint
  readonly tax: bigint
}

const ONE = parseDecimal('1')

/**
 * What may be imported, in minor units. The file's own sums are kept, never replaced by ours, and so must agree with
 * each other by EN 16931. A line's net amount is taken as stated too: no rule of EN 16931 ties it to price × quantity.
 */
export function toInvoiceDraft(einvoice: EInvoice): ImportedInvoice {
  checkType(einvoice)
  checkRules(einvoice)
  const { currency, totals } = einvoice
  if (!isCurrency(currency))
    throw new EInvoiceUnknownCurrency(`${currency} is not a currency.`, { field: 'currency' })
  const isTurned = !einvoice.isCreditNote && totals.taxInclusive.lt(ZERO)
  const turn = (value: Decimal) => (isTurned ? ZERO.minus(value) : value)
  const minor = (value: Decimal, field: string) => toMinor(turn(value), currency, field)
  const adjustments = (list: readonly RequiredAdjustment[], field: string): ImportedAdjustment[] =>
    list.map(({ amount, percent, reason, taxCategory, taxRate }, index) => ({
      ...{ percent, reason, taxCategory, taxRate },
      amount: minor(amount, `${field}[${index}].amount`),
    }))
  const {
    syntax,
    typeCode,
    number,
    issueDate,
    dueDate,
    buyerReference,
    orderReference,
    precedingInvoices,
    notes,
  } = einvoice
  const { seller, buyer, paymentTerms, paymentMeans } = einvoice
  const draft: ImportedInvoice = {
    ...{ syntax, typeCode, number, issueDate, dueDate, currency, buyerReference, orderReference, notes },
    ...{ isCredit: einvoice.isCreditNote || isTurned, precedingInvoices },
    ...{ seller, buyer, paymentTerms, paymentMeans },
    lines: einvoice.lines.map((line, index) => ({
      ...line,
      quantity: turn(line.quantity),
      baseQuantity: line.baseQuantity ?? ONE,
      net: minor(line.net, `lines[${index}].net`),
      allowances: adjustments(line.allowances, `lines[${index}].allowances`),
      charges: adjustments(line.charges, `lines[${index}].charges`),
    })),
    allowances: adjustments(einvoice.allowances, 'allowances'),
    charges: adjustments(einvoice.charges, 'charges'),
    taxes: einvoice.taxes.map(({ category, rate, taxable, tax }, index) => ({
      category,
      rate: rate ?? ZERO,
      taxable: minor(taxable, `taxes[${index}].taxable`),
      tax: minor(tax, `taxes[${index}].tax`),
    })),
    subtotal: minor(totals.lineTotal, 'totals.lineTotal'),
    allowanceTotal: minor(totals.allowanceTotal ?? ZERO, 'totals.allowanceTotal'),
    chargeTotal: minor(totals.chargeTotal ?? ZERO, 'totals.chargeTotal'),
    taxExclusive: minor(totals.taxExclusive, 'totals.taxExclusive'),
    taxTotal: minor(totals.taxTotal ?? ZERO, 'totals.taxTotal'),
    total: minor(totals.taxInclusive, 'totals.taxInclusive'),
    prepaid: minor(totals.prepaid ?? ZERO, 'totals.prepaid'),
    rounding: minor(totals.rounding ?? ZERO, 'totals.rounding'),
    due: minor(totals.payable, 'totals.payable'),
  }
  checkSigns(draft)
  return draft
}

function checkType({ typeCode, isCreditNote }: EInvoice): void {
  if (isCreditNote ? isCreditNoteType(typeCode) : isPayableType(typeCode)) return
  throw new EInvoiceUnsupportedType(
    `This document neither asks for payment nor credits one (type ${typeCode.slice(0, 60)}), so there is nothing to import.`,
    { field: 'typeCode', details: { type_code: typeCode.slice(0, 60) } },
  )
}

function checkRules(einvoice: EInvoice): void {
  const [sum] = brokenSums(einvoice)
  if (sum) {
    const { rule, field, stated, computed } = sum
    throw new EInvoiceTotalsDisagree(
      `The invoice's sums disagree: by ${rule} of EN 16931 ${field} must be ${computed}, but the invoice says ${stated}. Ask its sender for a right one.`,
      { field, details: { rule, stated, computed } },
    )
  }
  const [tax] = brokenTaxCategories(einvoice)
  if (tax) {
    const { rule, field, stated, computed } = tax
    throw new EInvoiceTaxInconsistent(
      `The invoice's taxes are inconsistent: by ${rule} of EN 16931 ${field} must have ${computed}, but the invoice has ${stated}. Ask its sender for a right one.`,
      { field, details: { rule, stated, computed } },
    )
  }
}

function checkSigns(draft: ImportedInvoice): void {
  const named = {
    'totals.taxInclusive': draft.total,
    'totals.prepaid': draft.prepaid,
    'totals.payable': draft.due,
  }
  for (const [field, amount] of Object.entries(named)) {
    if (amount >= 0n) continue
    throw new EInvoiceNegativeTotal(
      `${field} has another sign than the document’s total, or is negative in a credit note, so it is not clear who owes. Ask its sender for a right one.`,
      { field },
    )
  }
  if (draft.isCredit && (draft.due === 0n || draft.prepaid > 0n)) {
    const field = draft.prepaid > 0n ? 'totals.prepaid' : 'totals.payable'
    throw new EInvoiceFieldInvalid(
      `A credit note credits something, and nothing of it is paid before; ${field} says otherwise.`,
      { field },
    )
  }
}

function toMinor(value: Decimal, currency: Currency, field: string): bigint {
  try {
    return parseAmount(value.toFixed(), currency)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const shown = value.toFixed().slice(0, 60)
    throw new EInvoiceFieldInvalid(
      `${field} is ${shown}, which is no amount of ${currency} that can be kept exactly.`,
      {
        field,
      },
    )
  }
}
