import type pg from 'pg'
import { InvariantBroken } from '../errors.ts'
import type { Wiring } from '../events.ts'
import type { CompanyId } from '../ids.ts'
import type { GlobalDb, Tx, Write } from './access.ts'
import { send } from './send.ts'
import type { Statement } from './sql.ts'

/** What a transaction keeps until it commits. */
export interface Kept {
  rows: Map<Write<never>, never[]>
  hooks: Set<() => void>
}

/** A statement as the driver takes it. */
export function query(statement: Statement): pg.QueryConfig {
  return statement.name === ''
    ? { text: statement.text, values: [...statement.values] }
    : { name: statement.name, text: statement.text, values: [...statement.values] }
}

/** Reads by whatever runs a statement. */
export function reader(run: (statement: Statement) => Promise<pg.QueryResult>): GlobalDb {
  const many = async <Row>(statement: Statement<Row>): Promise<Row[]> => (await run(statement)).rows as Row[]
  const maybe = async <Row>(statement: Statement<Row>): Promise<Row | undefined> => {
    const rows = await many(statement)
    if (rows.length > 1) throw new InvariantBroken(`${rows.length} rows where one was expected.`)
    return rows[0]
  }
  const one = async <Row>(statement: Statement<Row>): Promise<Row> => {
    const row = await maybe(statement)
    if (row === undefined) throw new InvariantBroken('No row where one was expected.')
    return row
  }
  return { many, maybe, one }
}

/** What an operation writes with, on a connection whose transaction is begun; refuses what comes once it is over. */
export function transaction(
  client: pg.PoolClient,
  companyId: CompanyId,
  wiring: Wiring,
  kept: Kept,
  scope: { open: boolean },
): Tx {
  // A statement that comes after the end would run on somebody else's transaction.
  const run = async (statement: Statement) => {
    if (!scope.open) throw new InvariantBroken('A statement came after the end of its transaction.')
    return send(client, query(statement))
  }
  const tx = {
    ...reader(run),
    companyId,
    wiring,
    change: async (statement: Statement, ...expected: [rows?: number | undefined]) => {
      const { rowCount } = await run(statement)
      const rows = expected.length === 0 ? 1 : expected[0]
      if (rows !== undefined && rowCount !== rows) {
        throw new InvariantBroken(`${rowCount} rows changed where ${rows} had to.`)
      }
      return rowCount ?? 0
    },
    append: (write: Write<never>, row: never) => {
      const rows = kept.rows.get(write)
      if (rows === undefined) kept.rows.set(write, [row])
      else rows.push(row)
    },
    afterCommit: (hook: () => void) => {
      kept.hooks.add(hook)
    },
  }
  return tx as unknown as Tx
}
