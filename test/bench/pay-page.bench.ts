import type { ChildProcess } from 'node:child_process'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { makeBenchCompany } from './support/bench-company.ts'
import { startBenchPostgres } from './support/bench-database.ts'
import { cpuMeter } from './support/cpu-time.ts'
import { startLoadMaker } from './support/load.ts'
import type { LoadResult } from './support/load-maker.ts'
import { Loader } from './support/load-rows.ts'
import { freePort, startProcess, startServer, stopProcess } from './support/processes.ts'
import { median, printBench, type Result, spread } from './support/result.ts'

const FLOOR = 0.45
const LINKS = 1000
const CONNECTIONS = 16
const ROUNDS = 15
const SECONDS = 1
/** Answers before the first measurement, for the compiler's sake. */
const WARM_UP = 5000

/**
 * Pay pages per second of the server as it is run, over a bare route of the same framework with one indexed SELECT
 * on as large a pool. Both are processes of their own, and so is the load maker, whose 16 connections ask for a
 * thousand links in turn, uncompressed. The two are asked alternately.
 */
export async function run(): Promise<Result[]> {
  const postgres = await startBenchPostgres()
  const database = await postgres.create()
  const port = await freePort()
  const barePort = await freePort()
  const { services, company, env } = await makeBenchCompany(database, port)
  const loader = new Loader(database.owner, company)
  await loader.customers(100)
  await loader.invoices({ from: 1, to: 10_000 }, { customers: 100 })
  await loader.requests({ from: 1, to: 10_000 }, { customers: 100, linkKey: services.linkKey })
  const paths = Array.from({ length: LINKS }, (_, at) => `/p/${loader.token(services.linkKey, 1 + at * 10)}`)
  await database.owner.query(`
    create table bench.bare (token text primary key, reference text not null, total bigint not null);
    grant select on bench.bare to quittance_server`)
  await database.owner.query(
    `insert into bench.bare select '/p/' || n, 'INV-' || n, n from generate_series(1, 9000) n
     union all select substr(path, 4), 'INV', 10000 from unnest($1::text[]) path`,
    [paths],
  )
  await loader.analyse()
  const server = await startServer(env)
  const bare = await startProcess(new URL('./support/bare-server.ts', import.meta.url), {
    env: { DATABASE_URL: database.serverUrl, PORT: String(barePort) },
  })
  const maker = await startLoadMaker()
  const used = await cpuMeter(database.owner)
  const ask = async (at: number, process: ChildProcess, amount?: number) => {
    const before = used(process.pid)
    const result = await maker.ask({
      url: `http://127.0.0.1:${at}`,
      paths,
      headers: { 'accept-encoding': 'identity' },
      connections: CONNECTIONS,
      ...(amount === undefined ? { seconds: SECONDS } : { amount }),
    })
    if (result.failed > 0) throw new Error(`Requests failed: ${result.failures}.`)
    return { ...result, cpu: (used(process.pid) - before) / result.total }
  }
  const slices: { our: Slice; its: Slice }[] = []
  await ask(barePort, bare, WARM_UP)
  await ask(port, server, WARM_UP)
  for (let round = 0; round < ROUNDS; round++) {
    slices.push({ its: await ask(barePort, bare), our: await ask(port, server) })
  }
  const weight = await weigh(`http://127.0.0.1:${port}`, paths[0] ?? '')
  await maker.stop()
  await stopProcess(server)
  await stopProcess(bare)
  await services.database.close()
  await postgres.stop()
  const middle = (pick: (slice: { our: Slice; its: Slice }) => number) => median(slices.map(pick))
  const ratio = ({ our, its }: { our: Slice; its: Slice }) => our.perSecond / its.perSecond
  return [
    {
      name: 'pay page / bare route with one indexed SELECT',
      ratio: middle(ratio),
      floor: FLOOR,
      detail:
        `${middle(({ our }) => our.perSecond).toFixed(0)} pages/s (p99 ${middle(({ our }) => our.p99)} ms) against ` +
        `${middle(({ its }) => its.perSecond).toFixed(0)}; ${ROUNDS} rounds of ${SECONDS} s each, ratios ${spread(slices.map(ratio))}; ` +
        `processor time of server and PostgreSQL for a page ${middle(({ our }) => our.cpu * 1e6).toFixed(0)} µs, for the bare route ` +
        `${middle(({ its }) => its.cpu * 1e6).toFixed(0)} µs: ${middle(({ our, its }) => its.cpu / our.cpu).toFixed(2)}`,
    },
    ...weight,
  ]
}

interface Slice extends LoadResult {
  /** Seconds for each answer. */
  cpu: number
}

const HTML_LIMIT = 14 * 1024
const SCRIPT_LIMIT = 8 * 1024
const REQUESTS_LIMIT = 5

/** What a payer's phone loads of us: the page, its script, and how many requests beside the processor's. */
async function weigh(origin: string, path: string): Promise<Result[]> {
  const html = await (await fetch(`${origin}${path}`)).text()
  const own = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, found]) => found ?? '')
  const assets = new Set(own)
  const script = [...assets].find((asset) => asset.endsWith('.js')) ?? ''
  const source = Buffer.from(
    await (await fetch(`${origin}${script}`, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer(),
  )
  const page = Buffer.from(html)
  const requests = 1 + assets.size
  return [
    {
      name: 'pay page HTML, compressed / 14 KB',
      ratio: gzipSync(page).length / HTML_LIMIT,
      ceiling: 1,
      detail: sizes(page),
    },
    {
      name: 'pay page script, compressed / 8 KB',
      ratio: gzipSync(source).length / SCRIPT_LIMIT,
      ceiling: 1,
      detail: sizes(source),
    },
    {
      name: 'pay page requests beside the processor’s / 5',
      ratio: requests / REQUESTS_LIMIT,
      ceiling: 1,
      detail: `${requests}: the page and ${[...assets].map((asset) => asset.replace(/^\/assets\/|\.[\w-]{12}(?=\.)/g, '')).join(', ')}`,
    },
  ]
}

function sizes(body: Buffer): string {
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
  return `${body.length} bytes; gzip ${gzipSync(body).length}, brotli (level 4) ${brotli.length}`
}

if (import.meta.main) await printBench(run)
