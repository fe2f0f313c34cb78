import type { Actor } from '../lib/actor.ts'
import { type Db, sql, type Tx } from '../lib/db/index.ts'
import { createCustomer } from './create-customer.ts'
import type { CsvCustomer } from './csv/read-customers.ts'
import type { CustomerId } from './customers.queries.ts'

export interface ImportedCustomers {
  imported: { id: CustomerId | null; name: string }[]
  /** Lines whose customer is there already, by its id here, its code or its id in its source: it stays as it is. */
  known: number[]
}

/** So many are on their way at once: more only wait for each other. */
const AT_ONCE = 100

/**
 * Creates the customers of a file, all or none. Those that are there already are left alone, so a file may be sent
 * again and again. With `isDryRun` nothing is written, and the answer is the same but for the ids.
 */
export async function importCustomers(
  tx: Tx,
  actor: Actor,
  file: { source: string; customers: readonly CsvCustomer[]; isDryRun: boolean },
): Promise<ImportedCustomers> {
  const isKnown = await knownIn(tx, file.source, file.customers)
  const fresh = file.customers.filter((each) => !isKnown(each))
  const imported: ImportedCustomers['imported'] = []
  for (let start = 0; start < fresh.length; start += AT_ONCE) {
    const made = fresh.slice(start, start + AT_ONCE).map(async ({ customer }) => ({
      id: file.isDryRun ? null : (await createCustomer(tx, actor, customer)).id,
      name: customer.name,
    }))
    imported.push(...(await Promise.all(made)))
  }
  return { imported, known: file.customers.filter(isKnown).map(({ line }) => line) }
}

async function knownIn(
  db: Db,
  source: string,
  customers: readonly CsvCustomer[],
): Promise<(each: CsvCustomer) => boolean> {
  const of = (name: 'code' | 'externalId') => customers.flatMap(({ customer }) => customer[name] ?? [])
  const [own, codes, ids] = await Promise.all([
    db.many(sql<{ value: string }>`
      select id value from customers.customers
      where company_id = ${db.companyId} and id = any(${customers.flatMap(({ id }) => id ?? [])})`),
    db.many(sql<{ value: string }>`
      select code value from customers.customers where company_id = ${db.companyId} and code = any(${of('code')})`),
    db.many(sql<{ value: string }>`
      select external_id value from customers.customers
      where company_id = ${db.companyId} and source = ${source} and external_id = any(${of('externalId')})`),
  ])
  const [byOwn, byCode, byId] = [own, codes, ids].map((rows) => new Set(rows.map(({ value }) => value)))
  return ({ id, customer }) =>
    (byOwn?.has(id ?? '') ?? false) ||
    (byCode?.has(customer.code ?? '') ?? false) ||
    (byId?.has(customer.externalId ?? '') ?? false)
}
