import { EInvoiceMalformed } from './errors.ts'

/** `name` is the local name behind this code's own prefix for its namespace; `text` is the element's own text. */
export type XmlNode = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  text: string
  readonly children: XmlNode[]
  readonly parent: XmlNode | undefined
}

/** Every element at a path of child names such as `cac:Party/cac:PostalAddress`. */
export function all(node: XmlNode | undefined, path: string): XmlNode[] {
  let found = node ? [node] : []
  for (const name of path.split('/')) {
    found = found.flatMap((each) => each.children.filter((child) => child.name === name))
  }
  return found
}

/** The first element at a path, where the schema allows several and the rest says nothing new to us. */
export function first(node: XmlNode | undefined, path: string): XmlNode | undefined {
  return all(node, path)[0]
}

/** The only element at a path. Two are refused: two readers could each believe another one. */
export function one(node: XmlNode | undefined, path: string): XmlNode | undefined {
  const [only, second] = all(node, path)
  if (second) throw new EInvoiceMalformed(`${path} is there more than once.`, { field: pathOf(second) })
  return only
}

/** `cac:InvoiceLine[2]/cbc:LineExtensionAmount`, for a message. */
export function pathOf(node: XmlNode): string {
  if (!node.parent) return node.name
  const twins = node.parent.children.filter((child) => child.name === node.name)
  const own = twins.length > 1 ? `${node.name}[${twins.indexOf(node) + 1}]` : node.name
  return node.parent.parent ? `${pathOf(node.parent)}/${own}` : own
}
