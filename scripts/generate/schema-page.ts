import type { Catalogue, DefinedFunction, Key, Relation } from '../schema/catalogue.ts'
import { migrationComments } from './migration-comments.ts'
import { GENERATED, table } from './source-text.ts'

export interface Reasons {
  order: readonly string[]
  /** Why a table is global by nature, append-only, or a function a definer. */
  globalTables: Readonly<Record<string, string>>
  appendOnly: Readonly<Record<string, string>>
  definers: Readonly<Record<string, string>>
}

/** `docs/schema.md`: what the migrations make, with the words that stand in them. */
export function schemaPage(catalogue: Catalogue, migrations: readonly string[], reasons: Reasons): string {
  const comments = migrationComments(migrations)
  const schemas = reasons.order.filter((name) => catalogue.relations.some(({ schema }) => schema === name))
  const sections = schemas.map((schema) => {
    const relations = catalogue.relations.filter((each) => each.schema === schema)
    const functions = catalogue.functions.filter((each) => each.schema === schema)
    return [
      `## ${schema}`,
      ...paragraph(comments.get(schema)),
      ...relations.map((relation) => relationSection(relation, comments, reasons)),
      ...functions.map((each) => functionSection(each, comments, reasons)),
    ].join('\n\n')
  })
  return `${GENERATED}

# The database

One schema for each module, from low to high. A tenant table's rows belong to one company: its keys carry
\`company_id\`, and row-level security shows the server no other company's rows. The job worker's own schema,
\`graphile_worker\`, is not shown.

${sections.join('\n\n')}
`
}

function relationSection(relation: Relation, comments: Map<string, string>, reasons: Reasons): string {
  const { name, kind, columns, grants } = relation
  const may = grants.filter(({ role }) => role !== 'public').map(({ privilege }) => privilege)
  const notes = [
    kind === 'view' ? 'A published view.' : '',
    name in reasons.globalTables && kind === 'table' ? `Global: ${reasons.globalTables[name]}.` : '',
    name in reasons.appendOnly ? `Append-only: ${reasons.appendOnly[name]}.` : '',
    `The server may ${['select', 'insert', 'update', 'delete'].filter((each) => may.includes(each)).join(', ') || 'do nothing'}.`,
  ]
  const rows = columns.map((column) => [
    column.name,
    column.type,
    kind === 'view' || column.isNotNull ? '' : 'null',
    column.isGenerated ? `generated ${column.default ?? ''}`.trim() : (column.default ?? ''),
    comments.get(`${name}.${column.name}`) ?? '',
  ])
  return [
    `### ${name}`,
    ...paragraph(comments.get(name)),
    notes.filter((note) => note !== '').join(' '),
    table(['column', 'type', '', 'default', ''], rows),
    ...list([...relation.keys.map(keyWords), ...indexWords(relation), ...relation.checks]),
  ].join('\n\n')
}

function keyWords({ kind, columns, target }: Key): string {
  const to = target ? ` → ${target.table} (${target.columns.join(', ')})` : ''
  return `${kind} (${columns.join(', ')})${to}`
}

function indexWords({ indexes, uniqueIndexes }: Relation): string[] {
  return [...uniqueIndexes.map(({ definition }) => definition), ...indexes].map((definition) =>
    definition.replace(/^CREATE (UNIQUE )?INDEX (\S+) ON \S+ USING (btree )?/, (_, unique) =>
      unique ? 'unique index ' : 'index ',
    ),
  )
}

function functionSection(
  { name, isDefiner }: DefinedFunction,
  comments: Map<string, string>,
  reasons: Reasons,
): string {
  const as = isDefiner ? `Runs as its owner: ${reasons.definers[name] ?? ''}.` : 'Runs as its caller.'
  return [`### ${name}`, ...paragraph(comments.get(name.replace(/\(.*/, ''))), as].join('\n\n')
}

function paragraph(text: string | undefined): string[] {
  return text === undefined ? [] : [text]
}

function list(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${item.replace(/\s+/g, ' ')}`).join('\n')]
}
