import { randomBytes } from 'node:crypto'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { API_KEY, type ApiKey, secretHash } from './api-keys.queries.ts'
import { recordAudit } from './audit.ts'
import type { Permission } from './permissions.ts'

/** Makes a key. The secret is returned this once; only its SHA-256 is kept. */
export async function createApiKey(
  tx: Tx,
  actor: Actor,
  options: { name: string; permissions: readonly Permission[] },
): Promise<{ key: ApiKey; secret: string }> {
  const id = newId<'key'>()
  const secret = `qk_${randomBytes(30).toString('base64url')}`
  const hint = secret.slice(-4)
  const permissions = [...options.permissions]
  const [key] = await Promise.all([
    tx.one(sql<ApiKey>`
      insert into identity.api_keys (company_id, id, name, permissions, hint)
      values (${tx.companyId}, ${id}, ${options.name}, ${permissions}, ${hint}) returning ${API_KEY}`),
    tx.change(sql`
      insert into identity.api_key_directory (secret_hash, company_id, api_key_id, permissions)
      values (${secretHash(secret)}, ${tx.companyId}, ${id}, ${permissions})`),
    recordAudit(tx, {
      id: newId(),
      actor,
      action: 'api_key.created',
      subjectType: 'api_key',
      subjectId: id,
      detail: { name: options.name, permissions },
    }),
  ])
  return { key, secret }
}
