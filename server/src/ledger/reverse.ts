import { sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'

/**
 * Reverses every entry of a kind on a subject that is not reversed yet: a correction is an entry of its own,
 * never a change. Returns how many entries it reversed; reversing again reverses nothing. It sees what earlier
 * transactions posted, not its own.
 */
export async function reverse(
  tx: Tx,
  options: { kind: string; subjectId: string; reversalKind: string; at: Date },
): Promise<number> {
  const entries = await tx.many(sql<{ id: string; subjectType: string }>`
    select e.id, e.subject_type "subjectType" from ledger.entries e
    where e.company_id = ${tx.companyId} and e.subject_id = ${options.subjectId} and e.kind = ${options.kind}
      and not exists (select 1 from ledger.entries r where r.company_id = ${tx.companyId} and r.reverses = e.id)`)
  for (const entry of entries) {
    const id = newId()
    await tx.change(
      sql`
      with reversal as (
        insert into ledger.entries (company_id, id, at, kind, subject_type, subject_id, reverses)
        values (${tx.companyId}, ${id}, ${options.at}, ${options.reversalKind}, ${entry.subjectType},
          ${options.subjectId}, ${entry.id})
      )
      insert into ledger.transfers (company_id, id, entry_id, debit, credit, amount, currency)
      select company_id, gen_random_uuid(), ${id}, credit, debit, amount, currency
      from ledger.transfers where company_id = ${tx.companyId} and entry_id = ${entry.id}`,
      undefined,
    )
  }
  return entries.length
}
