import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { APPOINTMENT, type Appointment, type AppointmentId } from './appointments.queries.ts'
import { appointmentUpdated } from './events.ts'

/** Moves an appointment, or says anew what it is about; what is not given stays. It stays its customer's. */
export async function updateAppointment(
  tx: Tx,
  actor: Actor,
  id: AppointmentId,
  changes: Partial<Pick<Appointment, 'startsAt' | 'meta'>>,
): Promise<Appointment> {
  const before = await tx.maybe(sql<Appointment>`
    select ${APPOINTMENT} from customers.appointments where company_id = ${tx.companyId} and id = ${id} for update`)
  if (before === undefined) throw new NotFound('appointment')
  const after = { ...before, ...changes }
  const updated = await tx.one(sql<Appointment>`
    update customers.appointments set starts_at = ${after.startsAt}, meta = ${JSON.stringify(after.meta)}
    where company_id = ${tx.companyId} and id = ${id} returning ${APPOINTMENT}`)
  await emit(tx, actor, appointmentUpdated, id, {
    customer_id: before.customerId,
    fields: Object.keys(changes),
  })
  return updated
}
