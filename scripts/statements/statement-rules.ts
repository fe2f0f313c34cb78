import type { FoundSql } from './read-statements.ts'

/** What the rules know of the house. */
export interface House {
  /** Modules from low to high; a module's schema has its name. */
  order: readonly string[]
  globalTables: ReadonlySet<string>
  /** Files that may ask the database for the time, each with the reason. */
  systemTime: Readonly<Record<string, string>>
}

interface Reference {
  schema: string
  name: string
  isCall: boolean
  /** The word before it: from, join, into, update, using… */
  before: string
  alias: string | undefined
}

const KEYWORDS = new Set(
  (
    'where on set join left right inner cross full natural order group limit offset for using values select returning ' +
    'union having window as and or not default when then end lateral except intersect with'
  ).split(' '),
)
const SYSTEM_TIME =
  /\b(now|clock_timestamp|transaction_timestamp|statement_timestamp|timeofday)\s*\(|\b(current_(date|time|timestamp)|local(time|timestamp))\b/i

/** Each rule of the house that the SQL of the product breaks, in words. */
export function findBrokenRules(found: readonly FoundSql[], house: House): string[] {
  const broken = found.flatMap((sql) => {
    const text = withoutLiterals(sql.text)
    const references = referencesIn(text, house)
    return [
      ...foreignNames(sql, references, house),
      ...(sql.isWhole ? missingCompany(text, references, house) : []),
      ...systemTime(sql, text, house),
    ].map((words) => `${sql.path}:${sql.line}: ${words}`)
  })
  return [...new Set([...broken, ...unusedReasons(found, house)])]
}

/** The schema-qualified tables, views and functions of a text. */
function referencesIn(text: string, house: Pick<House, 'order'>): Reference[] {
  const schemas = [...house.order, 'graphile_worker', 'public', 'pg_temp'].join('|')
  const pattern = new RegExp(
    `(?:(\\w+)\\s+(?:only\\s+)?)?\\b(${schemas})\\.(\\w+)(\\s*\\()?(?:\\s+(?:as\\s+)?(\\w+))?`,
    'gi',
  )
  return [...text.matchAll(pattern)].map(([, before = '', schema = '', name = '', paren, alias]) => ({
    schema: schema.toLowerCase(),
    name: name.toLowerCase(),
    isCall: paren !== undefined && before.toLowerCase() !== 'into',
    before: before.toLowerCase(),
    alias: alias && !KEYWORDS.has(alias.toLowerCase()) ? alias.toLowerCase() : undefined,
  }))
}

export function withoutLiterals(text: string): string {
  return text.replace(/--[^\n]*/g, ' ').replace(/'(?:[^']|'')*'/g, "''")
}

function foreignNames(sql: FoundSql, references: Reference[], { order }: House): string[] {
  const own = /^server\/src\/([^/]+)\//.exec(sql.path)?.[1] ?? ''
  return references.flatMap(({ schema, name, isCall }) => {
    if (schema === own) return []
    const full = `${schema}.${name}`
    if (!order.includes(schema)) return own === 'lib' ? [] : [`it names ${full}, which no module owns`]
    if (order.indexOf(schema) > order.indexOf(own)) return [`it names ${full} of a higher module`]
    if (isCall || name.endsWith('_view')) return []
    return [`it names ${full} of another module; that module publishes a view (…_view) or a function`]
  })
}

/** Every tenant table is held to one company, and one company is given to the statement. */
function missingCompany(text: string, references: Reference[], { globalTables }: House): string[] {
  const tenants = references.filter(
    ({ schema, name, isCall }) =>
      !isCall && schema !== 'graphile_worker' && !globalTables.has(`${schema}.${name}`),
  )
  if (tenants.length === 0) return []
  const column = '(?:company_id|"companyId")'
  const compared = (alias: string) =>
    new RegExp(
      `${alias}${column}\\s*=|=\\s*${alias}${column}|\\(\\s*${alias}${column}[^()]*\\)\\s*(?:=|in\\b)|using\\s*\\(\\s*company_id`,
      'i',
    ).test(text)
  const broken: string[] = []
  for (const { schema, name, before, alias } of tenants) {
    if (before === 'into') {
      if (
        !new RegExp(`into\\s+${schema}\\.${name}\\s*(?:as\\s+\\w+\\s*)?\\(\\s*company_id\\b`, 'i').test(text)
      ) {
        broken.push(`it inserts into ${schema}.${name} without naming company_id first`)
      }
    } else if (
      !compared(alias === undefined ? '(?:\\b\\w+\\.)?' : `\\b${alias}\\.`) &&
      !compared('(?<![.\\w])')
    ) {
      broken.push(`it reads ${schema}.${name}${alias ? ` ${alias}` : ''} without comparing its company_id`)
    }
  }
  const reads = tenants.some(({ before }) => before !== 'into')
  const isGiven = new RegExp(
    `${column}\\s*=\\s*(?:\\$\\d|current_setting\\(''\\)::uuid)|\\$\\d+(?:::uuid)?\\s*=\\s*\\w*\\.?${column}|${column}[^()]*\\)\\s*(?:=|in)\\s*\\(+\\s*(?:select|values)?\\s*\\(*\\$`,
    'i',
  )
  if (reads && broken.length === 0 && !isGiven.test(text))
    broken.push('no company_id in it is compared with a value')
  return broken
}

function systemTime(sql: FoundSql, text: string, { systemTime: reasons }: House): string[] {
  const word = SYSTEM_TIME.exec(text)?.[0]
  if (word === undefined || sql.path in reasons) return []
  return [
    `it takes the time from ${word.replace(/\s*\($/, '()')}; business time comes from businessClock as a value`,
  ]
}

function unusedReasons(found: readonly FoundSql[], { systemTime: reasons }: House): string[] {
  const used = new Set(
    found.filter(({ text }) => SYSTEM_TIME.test(withoutLiterals(text))).map(({ path }) => path),
  )
  return Object.keys(reasons)
    .filter((path) => !used.has(path))
    .map((path) => `scripts/system-time.json: ${path} takes no time from the database; take its line out`)
}
