import type { Actor } from '../lib/actor.ts'
import { raw, type Statement, sql, type Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import { type CompanyId, newId } from '../lib/ids.ts'

interface AuditRow {
  id: string
  actor: Actor
  action: string
  subjectType: string
  subjectId: string
  detail: unknown
}

/** Every transition and setting change leaves one row; rows are only ever added. */
export function recordAudit(tx: Tx, row: AuditRow): void {
  tx.append(insertAudit, row)
}

/** The audit row of an event: the wiring's recorder. */
export function auditEvent(tx: Tx, event: DomainEvent): void {
  recordAudit(tx, { ...event, action: event.type })
}

function insertAudit(companyId: CompanyId, rows: readonly AuditRow[]): Statement {
  return sql`
    insert into identity.audit_events (company_id, id, actor_type, actor_id, action, subject_type, subject_id, detail)
    select ${companyId}, a.* from unnest(${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ actor }) => actor.type)}::text[], ${rows.map(({ actor }) => actor.id)}::text[],
      ${rows.map(({ action }) => action)}::text[], ${rows.map((row) => row.subjectType)}::text[],
      ${rows.map((row) => row.subjectId)}::uuid[], ${rows.map(({ detail }) => toJson(detail))}::jsonb[]) a`
}

function toJson(detail: unknown): string {
  return JSON.stringify(detail, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
}

/** Over a batch in a fixed order: who, what, whom and with which detail. */
export const auditDigest =
  raw(`coalesce(sha256(string_agg(sha256(convert_to(concat_ws(chr(31), id, at at time zone 'UTC',
  actor_type, actor_id, action, subject_type, subject_id, detail), 'UTF8')), ''::bytea order by xact, id)), ''::bytea)`)

interface Seal {
  number: bigint
  toXact: string
  sealedAt: string
  digest: Buffer
}

interface Batch {
  events: bigint
  digest: Buffer
  toXact: string
  /** As text: a Date has no microseconds. */
  sealedAt: string
}

/**
 * Closes what can no longer grow: all events of transactions that have ended since the last seal. Each seal
 * carries a digest over its events and over the seal before, so no row can be changed or taken away unseen.
 * Returns how many events it sealed; one sealer at a time per company.
 */
export async function sealAudit(tx: Tx): Promise<bigint> {
  await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`seal ${tx.companyId}`}))`)
  const last = await tx.maybe(sql<Seal>`
    select number, to_xact::text "toXact", sealed_at::text "sealedAt", digest from identity.audit_seals
    where company_id = ${tx.companyId} order by number desc limit 1`)
  const from = { xact: last?.toXact ?? '0', at: last?.sealedAt ?? '-infinity' }
  const previous = last?.digest ?? Buffer.alloc(32)
  const batch = await tx.one(sql<Batch>`
    select count(*) events, ${auditDigest} digest, pg_snapshot_xmin(pg_current_snapshot())::text "toXact",
      clock_timestamp()::text "sealedAt"
    from identity.audit_events
    where company_id = ${tx.companyId} and (xact >= ${from.xact}::xid8 or at > ${from.at}::timestamptz)
      and xact < pg_snapshot_xmin(pg_current_snapshot())`)
  if (batch.events === 0n) return 0n
  await tx.change(sql`
    insert into identity.audit_seals (company_id, id, number, from_xact, to_xact, from_at, sealed_at, events, digest,
      previous)
    values (${tx.companyId}, ${newId()}, ${(last?.number ?? 0n) + 1n}, ${from.xact}::xid8, ${batch.toXact}::xid8,
      ${from.at}::timestamptz, ${batch.sealedAt}::timestamptz, ${batch.events},
      sha256(${previous}::bytea || ${batch.digest}::bytea), ${previous})`)
  return batch.events
}
