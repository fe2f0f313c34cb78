import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../lib/actor.ts'
import { type Db, type GlobalDb, sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { type CompanyId, type Id, newId } from '../lib/ids.ts'
import { recordAudit } from './audit.ts'
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

const hash = (secret: string) => createHash('sha256').update(secret).digest()

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
      values (${tx.companyId}, ${id}, ${options.name}, ${permissions}, ${hint}) returning ${KEY}`),
    tx.change(sql`
      insert into identity.api_key_directory (secret_hash, company_id, api_key_id, permissions)
      values (${hash(secret)}, ${tx.companyId}, ${id}, ${permissions})`),
    recordAudit(tx, audit(actor, 'api_key.created', id, { name: options.name, permissions })),
  ])
  return { key, secret }
}

/** Revokes a key at once: the next request with it is a 401. */
export async function revokeApiKey(tx: Tx, actor: Actor, id: ApiKeyId): Promise<ApiKey> {
  const key = await tx.maybe(sql<ApiKey>`
    update identity.api_keys set revoked_at = coalesce(revoked_at, now())
    where company_id = ${tx.companyId} and id = ${id} returning ${KEY}`)
  if (key === undefined) throw new NotFound('API key')
  await Promise.all([
    tx.change(
      sql`delete from identity.api_key_directory where company_id = ${tx.companyId} and api_key_id = ${id}`,
      undefined,
    ),
    recordAudit(tx, audit(actor, 'api_key.revoked', id, {})),
  ])
  return key
}

export function listApiKeys(db: Db): Promise<ApiKey[]> {
  return db.many(sql<ApiKey>`
    select ${KEY} from identity.api_keys where company_id = ${db.companyId} order by id desc`)
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
    where d.secret_hash = ${hash(secret)}`)
}

/** Notes the use of a key, at most once a minute, so that a busy key is not a hot row. */
export async function noteKeyUse(tx: Tx, id: ApiKeyId): Promise<void> {
  await tx.change(
    sql`update identity.api_keys set last_used_at = now() where company_id = ${tx.companyId} and id = ${id}
      and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    undefined,
  )
}

const KEY = {
  name: '',
  values: [],
  text: `id, name, permissions, hint, created_at "createdAt", revoked_at "revokedAt", last_used_at "lastUsedAt"`,
}

function audit(actor: Actor, action: string, subjectId: string, detail: unknown) {
  return { id: newId(), actor, action, subjectType: 'api_key', subjectId, detail }
}
