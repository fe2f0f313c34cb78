import { sql, type Tx } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import { type InvoiceId, lockPayables } from '../receivables/index.ts'
import { findOrder, type OrderId } from '../sales/index.ts'
import { findRequest, findRequestOfInvoice } from './requests.queries.ts'
import { type AutomaticServices, sendAutomatic } from './send-automatic.ts'

/**
 * E-mails it once, with its link; not where all of it is paid or being paid, where the customer was sent its link before,
 * or where the order was canceled meanwhile.
 */
export async function sendConfirmedOrder(
  services: AutomaticServices,
  companyId: CompanyId,
  id: OrderId,
): Promise<void> {
  const order = await services.database.read(companyId, (db) => findOrder(db, id))
  const invoiceId = order?.invoiceId
  if (invoiceId == null) return
  await sendAutomatic(services, companyId, invoiceId, async (tx, outcome) => {
    const reason = await whyNot(tx, invoiceId)
    return (await end(tx, id, reason ?? outcome)) && reason === undefined
  })
}

async function whyNot(tx: Tx, invoiceId: InvoiceId): Promise<'nothing_open' | 'sent_before' | undefined> {
  // Locked, so that no payment comes in between: nobody is asked for what they have just paid.
  const [payable] = await lockPayables(tx, [invoiceId])
  if (payable === undefined || payable.open <= payable.inFlight) return 'nothing_open'
  const own = await findRequestOfInvoice(tx, invoiceId)
  const request = own && (await findRequest(tx, own.id))
  return request?.sentAt == null ? undefined : 'sent_before'
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
