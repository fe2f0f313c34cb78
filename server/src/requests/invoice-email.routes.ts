import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { ownCompany, read, write } from '../identity/index.ts'
import { NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { email, idParams, name, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { listMessagesAbout, type Message } from '../messaging/index.ts'
import { findInvoices, type InvoiceId } from '../receivables/index.ts'
import { textFields, textOrder } from './compose-text.ts'
import { LINK_REASONS } from './link-decision.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { LinkWire, linkToWire } from './request-wire.ts'
import { listRequestIdsOfInvoice } from './requests.queries.ts'
import { type SentInvoice, sendInvoice } from './send-invoice.ts'

const InvoiceEmailWire = Type.Object(
  {
    object: Type.Literal('invoice_email'),
    id: wireId('msg'),
    invoice: wireId('inv'),
    payment_request: nullable(wireId('req')),
    to: Type.String(),
    state: Type.Enum(['queued', 'sent', 'delivered', 'failed']),
    error: nullable(Type.String()),
    created_at: timestamp,
    sent_at: nullable(timestamp),
  },
  { $id: 'InvoiceEmail' },
)
export const SentInvoiceWire = Type.Object(
  {
    object: Type.Literal('sent_invoice'),
    email: InvoiceEmailWire,
    payment_link: Type.Object({
      embedded: Type.Boolean(),
      reason: Type.Enum([...LINK_REASONS], {
        description: 'What decided: the first of these that applied, or the rule of the settings.',
      }),
      decided_by: nullable(
        Type.String({ description: 'Of a rule: the setting’s key, or `sender` for the sender’s own tick.' }),
      ),
      link: nullable(LinkWire),
    }),
  },
  { $id: 'SentInvoice' },
)
/** What a person chooses who sends one. */
export const sendFields = {
  to: Type.Optional(email),
  name: Type.Optional(name),
  payment_link: Type.Optional(
    Type.Boolean({
      description:
        'Whether the invoice carries a payment link; else as the setting `invoice.manual_link` says. Not chosen for an automatic invoice.',
    }),
  ),
  ...textFields,
}
const Send = Type.Object(
  {
    ...sendFields,
    automatic: Type.Optional(
      Type.Boolean({
        description: 'Sent by itself and not by a person: a link always, unless K6 says none.',
      }),
    ),
  },
  { additionalProperties: false },
)

/** Invoices by e-mail: sent with or without a payment link, and what became of the mails. */
export function invoiceEmailRoutes(server: FastifyInstance, services: RequestServices): void {
  const tag = 'Invoices'
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/invoices/:id/send',
      permission: 'requests.send',
      summary: 'Send an invoice by e-mail as PDF, with or without a payment link',
      tag,
      params: idParams,
      body: Send,
      response: SentInvoiceWire,
    },
    async (tx, { actor, params, body }) => {
      const sent = await sendInvoice(tx, actor, services.clock.now(), {
        linkKey: services.linkKey,
        company: await ownCompany(tx),
        invoiceId: givenId('inv', params.id, 'invoice'),
        to: body.to,
        name: body.name,
        text: textOrder(body),
        automatic: body.automatic ?? false,
        ticked: body.payment_link,
      })
      return sentToWire(sent)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/invoices/:id/emails',
      permission: 'invoices.read',
      summary: 'List the e-mails that an invoice was sent by, oldest first',
      tag,
      params: idParams,
      response: Type.Object({ object: Type.Literal('list'), data: Type.Array(InvoiceEmailWire) }),
    },
    async (db, { params }) => {
      const id = givenId('inv', params.id, 'invoice')
      const [invoice] = await findInvoices(db, [id])
      if (invoice === undefined) throw new NotFound('invoice')
      const messages = await listMessagesAbout(db, [id, ...(await listRequestIdsOfInvoice(db, id))])
      return { object: 'list' as const, data: messages.map((message) => emailToWire(id, message)) }
    },
  )
}

export function sentToWire({
  invoice,
  message,
  decision,
  link,
}: SentInvoice): Static<typeof SentInvoiceWire> {
  return {
    object: 'sent_invoice',
    email: emailToWire(invoice.id, message),
    payment_link: {
      embedded: decision.embedded,
      reason: decision.reason,
      decided_by: decision.decidedBy,
      link: link === null ? null : linkToWire(link),
    },
  }
}

function emailToWire(invoiceId: InvoiceId, message: Message): Static<typeof InvoiceEmailWire> {
  return {
    object: 'invoice_email',
    id: toWireId('msg', message.id),
    invoice: toWireId('inv', invoiceId),
    payment_request: message.subjectType === 'payment_request' ? toWireId('req', message.subjectId) : null,
    to: message.toAddress,
    state: message.state,
    error: message.state === 'failed' ? message.lastError : null,
    created_at: message.createdAt.toISOString(),
    sent_at: message.sentAt?.toISOString() ?? null,
  }
}
