import type pg from 'pg'

/** A table or view of our schemas, as PostgreSQL has it. */
export interface Relation {
  /** `schema.name`. */
  name: string
  schema: string
  kind: 'table' | 'view'
  hasRowSecurity: boolean
  isSecurityInvoker: boolean
  triggers: string[]
  columns: { name: string; type: string; isNotNull: boolean; default: string | null; isGenerated: boolean }[]
  keys: Key[]
  /** Unique indexes that are no constraint; an expression is null. */
  uniqueIndexes: { name: string; columns: (string | null)[]; definition: string }[]
  indexes: string[]
  checks: string[]
  policies: {
    name: string
    isPermissive: boolean
    command: string
    roles: string[]
    using: string | null
    check: string | null
  }[]
  grants: { role: string; privilege: string }[]
  /** Relations that a view reads. */
  reads: string[]
}

export interface Key {
  name: string
  kind: 'primary key' | 'unique' | 'foreign key'
  columns: string[]
  target: { table: string; columns: string[] } | null
}

export interface DefinedFunction {
  /** `schema.name(types)`. */
  name: string
  schema: string
  isDefiner: boolean
  searchPath: string | null
  body: string
  executors: string[]
}

export interface Catalogue {
  relations: Relation[]
  functions: DefinedFunction[]
  schemas: { name: string; creators: string[] }[]
}

/** graphile-worker makes and looks after its own schema. */
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
  and not exists (select from pg_depend e where e.objid = o.oid and e.deptype = 'e')`

const columnsOf = (relation: string, numbers: string) =>
  `array(select a.attname::text from unnest(${numbers}) with ordinality k (number, place)
    left join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.number and k.number > 0 order by place)`

const grantsOf = (acl: string) =>
  `(select coalesce(json_agg(json_build_object('role', coalesce(r.rolname, 'public'), 'privilege', lower(g.privilege_type))
      order by r.rolname, g.privilege_type), '[]')
    from aclexplode(${acl}) g left join pg_roles r on r.oid = g.grantee where g.grantee <> o.relowner)`

const RELATIONS = `
  select n.nspname || '.' || o.relname "name", n.nspname "schema",
    case when o.relkind = 'v' then 'view' else 'table' end "kind", o.relrowsecurity "hasRowSecurity",
    coalesce(o.reloptions @> '{security_invoker=true}', false) "isSecurityInvoker",
    array(select tgname::text from pg_trigger where tgrelid = o.oid and not tgisinternal) "triggers",
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'isNotNull', a.attnotnull, 'default', pg_get_expr(d.adbin, d.adrelid),
        'isGenerated', a.attgenerated <> '' or a.attidentity <> '') order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum
      where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped) "columns",
    (select coalesce(json_agg(json_build_object('name', c.conname,
        'kind', case c.contype when 'p' then 'primary key' when 'u' then 'unique' else 'foreign key' end,
        'columns', ${columnsOf('c.conrelid', 'c.conkey')},
        'target', case when c.contype = 'f' then json_build_object('table', fn.nspname || '.' || f.relname,
          'columns', ${columnsOf('c.confrelid', 'c.confkey')}) end)
        order by array_position('{p,u,f}'::"char"[], c.contype), c.conname), '[]')
      from pg_constraint c left join pg_class f on f.oid = c.confrelid
      left join pg_namespace fn on fn.oid = f.relnamespace
      where c.conrelid = o.oid and c.contype in ('p', 'u', 'f')) "keys",
    (select coalesce(json_agg(json_build_object('name', x.relname, 'columns', ${columnsOf('i.indrelid', 'i.indkey::int2[]')},
        'definition', pg_get_indexdef(i.indexrelid)) order by x.relname), '[]')
      from pg_index i join pg_class x on x.oid = i.indexrelid
      where i.indrelid = o.oid and i.indisunique
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)) "uniqueIndexes",
    array(select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class x on x.oid = i.indexrelid
      where i.indrelid = o.oid and not i.indisunique order by x.relname) "indexes",
    array(select pg_get_constraintdef(c.oid, true) from pg_constraint c
      where c.conrelid = o.oid and c.contype = 'c' order by c.conname) "checks",
    (select coalesce(json_agg(json_build_object('name', p.policyname, 'isPermissive', p.permissive = 'PERMISSIVE',
        'command', p.cmd, 'roles', p.roles, 'using', p.qual, 'check', p.with_check) order by p.policyname), '[]')
      from pg_policies p where p.schemaname = n.nspname and p.tablename = o.relname) "policies",
    ${grantsOf(`coalesce(o.relacl, acldefault('r', o.relowner))`)} "grants",
    array(select distinct rn.nspname || '.' || r.relname from pg_rewrite w
      join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid
      join pg_class r on d.refclassid = 'pg_class'::regclass and r.oid = d.refobjid and r.oid <> o.oid
      join pg_namespace rn on rn.oid = r.relnamespace where w.ev_class = o.oid) "reads"
  from pg_class o join pg_namespace n on n.oid = o.relnamespace
  where o.relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS}
  order by 1`

const FUNCTIONS = `
  select n.nspname || '.' || o.proname || '(' || oidvectortypes(o.proargtypes) || ')' "name", n.nspname "schema",
    o.prosecdef "isDefiner", o.prosrc "body",
    (select substr(setting, length('search_path=') + 1) from unnest(o.proconfig) setting
      where setting like 'search_path=%') "searchPath",
    array(select coalesce(r.rolname, 'public')::text from aclexplode(coalesce(o.proacl, acldefault('f', o.proowner))) g
      left join pg_roles r on r.oid = g.grantee where g.grantee <> o.proowner order by 1) "executors"
  from pg_proc o join pg_namespace n on n.oid = o.pronamespace where ${OURS} order by 1`

const SCHEMAS = `
  select n.nspname "name",
    array(select coalesce(r.rolname, 'public')::text from aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) g
      left join pg_roles r on r.oid = g.grantee
      where g.grantee <> n.nspowner and g.privilege_type = 'CREATE' and r.rolname is distinct from 'pg_database_owner') "creators"
  from pg_namespace n, pg_namespace o where o.oid = n.oid and ${OURS} order by 1`

/** What the migrations made, read from PostgreSQL's own catalogue. */
export async function readCatalogue(owner: pg.Client): Promise<Catalogue> {
  const relations = await owner.query<Relation>(RELATIONS)
  const functions = await owner.query<DefinedFunction>(FUNCTIONS)
  const schemas = await owner.query<Catalogue['schemas'][number]>(SCHEMAS)
  return { relations: relations.rows, functions: functions.rows, schemas: schemas.rows }
}
