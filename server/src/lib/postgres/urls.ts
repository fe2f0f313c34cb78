import type pg from 'pg'

/** A URL of the embedded server. */
export function urlFor(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
}

export interface DatabaseUrls {
  /** Migrations: owns the schemas. */
  ownerUrl: string
  /** Everything else: neither owner nor superuser. May go through a pooler in transaction mode. */
  serverUrl: string
  /** The server's role on a session of its own: LISTEN and the job worker. */
  directUrl: string
}

interface DatabaseEnvironment {
  DATABASE_URL?: string | undefined
  DATABASE_OWNER_URL?: string | undefined
  DATABASE_DIRECT_URL?: string | undefined
}

const SERVER_ROLE = 'quittance_server'
const LEAST_VERSION = 15

/**
 * Who connects where. With DATABASE_URL alone its login owns the database, and the server takes off that
 * power with `role=quittance_server`. With DATABASE_OWNER_URL too, DATABASE_URL is the server's own login.
 * DATABASE_DIRECT_URL is the way of the same login past a pooler.
 */
export function connectionFor(
  source: DatabaseEnvironment | { ownerUrl: string; serverUrl: string },
): DatabaseUrls {
  if ('serverUrl' in source) {
    return { ownerUrl: source.ownerUrl, serverUrl: source.serverUrl, directUrl: source.serverUrl }
  }
  const { DATABASE_URL: url, DATABASE_OWNER_URL: owner, DATABASE_DIRECT_URL: direct } = source
  if (!url) throw new Error('DATABASE_URL is not set, so there is no PostgreSQL to connect to.')
  for (const [name, value] of Object.entries({
    DATABASE_URL: url,
    DATABASE_OWNER_URL: owner,
    DATABASE_DIRECT_URL: direct,
  })) {
    if (value) checkUrl(name, value)
  }
  if (owner) return { ownerUrl: owner, serverUrl: url, directUrl: direct || url }
  return { ownerUrl: direct || url, serverUrl: asServerRole(url), directUrl: asServerRole(direct || url) }
}

/** The same login, as `quittance_server` from the first statement on. */
function asServerRole(url: string): string {
  const parsed = new URL(url)
  const before = parsed.searchParams.get('options')
  parsed.searchParams.delete('options')
  // Percent-encoded by hand: searchParams would write spaces as plus signs, which only URLs of forms know.
  const options = encodeURIComponent(`${before ? `${before} ` : ''}-c role=${SERVER_ROLE}`)
  parsed.search = `${parsed.search ? `${parsed.search}&` : '?'}options=${options}`
  return parsed.href
}

/** Never shows the value: it holds a password. */
function checkUrl(name: string, value: string): void {
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) {
    throw new Error(`${name} is not a URL of the form postgres://user:password@host:port/database.`)
  }
}

/**
 * Row-level security binds neither superusers nor owners, so the server must be neither.
 * Throws a sentence that says what is wrong with the connection, and what to do.
 */
export async function assertServerRoleIsSafe(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<ServerRole>(SERVER_ROLE_QUERY)
  const role = rows[0]
  if (!role) throw new Error('PostgreSQL did not say who we are.')
  if (role.version < LEAST_VERSION * 10_000) {
    throw new Error(`PostgreSQL is version ${role.shown_version}; Quittance needs ${LEAST_VERSION} or later.`)
  }
  const power = role.is_superuser
    ? 'is a superuser'
    : role.bypasses_rls
      ? 'bypasses row-level security'
      : role.owned && `owns ${role.owned}`
  if (power) {
    throw new Error(
      `The server's database role ${role.name} ${power}, so PostgreSQL would not keep companies apart. ` +
        `Put a login that is a plain member of ${SERVER_ROLE} into DATABASE_URL and the owner's into ` +
        'DATABASE_OWNER_URL; or give only DATABASE_URL, and no pooler that drops startup options.',
    )
  }
}

interface ServerRole {
  name: string
  version: number
  shown_version: string
  is_superuser: boolean
  bypasses_rls: boolean
  owned: string | null
}

/** Owning through membership in the owner's role counts: it lifts row-level security as well. */
const SERVER_ROLE_QUERY = `
  select current_user as name,
         current_setting('server_version_num')::int as version,
         current_setting('server_version') as shown_version,
         r.rolsuper as is_superuser,
         r.rolbypassrls as bypasses_rls,
         (select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind in ('r', 'p', 'v', 'm', 'f')
             and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
             and pg_has_role(current_user, c.relowner, 'usage')
           order by 1 limit 1) as owned
    from pg_roles r where r.rolname = current_user`
