import { isCurrency } from '../../lib/currencies.ts'
import type {
  EInvoice,
  EInvoiceAdjustment,
  EInvoiceContent,
  EInvoiceParty,
  RequiredAdjustment,
  RequiredParty,
} from './einvoice.ts'
import {
  EInvoiceMissingField,
  EInvoiceMixedCurrencies,
  EInvoiceUnknownCurrency,
  EInvoiceUnknownSyntax,
} from './errors.ts'
import { readCii } from './read-cii.ts'
import { readUbl } from './read-ubl.ts'
import { readXml } from './read-xml.ts'
import type { XmlNode } from './xml-tree.ts'

/**
 * Reads a UBL 2.1 Invoice or CreditNote or a Cross Industry Invoice D16B. Throws an `EInvoiceError` and nothing else.
 * The sums are as stated: `toInvoiceDraft` checks them.
 */
export function readEInvoice(bytes: Uint8Array): EInvoice {
  return requireFields(readContent(readXml(bytes)))
}

/** Which syntax it is, the root element's namespace says, not a prefix or a file name. */
export function readContent(root: XmlNode): EInvoiceContent {
  switch (root.name) {
    case 'ubl:Invoice':
    case 'ubl-cn:CreditNote':
      return readUbl(root)
    case 'rsm:CrossIndustryInvoice':
      return readCii(root)
    default:
      throw new EInvoiceUnknownSyntax(
        `The root element ${root.name.slice(0, 60)} is neither a UBL 2.1 Invoice or CreditNote nor a Cross Industry Invoice D16B.`,
      )
  }
}

function requireFields(content: EInvoiceContent): EInvoice {
  const { totals } = content
  const currency = need(content.currency, 'currency', 'BR-05')
  requireOneCurrency(currency, content)
  if (content.lines.length === 0) throw missing('lines', 'BR-16')
  return {
    ...content,
    number: need(content.number, 'number', 'BR-02'),
    issueDate: need(content.issueDate, 'issueDate', 'BR-03'),
    typeCode: need(content.typeCode, 'typeCode', 'BR-04'),
    currency,
    seller: requireParty(content.seller, 'seller', 'BR-06'),
    buyer: requireParty(content.buyer, 'buyer', 'BR-07'),
    lines: content.lines.map((line, index) => ({
      ...line,
      quantity: need(line.quantity, `lines[${index}].quantity`, 'BR-22'),
      net: need(line.net, `lines[${index}].net`, 'BR-24'),
      name: need(line.name, `lines[${index}].name`, 'BR-25'),
      unitPrice: need(line.unitPrice, `lines[${index}].unitPrice`, 'BR-26'),
      allowances: requireAmounts(line.allowances, `lines[${index}].allowances`, 'BR-41'),
      charges: requireAmounts(line.charges, `lines[${index}].charges`, 'BR-43'),
    })),
    allowances: requireAmounts(content.allowances, 'allowances', 'BR-31'),
    charges: requireAmounts(content.charges, 'charges', 'BR-36'),
    taxes: content.taxes.map((tax, index) => ({
      ...tax,
      taxable: need(tax.taxable, `taxes[${index}].taxable`, 'BR-45'),
      tax: need(tax.tax, `taxes[${index}].tax`, 'BR-46'),
      category: need(tax.category, `taxes[${index}].category`, 'BR-47'),
    })),
    totals: {
      ...totals,
      lineTotal: need(totals.lineTotal, 'totals.lineTotal', 'BR-12'),
      taxExclusive: need(totals.taxExclusive, 'totals.taxExclusive', 'BR-13'),
      taxInclusive: need(totals.taxInclusive, 'totals.taxInclusive', 'BR-14'),
      payable: need(totals.payable, 'totals.payable', 'BR-15'),
    },
  }
}

function requireOneCurrency(currency: string, content: EInvoiceContent): void {
  if (!isCurrency(currency)) {
    throw new EInvoiceUnknownCurrency(
      `${JSON.stringify(currency.slice(0, 60))} is not a currency of ISO 4217 (BR-CL-04).`,
      {
        field: 'currency',
      },
    )
  }
  const other = [...content.amountCurrencies].find((each) => each !== currency)
  if (other === undefined) return
  throw new EInvoiceMixedCurrencies(
    `The invoice is in ${currency} but has an amount in ${other.slice(0, 60)}.`,
    {
      field: 'currency',
    },
  )
}

function requireParty(party: EInvoiceParty, field: string, rule: string): RequiredParty {
  return { ...party, name: need(party.name, `${field}.name`, rule) }
}

function requireAmounts(
  list: readonly EInvoiceAdjustment[],
  field: string,
  rule: string,
): RequiredAdjustment[] {
  return list.map((entry, index) => ({
    ...entry,
    amount: need(entry.amount, `${field}[${index}].amount`, rule),
  }))
}

function need<T>(value: T | undefined, field: string, rule: string): T {
  if (value === undefined) throw missing(field, rule)
  return value
}

function missing(field: string, rule: string): EInvoiceMissingField {
  return new EInvoiceMissingField(`The invoice has no ${field}, which EN 16931 requires (${rule}).`, {
    field,
    details: { rule },
  })
}
