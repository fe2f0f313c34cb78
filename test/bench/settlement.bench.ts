import { processor } from '../../server/src/lib/actor.ts'
import { keyed, once } from '../../server/src/lib/idempotency.ts'
import { toWireId } from '../../server/src/lib/ids.ts'
import { type PaymentId, recordOutcome } from '../../server/src/payments/index.ts'
import type { ProcessorPayment } from '../../server/src/payments/processor.ts'
import { rateOf } from './support/at-once.ts'
import { makeBenchCompany } from './support/bench-company.ts'
import { loadedId, startBenchPostgres } from './support/bench-database.ts'
import { captureStatements, scriptOf } from './support/captured-statements.ts'
import { cpuMeter } from './support/cpu-time.ts'
import { amountOf, FEE, KIND, Loader } from './support/load-rows.ts'
import { startReplay } from './support/replay.ts'
import { median, printBench, type Result, spread } from './support/result.ts'

const FLOOR = 0.6
const AT_ONCE = 16
const EACH = 60
const SLICE = AT_ONCE * EACH
const ROUNDS = 7
const CUSTOMERS = 200
/** Settled before: on empty tables PostgreSQL plans its own look-ups of foreign keys as scans, for as long as a connection lives. */
const HISTORY = 20_000
/** The settlement that is captured; its amount occurs nowhere else. */
const CAPTURED = 4999

/**
 * Settlements per second, 16 at once: `recordOutcome` of a card payment that succeeded, with everything in its
 * transaction, and with the row of an idempotency key and its answer as a route that writes has them, over pgbench that runs the very same statements, prepared, on 16 connections. The statements are those
 * of one real settlement, with what names its payment put in for another. Alternately, each on payments of its own.
 */
export async function run(): Promise<Result[]> {
  const postgres = await startBenchPostgres()
  const database = await postgres.create()
  const { services, company } = await makeBenchCompany(database)
  const loader = new Loader(database.owner, company)
  const all = { from: 1, to: CAPTURED + SLICE * (ROUNDS + 1) * 2 }
  await loader.customers(CUSTOMERS)
  await loader.invoices(all, { customers: CUSTOMERS, inFlight: 'true' })
  await loader.requests(all, { customers: CUSTOMERS, linkKey: services.linkKey })
  await loader.attempts(all)
  const history = { from: all.to + 1, to: all.to + HISTORY }
  await loader.invoices(history, { customers: CUSTOMERS, paid: 'true' })
  await loader.requests(history, { customers: CUSTOMERS, linkKey: services.linkKey, settled: 'true' })
  await loader.settlements(history)
  await loader.analyse()
  const settle = (n: number) =>
    once(services.database, company.id, keyed(`settle-${n}`, []), async (tx) => {
      const payment = await recordOutcome(tx, processor, new Date(), paymentId(n), outcomeOf(n))
      return { status: 201, body: { object: 'payment', id: toWireId('pay', payment.id) } }
    })
  for (let n = 1; n < 20; n++) await settle(n)
  const captured = await captureStatements(() => settle(CAPTURED))
  const script = await scriptOf(database.owner, captured, standsOf(CAPTURED), [company.id])
  const replay = await startReplay(database.serverUrl, script, AT_ONCE)
  const used = await cpuMeter(database.owner)
  const slices: { ours: number; theirs: number; ourCpu: number; theirCpu: number; nodeCpu: number }[] = []
  let from = CAPTURED + 1
  for (let round = -1; round < ROUNDS; round++) {
    const start = used()
    const theirs = await replay.run(from, EACH)
    const between = used()
    const begun = from + SLICE - 1
    const node = process.cpuUsage()
    const ours = await rateOf(SLICE, AT_ONCE, (n) => settle(begun + n))
    from += 2 * SLICE
    if (round < 0) continue // both warm up
    const { user, system } = process.cpuUsage(node)
    slices.push({
      ours,
      theirs,
      nodeCpu: (user + system) / SLICE,
      ourCpu: (used() - between) / SLICE,
      theirCpu: (between - start) / SLICE,
    })
  }
  const { rows } = await database.owner.query<{ settled: string }>(
    `select count(*) settled from requests.requests where settled_at is not null and id > bench.id(${KIND.request}, ${CAPTURED}) and id <= bench.id(${KIND.request}, ${all.to})`,
  )
  const expected = String(SLICE * (ROUNDS + 1) * 2)
  await replay.stop()
  await services.database.close()
  await postgres.stop()
  if (rows[0]?.settled !== expected)
    throw new Error(`${rows[0]?.settled} requests are settled, not ${expected}.`)
  const middle = (pick: (slice: (typeof slices)[number]) => number) => median(slices.map(pick))
  const ratios = slices.map(({ ours, theirs }) => ours / theirs)
  return [
    {
      name: `settlement, ${AT_ONCE} at once / ${replay.name} with the same ${script.length} statements`,
      ratio: median(ratios),
      floor: FLOOR,
      detail:
        `${middle(({ ours }) => ours).toFixed(0)} settlements/s against ${middle(({ theirs }) => theirs).toFixed(0)}; ` +
        `${ROUNDS} rounds of ${SLICE} each, ratios ${spread(ratios)}; PostgreSQL's processor time for one ` +
        `${middle(({ ourCpu }) => ourCpu * 1e6).toFixed(0)} µs against ${middle(({ theirCpu }) => theirCpu * 1e6).toFixed(0)} µs, ` +
        `ours besides ${middle(({ nodeCpu }) => nodeCpu).toFixed(0)} µs`,
    },
  ]
}

function paymentId(n: number): PaymentId {
  return loadedId(KIND.payment, n) as PaymentId
}

function outcomeOf(n: number): ProcessorPayment {
  return {
    reference: `pi_${n}`,
    paymentId: paymentId(n),
    status: 'succeeded',
    amount: amountOf(n),
    currency: 'USD',
    chargeReference: `ch_${n}`,
    declineCode: null,
    card: { brand: 'visa', last4: '4242', wallet: null },
    balance: {
      reference: `txn_${n}`,
      type: 'charge',
      source: `ch_${n}`,
      description: null,
      createdAt: new Date(),
      gross: amountOf(n),
      fee: BigInt(FEE),
      currency: 'USD',
      availableOn: new Date(),
    },
    bank: null,
    verification: null,
    failureBalance: null,
    returned: null,
    clientSecret: null,
  }
}

/** What names the n-th settlement in its statements, as expressions of `:n`. */
function standsOf(n: number): [string, string][] {
  const ids = Object.values(KIND).map((kind): [string, string] => [
    loadedId(kind, n),
    `bench.id(${kind}, :n::bigint)`,
  ])
  const names = ['pi_', 'ch_', 'txn_', 'submit-', 'settle-', 'ctoken_', 'INV-'].map(
    (prefix): [string, string] => [`${prefix}${n}`, `('${prefix}' || :n::bigint)`],
  )
  const wireId = [toWireId('pay', paymentId(n)), `('pay_bench' || :n::bigint)`] as [string, string]
  return [...ids, wireId, ...names, [amountOf(n).toString(), '(10000 + :n::bigint % 5000)']]
}

if (import.meta.main) await printBench(run)
