import { type Database, sql } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import { type CashAccount, listCashAccounts } from './cash-accounts.queries.ts'
import type { Processor } from './processor.ts'
import type { CashMovement } from './processor-cash.ts'

interface Ours {
  reference: string
  amount: bigint
  currency: string
}

/**
 * M3.13 of wires: what came to each customer's account number stands once in our books, and so does what was moved from
 * there. Returns what differs, in words.
 */
export async function compareCash(
  database: Database,
  processor: Processor,
  companyId: CompanyId,
): Promise<string[]> {
  const found: string[] = []
  for (const account of await database.read(companyId, listCashAccounts))
    found.push(...(await compareOne(database, processor, companyId, account)))
  return found
}

async function compareOne(
  database: Database,
  processor: Processor,
  companyId: CompanyId,
  account: CashAccount,
): Promise<string[]> {
  const theirs: CashMovement[] = []
  for await (const row of processor.listCash(account.processorAccount || null, account.processorCustomer))
    theirs.push(row)
  const { wires, draws, isAsking } = await database.read(companyId, async (db) => ({
    wires: await db.many(sql<Ours>`
      select p.processor_reference reference, p.amount, p.currency from payments.wires w
      join payments.payments p on p.company_id = w.company_id and p.id = w.id
      where w.company_id = ${db.companyId} and w.cash_account_id = ${account.id}`),
    draws: await db.many(sql<Ours>`
      select d.processor_reference reference, -d.amount amount, p.currency from payments.cash_draws d
      join payments.wires w on w.company_id = d.company_id and w.id = d.payment_id
      join payments.payments p on p.company_id = w.company_id and p.id = w.id
      where d.company_id = ${db.companyId} and w.cash_account_id = ${account.id} and d.state = 'drawn'`),
    isAsking: (
      await db.one(sql<{ found: boolean }>`
        select exists (select 1 from payments.cash_draws d
          join payments.wires w on w.company_id = d.company_id and w.id = d.payment_id
          where d.company_id = ${db.companyId} and w.cash_account_id = ${account.id} and d.state = 'asked') found`)
    ).found,
  }))
  const drawn = theirs.filter(({ kind }) => kind === 'drawn')
  return [
    ...differences(
      'wire',
      named(
        theirs.filter(({ kind }) => kind === 'funded'),
        'reference',
      ),
      wires,
    ),
    // One whose answer was lost is asked for again, and is the same.
    ...(isAsking ? [] : differences('draw', named(drawn, 'paymentReference'), draws)),
  ]
}

function named(rows: readonly CashMovement[], by: 'reference' | 'paymentReference'): Ours[] {
  return rows.map((row) => ({ reference: row[by] ?? '', amount: row.amount, currency: row.currency }))
}

function differences(what: string, theirs: readonly Ours[], ours: readonly Ours[]): string[] {
  const say = ({ amount, currency, reference }: Ours) =>
    `${what} ${reference} of ${amount} ${currency} (minor units)`
  const same = (a: Ours) => (b: Ours) =>
    a.reference === b.reference && a.amount === b.amount && a.currency === b.currency
  return [
    ...theirs
      .filter((row) => !ours.some(same(row)))
      .map((row) => `The processor has a ${say(row)} that is not in our books.`),
    ...ours
      .filter((row) => !theirs.some(same(row)))
      .map((row) => `Our books have a ${say(row)} that the processor does not have.`),
  ]
}
