import { type Db, raw, sql } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { Method } from '../lib/methods.ts'
import type { PageRequest } from '../lib/pagination.ts'
import type { Language } from '../lib/words.ts'

export type CustomerId = Id<'cus'>

export interface Customer {
  id: CustomerId
  name: string
  code: string | null
  email: string | null
  phone: string | null
  language: Language | null
  addressLines: string[]
  country: string | null
  /** Where the customer lives, as `Europe/Paris`; null: where the company does. */
  timeZone: string | null
  taxId: string | null
  paymentLinksEnabled: boolean
  /** K1: what it may pay by, of what the company takes; null: all of it. */
  methods: Method[] | null
  /** Attributes of an integration's own, for texts: `{ customer.meta_rent_due }`. */
  meta: Record<string, string>
  source: string | null
  externalId: string | null
  createdAt: Date
}

export type ContactId = Id<'con'>

export interface Contact {
  id: ContactId
  customerId: CustomerId
  name: string
  email: string | null
  phone: string | null
}

export const CUSTOMER = raw(`id, name, code, email, phone, language, address_lines "addressLines", country,
  time_zone "timeZone", tax_id "taxId", payment_links_enabled "paymentLinksEnabled", methods, meta, source,
  external_id "externalId",
  created_at "createdAt"`)

export const CONTACT = raw(`id, customer_id "customerId", name, email, phone`)

export function findCustomers(db: Db, ids: readonly string[]): Promise<Customer[]> {
  return db.many(sql<Customer>`
    select ${CUSTOMER} from customers.customers where company_id = ${db.companyId} and id = any(${ids})`)
}

export function findCustomer(db: Db, id: CustomerId): Promise<Customer | undefined> {
  return db.maybe(sql<Customer>`
    select ${CUSTOMER} from customers.customers where company_id = ${db.companyId} and id = ${id}`)
}

export function listContacts(db: Db, customerIds: readonly CustomerId[]): Promise<Contact[]> {
  return db.many(sql<Contact>`
    select ${CONTACT} from customers.contacts
    where company_id = ${db.companyId} and customer_id = any(${customerIds}) order by id`)
}

/** A page of customers, newest first; with `needle`, those whose name, code, e-mail, phone or contact holds it. */
export function listCustomers(db: Db, page: PageRequest, needle: string | undefined): Promise<Customer[]> {
  if (needle !== undefined) {
    const escaped = asStored(needle).replace(/[\\%_]/g, '\\$&')
    return db.many(sql<Customer>`
      select ${CUSTOMER} from customers.customers
      where company_id = ${db.companyId}
        and id in (select customers.search(${db.companyId}, ${escaped}, ${page.after}, ${page.limit + 1}))
      order by id desc`)
  }
  return db.many(sql<Customer>`
    select ${CUSTOMER} from customers.customers
    where company_id = ${db.companyId} and (${page.after}::uuid is null or id < ${page.after}::uuid)
    order by id desc limit ${page.limit + 1}`)
}

/** The customer that an imported document names: by its source's own id, else tax id, else exact name. */
export async function matchCustomer(
  db: Db,
  buyer: { name: string; taxId: string | null },
): Promise<Customer | undefined> {
  const found = await db.many(sql<Customer>`
    select ${CUSTOMER} from customers.customers
    where company_id = ${db.companyId} and ((${buyer.taxId}::text is not null and tax_id = ${buyer.taxId}) or name = ${buyer.name})
    order by (tax_id is not distinct from ${buyer.taxId}) desc, id limit 1`)
  return found[0]
}

/** A customer as a file of another system names it; `source` is that system. */
export interface ImportedCustomer {
  externalId: string | null
  name: string
  email: string | null
  taxId: string | null
}

/**
 * The customer that a file of another system names: by its id there, else by tax id, e-mail or exact name among those
 * that are not somebody else there.
 */
export async function matchImported(
  db: Db,
  source: string,
  { externalId, name, email, taxId }: ImportedCustomer,
): Promise<CustomerId | undefined> {
  const [found] = await db.many(sql<{ id: CustomerId }>`
    select id from customers.customers
    where company_id = ${db.companyId} and (
      (${externalId}::text is not null and source = ${source} and external_id = ${externalId})
      or ((${externalId}::text is null or source is distinct from ${source} or external_id is null)
        and (tax_id = ${taxId} or email = ${email} or name = ${name})))
    order by (source = ${source} and external_id = ${externalId}) is true desc, (tax_id = ${taxId}) is true desc,
      (email = ${email}) is true desc, id limit 1`)
  return found?.id
}

/** A needle that is a phone number, however it is written, is looked for as the digits that E.164 keeps. */
function asStored(needle: string): string {
  return /^[+(]?[\d\s().\-/]{4,}$/.test(needle) && /\d{3}/.test(needle) ? needle.replace(/\D/g, '') : needle
}
