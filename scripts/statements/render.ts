import { dirname, join } from 'node:path'
import { fileScope, isFunction, type Scope, scopeOf } from './scopes.ts'
import {
  children,
  constantText,
  type Node,
  nameOf,
  part,
  parts,
  quasisOf,
  type Source,
} from './syntax-tree.ts'

/** All source files by their paths. */
export type Sources = ReadonlyMap<string, Source>

/** A piece of a statement: its text, where `?` stands for a value, and what of it could not be read. */
export interface Rendered {
  text: string
  unread: string[]
}

/** A value's place, until the values of the whole statement are numbered. It cannot be typed in SQL. */
export const VALUE = '\u0001'

/** More ways than this to read one statement are cut off: each fragment is in one of them already. */
const MOST_VARIANTS = 16

/**
 * What the source may put into a statement by this expression, or undefined for a plain value. Conditions are
 * followed both ways; a list of fragments is taken whole, with all that is ever pushed to it.
 */
export function renderFragment(
  node: Node,
  scope: Scope,
  sources: Sources,
  depth = 0,
): Rendered[] | undefined {
  if (depth > 20) return undefined
  const again = (inner: Node, where = scope) => renderFragment(inner, where, sources, depth + 1)
  switch (node.type) {
    case 'TaggedTemplateExpression':
      return nameOf(part(node, 'tag')) === 'sql' ? renderTemplate(node, scope, sources, depth) : undefined
    case 'Identifier': {
      const found = lookUp(node.name as string, scope, sources)
      if (found === undefined) return undefined
      if (!found.isParameter) return again(found.node, found.scope)
      return isStatement(found.node, found.scope) ? unread(node, scope) : undefined
    }
    case 'ConditionalExpression': {
      const ways = [part(node, 'consequent'), part(node, 'alternate')].map((way) => way && again(way))
      return ways.some((way) => way) ? ways.flatMap((way) => way ?? [{ text: VALUE, unread: [] }]) : undefined
    }
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return again(part(node, 'expression') as Node)
    case 'ObjectExpression': {
      const text = constantText(handmadeText(node))
      return text === undefined ? undefined : [{ text, unread: [] }]
    }
    case 'CallExpression':
      return renderCall(node, scope, sources, depth)
    default:
      return undefined
  }
}

function renderTemplate(node: Node, scope: Scope, sources: Sources, depth: number): Rendered[] {
  const template = part(node, 'quasi')
  const texts = quasisOf(template)
  let variants: Rendered[] = [{ text: texts[0] ?? '', unread: [] }]
  parts(template, 'expressions').forEach((expression, i) => {
    const ways = renderFragment(expression, scope, sources, depth + 1) ?? [{ text: VALUE, unread: [] }]
    variants = append(variants, ways, texts[i + 1] ?? '')
  })
  return variants
}

function append(variants: Rendered[], ways: Rendered[], after: string): Rendered[] {
  return variants
    .flatMap((before) =>
      ways.map((way) => ({
        text: before.text + way.text + after,
        unread: [...before.unread, ...way.unread],
      })),
    )
    .slice(0, MOST_VARIANTS)
}

function renderCall(node: Node, scope: Scope, sources: Sources, depth: number): Rendered[] | undefined {
  const callee = nameOf(part(node, 'callee'))
  const given = parts(node, 'arguments')
  if (callee === 'raw' && given[0]) {
    const text = constantText(given[0])
    return text === undefined ? unread(node, scope) : [{ text, unread: [] }]
  }
  if (callee === 'join' && given.length === 2) {
    return renderList(given[0], constantText(given[1]) ?? ' ', scope, sources, depth) ?? unread(node, scope)
  }
  const called = callee === undefined ? undefined : lookUp(callee, scope, sources)
  return isFunction(called?.node) && called
    ? renderReturned(called.node, called.scope, sources, depth)
    : undefined
}

/** `join(where, ' and ')`: everything the list may hold, as one text. */
function renderList(
  list: Node | undefined,
  separator: string,
  scope: Scope,
  sources: Sources,
  depth: number,
): Rendered[] | undefined {
  const name = nameOf(list)
  const found = name === undefined ? undefined : lookUp(name, scope, sources)
  const array = found?.node ?? list
  if (array?.type !== 'ArrayExpression') return undefined
  const where = found?.scope ?? scope
  const elements = [
    ...parts(array, 'elements'),
    ...(name === undefined ? [] : (where.pushed.get(name) ?? [])),
  ]
  let variants: Rendered[] = [{ text: '', unread: [] }]
  elements.forEach((element, i) => {
    const ways = renderFragment(element, where, sources, depth + 1) ?? unread(element, where)
    variants = append(variants, ways, i === elements.length - 1 ? '' : separator)
  })
  return variants
}

/** What a function of ours gives back: `const columns = (alias) => raw(…)`. */
function renderReturned(fn: Node, scope: Scope, sources: Sources, depth: number): Rendered[] | undefined {
  const inner = scopeOf(scope.source, fn, scope)
  const body = part(fn, 'body')
  const returned = body?.type === 'BlockStatement' ? returns(body) : body ? [body] : []
  const ways = returned.map((node) => renderFragment(node, inner, sources, depth + 1))
  return ways.length > 0 && ways.every((way) => way) ? ways.flatMap((way) => way ?? []) : undefined
}

function returns(node: Node): Node[] {
  if (node.type === 'ReturnStatement') return part(node, 'argument') ? [part(node, 'argument') as Node] : []
  return isFunction(node) ? [] : children(node).flatMap(returns)
}

/** The text of an object that is written out as a statement, past `sql` and `raw`. */
export function handmadeText(node: Node): Node | undefined {
  if (node.type !== 'ObjectExpression') return undefined
  const given = new Map(
    parts(node, 'properties').map((each) => [nameOf(part(each, 'key')), part(each, 'value')]),
  )
  return given.has('name') && given.has('values') ? given.get('text') : undefined
}

function unread(node: Node, scope: Scope): Rendered[] {
  return [{ text: '', unread: [scope.source.text.slice(node.start, node.end)] }]
}

/** A parameter that its function declares to be a piece of SQL. */
function isStatement(parameter: Node, scope: Scope): boolean {
  const type = part(part(parameter, 'typeAnnotation'), 'typeAnnotation')
  return type !== undefined && /^Statement\b/.test(scope.source.text.slice(type.start, type.end))
}

function lookUp(
  name: string,
  scope: Scope,
  sources: Sources,
): { node: Node; scope: Scope; isParameter: boolean } | undefined {
  const node = scope.values.get(name)
  if (node) return { node, scope, isParameter: false }
  const parameter = scope.parameters.get(name)
  if (parameter) return { node: parameter, scope, isParameter: true }
  if (scope.parent) return lookUp(name, scope.parent, sources)
  const imported = scope.imports.get(name)
  if (!imported) return undefined
  const source = sources.get(join(dirname(scope.source.path), imported.from))
  return source && lookUp(imported.name, fileScope(source), sources)
}
