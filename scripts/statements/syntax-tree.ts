import { parseSync, visitorKeys } from 'oxc-parser'

/** A node of the parser's tree, as loosely as reading it by its shape needs. */
export interface Node {
  type: string
  start: number
  end: number
  readonly [part: string]: unknown
}

/** One file with the tree of its program. */
export interface Source {
  path: string
  text: string
  program: Node
}

export function parse(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  return { path, text, program: program as unknown as Node }
}

export function children(node: Node): Node[] {
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => node[key])
    .filter((part): part is Node => typeof part === 'object' && part !== null && 'type' in part)
}

export function part(node: Node | undefined, key: string): Node | undefined {
  return (node?.[key] ?? undefined) as Node | undefined
}

export function parts(node: Node | undefined, key: string): Node[] {
  return ((node?.[key] ?? []) as (Node | null)[]).filter((each) => each !== null)
}

/** The name of an identifier; undefined for all else. */
export function nameOf(node: Node | undefined): string | undefined {
  return node?.type === 'Identifier' ? (node.name as string) : undefined
}

/** The text between the expressions of a template literal. */
export function quasisOf(template: Node | undefined): string[] {
  return parts(template, 'quasis').map((quasi) => (quasi.value as { cooked: string }).cooked)
}

/** A string that stands in the source as it is: a literal, or a template without expressions. */
export function constantText(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && parts(node, 'expressions').length === 0) return quasisOf(node)[0]
  return undefined
}

export function lineOf(source: Source, node: Node): number {
  return source.text.slice(0, node.start).split('\n').length
}

/** Every node below `node` (and it), each with the one above. */
export function walkNodes(
  node: Node,
  visit: (node: Node, above: Node | undefined) => void,
  above?: Node,
): void {
  visit(node, above)
  for (const child of children(node)) walkNodes(child, visit, node)
}
