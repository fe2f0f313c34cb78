import { type GlobalDb, raw, sql } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import type { Language } from '../lib/words.ts'
import type { UserId } from './sessions.queries.ts'

/** A person, whatever companies they work for. */
export interface User {
  id: UserId
  name: string
  email: string
  language: Language
  /** Null until they chose one. */
  passwordHash: string | null
  lastCompanyId: CompanyId | null
  /** Sealed; it counts where it is confirmed. */
  totpSeed: Buffer | null
  totpConfirmedAt: Date | null
}

const USER = raw(
  `id, name, email, language, password_hash "passwordHash", last_company_id "lastCompanyId", totp_seed "totpSeed",
  totp_confirmed_at "totpConfirmedAt"`,
)

export function findUser(db: Pick<GlobalDb, 'maybe'>, id: UserId): Promise<User | undefined> {
  return db.maybe(sql<User>`select ${USER} from identity.users where id = ${id}`)
}

export function findUserByEmail(db: Pick<GlobalDb, 'maybe'>, email: string): Promise<User | undefined> {
  return db.maybe(sql<User>`select ${USER} from identity.users where lower(email) = lower(${email}::text)`)
}
