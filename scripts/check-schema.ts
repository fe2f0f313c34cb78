import { join } from 'node:path'
import type pg from 'pg'
import { readJson, readProductSql } from './check-statements.ts'
import { SERVER_ROLE, withMigratedDatabase } from './migrated-database.ts'
import { report } from './report.ts'
import { accessFaults, type Reviewed, roleFaults } from './schema/access-rules.ts'
import { readCatalogue } from './schema/catalogue.ts'
import { neededGrants } from './schema/needed-grants.ts'
import { rankFaults } from './schema/rank-rules.ts'
import { tenancyFaults } from './schema/tenancy-rules.ts'

export interface SchemaRules extends Reviewed {
  order: readonly string[]
  /** The product's SQL: nothing is granted that none of it does. */
  texts: readonly string[]
}

export function readSchemaRules(root: string): SchemaRules {
  const reviewed = (path: string) => new Set(Object.keys(readJson<Record<string, string>>(root, path)))
  return {
    order: readJson(root, 'module-order.json'),
    globalTables: reviewed('scripts/global-tables.json'),
    appendOnly: reviewed('scripts/append-only-tables.json'),
    definers: reviewed('scripts/definer-functions.json'),
    texts: readProductSql(root).found.map(({ text }) => text),
  }
}

/** Everything in a migrated database that breaks design §5 and §11, in words. */
export async function findSchemaFaults(owner: pg.Client, rules: SchemaRules): Promise<string[]> {
  const catalogue = await readCatalogue(owner)
  const tables = catalogue.relations.filter(({ kind }) => kind === 'table')
  // What a function does that runs as its caller, the caller must be granted.
  const invoked = catalogue.functions.filter(({ isDefiner }) => !isDefiner).map(({ body }) => body)
  const needed = neededGrants([...rules.texts, ...invoked])
  return [
    ...tables.flatMap((table) => tenancyFaults(table, rules.globalTables)),
    ...rankFaults(catalogue, rules.order),
    ...accessFaults(catalogue, rules, SERVER_ROLE, needed),
    ...(await roleFaults(owner, SERVER_ROLE)),
  ]
}

if (import.meta.main) {
  const rules = readSchemaRules(join(import.meta.dirname, '..'))
  const faults = await withMigratedDatabase(({ owner }) => findSchemaFaults(owner, rules))
  report(
    faults,
    'Every table keeps its companies apart, points down the rank and grants no more than is needed',
  )
}
