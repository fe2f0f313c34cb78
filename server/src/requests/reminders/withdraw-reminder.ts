import { system } from '../../lib/actor.ts'
import type { BusinessClock } from '../../lib/clock.ts'
import { type Database, sql, type Tx } from '../../lib/db/index.ts'
import { setDues } from '../../lib/due.ts'
import { emit } from '../../lib/events.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { type MessageId, withdrawMessage } from '../../messaging/index.ts'
import { invoiceReminderWithdrawn } from '../events.ts'
import type { RequestId } from '../requests.queries.ts'
import { findDebts } from './debts.queries.ts'
import { SEND_REMINDERS } from './plan-reminders.ts'
import { REMINDER, type Reminder } from './reminders.queries.ts'

/**
 * Asked right before a mail leaves, which may be hours after it was queued: one of the schedule's that does not say any
 * more what is owed is not let go. What it was for is planned again for now, and so is asked anew; in one transaction
 * with the mail's end, so that none is left to go out that nobody withdraws any more.
 */
export async function withdrawReminder(
  { database, clock }: { database: Database; clock: BusinessClock },
  companyId: CompanyId,
  messageId: MessageId,
): Promise<boolean> {
  return database.write(companyId, async (tx) => {
    const now = clock.now()
    const reminders = await tx.many(sql<Reminder>`
      select ${REMINDER} from requests.reminders
      where company_id = ${companyId} and message_id = ${messageId} and state = 'sent' order by invoice_id for update`)
    const ids = reminders.map(({ invoiceId }) => invoiceId)
    const debts = new Map((await findDebts(tx, ids)).map((debt) => [debt.id, debt]))
    const holds = reminders.every(({ invoiceId, open }) => {
      const debt = debts.get(invoiceId)
      return debt?.state === 'open' && debt.open === open && debt.inFlight === 0n && !debt.disputed
    })
    if (holds) return false
    await withdrawMessage(tx, messageId)
    await tx.change(
      sql`
      delete from requests.reminders
      where company_id = ${companyId} and invoice_id = any(${ids}) and state = 'planned'`,
      undefined,
    )
    await tx.change(
      sql`
      update requests.reminders
      set state = 'planned', open = null, recipient = null, request_id = null, message_id = null, ended_at = null
      where company_id = ${companyId} and message_id = ${messageId} and state = 'sent'`,
      reminders.length,
    )
    await takeCountBack(
      tx,
      reminders.flatMap(({ requestId }) => requestId ?? []),
    )
    await setDues(
      tx,
      SEND_REMINDERS,
      ids.map((id) => ({ id, at: now })),
    )
    for (const { id, invoiceId, step } of reminders) {
      await emit(tx, system, invoiceReminderWithdrawn, invoiceId, {
        reminder_id: id,
        step,
        message_id: messageId,
      })
    }
    return true
  })
}

/** A mail that never left reminded nobody: else its request would count as reminded of today. */
async function takeCountBack(tx: Tx, requests: readonly RequestId[]): Promise<void> {
  await tx.change(
    sql`
    update requests.requests r
    set reminders = r.reminders - 1, last_reminded_at = case when r.reminders > 1 then coalesce((
      select max(m.ended_at) from requests.reminders m
      where m.company_id = r.company_id and m.request_id = r.id and m.state = 'sent'), r.sent_at) end
    where r.company_id = ${tx.companyId} and r.id = any(${requests}) and r.reminders > 0`,
    undefined,
  )
}
