import { sql, type Tx } from '../lib/db/index.ts'
import type { ApiKeyId } from './api-keys.queries.ts'

/** Notes the use of a key, at most once a minute, so that a busy key is not a hot row. */
export async function noteKeyUse(tx: Tx, id: ApiKeyId): Promise<void> {
  await tx.change(
    sql`update identity.api_keys set last_used_at = now() where company_id = ${tx.companyId} and id = ${id}
      and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    undefined,
  )
}
