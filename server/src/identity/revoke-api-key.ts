import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { newId } from '../lib/ids.ts'
import { API_KEY, type ApiKey, type ApiKeyId } from './api-keys.queries.ts'
import { recordAudit } from './audit.ts'

/** Revokes a key at once: the next request with it is a 401. */
export async function revokeApiKey(tx: Tx, actor: Actor, id: ApiKeyId): Promise<ApiKey> {
  const key = await tx.maybe(sql<ApiKey>`
    update identity.api_keys set revoked_at = coalesce(revoked_at, now())
    where company_id = ${tx.companyId} and id = ${id} returning ${API_KEY}`)
  if (key === undefined) throw new NotFound('API key')
  await Promise.all([
    tx.change(
      sql`delete from identity.api_key_directory where company_id = ${tx.companyId} and api_key_id = ${id}`,
      undefined,
    ),
    recordAudit(tx, {
      id: newId(),
      actor,
      action: 'api_key.revoked',
      subjectType: 'api_key',
      subjectId: id,
      detail: {},
    }),
  ])
  return key
}
