import { type Database, type Db, sql } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import type { Difference } from '../lib/proofs.ts'
import { compareCash } from './compare-cash.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import type { Processor, ProcessorBalanceTransaction } from './processor.ts'

const BATCH = 500
const PROOF = 'processor_agrees'

/**
 * M3.13: every charge, refund, fee and payout of the processor stands once in our books, and nothing of ours is unknown
 * to it. The processor's list is streamed page by page into a temporary table and compared there, so a million
 * payments need no more memory than a thousand.
 */
export async function compareWithProcessor(
  database: Database,
  processor: Processor,
  companyId: CompanyId,
  limit: number,
): Promise<{ compared: number; differences: Difference[] }> {
  const account = await database.read(companyId, findMerchantAccount)
  if (account === undefined) return { compared: 0, differences: [] }
  return database.session(companyId, async (db) => {
    await db.many(sql`
      create temporary table processor_list (reference text primary key, kind text not null, source text,
        gross bigint not null, fee bigint not null, currency text not null)`)
    let compared = 0
    let batch: ProcessorBalanceTransaction[] = []
    for await (const row of processor.listBalanceTransactions(account.processorAccount, null)) {
      batch.push(row)
      compared += 1
      if (batch.length === BATCH) {
        await keep(db, batch)
        batch = []
      }
    }
    await keep(db, batch)
    await db.many(sql`analyze processor_list`)
    const cash = (await compareCash(database, processor, companyId)).map((message) => ({
      proof: PROOF,
      message,
    }))
    return { compared, differences: [...(await differences(db, limit)), ...cash.slice(0, limit)] }
  })
}

async function keep(db: Db, rows: readonly ProcessorBalanceTransaction[]): Promise<void> {
  if (rows.length === 0) return
  await db.many(sql`
    insert into processor_list
    select * from unnest(${rows.map((r) => r.reference)}::text[], ${rows.map((r) => r.type)}::text[],
      ${rows.map((r) => r.source)}::text[], ${rows.map((r) => r.gross)}::bigint[], ${rows.map((r) => r.fee)}::bigint[],
      ${rows.map((r) => r.currency)}::text[])
    on conflict do nothing`)
}

interface Row {
  reference: string
  kind: string
  source: string | null
  theirs: bigint | null
  ours: bigint | null
  theirFee: bigint | null
  ourFee: bigint | null
  currency: string
}

async function differences(db: Db, limit: number): Promise<Difference[]> {
  const rows = await db.many(sql<Row>`
    select coalesce(t.reference, o.processor_reference) reference, coalesce(t.kind, o.kind) kind, t.source,
      t.gross theirs, o.gross ours, t.fee "theirFee", o.fee "ourFee", coalesce(t.currency, o.currency) currency
    from processor_list t
    full join (
      select processor_reference, kind, gross, fee, currency from payments.balance_transactions
      where company_id = ${db.companyId} and kind <> 'failure'
      union all
      select processor_reference, type, gross, fee, currency from payments.account_movements
      where company_id = ${db.companyId}) o on o.processor_reference = t.reference
    where (t.reference is null or o.processor_reference is null or t.gross <> o.gross or t.fee <> o.fee
      or t.currency <> o.currency) and not (o.processor_reference is null and ${isPending(db)})
    order by 1 limit ${limit}`)
  const unbooked = await db.many(sql<{ id: string; amount: bigint; currency: string }>`
    select p.id, p.amount, p.currency from payments.payments p
    where p.company_id = ${db.companyId} and p.state in ('succeeded', 'returned', 'charged_back')
      and p.method not in ('wire', 'cash', 'cheque') and not exists (
      select 1 from payments.balance_transactions b
      where b.company_id = ${db.companyId} and b.payment_id = p.id and b.kind = 'charge')
    limit ${limit}`)
  return [
    ...rows.map((row) => ({ proof: PROOF, message: say(row) })),
    ...unbooked.map((row) => ({
      proof: PROOF,
      subjectId: row.id,
      message: `A payment of ${row.amount} ${row.currency} (minor units) succeeded here, but its movement at the processor was not read yet.`,
    })),
  ]
}

/**
 * Of a bank debit the processor has a movement from when it is sent to the bank, and another that undoes it where it
 * fails: neither is money that came, so neither is in our books. A failed one must come to nothing, but for its fee.
 */
function isPending(db: Db) {
  return sql`t.kind in ('payment', 'payment_failure_refund') and exists (
      select 1 from payments.payments p
      where p.company_id = ${db.companyId} and p.charge_reference = t.source and p.method = 'ach' and (
        p.state in ('created', 'unknown', 'processing')
        or (p.state in ('failed', 'canceled') and (
          select sum(u.gross) = 0 and sum(u.fee) = coalesce((
            select sum(b.fee) from payments.balance_transactions b
            where b.company_id = ${db.companyId} and b.payment_id = p.id and b.kind = 'failure'), 0)
          from processor_list u where u.source = t.source))))`
}

function say(row: Row): string {
  const what = `${row.kind} ${row.source ?? ''} (${row.reference})`
  if (row.ours === null) {
    return `The processor has a ${what} of ${row.theirs} ${row.currency} (minor units) that is not in our books.`
  }
  if (row.theirs === null) {
    return `Our books have a ${what} of ${row.ours} ${row.currency} (minor units) that the processor does not have.`
  }
  return `A ${what} is ${row.ours} with a fee of ${row.ourFee} here and ${row.theirs} with a fee of ${row.theirFee} at the processor (minor units of ${row.currency}).`
}
