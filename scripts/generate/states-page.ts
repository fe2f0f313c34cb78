import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { docAbove, GENERATED, table } from './source-text.ts'

type StateTable = Record<string, Record<string, string>>

/** `docs/states.md` from the state tables that `*.state.ts` files export. */
export async function statesPage(
  root: string,
  files: readonly { path: string; text: string }[],
): Promise<string> {
  const sections: string[] = []
  for (const { path, text } of files) {
    const exported: Record<string, unknown> = await import(pathToFileURL(join(root, path)).href)
    const tables = Object.entries(exported).filter((entry): entry is [string, StateTable] =>
      isStateTable(entry[1]),
    )
    if (tables.length === 0) throw new Error(`${path} exports no state table { from: { event: to } }`)
    for (const [name, states] of tables)
      sections.push(section(path, name, states, docAbove(text, placeOf(text, name))))
  }
  return `${GENERATED}

# States

Only the module that owns a table writes that status, and only along these lines. Labels that people read
(viewed, overdue, partially paid, …) are derived from stored facts and are not listed here.

${sections.join('\n\n')}
`
}

function section(path: string, name: string, states: StateTable, doc: string): string {
  const module = path.split('/')[2]
  const rows = Object.entries(states).flatMap(([from, events]) => {
    const ways = Object.entries(events)
    return ways.length === 0 ? [[from, '', '(end)']] : ways.map(([event, to]) => [from, event, to])
  })
  return [`## ${module}: ${name}`, ...(doc ? [doc] : []), table(['from', 'event', 'to'], rows)].join('\n\n')
}

/** Whether it reads `{ from: { event: to } }` and every `to` is a state of it. */
export function isStateTable(value: unknown): value is StateTable {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return false
  return Object.values(value).every(
    (events) =>
      typeof events === 'object' &&
      events !== null &&
      Object.values(events).every((to) => typeof to === 'string' && to in value),
  )
}

function placeOf(text: string, name: string): number {
  return Math.max(0, new RegExp(`^export const ${name}\\b`, 'm').exec(text)?.index ?? 0)
}
