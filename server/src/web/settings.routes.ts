import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  type RouteServices,
  read,
  readSetting,
  readSettings,
  write,
  writeSetting,
} from '../identity/index.ts'
import { DomainError, InvalidRequest } from '../lib/errors.ts'
import { linkSettings, requestSettings } from '../requests/index.ts'

/** Every setting that a module declares. */
const ALL_SETTINGS = [...requestSettings]

export class SettingIsTheOperators extends DomainError {
  readonly code = 'setting_is_the_operators'
  readonly status = 403
}

const SettingsWire = Type.Object(
  {
    object: Type.Literal('settings'),
    values: Type.Record(Type.String(), Type.Unknown()),
    writable_by: Type.Record(Type.String(), Type.String()),
  },
  { $id: 'Settings' },
)

/** A company's settings: what each is, and who may change it. */
export function settingRoutes(server: FastifyInstance, services: RouteServices): void {
  const tag = 'Settings'
  const show = async (values: Promise<Record<string, unknown>>) => ({
    object: 'settings' as const,
    values: await values,
    writable_by: Object.fromEntries(ALL_SETTINGS.map(({ key, writableBy }) => [key, writableBy])),
  })
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
    (db) => show(readSettings(db, ALL_SETTINGS)),
  )
  write(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/settings',
      permission: 'settings.write',
      summary: 'Change settings',
      tag,
      body: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
        minProperties: 1,
        maxProperties: 50,
      }),
      response: SettingsWire,
    },
    async (tx, { actor, body }) => {
      for (const [key, value] of Object.entries(body)) {
        const setting = ALL_SETTINGS.find((entry) => entry.key === key)
        if (setting === undefined)
          throw new InvalidRequest(`${key} is not a setting. Nothing was changed.`, { field: key })
        if (
          setting.writableBy === 'operator' ||
          (setting.writableBy === 'links_master' &&
            (await readSetting(tx, linkSettings.masterRole)) === 'operator')
        ) {
          throw new SettingIsTheOperators(
            `${key} is changed by the operator of this installation only. Nothing was changed; please ask them.`,
            { field: key },
          )
        }
        await writeSetting(tx, actor, setting, value)
      }
      return show(readSettings(tx, ALL_SETTINGS))
    },
  )
}
