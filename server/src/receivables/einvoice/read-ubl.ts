import type {
  EInvoiceAdjustment,
  EInvoiceContent,
  EInvoiceLine,
  EInvoiceParty,
  EInvoicePaymentMeans,
  EInvoiceTax,
  EInvoiceTotals,
} from './einvoice.ts'
import {
  attribute,
  code,
  currenciesOf,
  date,
  decimal,
  flag,
  isInCurrency,
  text,
  texts,
} from './read-values.ts'
import { all, first, one, type XmlNode } from './xml-tree.ts'

/** Maps UBL 2.1 to EN 16931's terms, after CEN/TS 16931-3-2. `root` is an Invoice or a CreditNote. */
export function readUbl(root: XmlNode): EInvoiceContent {
  const isCreditNote = root.name === 'ubl-cn:CreditNote'
  const kind = isCreditNote ? 'CreditNote' : 'Invoice'
  const currency = code(one(root, 'cbc:DocumentCurrencyCode'))
  const taxTotals = all(root, 'cac:TaxTotal').filter((node) =>
    isInCurrency(one(node, 'cbc:TaxAmount'), currency),
  )
  const total = one(root, 'cac:LegalMonetaryTotal')
  const lines = all(root, `cac:${kind}Line`)
  const adjustments = all(root, 'cac:AllowanceCharge')
  return {
    syntax: 'UBL',
    isCreditNote,
    typeCode: code(one(root, `cbc:${kind}TypeCode`)),
    number: code(one(root, 'cbc:ID')),
    issueDate: date(one(root, 'cbc:IssueDate')),
    dueDate: date(one(root, 'cbc:DueDate') ?? first(root, 'cac:PaymentMeans/cbc:PaymentDueDate')),
    currency,
    taxCurrency: code(one(root, 'cbc:TaxCurrencyCode')),
    buyerReference: text(one(root, 'cbc:BuyerReference')),
    orderReference: code(one(root, 'cac:OrderReference/cbc:ID')),
    precedingInvoices: all(root, 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID').flatMap(
      (node) => code(node) ?? [],
    ),
    notes: texts(all(root, 'cbc:Note')),
    seller: readParty(one(root, 'cac:AccountingSupplierParty/cac:Party')),
    buyer: readParty(one(root, 'cac:AccountingCustomerParty/cac:Party')),
    lines: lines.map(readLine),
    allowances: readAdjustments(adjustments, false),
    charges: readAdjustments(adjustments, true),
    taxes: taxTotals.flatMap((node) => all(node, 'cac:TaxSubtotal')).map(readTax),
    taxTotalCount: taxTotals.filter((node) => first(node, 'cbc:TaxAmount')).length,
    totals: readTotals(total, taxTotals[0]),
    paymentTerms: text(first(root, 'cac:PaymentTerms/cbc:Note')),
    paymentMeans: all(root, 'cac:PaymentMeans').map(readPaymentMeans),
    amountCurrencies: currenciesOf([
      ...(total?.children ?? []),
      ...[...lines, ...adjustments].flatMap((node) => [
        ...all(node, 'cbc:LineExtensionAmount'),
        ...all(node, 'cbc:Amount'),
        ...all(node, 'cac:Price/cbc:PriceAmount'),
      ]),
    ]),
  }
}

function readParty(party: XmlNode | undefined): EInvoiceParty {
  const legalName = text(first(party, 'cac:PartyLegalEntity/cbc:RegistrationName'))
  const address = one(party, 'cac:PostalAddress')
  const schemes = all(party, 'cac:PartyTaxScheme')
  const vat =
    schemes.find((node) => code(first(node, 'cac:TaxScheme/cbc:ID'))?.toUpperCase() === 'VAT') ?? schemes[0]
  const streets = ['cbc:StreetName', 'cbc:AdditionalStreetName', 'cac:AddressLine/cbc:Line']
  return {
    name: text(first(party, 'cac:PartyName/cbc:Name')) ?? legalName,
    legalName,
    addressLines: streets.flatMap((path) => texts(all(address, path))),
    city: text(one(address, 'cbc:CityName')),
    postcode: text(one(address, 'cbc:PostalZone')),
    subdivision: text(one(address, 'cbc:CountrySubentity')),
    country: code(one(address, 'cac:Country/cbc:IdentificationCode')),
    taxId: code(first(vat, 'cbc:CompanyID')),
    companyId: code(first(party, 'cac:PartyLegalEntity/cbc:CompanyID')),
    endpointId: code(one(party, 'cbc:EndpointID')),
    contactName: text(first(party, 'cac:Contact/cbc:Name')),
    email: code(first(party, 'cac:Contact/cbc:ElectronicMail')),
    phone: code(first(party, 'cac:Contact/cbc:Telephone')),
  }
}

function readLine(node: XmlNode): EInvoiceLine {
  const quantity = one(node, 'cbc:InvoicedQuantity') ?? one(node, 'cbc:CreditedQuantity')
  const tax = first(node, 'cac:Item/cac:ClassifiedTaxCategory')
  const adjustments = all(node, 'cac:AllowanceCharge')
  return {
    id: code(one(node, 'cbc:ID')),
    name: text(one(node, 'cac:Item/cbc:Name')),
    description: text(first(node, 'cac:Item/cbc:Description')),
    note: text(first(node, 'cbc:Note')),
    quantity: decimal(quantity),
    unitCode: attribute(quantity, 'unitCode'),
    unitPrice: decimal(one(node, 'cac:Price/cbc:PriceAmount')),
    baseQuantity: decimal(one(node, 'cac:Price/cbc:BaseQuantity')),
    net: decimal(one(node, 'cbc:LineExtensionAmount')),
    allowances: readAdjustments(adjustments, false),
    charges: readAdjustments(adjustments, true),
    taxCategory: code(one(tax, 'cbc:ID')),
    taxRate: decimal(one(tax, 'cbc:Percent')),
  }
}

function readAdjustments(nodes: readonly XmlNode[], isCharge: boolean): EInvoiceAdjustment[] {
  return nodes
    .filter((node) => (flag(one(node, 'cbc:ChargeIndicator')) ?? false) === isCharge)
    .map((node) => ({
      amount: decimal(one(node, 'cbc:Amount')),
      baseAmount: decimal(one(node, 'cbc:BaseAmount')),
      percent: decimal(one(node, 'cbc:MultiplierFactorNumeric')),
      reason: text(first(node, 'cbc:AllowanceChargeReason')),
      taxCategory: code(first(node, 'cac:TaxCategory/cbc:ID')),
      taxRate: decimal(first(node, 'cac:TaxCategory/cbc:Percent')),
    }))
}

function readTax(node: XmlNode): EInvoiceTax {
  return {
    category: code(one(node, 'cac:TaxCategory/cbc:ID')),
    rate: decimal(one(node, 'cac:TaxCategory/cbc:Percent')),
    taxable: decimal(one(node, 'cbc:TaxableAmount')),
    tax: decimal(one(node, 'cbc:TaxAmount')),
  }
}

function readTotals(total: XmlNode | undefined, taxTotal: XmlNode | undefined): EInvoiceTotals {
  return {
    lineTotal: decimal(one(total, 'cbc:LineExtensionAmount')),
    allowanceTotal: decimal(one(total, 'cbc:AllowanceTotalAmount')),
    chargeTotal: decimal(one(total, 'cbc:ChargeTotalAmount')),
    taxExclusive: decimal(one(total, 'cbc:TaxExclusiveAmount')),
    taxTotal: decimal(one(taxTotal, 'cbc:TaxAmount')),
    taxInclusive: decimal(one(total, 'cbc:TaxInclusiveAmount')),
    prepaid: decimal(one(total, 'cbc:PrepaidAmount')),
    rounding: decimal(one(total, 'cbc:PayableRoundingAmount')),
    payable: decimal(one(total, 'cbc:PayableAmount')),
  }
}

function readPaymentMeans(node: XmlNode): EInvoicePaymentMeans {
  const account = first(node, 'cac:PayeeFinancialAccount')
  return {
    code: code(one(node, 'cbc:PaymentMeansCode')),
    accountId: code(one(account, 'cbc:ID')),
    accountName: text(one(account, 'cbc:Name')),
    bic: code(first(account, 'cac:FinancialInstitutionBranch/cbc:ID')),
    reference: text(first(node, 'cbc:PaymentID')),
  }
}
