import type { Company } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { type Db, sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { LINK_MARK, type MessageId, queueMessage, REMINDER_TEMPLATE } from '../messaging/index.ts'
import { type ComposedText, composeText, requireSendable, type TextOrder } from './compose-text.ts'
import { requestReminded } from './events.ts'
import { endLinks, issueLink } from './issue-link.ts'
import { readPromise } from './link-terms.ts'
import { attachedDocuments, reminderEmail } from './request-email.ts'
import { LINK_COLUMNS, type PaymentLink, type PaymentRequest, type RequestId } from './requests.queries.ts'
import { restand } from './standings.queries.ts'
import { textValues } from './text-values.ts'

export interface ReminderMail {
  linkKey: Buffer
  company: Company
  request: PaymentRequest
  recipient: string
  name: string | null
  locale: string
  text: TextOrder
  /** A link that is out at the address and whose period has not started is sent once more, in place of a new one. */
  keepsLink: boolean
}

/** Queues the mail of a reminder of a request that somebody locked, and counts it. */
export async function mailReminder(
  tx: Tx,
  actor: Actor,
  now: Date,
  mail: ReminderMail,
): Promise<{ reminders: number; messageId: MessageId | undefined }> {
  const { company, request, recipient, locale } = mail
  const text = await reminderText(tx, now, mail)
  const kept = mail.keepsLink ? await findUnopened(tx, request.id, recipient) : undefined
  if (kept === undefined) await endLinks(tx, actor, request.id, { event: 'supersede', recipient })
  const link =
    kept ??
    (await issueLink(tx, actor, now, {
      linkKey: mail.linkKey,
      company,
      request,
      channel: 'email',
      recipient,
    }))
  const promise = await readPromise(tx, request.terms)
  const reminders = request.reminders + 1
  const messageId = await queueMessage(tx, {
    kind: 'payment_reminder',
    to: { address: recipient, name: mail.name },
    locale,
    content: reminderEmail(company, request, { ...link, ...promise }, locale, text),
    attachments: attachedDocuments(request),
    linkId: link.id,
    subject: { type: 'payment_request', id: request.id },
    // The request's own count, which is written below, sees to it that it is reminded of once.
    dedupeKey: `payment_reminder:${newId()}`,
  })
  await Promise.all([
    tx.change(sql`
      update requests.requests
      set state = 'sent', sent_at = coalesce(sent_at, ${now}), reminders = ${reminders}, last_reminded_at = ${now}
      where company_id = ${tx.companyId} and id = ${request.id} and reminders = ${request.reminders}
        and state in ('draft', 'sent')`),
    emit(tx, actor, requestReminded, request.id, { link_id: link.id, reminders }),
  ])
  restand(tx, { requests: [request.id] })
  return { reminders, messageId }
}

/** A link at an address that still takes payments for as long as a new one would. */
function findUnopened(db: Db, requestId: RequestId, recipient: string): Promise<PaymentLink | undefined> {
  return db.maybe(sql<PaymentLink>`
    select ${LINK_COLUMNS} from requests.links
    where company_id = ${db.companyId} and request_id = ${requestId} and channel = 'email'
      and recipient = ${recipient} and state = 'active' and expires_at is null
    order by id desc limit 1`)
}

async function reminderText(
  tx: Tx,
  now: Date,
  { company, request, locale, text: order }: ReminderMail,
): Promise<ComposedText> {
  const { appointmentId } = order
  const { customerId } = request
  const values = await textValues(tx, now, { company, customerId, request, appointmentId, locale })
  const wanted =
    order.message === undefined ? { ...order, template: order.template ?? REMINDER_TEMPLATE } : order
  const text = await composeText(tx, wanted, {
    kinds: ['reminder', 'reply', 'request'],
    locale,
    values,
    link: LINK_MARK,
  })
  if (text === undefined) throw new NotFound('template')
  requireSendable(text, order)
  return text
}
