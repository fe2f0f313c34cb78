import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { FoundSql } from './read-statements.ts'

const MAKES_TEMPORARY = /^\s*create\s+temp(orary)?\s/i

/**
 * Has PostgreSQL plan every whole statement as the server's role, with nothing run: a misspelt column, a
 * value without a type and a missing grant fail here. Returns what failed, in words. Statements with parts
 * that only a running program knows are left out; `unproven` counts them.
 */
export async function proveStatements(
  server: pg.Client,
  found: readonly FoundSql[],
): Promise<{ failures: string[]; proven: number; unproven: string[] }> {
  const whole = found.filter(({ isWhole }) => isWhole)
  const proven = whole.filter(({ unread }) => unread.length === 0).sort(temporaryTablesFirst)
  await server.query("select set_config('app.company_id', $1, false)", [randomUUID()])
  const failures: string[] = []
  for (const { path, line, text } of proven) {
    try {
      // A temporary table has to be there for the statements on it; nothing else is run.
      await server.query(MAKES_TEMPORARY.test(text) ? text : `explain (generic_plan) ${text}`)
    } catch (error) {
      failures.push(`${path}:${line}: PostgreSQL refuses it: ${(error as Error).message}`)
    }
  }
  const unproven = whole.filter(({ unread }) => unread.length > 0)
  return {
    failures,
    proven: proven.length,
    unproven: unproven.map(({ path, line, unread }) => `${path}:${line}: ${unread.join(', ')}`),
  }
}

function temporaryTablesFirst(a: FoundSql, b: FoundSql): number {
  return Number(MAKES_TEMPORARY.test(b.text)) - Number(MAKES_TEMPORARY.test(a.text))
}
