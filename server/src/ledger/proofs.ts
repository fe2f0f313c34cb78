import { sql } from '../lib/db/index.ts'
import { firstOf, type Proof } from '../lib/proofs.ts'
import { ACCOUNT } from './post.ts'
import { crookedReversals } from './tallies.queries.ts'

/** M3.1: every entry has transfers, and a reversal moves exactly what it reverses, the other way round. */
const entriesAreWhole: Proof = {
  name: 'entries_are_whole',
  invariants: ['M3.1'],
  holds: (sums) => sums.areZero('ledger.empty', 'ledger.crooked'),
  async find(db, limit) {
    const empty = await db.many(
      firstOf(
        sql<{ id: string }>`
      select e.id from ledger.entries e where e.company_id = ${db.companyId} and not exists (
        select 1 from ledger.transfers t where t.company_id = ${db.companyId} and t.entry_id = e.id)`,
        limit,
      ),
    )
    const crooked = await db.many(
      firstOf(
        sql<{ id: string }>`
      select distinct id from (${crookedReversals(db)}) crooked`,
        limit,
      ),
    )
    return [
      ...empty.map(({ id }) => ({ subjectId: id, message: 'A journal entry moves nothing.' })),
      ...crooked.map(({ id }) => ({
        subjectId: id,
        message: 'A reversing entry does not move what it reverses.',
      })),
    ]
  },
}

/** M3.2: receipts clearing (2150) is empty: all money that came in has been said what it is for. */
const clearingIsEmpty: Proof = {
  name: 'clearing_is_empty',
  invariants: ['M3.2'],
  holds: (sums) => sums.agree('ledger.to_clearing', 'ledger.from_clearing'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ subjectId: string; currency: string; balance: bigint }>`
      select e.subject_id "subjectId", t.currency,
          sum(case when t.debit = ${ACCOUNT.receiptsClearing} then t.amount else -t.amount end)::bigint balance
        from ledger.transfers t join ledger.entries e on e.company_id = t.company_id and e.id = t.entry_id
        where t.company_id = ${db.companyId}
          and (t.debit = ${ACCOUNT.receiptsClearing} or t.credit = ${ACCOUNT.receiptsClearing})
        group by e.subject_id, t.currency
        having sum(case when t.debit = ${ACCOUNT.receiptsClearing} then t.amount else -t.amount end) <> 0`,
        limit,
      ),
    )
    return rows.map(({ subjectId, currency, balance }) => ({
      subjectId,
      message: `Receipts clearing (2150) holds ${balance} ${currency} in minor units of one payment: it came in and was applied to nothing.`,
    }))
  },
}

export const ledgerProofs: readonly Proof[] = [entriesAreWhole, clearingIsEmpty]
