import { type CustomerId, createCustomer, type ImportedCustomer, matchImported } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'

/**
 * The customers of a file: those that are known by its source's id, tax id, e-mail or name, and new ones for the rest.
 * With `isDryRun` they are counted and not created.
 */
export async function bringCustomers(
  tx: Tx,
  actor: Actor,
  source: string,
  customers: readonly ImportedCustomer[],
  isDryRun: boolean,
): Promise<{ ids: Map<string, CustomerId>; created: number }> {
  const ids = new Map<string, CustomerId>()
  const wanted = new Map(customers.map((customer) => [keyOf(customer), customer]))
  let created = 0
  // One after the other: the second line of a customer finds what the first one made.
  for (const [key, customer] of wanted) {
    const found = await matchImported(tx, source, customer)
    if (found === undefined) created++
    if (found !== undefined) ids.set(key, found)
    else if (!isDryRun) ids.set(key, await newCustomer(tx, actor, source, customer))
  }
  return { ids, created }
}

async function newCustomer(
  tx: Tx,
  actor: Actor,
  source: string,
  { externalId, name, email, taxId }: ImportedCustomer,
): Promise<CustomerId> {
  const made = await createCustomer(tx, actor, {
    name,
    email,
    taxId,
    ...(externalId === null ? {} : { source, externalId }),
  })
  return made.id
}

/** What tells the customers of a file apart. */
export function keyOf({ externalId, name, email, taxId }: ImportedCustomer): string {
  return externalId === null ? JSON.stringify([name, email, taxId]) : JSON.stringify(externalId)
}
