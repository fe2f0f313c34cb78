import { type Customer, findCustomer } from '../customers/index.ts'
import { type Company, readSetting } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { defaultLocale } from '../lib/words.ts'
import { findMessage, type Message, queueMessage, requireDeliverable } from '../messaging/index.ts'
import {
  findStatement,
  markStatementSent,
  requireCurrentStatement,
  type Statement,
  type StatementId,
} from '../receivables/index.ts'
import { decideLinkOf } from './check-links-allowed.ts'
import { type ComposedText, composeText, requireSendable, type TextOrder } from './compose-text.ts'
import { createStatementRequest, holdPending } from './create-statement-request.ts'
import { endStatementLinks } from './end-statement-links.ts'
import { LinkRuledOut, RecipientMissing } from './errors.ts'
import { statementEmailed } from './events.ts'
import type { LinkDecision } from './link-decision.ts'
import { findRequestOfStatement, type PaymentLink } from './requests.queries.ts'
import { sendRequest } from './send-request.ts'
import { linkSettings } from './settings.ts'
import { statementEmail } from './statement-email.ts'
import { textValues } from './text-values.ts'

export interface StatementSending {
  linkKey: Buffer
  company: Company
  statementId: StatementId
  /** Else the customer's address. */
  to: string | undefined
  name: string | undefined
  text: TextOrder
  /** The sender's tick (R-083). */
  ticked: boolean | undefined
}

export interface SentStatement {
  statement: Statement
  message: Message
  decision: LinkDecision
  link: PaymentLink | null
}

/**
 * Sends a statement as PDF by e-mail, with a payment link for just its pending balance or without one, as K6 decides
 * (R-084, R-085). One that does not hold any more is refused; those before it are superseded, and their links.
 */
export async function sendStatement(
  tx: Tx,
  actor: Actor,
  now: Date,
  sending: StatementSending,
): Promise<SentStatement> {
  const statement = await findStatement(tx, sending.statementId)
  if (statement === undefined) throw new NotFound('statement')
  // One after the other, so that all of one send one request, and of two the later made stays.
  await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`send statements ${statement.customerId}`}))`)
  await requireCurrentStatement(tx, statement.id)
  await holdPending(tx, statement)
  await checkTick(tx, sending)
  const { customerId, pending: open, currency } = statement
  const { ticked } = sending
  const decision = await decideLinkOf(tx, {
    origin: 'statement',
    customerId,
    open,
    currency,
    channel: 'email',
    ticked,
  })
  const customer = await findCustomer(tx, customerId)
  const recipient = sending.to ?? customer?.email ?? undefined
  if (recipient === undefined)
    throw new RecipientMissing(
      'There is no e-mail address to send this to. Nothing was sent; give one, or add it to the customer.',
      { field: 'to' },
    )
  const locale = localeOf(sending.company, customer)
  const sent = decision.embedded
    ? await sendWithLink(tx, actor, now, { sending, statement, recipient, locale })
    : await sendWithout(tx, now, { sending, statement, recipient, locale, customer })
  const before = await markStatementSent(tx, actor, now, statement)
  await endStatementLinks(tx, actor, now, { ...statement, before })
  await emit(tx, actor, statementEmailed, statement.id, {
    message_id: sent.message.id,
    payment_link: decision.embedded,
    reason: decision.reason,
  })
  return { statement: { ...statement, sentAt: statement.sentAt ?? now }, decision, ...sent }
}

async function checkTick(tx: Tx, { ticked }: StatementSending): Promise<void> {
  if (ticked !== true || (await readSetting(tx, linkSettings.manualInvoice)) !== 'hidden') return
  throw new LinkRuledOut(
    'The company’s setting invoice.manual_link hides links in what a person sends. Nothing was sent; send it without, or change the setting.',
    { field: 'payment_link', details: { setting: 'invoice.manual_link' } },
  )
}

interface Addressed {
  sending: StatementSending
  statement: Statement
  recipient: string
  locale: string
}

async function sendWithLink(
  tx: Tx,
  actor: Actor,
  now: Date,
  { sending, statement, recipient, locale }: Addressed,
) {
  const request =
    (await findRequestOfStatement(tx, statement)) ??
    (await createStatementRequest(tx, actor, statement, locale))
  const { link, messageId } = await sendRequest(tx, actor, now, {
    linkKey: sending.linkKey,
    company: sending.company,
    requestId: request.id,
    email: recipient,
    name: sending.name,
    text: sending.text,
  })
  return { link, message: await messageOf(tx, messageId) }
}

async function sendWithout(
  tx: Tx,
  now: Date,
  { sending, statement, recipient, locale, customer }: Addressed & { customer: Customer | undefined },
) {
  const { company } = sending
  await requireDeliverable(tx, recipient, 'statement')
  const text = await writtenText(tx, now, { company, statement, locale, order: sending.text })
  const messageId = await queueMessage(tx, {
    kind: 'statement',
    to: { address: recipient, name: sending.name ?? customer?.name ?? null },
    locale,
    content: statementEmail(company, statement, locale, text),
    attachments: [{ kind: 'statement_pdf', id: statement.id }],
    linkId: null,
    subject: { type: 'statement', id: statement.id },
    dedupeKey: `statement:${newId<'msg'>()}`,
  })
  return { link: null, message: await messageOf(tx, messageId) }
}

async function writtenText(
  tx: Tx,
  now: Date,
  options: { company: Company; statement: Statement; locale: string; order: TextOrder },
): Promise<ComposedText | undefined> {
  const { company, statement, locale, order } = options
  const values = await textValues(tx, now, {
    company,
    customerId: statement.customerId,
    request: undefined,
    appointmentId: order.appointmentId,
    locale,
  })
  // There is no link: a text that names it is refused.
  const text = await composeText(tx, order, { kinds: ['request', 'reply'], locale, values, link: '' })
  if (text !== undefined) requireSendable(text, order)
  return text
}

function localeOf(company: Company, customer: Customer | undefined): string {
  return defaultLocale(customer?.language ?? company.language, customer?.country ?? company.country)
}

async function messageOf(tx: Tx, id: Message['id'] | undefined): Promise<Message> {
  const message = id === undefined ? undefined : await findMessage(tx, id)
  if (message === undefined) throw new NotFound('message')
  return message
}
