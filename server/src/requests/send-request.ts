import { findCustomer } from '../customers/index.ts'
import type { Company } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { next } from '../lib/state.ts'
import { defaultLocale } from '../lib/words.ts'
import { LINK_MARK, type MessageId, queueMessage, requireDeliverable } from '../messaging/index.ts'
import { checkLinksAllowed, originOf } from './check-links-allowed.ts'
import { type ComposedText, composeText, requireSendable, type TextOrder } from './compose-text.ts'
import { RecipientMissing } from './errors.ts'
import { requestSent } from './events.ts'
import { endLinks, issueLink } from './issue-link.ts'
import { type LinkTerms, readPromise } from './link-terms.ts'
import { requireCurrent } from './newer-statement.ts'
import { requestStates } from './request.state.ts'
import { attachedDocuments, requestEmail } from './request-email.ts'
import {
  findRequest,
  type LinkId,
  lockRequest,
  type PaymentLink,
  type PaymentRequest,
  type RequestId,
} from './requests.queries.ts'
import { setLinkTerms } from './set-link-terms.ts'
import { restand } from './standings.queries.ts'
import { textValues } from './text-values.ts'
import { requireDocument } from './write-attachments.ts'

/**
 * Sends a request by e-mail, with a new link; an older link to the same address is superseded and says so. The
 * address is the one given, else the request's own, else the customer's. The language is the customer's, else the company's.
 */
export async function sendRequest(
  tx: Tx,
  actor: Actor,
  now: Date,
  options: {
    linkKey: Buffer
    company: Company
    requestId: RequestId
    email: string | undefined
    name: string | undefined
    text?: TextOrder
    terms?: Partial<LinkTerms> | undefined
    /** The link in whose place its holder has a new one sent (K3). */
    renews?: LinkId | undefined
  },
): Promise<{ request: PaymentRequest; link: PaymentLink; messageId: MessageId | undefined }> {
  const { company, requestId } = options
  const { request, customer } = await loadAskable(tx, actor, options, 'email')
  const recipient = options.email ?? request.recipient ?? customer?.email ?? undefined
  if (recipient === undefined) {
    throw new RecipientMissing(
      'There is no e-mail address to send this to. Nothing was sent; give one, or add it to the customer.',
      { field: 'email' },
    )
  }
  // A payer who asks for a new link is told that it is on its way; that it fails is a priority for the company.
  if (options.renews === undefined) await requireDeliverable(tx, recipient, 'payment_request')
  const language = customer?.language ?? company.language
  const locale = defaultLocale(language, customer?.country ?? company.country)
  const text = await writtenText(tx, now, { company, request, locale, order: options.text })
  await endLinks(tx, actor, requestId, { event: 'supersede', recipient })
  const link = await issueLink(tx, actor, now, {
    linkKey: options.linkKey,
    company,
    request,
    channel: 'email',
    recipient,
    renews: options.renews,
  })
  const promise = await readPromise(tx, request.terms)
  const messageId = await queueMessage(tx, {
    kind: 'payment_request',
    to: { address: recipient, name: options.name ?? customer?.name ?? null },
    locale,
    content: requestEmail(company, request, { ...link, ...promise }, locale, text),
    attachments: attachedDocuments(request),
    linkId: link.id,
    subject: { type: 'payment_request', id: requestId },
    dedupeKey: `payment_request:${link.id}`,
  })
  await markSent(tx, actor, now, request, link)
  return { request: { ...request, state: 'sent', sentAt: request.sentAt ?? now }, link, messageId }
}

async function writtenText(
  tx: Tx,
  now: Date,
  options: { company: Company; request: PaymentRequest; locale: string; order: TextOrder | undefined },
): Promise<ComposedText | undefined> {
  const { company, request, locale, order } = options
  if (order === undefined || (order.template ?? order.message) === undefined) return undefined
  const { appointmentId } = order
  const { customerId } = request
  const values = await textValues(tx, now, { company, customerId, request, appointmentId, locale })
  const text = await composeText(tx, order, { kinds: ['request', 'reply'], locale, values, link: LINK_MARK })
  if (text !== undefined) requireSendable(text, order)
  return text
}

/** Gives a link to share by hand: a new one each time, all of the same request. */
export async function copyLink(
  tx: Tx,
  actor: Actor,
  now: Date,
  options: {
    linkKey: Buffer
    company: Company
    requestId: RequestId
    terms?: Partial<LinkTerms> | undefined
  },
): Promise<{ request: PaymentRequest; link: PaymentLink }> {
  const { request } = await loadAskable(tx, actor, options, 'copy')
  const link = await issueLink(tx, actor, now, { ...options, request, channel: 'copy', recipient: null })
  await markSent(tx, actor, now, request, link)
  return { request: { ...request, state: 'sent', sentAt: request.sentAt ?? now }, link }
}

async function loadAskable(
  tx: Tx,
  actor: Actor,
  { requestId, terms }: { requestId: RequestId; terms?: Partial<LinkTerms> | undefined },
  channel: 'email' | 'copy',
) {
  const locked = await lockRequest(tx, requestId)
  const request = await findRequest(tx, requestId)
  if (locked === undefined || request === undefined) throw new NotFound('payment request')
  next(
    'payment request',
    { ...requestStates, sent: { ...requestStates.sent, send: 'sent' } },
    request.state,
    'send',
  )
  const { kind, customerId, open, currency } = request
  await checkLinksAllowed(tx, { origin: originOf(kind), customerId, open, currency, channel })
  await requireDocument(tx, request)
  await requireCurrent(tx, request)
  const customer = customerId === null ? undefined : await findCustomer(tx, customerId)
  if (terms === undefined) return { request, customer }
  return { request: await setLinkTerms(tx, actor, request, terms), customer }
}

async function markSent(
  tx: Tx,
  actor: Actor,
  now: Date,
  request: PaymentRequest,
  link: PaymentLink,
): Promise<void> {
  if (request.state === 'draft') {
    await tx.change(sql`
      update requests.requests set state = 'sent', sent_at = ${now}
      where company_id = ${tx.companyId} and id = ${request.id} and state = 'draft'`)
  }
  restand(tx, { requests: [request.id] })
  await emit(tx, actor, requestSent, request.id, { link_id: link.id, channel: link.channel })
}
