import { readSetting } from '../identity/index.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import { enqueue } from '../lib/outbox.ts'
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
