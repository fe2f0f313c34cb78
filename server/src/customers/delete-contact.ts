import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { CONTACT, type Contact, type ContactId, type CustomerId } from './customers.queries.ts'
import { contactDeleted } from './events.ts'

/** Removes a contact of a customer. Links that were sent to the address can still be paid and renewed there. */
export async function deleteContact(
  tx: Tx,
  actor: Actor,
  customerId: CustomerId,
  id: ContactId,
): Promise<void> {
  const deleted = await tx.maybe(sql<Contact>`
    delete from customers.contacts
    where company_id = ${tx.companyId} and customer_id = ${customerId} and id = ${id} returning ${CONTACT}`)
  if (deleted === undefined) throw new NotFound('contact')
  await emit(tx, actor, contactDeleted, id, { customer_id: customerId })
}
