const MADE =
  /^create\s+(?:or\s+replace\s+)?(?:table|view|function|schema)\s+(?:if\s+not\s+exists\s+)?([\w.]+)/i
const COLUMN = /^\s+(\w+)\s+[\w.]+/
const NO_COLUMN = new Set(['primary', 'unique', 'foreign', 'check', 'constraint', 'exclude'])

/**
 * What `--` lines in migrations say of a schema, `schema.table`, `schema.table.column` or `schema.function`:
 * those directly above it, or behind it on its line.
 */
export function migrationComments(migrations: readonly string[]): Map<string, string> {
  const comments = new Map<string, string>()
  for (const migration of migrations) {
    let above: string[] = []
    let inside = ''
    for (const line of migration.split('\n')) {
      const [, code = '', comment] = /^(.*?)(?:--\s?(.*))?$/.exec(line) ?? []
      if (code.trim() === '' && comment !== undefined) {
        above.push(comment.trim())
        continue
      }
      const made = MADE.exec(code)?.[1]
      if (made) inside = made
      const column = inside === '' || made ? undefined : COLUMN.exec(code)?.[1]
      const name = made ?? (column && !NO_COLUMN.has(column) ? `${inside}.${column}` : undefined)
      const words = [...above, ...(comment === undefined ? [] : [comment.trim()])].join(' ')
      if (name && words !== '') comments.set(name, words)
      if (/;\s*$/.test(code)) inside = ''
      above = []
    }
  }
  return comments
}
