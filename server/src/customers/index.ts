/**
 * customers owns customers and their contacts, and finds them by any of their words.
 * It emits customer.created, customer.updated and contact.added.
 */
export { createCustomer } from './create-customer.ts'
export {
  type Customer,
  type CustomerId,
  findCustomer,
  matchCustomer,
} from './customers.queries.ts'
export { customerRoutes } from './routes.ts'
