import { type AgingFilter, listAging } from '../../server/src/receivables/aging/aging.queries.ts'
import { type BenchCompany, makeBenchCompany } from './support/bench-company.ts'
import { type BenchPostgres, startBenchPostgres } from './support/bench-database.ts'
import { Loader } from './support/load-rows.ts'
import { median, printBench, type Result } from './support/result.ts'

const CEILING = 1.5
const OPEN = 100_000
const ALL = 1_000_000
const CUSTOMERS = 10_000
const ROUNDS = 15

/**
 * The aging of today in a company with a million invoices, a tenth of them open, over one that has only as many as are
 * open there, and as many customers; each in a database of its own, alternately. What HTTP adds to both is left out.
 */
export async function run(): Promise<Result[]> {
  const postgres = await startBenchPostgres()
  try {
    const few = await load(postgres, OPEN, 'false')
    const many = await load(postgres, ALL, `n % ${ALL / OPEN} <> 0`)
    const times = { few: [] as number[], many: [] as number[] }
    for (let n = 0; n < 6; n++) await Promise.all([timeOf(few), timeOf(many)]) // plans are made
    for (let round = 0; round < ROUNDS; round++) {
      times.few.push(await timeOf(few))
      times.many.push(await timeOf(many))
    }
    await few.services.database.close()
    await many.services.database.close()
    return [
      {
        name: `aging, ${ALL.toLocaleString('en')} invoices with ${OPEN.toLocaleString('en')} open / only those`,
        ratio: median(times.many.map((ms, round) => ms / (times.few[round] ?? 1))),
        ceiling: CEILING,
        detail: `${median(times.many).toFixed(1)} ms against ${median(times.few).toFixed(1)} ms`,
      },
    ]
  } finally {
    await postgres.stop()
  }
}

async function load(postgres: BenchPostgres, count: number, paid: string): Promise<BenchCompany> {
  const database = await postgres.create()
  const made = await makeBenchCompany(database)
  const loader = new Loader(database.owner, made.company)
  await loader.dropForeignKeys()
  await loader.customers(CUSTOMERS)
  await loader.invoices({ from: 1, to: count }, { customers: CUSTOMERS, paid, lines: false })
  await loader.analyse()
  return made
}

const ALL_CUSTOMERS: AgingFilter = { customerId: null, name: null }

/** Milliseconds of one first page with its totals. */
async function timeOf({ services, company }: BenchCompany): Promise<number> {
  const end = { day: new Date().toISOString().slice(0, 10), timeZone: 'America/New_York' }
  const start = performance.now()
  await services.database.read(company.id, (db) =>
    listAging(db, end, ALL_CUSTOMERS, { limit: 20, after: undefined }),
  )
  return performance.now() - start
}

if (import.meta.main) await printBench(run)
