/**
 * customers owns customers, their contacts and their appointments, and finds them by any of their words.
 * It emits customer.created and .updated, contact.added, .updated and .deleted, and appointment.created, .updated and
 * .deleted.
 */
export { appointmentRoutes } from './appointment.routes.ts'
export {
  type AppointmentId,
  findAppointment,
  nearestAppointment,
} from './appointments.queries.ts'
export { contactRoutes } from './contact.routes.ts'
export { createCustomer } from './create-customer.ts'
export { customerRoutes } from './customer.routes.ts'
export { customerImportRoutes } from './customer-import.routes.ts'
export {
  type Customer,
  type CustomerId,
  findCustomer,
  findCustomers,
  type ImportedCustomer,
  listContacts,
  listCustomers,
  matchCustomer,
  matchImported,
} from './customers.queries.ts'
