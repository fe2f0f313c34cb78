import { type Customer, findCustomer } from '../customers/index.ts'
import { type Company, readSetting } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { defaultLocale } from '../lib/words.ts'
import { findMessage, type Message, queueMessage, requireDeliverable } from '../messaging/index.ts'
import { findInvoices, type Invoice, type InvoiceId } from '../receivables/index.ts'
import { decideLinkOf } from './check-links-allowed.ts'
import { type ComposedText, composeText, requireSendable, type TextOrder } from './compose-text.ts'
import { createInvoiceRequest } from './create-request.ts'
import { AutomaticInvoiceIsFixed, LinkRuledOut, RecipientMissing } from './errors.ts'
import { invoiceEmailed } from './events.ts'
import { invoiceEmail, invoiceValues } from './invoice-email.ts'
import type { LinkDecision } from './link-decision.ts'
import { NO_TERMS } from './link-terms.ts'
import { findRequestOfInvoice, type PaymentLink } from './requests.queries.ts'
import { sendRequest } from './send-request.ts'
import { linkSettings } from './settings.ts'
import { textValues } from './text-values.ts'

export interface InvoiceSending {
  linkKey: Buffer
  company: Company
  invoiceId: InvoiceId
  /** Else the customer's address. */
  to: string | undefined
  name: string | undefined
  text: TextOrder
  /** Sent by itself, not by a person: the link is by the rule, and nothing of it is chosen (R-119). */
  automatic: boolean
  /** The sender's tick (R-076). */
  ticked: boolean | undefined
}

export interface SentInvoice {
  invoice: Invoice
  message: Message
  decision: LinkDecision
  link: PaymentLink | null
}

/**
 * Sends an invoice as PDF by e-mail, with or without a payment link as K6 decides. With one it is the invoice's own
 * request that is sent, the same each time, by a new link.
 */
export async function sendInvoice(
  tx: Tx,
  actor: Actor,
  now: Date,
  sending: InvoiceSending,
): Promise<SentInvoice> {
  // One after the other, so that all of them send one request.
  await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`send ${sending.invoiceId}`}))`)
  const [invoice] = await findInvoices(tx, [sending.invoiceId])
  if (invoice === undefined) throw new NotFound('invoice')
  await checkChoice(tx, sending)
  const { customerId, open, currency } = invoice
  const decision = await decideLinkOf(tx, {
    origin: sending.automatic ? 'automatic_invoice' : 'manual_invoice',
    customerId,
    open,
    currency,
    channel: 'email',
    ticked: sending.ticked,
  })
  const sent = decision.embedded
    ? await sendWithLink(tx, actor, now, sending)
    : await sendWithout(tx, now, sending, invoice)
  await emit(tx, actor, invoiceEmailed, invoice.id, {
    message_id: sent.message.id,
    automatic: sending.automatic,
    payment_link: decision.embedded,
    reason: decision.reason,
  })
  return { invoice, decision, ...sent }
}

async function checkChoice(tx: Tx, { automatic, ticked, text }: InvoiceSending): Promise<void> {
  if (automatic) {
    if (ticked === undefined && text.template === undefined && text.message === undefined) return
    throw new AutomaticInvoiceIsFixed(
      'The link and the words of an automatic invoice are not chosen. Nothing was sent; leave out payment_link, message and template, or send it as a person does.',
      { field: ticked === undefined ? 'message' : 'payment_link' },
    )
  }
  if (ticked === true && (await readSetting(tx, linkSettings.manualInvoice)) === 'hidden') {
    throw new LinkRuledOut(
      'The company’s setting invoice.manual_link hides links in invoices that a person sends. Nothing was sent; send it without, or change the setting.',
      { field: 'payment_link', details: { setting: 'invoice.manual_link' } },
    )
  }
}

async function sendWithLink(tx: Tx, actor: Actor, now: Date, sending: InvoiceSending) {
  const { invoiceId } = sending
  const { id } =
    (await findRequestOfInvoice(tx, invoiceId)) ??
    (await createInvoiceRequest(tx, actor, {
      invoiceIds: [invoiceId],
      message: null,
      terms: NO_TERMS,
      attachmentIds: [],
    }))
  const { link, messageId } = await sendRequest(tx, actor, now, {
    linkKey: sending.linkKey,
    company: sending.company,
    requestId: id,
    email: sending.to,
    name: sending.name,
    text: sending.text,
  })
  return { link, message: await messageOf(tx, messageId) }
}

async function sendWithout(tx: Tx, now: Date, sending: InvoiceSending, invoice: Invoice) {
  const { company } = sending
  const customer = await findCustomer(tx, invoice.customerId)
  const recipient = sending.to ?? customer?.email ?? undefined
  if (recipient === undefined) {
    throw new RecipientMissing(
      'There is no e-mail address to send this to. Nothing was sent; give one, or add it to the customer.',
      { field: 'to' },
    )
  }
  await requireDeliverable(tx, recipient, 'invoice')
  const locale = localeOf(company, customer)
  const text = await writtenText(tx, now, { company, invoice, locale, order: sending.text })
  const dedupe = newId<'msg'>()
  const messageId = await queueMessage(tx, {
    kind: 'invoice',
    to: { address: recipient, name: sending.name ?? customer?.name ?? null },
    locale,
    content: invoiceEmail(company, invoice, locale, text),
    attachments: [{ kind: 'invoice_pdf', id: invoice.id }],
    linkId: null,
    subject: { type: 'invoice', id: invoice.id },
    dedupeKey: `invoice:${dedupe}`,
  })
  return { link: null, message: await messageOf(tx, messageId) }
}

async function writtenText(
  tx: Tx,
  now: Date,
  options: { company: Company; invoice: Invoice; locale: string; order: TextOrder },
): Promise<ComposedText | undefined> {
  const { company, invoice, locale, order } = options
  const values = await textValues(tx, now, {
    company,
    customerId: invoice.customerId,
    request: undefined,
    appointmentId: order.appointmentId,
    locale,
  })
  const text = await composeText(tx, order, {
    kinds: ['request', 'reply'],
    locale,
    values: { ...values, ...invoiceValues(invoice, locale) },
    // There is none: a text that names it is refused.
    link: '',
  })
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
