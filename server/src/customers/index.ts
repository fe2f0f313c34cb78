/**
 * customers owns customers and their contacts, and finds them by any of their words.
 * It emits customer.created, customer.updated and contact.added.
 */
export { contactRoutes } from './contact.routes.ts'
export { createCustomer } from './create-customer.ts'
export { customerRoutes } from './customer.routes.ts'
export {
  type Customer,
  type CustomerId,
  findCustomer,
  matchCustomer,
} from './customers.queries.ts'
