import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type RouteServices, read, write } from '../identity/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { idParams, listQuery, listWire, name, nullable, timestamp, wireId } from '../lib/schemas.ts'
import {
  type Appointment,
  type AppointmentId,
  findAppointment,
  listAppointments,
} from './appointments.queries.ts'
import { createAppointment } from './create-appointment.ts'
import { customerIdOf, meta } from './customer-wire.ts'
import { deleteAppointment } from './delete-appointment.ts'
import { updateAppointment } from './update-appointment.ts'

const AppointmentWire = Type.Object(
  {
    object: Type.Literal('appointment'),
    id: wireId('apt'),
    customer: wireId('cus'),
    starts_at: timestamp,
    meta: Type.Record(Type.String(), Type.String()),
    source: nullable(Type.String()),
    external_id: nullable(Type.String()),
    created_at: timestamp,
  },
  { $id: 'Appointment' },
)

const tag = 'Appointments'
const startsAt = Type.String({ maxLength: 40, description: 'ISO 8601 with its offset, or Z.' })

/** Appointments, pushed by integrations: texts may name what they are about. */
export function appointmentRoutes(server: FastifyInstance, services: RouteServices): void {
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/appointments',
      permission: 'customers.write',
      summary: 'Note an appointment of a customer',
      tag,
      body: Type.Object(
        {
          customer: wireId('cus'),
          starts_at: startsAt,
          meta: Type.Optional(meta),
          source: Type.Optional(nullable(name)),
          external_id: Type.Optional(nullable(name)),
        },
        { additionalProperties: false },
      ),
      response: AppointmentWire,
    },
    async (tx, { actor, body }) =>
      toWire(
        await createAppointment(tx, actor, {
          customerId: customerIdOf(body.customer),
          startsAt: momentOf(body.starts_at, 'Nothing was created.'),
          meta: body.meta ?? {},
          source: body.source ?? null,
          externalId: body.external_id ?? null,
        }),
      ),
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/appointments',
      permission: 'customers.read',
      summary: 'List appointments, newest first',
      tag,
      query: Type.Object({ ...listQuery, customer: Type.Optional(Type.String({ maxLength: 100 })) }),
      response: listWire(AppointmentWire),
    },
    async (db, { query }) => {
      const request = pageRequest('apt', query)
      const customerId = query.customer === undefined ? undefined : customerIdOf(query.customer)
      return page('apt', await listAppointments(db, request, customerId), request.limit, toWire)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/appointments/:id',
      permission: 'customers.read',
      summary: 'Read an appointment',
      tag,
      params: idParams,
      response: AppointmentWire,
    },
    async (db, { params }) => {
      const found = await findAppointment(db, appointmentIdOf(params.id))
      if (found === undefined) throw new NotFound('appointment')
      return toWire(found)
    },
  )
  write(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/appointments/:id',
      permission: 'customers.write',
      summary: 'Move an appointment, or say anew what it is about: meta replaces all of its attributes',
      tag,
      params: idParams,
      body: Type.Object(
        { starts_at: Type.Optional(startsAt), meta: Type.Optional(meta) },
        { additionalProperties: false },
      ),
      response: AppointmentWire,
    },
    async (tx, { actor, params, body }) =>
      toWire(
        await updateAppointment(tx, actor, appointmentIdOf(params.id), {
          ...(body.starts_at === undefined
            ? {}
            : { startsAt: momentOf(body.starts_at, 'Nothing was changed.') }),
          ...(body.meta === undefined ? {} : { meta: body.meta }),
        }),
      ),
  )
  write(
    server,
    services,
    {
      method: 'DELETE',
      url: '/v1/appointments/:id',
      permission: 'customers.write',
      summary: 'Remove an appointment that does not take place',
      tag,
      params: idParams,
      response: Type.Object({
        object: Type.Literal('appointment'),
        id: wireId('apt'),
        deleted: Type.Literal(true),
      }),
    },
    async (tx, { actor, params }) => {
      await deleteAppointment(tx, actor, appointmentIdOf(params.id))
      return { object: 'appointment' as const, id: params.id, deleted: true as const }
    },
  )
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/

function appointmentIdOf(text: string): AppointmentId {
  return givenId('apt', text, 'appointment')
}

/** A time without its offset would mean another moment on another machine. */
function momentOf(text: string, outcome: string): Date {
  const moment = new Date(MOMENT.test(text) ? text : Number.NaN)
  if (Number.isNaN(moment.getTime())) {
    throw new InvalidRequest(
      `starts_at must be a time with its offset, like 2026-11-30T09:30:00-05:00. ${outcome}`,
      { field: 'starts_at' },
    )
  }
  return moment
}

function toWire(appointment: Appointment): Static<typeof AppointmentWire> {
  return {
    object: 'appointment',
    id: toWireId('apt', appointment.id),
    customer: toWireId('cus', appointment.customerId),
    starts_at: appointment.startsAt.toISOString(),
    meta: appointment.meta,
    source: appointment.source,
    external_id: appointment.externalId,
    created_at: appointment.createdAt.toISOString(),
  }
}
