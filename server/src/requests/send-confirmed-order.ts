import { sql, type Tx } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import { lockPayables } from '../receivables/index.ts'
import { findOrder, type OrderId } from '../sales/index.ts'
import { type AutomaticServices, sendAutomatic } from './send-automatic.ts'

/** E-mails it once, with its link; not where all of it is paid or being paid, or the order was canceled meanwhile. */
export async function sendConfirmedOrder(
  services: AutomaticServices,
  companyId: CompanyId,
  id: OrderId,
): Promise<void> {
  const order = await services.database.read(companyId, (db) => findOrder(db, id))
  const invoiceId = order?.invoiceId
  if (invoiceId == null) return
  await sendAutomatic(services, companyId, invoiceId, async (tx, outcome) => {
    // Locked, so that no payment comes in between: nobody is asked for what they have just paid.
    const [payable] = await lockPayables(tx, [invoiceId])
    const isAskedFor = payable !== undefined && payable.open > payable.inFlight
    return (await end(tx, id, isAskedFor ? outcome : 'nothing_open')) && isAskedFor
  })
}

/** Whether it was still to be sent, which it is no more. */
async function end(tx: Tx, id: OrderId, outcome: string): Promise<boolean> {
  const changed = await tx.change(
    sql`
      update requests.order_mails set outcome = ${outcome}
      where company_id = ${tx.companyId} and id = ${id} and outcome is null`,
    undefined,
  )
  return changed === 1
}
