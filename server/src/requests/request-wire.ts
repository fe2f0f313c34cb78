import { type Static, Type } from 'typebox'
import type { Columns } from '../identity/index.ts'
import { amountCell } from '../lib/csv/csv-text.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { amountOut, currencyCode, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { linkReference } from '../lib/sealed.ts'
import type { Message } from '../messaging/index.ts'
import { TermsWire, termsToWire } from './link-terms.ts'
import { DetailWire, detailToWire } from './own-document-wire.ts'
import type { PaymentLink, PaymentRequest, RequestId } from './requests.queries.ts'
import { EXPIRY_MODES } from './settings.ts'

const LinkWire = Type.Object(
  {
    object: Type.Literal('payment_link'),
    id: wireId('lnk'),
    payment_request: wireId('req'),
    url: Type.String({ description: 'The address to give to the payer. Whoever has it may pay.' }),
    channel: Type.Enum(['email', 'copy']),
    recipient: nullable(Type.String()),
    state: Type.Enum(['active', 'superseded', 'revoked']),
    issued_at: timestamp,
    expiry: Type.Object(
      { mode: Type.Enum(EXPIRY_MODES), hours: nullable(Type.Integer()) },
      { description: 'What it was issued with.' },
    ),
    opened_at: nullable(timestamp),
    expires_at: nullable(timestamp),
  },
  { $id: 'PaymentLink' },
)

const DeliveryWire = Type.Object({
  channel: Type.Literal('email'),
  to: Type.String(),
  state: Type.Enum(['queued', 'sent', 'delivered', 'failed']),
  error: nullable(Type.String()),
  sent_at: nullable(timestamp),
})

export const STATUSES = [
  'draft',
  'sent',
  'viewed',
  'processing',
  'partially_paid',
  'paid',
  'paid_elsewhere',
  'written_off',
  'invoice_voided',
  'superseded',
  'refunded',
  'expired',
  'voided',
] as const
export type RequestStatus = (typeof STATUSES)[number]

/** What lists are filtered by: a label, or what is still to be paid, under whichever label. */
export const LISTED_STATUSES = ['unpaid', ...STATUSES] as const
export type ListedStatus = (typeof LISTED_STATUSES)[number]

export const RequestWire = Type.Object(
  {
    object: Type.Literal('payment_request'),
    id: wireId('req'),
    kind: Type.Enum(['invoice', 'quick', 'detailed', 'statement']),
    status: Type.Enum(STATUSES),
    customer: nullable(wireId('cus')),
    customer_name: nullable(Type.String({ description: 'As it was when the request was made.' })),
    reference: Type.String(),
    email: nullable(Type.String({ description: 'Where it goes unless sending says otherwise.' })),
    message: nullable(Type.String()),
    ...TermsWire,
    ...DetailWire,
    currency: currencyCode,
    total: amountOut,
    open: amountOut,
    settled: amountOut,
    refunded: amountOut,
    invoices: Type.Array(wireId('inv')),
    attachments: Type.Array(
      Type.Object({
        id: wireId('att'),
        file_name: Type.String(),
        content_type: Type.String(),
        size: Type.Integer({ description: 'In bytes.' }),
      }),
    ),
    links: Type.Array(LinkWire),
    deliveries: Type.Array(DeliveryWire),
    created_at: timestamp,
    sent_at: nullable(timestamp),
    settled_at: nullable(timestamp),
    reminders: Type.Integer(),
    last_reminded_at: nullable(timestamp),
  },
  { $id: 'PaymentRequest' },
)
export { LinkWire }

/** The label of a request, from stored facts only. */
export function requestStatus(
  request: PaymentRequest,
  links: readonly PaymentLink[],
  now: Date,
): RequestStatus {
  if (request.state === 'voided') return 'voided'
  if (request.settledAt !== null) return request.refunded > 0n ? 'refunded' : 'paid'
  if (request.inFlight > 0n) return 'processing'
  if (request.open === 0n) return settledStatus(request)
  if (request.supersededAt !== null) return 'superseded'
  if (request.settled > 0n && request.open < request.total) return 'partially_paid'
  if (request.state === 'draft') return 'draft'
  const active = links.filter(({ state }) => state === 'active')
  if (active.length > 0 && active.every(({ expiresAt }) => expiresAt !== null && expiresAt <= now))
    return 'expired'
  return links.some(({ openedAt }) => openedAt !== null) ? 'viewed' : 'sent'
}

/** Of what asks for nothing any more without having been paid by its own links. */
function settledStatus({ isWrittenOff, settled, voided }: PaymentRequest): RequestStatus {
  if (isWrittenOff) return 'written_off'
  return settled === 0n && voided > 0n ? 'invoice_voided' : 'paid_elsewhere'
}

export function linkToWire(link: PaymentLink): Static<typeof LinkWire> {
  return {
    object: 'payment_link',
    id: toWireId('lnk', link.id),
    payment_request: toWireId('req', link.requestId),
    url: linkReference(link.id) as unknown as string,
    channel: link.channel,
    recipient: link.recipient,
    state: link.state,
    issued_at: link.issuedAt.toISOString(),
    expiry: {
      mode:
        link.expiresAfterHours === null
          ? 'none'
          : link.expiresFrom === 'issue'
            ? 'after_issue'
            : 'after_open',
      hours: link.expiresAfterHours,
    },
    opened_at: link.openedAt?.toISOString() ?? null,
    expires_at: link.expiresAt?.toISOString() ?? null,
  }
}

export function requestToWire(
  request: PaymentRequest,
  links: readonly PaymentLink[],
  messages: readonly Message[],
  now: Date,
): Static<typeof RequestWire> {
  return {
    object: 'payment_request',
    id: toWireId('req', request.id),
    kind: request.kind,
    status: requestStatus(request, links, now),
    customer: request.customerId === null ? null : toWireId('cus', request.customerId),
    customer_name: request.snapshot.customerName,
    reference: request.reference,
    email: request.recipient,
    message: request.message,
    ...termsToWire(request.terms),
    ...detailToWire(request.snapshot.detail),
    currency: request.currency.toLowerCase(),
    total: Number(request.total),
    open: Number(request.open),
    settled: Number(request.settled),
    refunded: Number(request.refunded),
    invoices: request.snapshot.documents.map(({ id }) => toWireId('inv', id)),
    attachments: (request.snapshot.attachments ?? []).map((attachment) => ({
      id: toWireId('att', attachment.id),
      file_name: attachment.fileName,
      content_type: attachment.contentType,
      size: attachment.sizeBytes,
    })),
    links: links.map(linkToWire),
    deliveries: messages.map((message) => ({
      channel: 'email' as const,
      to: message.toAddress,
      state: message.state,
      error: message.state === 'failed' ? message.lastError : null,
      sent_at: message.sentAt?.toISOString() ?? null,
    })),
    created_at: request.createdAt.toISOString(),
    sent_at: request.sentAt?.toISOString() ?? null,
    settled_at: request.settledAt?.toISOString() ?? null,
    reminders: request.reminders,
    last_reminded_at: request.lastRemindedAt?.toISOString() ?? null,
  }
}

export function requestIdOf(text: string): RequestId {
  return givenId('req', text, 'payment request')
}

/** What a list of them shows as CSV. */
export const requestColumns: Columns<Static<typeof RequestWire>> = {
  id: (row) => row.id,
  status: (row) => row.status,
  kind: (row) => row.kind,
  customer_name: (row) => row.customer_name,
  reference: (row) => row.reference,
  email: (row) => row.email,
  currency: (row) => row.currency,
  total: (row) => amountCell(row.total, row.currency),
  open: (row) => amountCell(row.open, row.currency),
  settled: (row) => amountCell(row.settled, row.currency),
  refunded: (row) => amountCell(row.refunded, row.currency),
  created_at: (row) => row.created_at,
  sent_at: (row) => row.sent_at,
  settled_at: (row) => row.settled_at,
}
