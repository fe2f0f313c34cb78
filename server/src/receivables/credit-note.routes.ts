import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { download, type RouteServices, read, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { givenFilter, givenId } from '../lib/given-id.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import {
  currencyCode,
  idParams,
  isoDate,
  language,
  listQuery,
  listWire,
  longText,
  nullable,
  wireId,
} from '../lib/schemas.ts'
import { dropCreditNote } from './approval/edit-credit-note.ts'
import { orderCreditNote } from './approval/order-credit-note.ts'
import { isIssued, listShownCreditNotes, shownCreditNote } from './approval/shown-credit-note.ts'
import { creditNotePdf } from './credit-note-pdf.ts'
import { CreditNoteWire, creditNoteToWire, proposalToWire } from './credit-note-wire.ts'
import { CREDIT_NOTE_STATUSES, type CreditNoteId } from './credit-notes.queries.ts'
import { orderCurrency, orderLines, orderLinesOf } from './order-terms.ts'
import { voidCreditNote } from './void-credit-note.ts'

const CreditNoteCreate = Type.Object(
  {
    invoice: Type.Optional(wireId('inv')),
    customer: Type.Optional(wireId('cus')),
    currency: Type.Optional(currencyCode),
    tax_included: Type.Optional(Type.Boolean()),
    issued_on: Type.Optional(isoDate),
    reason: Type.Optional(nullable(longText)),
    apply: Type.Optional(
      Type.Boolean({ description: 'Whether it settles its invoice at once, as far as that is open; true.' }),
    ),
    lines: orderLines,
  },
  { additionalProperties: false },
)

/** Credit notes: issued, listed, read, printed, voided. */
export function creditNoteRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const tag = 'Credit notes'
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/credit_notes',
      permission: 'credits.write',
      summary:
        'Issue a credit note, for an invoice or for a customer; where the company wants it approved first, it waits (pending_approval)',
      tag,
      body: CreditNoteCreate,
      response: CreditNoteWire,
    },
    async (tx, { actor, body }, last) => {
      const now = services.clock.now()
      const order = {
        invoiceId: body.invoice === undefined ? undefined : givenId('inv', body.invoice, 'invoice'),
        customerId: body.customer === undefined ? undefined : givenId('cus', body.customer, 'customer'),
        currency: body.currency === undefined ? undefined : orderCurrency(body.currency),
        taxIncluded: body.tax_included ?? false,
        issuedOn: body.issued_on ?? null,
        reason: body.reason ?? null,
        lines: orderLinesOf(body.lines),
        apply: body.apply ?? true,
      }
      const ordered = await orderCreditNote(tx, actor, now, order, last)
      return 'note' in ordered
        ? creditNoteToWire(ordered.note, { lines: ordered.note.lines })
        : proposalToWire(ordered.proposal, { hasLines: true })
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/credit_notes',
      permission: 'invoices.read',
      summary: 'List credit notes, newest first, with those that are not issued yet',
      tag,
      query: Type.Object({
        ...listQuery,
        customer: Type.Optional(Type.String({ maxLength: 100 })),
        invoice: Type.Optional(Type.String({ maxLength: 100 })),
        status: Type.Optional(Type.Enum(CREDIT_NOTE_STATUSES)),
        issued: Type.Optional(
          Type.Boolean({ description: 'Only those that were issued, or only those that were not.' }),
        ),
      }),
      response: listWire(CreditNoteWire),
    },
    async (db, { query }) => {
      const request = pageRequest('cn', query)
      const rows = await listShownCreditNotes(db, request, {
        customerId: givenFilter('cus', query.customer, 'customer'),
        invoiceId: givenFilter('inv', query.invoice, 'invoice'),
        status: query.status,
        isIssued: query.issued,
      })
      return page('cn', rows, request.limit, ({ wire }) => wire)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/credit_notes/:id',
      permission: 'invoices.read',
      summary: 'Read a credit note',
      tag,
      params: idParams,
      response: CreditNoteWire,
    },
    async (db, { params }) => shownCreditNote(db, creditNoteIdOf(params.id)),
  )
  download(
    server,
    services,
    {
      url: '/v1/credit_notes/:id/pdf',
      permission: 'invoices.read',
      summary: 'Print a credit note',
      tag,
      params: idParams,
      query: Type.Object({ language: Type.Optional(language) }),
    },
    ({ companyId, params, query }) =>
      creditNotePdf(services.database, companyId, creditNoteIdOf(params.id), query.language),
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/credit_notes/:id/void',
      permission: 'credits.write',
      summary:
        'Void a credit note of which nothing is used; of one that is not issued, who wrote it drops it so',
      tag,
      params: idParams,
      response: CreditNoteWire,
      status: 200,
    },
    async (tx, { actor, params }) => {
      const id = creditNoteIdOf(params.id)
      const now = services.clock.now()
      if (await isIssued(tx, id)) await voidCreditNote(tx, actor, now, id)
      else await dropCreditNote(tx, actor, now, id)
      return shownCreditNote(tx, id)
    },
  )
}

export function creditNoteIdOf(text: string): CreditNoteId {
  return givenId('cn', text, 'credit note')
}
