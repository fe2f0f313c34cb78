import { isDeepStrictEqual } from 'node:util'
import { type Static, type TSchema, Type } from 'typebox'
import { type Db, sql } from '../lib/db/index.ts'

/**
 * A setting as its module declares it. `writableBy`: a company's own staff, only the operator, or whoever the setting
 * `links.master_role` names.
 */
export interface Setting<S extends TSchema = TSchema> {
  readonly key: string
  readonly schema: S
  readonly fallback: Static<S>
  readonly writableBy: 'company' | 'operator' | 'links_master'
  readonly description: string
}

export function defineSetting<S extends TSchema>(setting: Setting<S>): Setting<S> {
  return setting
}

/** K4: who may change what only a master of links may (`writableBy: 'links_master'`). */
export const linksMasterRole = defineSetting({
  key: 'links.master_role',
  schema: Type.Enum(['operator', 'admin']),
  fallback: 'operator',
  writableBy: 'operator',
  description:
    'Who switches links of the whole company and of its automatic invoices: operator, or admin (the company itself).',
})

/** A company's value of a setting, or the default. */
export async function readSetting<S extends TSchema>(db: Db, setting: Setting<S>): Promise<Static<S>> {
  const row = await db.maybe(sql<{ value: unknown }>`
    select value from identity.settings where company_id = ${db.companyId} and key = ${setting.key}`)
  return row === undefined ? setting.fallback : (row.value as Static<S>)
}

/** Every setting's value by its key, defaults filled in. */
export async function readSettings(
  db: Db,
  settings: readonly Setting[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db.many(sql<{ key: string; value: unknown }>`
    select key, value from identity.settings where company_id = ${db.companyId}`)
  const set = new Map(rows.map((row) => [row.key, row.value]))
  return new Map(settings.map(({ key, fallback }) => [key, set.has(key) ? set.get(key) : fallback]))
}

/** Who may change a setting as things stand: `company` is whoever has the permission `settings.write`. */
export async function changerOf(db: Db, setting: Setting): Promise<'company' | 'operator'> {
  if (setting.writableBy !== 'links_master') return setting.writableBy
  return (await readSetting(db, linksMasterRole)) === 'admin' ? 'company' : 'operator'
}

/** Whether two values of a setting mean the same; a set has no order. */
export function sameValue(one: unknown, other: unknown): boolean {
  const bare = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value)
  return isDeepStrictEqual(bare(one), bare(other))
}
