import pg from 'pg'

export interface Captured {
  text: string
  values: readonly unknown[]
}

/** Runs `work` and returns every statement that this process sent meanwhile, in order, with its values. */
export async function captureStatements(work: () => Promise<unknown>): Promise<Captured[]> {
  const captured: Captured[] = []
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const { query } = prototype
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [statement] = args
    // Two statements that are sent as one text.
    if (typeof statement === 'string')
      captured.push(...statement.split('; ').map((text) => ({ text, values: [] })))
    else captured.push({ text: '', values: [], ...(statement as Partial<Captured>) })
    return query.apply(this, args)
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return captured
}

/** What to put in the place of a text found in a value: an expression of `:n`, as SQL. */
export type Stand = readonly [found: string, expression: string]

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** Ids that the product made anew are of these kinds, in the order of their first use. */
const FIRST_NEW_KIND = 100

/**
 * The captured transaction as a script of `:n`: what names the captured subject names the n-th instead, and ids that
 * were made anew are made from n. Values stand in the statements with the types of the parameters they were.
 */
export async function scriptOf(
  client: pg.Client,
  captured: readonly Captured[],
  stands: readonly Stand[],
  fixed: readonly string[],
): Promise<string[]> {
  const known = new Set([...fixed, ...stands.map(([found]) => found)])
  const all: Stand[] = [...stands]
  const learn = (text: string) => {
    for (const [uuid] of text.matchAll(UUID)) {
      if (known.has(uuid)) continue
      known.add(uuid)
      all.push([uuid, `bench.id(${FIRST_NEW_KIND + all.length}, :n::bigint)`])
    }
  }
  const script: string[] = []
  for (const { text, values } of captured) {
    const types = await typesOf(client, text, values.length)
    const literals = values.map((value) => (value === null || value === undefined ? null : toText(value)))
    for (const literal of literals) learn(literal ?? '')
    const expressions = literals.map(
      (literal, at) => `(${literal === null ? 'null' : expressionOf(literal, all)})::${types[at]}`,
    )
    script.push(text.replace(/\$(\d+)/g, (_, number) => expressions[Number(number) - 1] ?? 'null'))
  }
  return script
}

async function typesOf(client: pg.Client, text: string, count: number): Promise<string[]> {
  if (count === 0) return []
  await client.query(`prepare captured as ${text}`)
  const { rows } = await client.query<{ types: string[] }>(
    `select parameter_types::text[] types from pg_prepared_statements where name = 'captured'`,
  )
  await client.query('deallocate captured')
  // `character` alone would cut a text to its first letter.
  return (rows[0]?.types ?? []).map((type) => type.replace(/^character(?=$|\[)/, 'bpchar'))
}

/** A literal in parts: what stands for something is its expression, what lies between is text. */
function expressionOf(text: string, stands: readonly Stand[]): string {
  const [found, expression] = stands.find(([part]) => text.includes(part)) ?? []
  if (found === undefined || expression === undefined) return quote(text)
  const parts = text.split(found).map((part) => (part === '' ? '' : expressionOf(part, stands)))
  const joined = parts.flatMap((part, at) => [
    ...(at === 0 ? [] : [`${expression}::text`]),
    ...(part === '' ? [] : [part]),
  ])
  return joined.length === 1 ? (joined[0] ?? '') : `(${joined.join(' || ')})`
}

/** pgbench takes a colon before a letter for a variable, also inside quotes; JSON does not mind a blank there. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''").replace(/:(?=[A-Za-z_])/g, ': ')}'`
}

function toText(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (!Array.isArray(value)) return String(value)
  const items = value.map((item) => (item === null ? 'null' : `"${toText(item).replace(/["\\]/g, '\\$&')}"`))
  return `{${items.join(',')}}`
}
