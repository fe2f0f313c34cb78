import { changerOf, changeSettings, readSettings } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Database } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import { ALL_SETTINGS, applyPreset } from '../web/index.ts'

/** What the operator sees of a company's settings: each value, and who may change it. */
export function showSettings(database: Database, companyId: CompanyId): Promise<unknown> {
  return database.read(companyId, async (db) => {
    const values = await readSettings(db, ALL_SETTINGS)
    const rows = ALL_SETTINGS.map(async (setting) => [
      setting.key,
      {
        value: values.get(setting.key),
        default: setting.fallback,
        changeable_by: await changerOf(db, setting),
      },
    ])
    return Object.fromEntries(await Promise.all(rows))
  })
}

/** Changes settings given as `key=value`, all or none. A value is JSON, or else text as it stands. */
export function setSettings(
  database: Database,
  operator: Actor,
  companyId: CompanyId,
  assignments: readonly string[],
): Promise<unknown> {
  const values = Object.fromEntries(assignments.map(readAssignment))
  return database.write(companyId, async (tx) => ({
    changed: await changeSettings(tx, operator, ALL_SETTINGS, values),
  }))
}

export function setPreset(
  database: Database,
  operator: Actor,
  companyId: CompanyId,
  name: string,
): Promise<unknown> {
  return database.write(companyId, (tx) => applyPreset(tx, operator, name))
}

function readAssignment(text: string): [string, unknown] {
  const at = text.indexOf('=')
  const key = at === -1 ? text : text.slice(0, at)
  const value = at === -1 ? '' : text.slice(at + 1)
  try {
    return [key, JSON.parse(value)]
  } catch {
    return [key, value]
  }
}
