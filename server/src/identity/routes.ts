import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { name, timestamp, wireId } from '../lib/schemas.ts'
import { Transient } from '../lib/sealed.ts'
import { type ApiKey, listApiKeys } from './api-keys.queries.ts'
import { createApiKey } from './create-api-key.ts'
import { refuseMoreThanHeld } from './held-permissions.ts'
import { PERMISSIONS } from './permissions.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { type RouteServices, read, write } from './route.ts'

const ApiKeyWire = Type.Object(
  {
    object: Type.Literal('api_key'),
    id: wireId('key'),
    name: Type.String(),
    permissions: Type.Array(Type.String()),
    hint: Type.String({ description: 'The last four characters of the secret.' }),
    secret: Type.Optional(
      Type.Union([Type.String(), Type.Null()], { description: 'Shown once, when the key is made.' }),
    ),
    created_at: timestamp,
    revoked_at: Type.Union([timestamp, Type.Null()]),
    last_used_at: Type.Union([timestamp, Type.Null()]),
  },
  { $id: 'ApiKey' },
)

function toWire(key: ApiKey) {
  return {
    object: 'api_key' as const,
    id: toWireId('key', key.id),
    name: key.name,
    permissions: key.permissions,
    hint: key.hint,
    created_at: key.createdAt.toISOString(),
    revoked_at: key.revokedAt?.toISOString() ?? null,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
  }
}

/** Keys are made, listed and revoked by whoever holds `keys.manage`; a secret is shown once. */
export function apiKeyRoutes(server: FastifyInstance, services: RouteServices): void {
  const tag = 'API keys'
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/api_keys',
      permission: 'keys.manage',
      summary: 'Make an API key',
      tag,
      body: Type.Object(
        { name, permissions: Type.Array(Type.Enum(PERMISSIONS), { minItems: 1, uniqueItems: true }) },
        { additionalProperties: false },
      ),
      response: ApiKeyWire,
    },
    async (tx, { actor, body, permissions }) => {
      refuseMoreThanHeld(permissions, body.permissions)
      const { key, secret } = await createApiKey(tx, actor, body)
      // A repeat with the same Idempotency-Key gets the key without its secret: that rests nowhere.
      return { ...toWire(key), secret: new Transient(secret) as unknown as string }
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/api_keys',
      permission: 'keys.manage',
      summary: 'List API keys',
      tag,
      response: Type.Object({ object: Type.Literal('list'), data: Type.Array(ApiKeyWire) }),
    },
    async (db) => ({ object: 'list' as const, data: (await listApiKeys(db)).map(toWire) }),
  )
  write(
    server,
    services,
    {
      method: 'DELETE',
      url: '/v1/api_keys/:id',
      permission: 'keys.manage',
      summary: 'Revoke an API key',
      tag,
      params: Type.Object({ id: Type.String() }),
      response: ApiKeyWire,
    },
    async (tx, { actor, params }) => {
      const id = givenId('key', params.id, 'API key')
      return toWire(await revokeApiKey(tx, actor, id))
    },
  )
}
