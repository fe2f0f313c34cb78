import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ownCompany, read, write } from '../../identity/index.ts'
import { dayOf } from '../../lib/day-of.ts'
import type { Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { givenFilter, givenId } from '../../lib/given-id.ts'
import { page, pageRequest } from '../../lib/pagination.ts'
import {
  currencyCode,
  idParams,
  isoDate,
  line,
  listQuery,
  listWire,
  longText,
  nullable,
  wireId,
} from '../../lib/schemas.ts'
import {
  givenInvoiceTermsOf,
  invoiceTermFields,
  invoiceTermsOf,
  orderCurrency,
} from '../../receivables/index.ts'
import type { RequestServices } from '../payment-link.routes.ts'
import { changeSchedule } from './change-schedule.ts'
import { createSchedule } from './create-schedule.ts'
import { editSchedule } from './edit-schedule.ts'
import {
  findSchedule,
  type InvoiceScheduleId,
  listScheduled,
  listSchedules,
} from './invoice-schedules.queries.ts'
import { InvoiceScheduleWire, SCHEDULE_STATES, scheduleToWire } from './schedule-wire.ts'

const editable = {
  order_reference: Type.Optional(nullable(line)),
  note: Type.Optional(nullable(longText)),
  due_in_days: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 365 }))),
  ends_on: Type.Optional(nullable(isoDate)),
}

const Create = Type.Object(
  {
    customer: wireId('cus'),
    currency: currencyCode,
    ...invoiceTermFields,
    ...editable,
    unit: Type.Enum(['week', 'month']),
    every: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 52, description: 'Every so many weeks or months; 1.' }),
    ),
    starts_on: isoDate,
  },
  { additionalProperties: false },
)

const Edit = Type.Object(
  {
    revision: Type.Integer({
      minimum: 1,
      maximum: 2_147_483_647,
      description: 'The revision that the editor saw; another one is refused.',
    }),
    ...Type.Partial(Type.Object(invoiceTermFields)).properties,
    ...editable,
  },
  { additionalProperties: false },
)

const ACTS = [
  { event: 'pause', summary: 'Pause an invoice schedule: its days pass by' },
  { event: 'resume', summary: 'Go on with an invoice schedule, from today on' },
  { event: 'end', summary: 'End an invoice schedule; what it issued stays' },
] as const

/** Automatic invoices: what is issued and sent by itself, and when. */
export function invoiceScheduleRoutes(server: FastifyInstance, services: RequestServices): void {
  const tag = 'Automatic invoices'
  const here = async (tx: Tx) => {
    const company = await ownCompany(tx)
    return { company, today: dayOf(services.clock.now(), company.timeZone) }
  }
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/invoice_schedules',
      permission: 'requests.send',
      summary: 'Have an invoice issued and e-mailed by itself, every so many weeks or months',
      tag,
      body: Create,
      response: InvoiceScheduleWire,
    },
    async (tx, { actor, body }) => {
      const order = {
        customerId: givenId('cus', body.customer, 'customer'),
        currency: orderCurrency(body.currency),
        terms: invoiceTermsOf(body),
        orderReference: body.order_reference ?? null,
        note: body.note ?? null,
        dueInDays: body.due_in_days ?? null,
        unit: body.unit,
        every: body.every ?? 1,
        startsOn: body.starts_on,
        endsOn: body.ends_on ?? null,
      }
      return scheduleToWire(
        await createSchedule(tx, actor, services.clock.now(), { ...(await here(tx)), order }),
        [],
      )
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/invoice_schedules',
      permission: 'invoices.read',
      summary: 'List invoice schedules, newest first',
      tag,
      query: Type.Object({
        ...listQuery,
        customer: Type.Optional(Type.String({ maxLength: 100 })),
        status: Type.Optional(Type.Enum(SCHEDULE_STATES)),
      }),
      response: listWire(InvoiceScheduleWire),
    },
    async (db, { query }) => {
      const request = pageRequest('sch', query)
      const customerId = givenFilter('cus', query.customer, 'customer')
      const rows = await listSchedules(db, request, {
        ...(customerId !== undefined && { customerId }),
        ...(query.status !== undefined && { state: query.status }),
      })
      return page('sch', rows, request.limit, (row) => scheduleToWire(row))
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/invoice_schedules/:id',
      permission: 'invoices.read',
      summary: 'Read an invoice schedule, with what it issued',
      tag,
      params: idParams,
      response: InvoiceScheduleWire,
    },
    async (db, { params }) => {
      const id = scheduleId(params.id)
      const schedule = await findSchedule(db, id)
      if (schedule === undefined) throw new NotFound('invoice schedule')
      return scheduleToWire(schedule, await listScheduled(db, id))
    },
  )
  write(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/invoice_schedules/:id',
      permission: 'requests.send',
      summary:
        'Change what an invoice schedule issues from its next day on. lines, tax_included, discount and shipping are replaced together',
      tag,
      params: idParams,
      body: Edit,
      response: InvoiceScheduleWire,
      problems: ['schedule_revised'],
    },
    async (tx, { actor, params, body }) => {
      const id = scheduleId(params.id)
      const edited = await editSchedule(tx, actor, {
        ...(await here(tx)),
        id,
        revision: body.revision,
        edit: {
          terms: givenInvoiceTermsOf(body),
          orderReference: body.order_reference,
          note: body.note,
          dueInDays: body.due_in_days,
          endsOn: body.ends_on,
        },
      })
      return scheduleToWire(edited, await listScheduled(tx, id))
    },
  )
  for (const { event, summary } of ACTS)
    write(
      server,
      services,
      {
        method: 'POST',
        url: `/v1/invoice_schedules/:id/${event}`,
        permission: 'requests.send',
        summary,
        tag,
        params: idParams,
        response: InvoiceScheduleWire,
        status: 200,
      },
      async (tx, { actor, params }) => {
        const id = scheduleId(params.id)
        const changed = await changeSchedule(tx, actor, { ...(await here(tx)), id, event })
        return scheduleToWire(changed, await listScheduled(tx, id))
      },
    )
}

function scheduleId(text: string): InvoiceScheduleId {
  return givenId('sch', text, 'invoice schedule')
}
