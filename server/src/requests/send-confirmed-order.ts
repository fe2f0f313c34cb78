import { readSetting } from '../identity/index.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { enqueue } from '../lib/outbox.ts'
import { lockPayables } from '../receivables/index.ts'
import { findOrder, type OrderId } from '../sales/index.ts'
import { type AutomaticServices, sendAutomatic } from './send-automatic.ts'
import { orderSendInvoice } from './settings.ts'

/** The job that sends the invoice of an order which was confirmed. */
export const SEND_CONFIRMED_ORDER = 'send_confirmed_order'

/** Where the company wants it so, the invoice of an order goes out once that is confirmed, whoever or whatever confirms it. */
export async function planOrderMail(tx: Tx, { subjectId }: DomainEvent): Promise<void> {
  if (!(await readSetting(tx, orderSendInvoice))) return
  await tx.change(
    sql`insert into requests.order_mails (company_id, id) values (${tx.companyId}, ${subjectId})`,
  )
  enqueue(tx, SEND_CONFIRMED_ORDER, { subject_id: subjectId })
}

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
