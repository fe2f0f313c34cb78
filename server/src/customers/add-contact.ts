import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { phoneNumber } from './contact-details.ts'
import { CONTACT, type Contact, type CustomerId, findCustomer } from './customers.queries.ts'
import { contactAdded } from './events.ts'

/** Adds a person to a customer. */
export async function addContact(
  tx: Tx,
  actor: Actor,
  customerId: CustomerId,
  contact: { name: string; email?: string | null; phone?: string | null },
): Promise<Contact> {
  const customer = await findCustomer(tx, customerId)
  if (customer === undefined) throw new NotFound('customer')
  const id = newId<'con'>()
  const added = await tx.one(sql<Contact>`
    insert into customers.contacts (company_id, id, customer_id, name, email, phone)
    values (${tx.companyId}, ${id}, ${customerId}, ${contact.name}, ${contact.email},
      ${phoneNumber(contact.phone, customer.country)})
    returning ${CONTACT}`)
  await emit(tx, actor, contactAdded, id, { customer_id: customerId })
  return added
}
