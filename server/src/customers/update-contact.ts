import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { phoneNumber } from './contact-details.ts'
import { CONTACT, type Contact, type ContactId, type CustomerId, findCustomer } from './customers.queries.ts'
import { contactUpdated } from './events.ts'

/**
 * Changes what is given of a customer's contact and leaves the rest; null empties a field. What was sent to the address
 * before stays there, and so do the links in it and their renewals.
 */
export async function updateContact(
  tx: Tx,
  actor: Actor,
  customerId: CustomerId,
  id: ContactId,
  changes: Partial<Pick<Contact, 'name' | 'email' | 'phone'>>,
): Promise<Contact> {
  const [customer, before] = await Promise.all([
    findCustomer(tx, customerId),
    tx.maybe(sql<Contact>`
      select ${CONTACT} from customers.contacts
      where company_id = ${tx.companyId} and customer_id = ${customerId} and id = ${id} for update`),
  ])
  if (customer === undefined || before === undefined) throw new NotFound('contact')
  const after = { ...before, ...changes }
  const updated = await tx.one(sql<Contact>`
    update customers.contacts set name = ${after.name}, email = ${after.email},
      phone = ${phoneNumber(after.phone, customer.country)}
    where company_id = ${tx.companyId} and id = ${id} returning ${CONTACT}`)
  await emit(tx, actor, contactUpdated, id, { customer_id: customerId, fields: Object.keys(changes) })
  return updated
}
