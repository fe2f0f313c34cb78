import { type GlobalDb, sql, type Tx } from './db/index.ts'

/** Timed work is a due row, swept against the business clock; a job's own run-at is for repeats only. */
export async function setDue(tx: Tx, task: string, subjectId: string, dueAt: Date): Promise<void> {
  await tx.change(sql`
    insert into lib.due (task, company_id, subject_id, due_at)
    values (${task}, ${tx.companyId}, ${subjectId}, ${dueAt})
    on conflict (task, company_id, subject_id) do update set due_at = excluded.due_at`)
}

/** The same for many subjects of one task. */
export async function setDues(
  tx: Tx,
  task: string,
  rows: readonly { id: string; at: Date }[],
): Promise<void> {
  await tx.change(
    sql`
    insert into lib.due (task, company_id, subject_id, due_at)
    select ${task}, ${tx.companyId}, d.id, d.at
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ at }) => at)}::timestamptz[]) d(id, at)
    on conflict (task, company_id, subject_id) do update set due_at = excluded.due_at`,
    rows.length,
  )
}

export async function clearDue(tx: Tx, task: string, subjectId: string): Promise<void> {
  await tx.change(
    sql`delete from lib.due where task = ${task} and company_id = ${tx.companyId} and subject_id = ${subjectId}`,
    undefined,
  )
}

/** Moves up to 500 rows whose time has come into the outbox. Returns how many. */
export async function sweepDue(db: GlobalDb, now: Date): Promise<number> {
  const rows = await db.many(sql`
    with ripe as (
      delete from lib.due where (task, company_id, subject_id) in (
        select task, company_id, subject_id from lib.due
        where due_at <= ${now} order by due_at limit 500 for update skip locked)
      returning task, company_id, subject_id
    )
    insert into lib.outbox (company_id, task, payload)
    select company_id, task, jsonb_build_object('company_id', company_id, 'subject_id', subject_id) from ripe
    returning id`)
  return rows.length
}
