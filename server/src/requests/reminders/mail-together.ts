import type { Company } from '../../identity/index.ts'
import { system } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { InvariantBroken } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { sumAmounts } from '../../lib/money.ts'
import { defaultLocale } from '../../lib/words.ts'
import { type MessageId, queueMessage } from '../../messaging/index.ts'
import { decideLinkOf } from '../check-links-allowed.ts'
import { textOrder } from '../compose-text.ts'
import { createInvoiceRequest } from '../create-request.ts'
import { invoiceReminded } from '../events.ts'
import { NO_TERMS } from '../link-terms.ts'
import { mailReminder } from '../mail-reminder.ts'
import { findRequest, type PaymentRequest, type RequestId } from '../requests.queries.ts'
import type { Debt } from './debts.queries.ts'
import { plainReminderEmail } from './plain-reminder-email.ts'
import type { Reminder } from './reminders.queries.ts'
import type { Step } from './steps.ts'

/** A planned reminder whose time has come, and the step that it is sent for. */
export interface Ripe {
  reminder: Reminder
  debt: Debt
  step: Step
}

/** As many invoices as one request asks for. */
const MOST_TOGETHER = 100
/** A mail about more invoices than this lists them and carries none. */
const MAX_ATTACHMENTS = 20

/**
 * What goes into one mail: the invoices of one customer, in one currency, that come to the same step at the same time
 * and go to the same address. What is sent and what is simulated are put together by this.
 */
export function together<T>(
  rows: readonly T[],
  of: (row: T) => { debt: Debt; offset: number; at: Date },
): T[][] {
  const groups = Map.groupBy(rows, (row) => {
    const { debt, offset, at } = of(row)
    return [debt.customerId, debt.currency, debt.recipient?.toLowerCase(), offset, at.getTime()].join(' ')
  })
  return [...groups.values()].flatMap((group) => {
    const parts: T[][] = []
    for (let from = 0; from < group.length; from += MOST_TOGETHER)
      parts.push(group.slice(from, from + MOST_TOGETHER))
    return parts
  })
}

interface Sending {
  linkKey: Buffer
  company: Company
  ripe: readonly Ripe[]
}

/** Mails what is to be reminded of, with a payment link where one is allowed, and writes down that it was. */
export async function mailTogether(tx: Tx, now: Date, { linkKey, company, ripe }: Sending): Promise<void> {
  // Whatever kept them until now, they go out at one time.
  const groups = together(ripe, ({ debt, step }) => ({ debt, offset: step.offset, at: now }))
  for (const group of groups) {
    const { requestId, messageId } = await mailGroup(tx, now, {
      linkKey,
      company,
      debts: group.map(({ debt }) => debt),
    })
    for (const { reminder, debt, step } of group) {
      await tx.change(sql`
        update requests.reminders
        set state = 'sent', step = ${step.offset}, open = ${debt.open}, recipient = ${debt.recipient},
          request_id = ${requestId}, message_id = ${messageId}, ended_at = ${now}
        where company_id = ${tx.companyId} and id = ${reminder.id} and state = 'planned'`)
      await emit(tx, system, invoiceReminded, debt.id, {
        reminder_id: reminder.id,
        step: step.offset,
        request_id: requestId,
        message_id: messageId,
      })
    }
  }
}

interface Group {
  linkKey: Buffer
  company: Company
  debts: readonly Debt[]
}

async function mailGroup(
  tx: Tx,
  now: Date,
  { linkKey, company, debts }: Group,
): Promise<{ requestId: RequestId | null; messageId: MessageId }> {
  const [first] = debts
  const recipient = first?.recipient
  if (first === undefined || recipient == null)
    throw new InvariantBroken('A reminder is sent to nobody, or of nothing.')
  const locale = defaultLocale(first.language ?? company.language, first.country ?? company.country)
  const { embedded } = await decideLinkOf(tx, {
    origin: 'invoice_request',
    customerId: first.customerId,
    open: sumAmounts(debts.map(({ open }) => open)),
    currency: first.currency,
    channel: 'email',
  })
  const request = embedded ? await requestFor(tx, debts) : undefined
  if (request === undefined) {
    const messageId = await queueMessage(tx, {
      kind: 'payment_reminder',
      to: { address: recipient, name: first.customerName },
      locale,
      content: plainReminderEmail(company, debts, locale),
      attachments:
        debts.length > MAX_ATTACHMENTS ? [] : debts.map(({ id }) => ({ kind: 'invoice_pdf' as const, id })),
      linkId: null,
      subject: { type: 'invoice', id: first.id },
      dedupeKey: `payment_reminder:${newId()}`,
    })
    return { requestId: null, messageId: queued(messageId) }
  }
  const { messageId } = await mailReminder(tx, system, now, {
    linkKey,
    company,
    request,
    recipient,
    name: first.customerName,
    locale,
    text: textOrder({}),
    keepsLink: true,
  })
  return { requestId: request.id, messageId: queued(messageId) }
}

function queued(id: MessageId | undefined): MessageId {
  if (id === undefined) throw new InvariantBroken('A reminder was queued before.')
  return id
}

/** The request that asks for just these invoices and for what is open of them: the one there is, else a new one. */
async function requestFor(tx: Tx, debts: readonly Debt[]): Promise<PaymentRequest> {
  const [first] = debts
  const known = debts.length === 1 ? first?.requestId : await findRequestOfAll(tx, debts)
  const request = known == null ? undefined : await findRequest(tx, known)
  return (
    request ??
    createInvoiceRequest(tx, system, {
      invoiceIds: debts.map(({ id }) => id),
      message: null,
      terms: NO_TERMS,
      attachmentIds: [],
    })
  )
}

/** Its mail lists each with what was open of it when the request was made: that must be so still. */
async function findRequestOfAll(tx: Tx, debts: readonly Debt[]): Promise<RequestId | undefined> {
  const [found] = await tx.many(sql<{ id: RequestId }>`
    select r.id
    from requests.requests r
    join requests.items i on i.company_id = r.company_id and i.request_id = r.id
    left join unnest(${debts.map(({ id }) => id)}::uuid[], ${debts.map(({ open }) => open)}::bigint[]) d(id, open)
      on d.id = i.payable_id and d.open = i.amount
    where r.company_id = ${tx.companyId} and r.customer_id = ${debts[0]?.customerId} and r.kind = 'invoice'
      and r.state <> 'voided' and r.settled_at is null
    group by r.id having count(*) = ${debts.length} and count(d.id) = ${debts.length}
    order by r.id desc limit 1`)
  return found?.id
}
