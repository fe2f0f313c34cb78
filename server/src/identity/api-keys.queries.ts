import { createHash } from 'node:crypto'
import { type Db, type GlobalDb, raw, sql } from '../lib/db/index.ts'
import type { CompanyId, Id } from '../lib/ids.ts'
import type { Permission } from './permissions.ts'

export type ApiKeyId = Id<'key'>

export interface ApiKey {
  id: ApiKeyId
  name: string
  permissions: Permission[]
  hint: string
  createdAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
}

export const API_KEY = raw(
  `id, name, permissions, hint, created_at "createdAt", revoked_at "revokedAt", last_used_at "lastUsedAt"`,
)

/** What is kept of a secret. */
export const secretHash = (secret: string) => createHash('sha256').update(secret).digest()

export function listApiKeys(db: Db): Promise<ApiKey[]> {
  return db.many(sql<ApiKey>`
    select ${API_KEY} from identity.api_keys where company_id = ${db.companyId} order by id desc`)
}

export interface KeyHolder {
  companyId: CompanyId
  publicNumber: Buffer
  apiKeyId: ApiKeyId
  permissions: Permission[]
}

/** Whose secret this is, or undefined. One indexed look-up by digest, so timing tells nothing of the secret. */
export function findKeyHolder(db: GlobalDb, secret: string): Promise<KeyHolder | undefined> {
  return db.maybe(sql<KeyHolder>`
    select d.company_id "companyId", c.public_number "publicNumber", d.api_key_id "apiKeyId", d.permissions
    from identity.api_key_directory d join identity.companies c on c.id = d.company_id
    where d.secret_hash = ${secretHash(secret)}`)
}
