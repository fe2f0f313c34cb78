import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { givenId } from '../lib/given-id.ts'
import { newId } from '../lib/ids.ts'
import { TemplateDoesNotFit, TemplateIsShipped, TooManyTemplates } from './errors.ts'
import { templateChanged, templateCreated, templateDeleted } from './events.ts'
import { fillText, requireKnown } from './fill-text.ts'
import { isShippedId } from './shipped-templates.ts'
import { findTemplate, TEMPLATE, type Template, type TemplateId, templateOf } from './templates.queries.ts'

/** One answer lists them all. */
const MAX_TEMPLATES = 200

export type TemplateFields = Omit<Template, 'id' | 'shipped'>

/** Adds a text of the company's own. What its braces name must exist. */
export async function createTemplate(tx: Tx, actor: Actor, fields: TemplateFields): Promise<Template> {
  check(fields)
  const id = newId<'tpl'>()
  await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`templates ${tx.companyId}`}))`)
  const { count } = await tx.one(sql<{ count: bigint }>`
    select count(*) from messaging.templates where company_id = ${tx.companyId}`)
  if (count >= MAX_TEMPLATES) {
    throw new TooManyTemplates(
      `A company keeps at most ${MAX_TEMPLATES} texts. Nothing was added; delete some that nobody uses.`,
    )
  }
  const row = await tx.one(sql<TemplateFields & { id: TemplateId }>`
    insert into messaging.templates (company_id, id, kind, language, sector, name, subject, body)
    values (${tx.companyId}, ${id}, ${fields.kind}, ${fields.language}, ${fields.sector}, ${fields.name},
      ${fields.subject}, ${fields.body})
    returning ${TEMPLATE}`)
  await emit(tx, actor, templateCreated, id, { kind: fields.kind, name: fields.name })
  return templateOf(row)
}

/** Changes what is given of a text of the company's own. */
export async function changeTemplate(
  tx: Tx,
  actor: Actor,
  wireId: string,
  changes: Partial<TemplateFields>,
): Promise<Template> {
  const id = ownId(wireId)
  const before = await findTemplate(tx, wireId)
  if (before === undefined) throw new NotFound('template')
  const after = { ...before, ...changes }
  check(after)
  const row = await tx.maybe(sql<TemplateFields & { id: TemplateId }>`
    update messaging.templates set kind = ${after.kind}, language = ${after.language}, sector = ${after.sector},
      name = ${after.name}, subject = ${after.subject}, body = ${after.body}
    where company_id = ${tx.companyId} and id = ${id} returning ${TEMPLATE}`)
  if (row === undefined) throw new NotFound('template')
  await emit(tx, actor, templateChanged, id, { fields: Object.keys(changes) })
  return templateOf(row)
}

/** Deletes a text of the company's own; what was sent by it stays as it was sent. */
export async function deleteTemplate(tx: Tx, actor: Actor, wireId: string): Promise<void> {
  const id = ownId(wireId)
  const deleted = await tx.maybe(sql<{ name: string }>`
    delete from messaging.templates where company_id = ${tx.companyId} and id = ${id} returning name`)
  if (deleted === undefined) throw new NotFound('template')
  await emit(tx, actor, templateDeleted, id, { name: deleted.name })
}

function check(fields: TemplateFields): void {
  if (fields.kind === 'reminder') {
    throw new TemplateDoesNotFit(
      'The text of a reminder cannot be changed for now. Nothing was kept; make a saved reply (kind reply), and send that in its place.',
      { field: 'kind' },
    )
  }
  for (const text of [fields.subject ?? '', fields.body]) requireKnown(fillText(text, {}))
}

function ownId(wireId: string): TemplateId {
  if (isShippedId(wireId)) {
    throw new TemplateIsShipped(
      'This text comes with Quittance and stays as it is. Nothing was changed; copy it with copy_of and change the copy.',
    )
  }
  return givenId('tpl', wireId, 'template')
}
