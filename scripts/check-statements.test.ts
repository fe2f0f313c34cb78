// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources to be read
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../test/support/test-database.ts'
import { SERVER_ROLE } from './migrated-database.ts'
import { proveStatements } from './statements/prove-statements.ts'
import { type FoundSql, type ReadSql, readStatements } from './statements/read-statements.ts'
import { findBrokenRules, type House } from './statements/statement-rules.ts'
import { parse } from './statements/syntax-tree.ts'

const PATH = 'server/src/payments/payments.queries.ts'
const house: House = {
  order: ['lib', 'ledger', 'payments', 'receivables'],
  globalTables: new Set(['payments.processor_events']),
  systemTime: {},
}

function read(text: string, others: Record<string, string> = {}): ReadSql {
  return readStatements(Object.entries({ [PATH]: text, ...others }).map(([path, each]) => parse(path, each)))
}

function broken(statement: string): string[] {
  return findBrokenRules(read(`export const s = (a, b) => sql\`${statement}\``).found, house)
}

describe('reading statements from the source', () => {
  const texts = (source: string, others?: Record<string, string>) =>
    read(source, others)
      .found.filter(({ isWhole }) => isWhole)
      .map(({ text }) => text)

  it('numbers values and writes constants out, of this file and of others', () => {
    const source = `
      import { KEY } from './index.ts'
      const LIVE = raw('state = 1')
      const ALSO = LIVE
      export const find = (id: string) => sql<Row>\`select \${KEY} from t where id = \${id} and \${ALSO} limit \${1}\``
    const others = {
      'server/src/payments/index.ts': "export { COLUMNS as KEY } from './columns.ts'",
      'server/src/payments/columns.ts': "export const COLUMNS = raw('id, state')",
    }
    expect(texts(source, others)).toEqual(['select id, state from t where id = $1 and state = 1 limit $2'])
  })

  it('takes all that a list of conditions may hold, and both ways of a condition', () => {
    const source = `
      export function list(db, filter) {
        const where = [sql\`a = \${db.a}\`]
        if (filter.b) where.push(sql\`b = \${filter.b}\`)
        const order = filter.up ? sql\`asc\` : sql\`desc\`
        return sql\`select 1 from t where \${join(where, ' and ')} order by c \${order}\`
      }`
    expect(texts(source)).toEqual([
      'select 1 from t where a = $1 and b = $2 order by c asc',
      'select 1 from t where a = $1 and b = $2 order by c desc',
    ])
  })

  it('says which part of a statement only a running program knows', () => {
    const { found } = read('export const f = (part: Statement) => sql`select 1 where ${part}`')
    expect(found).toMatchObject([{ text: 'select 1 where ', unread: ['part'] }])
  })

  it.each([
    [
      'raw() of what is no constant',
      'export const f = (order: string) => sql`select 1 order by ${raw(order)}`',
    ],
    ['raw() of a text with a value', 'export const f = (order: string) => raw(`order by ${order}`)'],
    ['a statement written out as an object', "export const F = { text: 'a', name: '', values: [] }"],
    ['a query past the tag', "export const f = (pool) => pool.query('select 1')"],
  ])('refuses %s', (_name, source) => {
    expect(read(source).interpolations).toHaveLength(1)
  })
})

describe('the rules of statements', () => {
  it.each([
    'select id from payments.payments where company_id = ${a} and id = ${b}',
    'select p.id from payments.payments p join payments.refunds r on r.company_id = p.company_id where p.company_id = ${a}',
    'insert into payments.payments (company_id, id) values (${a}, ${b}) on conflict (company_id, id) do nothing',
    'select amount from ledger.movements_view where "companyId" = ${a}',
    'select lib.enqueue(${a}, 1)',
    'update payments.processor_events set state = 1 where id = ${a}',
    "select 'now()' from payments.payments where company_id = ${a} -- not now()",
  ])('are kept by: %s', (statement) => {
    expect(broken(statement)).toEqual([])
  })

  it.each([
    ['select id from payments.payments where id = ${a}', 'without comparing its company_id'],
    ['select company_id, id from payments.payments where id = ${a}', 'without comparing its company_id'],
    [
      'select p.id from payments.payments p join payments.refunds r on r.payment_id = p.id where p.company_id = ${a}',
      'payments.refunds r without comparing',
    ],
    ['select 1 from payments.payments p where p.company_id = p.company_id', 'compared with a value'],
    ['insert into payments.payments (id) values (${a})', 'without naming company_id first'],
    ['update payments.payments set state = 1 where id = ${a}', 'without comparing its company_id'],
    ['delete from payments.payments where id = ${a}', 'without comparing its company_id'],
    ['select 1 from ledger.entries where company_id = ${a}', 'of another module'],
    ['select 1 from receivables.payables_view where company_id = ${a}', 'of a higher module'],
    [
      'select 1 from payments.payments where company_id = ${a} and at < now()',
      'it takes the time from now()',
    ],
    ['select current_date', 'it takes the time from current_date'],
  ])('are broken by: %s', (statement, words) => {
    expect(broken(statement)).toEqual([expect.stringContaining(words)])
  })

  it('want a reason taken out when nothing needs it any more', () => {
    expect(findBrokenRules([], { ...house, systemTime: { [PATH]: 'why' } })).toEqual([
      expect.stringContaining('take its line out'),
    ])
  })
})

describe('the proof by PostgreSQL', () => {
  let database: TestDatabase
  let server: pg.Client
  beforeAll(async () => {
    database = await createTestDatabase()
    server = new pg.Client({ connectionString: database.serverUrl })
    await server.connect()
    await server.query(`set role ${SERVER_ROLE}`)
  })
  afterAll(async () => {
    await server.end()
    await database.drop()
  })

  const prove = (text: string) => {
    const sql: FoundSql = { path: PATH, line: 1, text, unread: [], isWhole: true }
    return proveStatements(server, [sql])
  }

  it('accepts a statement that can run', async () => {
    const { failures, proven } = await prove('select id from ledger.entries where company_id = $1 limit $2')
    expect({ failures, proven }).toEqual({ failures: [], proven: 1 })
  })

  it('makes temporary tables before the statements on them, where the server may', async () => {
    await server.query('set role none')
    const { failures } = await proveStatements(server, [
      { path: PATH, line: 1, text: 'select id from seen', unread: [], isWhole: true },
      { path: PATH, line: 2, text: 'create temporary table seen (id uuid)', unread: [], isWhole: true },
    ])
    await server.query(`set role ${SERVER_ROLE}`)
    expect(failures).toEqual([])
  })

  it.each([
    ['a misspelt column', 'select idd from ledger.entries', 'column "idd" does not exist'],
    ['a missing grant', 'update ledger.entries set kind = $1', 'permission denied'],
    ['values without a type', 'select sha256($1 || $2)', 'function sha256(text) does not exist'],
  ])('refuses %s', async (_name, text, words) => {
    expect((await prove(text)).failures).toEqual([expect.stringContaining(words)])
  })
})
