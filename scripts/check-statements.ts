import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './check-names.ts'
import { SERVER_ROLE, withMigratedDatabase } from './migrated-database.ts'
import { report } from './report.ts'
import { proveStatements } from './statements/prove-statements.ts'
import { type ReadSql, readStatements } from './statements/read-statements.ts'
import { findBrokenRules, type House } from './statements/statement-rules.ts'
import { parse } from './statements/syntax-tree.ts'

const TESTS = /\.(test|fixture|bench)\.ts$|\/testing\//
/** These speak to PostgreSQL as its owner, before there is a company. */
const OWNERS = /^server\/src\/lib\/(migrate\.ts|postgres\/|db\/)/

export function readJson<T>(root: string, path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

export function readHouse(root: string): House {
  return {
    order: readJson(root, 'module-order.json'),
    globalTables: new Set(Object.keys(readJson(root, 'scripts/global-tables.json'))),
    systemTime: readJson(root, 'scripts/system-time.json'),
  }
}

/** All SQL of the product. */
export function readProductSql(root: string): ReadSql {
  const files = sourceFiles(root).filter(
    (path) => path.startsWith('server/src/') && !TESTS.test(path) && !OWNERS.test(path),
  )
  return readStatements(files.map((path) => parse(path, readFileSync(join(root, path), 'utf8'))))
}

/** With `--prove`, PostgreSQL plans each statement too; with `--list`, they are printed. */
async function main(root: string, options: readonly string[]): Promise<void> {
  const { found, interpolations } = readProductSql(root)
  const differences = [...interpolations, ...findBrokenRules(found, readHouse(root))]
  const whole = found.filter(({ isWhole }) => isWhole)
  if (options.includes('--list'))
    for (const { path, line, text } of whole) console.log(`${path}:${line}\n${text}\n`)
  if (!options.includes('--prove')) {
    report(differences, `${whole.length} statements name their company and their own schema`)
    return
  }
  const { failures, proven, unproven } = await withMigratedDatabase(({ server }) =>
    proveStatements(server, found),
  )
  for (const statement of unproven)
    console.log(`not proven, since a part is known only when it runs: ${statement}`)
  report([...differences, ...failures], `${proven} statements are planned by PostgreSQL as ${SERVER_ROLE}`)
}

if (import.meta.main) await main(join(import.meta.dirname, '..'), process.argv.slice(2))
