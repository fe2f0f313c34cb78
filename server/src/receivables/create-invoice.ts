import { type CustomerId, findCustomer } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Last, Tx } from '../lib/db/index.ts'
import { type Decimal, parseDecimal, ZERO } from '../lib/decimal.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { InvoiceInvalid } from './errors.ts'
import { invoiceIssued } from './events.ts'
import { computeInvoice, type InvoiceAmounts, type Tax, type TaxCategory } from './invoice-arithmetic.ts'
import type { LineTax } from './invoices.queries.ts'
import { type InvoiceWithLines, type NewInvoice, writeInvoice } from './write-invoice.ts'

export interface TaxInput {
  /** Per cent, as decimal text. */
  rate: string
  name?: string | undefined
  category?: TaxCategory | undefined
}

/** What is to be invoiced. Quantities and prices are decimal text, prices in major units. */
export interface InvoiceOrder {
  customerId: CustomerId
  currency: Currency
  taxIncluded: boolean
  issuedOn: string
  dueOn: string | null
  orderReference: string | null
  note: string | null
  lines: readonly {
    description: string
    quantity: string
    unit: string | null
    unitPrice: string
    taxes: readonly TaxInput[]
  }[]
  discount: { label: string; amount: string } | null
  shipping: { amount: string; taxes: readonly TaxInput[] } | null
}

/**
 * Issues an invoice of the company's own series, with the next number and no gap. Sums by EN 16931. Others who issue
 * wait from its last statement on until the commit: where nothing follows, give it the transaction's `last`.
 */
export async function createInvoice(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: InvoiceOrder,
  last: Last = tx.one,
): Promise<InvoiceWithLines> {
  const customer = await findCustomer(tx, order.customerId)
  if (customer === undefined) throw new NotFound('customer')
  const priced = priceInvoice(order)
  const { total } = priced
  const id = newId<'inv'>()
  await emit(tx, actor, invoiceIssued, id, { customer_id: customer.id, total, currency: order.currency })
  return writeInvoice(
    tx,
    now,
    {
      id,
      externalNumber: null,
      series: 'own',
      typeCode: '380',
      source: null,
      customerId: customer.id,
      currency: order.currency,
      ...priced,
      prepaid: 0n,
      issuedOn: order.issuedOn,
      dueOn: order.dueOn,
      orderReference: order.orderReference,
      note: order.note,
      buyer: {
        name: customer.name,
        addressLines: customer.addressLines,
        email: customer.email,
        taxId: customer.taxId,
      },
      seller: null,
    },
    last,
  )
}

/** What is sold and for how much: all that an invoice's sums come from. */
export type InvoiceTerms = Pick<InvoiceOrder, 'currency' | 'taxIncluded' | 'lines' | 'discount' | 'shipping'>

type Priced = Pick<
  NewInvoice,
  | 'subtotal'
  | 'allowances'
  | 'charges'
  | 'shipping'
  | 'tax'
  | 'rounding'
  | 'total'
  | 'adjustments'
  | 'taxBreakdown'
  | 'terms'
  | 'lines'
>

/** The sums and lines of an invoice with these terms, by EN 16931. Minor units. */
export function priceInvoice(order: InvoiceTerms): Priced {
  const amounts = compute(order)
  return {
    subtotal: amounts.subtotal,
    allowances: amounts.allowanceTotal,
    charges: amounts.chargeTotal,
    shipping: amounts.shipping,
    tax: amounts.taxTotal,
    rounding: amounts.rounding,
    total: amounts.total,
    adjustments:
      order.discount === null
        ? []
        : [{ kind: 'allowance', label: order.discount.label, amount: amounts.allowanceTotal.toString() }],
    taxBreakdown: amounts.taxes.map((tax) => ({
      category: tax.category,
      rate: tax.rate.toFixed(),
      name: tax.name ?? null,
      taxable: tax.taxable.toString(),
      tax: tax.tax.toString(),
    })),
    terms: {
      taxIncluded: order.taxIncluded,
      discount: order.discount,
      shipping: order.shipping && {
        amount: order.shipping.amount,
        taxes: order.shipping.taxes.map(toLineTax),
      },
    },
    lines: order.lines.map((line, i) => ({
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: line.unitPrice,
      taxRate: line.taxes.length === 1 ? (line.taxes[0]?.rate ?? null) : null,
      amount: (order.taxIncluded ? amounts.lines[i]?.gross : amounts.lines[i]?.net) ?? 0n,
      taxes: line.taxes.map(toLineTax),
    })),
  }
}

function toLineTax({ rate, name }: TaxInput): LineTax {
  return { rate, ...(name === undefined ? {} : { name }) }
}

/** 999,999,999.99: what a page, a PDF and every bank can still carry. */
export const MAX_TOTAL = 99_999_999_999n

function compute(order: InvoiceTerms): InvoiceAmounts {
  const amounts = computeInvoice({
    currency: order.currency,
    areTaxesIncluded: order.taxIncluded,
    lines: order.lines.map((line, i) => ({
      quantity: parseDecimal(line.quantity, `lines[${i}].quantity`),
      unitPrice: parseDecimal(line.unitPrice, `lines[${i}].unit_price`),
      taxes: line.taxes.map((tax) => toTax(tax, `lines[${i}].taxes`)),
    })),
    allowances:
      order.discount === null ? [] : [{ amount: notNegative(order.discount.amount, 'discount.amount') }],
    ...(order.shipping === null
      ? {}
      : {
          shipping: {
            amount: notNegative(order.shipping.amount, 'shipping.amount'),
            taxes: order.shipping.taxes.map((tax) => toTax(tax, 'shipping.taxes')),
          },
        }),
  })
  if (amounts.total < 0n) {
    throw new InvoiceInvalid('An invoice cannot be negative. Nothing was issued.', { field: 'lines' })
  }
  if (amounts.total > MAX_TOTAL) {
    throw new InvoiceInvalid('This invoice is larger than can be kept. Nothing was issued.', {
      field: 'lines',
    })
  }
  return amounts
}

const HUNDRED = parseDecimal('100')

export function toTax(tax: TaxInput, field: string): Tax {
  const rate = parseDecimal(tax.rate, field)
  if (rate.lt(ZERO) || rate.gt(HUNDRED)) {
    throw new InvoiceInvalid('A tax rate is a percentage from 0 to 100. Nothing was issued.', { field })
  }
  return {
    category: tax.category ?? (rate.eq(ZERO) ? 'Z' : 'S'),
    rate,
    ...(tax.name === undefined ? {} : { name: tax.name }),
  }
}

function notNegative(text: string, field: string): Decimal {
  const amount = parseDecimal(text, field)
  if (amount.lt(ZERO)) {
    throw new InvoiceInvalid('This amount cannot be negative. Nothing was issued.', { field })
  }
  return amount
}
