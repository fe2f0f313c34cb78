import { type Db, raw, sql } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PageRequest } from '../lib/pagination.ts'
import type { CustomerId } from './customers.queries.ts'

export type AppointmentId = Id<'apt'>

export interface Appointment {
  id: AppointmentId
  customerId: CustomerId
  startsAt: Date
  /** Attributes of an integration's own, for texts: `{ appointment.meta_animal_name }`. */
  meta: Record<string, string>
  source: string | null
  externalId: string | null
  createdAt: Date
}

export const APPOINTMENT = raw(`id, customer_id "customerId", starts_at "startsAt", meta, source,
  external_id "externalId", created_at "createdAt"`)

export function findAppointment(db: Db, id: AppointmentId): Promise<Appointment | undefined> {
  return db.maybe(sql<Appointment>`
    select ${APPOINTMENT} from customers.appointments where company_id = ${db.companyId} and id = ${id}`)
}

/** The appointment that a text most likely means: the next one, else the last one that was. */
export async function nearestAppointment(
  db: Db,
  customerId: CustomerId,
  now: Date,
): Promise<Appointment | undefined> {
  const [nearest] = await db.many(sql<Appointment>`
    (select ${APPOINTMENT}, 0 rank from customers.appointments
      where company_id = ${db.companyId} and customer_id = ${customerId} and starts_at >= ${now}
      order by starts_at limit 1)
    union all
    (select ${APPOINTMENT}, 1 rank from customers.appointments
      where company_id = ${db.companyId} and customer_id = ${customerId} and starts_at < ${now}
      order by starts_at desc limit 1)
    order by rank`)
  return nearest
}

/** A page of appointments, newest first; of one customer where one is named. */
export function listAppointments(
  db: Db,
  page: PageRequest,
  customerId: CustomerId | undefined,
): Promise<Appointment[]> {
  return db.many(sql<Appointment>`
    select ${APPOINTMENT} from customers.appointments
    where company_id = ${db.companyId} and (${page.after}::uuid is null or id < ${page.after}::uuid)
      and (${customerId}::uuid is null or customer_id = ${customerId}::uuid)
    order by id desc limit ${page.limit + 1}`)
}
