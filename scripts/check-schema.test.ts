import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../test/support/test-database.ts'
import { findSchemaFaults, readSchemaRules, type SchemaRules } from './check-schema.ts'
import { neededGrants } from './schema/needed-grants.ts'

let database: TestDatabase
let owner: pg.Client
let rules: SchemaRules
let before: string[]

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  rules = readSchemaRules(join(import.meta.dirname, '..'))
  before = await findSchemaFaults(owner, rules)
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

/** What the check says of a migration, beyond what it said before; nothing of it is kept. */
async function faultsOf(migration: string, changed: Partial<SchemaRules> = {}): Promise<string[]> {
  await owner.query('begin')
  try {
    await owner.query(migration)
    const after = await findSchemaFaults(owner, { ...rules, ...changed })
    return after.filter((fault) => !before.includes(fault))
  } finally {
    await owner.query('rollback')
  }
}

const POLICY = "(company_id = current_setting('app.company_id')::uuid)"
const notes = (columns: string, policy = POLICY) => `
  create table payments.notes (company_id uuid not null, id uuid not null, ${columns});
  alter table payments.notes enable row level security;
  create policy tenant on payments.notes using ${policy};`
const KEY = 'primary key (company_id, id)'

describe('the check of the schema', () => {
  it('is content with a tenant table as it should be', async () => {
    const migration = `${notes(`text text, payment_id uuid, ${KEY}, unique (company_id, text),
      foreign key (company_id, payment_id) references payments.payments (company_id, id)`)}
      create view payments.notes_view with (security_invoker = true) as select * from payments.notes;
      grant select, insert on payments.notes to quittance_server;`
    const texts = ['insert into payments.notes (company_id) values ($1)']
    expect(await faultsOf(migration, { texts: [...rules.texts, ...texts] })).toEqual([])
  })

  it.each([
    ['a table without a company', 'create table payments.notes (id uuid primary key)', 'has no company_id'],
    ['another primary key', notes('primary key (id)'), 'its primary key is id'],
    ['a unique constraint over companies', notes(`text text unique, ${KEY}`), 'does not carry company_id'],
    [
      'a unique index over companies',
      `${notes(`text text, ${KEY}`)} create unique index words on payments.notes (lower(text))`,
      'unique index words does not carry company_id',
    ],
    [
      'a foreign key over companies',
      `alter table payments.payments add unique (id);
       ${notes(`payment_id uuid references payments.payments (id), ${KEY}`)}`,
      'foreign key notes_payment_id_fkey does not carry company_id',
    ],
    [
      'no row-level security',
      `${notes(KEY)} alter table payments.notes disable row level security`,
      'row-level security is not enabled',
    ],
    [
      'a policy with a default',
      notes(KEY, "(company_id = current_setting('app.company_id', true)::uuid)"),
      'policy tenant is not plainly',
    ],
    ['a policy that lets all through', notes(KEY, '(true)'), 'policy tenant is not plainly'],
    [
      'a trigger',
      `${notes(KEY)} create trigger t before insert on payments.notes for each row execute function suppress_redundant_updates_trigger()`,
      'has the trigger t',
    ],
    ['floating money', notes(`amount double precision, ${KEY}`), 'column amount is double precision'],
    ['time without its zone', notes(`at timestamp, ${KEY}`), 'column at is timestamp without time zone'],
    ['a grant to all', `${notes(KEY)} grant select on payments.notes to public`, 'public may select'],
    [
      'a grant to change the books',
      'grant update on ledger.entries to quittance_server',
      'it is append-only',
    ],
    [
      'a grant that nothing needs',
      `${notes(KEY)} grant delete on payments.notes to quittance_server`,
      'quittance_server may delete, and no statement',
    ],
    ['a grant to empty a table', 'grant truncate on payments.payments to quittance_server', 'may truncate'],
    ['a place to create in', 'grant create on schema payments to quittance_server', 'may create in it'],
    [
      'a foreign key up the rank',
      notes(`${KEY}, foreign key (company_id, id) references receivables.payables (company_id, id)`),
      'points up, to receivables.payables',
    ],
    [
      'a view past row-level security',
      'create view payments.open_view as select id from payments.payments',
      'past row-level security',
    ],
    [
      'a view of another module’s table',
      'create view payments.books_view with (security_invoker = true) as select id from ledger.entries',
      'and not a view of it',
    ],
    [
      'a view that reads upward',
      'create view ledger.up_view with (security_invoker = true) as select id from payments.payments_view',
      'of a higher module',
    ],
    [
      'a schema that is no module',
      'create schema extras; create function extras.one() returns int language sql as $$ select 1 $$',
      'extras is no module',
    ],
  ])('finds %s', async (_name, migration, words) => {
    expect(await faultsOf(migration)).toContainEqual(expect.stringContaining(words))
  })

  it('finds everything wrong with a careless definer function', async () => {
    const migration = `create function payments.peek() returns bigint language sql security definer
      as $$ select count(*) from payments.payments $$`
    expect(await faultsOf(migration)).toEqual([
      'payments.peek(): is security definer and not reviewed (scripts/definer-functions.json)',
      'payments.peek(): its search_path is not fixed; set it to pg_catalog, pg_temp',
      expect.stringContaining('public'),
    ])
  })

  it('finds a server that owns something', async () => {
    const migration =
      'grant create on schema lib to quittance_server; alter table lib.clock owner to quittance_server'
    expect(await faultsOf(migration)).toContain('quittance_server owns something')
  })

  it('finds a reviewed name that is gone', async () => {
    const globalTables = new Set([...rules.globalTables, 'lib.gone'])
    expect(await faultsOf('select 1', { globalTables })).toEqual([
      'lib.gone is in a reviewed list and not in the database',
    ])
  })
})

describe('what statements need to be granted', () => {
  it('is what they write, and update for what they lock', () => {
    const texts = [
      'with a as (delete from a.b where x) insert into c.d (x) values ($1) on conflict (x) do update set x = 1',
      'select 1 from e.f join g.h on true for update of f',
      "select 'delete from i.j'",
    ]
    expect([...neededGrants(texts)].sort()).toEqual([
      'a.b delete',
      'c.d insert',
      'c.d update',
      'e.f update',
      'g.h update',
    ])
  })
})
