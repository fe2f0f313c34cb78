import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { companyDay, type RouteServices, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import type { Db } from '../lib/db/index.ts'
import { givenId } from '../lib/given-id.ts'
import { idParams, longText, nullable, wireId } from '../lib/schemas.ts'
import { InvoiceWire, invoiceToWire } from './invoice-wire.ts'
import { type Invoice, listLines } from './invoices.queries.ts'
import { recoverInvoice } from './recover-invoice.ts'
import { writeOffInvoice } from './write-off-invoice.ts'
import { RECOVERY_REASONS, WRITE_OFF_REASONS } from './write-off-reasons.ts'

/** In words; needed for `other`. */
const note = Type.Optional(nullable(longText))

/** Claims that are given up, and taken up again. */
export function writeOffRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const shared = {
    method: 'POST',
    permission: 'invoices.write_off',
    tag: 'Invoices',
    params: idParams,
    response: InvoiceWire,
    status: 200,
  } as const
  const show = async (db: Db, invoice: Invoice) =>
    invoiceToWire(invoice, await companyDay(db, services.clock.now()), await listLines(db, invoice.id))
  write(
    server,
    services,
    {
      ...shared,
      url: '/v1/invoices/:id/write_off',
      summary: 'Give up what is open of an invoice: it is asked for no more, and is a loss',
      body: Type.Object({ reason: Type.Enum(WRITE_OFF_REASONS), note }, { additionalProperties: false }),
    },
    async (tx, { actor, params, body }) => {
      const id = givenId('inv', params.id, 'invoice')
      const why = { reason: body.reason, note: body.note ?? null }
      return show(tx, await writeOffInvoice(tx, actor, services.clock.now(), id, why))
    },
  )
  write(
    server,
    services,
    {
      ...shared,
      url: '/v1/invoices/:id/recover',
      summary: 'Take a write-off back: it is owed again; with a credit, only what that settles, at once',
      body: Type.Object(
        { reason: Type.Enum(RECOVERY_REASONS), note, credit: Type.Optional(wireId('crd')) },
        { additionalProperties: false },
      ),
    },
    async (tx, { actor, params, body }) => {
      const id = givenId('inv', params.id, 'invoice')
      const creditId = body.credit === undefined ? undefined : givenId('crd', body.credit, 'credit')
      const recovery = { reason: body.reason, note: body.note ?? null, creditId }
      return show(tx, await recoverInvoice(tx, actor, services.clock.now(), id, recovery))
    },
  )
}
