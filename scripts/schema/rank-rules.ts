import type { Catalogue } from './catalogue.ts'

/** Foreign keys and views that reach up the rank of the modules, or out of it, in words. */
export function rankFaults({ relations, functions }: Catalogue, order: readonly string[]): string[] {
  const rank = (name: string) => order.indexOf(name.split('.')[0] ?? '')
  const faults: string[] = []
  for (const { name, schema, kind, keys, reads } of relations) {
    if (!order.includes(schema)) {
      faults.push(`${name}: ${schema} is no module (module-order.json)`)
      continue
    }
    for (const { target, name: key } of keys) {
      if (target && rank(target.table) > rank(name)) {
        faults.push(`${name}: foreign key ${key} points up, to ${target.table}`)
      }
    }
    if (kind === 'view' && !name.endsWith('_view')) faults.push(`${name}: a published view is called …_view`)
    for (const read of reads) {
      if (rank(read) > rank(name)) faults.push(`${name}: the view reads ${read} of a higher module`)
      else if (rank(read) < rank(name) && !read.endsWith('_view')) {
        faults.push(`${name}: the view reads ${read} of another module, and not a view of it`)
      }
    }
  }
  for (const { name, schema, body } of functions) {
    if (!order.includes(schema)) faults.push(`${name}: ${schema} is no module (module-order.json)`)
    const above = order.slice(rank(name) + 1).find((module) => new RegExp(`\\b${module}\\.\\w`).test(body))
    if (above) faults.push(`${name}: the function names ${above}, a higher module`)
  }
  return faults
}
