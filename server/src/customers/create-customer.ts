import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { checkTimeZone } from '../lib/time-zone.ts'
import { phoneNumber } from './contact-details.ts'
import { CUSTOMER, type Customer } from './customers.queries.ts'
import { customerCreated } from './events.ts'

export type NewCustomer = Partial<Omit<Customer, 'id' | 'createdAt'>> & { name: string }

/** Creates a customer. The phone number is read in the customer's country and kept as E.164. */
export async function createCustomer(tx: Tx, actor: Actor, customer: NewCustomer): Promise<Customer> {
  if (customer.timeZone != null) checkTimeZone(customer.timeZone)
  const id = newId<'cus'>()
  const created = await tx.one(sql<Customer>`
    insert into customers.customers (company_id, id, name, code, email, phone, language, address_lines, country,
      time_zone, tax_id, payment_links_enabled, methods, meta, source, external_id)
    values (${tx.companyId}, ${id}, ${customer.name}, ${customer.code}, ${customer.email},
      ${phoneNumber(customer.phone, customer.country)}, ${customer.language}, ${customer.addressLines ?? []},
      ${customer.country}, ${customer.timeZone}, ${customer.taxId}, ${customer.paymentLinksEnabled ?? true}, ${customer.methods},
      ${JSON.stringify(customer.meta ?? {})}, ${customer.source},
      ${customer.externalId})
    returning ${CUSTOMER}`)
  await emit(tx, actor, customerCreated, id, {})
  return created
}
