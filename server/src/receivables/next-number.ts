import { type Statement, sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'

interface Series {
  series: string
  prefix: string
}

interface Numbered {
  sequence: bigint
  number: string
}

/**
 * Takes the next number of a series of the company's own. As a part of the statement that writes what is numbered, it
 * locks the counter's row until the commit, and a rollback takes the number back: so there are no gaps.
 */
export function nextNumber(tx: Tx, { series, prefix }: Series): Statement<Numbered> {
  return sql`
    insert into receivables.number_series as s (company_id, id, series, prefix, last_number)
    values (${tx.companyId}, ${newId()}, ${series}, ${prefix}, 1)
    on conflict (company_id, series) do update set last_number = s.last_number + 1
    returning last_number sequence, prefix || last_number number`
}

/** The same by itself, for what other modules number: others wait from here on, so write it next. */
export function takeNextNumber(tx: Tx, series: Series): Promise<Numbered> {
  return tx.one(nextNumber(tx, series))
}
