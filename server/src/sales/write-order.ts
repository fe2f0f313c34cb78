import { sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { priceInvoice, takeNextNumber } from '../receivables/index.ts'
import type { OrderTerms } from './order-terms.ts'
import { ORDER, type Order, type OrderId, type OrderLine } from './orders.queries.ts'

type Sums = Pick<
  Order,
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
>
/** What an order comes to, by the arithmetic of invoices. */
export interface PricedOrder {
  sums: Sums
  lines: readonly Omit<OrderLine, 'position'>[]
}

export function priceOrder(terms: OrderTerms, currency: string): PricedOrder {
  const priced = priceInvoice({
    ...terms,
    currency: currency as Parameters<typeof priceInvoice>[0]['currency'],
  })
  const { lines, terms: stored, ...sums } = priced
  return {
    sums: { ...sums, terms: stored ?? { taxIncluded: terms.taxIncluded, discount: null, shipping: null } },
    lines: lines.map(({ description, quantity, unit, unitPrice, taxes, amount }, i) => ({
      productId: terms.products[i] ?? null,
      description,
      quantity: quantity ?? '1',
      unit,
      unitPrice: unitPrice ?? '0',
      taxes: taxes ?? [],
      amount,
    })),
  }
}

type NewOrder = Pick<
  Order,
  'id' | 'customerId' | 'customerName' | 'state' | 'currency' | 'poNumber' | 'wantedOn' | 'note'
>

/** Writes an order under the next number of its series, with its lines. */
export async function writeOrder(tx: Tx, at: Date, order: NewOrder, priced: PricedOrder): Promise<Order> {
  const { sums } = priced
  const { sequence, number } = await takeNextNumber(tx, { series: 'order', prefix: 'SO-' })
  const [written] = await Promise.all([
    tx.one(sql<Order>`
      insert into sales.orders as o (company_id, id, customer_id, customer_name, number, sequence, state, currency, po_number,
        wanted_on, note, subtotal, allowances, charges, shipping, tax, rounding, total, adjustments, tax_breakdown, terms,
        created_at)
      values (${tx.companyId}, ${order.id}, ${order.customerId}, ${order.customerName}, ${number}, ${sequence}, ${order.state},
        ${order.currency}, ${order.poNumber}, ${order.wantedOn}::date, ${order.note}, ${sums.subtotal}, ${sums.allowances},
        ${sums.charges}, ${sums.shipping}, ${sums.tax}, ${sums.rounding}, ${sums.total},
        ${JSON.stringify(sums.adjustments)}, ${JSON.stringify(sums.taxBreakdown)}, ${JSON.stringify(sums.terms)}, ${at})
      returning ${ORDER}`),
    writeOrderLines(tx, { id: order.id, revision: 1 }, priced.lines),
  ])
  return written
}

/** Writes what an order says now as its next revision. */
export async function writeOrderRevision(tx: Tx, after: Order, lines: PricedOrder['lines']): Promise<void> {
  await Promise.all([
    tx.change(sql`
      update sales.orders set revision = ${after.revision}, po_number = ${after.poNumber},
        wanted_on = ${after.wantedOn}::date, note = ${after.note}, subtotal = ${after.subtotal},
        allowances = ${after.allowances}, charges = ${after.charges}, shipping = ${after.shipping}, tax = ${after.tax},
        rounding = ${after.rounding}, total = ${after.total}, adjustments = ${JSON.stringify(after.adjustments)},
        tax_breakdown = ${JSON.stringify(after.taxBreakdown)}, terms = ${JSON.stringify(after.terms)}
      where company_id = ${tx.companyId} and id = ${after.id} and revision = ${after.revision - 1}`),
    writeOrderLines(tx, after, lines),
  ])
}

async function writeOrderLines(
  tx: Tx,
  { id, revision }: { id: OrderId; revision: number },
  lines: PricedOrder['lines'],
): Promise<void> {
  await tx.change(
    sql`
    insert into sales.order_lines (company_id, id, order_id, revision, position, product_id, description, quantity, unit,
      unit_price, taxes, amount)
    select ${tx.companyId}, l.id, ${id}, ${revision}::int, l.position, l.product_id, l.description, l.quantity, l.unit,
      l.unit_price, l.taxes::jsonb, l.amount
    from unnest(${lines.map(() => newId())}::uuid[], ${lines.map((_, i) => i + 1)}::int[],
      ${lines.map((l) => l.productId)}::uuid[], ${lines.map((l) => l.description)}::text[],
      ${lines.map((l) => l.quantity)}::text[], ${lines.map((l) => l.unit)}::text[],
      ${lines.map((l) => l.unitPrice)}::text[], ${lines.map((l) => JSON.stringify(l.taxes))}::text[],
      ${lines.map((l) => l.amount)}::bigint[]
    ) l(id, position, product_id, description, quantity, unit, unit_price, taxes, amount)`,
    lines.length,
  )
}
