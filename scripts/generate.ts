import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sourceFiles } from './check-names.ts'
import { readJson } from './check-statements.ts'
import { apiTypes } from './generate/api-types.ts'
import { codesModule, errorCodes, errorsPage } from './generate/errors-page.ts'
import { openApiPage } from './generate/openapi-page.ts'
import { schemaPage } from './generate/schema-page.ts'
import { settingsPage } from './generate/settings-page.ts'
import { statesPage } from './generate/states-page.ts'
import { withMigratedDatabase } from './migrated-database.ts'
import { report } from './report.ts'
import { readCatalogue } from './schema/catalogue.ts'
import { parse } from './statements/syntax-tree.ts'

interface Page {
  path: string
  write(): string | Promise<string>
}

const MIGRATIONS = 'server/migrations'

/** Every committed file that is made from others. */
function pages(root: string): Page[] {
  const product = sourceFiles(root).filter(
    (path) => path.startsWith('server/src/') && !path.includes('.test.'),
  )
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  return [
    {
      path: 'docs/errors.md',
      write: () => errorsPage(product.map((path) => parse(path, read(path)))),
    },
    {
      path: 'docs/states.md',
      write: () => {
        const files = product.filter((path) => path.endsWith('.state.ts'))
        return statesPage(
          root,
          files.map((path) => ({ path, text: read(path) })),
        )
      },
    },
    {
      path: 'docs/schema.md',
      write: async () => {
        const names = readdirSync(join(root, MIGRATIONS))
          .filter((name) => name.endsWith('.sql'))
          .sort()
        const catalogue = await withMigratedDatabase(({ owner }) => readCatalogue(owner))
        return schemaPage(
          catalogue,
          names.map((name) => read(join(MIGRATIONS, name))),
          {
            order: readJson(root, 'module-order.json'),
            globalTables: readJson(root, 'scripts/global-tables.json'),
            appendOnly: readJson(root, 'scripts/append-only-tables.json'),
            definers: readJson(root, 'scripts/definer-functions.json'),
          },
        )
      },
    },
    {
      path: 'server/src/web/problem-codes.generated.ts',
      write: () => codesModule(errorCodes(product.map((path) => parse(path, read(path))))),
    },
    { path: 'docs/settings.md', write: settingsPage },
    { path: 'docs/openapi.json', write: openApiPage },
    { path: 'ui/src/api/schema.generated.ts', write: async () => apiTypes(await openApiPage()) },
  ]
}

/** Writes all pages; with `--check` it says which are not what they would be written as, and writes none. */
async function main(root: string, isCheck: boolean): Promise<void> {
  const differences: string[] = []
  const all = pages(root)
  for (const { path, write } of all) {
    const text = format(root, path, await write())
    const file = join(root, path)
    if (isCheck) {
      const difference = firstDifference(text, readIfThere(file))
      if (difference) differences.push(`${path} is not up to date (run: npm run generate): ${difference}`)
      continue
    }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  report(differences, `${all.map(({ path }) => path).join(', ')} ${isCheck ? 'are up to date' : 'written'}`)
}

/** As `npm run format` would leave it, so that the two never quarrel. */
function format(root: string, path: string, text: string): string {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024, // the API document is longer than a child's usual megabyte
  })
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Where a committed page departs from what would be written, or undefined. */
export function firstDifference(written: string, committed: string | undefined): string | undefined {
  if (committed === undefined) return 'it is missing'
  if (written === committed) return undefined
  const [would, is] = [written.split('\n'), committed.split('\n')]
  const at = would.findIndex((line, i) => line !== is[i])
  const line = at < 0 ? would.length : at
  return `line ${line + 1} is ${JSON.stringify(is[line] ?? '(end)')} and would be ${JSON.stringify(would[line] ?? '(end)')}`
}

if (import.meta.main) await main(join(import.meta.dirname, '..'), process.argv.includes('--check'))
