import type { ChildProcess } from 'node:child_process'
import { makeBenchCompany } from './support/bench-company.ts'
import { startBenchPostgres } from './support/bench-database.ts'
import { startLoadMaker } from './support/load.ts'
import { Loader } from './support/load-rows.ts'
import { answer, freePort, startServer, stopProcess } from './support/processes.ts'
import { printBench, type Result } from './support/result.ts'

const FIRST = 5000
const ALL = 50_000
const STEP = 5000
const CONNECTIONS = 16
/** Noise: what the compiler and the collector leave differs by so much from run to run. */
const CEILING = 1.1

interface Memory {
  rss: number
  heapUsed: number
  external: number
}

/**
 * What memory a server holds after 50,000 requests (pay page, its status, invoice list; a third each) over after the
 * first 5,000: heap and outside buffers after full collections, and resident.
 */
export async function run(): Promise<Result[]> {
  const postgres = await startBenchPostgres()
  const database = await postgres.create()
  const port = await freePort()
  const { services, company, env, apiKey } = await makeBenchCompany(database, port)
  const loader = new Loader(database.owner, company)
  await loader.customers(100)
  await loader.invoices({ from: 1, to: 2000 }, { customers: 100 })
  await loader.requests({ from: 1, to: 2000 }, { customers: 100, linkKey: services.linkKey })
  await loader.analyse()
  const paths = Array.from({ length: 2000 }, (_, at) => loader.token(services.linkKey, 1 + at)).flatMap(
    (token) => [`/p/${token}`, `/p/${token}/status`, '/v1/invoices?limit=20'],
  )
  const probe = new URL('./support/memory-probe.ts', import.meta.url).href
  const server = await startServer(env, ['--expose-gc', '--import', probe])
  const maker = await startLoadMaker()
  const seen: Memory[] = []
  for (let done = 0; done < ALL; done += STEP) {
    const { failed, failures } = await maker.ask({
      url: `http://127.0.0.1:${port}`,
      paths,
      headers: { authorization: `Bearer ${apiKey}` },
      connections: CONNECTIONS,
      amount: STEP,
    })
    if (failed > 0) throw new Error(`Requests failed: ${failures}.`)
    seen.push(await memoryOf(server))
  }
  await maker.stop()
  await stopProcess(server)
  await services.database.close()
  await postgres.stop()
  return [
    compare('heap and buffers', seen, ({ heapUsed, external }) => heapUsed + external),
    compare('resident memory', seen, ({ rss }) => rss),
  ]
}

function compare(name: string, seen: readonly Memory[], of: (memory: Memory) => number): Result {
  const values = seen.map((memory) => of(memory) / 2 ** 20)
  return {
    name: `${name} after ${ALL} requests / after ${FIRST}`,
    ratio: (values.at(-1) ?? 0) / (values[FIRST / STEP - 1] ?? 1),
    ceiling: CEILING,
    detail: `${values.map((value) => value.toFixed(1)).join(', ')} MB after each ${STEP}`,
  }
}

function memoryOf(server: ChildProcess): Promise<Memory> {
  const result = answer<Memory>(server, (message) => 'heapUsed' in message)
  server.send({ memory: true })
  return result
}

if (import.meta.main) await printBench(run)
