import { companyDay } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { InvariantBroken } from '../lib/errors.ts'
import { newId } from '../lib/ids.ts'
import { allocate, sumAmounts } from '../lib/money.ts'
import type { PaymentId, Refund } from '../payments/index.ts'
import { changePayables } from './change-payables.ts'
import { creditedOf } from './credit-notes.queries.ts'
import { findInvoice, type Invoice, type InvoiceId, type StoredTax } from './invoices.queries.ts'
import { type Allocation, openApplications, type Part, type Taken } from './refundable-parts.queries.ts'
import { refundedLine } from './words.ts'
import { writeCreditNote } from './write-credit-note.ts'

/** What a payment settled of invoices, as far as no credit note took the sale back yet. */
export async function sales(tx: Tx, paymentId: PaymentId): Promise<Part[]> {
  const parts = await openApplications(tx, paymentId)
  const rest = new Map<string | null, bigint>()
  for (const { payableId } of parts) {
    if (!rest.has(payableId)) rest.set(payableId, (await uncredited(tx, payableId as InvoiceId)).total)
  }
  return parts.flatMap((part) => {
    const most = rest.get(part.payableId) ?? 0n
    const left = part.left < most ? part.left : most
    rest.set(part.payableId, most - left)
    return left > 0n ? [{ ...part, left }] : []
  })
}

/** What of an invoice's sum and of its tax is not credited yet. */
async function uncredited(tx: Tx, id: InvoiceId) {
  const invoice = await findInvoice(tx, id)
  if (invoice === undefined) throw new InvariantBroken('A payment settled an invoice that is not there.')
  const credited = await creditedOf(tx, id)
  return {
    invoice,
    // Of what is recovered nothing was sold.
    total: invoice.recovers === null ? invoice.total + invoice.rounding - credited.total : 0n,
    tax: invoice.tax - credited.tax,
  }
}

/**
 * Takes the sale back by a credit note for each invoice, whose credit is what is refunded. The invoice stays
 * settled: nothing is owed again. From here on the counter of numbers is locked until the transaction ends, which
 * it does before the processor is asked.
 */
export async function reduceSale(
  tx: Tx,
  actor: Actor,
  now: Date,
  { refund, locale }: { refund: Refund; locale: string },
  parts: readonly Taken[],
): Promise<Allocation[]> {
  const credits = new Map<string | null, { id: string; amount: bigint }>()
  for (const payableId of new Set(parts.map((part) => part.payableId))) {
    const amount = sumAmounts(parts.filter((part) => part.payableId === payableId).map(({ taken }) => taken))
    const id = await creditSale(tx, actor, now, { refund, locale, amount }, payableId as InvoiceId)
    credits.set(payableId, { id, amount })
  }
  await changePayables(
    tx,
    [...credits].map(([id, { amount }]) => ({ id: id as InvoiceId, refunded: amount, reduced: amount })),
  )
  return parts.map((part) => ({
    ...part,
    creditId: credits.get(part.payableId)?.id ?? null,
    reduces: part.id,
  }))
}

async function creditSale(
  tx: Tx,
  actor: Actor,
  now: Date,
  { refund, locale, amount }: { refund: Refund; locale: string; amount: bigint },
  invoiceId: InvoiceId,
): Promise<string> {
  const { invoice, total, tax: taxLeft } = await uncredited(tx, invoiceId)
  const tax = taxPart(amount, total, taxLeft)
  const creditId = newId<'crd'>()
  await writeCreditNote(tx, actor, now, {
    id: newId(),
    creditId,
    used: amount,
    paymentId: refund.paymentId,
    externalNumber: null,
    series: 'own',
    typeCode: '381',
    source: null,
    customerId: invoice.customerId,
    invoiceId,
    invoiceReference: invoice.number,
    currency: invoice.currency,
    subtotal: amount - tax,
    allowances: 0n,
    charges: 0n,
    tax,
    rounding: 0n,
    total: amount,
    issuedOn: await companyDay(tx, now),
    reason: refund.reason,
    buyer: invoice.buyer,
    seller: null,
    adjustments: [],
    taxBreakdown: breakdown(invoice, amount - tax, tax),
    lines: [
      {
        description: refundedLine(locale, invoice.number),
        quantity: null,
        unit: null,
        unitPrice: null,
        taxRate: null,
        amount: amount - tax,
      },
    ],
  })
  return creditId
}

/** The tax in a part of what is left, by largest remainder: parts that together are all of it have all of its tax. */
function taxPart(amount: bigint, total: bigint, tax: bigint): bigint {
  if (tax <= 0n) return 0n
  if (tax >= total) return amount
  return allocate(amount, [total - tax, tax])[1] ?? 0n
}

function breakdown(invoice: Invoice, net: bigint, tax: bigint): StoredTax[] {
  const shares = shared(
    tax,
    invoice.taxBreakdown.map((each) => BigInt(each.tax)),
  )
  const bases = shared(
    net,
    invoice.taxBreakdown.map(({ taxable }) => BigInt(taxable)),
  )
  return invoice.taxBreakdown.map((each, i) => ({
    ...each,
    taxable: (bases[i] ?? 0n).toString(),
    tax: (shares[i] ?? 0n).toString(),
  }))
}

/** Like `allocate`, with nothing for everyone where there is nothing to share it by. */
function shared(amount: bigint, weights: readonly bigint[]): bigint[] {
  const usable = weights.map((weight) => (weight > 0n ? weight : 0n))
  return sumAmounts(usable) === 0n ? usable : allocate(amount, usable)
}
