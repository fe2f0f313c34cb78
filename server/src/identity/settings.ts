import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { Actor } from '../lib/actor.ts'
import { type Db, sql, type Tx } from '../lib/db/index.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { newId } from '../lib/ids.ts'
import { recordAudit } from './audit.ts'

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

/** A company's value of a setting, or the default. */
export async function readSetting<S extends TSchema>(db: Db, setting: Setting<S>): Promise<Static<S>> {
  const row = await db.maybe(sql<{ value: unknown }>`
    select value from identity.settings where company_id = ${db.companyId} and key = ${setting.key}`)
  return row === undefined ? setting.fallback : (row.value as Static<S>)
}

/** Every setting's value, keyed, defaults filled in. */
export async function readSettings(db: Db, settings: readonly Setting[]): Promise<Record<string, unknown>> {
  const rows = await db.many(sql<{ key: string; value: unknown }>`
    select key, value from identity.settings where company_id = ${db.companyId}`)
  const set = new Map(rows.map((row) => [row.key, row.value]))
  return Object.fromEntries(
    settings.map(({ key, fallback }) => [key, set.has(key) ? set.get(key) : fallback]),
  )
}

/** Changes one setting; the change is audited with the value before. */
export async function writeSetting(tx: Tx, actor: Actor, setting: Setting, value: unknown): Promise<void> {
  if (!Value.Check(setting.schema, value)) {
    throw new InvalidRequest(
      `${setting.key} does not take this value. Nothing was changed. It means: ${setting.description}`,
      {
        field: setting.key,
      },
    )
  }
  const before = await readSetting(tx, setting)
  const id = newId()
  const { id: row } = await tx.one(sql<{ id: string }>`
    insert into identity.settings (company_id, id, key, value)
    values (${tx.companyId}, ${id}, ${setting.key}, ${JSON.stringify(value)})
    on conflict (company_id, key) do update set value = excluded.value, updated_at = now() returning id`)
  await recordAudit(tx, {
    id: newId(),
    actor,
    action: 'setting.changed',
    subjectType: 'setting',
    subjectId: row,
    detail: { key: setting.key, before, after: value },
  })
}
