import type { Key, Relation } from './catalogue.ts'

/** As PostgreSQL writes the one policy back; a second argument of current_setting would be a default. */
const POLICY = "(company_id = (current_setting('app.company_id'::text))::uuid)"
const TYPES_OF_NO_MONEY = new Set(['real', 'double precision', 'money'])

/** What keeps a table from holding one company's rows apart from another's, in words. */
export function tenancyFaults(table: Relation, globalTables: ReadonlySet<string>): string[] {
  const isGlobal = globalTables.has(table.name)
  const faults = [...shapeFaults(table), ...(isGlobal ? [] : tenantFaults(table, globalTables))]
  return faults.map((fault) => `${table.name}: ${fault}`)
}

function shapeFaults(table: Relation): string[] {
  return [
    ...table.triggers.map((name) => `has the trigger ${name}; what happens is written where it happens`),
    ...table.columns
      .filter(({ type }) => TYPES_OF_NO_MONEY.has(type))
      .map(({ name, type }) => `column ${name} is ${type}; money is bigint minor units, a rate is text`),
    ...table.columns
      .filter(({ type }) => type.endsWith('without time zone'))
      .map(({ name, type }) => `column ${name} is ${type}; time is UTC: timestamptz`),
  ]
}

function tenantFaults(table: Relation, globalTables: ReadonlySet<string>): string[] {
  const company = table.columns.find(({ name }) => name === 'company_id')
  if (!company) {
    return [
      'has no company_id, and is none of the tables that are global by nature (scripts/global-tables.json)',
    ]
  }
  const faults: string[] = []
  if (company.type !== 'uuid' || !company.isNotNull) faults.push('company_id is not "uuid not null"')
  const primary = table.keys.find(({ kind }) => kind === 'primary key')?.columns.join(', ') ?? 'missing'
  if (primary !== 'company_id, id') faults.push(`its primary key is ${primary}, and not company_id, id`)
  for (const { kind, columns, name } of table.keys) {
    if (kind === 'unique' && !columns.includes('company_id'))
      faults.push(`unique ${name} does not carry company_id`)
  }
  for (const { name, columns } of table.uniqueIndexes) {
    if (!columns.includes('company_id')) faults.push(`unique index ${name} does not carry company_id`)
  }
  const foreign = table.keys.filter(({ kind }) => kind === 'foreign key')
  faults.push(
    ...foreign
      .filter((key) => !carriesCompany(key, globalTables))
      .map(({ name }) => `foreign key ${name} does not carry company_id`),
  )
  return [...faults, ...policyFaults(table)]
}

function carriesCompany({ columns, target }: Key, globalTables: ReadonlySet<string>): boolean {
  if (target === null || globalTables.has(target.table)) return true
  const at = columns.indexOf('company_id')
  return at >= 0 && target.columns[at] === 'company_id'
}

function policyFaults({ hasRowSecurity, policies }: Relation): string[] {
  const faults: string[] = []
  if (!hasRowSecurity) faults.push('row-level security is not enabled')
  if (policies.length === 0) faults.push('has no policy')
  for (const { name, isPermissive, command, roles, using, check } of policies) {
    const isRight = using === POLICY && (check === null || check === POLICY)
    if (!isRight || !isPermissive || command !== 'ALL' || roles.join() !== 'public') {
      faults.push(
        `policy ${name} is not plainly "company_id = current_setting('app.company_id')::uuid" for all commands and roles`,
      )
    }
  }
  return faults
}
