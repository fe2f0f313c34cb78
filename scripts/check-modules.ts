import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { cruiseOptions, moduleRules, resolveOptions } from './module-rules.ts'
import { report } from './report.ts'

const FOLDERS = ['server/src', 'sandbox', 'scripts', 'test', 'ui/src']

/** Every import of the checkout at `root` that breaks a rule of module-rules.ts, in words. */
export async function findForbiddenImports(
  root: string,
): Promise<{ differences: string[]; imports: number }> {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)))
  const rules = moduleRules(root)
  const comments = new Map(rules.map(({ name, comment }) => [name, comment]))
  const { output } = await cruise(
    folders,
    {
      ...cruiseOptions,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: rules },
      outputType: 'json',
    },
    resolveOptions,
  )
  const result: ICruiseResult = typeof output === 'string' ? JSON.parse(output) : output
  const imports = result.modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0)
  // Without its parser dependency-cruiser reads no TypeScript, says so aside and finds nothing to complain of.
  if (imports === 0) throw new Error('dependency-cruiser saw no import at all: is @swc/core installed?')
  const differences = result.summary.violations.map(({ rule, from, to, cycle }) => {
    const path = from === to ? [from] : [from, ...(cycle?.map(({ name }) => name) ?? [to])]
    return `${rule.name}: ${path.join(' → ')}\n  ${comments.get(rule.name)}`
  })
  return { differences: [...new Set(differences)].sort(), imports }
}

if (import.meta.main) {
  const { differences, imports } = await findForbiddenImports(join(import.meta.dirname, '..'))
  report(differences, `${imports} imports follow the rank`)
}
