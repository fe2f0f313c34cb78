import Stripe from 'stripe'
import { environmentOf, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { type Answer, payer, startWorld, type World } from '../support/world.ts'
import { freePort } from './free-port.ts'
import { MessageCounter } from './message-counter.ts'
import { startPostgresProxy } from './postgres-proxy.ts'
import { startProcessorProxy } from './processor-proxy.ts'

/**
 * The world with a second server process, reached like the first, whose every message to PostgreSQL and to the
 * processor is counted. It is killed at one of them; the world's own server does the jobs and outlives it.
 */
export interface Stage {
  world: World
  counter: MessageCounter
  /** The server that is killed; a new one once the last is gone. */
  victim(): Promise<ServerProcess>
  /** `kill -9`, and every connection of its is cut. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export interface StageOptions {
  /** Roles of the two: jobs in the one that outlives, or jobs in the one that is killed. */
  jobsIn: 'world' | 'victim'
  /** What the company's account is to be able to beside cards. */
  able?: readonly string[]
}

/**
 * What a server says whether or not anything happens; and what it reads over the connection that its requests share,
 * since all of them would stand still with one. Nothing is written before those reads.
 */
const IDLE =
  /requests\.find_page|select id from identity\.companies|^db. select id, public_number "publicNumber"|lib\.clock|from lib\.due|with taken as|LISTEN|_private_known_crontabs|^db. (begin read only)?$/

export async function startStage({ jobsIn, able = [] }: StageOptions = { jobsIn: 'world' }): Promise<Stage> {
  const world = await startWorld({ able, ...(jobsIn === 'victim' ? { role: 'web' } : {}) })
  const counter = new MessageCounter(IDLE)
  const postgres = await startPostgresProxy(world.database.serverUrl, counter)
  const processor = await startProcessorProxy(world.sandbox.url, counter)
  const through = (url: string, port: number) => {
    const other = new URL(url)
    other.searchParams.delete('host')
    other.hostname = '127.0.0.1'
    other.port = String(port)
    return other.href
  }
  const env = {
    ...environmentOf(world),
    DATABASE_URL: through(world.database.serverUrl, postgres.port),
    DATABASE_OWNER_URL: through(world.database.ownerUrl, postgres.port),
    SANDBOX_URL: `http://127.0.0.1:${processor.port}`,
  }
  let current: Promise<ServerProcess> | undefined
  const start = async () => {
    const victim = await startServerProcess(jobsIn === 'victim' ? 'all' : 'web', await freePort(), env)
    victim.gone.then(() => {
      current = undefined
    })
    return victim
  }
  const kill = async () => {
    const victim = await current
    victim?.kill()
    await victim?.gone
    postgres.cut()
    processor.cut()
  }
  return {
    world,
    counter,
    victim: () => {
      current ??= start()
      return current
    },
    kill,
    stop: async () => {
      await kill()
      await postgres.stop()
      await processor.stop()
      await world.stop()
    },
  }
}

/** A debt with its link, and a payer of its own. */
export interface Debt {
  invoice: string
  number: string
  request: string
  link: string
  /** The path of the pay page, on any of the servers. */
  path: string
  email: string
  amount: number
}

let debts = 0

export async function newDebt({ company }: World): Promise<Debt> {
  debts += 1
  const email = `payer${debts}@crash.test`
  const amount = 10_000 + debts
  const customer = await must(company.call('POST', '/v1/customers', { name: `Payer ${debts}`, email }))
  const price = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
  const invoice = await must(
    company.call('POST', '/v1/invoices', {
      customer: customer.id,
      currency: 'usd',
      lines: [{ description: 'Roses', quantity: '1', unit_price: price }],
    }),
  )
  const request = await must(
    company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }),
  )
  const link = await must(company.call('POST', '/v1/payment_links', { payment_request: request.id }))
  const url = String(link.url)
  return {
    invoice: String(invoice.id),
    number: String(invoice.number),
    request: String(request.id),
    link: url,
    path: new URL(url).pathname,
    email,
    amount,
  }
}

/** Submits a card (or, by what is sent beside it, an account) for a debt at one of the servers, as the page's script does. */
export function submit(
  server: { url: string },
  debt: Debt,
  submitKey: string,
  token: string,
  beside: object = {},
): Promise<Answer> {
  return payer('POST', `${server.url}${debt.path}/payments`, {
    submit_key: submitKey,
    confirmation_token: token,
    amount: debt.amount,
    currency: 'USD',
    name: 'Léa Dubois',
    email: debt.email,
    ...beside,
  })
}

export async function must(answer: Promise<Answer>): Promise<Record<string, unknown>> {
  const { status, text, body } = await answer
  if (status >= 300) throw new Error(`Answered ${status}: ${text}`)
  return body
}

/** Longer than a call may be on its way, so that an attempt that the processor never saw is known to be none. */
const LONG_ENOUGH_SECONDS = 360

/** Time goes by: what is due is looked at, what is queued is done, until nothing is left. */
export async function letTimePass(world: World, seconds = LONG_ENOUGH_SECONDS): Promise<void> {
  await world.play('POST', '/sandbox/clock/advance', { seconds })
  await world.settle()
}

/** What the processor has for a debt: each has an amount of its own. */
export async function atProcessor({ sandbox, company }: World, debt: Debt): Promise<Stripe.PaymentIntent[]> {
  const intents = await stripeOf(sandbox).paymentIntents.list(
    { limit: 100 },
    { stripeAccount: company.account },
  )
  return intents.data.filter(({ amount }) => amount === debt.amount)
}

export function stripeOf({ url, secretKey }: { url: string; secretKey: string }): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe(secretKey, { host: hostname, port: Number(port), protocol: 'http', telemetry: false })
}
