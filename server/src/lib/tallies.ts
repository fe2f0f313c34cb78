import { generatePrimeSync, randomBytes } from 'node:crypto'
import { type Db, raw, type Statement, sql } from './db/index.ts'
import { InvariantBroken } from './errors.ts'

/**
 * One pass over a table that adds up what proofs compare (ADR 18). It gives one row with one column, `sums`: a JSON
 * object of whole numbers as text, by names that begin with what was added up. A table that is read in parts has a
 * statement for each.
 *
 * Two tables say the same of each of their keys when Σ weight(key) × amount is the same in both, to a prime modulus. The
 * weights are 31 bits of a hash, and hash and prime are drawn anew for every run: a difference, of whatever keys and
 * amounts, goes unseen by chance once in 2,000,000,000 runs. Nothing is joined, grouped, sorted or kept for it.
 */
export type Tally = (db: Db, key: TallyKey) => Statement | Promise<readonly Statement[]>

export interface TallyKey {
  seed: bigint
  /** A prime of 32 bits: what it leaves of an amount, times a weight, fits a bigint. */
  modulus: bigint
}

/** What the tallies of one run came to. */
export class Sums {
  readonly #sums = new Map<string, bigint>()
  readonly #modulus: bigint

  constructor(parts: Iterable<[string, string]>, modulus: bigint) {
    for (const [name, part] of parts) this.#sums.set(name, (this.#sums.get(name) ?? 0n) + BigInt(part))
    this.#modulus = modulus
  }

  /** Whether the first is what the others come to together. */
  agree(one: string, ...others: string[]): boolean {
    const difference = others.reduce((rest, other) => rest - this.#of(other), this.#of(one))
    return difference % this.#modulus === 0n
  }

  areZero(...names: string[]): boolean {
    return names.every((name) => this.agree(name))
  }

  #of(name: string): bigint {
    const sum = this.#sums.get(name)
    if (sum === undefined) throw new InvariantBroken(`No tally adds up ${name}.`)
    return sum
  }
}

/**
 * Takes all tallies, side by side on the connections, which are of one state of the books: each takes the next that
 * nobody has taken yet, so the longest should come first. PostgreSQL's own workers would begin with nothing in memory.
 * Joins follow the indexes, whose order is nearly that of the rows, so that they need no memory.
 */
export async function takeTallies(dbs: readonly Db[], tallies: readonly Tally[]): Promise<Sums> {
  const key = {
    seed: randomBytes(8).readBigInt64BE(),
    modulus: generatePrimeSync(32, { bigint: true }),
  }
  const [first] = dbs
  if (first === undefined) throw new InvariantBroken('There is no connection to take tallies by.')
  const left = (await Promise.all(tallies.map((tally) => tally(first, key)))).flat()
  const parts: [string, string][] = []
  await Promise.all(
    dbs.map(async (db) => {
      await db.many(sql`
        select set_config('jit', 'off', true), set_config('enable_hashjoin', 'off', true),
          set_config('max_parallel_workers_per_gather', '0', true)`)
      for (let tally = left.shift(); tally !== undefined; tally = left.shift()) {
        for (const { sums } of await db.many(tally as Statement<{ sums: Record<string, string> }>))
          parts.push(...Object.entries(sums))
      }
    }),
  )
  await first.many(sql`select set_config('enable_hashjoin', 'on', true)`)
  return new Sums(parts, key.modulus)
}

/**
 * The company, said as row-level security says it, for tallies that join by an index: of two conditions that are one,
 * PostgreSQL keeps one. Said as a value, each row of each table would pass another step. A table that is read whole
 * compares it row by row, which is faster with the value.
 */
export const THIS_COMPANY: Statement = raw("current_setting('app.company_id')::uuid")

/** The weight of a key, a signed number of 31 bits. */
export function weight(id: Statement, seed: Statement | bigint): Statement {
  return sql`(uuid_hash_extended(${id}, ${seed}) >> 33)`
}

/** A seed of its own for each currency, where a key's sums are not to be mixed between them. */
export function currencySeed(currency: Statement, { seed }: TallyKey): Statement {
  return sql`hashbpcharextended(${currency}, ${seed})`
}

/** A weight times what the modulus leaves of an amount. */
export function weighed(weight: Statement, amount: Statement, { modulus }: TallyKey): Statement {
  return sql`${weight} * (${amount} % ${modulus}::bigint)`
}

/** The sum of the products, as text. */
export function total(products: Statement, where: Statement): Statement {
  return sql`coalesce(sum(${products}) filter (where ${where}), 0)::text`
}
