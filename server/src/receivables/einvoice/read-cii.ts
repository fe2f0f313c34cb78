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
import { isCreditNoteType } from './type-codes.ts'
import { all, first, one, type XmlNode } from './xml-tree.ts'

const DAY = 'udt:DateTimeString'

/** Maps UN/CEFACT Cross Industry Invoice D16B (Factur-X, ZUGFeRD 2, XRechnung) to EN 16931's terms, after CEN/TS 16931-3-3. */
export function readCii(root: XmlNode): EInvoiceContent {
  const document = one(root, 'rsm:ExchangedDocument')
  const transaction = one(root, 'rsm:SupplyChainTradeTransaction')
  const agreement = one(transaction, 'ram:ApplicableHeaderTradeAgreement')
  const settlement = one(transaction, 'ram:ApplicableHeaderTradeSettlement')
  const summation = one(settlement, 'ram:SpecifiedTradeSettlementHeaderMonetarySummation')
  const currency = code(one(settlement, 'ram:InvoiceCurrencyCode'))
  const typeCode = code(one(document, 'ram:TypeCode'))
  const taxTotals = all(summation, 'ram:TaxTotalAmount').filter((node) => isInCurrency(node, currency))
  const lines = all(transaction, 'ram:IncludedSupplyChainTradeLineItem')
  const adjustments = all(settlement, 'ram:SpecifiedTradeAllowanceCharge')
  const reference = text(one(settlement, 'ram:PaymentReference'))
  return {
    syntax: 'CII',
    isCreditNote: typeCode !== undefined && isCreditNoteType(typeCode),
    typeCode,
    number: code(one(document, 'ram:ID')),
    issueDate: date(one(document, `ram:IssueDateTime/${DAY}`)),
    dueDate: date(first(settlement, `ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/${DAY}`)),
    currency,
    taxCurrency: code(one(settlement, 'ram:TaxCurrencyCode')),
    buyerReference: text(one(agreement, 'ram:BuyerReference')),
    orderReference: code(one(agreement, 'ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID')),
    precedingInvoices: all(settlement, 'ram:InvoiceReferencedDocument/ram:IssuerAssignedID').flatMap(
      (node) => code(node) ?? [],
    ),
    notes: texts(all(document, 'ram:IncludedNote/ram:Content')),
    seller: readParty(one(agreement, 'ram:SellerTradeParty')),
    buyer: readParty(one(agreement, 'ram:BuyerTradeParty')),
    lines: lines.map(readLine),
    allowances: readAdjustments(adjustments, false),
    charges: readAdjustments(adjustments, true),
    taxes: all(settlement, 'ram:ApplicableTradeTax').map(readTax),
    taxTotalCount: taxTotals.length,
    totals: readTotals(summation, taxTotals[0]),
    paymentTerms: text(first(settlement, 'ram:SpecifiedTradePaymentTerms/ram:Description')),
    paymentMeans: readPaymentMeans(all(settlement, 'ram:SpecifiedTradeSettlementPaymentMeans'), reference),
    amountCurrencies: currenciesOf([
      ...(summation?.children ?? []).filter((node) => node.name !== 'ram:TaxTotalAmount'),
      ...all(transaction, `ram:IncludedSupplyChainTradeLineItem/${LINE_TOTAL}`),
      ...all(settlement, 'ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount'),
    ]),
  }
}

const LINE_TOTAL =
  'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount'

function readParty(party: XmlNode | undefined): EInvoiceParty {
  const legalName = text(one(party, 'ram:Name'))
  const address = one(party, 'ram:PostalTradeAddress')
  const contact = first(party, 'ram:DefinedTradeContact')
  const taxIds = all(party, 'ram:SpecifiedTaxRegistration/ram:ID')
  return {
    name: text(one(party, 'ram:SpecifiedLegalOrganization/ram:TradingBusinessName')) ?? legalName,
    legalName,
    addressLines: ['ram:LineOne', 'ram:LineTwo', 'ram:LineThree'].flatMap((path) =>
      texts(all(address, path)),
    ),
    city: text(one(address, 'ram:CityName')),
    postcode: text(one(address, 'ram:PostcodeCode')),
    subdivision: text(first(address, 'ram:CountrySubDivisionName')),
    country: code(one(address, 'ram:CountryID')),
    taxId: code(taxIds.find((node) => attribute(node, 'schemeID') === 'VA') ?? taxIds[0]),
    companyId: code(one(party, 'ram:SpecifiedLegalOrganization/ram:ID')),
    endpointId: code(first(party, 'ram:URIUniversalCommunication/ram:URIID')),
    contactName: text(one(contact, 'ram:PersonName')) ?? text(one(contact, 'ram:DepartmentName')),
    email: code(first(contact, 'ram:EmailURIUniversalCommunication/ram:URIID')),
    phone: code(first(contact, 'ram:TelephoneUniversalCommunication/ram:CompleteNumber')),
  }
}

function readLine(node: XmlNode): EInvoiceLine {
  const product = one(node, 'ram:SpecifiedTradeProduct')
  const price = one(node, 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice')
  const quantity = one(node, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity')
  const settlement = one(node, 'ram:SpecifiedLineTradeSettlement')
  const tax = first(settlement, 'ram:ApplicableTradeTax')
  const adjustments = all(settlement, 'ram:SpecifiedTradeAllowanceCharge')
  return {
    id: code(one(node, 'ram:AssociatedDocumentLineDocument/ram:LineID')),
    name: text(one(product, 'ram:Name')),
    description: text(first(product, 'ram:Description')),
    note: text(first(node, 'ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content')),
    quantity: decimal(quantity),
    unitCode: attribute(quantity, 'unitCode'),
    unitPrice: decimal(one(price, 'ram:ChargeAmount')),
    baseQuantity: decimal(one(price, 'ram:BasisQuantity')),
    net: decimal(one(node, LINE_TOTAL)),
    allowances: readAdjustments(adjustments, false),
    charges: readAdjustments(adjustments, true),
    taxCategory: code(one(tax, 'ram:CategoryCode')),
    taxRate: decimal(one(tax, 'ram:RateApplicablePercent')),
  }
}

function readAdjustments(nodes: readonly XmlNode[], isCharge: boolean): EInvoiceAdjustment[] {
  return nodes
    .filter((node) => (flag(one(node, 'ram:ChargeIndicator/udt:Indicator')) ?? false) === isCharge)
    .map((node) => ({
      amount: decimal(one(node, 'ram:ActualAmount')),
      baseAmount: decimal(one(node, 'ram:BasisAmount')),
      percent: decimal(one(node, 'ram:CalculationPercent')),
      reason: text(one(node, 'ram:Reason')),
      taxCategory: code(first(node, 'ram:CategoryTradeTax/ram:CategoryCode')),
      taxRate: decimal(first(node, 'ram:CategoryTradeTax/ram:RateApplicablePercent')),
    }))
}

function readTax(node: XmlNode): EInvoiceTax {
  return {
    category: code(one(node, 'ram:CategoryCode')),
    rate: decimal(one(node, 'ram:RateApplicablePercent')),
    taxable: decimal(one(node, 'ram:BasisAmount')),
    tax: decimal(one(node, 'ram:CalculatedAmount')),
  }
}

function readTotals(summation: XmlNode | undefined, taxTotal: XmlNode | undefined): EInvoiceTotals {
  return {
    lineTotal: decimal(one(summation, 'ram:LineTotalAmount')),
    allowanceTotal: decimal(one(summation, 'ram:AllowanceTotalAmount')),
    chargeTotal: decimal(one(summation, 'ram:ChargeTotalAmount')),
    taxExclusive: decimal(one(summation, 'ram:TaxBasisTotalAmount')),
    taxTotal: decimal(taxTotal),
    taxInclusive: decimal(one(summation, 'ram:GrandTotalAmount')),
    prepaid: decimal(one(summation, 'ram:TotalPrepaidAmount')),
    rounding: decimal(one(summation, 'ram:RoundingAmount')),
    payable: decimal(one(summation, 'ram:DuePayableAmount')),
  }
}

function readPaymentMeans(nodes: readonly XmlNode[], reference: string | undefined): EInvoicePaymentMeans[] {
  const means = nodes.map((node) => {
    const account = first(node, 'ram:PayeePartyCreditorFinancialAccount')
    return {
      code: code(one(node, 'ram:TypeCode')),
      accountId: code(one(account, 'ram:IBANID') ?? one(account, 'ram:ProprietaryID')),
      accountName: text(one(account, 'ram:AccountName')),
      bic: code(one(node, 'ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID')),
      reference,
    }
  })
  if (means.length > 0 || reference === undefined) return means
  return [{ code: undefined, accountId: undefined, accountName: undefined, bic: undefined, reference }]
}
