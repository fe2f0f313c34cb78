import { PROOFS, proveBooks, unproven } from '../../server/src/app/verify.ts'
import { type Db, sql } from '../../server/src/lib/db/index.ts'
import { makeBenchCompany } from './support/bench-company.ts'
import { type BenchPostgres, startBenchPostgres } from './support/bench-database.ts'
import { Loader } from './support/load-rows.ts'
import { answer, startProcess } from './support/processes.ts'
import { median, printBench, type Result, spread } from './support/result.ts'

const CEILING = 3
const MEMORY_CEILING = 1.1
const TRANSFERS_OF_A_PAYMENT = 5
const SMALL = 10_000
const BIG = 1_000_000
const ROUNDS = 9

/**
 * All proofs of the books over a million transfers (200,000 invoices with tax, each asked for by link and paid by
 * card), over one query that sums the same transfers by account, alternately; and what memory the proofs take of
 * a fresh process, with a million and with ten thousand.
 */
export async function run(): Promise<Result[]> {
  const postgres = await startBenchPostgres()
  try {
    const small = await load(postgres, SMALL)
    const smallMemory = await memoryOf(small)
    await small.close()
    const begun = performance.now()
    const big = await load(postgres, BIG)
    const loaded = ((performance.now() - begun) / 1000).toFixed(0)
    const bigMemory = await memoryOf(big)
    const ours: number[] = []
    const bare: number[] = []
    bare.push(await secondsOf(() => big.read(listBalances)))
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await secondsOf(() => mustHold(big)))
      bare.push(await secondsOf(() => big.read(listBalances)))
    }
    const left = await leftOpen(big)
    const costs = await costOfEach(big)
    await big.close()
    // Over the mean of the one before and the one after: a machine that slows down meanwhile slows all three.
    const ratios = ours.map((seconds, round) => (2 * seconds) / ((bare[round] ?? 0) + (bare[round + 1] ?? 0)))
    return [
      {
        name: 'all proofs over a million transfers / one grouped query',
        ratio: median(ratios),
        ceiling: CEILING,
        detail:
          `${median(ours).toFixed(2)} s against ${median(bare).toFixed(2)} s; ${ROUNDS} rounds, ratios ${spread(ratios)}; ` +
          `loaded in ${loaded} s, PostgreSQL ${big.version}; ${left}; where sums do not settle it: ${costs}`,
      },
      {
        name: 'memory of the proofs, 1,000,000 / 10,000 transfers',
        ratio: bigMemory / smallMemory,
        ceiling: MEMORY_CEILING,
        detail: `${mb(bigMemory)} against ${mb(smallMemory)} resident at most`,
      },
    ]
  } finally {
    await postgres.stop()
  }
}

/** The yardstick: every account's balance, from the same rows and as the same role. */
function listBalances(db: Db): Promise<unknown> {
  return db.many(sql`
    select account, currency, sum(amount)::bigint balance from (
      select debit account, currency, sum(amount) amount from ledger.transfers
      where company_id = ${db.companyId} group by 1, 2
      union all
      select credit, currency, -sum(amount) from ledger.transfers where company_id = ${db.companyId} group by 1, 2
    ) sides group by account, currency order by account, currency`)
}

async function load(postgres: BenchPostgres, transfers: number) {
  const database = await postgres.create()
  const { services, company } = await makeBenchCompany(database)
  const count = transfers / TRANSFERS_OF_A_PAYMENT
  const customers = Math.ceil(count / 25)
  const loader = new Loader(database.owner, company)
  const range = { from: 1, to: count }
  await loader.dropForeignKeys()
  await loader.customers(customers)
  await loader.invoices(range, { customers, paid: 'true' })
  await loader.requests(range, { customers, linkKey: services.linkKey, settled: 'true', lines: 1 })
  await loader.settlements(range)
  await loader.analyse()
  return {
    services,
    company,
    version: database.version,
    serverUrl: database.serverUrl,
    read: <T>(work: Parameters<typeof services.database.read<T>>[1]) =>
      services.database.read(company.id, work),
    close: () => services.database.close(),
  }
}

type Loaded = Awaited<ReturnType<typeof load>>

async function mustHold({ services, company }: Loaded): Promise<void> {
  const differences = await proveBooks(services.database, company.id)
  if (differences.length > 0) throw new Error(differences.map(({ message }) => message).join('\n'))
}

/** Proofs that the sums of both sides do not settle are looked into row by row. */
async function leftOpen({ services, company }: Loaded): Promise<string> {
  const left = (await unproven(services.database, company.id)).map(({ name }) => name)
  return `settled by sums ${PROOFS.length - left.length} of ${PROOFS.length}, looked into ${left.join(', ')}`
}

/** What each proof takes when it has to look for its differences, which the run above is mostly spared. */
async function costOfEach({ read }: Loaded): Promise<string> {
  const costs: [string, number][] = []
  for (const proof of PROOFS)
    costs.push([proof.name, await secondsOf(() => read((db) => proof.find(db, 20)))])
  return costs
    .sort(([, a], [, b]) => b - a)
    .map(([name, seconds]) => `${name} ${seconds.toFixed(2)} s`)
    .join(', ')
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** The most resident memory of a process that proves the books and does nothing else. */
async function memoryOf({ serverUrl, company }: Loaded): Promise<number> {
  const child = await startProcess(new URL('./support/prove-books.ts', import.meta.url), {
    args: [serverUrl, company.id],
  })
  const { bytes } = await answer<{ bytes: number }>(child, (message) => 'bytes' in message)
  child.disconnect()
  return bytes
}

function mb(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`
}

if (import.meta.main) await printBench(run)
