import type pg from 'pg'
import type { Catalogue, DefinedFunction, Relation } from './catalogue.ts'

export interface Reviewed {
  globalTables: ReadonlySet<string>
  appendOnly: ReadonlySet<string>
  definers: ReadonlySet<string>
}

const MOST = new Set(['select', 'insert', 'update', 'delete'])

/** Who may do more than needed, in words. `needed` has `schema.table verb` for what the product's SQL does. */
export function accessFaults(
  catalogue: Catalogue,
  reviewed: Reviewed,
  role: string,
  needed: ReadonlySet<string>,
): string[] {
  const { relations, functions, schemas } = catalogue
  const publicMayCreate = schemas.some(
    ({ name, creators }) => name === 'public' && creators.includes('public'),
  )
  return [
    ...relations.flatMap((relation) => grantFaults(relation, reviewed, role, needed)),
    ...relations.filter(({ kind }) => kind === 'view').flatMap((view) => viewFaults(view, reviewed)),
    ...functions
      .filter(({ isDefiner }) => isDefiner)
      .flatMap((each) => definerFaults(each, reviewed, role, publicMayCreate)),
    ...schemas.flatMap(({ name, creators }) =>
      creators.map((who) => `schema ${name}: ${who} may create in it`),
    ),
    ...staleReviews(catalogue, reviewed),
  ]
}

function grantFaults(
  { name, kind, grants }: Relation,
  { appendOnly }: Reviewed,
  role: string,
  needed: ReadonlySet<string>,
): string[] {
  return grants.flatMap((grant) => {
    const { privilege } = grant
    const words = `${name}: ${grant.role} may ${privilege}`
    if (grant.role !== role) return [`${words}; only ${role} is granted anything`]
    if (!MOST.has(privilege) || (kind === 'view' && privilege !== 'select')) return [words]
    if (appendOnly.has(name) && (privilege === 'update' || privilege === 'delete'))
      return [`${words}, and it is append-only`]
    if (privilege !== 'select' && !needed.has(`${name} ${privilege}`))
      return [`${words}, and no statement of the product does`]
    return []
  })
}

/** A view reads as its owner, past row-level security, unless it says otherwise. */
function viewFaults({ name, isSecurityInvoker, reads }: Relation, { globalTables }: Reviewed): string[] {
  const tenant = reads.filter((read) => !globalTables.has(read))
  if (isSecurityInvoker || tenant.length === 0) return []
  return [
    `${name}: reads ${tenant.join(', ')} past row-level security; make it with (security_invoker = true)`,
  ]
}

function definerFaults(
  definer: DefinedFunction,
  { definers }: Reviewed,
  role: string,
  publicMayCreate: boolean,
): string[] {
  const { name, searchPath, executors } = definer
  const faults: string[] = []
  if (!definers.has(name))
    faults.push('is security definer and not reviewed (scripts/definer-functions.json)')
  const path = searchPath?.split(',').map((schema) => schema.trim()) ?? []
  const isFixed =
    path[0] === 'pg_catalog' && path.every((schema) => ['pg_catalog', 'pg_temp', 'public'].includes(schema))
  if (!isFixed || (publicMayCreate && path.includes('public'))) {
    faults.push(`its search_path is ${searchPath ?? 'not fixed'}; set it to pg_catalog, pg_temp`)
  } else if (path.at(-1) !== 'pg_temp') {
    faults.push('its search_path does not end with pg_temp, so temporary tables and types come first')
  }
  const others = executors.filter((executor) => executor !== role)
  if (others.length > 0) faults.push(`${others.join(', ')} may execute it; revoke all from public`)
  return faults.map((fault) => `${name}: ${fault}`)
}

function staleReviews(
  { relations, functions }: Catalogue,
  { globalTables, appendOnly, definers }: Reviewed,
): string[] {
  const there = new Set([...relations, ...functions].map(({ name }) => name))
  return [...globalTables, ...appendOnly, ...definers]
    .filter((name) => !there.has(name))
    .map((name) => `${name} is in a reviewed list and not in the database`)
}

const ROLE = `
  select rolsuper "is a superuser", rolbypassrls "bypasses row-level security", rolcreaterole "makes roles",
    rolcreatedb "makes databases", rolreplication "replicates",
    exists (select from pg_auth_members where member = r.oid) "is a member of another role",
    exists (select from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = r.oid and deptype = 'o'
      and dbid in (0, (select oid from pg_database where datname = current_database())))
      "owns something"
  from pg_roles r where rolname = $1`

/** What the server's role may do that no server needs, in words. */
export async function roleFaults(owner: pg.Client, role: string): Promise<string[]> {
  const { rows } = await owner.query<Record<string, boolean>>(ROLE, [role])
  if (!rows[0]) return [`there is no role ${role}`]
  return Object.entries(rows[0]).flatMap(([words, isSo]) => (isSo ? [`${role} ${words}`] : []))
}
