import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { findCustomer } from '../../customers/index.ts'
import { list, read, write } from '../../identity/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { givenFilter, givenId } from '../../lib/given-id.ts'
import { page, pageRequest } from '../../lib/pagination.ts'
import { idParams, isoDate, listQuery, wireId } from '../../lib/schemas.ts'
import type { RequestServices } from '../payment-link.routes.ts'
import { changeRule, changeSchedule } from './change-schedule.ts'
import { previewReminders } from './preview-reminders.ts'
import { PreviewWire, previewToWire } from './preview-wire.ts'
import {
  ReminderWire,
  RuleWire,
  reminderColumns,
  reminderToWire,
  ruleFields,
  ruleToWire,
  ScheduleBody,
  ScheduleWire,
  scheduleFields,
  scheduleOf,
  scheduleToWire,
} from './reminder-wire.ts'
import { listReminders } from './reminders.queries.ts'
import { findRule, findSchedule } from './schedules.queries.ts'

const { enabled: _, ...drafted } = scheduleFields

/** Reminders on a schedule: when, to whom otherwise, what became of each, and what would. */
export function reminderRoutes(server: FastifyInstance, services: RequestServices): void {
  const tag = 'Reminders'
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/reminder_schedule',
      permission: 'settings.read',
      summary: 'Read when the company reminds of what is due',
      tag,
      response: ScheduleWire,
    },
    async (db) => scheduleToWire(await findSchedule(db)),
  )
  write(
    server,
    services,
    {
      method: 'PUT',
      url: '/v1/reminder_schedule',
      permission: 'settings.write',
      summary: 'Change when the company reminds of what is due; what is planned follows',
      tag,
      body: ScheduleBody,
      response: ScheduleWire,
    },
    async (tx, { actor, body }) => scheduleToWire(await changeSchedule(tx, actor, scheduleOf(body))),
  )
  read(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/reminders/preview',
      permission: 'invoices.read',
      summary: 'Simulate a schedule that is not in force: who would get what and when, and why not',
      tag,
      body: Type.Object(
        {
          schedule: Type.Object(drafted, { additionalProperties: false }),
          from: isoDate,
          to: isoDate,
          customer: Type.Optional(wireId('cus')),
        },
        { additionalProperties: false },
      ),
      response: PreviewWire,
      status: 200,
    },
    async (db, { body }) =>
      previewToWire(
        await previewReminders(db, services.clock.now(), {
          schedule: scheduleOf({ ...body.schedule, enabled: true }),
          from: body.from,
          to: body.to,
          customerId: givenFilter('cus', body.customer, 'customer'),
        }),
      ),
  )
  list(
    server,
    services,
    {
      url: '/v1/reminders',
      permission: 'invoices.read',
      summary: 'List what the schedule planned, sent and skipped, with why, newest first',
      tag,
      query: {
        ...listQuery,
        invoice: Type.Optional(Type.String({ maxLength: 100 })),
        customer: Type.Optional(Type.String({ maxLength: 100 })),
        state: Type.Optional(Type.Enum(['planned', 'sent', 'skipped'])),
      },
      row: ReminderWire,
      fileName: 'reminders',
      columns: reminderColumns,
    },
    async (db, query) => {
      const asked = pageRequest('rmd', query)
      const rows = await listReminders(db, asked, {
        invoiceId: givenFilter('inv', query.invoice, 'invoice'),
        customerId: givenFilter('cus', query.customer, 'customer'),
        state: query.state,
      })
      return page('rmd', rows, asked.limit, reminderToWire)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/customers/:id/reminders',
      permission: 'customers.read',
      summary: 'Read on which days a customer is reminded',
      tag,
      params: idParams,
      response: RuleWire,
    },
    async (db, { params }) => {
      const id = givenId('cus', params.id, 'customer')
      if ((await findCustomer(db, id)) === undefined) throw new NotFound('customer')
      return ruleToWire(id, await findRule(db, id))
    },
  )
  write(
    server,
    services,
    {
      method: 'PUT',
      url: '/v1/customers/:id/reminders',
      permission: 'customers.write',
      summary: 'Change on which days a customer is reminded, or that they never are',
      tag,
      params: idParams,
      body: Type.Object(ruleFields, { additionalProperties: false }),
      response: RuleWire,
    },
    async (tx, { actor, params, body }) => {
      const id = givenId('cus', params.id, 'customer')
      return ruleToWire(id, await changeRule(tx, actor, id, body))
    },
  )
}
