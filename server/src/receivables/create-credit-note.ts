import { type CustomerId, findCustomer } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Last, Tx } from '../lib/db/index.ts'
import { parseDecimal } from '../lib/decimal.ts'
import { NotFound } from '../lib/errors.ts'
import { newId } from '../lib/ids.ts'
import { type InvoiceOrder, MAX_TOTAL, toTax } from './create-invoice.ts'
import { CreditNoteInvalid } from './errors.ts'
import { computeInvoice, type InvoiceAmounts } from './invoice-arithmetic.ts'
import { findInvoice, type Invoice, type InvoiceId, type Party } from './invoices.queries.ts'
import { lockPayables, type Payable } from './payables.queries.ts'
import { freeOf, settleByCredit } from './settle-by-credit.ts'
import { type CreditNoteWithLines, writeCreditNote } from './write-credit-note.ts'

/** What is to be credited, in positive amounts: to a customer, or for an invoice, which then says whose it is. */
export interface CreditNoteOrder {
  customerId: CustomerId | undefined
  invoiceId: InvoiceId | undefined
  currency: Currency | undefined
  taxIncluded: boolean
  issuedOn: string
  reason: string | null
  lines: InvoiceOrder['lines']
  /** Whether it settles its invoice at once, as far as that is open. */
  apply: boolean
}

/**
 * Issues a credit note with the next number of the company's own series. It makes a credit of its total; with an
 * invoice that credit settles what is open of it, and the rest stays the customer's.
 */
export async function createCreditNote(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: CreditNoteOrder,
  last: Last = tx.one,
): Promise<CreditNoteWithLines> {
  // Locked in any case, and before it is read: what credit notes took back of an invoice, and that it is not voided
  // meanwhile, is seen under this lock.
  const [locked] = order.invoiceId === undefined ? [] : await lockPayables(tx, [order.invoiceId])
  const invoice = order.invoiceId === undefined ? undefined : await invoiceOf(tx, order, order.invoiceId)
  const { customerId, currency, buyer } = invoice ?? (await withoutInvoice(tx, order))
  const amounts = compute(order, currency as Currency)
  const payable = order.apply ? locked : undefined
  const credit = { id: newId<'crd'>(), kind: 'credit_note' as const, currency }
  const applied = payable === undefined ? 0n : least(freeOf(payable), amounts.total)
  if (payable !== undefined) await settleByCredit(tx, actor, now, credit, [{ payable, amount: applied }])
  return writeCreditNote(
    tx,
    actor,
    now,
    {
      id: newId<'cn'>(),
      creditId: credit.id,
      used: applied,
      paymentId: null,
      externalNumber: null,
      series: 'own',
      typeCode: '381',
      source: null,
      customerId,
      invoiceId: invoice?.id ?? null,
      invoiceReference: invoice?.number ?? null,
      currency,
      subtotal: amounts.subtotal,
      allowances: 0n,
      charges: 0n,
      tax: amounts.taxTotal,
      rounding: 0n,
      total: amounts.total,
      issuedOn: order.issuedOn,
      reason: order.reason,
      buyer,
      seller: null,
      adjustments: [],
      taxBreakdown: amounts.taxes.map((tax) => ({
        category: tax.category,
        rate: tax.rate.toFixed(),
        name: tax.name ?? null,
        taxable: tax.taxable.toString(),
        tax: tax.tax.toString(),
      })),
      lines: order.lines.map((line, i) => ({
        description: line.description,
        quantity: line.quantity,
        unit: line.unit,
        unitPrice: line.unitPrice,
        taxRate: line.taxes.length === 1 ? (line.taxes[0]?.rate ?? null) : null,
        amount: (order.taxIncluded ? amounts.lines[i]?.gross : amounts.lines[i]?.net) ?? 0n,
      })),
    },
    last,
  )
}

async function invoiceOf(tx: Tx, order: CreditNoteOrder, id: InvoiceId): Promise<Invoice> {
  const invoice = await findInvoice(tx, id)
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
  tx: Tx,
  { customerId, currency }: CreditNoteOrder,
): Promise<{ customerId: CustomerId; currency: Currency; buyer: Party }> {
  if (customerId === undefined || currency === undefined)
    throw new CreditNoteInvalid(
      'Say whose credit it is: an invoice, or a customer and a currency. Nothing was issued.',
      {
        field: customerId === undefined ? 'customer' : 'currency',
      },
    )
  const customer = await findCustomer(tx, customerId)
  if (customer === undefined) throw new NotFound('customer')
  const { name, addressLines, email, taxId } = customer
  return { customerId, currency, buyer: { name, addressLines, email, taxId } }
}

function compute(order: CreditNoteOrder, currency: Currency): InvoiceAmounts {
  const amounts = computeInvoice({
    currency,
    areTaxesIncluded: order.taxIncluded,
    lines: order.lines.map((line, i) => ({
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

function least(a: Payable['open'], b: Payable['open']): bigint {
  return a < b ? a : b
}
