import type { CustomerId } from '../customers/index.ts'
import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { InvoiceId, LineTax, StoredAdjustment, StoredTax, StoredTerms } from '../receivables/index.ts'
import type { OrderState } from './order.state.ts'
import type { ProductId } from './products.queries.ts'

export type OrderId = Id<'ord'>

/** What a customer wants. Amounts are minor units of its currency; how its money stands, its invoice says. */
export interface Order {
  id: OrderId
  customerId: CustomerId
  /** As it was when the order was made. */
  customerName: string
  number: string
  state: OrderState
  revision: number
  currency: string
  /** The customer's own number of it. */
  poNumber: string | null
  wantedOn: string | null
  note: string | null
  subtotal: bigint
  allowances: bigint
  charges: bigint
  shipping: bigint
  tax: bigint
  rounding: bigint
  total: bigint
  adjustments: StoredAdjustment[]
  taxBreakdown: StoredTax[]
  terms: StoredTerms
  /** The last one that was issued for it; it may be void. */
  invoiceId: InvoiceId | null
  createdAt: Date
  confirmedAt: Date | null
  canceledAt: Date | null
}

export interface OrderLine {
  position: number
  productId: ProductId | null
  description: string
  quantity: string
  unit: string | null
  unitPrice: string
  taxes: readonly LineTax[]
  amount: bigint
}

export const ORDER =
  raw(`o.id, o.customer_id "customerId", o.customer_name "customerName", o.number, o.state, o.revision, o.currency,
  o.po_number "poNumber", o.wanted_on::text "wantedOn", o.note, o.subtotal, o.allowances, o.charges, o.shipping, o.tax,
  o.rounding, o.total, o.adjustments, o.tax_breakdown "taxBreakdown", o.terms, o.invoice_id "invoiceId",
  o.created_at "createdAt", o.confirmed_at "confirmedAt", o.canceled_at "canceledAt"`)

export function findOrder(db: Db, id: OrderId): Promise<Order | undefined> {
  return db.maybe(sql<Order>`
    select ${ORDER} from sales.orders o where o.company_id = ${db.companyId} and o.id = ${id}`)
}

/** The order that an invoice was issued for last. */
export function findOrderOfInvoice(db: Db, invoiceId: InvoiceId): Promise<Order | undefined> {
  return db.maybe(sql<Order>`
    select ${ORDER} from sales.orders o where o.company_id = ${db.companyId} and o.invoice_id = ${invoiceId}`)
}

export function lockOrder(tx: Tx, id: OrderId): Promise<Order | undefined> {
  return tx.maybe(sql<Order>`
    select ${ORDER} from sales.orders o where o.company_id = ${tx.companyId} and o.id = ${id} for update`)
}

export function listOrderLines(
  db: Db,
  { id, revision }: Pick<Order, 'id' | 'revision'>,
): Promise<OrderLine[]> {
  return db.many(sql<OrderLine>`
    select position, product_id "productId", description, quantity, unit, unit_price "unitPrice", taxes, amount
    from sales.order_lines where company_id = ${db.companyId} and order_id = ${id} and revision = ${revision}
    order by position`)
}

/** Of an order `o` and the payable `p` of its invoice: they are of others, or come to something else before it is confirmed. */
export const isAstray =
  raw(`(p.customer_id is distinct from o.customer_id and p.id is not null or p.currency <> o.currency
  or (o.state = 'unconfirmed' and p.voided = 0 and p.due <> o.total + o.rounding))`)
