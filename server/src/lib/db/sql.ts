import { createHash } from 'node:crypto'

/** One statement with its values. `Row` is the shape of what it returns. */
export interface Statement<Row = unknown> {
  readonly text: string
  readonly name: string
  readonly values: readonly unknown[]
  readonly row?: Row
}

interface Prepared {
  text: string
  name: string
}

const fixed = new WeakMap<TemplateStringsArray, Prepared>()

/**
 * Writes a statement: values become parameters, nested statements become text. One without nested statements
 * is built once and always carries the same name, so PostgreSQL prepares it once per connection.
 */
export function sql<Row = unknown>(strings: TemplateStringsArray, ...values: unknown[]): Statement<Row> {
  if (!values.some(isStatement)) {
    let prepared = fixed.get(strings)
    if (prepared === undefined) {
      prepared = named(strings.reduce((text, part, i) => text + (i === 0 ? '' : `$${i}`) + part, ''))
      fixed.set(strings, prepared)
    }
    return { text: prepared.text, name: prepared.name, values }
  }
  const flat: unknown[] = []
  let text = strings[0] ?? ''
  values.forEach((value, i) => {
    text += isStatement(value) ? renumber(value, flat) : `$${flat.push(value)}`
    text += strings[i + 1] ?? ''
  })
  const prepared = named(text)
  return { text: prepared.text, name: prepared.name, values: flat }
}

/** Text that stands in the statement as it is: only for constants of our own source, never for input. */
export function raw(text: string): Statement {
  return { text, name: '', values: [] }
}

/** Joins fragments: `join([sql`a = ${1}`, sql`b = ${2}`], ' and ')`. */
export function join(parts: readonly Statement[], separator: string): Statement {
  const flat: unknown[] = []
  return { text: parts.map((part) => renumber(part, flat)).join(separator), name: '', values: flat }
}

function isStatement(value: unknown): value is Statement {
  return (
    typeof value === 'object' && value !== null && 'text' in value && 'values' in value && 'name' in value
  )
}

function renumber(part: Statement, flat: unknown[]): string {
  const offset = flat.length
  flat.push(...part.values)
  return part.text.replace(/\$(\d+)/g, (_, n) => `$${Number(n) + offset}`)
}

function named(text: string): Prepared {
  return { text, name: `q${createHash('sha1').update(text).digest('base64url').slice(0, 20)}` }
}
