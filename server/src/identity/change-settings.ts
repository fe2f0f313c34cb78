import { Check } from 'typebox/schema'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { DomainError, InvalidRequest } from '../lib/errors.ts'
import { newId } from '../lib/ids.ts'
import { recordAudit } from './audit.ts'
import { changerOf, type Setting, sameValue } from './settings.ts'

export class SettingIsTheOperators extends DomainError {
  readonly code = 'setting_is_the_operators'
  readonly status = 403
}

export interface SettingChange {
  key: string
  before: unknown
  after: unknown
}

/**
 * Changes settings, all or none, each audited with its value before; one that has the value already is left alone and
 * not told. `declared` are those there are. Throws for a key that is none, a value that it does not take, and, unless
 * the actor is the operator, for what is the operator's (`setting_is_the_operators`).
 */
export async function changeSettings(
  tx: Tx,
  actor: Actor,
  declared: readonly Setting[],
  values: Readonly<Record<string, unknown>>,
): Promise<SettingChange[]> {
  const wanted = Object.entries(values).map(([key, value]) => ({
    setting: settingOf(declared, key, value),
    value,
  }))
  for (const { setting } of wanted) await checkChanger(tx, actor, setting)
  const changes: SettingChange[] = []
  // In one order, so that two who change the same settings wait for each other and never for ever.
  for (const { setting, value } of wanted.sort((a, b) => (a.setting.key < b.setting.key ? -1 : 1))) {
    const change = await changeOne(tx, actor, setting, value)
    if (change !== undefined) changes.push(change)
  }
  return changes
}

function settingOf(declared: readonly Setting[], key: string, value: unknown): Setting {
  const setting = declared.find((entry) => entry.key === key)
  if (setting === undefined)
    throw new InvalidRequest(`${key} is not a setting. Nothing was changed.`, { field: key })
  if (!Check(setting.schema, value)) {
    throw new InvalidRequest(
      `${key} does not take this value. Nothing was changed. It means: ${setting.description}`,
      { field: key },
    )
  }
  return setting
}

async function checkChanger(tx: Tx, actor: Actor, setting: Setting): Promise<void> {
  if (actor.type === 'operator' || (await changerOf(tx, setting)) === 'company') return
  throw new SettingIsTheOperators(
    `${setting.key} is changed by the operator of this installation only. Nothing was changed; please ask them.`,
    { field: setting.key },
  )
}

/** The row is written with the default where there is none, which locks it: what was before is then certain. */
async function changeOne(
  tx: Tx,
  actor: Actor,
  setting: Setting,
  value: unknown,
): Promise<SettingChange | undefined> {
  const { id, before } = await tx.one(sql<{ id: string; before: unknown }>`
    insert into identity.settings (company_id, id, key, value)
    values (${tx.companyId}, ${newId()}, ${setting.key}, ${JSON.stringify(setting.fallback)})
    on conflict (company_id, key) do update set value = settings.value returning id, value before`)
  if (sameValue(before, value)) return undefined
  await tx.change(sql`
    update identity.settings set value = ${JSON.stringify(value)}, updated_at = now()
    where company_id = ${tx.companyId} and id = ${id}`)
  await recordAudit(tx, {
    id: newId(),
    actor,
    action: 'setting.changed',
    subjectType: 'setting',
    subjectId: id,
    detail: { key: setting.key, before, after: value },
  })
  return { key: setting.key, before, after: value }
}
