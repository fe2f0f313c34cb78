/** The text of the `/** … *\/` that stands directly above a place in a source, as one paragraph; '' for none. */
export function docAbove(text: string, position: number): string {
  const before = text.slice(0, position)
  const end = /\*\/\s*$/.exec(before)
  const start = before.lastIndexOf('/**')
  if (!end || start < 0 || before.indexOf('*/', start) !== end.index) return ''
  return before
    .slice(start + 3, end.index)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .filter((line) => line !== '')
    .join(' ')
}

export const GENERATED = '<!-- Written by `npm run generate`. Do not edit. -->'

/** A cell of a table in Markdown: one line, and no bar that would end it. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}
