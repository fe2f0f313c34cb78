import { type CustomerId, findCustomer } from '../customers/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Db } from '../lib/db/index.ts'
import { parseDecimal } from '../lib/decimal.ts'
import { NotFound } from '../lib/errors.ts'
import { type InvoiceOrder, MAX_TOTAL, toTax } from './create-invoice.ts'
import { CreditNoteInvalid } from './errors.ts'
import { computeInvoice, type InvoiceAmounts } from './invoice-arithmetic.ts'
import {
  findInvoice,
  type Invoice,
  type InvoiceId,
  type Party,
  type StoredLine,
  type StoredTax,
} from './invoices.queries.ts'

/** What is credited, in positive amounts, as it was given. */
export interface CreditNoteTerms {
  taxIncluded: boolean
  lines: InvoiceOrder['lines']
}

/** What is to be credited: to a customer, or for an invoice, which then says whose it is. */
export interface CreditNoteOrder extends CreditNoteTerms {
  customerId: CustomerId | undefined
  invoiceId: InvoiceId | undefined
  currency: Currency | undefined
  /** Null: the day on which it is issued. */
  issuedOn: string | null
  reason: string | null
  /** Whether it settles its invoice at once, as far as that is open. */
  apply: boolean
}

export interface WorkedOut {
  invoice: Invoice | undefined
  customerId: CustomerId
  currency: Currency
  buyer: Party
  amounts: InvoiceAmounts
}

/** Whose credit it is, in what, and what it comes to. Throws `CreditNoteInvalid` where it cannot be issued. */
export async function workOut(db: Db, order: CreditNoteOrder): Promise<WorkedOut> {
  const invoice = order.invoiceId === undefined ? undefined : await invoiceOf(db, order, order.invoiceId)
  const { customerId, currency, buyer } = invoice ?? (await withoutInvoice(db, order))
  return {
    invoice,
    customerId,
    currency: currency as Currency,
    buyer,
    amounts: amountsOf(order, currency as Currency),
  }
}

async function invoiceOf(db: Db, order: CreditNoteOrder, id: InvoiceId): Promise<Invoice> {
  const invoice = await findInvoice(db, id)
  if (invoice === undefined) throw new NotFound('invoice')
  const refuse = (what: string, field: string) =>
    new CreditNoteInvalid(`${what} Nothing was issued.`, { field })
  if (invoice.state === 'void')
    throw refuse('This invoice is void, so there is nothing to credit.', 'invoice')
  if (invoice.recovers !== null)
    throw refuse('This is a recovery invoice, of which nothing was sold; void it or write it off.', 'invoice')
  if (order.customerId !== undefined && order.customerId !== invoice.customerId)
    throw refuse('This invoice is another customer’s.', 'customer')
  if (order.currency !== undefined && order.currency !== invoice.currency)
    throw refuse(`This invoice is in ${invoice.currency}; credit it in that currency.`, 'currency')
  return invoice
}

async function withoutInvoice(
  db: Db,
  { customerId, currency }: CreditNoteOrder,
): Promise<{ customerId: CustomerId; currency: Currency; buyer: Party }> {
  if (customerId === undefined || currency === undefined)
    throw new CreditNoteInvalid(
      'Say whose credit it is: an invoice, or a customer and a currency. Nothing was issued.',
      {
        field: customerId === undefined ? 'customer' : 'currency',
      },
    )
  const customer = await findCustomer(db, customerId)
  if (customer === undefined) throw new NotFound('customer')
  const { name, addressLines, email, taxId } = customer
  return { customerId, currency, buyer: { name, addressLines, email, taxId } }
}

/** What lines come to. */
export function amountsOf({ taxIncluded, lines }: CreditNoteTerms, currency: Currency): InvoiceAmounts {
  const amounts = computeInvoice({
    currency,
    areTaxesIncluded: taxIncluded,
    lines: lines.map((line, i) => ({
      quantity: parseDecimal(line.quantity, `lines[${i}].quantity`),
      unitPrice: parseDecimal(line.unitPrice, `lines[${i}].unit_price`),
      taxes: line.taxes.map((tax) => toTax(tax, `lines[${i}].taxes`)),
    })),
    allowances: [],
  })
  if (amounts.total <= 0n || amounts.total > MAX_TOTAL)
    throw new CreditNoteInvalid(
      'A credit note’s lines are positive amounts, and come to no more than can be kept. Nothing was issued.',
      { field: 'lines' },
    )
  return amounts
}

/** The lines as a document has them. */
export function documentLines({ taxIncluded, lines }: CreditNoteTerms, amounts: InvoiceAmounts) {
  return lines.map(
    (line, i): Omit<StoredLine, 'position'> => ({
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      taxRate: line.taxes.length === 1 ? (line.taxes[0]?.rate ?? null) : null,
      amount: (taxIncluded ? amounts.lines[i]?.gross : amounts.lines[i]?.net) ?? 0n,
    }),
  )
}

/** The taxes as a document has them. */
export function documentTaxes({ taxes }: InvoiceAmounts): StoredTax[] {
  return taxes.map((tax) => ({
    category: tax.category,
    rate: tax.rate.toFixed(),
    name: tax.name ?? null,
    taxable: tax.taxable.toString(),
    tax: tax.tax.toString(),
  }))
}
