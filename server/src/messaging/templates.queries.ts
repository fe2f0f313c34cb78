import { type Db, raw, sql } from '../lib/db/index.ts'
import { fromWireId, type Id, toWireId } from '../lib/ids.ts'
import type { Language } from '../lib/words.ts'
import { isShippedId, shippedTemplate } from './shipped-templates.ts'

export const TEMPLATE_KINDS = ['request', 'confirmation', 'reply', 'reminder'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]
export const SECTORS = ['general', 'automotive', 'bike', 'property_management', 'veterinary'] as const
export type Sector = (typeof SECTORS)[number]

/** A text to send, shared by the whole team. Its id is that of the wire. */
export interface Template {
  id: string
  /** Comes with the product: read-only. */
  shipped: boolean
  kind: TemplateKind
  language: Language
  sector: Sector
  name: string
  subject: string | null
  body: string
}

export type TemplateId = Id<'tpl'>
type TemplateRow = Omit<Template, 'id' | 'shipped'> & { id: TemplateId }

export const TEMPLATE = raw('id, kind, language, sector, name, subject, body')

export function templateOf(row: TemplateRow): Template {
  return { ...row, id: toWireId('tpl', row.id), shipped: false }
}

/** A company's own texts, by kind and name. */
export async function listTemplates(db: Db): Promise<Template[]> {
  const rows = await db.many(sql<TemplateRow>`
    select ${TEMPLATE} from messaging.templates where company_id = ${db.companyId} order by kind, name, language`)
  return rows.map(templateOf)
}

/** A template by its wire id, shipped or the company's own. */
export async function findTemplate(db: Db, wireId: string): Promise<Template | undefined> {
  if (isShippedId(wireId)) return shippedTemplate(wireId)
  const id = fromWireId('tpl', wireId)
  if (id === undefined) return undefined
  const row = await db.maybe(sql<TemplateRow>`
    select ${TEMPLATE} from messaging.templates where company_id = ${db.companyId} and id = ${id}`)
  return row === undefined ? undefined : templateOf(row)
}

/**
 * The text of a template in the recipient's language: the one of the same kind and name in that language where
 * there is one, else the one that was named.
 */
export async function templateInLanguage(
  db: Db,
  wireId: string,
  language: Language,
): Promise<Template | undefined> {
  const named = await findTemplate(db, wireId)
  if (named === undefined || named.language === language) return named
  if (named.shipped) return shippedTemplate(wireId, language) ?? named
  const row = await db.maybe(sql<TemplateRow>`
    select ${TEMPLATE} from messaging.templates
    where company_id = ${db.companyId} and kind = ${named.kind} and name = ${named.name} and language = ${language}`)
  return row === undefined ? named : templateOf(row)
}
