import { type Customer, type CustomerId, findCustomers, listContacts } from '../../customers/index.ts'
import { ownCompany } from '../../identity/index.ts'
import { type Db, sql } from '../../lib/db/index.ts'
import { type DomainError, NotFound } from '../../lib/errors.ts'
import { type InvoiceId, listOwed, PaymentUnderWay } from '../../receivables/index.ts'
import { AskedAlready, NothingToAsk } from '../errors.ts'
import type { BulkOrder } from './bulk-order.ts'
import type { LeftOut, Ticked } from './bulk-sends.queries.ts'

/** What one customer is to get, in one currency. */
export interface PlannedItem {
  customerId: CustomerId
  customerName: string
  currency: string
  /** Where it goes: the address given, else the customer's; null where there is none. */
  recipient: string | null
  /** The address given, or a contact's; null: the customer's own. */
  email: string | null
  /** Minor units. */
  amount: bigint
  invoices: readonly (Owed & { why: LeftOut | null })[]
}

interface Owed extends Omit<Ticked, 'isAsked'> {
  number: string
  customerId: CustomerId
  currency: string
}

/**
 * Groups what is to be sent by customer and currency, in the order of the customers' names: each group becomes one link
 * for its sum, or one statement. Throws where one of the ids is not of this company.
 */
export async function planItems(db: Db, { what, emails }: BulkOrder): Promise<PlannedItem[]> {
  const groups =
    what.kind === 'payment_links'
      ? await groupInvoices(db, [...new Set(what.invoiceIds)])
      : await groupOwed(db, [...new Set(what.customerIds)], what.options.asOf)
  const ids = [...new Set([...groups.map(({ customerId }) => customerId), ...emails.keys()])]
  const customers = new Map((await findCustomers(db, ids)).map((customer) => [customer.id, customer]))
  if (customers.size !== ids.length) throw new NotFound('customer')
  const contacts = await firstAddresses(db, [...customers.values()])
  return groups
    .map((group) => {
      const customer = customers.get(group.customerId)
      const email = emails.get(group.customerId) ?? contacts.get(group.customerId) ?? null
      return {
        ...group,
        customerName: customer?.name ?? '',
        email,
        recipient: email ?? customer?.email ?? null,
      }
    })
    .sort((a, b) => (a.customerName < b.customerName ? -1 : a.customerName > b.customerName ? 1 : 0))
}

/** Of customers without an address: the first of their contacts. */
async function firstAddresses(db: Db, customers: readonly Customer[]): Promise<Map<CustomerId, string>> {
  const without = customers.filter(({ email }) => email === null).map(({ id }) => id)
  const contacts = without.length === 0 ? [] : await listContacts(db, without)
  const found = contacts.flatMap(({ customerId, email }) =>
    email === null ? [] : [[customerId, email] as const],
  )
  return new Map(found.toReversed())
}

type Group = Pick<PlannedItem, 'customerId' | 'currency' | 'amount' | 'invoices'>

async function groupInvoices(db: Db, ids: readonly InvoiceId[]): Promise<Group[]> {
  const owed = await db.many(sql<Owed>`
    select id, label number, customer_id "customerId", currency, open, in_flight "inFlight", voided
    from receivables.payables_view
    where company_id = ${db.companyId} and id = any(${ids}) and kind = 'invoice' order by id`)
  if (owed.length !== ids.length) throw new NotFound('invoice')
  const groups = Map.groupBy(owed, ({ customerId, currency }) => `${customerId} ${currency}`)
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const invoices = own.map((invoice) => ({ ...invoice, why: whyLeftOut({ ...invoice, isAsked: false }) }))
    const amount = invoices.reduce((sum, { open, why }) => (why === null ? sum + open : sum), 0n)
    return [{ customerId: first.customerId, currency: first.currency, amount, invoices }]
  })
}

/** Why an invoice is not asked for, if so: it is settled or void, somebody pays it now, or another one asks for it. */
export function whyLeftOut({ open, inFlight, voided, isAsked }: Omit<Ticked, 'id'>): LeftOut | null {
  if (open === 0n) return voided > 0n ? 'not_owed' : 'paid'
  if (inFlight > 0n) return 'being_paid'
  return isAsked ? 'asked_already' : null
}

/** The refusal where all that was ticked of a customer is left out. */
export function nothingLeft(invoices: readonly { why: LeftOut | null }[]): DomainError {
  const whys = new Set(invoices.map(({ why }) => why))
  if (whys.has('being_paid'))
    return new PaymentUnderWay('Somebody is paying this right now. Nothing was sent; wait for the result.')
  if (whys.has('asked_already'))
    return new AskedAlready(
      'Another bulk send that ran beside this one asked for it. Nothing was sent twice.',
    )
  return new NothingToAsk('Nothing is owed on this (any more), so it gets no link. Nothing was sent.')
}

/** Who owes nothing gets a statement that says so. */
async function groupOwed(db: Db, ids: readonly CustomerId[], asOf: string): Promise<Group[]> {
  const { currency, timeZone } = await ownCompany(db)
  const owed = Map.groupBy(await listOwed(db, { day: asOf, timeZone }, ids), ({ customerId }) => customerId)
  return ids.flatMap((customerId) =>
    (owed.get(customerId) ?? [{ currency, open: 0n }]).map((each) => ({
      customerId,
      currency: each.currency,
      amount: each.open > 0n ? each.open : 0n,
      invoices: [],
    })),
  )
}
