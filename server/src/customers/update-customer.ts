import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { checkTimeZone } from '../lib/time-zone.ts'
import { phoneNumber } from './contact-details.ts'
import type { NewCustomer } from './create-customer.ts'
import { CUSTOMER, type Customer, type CustomerId } from './customers.queries.ts'
import { customerUpdated } from './events.ts'

/** Changes what is given and leaves the rest; null empties a field. */
export async function updateCustomer(
  tx: Tx,
  actor: Actor,
  id: CustomerId,
  changes: Partial<NewCustomer>,
): Promise<Customer> {
  if (changes.timeZone != null) checkTimeZone(changes.timeZone)
  const before = await tx.maybe(sql<Customer>`
    select ${CUSTOMER} from customers.customers where company_id = ${tx.companyId} and id = ${id} for update`)
  if (before === undefined) throw new NotFound('customer')
  const after = { ...before, ...changes }
  const updated = await tx.one(sql<Customer>`
    update customers.customers set name = ${after.name}, code = ${after.code}, email = ${after.email},
      phone = ${phoneNumber(after.phone, after.country)}, language = ${after.language},
      address_lines = ${after.addressLines}, country = ${after.country}, time_zone = ${after.timeZone}, tax_id = ${after.taxId},
      payment_links_enabled = ${after.paymentLinksEnabled}, methods = ${after.methods}, meta = ${JSON.stringify(after.meta)}
    where company_id = ${tx.companyId} and id = ${id} returning ${CUSTOMER}`)
  await emit(tx, actor, customerUpdated, id, { fields: Object.keys(changes) })
  return updated
}
