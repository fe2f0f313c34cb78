import { handmadeText, type Rendered, renderFragment, type Sources, VALUE } from './render.ts'
import { walk } from './scopes.ts'
import { constantText, lineOf, type Node, nameOf, part, parts, type Source } from './syntax-tree.ts'

/** A whole statement as PostgreSQL gets it, or a piece of one. */
export interface FoundSql {
  path: string
  line: number
  /** Values are numbered `$1…`. */
  text: string
  /** Expressions that only a running program could say: the text lacks them. */
  unread: string[]
  isWhole: boolean
}

export interface ReadSql {
  found: FoundSql[]
  /** Text that is no constant of our source and yet would stand in a statement. */
  interpolations: string[]
}

const BEGINS_A_STATEMENT = /^\s*(select|insert|update|delete|with|values|create\s+temp(orary)?)\b/i

/** Everything that the `sql` tags and `raw` calls of the files can send. */
export function readStatements(files: readonly Source[]): ReadSql {
  const sources: Sources = new Map(files.map((file) => [file.path, file]))
  const found: FoundSql[] = []
  const interpolations: string[] = []
  for (const source of files) {
    walk(source, (node, scope) => {
      const fault = interpolationIn(node)
      if (fault) interpolations.push(`${source.path}:${lineOf(source, node)}: ${fault}`)
      if (!isSql(node)) return
      const texts = new Set<string>()
      for (const { text, unread } of renderFragment(node, scope, sources) ?? []) {
        if (texts.has(text)) continue
        texts.add(text)
        found.push({ ...numbered(text), unread, path: source.path, line: lineOf(source, node) })
      }
    })
  }
  return { found, interpolations }
}

function isSql(node: Node): boolean {
  const isTag = node.type === 'TaggedTemplateExpression' && nameOf(part(node, 'tag')) === 'sql'
  return isTag || (node.type === 'CallExpression' && nameOf(part(node, 'callee')) === 'raw')
}

function numbered(text: Rendered['text']): Pick<FoundSql, 'text' | 'isWhole'> {
  let count = 0
  return {
    text: text.replaceAll(VALUE, () => `$${++count}`),
    isWhole: BEGINS_A_STATEMENT.test(text),
  }
}

function interpolationIn(node: Node): string | undefined {
  if (handmadeText(node)) return 'a statement written out as an object; write sql`…` or raw(…)'
  if (node.type !== 'CallExpression') return undefined
  const callee = part(node, 'callee')
  const given = parts(node, 'arguments')
  if (nameOf(callee) === 'raw' && constantText(given[0]) === undefined) {
    return 'raw() takes constants of our own source only; a value belongs into an sql template'
  }
  const isQuery = callee?.type === 'MemberExpression' && nameOf(part(callee, 'property')) === 'query'
  const text = given[0]
  if (
    isQuery &&
    (text?.type === 'TemplateLiteral' || (text?.type === 'Literal' && typeof text.value === 'string'))
  ) {
    return '.query() with a text of its own; statements are written with the sql tag of lib/db'
  }
  return undefined
}
