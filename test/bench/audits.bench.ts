import { startDemo } from './support/demo.ts'
import { audit, CATEGORIES, type Scores } from './support/lighthouse.ts'
import { median, printBench, type Result, spread } from './support/result.ts'

const ROUNDS = 5
const ROWS = 60

/**
 * Lighthouse on the production build as `bin/start` serves it, with some sixty requests and invoices in its lists:
 * the dashboard as its desktop sees it, sign-in and the pay page as its slow telephone does too. A page's score is its
 * least category's (speed, accessibility, best practices), each the median of five.
 */
export async function run(): Promise<Result[]> {
  const demo = await startDemo()
  try {
    const payPath = await fill(demo.call)
    const { cookie } = demo
    const pages = [
      { name: 'pay page', path: payPath, form: 'mobile', floor: 0.98 },
      { name: 'sign-in', path: '/sign-in', form: 'desktop', floor: 0.95 },
      { name: 'home', path: '/', form: 'desktop', floor: 0.95, cookie },
      { name: 'list of requests', path: '/pay/requests', form: 'desktop', floor: 0.95, cookie },
      { name: 'list of customers', path: '/customers', form: 'desktop', floor: 0.95, cookie },
      { name: 'list of invoices', path: '/invoices', form: 'desktop', floor: 0.95, cookie },
    ] as const
    const results: Result[] = []
    for (const { name, path, floor, ...how } of pages) {
      const rounds: Scores[] = []
      for (let round = 0; round < ROUNDS; round++) rounds.push(await audit(`${demo.url}${path}`, how))
      results.push({ name: `Lighthouse, ${name} (${how.form}) / 1`, floor, ...summed(rounds) })
    }
    return results
  } finally {
    await demo.stop()
  }
}

function summed(rounds: readonly Scores[]): { ratio: number; detail: string } {
  const parts = CATEGORIES.map((category) => {
    const scores = rounds.map((round) => round[category].score)
    const lost = new Set(rounds.flatMap((round) => round[category].lost))
    const why = lost.size === 0 ? '' : ` (${[...lost].join(', ')})`
    return { score: median(scores), told: `${category} ${spread(scores)}${why}` }
  })
  return {
    ratio: Math.min(...parts.map(({ score }) => score)),
    detail: parts.map(({ told }) => told).join('; '),
  }
}

/** Makes what lists show. Returns the path of a pay page. */
async function fill(
  call: (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>,
): Promise<string> {
  for (let n = 1; n <= ROWS; n++) {
    const customer = await call('POST', '/v1/customers', { name: `Café Lune ${n}` })
    const invoice = await call('POST', '/v1/invoices', {
      customer: customer.id,
      currency: 'usd',
      lines: [{ description: 'Peonies, white', quantity: '3', unit_price: '12.50' }],
    })
    const request = await call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] })
    if (n < ROWS) continue
    const link = await call('POST', '/v1/payment_links', { payment_request: request.id })
    return new URL(String(link.url)).pathname
  }
  throw new Error('Nothing was made.')
}

if (import.meta.main) await printBench(run)
