import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { APPOINTMENT, type Appointment, type AppointmentId } from './appointments.queries.ts'
import { appointmentDeleted } from './events.ts'

/** Removes an appointment that does not take place: no text names it any more. */
export async function deleteAppointment(tx: Tx, actor: Actor, id: AppointmentId): Promise<void> {
  const deleted = await tx.maybe(sql<Appointment>`
    delete from customers.appointments where company_id = ${tx.companyId} and id = ${id} returning ${APPOINTMENT}`)
  if (deleted === undefined) throw new NotFound('appointment')
  await emit(tx, actor, appointmentDeleted, id, { customer_id: deleted.customerId })
}
