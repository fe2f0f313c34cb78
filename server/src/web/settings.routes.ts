import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  changerOf,
  changeSettings,
  type RouteServices,
  read,
  readSettings,
  sameValue,
  write,
} from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { ALL_SETTINGS } from './all-settings.ts'
import { applyPreset, valuesOf } from './apply-preset.ts'
import { PRESETS } from './presets.ts'

const values = Type.Record(Type.String(), Type.Unknown())
const SettingsWire = Type.Object(
  {
    object: Type.Literal('settings'),
    values,
    data: Type.Array(
      Type.Object(
        {
          object: Type.Literal('setting'),
          key: Type.String(),
          value: Type.Unknown(),
          default: Type.Unknown(),
          is_default: Type.Boolean(),
          changeable_by: Type.Enum(['company', 'operator']),
          description: Type.String(),
          schema: Type.Unknown({ description: 'JSON Schema of the values that it takes.' }),
        },
        { $id: 'Setting' },
      ),
    ),
  },
  { $id: 'Settings' },
)
const PresetList = Type.Object({
  object: Type.Literal('list'),
  data: Type.Array(
    Type.Object(
      {
        object: Type.Literal('preset'),
        name: Type.String(),
        title: Type.String(),
        description: Type.String(),
        values,
      },
      { $id: 'Preset' },
    ),
  ),
})
const PresetApplied = Type.Object(
  {
    object: Type.Literal('applied_preset'),
    name: Type.String(),
    changed: Type.Array(Type.Object({ key: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
    skipped: Type.Array(Type.Object({ key: Type.String(), wanted: Type.Unknown() }), {
      description: 'What only the operator may change; ask them where it matters.',
    }),
  },
  { $id: 'AppliedPreset' },
)

/** A company's settings: what each is, what it may be, and who may change it. Presets are bundles of them. */
export function settingRoutes(server: FastifyInstance, services: RouteServices): void {
  const tag = 'Settings'
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/settings',
      permission: 'settings.read',
      summary: 'Read the settings',
      tag,
      response: SettingsWire,
    },
    (db) => settingsToWire(db),
  )
  write(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/settings',
      permission: 'settings.write',
      summary: 'Change settings, all or none',
      tag,
      body: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
        minProperties: 1,
        maxProperties: 50,
      }),
      response: SettingsWire,
    },
    async (tx, { actor, body }) => {
      await changeSettings(tx, actor, ALL_SETTINGS, body)
      return settingsToWire(tx)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/settings/presets',
      permission: 'settings.read',
      summary: 'List the presets, each with every value that it sets',
      tag,
      response: PresetList,
    },
    async () => ({
      object: 'list' as const,
      data: Object.entries(PRESETS).map(([name, { title, description }]) => ({
        object: 'preset' as const,
        name,
        title,
        description,
        values: valuesOf(name),
      })),
    }),
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/settings/presets/:name/apply',
      permission: 'settings.write',
      summary: 'Apply a preset, all or none',
      tag,
      params: Type.Object({ name: Type.String({ maxLength: 100 }) }),
      response: PresetApplied,
      status: 200,
    },
    async (tx, { actor, params }) => ({
      object: 'applied_preset' as const,
      name: params.name,
      ...(await applyPreset(tx, actor, params.name)),
    }),
  )
}

async function settingsToWire(db: Db) {
  const current = await readSettings(db, ALL_SETTINGS)
  const data = await Promise.all(
    ALL_SETTINGS.map(async (setting) => {
      const { key, fallback, description, schema } = setting
      const value = current.get(key)
      return {
        object: 'setting' as const,
        key,
        value,
        default: fallback,
        is_default: sameValue(value, fallback),
        changeable_by: await changerOf(db, setting),
        description,
        schema,
      }
    }),
  )
  return { object: 'settings' as const, values: Object.fromEntries(current), data }
}
