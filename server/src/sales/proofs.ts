import { sql } from '../lib/db/index.ts'
import { firstOf, type Proof } from '../lib/proofs.ts'
import { isAstray } from './orders.queries.ts'

/** No number of the series was skipped: as many orders as the last of them says. */
const numbersHaveNoGap: Proof = {
  name: 'order_numbers_have_no_gap',
  invariants: ['ADR 36'],
  holds: (sums) => sums.agree('orders.last', 'orders.count'),
  async find(db) {
    const rows = await db.many(sql<{ count: bigint; last: bigint }>`
      select count(*) count, max(sequence) last from sales.orders where company_id = ${db.companyId}
      having count(*) <> max(sequence)`)
    return rows.map(({ count, last }) => ({
      message: `The last order is number ${last} of its series, but there are ${count}.`,
    }))
  },
}

/** An order and its invoice are of one customer and one currency; until it is confirmed they come to the same. */
const invoicesAreTheirOrders: Proof = {
  name: 'order_invoices_say_what_is_ordered',
  invariants: ['ADR 36'],
  holds: (sums) => sums.areZero('orders.astray'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; number: string }>`
        select o.id, o.number from sales.orders o
        join receivables.payables_view p on p.company_id = o.company_id and p.id = o.invoice_id
        where o.company_id = ${db.companyId} and ${isAstray}`,
        limit,
      ),
    )
    return rows.map(({ id, number }) => ({
      subjectId: id,
      message: `The invoice of order ${number} is of another customer, currency or amount.`,
    }))
  },
}

export const salesProofs: readonly Proof[] = [numbersHaveNoGap, invoicesAreTheirOrders]
