import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ICruiseOptions, IForbiddenRuleType, IResolveOptions } from 'dependency-cruiser'

interface Rule {
  name: string
  comment: string
  from: object
  to: object
}

const TEST_ONLY = String.raw`(\.test\.ts|\.fixture\.ts|\.bench\.ts)$|(^|/)(testing|test)/`
const PRODUCT = '^(server|sandbox)/src/'
const BROWSER = '^(server/src/web/pay-page/browser|sandbox/src/browser)/'
const DEEP = 'a folder with an index.ts is imported by that alone (of lib, db and postgres are such)'
const ERASED = ['type-only', 'type-import']

/** TypeScript 7 has no compiler API, so swc reads the files; type imports count like all others. */
export const cruiseOptions: ICruiseOptions = {
  parser: 'swc',
  tsPreCompilationDeps: true,
  moduleSystems: ['es6'],
  doNotFollow: { path: 'node_modules' },
}

export const resolveOptions: Partial<IResolveOptions> = {
  conditionNames: ['node', 'import', 'default'],
  exportsFields: ['exports'],
}

/**
 * Who may import whom, read from module-order.json and from where index.ts files stand. `root` is the
 * checkout, or a small one that a test of the rules made.
 */
export function moduleRules(root: string): IForbiddenRuleType[] {
  const order: string[] = JSON.parse(readFileSync(join(root, 'module-order.json'), 'utf8'))
  const rules = [
    ...rankRules(order),
    ...surfaceRules(root, order),
    ...shapeRules,
    ...borderRules,
    ...dashboardRules,
  ]
  return rules.map((rule) => ({ severity: 'error', ...rule }) as IForbiddenRuleType)
}

function modules(names: readonly string[]): string {
  return `^server/src/(${names.join('|')})/`
}

function rankRules(order: readonly string[]): Rule[] {
  const upward = order.slice(0, -1).map((name, rank) => ({
    name: 'no-upward-import',
    comment: 'a module imports lower ones only (module-order.json); news goes up as a typed event',
    from: { path: modules([name]) },
    to: { path: modules(order.slice(rank + 1)) },
  }))
  const unranked = { path: '^server/src/', pathNot: modules(order) }
  const comment = 'every folder of server/src is a module with a place in module-order.json'
  return [
    ...upward,
    { name: 'no-module-without-rank', comment, from: unranked, to: {} },
    { name: 'no-module-without-rank', comment, from: {}, to: unranked },
  ]
}

function surfaceRules(root: string, order: readonly string[]): Rule[] {
  const belowModules = foldersWithIndex(root).map((folder) => ({
    name: 'no-deep-import',
    comment: DEEP,
    from: { path: '^(server|sandbox)/', pathNot: `^${folder}/` },
    to: { path: `^${folder}/`, pathNot: `^${folder}/index[.]ts$` },
  }))
  const ofModules = {
    name: 'no-deep-import',
    comment: DEEP,
    from: { path: '^server/src/([^/]+)/' },
    to: {
      path: modules(order.filter((name) => name !== 'lib')),
      pathNot: '^server/src/($1/|[^/]+/index[.]ts$)',
    },
  }
  return [ofModules, ...belowModules]
}

/** Folders inside a module that have a surface of their own, such as lib/db and receivables/documents. */
function foldersWithIndex(root: string): string[] {
  const source = join(root, 'server/src')
  if (!existsSync(source)) return []
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'index.ts')
    .map((entry) => entry.parentPath.slice(root.length).replace(/^\/+/, ''))
    .filter((folder) => folder.split('/').length > 3)
    .sort()
}

const shapeRules: readonly Rule[] = [
  {
    // Types are erased before anything runs, so a circle closed by `import type` loads like any tree.
    name: 'no-cycle',
    comment: 'files that need each other are one file, or want a third',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ERASED } },
  },
  {
    name: 'no-orphan',
    comment: 'nothing imports it and it imports nothing',
    // Pages load their scripts by address; knip watches those.
    from: { orphan: true, path: PRODUCT, pathNot: [String.raw`\.d\.ts$`, BROWSER, TEST_ONLY] },
    to: {},
  },
]

const borderRules: readonly Rule[] = [
  {
    name: 'no-sandbox-in-server',
    comment: 'the server has one code path; the sandbox is the outside world',
    from: { path: '^server/' },
    to: { path: '^sandbox/' },
  },
  {
    name: 'no-server-in-sandbox',
    comment: 'the sandbox is the outside world: it knows the server by its addresses alone',
    from: { path: '^sandbox/src/', pathNot: TEST_ONLY },
    to: { path: '^server/' },
  },
  {
    name: 'no-test-code-in-product',
    comment: 'what only tests use does not run in production',
    from: { path: `${PRODUCT}|^scripts/`, pathNot: TEST_ONLY },
    to: { path: TEST_ONLY, pathNot: 'node_modules' },
  },
  {
    name: 'no-scripts-in-product',
    comment: 'scripts/ checks and generates; it is no part of the program',
    from: { path: PRODUCT },
    to: { path: '^scripts/' },
  },
  {
    name: 'no-package-in-browser',
    comment: 'this runs in a browser: no Node and no package there, only types of them',
    from: { path: BROWSER, pathNot: TEST_ONLY },
    to: { dependencyTypes: ['core', 'npm', 'npm-dev'], dependencyTypesNot: ERASED },
  },
  {
    name: 'no-development-package-in-product',
    comment: 'what the product imports stands under dependencies in package.json',
    from: { path: `${PRODUCT}|^ui/src/`, pathNot: TEST_ONLY },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ERASED },
  },
]

/** The dashboard's folders, lower ones first. */
const FACES = ['words', 'api', 'parts', 'screens', 'app']

const dashboardRules: readonly Rule[] = [
  {
    name: 'no-server-in-dashboard',
    comment: 'the dashboard knows the server by its API; it shares the reading of word catalogues alone',
    from: { path: '^ui/' },
    to: { path: '^(server|sandbox|scripts|test)/', pathNot: '^server/src/lib/words[.]ts$' },
  },
  {
    name: 'no-dashboard-in-server',
    comment: 'the server serves what was built of the dashboard, and imports none of it',
    from: { path: '^(server|sandbox)/' },
    to: { path: '^ui/' },
  },
  ...FACES.slice(0, -1).map((face, rank) => ({
    name: 'no-upward-import-in-dashboard',
    comment: `a folder of ui/src imports lower ones only: ${FACES.join(', ')}`,
    from: { path: `^ui/src/${face}/` },
    to: { path: `^ui/src/(${FACES.slice(rank + 1).join('|')})/` },
  })),
  {
    name: 'no-screen-in-screen',
    comment: 'screens share what stands in parts and api, so that each loads by itself',
    from: { path: '^ui/src/screens/([^/]+)/' },
    to: { path: '^ui/src/screens/', pathNot: '^ui/src/screens/$1/' },
  },
]
