import type pg from 'pg'
import { testAccounts } from '../../sandbox/src/processor/bank-accounts.ts'
import { testCards } from '../../sandbox/src/processor/cards.ts'

/** Of every account that a payer may enter. */
const ROUTING_NUMBERS = ['110000000']

const grouped = testCards.map(({ number }) => number.match(/.{1,4}/g)?.join('[ .-]?'))
const accounts = testAccounts.map(({ number }) => number)

/**
 * What payers enter, however a person would group a card's digits; alone, for an amount may hold the digits too, and an
 * id may end with those of an account.
 */
const ENTERED = [
  `(^|[^0-9])(${[...grouped, ...ROUTING_NUMBERS].join('|')})([^0-9]|$)`,
  `(^|[^0-9-])(${accounts.join('|')})([^0-9]|$)`,
].join('|')

const PLACES = `
  select format('%I.%I', n.nspname, c.relname) place,
    array_agg(format('%I', a.attname)) filter (where t.typname = 'bytea') bytes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
  group by 1 having bool_or(t.typname in ('text', 'varchar', 'json', 'jsonb', 'bytea', '_text'))`

/**
 * The tables, those of the jobs among them, that hold a number of a card or of a bank account which the sandbox takes,
 * or a bank's routing number: in any column, in JSON and in kept bodies. Each world asks when it ends, so that all that
 * all tests do is searched.
 */
export async function tablesWithNumbers(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ place: string; bytes: string[] | null }>(PLACES)
  const searches = rows.map(({ place, bytes }) => {
    const kept = ['r::text', ...(bytes ?? []).map((column) => `encode(r.${column}, 'escape')`)]
    const holds = kept.map((text) => `${text} ~ $1`).join(' or ')
    return `select '${place}' place where exists (select from ${place} r where ${holds})`
  })
  const found = await owner.query<{ place: string }>(searches.join(' union all '), [ENTERED])
  return found.rows.map(({ place }) => place)
}

/** The same in a text. */
export function hasNumber(text: string): boolean {
  return new RegExp(ENTERED).test(text)
}
