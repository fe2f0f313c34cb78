import type { Actor } from '../lib/actor.ts'
import type { Database } from '../lib/db/index.ts'
import { DomainError } from '../lib/errors.ts'
import type { CompanyId } from '../lib/ids.ts'
import { type ApiKeyId, findKeyHolder } from './api-keys.queries.ts'
import { noteKeyUse } from './note-key-use.ts'
import type { Permission } from './permissions.ts'

/** Who calls, for which company. */
export interface Admitted {
  actor: Actor
  companyId: CompanyId
  publicNumber: Buffer
}

export class Unauthenticated extends DomainError {
  readonly code = 'unauthenticated'
  readonly status = 401
}

export class PermissionDenied extends DomainError {
  readonly code = 'permission_denied'
  readonly status = 403
}

const lastNoted = new Map<ApiKeyId, number>()

/** The holder of an API key, if the key may do this. Throws `Unauthenticated` or `PermissionDenied`. */
export async function admit(
  database: Database,
  authorization: string | undefined,
  permission: Permission,
): Promise<Admitted> {
  const secret = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  const holder = secret === undefined ? undefined : await findKeyHolder(database.global, secret)
  if (holder === undefined) {
    throw new Unauthenticated('This needs a valid API key: `Authorization: Bearer qk_…`. Nothing was done.')
  }
  if (!holder.permissions.includes(permission)) {
    throw new PermissionDenied(`This API key lacks the permission ${permission}. Nothing was done.`)
  }
  if (Date.now() - (lastNoted.get(holder.apiKeyId) ?? 0) > 60_000) {
    lastNoted.set(holder.apiKeyId, Date.now())
    await database.write(holder.companyId, (tx) => noteKeyUse(tx, holder.apiKeyId))
  }
  return {
    actor: { type: 'api_key', id: holder.apiKeyId },
    companyId: holder.companyId,
    publicNumber: holder.publicNumber,
  }
}
