import { type Db, raw, sql } from '../lib/db/index.ts'
import { type Range, within } from './report-range.ts'

/** What persons gave up in a period, and what they took back. Minor units. */
export interface WriteOffs {
  currency: string
  invoices: bigint
  writtenOff: bigint
  recovered: bigint
}

/** From the ledger, on the day that it was done; what banks took back for good is no write-off. */
export function listWriteOffs(db: Db, range: Range): Promise<WriteOffs[]> {
  return db.many(sql<WriteOffs>`
    select m.currency, count(distinct m."subjectId") filter (where m.kind = 'invoice_written_off') invoices,
      coalesce(sum(m.amount) filter (where m.kind = 'invoice_written_off'), 0)::bigint "writtenOff",
      coalesce(sum(m.amount) filter (where m.kind = 'write_off_recovered'), 0)::bigint recovered
    from ledger.movements_view m
    where m."companyId" = ${db.companyId} and ${within(raw('m.at'), range)}
      and m.kind in ('invoice_written_off', 'write_off_recovered')
    group by m.currency order by m.currency`)
}
