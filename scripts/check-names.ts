import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { report } from './report.ts'

/** Where thousand-line files begin. */
const FORBIDDEN = new Set(['service', 'utils', 'util', 'helpers', 'helper', 'manager', 'common', 'misc'])
/** What may stand between a file's name and `.ts`. A test may also have a word for what it takes from where. */
const KINDS = new Set([
  'queries',
  'state',
  'routes',
  'test',
  'fixture',
  'bench',
  'generated',
  'global',
  'config',
  'd',
])
/** Names that a module has once; what writes rows in any other file is an operation, and names the file. */
const FIXED = new Set([
  'index',
  'postings',
  'settings',
  'proofs',
  'errors',
  'routes',
  'jobs',
  'words',
  'events',
])
const OF_A_MODULE = /^server\/src\/(?!lib\/|web\/|app\/)/

/** Each name among the checkout's source files that breaks the fixed list of CONTRIBUTING.md, in words. */
export function findWrongNames(paths: readonly string[], read: (path: string) => string): string[] {
  return paths.flatMap((path) => [...wrongWords(path), ...wrongSubject(path, read)])
}

function wrongWords(path: string): string[] {
  const [name = '', ...kinds] = basename(path).split('.').slice(0, -1)
  const found: string[] = []
  const empty = [...dirname(path).split('/'), name].find((word) => FORBIDDEN.has(word))
  if (empty) found.push(`${path}: "${empty}" says nothing of what is inside; name it by what it is for`)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) found.push(`${path}: file names are lower case, with hyphens`)
  const unknown = kinds.includes('test') ? undefined : kinds.find((kind) => !KINDS.has(kind))
  if (unknown) found.push(`${path}: .${unknown} is none of the kinds of file (${[...KINDS].join(', ')})`)
  return found
}

/** `void-invoice.ts` exports `voidInvoice`; `create-request.ts` may export `createQuickRequest`. */
function wrongSubject(path: string, read: (path: string) => string): string[] {
  const [name = '', ...kinds] = basename(path).split('.').slice(0, -1)
  if (!OF_A_MODULE.test(path) || FIXED.has(name) || kinds.length > 0) return []
  const operations = writersOf(path, read(path))
  if (operations.length === 0 || operations.some((operation) => says(operation, name))) return []
  return [`${path}: it writes rows by ${operations.join(', ')}; name the file by its operation`]
}

/** Exported functions that take a `Tx` first. */
function writersOf(path: string, text: string): string[] {
  return parseSync(path, text).program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'FunctionDeclaration') return []
    const first = node.declaration.params[0]
    const type = first?.type === 'Identifier' ? first.typeAnnotation?.typeAnnotation : undefined
    const isTx = type?.type === 'TSTypeReference' && text.slice(type.start, type.end) === 'Tx'
    return isTx && node.declaration.id ? [node.declaration.id.name] : []
  })
}

/** Whether a function's name has all words of the file's name, in their order. */
function says(operation: string, file: string): boolean {
  const words = operation
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split('-')
  let at = 0
  for (const word of words) if (word === file.split('-')[at]) at++
  return at === file.split('-').length
}

/** Files that git knows or would add, so that nothing ignored is judged. */
export function sourceFiles(root: string): string[] {
  const folders = ['server', 'sandbox', 'scripts', 'test', 'ui']
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z', ...folders],
    { cwd: root, encoding: 'utf8' },
  )
  return [...new Set(listed.split('\0'))]
    .filter((path) => /\.tsx?$/.test(path) && existsSync(join(root, path)))
    .sort()
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const paths = sourceFiles(root)
  report(
    findWrongNames(paths, (path) => readFileSync(join(root, path), 'utf8')),
    `${paths.length} files are named by the rules of the house`,
  )
}
