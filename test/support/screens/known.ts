import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

const UI = join(import.meta.dirname, '../../../ui/src')

interface Node {
  type: string
  [name: string]: unknown
}

/** The path of every route that shows a screen, as the router's source has them: `/pay/requests/:id`. */
export function routesOfDashboard(): string[] {
  const file = join(UI, 'app/router.tsx')
  const { program } = parseSync(file, readFileSync(file, 'utf8'))
  const lists = (program.body as unknown as Node[])
    .flatMap((statement) =>
      statement.type === 'VariableDeclaration' ? (statement.declarations as Node[]) : [],
    )
    .filter(({ id }) => ['outside', 'inside'].includes(String((id as Node).name)))
  return lists.flatMap(({ init }) => routesIn(init as Node, ''))
}

function routesIn(list: Node, parent: string): string[] {
  return (list.elements as Node[]).flatMap((route) => {
    const parts = new Map(
      (route.properties as Node[]).map(({ key, value }) => [String((key as Node).name), value as Node]),
    )
    const own = parts.has('index') ? `${parent}/` : `${parent}/${String(parts.get('path')?.value)}`
    const children = parts.get('children')
    // One without a screen of its own sends on to another.
    return [...(parts.has('lazy') ? [own] : []), ...(children === undefined ? [] : routesIn(children, own))]
  })
}

const OVER = /<(?:Dialog|Confirm|Menu|Popover|Modal|Drawer)\b/

const PARTS = ['parts/confirm.tsx', 'parts/dialog.tsx']

/** The sources that open something over a screen, below ui/src; but for the parts that they open it with. */
export function overlaysOfDashboard(): string[] {
  return globSync('**/*.tsx', { cwd: UI })
    .filter((path) => !PARTS.includes(path) && OVER.test(readFileSync(join(UI, path), 'utf8')))
    .sort()
}
