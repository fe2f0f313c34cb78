import { children, type Node, nameOf, part, parts, type Source } from './syntax-tree.ts'

/** What names mean inside one function (or file): the nodes they were given, and what was pushed to them. */
export interface Scope {
  source: Source
  parent: Scope | undefined
  values: Map<string, Node>
  parameters: Map<string, Node>
  pushed: Map<string, Node[]>
  /** What other files give: `import { KEY } from` and `export { KEY } from`. */
  imports: Map<string, { from: string; name: string }>
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

export function isFunction(node: Node | undefined): node is Node {
  return node !== undefined && FUNCTIONS.has(node.type)
}

/** Calls `visit` on every node with the scope it stands in. */
export function walk(source: Source, visit: (node: Node, scope: Scope) => void): void {
  const step = (node: Node, scope: Scope) => {
    visit(node, scope)
    const inner = isFunction(node) ? scopeOf(source, node, scope) : scope
    for (const child of children(node)) step(child, inner)
  }
  step(source.program, fileScope(source))
}

export function fileScope(source: Source): Scope {
  return scopeOf(source, source.program, undefined)
}

/** The scope inside `owner`, which is a function or a whole file. */
export function scopeOf(source: Source, owner: Node, parent: Scope | undefined): Scope {
  const scope: Scope = {
    source,
    parent,
    values: new Map(),
    parameters: new Map(),
    pushed: new Map(),
    imports: new Map(),
  }
  for (const parameter of parts(owner, 'params')) {
    const name = nameOf(parameter)
    if (name) scope.parameters.set(name, parameter)
  }
  const gather = (node: Node) => {
    noteDeclaration(scope, node)
    if (!isFunction(node)) for (const child of children(node)) gather(child)
  }
  for (const child of children(owner)) gather(child)
  return scope
}

function noteDeclaration(scope: Scope, node: Node): void {
  const name = nameOf(part(node, 'id'))
  const init = node.type === 'VariableDeclarator' ? part(node, 'init') : undefined
  if (name && init) scope.values.set(name, init)
  if (name && node.type === 'FunctionDeclaration') scope.values.set(name, node)
  if (node.type === 'CallExpression') notePush(scope, node)
  const from = part(node, 'source')?.value
  if (typeof from !== 'string' || !from.startsWith('.')) return
  for (const specifier of parts(node, 'specifiers')) {
    const local = nameOf(part(specifier, 'local')) ?? ''
    if (specifier.type === 'ImportSpecifier') {
      scope.imports.set(local, { from, name: nameOf(part(specifier, 'imported')) ?? local })
    }
    if (specifier.type === 'ExportSpecifier') {
      scope.imports.set(nameOf(part(specifier, 'exported')) ?? local, { from, name: local })
    }
  }
}

/** `where.push(sql`…`)`: what a list of fragments may hold. */
function notePush(scope: Scope, call: Node): void {
  const callee = part(call, 'callee')
  const list = nameOf(part(callee, 'object'))
  if (list === undefined || nameOf(part(callee, 'property')) !== 'push') return
  scope.pushed.set(list, [...(scope.pushed.get(list) ?? []), ...parts(call, 'arguments')])
}
