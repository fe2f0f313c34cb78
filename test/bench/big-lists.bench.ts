import type { CustomerId } from '../../server/src/customers/index.ts'
import type { Db } from '../../server/src/lib/db/index.ts'
import { documentFilterOf } from '../../server/src/lib/list-filter.ts'
import { type InvoiceFilter, listInvoices } from '../../server/src/receivables/list-invoices.ts'
import { tokenHash } from '../../server/src/requests/link-token.ts'
import { listRequests, type RequestFilter } from '../../server/src/requests/list-requests.ts'
import { findPage } from '../../server/src/requests/page.queries.ts'
import { type BenchCompany, makeBenchCompany } from './support/bench-company.ts'
import {
  type BenchDatabase,
  type BenchPostgres,
  loadedId,
  startBenchPostgres,
} from './support/bench-database.ts'
import { KIND, Loader } from './support/load-rows.ts'
import { median, printBench, type Result } from './support/result.ts'

const CEILING = 1.5
const SMALL = 10_000
const BIG = 1_000_000
const INVOICES_OF_A_CUSTOMER = 100
const LINKS = 2000
const CALLS = 40
const ROUNDS = 15

interface Size extends BenchCompany {
  count: number
  loader: Loader
  database: BenchDatabase
}

type Call = (size: Size, n: number) => Promise<unknown>

/**
 * The reads of the pay page and of each first page of the lists of invoices and requests, in a company with a million invoices (a tenth
 * of them open, one in a hundred void) over one with ten thousand, each in a database of its own, alternately. What
 * HTTP adds to both is left out.
 */
export async function run(): Promise<Result[]> {
  const postgres = await startBenchPostgres()
  try {
    const begun = performance.now()
    const small = await load(postgres, SMALL)
    const big = await load(postgres, BIG)
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    const results: Result[] = []
    for (const [name, call] of Object.entries(CALLS_OF)) {
      results.push(await compare(name, call, small, big))
    }
    await small.services.database.close()
    await big.services.database.close()
    const [first] = results
    if (first !== undefined) first.detail += `; loaded in ${seconds} s, PostgreSQL ${small.database.version}`
    return results
  } finally {
    await postgres.stop()
  }
}

async function load(postgres: BenchPostgres, count: number): Promise<Size> {
  const database = await postgres.create()
  const made = await makeBenchCompany(database)
  const loader = new Loader(database.owner, made.company)
  const customers = count / INVOICES_OF_A_CUSTOMER
  await loader.dropForeignKeys()
  await loader.customers(customers)
  await loader.invoices({ from: 1, to: count }, { customers, paid: PAID, voided: VOID, lines: false })
  const asked = { customers, madeAt: `'${FIRST_DAY}'::timestamptz + n * interval '${DAYS} days' / ${count}` }
  const older = { ...asked, settled: PAID, voided: VOID, lines: 1 }
  await loader.requests({ from: 1, to: count - LINKS }, older)
  const { linkKey } = made.services
  await loader.requests({ from: count - LINKS + 1, to: count }, { ...asked, linkKey })
  await loader.analyse()
  return { ...made, count, loader, database }
}

/** Requests are spread evenly over so many days. */
const FIRST_DAY = '2023-01-01'
const DAYS = 1_000
const VOID = 'n % 100 = 50'
/** Nine in ten are paid, in no order that an index could follow. */
const PAID = `(hashint8(n) % 10 <> 0 and not ${VOID})`

const list = (filter: (size: Size, n: number) => InvoiceFilter, after?: (size: Size) => number): Call => {
  return ({ services, company, ...size }, n) =>
    services.database.read(company.id, (db: Db) => {
      const whole = { services, company, ...size }
      const page = {
        limit: 20,
        after: after === undefined ? undefined : loadedId(KIND.invoice, after(whole)),
      }
      return listInvoices(db, page, filter(whole, n))
    })
}

const customer = ({ count }: Size, n: number) =>
  loadedId(KIND.customer, 1 + ((n * 7919) % (count / INVOICES_OF_A_CUSTOMER))) as CustomerId

type Asked = Parameters<typeof documentFilterOf>[0] & Pick<RequestFilter, 'status'>
const requests = (
  asked: (size: Size, n: number) => Partial<Asked>,
  customerOf?: (size: Size, n: number) => CustomerId,
): Call => {
  return (size, n) =>
    size.services.database.read(size.company.id, (db: Db) =>
      listRequests(
        db,
        new Date(),
        { limit: 20, after: undefined },
        {
          ...documentFilterOf(asked(size, n), 'America/New_York'),
          customerId: customerOf?.(size, n),
          state: undefined,
          status: asked(size, n).status,
        },
      ),
    )
}

const CALLS_OF: Readonly<Record<string, Call>> = {
  'pay page': ({ services, company, loader, count }, n) =>
    findPage(
      services.database.global,
      company.id,
      tokenHash(loader.token(services.linkKey, count - ((n * 37) % LINKS))),
    ),
  'invoice list': list(() => ({})),
  'invoice list, page after the middle': list(
    () => ({}),
    ({ count }) => count / 2,
  ),
  'invoice list, open': list(() => ({ open: true })),
  'invoice list, of a customer': list((size, n) => ({ customerId: customer(size, n) })),
  'invoice list, open of a customer': list((size, n) => ({ customerId: customer(size, n), open: true })),
  'invoice list, state open': list(() => ({ state: 'open' })),
  'invoice list, state void': list(() => ({ state: 'void' })),
  'invoice list, state void of a customer': list((size, n) => ({
    customerId: customer(size, n),
    state: 'void',
  })),
  'invoice list, a number': list(({ count }, n) => ({ number: `INV-${1 + ((n * 7919) % count)}` })),
  'invoice list, a number that is not there': list(() => ({ number: 'NOT-THERE' })),
  'invoice list, status paid': list(() => ({ status: { label: 'paid', today: '2026-06-01' } })),
  'invoice list, status overdue': list(() => ({ status: { label: 'overdue', today: '2026-06-01' } })),
  'request list': requests(() => ({})),
  'request list, of a customer': requests(() => ({}), customer),
  'request list, status paid': requests(() => ({ status: 'paid' })),
  'request list, status sent': requests(() => ({ status: 'sent' })),
  'request list, status unpaid': requests(() => ({ status: 'unpaid' })),
  'request list, status unpaid of a customer': requests(() => ({ status: 'unpaid' }), customer),
  'request list, status voided': requests(() => ({ status: 'voided' })),
  'request list, status expired, of which there is none': requests(() => ({ status: 'expired' })),
  'request list, status processing, of which there is none': requests(() => ({ status: 'processing' })),
  'request list, status voided of a customer': requests(() => ({ status: 'voided' }), customer),
  'request list, one amount': requests((_, n) => ({ amount_from: 10_000 + n, amount_to: 10_000 + n })),
  'request list, a range of amounts': requests(() => ({ amount_from: 10_000, amount_to: 10_100 })),
  'request list, a month': requests(() => ({ created_from: '2024-03-01', created_to: '2024-03-31' })),
  'request list, voided in a month': requests(() => ({
    status: 'voided',
    created_from: '2024-03-01',
    created_to: '2024-03-31',
  })),
  'request list, search for a number': requests(({ count }, n) => ({
    q: `INV-${1 + ((n * 7919) % count)}`,
  })),
  'request list, search for what all have': requests(() => ({ q: 'café' })),
  'request list, search for what none has': requests(() => ({ q: 'nobody' })),
  'request list, search for an amount': requests((_, n) => ({ q: `100.${10 + (n % 80)}` })),
}

async function compare(name: string, call: Call, small: Size, big: Size): Promise<Result> {
  const times = { small: [] as number[], big: [] as number[] }
  for (let n = 0; n < 10; n++) await Promise.all([call(small, n), call(big, n)]) // plans are made
  // What takes long is not called as often: it has missed by then.
  const slow = (await timeOf(call, big, 1)) > 20
  const rounds = slow ? 3 : ROUNDS
  const calls = slow ? 3 : CALLS
  for (let round = 0; round < rounds; round++) {
    times.small.push(await timeOf(call, small, calls))
    times.big.push(await timeOf(call, big, calls))
  }
  const ratios = times.big.map((ms, round) => ms / (times.small[round] ?? 1))
  return {
    name: `${name}, 1,000,000 / 10,000 invoices`,
    ratio: median(ratios),
    ceiling: CEILING,
    detail: `${median(times.big).toFixed(2)} ms against ${median(times.small).toFixed(2)} ms`,
  }
}

/** Milliseconds of one call, one after the other. */
async function timeOf(call: Call, size: Size, calls: number): Promise<number> {
  const start = performance.now()
  for (let n = 1; n <= calls; n++) await call(size, n)
  return (performance.now() - start) / calls
}

if (import.meta.main) await printBench(run)
