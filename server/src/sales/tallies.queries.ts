import { sql } from '../lib/db/index.ts'
import { type Tally, THIS_COMPANY } from '../lib/tallies.ts'
import { isAstray } from './orders.queries.ts'

/** Orders: how many there are, which number was the last, and how many differ from their invoices. */
const orders: Tally = () => sql`
  select json_build_object(
    'orders.count', count(*)::text,
    'orders.last', coalesce(max(o.sequence), 0)::text,
    'orders.astray', count(*) filter (where ${isAstray})::text) sums
  from sales.orders o
  left join receivables.payables_view p on p.company_id = ${THIS_COMPANY} and p.id = o.invoice_id
  where o.company_id = ${THIS_COMPANY}`

export const salesTallies: readonly Tally[] = [orders]
