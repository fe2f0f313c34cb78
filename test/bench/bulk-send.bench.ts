import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { toWireId } from '../../server/src/lib/ids.ts'
import { closeThreads } from '../../server/src/lib/worker-threads.ts'
import { type BenchCompany, makeBenchCompany } from './support/bench-company.ts'
import { type BenchPostgres, loadedId, startBenchPostgres } from './support/bench-database.ts'
import { type LoadMaker, startLoadMaker } from './support/load.ts'
import { KIND, Loader } from './support/load-rows.ts'
import { freePort, startProcess, startServer, stopProcess } from './support/processes.ts'
import { median, printBench, type Result } from './support/result.ts'

/** So many customers get links, each for ten invoices; a tenth and all of ten times as many get statements. */
const CUSTOMERS = Number(process.env.BULK_CUSTOMERS ?? 1000)
const STATEMENTS = Number(process.env.BULK_STATEMENTS ?? 1000)
const INVOICES_EACH = 10
/** Mails of the bare loop, of which the first few are not counted. */
const BARE = Math.min(CUSTOMERS, 60)
const WARM_UP = 5
/** Pay pages a second: payers come one by one, and do not wait for each other. */
const PAGES = 20
const SLICE_SECONDS = 4
const LEAST_RATE = 0.5
const MOST_P99 = 2
const MOST_MEMORY = 1.15
const MOST_TIME = 11

interface Bench extends BenchCompany {
  loader: Loader
  pid: number
  stop: () => Promise<void>
}

/**
 * Links for ten invoices of each customer in one bulk send, every mail with ten PDFs: mails a second over a bare loop
 * that renders and sends the same PDFs one mail after the other; the pay page meanwhile; what memory the server holds in
 * the last third over the second; and statements to ten times as many customers over the tenth.
 */
export async function run(): Promise<Result[]> {
  const postgres = await startBenchPostgres()
  const smtpPort = await freePort()
  const sink = await startProcess(new URL('./support/mail-sink.ts', import.meta.url), {
    env: { SMTP_PORT: String(smtpPort) },
  })
  const smtpUrl = `smtp://127.0.0.1:${smtpPort}`
  try {
    return [...(await links(postgres, smtpUrl)), await statements(postgres, smtpUrl)]
  } finally {
    await closeThreads()
    await stopProcess(sink)
    await postgres.stop()
  }
}

async function start(
  postgres: BenchPostgres,
  smtpUrl: string,
  load: (loader: Loader, made: BenchCompany) => Promise<void>,
): Promise<Bench> {
  const database = await postgres.create()
  const port = await freePort()
  const made = await makeBenchCompany(database, port, smtpUrl)
  const loader = new Loader(database.owner, made.company)
  await load(loader, made)
  await loader.analyse()
  const server = await startServer(made.env, [], 'all')
  return {
    ...made,
    loader,
    pid: server.pid ?? 0,
    stop: async () => {
      await stopProcess(server)
      await made.services.database.close()
    },
  }
}

async function links(postgres: BenchPostgres, smtpUrl: string): Promise<Result[]> {
  const count = CUSTOMERS * INVOICES_EACH
  const bench = await start(postgres, smtpUrl, async (loader, { services }) => {
    await loader.customers(CUSTOMERS)
    await loader.invoices({ from: 1, to: count }, { customers: CUSTOMERS })
    await loader.requests(
      { from: 1, to: Math.min(1000, count) },
      { customers: CUSTOMERS, linkKey: services.linkKey },
    )
  })
  const maker = await startLoadMaker()
  const paths = Array.from(
    { length: 200 },
    (_, n) => `/p/${bench.loader.token(bench.services.linkKey, 1 + n)}`,
  )
  const bare = await bareRate(bench)
  await p99Of(maker, bench, paths)
  const idle = median([
    await p99Of(maker, bench, paths),
    await p99Of(maker, bench, paths),
    await p99Of(maker, bench, paths),
  ])
  const invoices = Array.from({ length: count }, (_, n) => toWireId('inv', loadedId(KIND.invoice, n + 1)))
  const busy: number[] = []
  const memory: number[] = []
  let isOver = false
  const began = performance.now()
  const sending = sendAll(bench, { kind: 'payment_links', invoices }).finally(() => {
    isOver = true
  })
  const watching = (async () => {
    while (!isOver) {
      memory.push(residentMegabytes(bench.pid))
      await wait(500)
    }
  })()
  // A slice that ends after the mails does not count.
  while (!isOver) {
    const p99 = await p99Of(maker, bench, paths)
    if (!isOver || busy.length === 0) busy.push(p99)
  }
  const { sent } = await sending
  const seconds = (performance.now() - began) / 1000
  await watching
  await maker.stop()
  await bench.stop()
  const rate = sent / seconds
  const third = Math.max(1, Math.floor(memory.length / 3))
  const [middle, last] = [Math.max(...memory.slice(third, 2 * third)), Math.max(...memory.slice(2 * third))]
  return [
    {
      name: `bulk send, ${sent} mails with ${INVOICES_EACH} PDFs each / a bare loop that renders and sends them`,
      ratio: rate / bare,
      floor: LEAST_RATE,
      detail: `${rate.toFixed(2)} mails/s against ${bare.toFixed(2)}; all within ${seconds.toFixed(0)} s`,
    },
    {
      name: 'pay page p99 meanwhile / idle',
      ratio: median(busy) / Math.max(1, idle),
      ceiling: MOST_P99,
      detail: `${median(busy)} ms against ${idle} ms; ${PAGES} pages/s, ${busy.length} slices of ${SLICE_SECONDS} s`,
    },
    {
      name: 'resident memory at most in the last third of the bulk send / in the second',
      ratio: last / middle,
      ceiling: MOST_MEMORY,
      detail: `${last.toFixed(0)} MB against ${middle.toFixed(0)} MB; at the start ${memory[0]?.toFixed(0)} MB`,
    },
  ]
}

/** Mails a second of a loop that does nothing but render the same PDFs and send them. */
async function bareRate({ services, company, loader }: Bench): Promise<number> {
  let began = 0
  for (let customer = 0; customer < BARE; customer++) {
    if (customer === WARM_UP) began = performance.now()
    const linkUrl = `http://localhost/p/${loader.token(services.linkKey, 1 + customer)}`
    const ids = Array.from({ length: INVOICES_EACH }, (_, n) =>
      loadedId(KIND.invoice, 1 + customer + n * CUSTOMERS),
    )
    const papers = await Promise.all(
      ids.map((id) =>
        services.renderAttachment(company.id, { kind: 'invoice_pdf', id }, { locale: 'en-US', linkUrl }),
      ),
    )
    await services.mailer.sendMail({
      from: services.sender,
      to: `c${customer}@example.test`,
      subject: 'Invoices',
      text: linkUrl,
      attachments: papers.map(({ fileName, bytes }) => ({ filename: fileName, content: Buffer.from(bytes) })),
    })
  }
  return ((BARE - WARM_UP) * 1000) / (performance.now() - began)
}

async function statements(postgres: BenchPostgres, smtpUrl: string): Promise<Result> {
  const all = STATEMENTS * 10
  const bench = await start(postgres, smtpUrl, async (loader) => {
    await loader.customers(all)
    await loader.invoices({ from: 1, to: all * 2 }, { customers: all })
  })
  const secondsOf = async (count: number) => {
    const customers = Array.from({ length: count }, (_, n) => toWireId('cus', loadedId(KIND.customer, n + 1)))
    const began = performance.now()
    await sendAll(bench, {
      kind: 'statements',
      customers,
      statement: { kind: 'open_items', payment_link: true },
    })
    return (performance.now() - began) / 1000
  }
  await secondsOf(Math.min(STATEMENTS, 50)) // the compiler's sake
  const few = await secondsOf(STATEMENTS)
  const many = await secondsOf(all)
  await bench.stop()
  return {
    name: `statements to ${all} customers / to ${STATEMENTS}`,
    ratio: many / few,
    ceiling: MOST_TIME,
    detail: `${many.toFixed(1)} s against ${few.toFixed(1)} s, each with its PDF and link`,
  }
}

/** Asks for a bulk send over HTTP and waits until the last mail is taken. */
async function sendAll({ env, apiKey }: Bench, body: object): Promise<{ sent: number }> {
  const call = async (method: string, path: string, sent?: object) => {
    const response = await fetch(`http://127.0.0.1:${env.PORT}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, ...(sent && { 'content-type': 'application/json' }) },
      ...(sent && { body: JSON.stringify(sent) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as { id: string; counts: Record<string, number> }
  }
  const { id } = await call('POST', '/v1/bulk_sends', body)
  for (;;) {
    const { counts } = await call('GET', `/v1/bulk_sends/${id}`)
    const { failed = 0, queued = 0, sent = 0, skipped = 0, waiting = 0 } = counts
    if (failed + skipped > 0) throw new Error(`Not all were sent: ${JSON.stringify(counts)}.`)
    if (waiting + queued === 0) return { sent }
    await wait(500)
  }
}

async function p99Of(maker: LoadMaker, { env }: Bench, paths: string[]): Promise<number> {
  const { failed, failures, p99 } = await maker.ask({
    url: `http://127.0.0.1:${env.PORT}`,
    paths,
    headers: {},
    connections: 4,
    rate: PAGES,
    seconds: SLICE_SECONDS,
  })
  if (failed > 0) throw new Error(`Requests failed: ${failures}.`)
  return p99
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

if (import.meta.main) await printBench(run)
