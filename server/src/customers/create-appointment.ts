import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { APPOINTMENT, type Appointment } from './appointments.queries.ts'
import { findCustomer } from './customers.queries.ts'
import { appointmentCreated } from './events.ts'

/** Notes an appointment of a customer, as an integration or a person knows it. */
export async function createAppointment(
  tx: Tx,
  actor: Actor,
  appointment: Omit<Appointment, 'id' | 'createdAt'>,
): Promise<Appointment> {
  if ((await findCustomer(tx, appointment.customerId)) === undefined) throw new NotFound('customer')
  const id = newId<'apt'>()
  const created = await tx.one(sql<Appointment>`
    insert into customers.appointments (company_id, id, customer_id, starts_at, meta, source, external_id)
    values (${tx.companyId}, ${id}, ${appointment.customerId}, ${appointment.startsAt},
      ${JSON.stringify(appointment.meta)}, ${appointment.source}, ${appointment.externalId})
    returning ${APPOINTMENT}`)
  await emit(tx, actor, appointmentCreated, id, { customer_id: appointment.customerId })
  return created
}
