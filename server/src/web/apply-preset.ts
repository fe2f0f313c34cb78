import { changerOf, changeSettings, readSettings, type SettingChange, sameValue } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { ALL_SETTINGS } from './all-settings.ts'
import { PRESETS } from './presets.ts'

/** What presets decide: every setting that one of them names. */
const DECIDED = ALL_SETTINGS.filter(({ key }) => Object.values(PRESETS).some(({ values }) => key in values))

/** A preset's value of every setting that presets decide: what it does not name is at its default. */
export function valuesOf(name: string): Record<string, unknown> {
  const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined
  if (preset === undefined) throw new NotFound('preset')
  return Object.fromEntries(
    DECIDED.map(({ key, fallback }) => [key, key in preset.values ? preset.values[key] : fallback]),
  )
}

/**
 * Makes the settings what a preset says, all or none, whatever preset was applied before. What only the operator may
 * change is skipped and listed, unless the operator applies it.
 */
export async function applyPreset(
  tx: Tx,
  actor: Actor,
  name: string,
): Promise<{ changed: SettingChange[]; skipped: { key: string; wanted: unknown }[] }> {
  const wanted = valuesOf(name)
  const current = await readSettings(tx, DECIDED)
  const mine: Record<string, unknown> = {}
  const skipped: { key: string; wanted: unknown }[] = []
  for (const setting of DECIDED) {
    const { key } = setting
    if (actor.type === 'operator' || (await changerOf(tx, setting)) === 'company') mine[key] = wanted[key]
    else if (!sameValue(current.get(key), wanted[key])) skipped.push({ key, wanted: wanted[key] })
  }
  return { changed: await changeSettings(tx, actor, ALL_SETTINGS, mine), skipped }
}
