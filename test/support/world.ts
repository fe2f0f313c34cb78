import { randomBytes } from 'node:crypto'
import { createServer as createTcpServer } from 'node:net'
import Stripe from 'stripe'
import { type Sandbox, startSandbox } from '../../sandbox/src/start.ts'
import { type Config, readConfig, type ServerRole } from '../../server/src/app/config.ts'
import { type OperatorValues, runCommand } from '../../server/src/app/operator-commands.ts'
import { makeLog, makeServices, type Services } from '../../server/src/app/services.ts'
import { type RunningServer, startServer } from '../../server/src/app/start-server.ts'
import { proveBooks, type Verdict, verifyAll } from '../../server/src/app/verify.ts'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { hasNumber, tablesWithNumbers } from './kept-numbers.ts'
import { settle } from './settle.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

export interface Answer<Body = Record<string, unknown>> {
  status: number
  body: Body
  headers: Headers
  text: string
}

/** A company with its key: the API as an integrator holds it. */
export interface Tenant {
  id: string
  key: string
  account: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

export type Schedule = 'manual' | 'daily'

/** The whole product with the sandbox beside it, on a database of its own. Nothing in it is mocked. */
export interface World {
  url: string
  sandbox: Sandbox
  database: TestDatabase
  config: Config
  services: Services
  company: Tenant
  /**
   * `able`: what its account is to be able to beside cards, by the processor's names. Nothing is paid out by itself,
   * unless the account is to be paid out daily.
   */
  newCompany(values?: OperatorValues, able?: readonly string[], payouts?: Schedule): Promise<Tenant>
  /** A confirmation token for a card, as the page's iframe would make one. */
  card(tenant: Tenant, number?: string, wallet?: string): Promise<string>
  /** Calls the sandbox's own API, as a person would use its pages. */
  play<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>
  /** Whatever is due by the sandbox's clock is done: no due row, outbox, job or webhook is left. */
  settle(patienceSeconds?: number): Promise<void>
  prove(tenant?: Tenant): Promise<void>
  verify(): Promise<Verdict[]>
  restart(): Promise<void>
  /** The sandbox goes away and comes back as it was; only where it was started with `isSandboxKept`. */
  restartSandbox(): Promise<void>
  stop(): Promise<void>
}

export async function startWorld(
  options: {
    env?: Record<string, string>
    role?: ServerRole
    able?: readonly string[]
    /** A name of this machine that only payers reach it by; staff use another. */
    payHost?: string
    /** What happened there rests in a database, so that it may be restarted. */
    isSandboxKept?: boolean
  } = {},
): Promise<World> {
  const database = await createTestDatabase()
  const kept = options.isSandboxKept ? await createTestDatabase({ migrated: false }) : undefined
  const sandbox = await startSandbox(kept ? { databaseUrl: kept.ownerUrl } : {})
  const port = await freePort()
  const stripe = new Stripe(sandbox.secretKey, { ...hostOf(sandbox.url), telemetry: false })
  const hook = await stripe.webhookEndpoints.create({
    url: `http://127.0.0.1:${port}/webhooks/stripe`,
    enabled_events: ['*'],
    connect: true,
  })
  const config = readConfig(
    {
      PORT: String(port),
      BASE_URL: `http://localhost:${port}`,
      ...(options.payHost && { PAY_BASE_URL: `http://${options.payHost}:${port}` }),
      SANDBOX_URL: sandbox.url,
      STRIPE_SECRET_KEY: sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
      STRIPE_WEBHOOK_SECRET: hook.secret ?? '',
      SMTP_URL: `smtp://127.0.0.1:${sandbox.smtpPort}`,
      MAIL_SENDER: 'payments@quittance.test',
      LINK_KEY: randomBytes(32).toString('hex'),
      ...options.env,
    },
    options.role ?? 'all',
  )
  const urls = { ownerUrl: database.ownerUrl, serverUrl: database.serverUrl, directUrl: database.serverUrl }
  process.env.LOG_LEVEL ??= 'silent'
  const services = await makeServices(config, database.serverUrl, makeLog())
  let server: RunningServer = await startServer(config, urls)
  const play: World['play'] = async (method, path, body) => {
    const response = await fetch(`${sandbox.url}${path}`, jsonRequest(method, body))
    const text = await response.text()
    if (!response.ok) throw new Error(`The sandbox answered ${response.status}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const newCompany: World['newCompany'] = (values = {}, able = [], payouts = 'manual') =>
    makeCompany(config.baseUrl, stripe, services, { values, able, payouts })
  const world: World = {
    url: config.baseUrl,
    sandbox,
    database,
    config,
    services,
    company: await newCompany({}, options.able),
    newCompany,
    play,
    card: async (tenant, number = '4242424242424242', wallet) => {
      const made = await play<{ id: string }>('POST', '/sandbox/confirmation_tokens', {
        account: tenant.account,
        number,
        exp_month: 12,
        exp_year: 2034,
        cvc: '123',
        ...(wallet && { wallet }),
      })
      return made.id
    },
    settle: (patienceSeconds) => settle(world, patienceSeconds),
    prove: async (tenant = world.company) => {
      const differences = await proveBooks(services.database, fromWireId('co', tenant.id) ?? never(tenant.id))
      if (differences.length > 0)
        throw new Error(differences.map(({ proof, message }) => `${proof}: ${message}`).join('\n'))
    },
    verify: () => Array.fromAsync(verifyAll(services.database, services.processor)),
    restart: async () => {
      await server.stop()
      server = await startServer(config, urls)
    },
    restartSandbox: async () => {
      if (kept === undefined) throw new Error('It would forget all that happened.')
      const { url, smtpPort } = world.sandbox
      await world.sandbox.stop()
      world.sandbox = await startSandbox({
        databaseUrl: kept.ownerUrl,
        port: Number(new URL(url).port),
        smtpPort,
      })
    },
    stop: async () => {
      await server.stop()
      await services.database.close()
      const withNumbers = await whereNumbersAre(world)
      await world.sandbox.stop()
      await kept?.drop()
      await database.drop()
      if (withNumbers.length > 0)
        throw new Error(`A number of a card or a bank account is kept in ${withNumbers.join(', ')}.`)
    },
  }
  return world
}

/** numbers of cards and bank accounts are nowhere on the server, nor in a mail of it. */
async function whereNumbersAre(world: World): Promise<string[]> {
  const { data } = await world.play<{ data: unknown[] }>('GET', '/mailbox/messages?limit=1000')
  const tables = await tablesWithNumbers(world.database.owner)
  return hasNumber(JSON.stringify(data)) ? [...tables, 'a mail'] : tables
}

async function makeCompany(
  url: string,
  stripe: Stripe,
  services: Services,
  { able, payouts, values }: { values: OperatorValues; able: readonly string[]; payouts: Schedule },
): Promise<Tenant> {
  const account = await stripe.accounts.create({
    country: 'US',
    default_currency: 'usd',
    settings: { payouts: { schedule: { interval: payouts } } },
    ...(able.length > 0 && {
      capabilities: Object.fromEntries(able.map((name) => [name, { requested: true }])),
    }),
  } as Stripe.AccountCreateParams)
  for (const currency of ['eur', 'cad', 'gbp', 'jpy']) {
    await stripe.accounts.createExternalAccount(account.id, {
      external_account: {
        object: 'bank_account',
        country: 'US',
        currency,
        account_number: '000123456789',
        routing_number: '110000000',
      },
    } as Stripe.AccountCreateExternalAccountParams)
  }
  const operate = (command: string, more: OperatorValues) => runCommand(services, true, command, more)
  const made = (await operate('create-company', {
    name: 'Rosa Blooms',
    country: 'US',
    currency: 'usd',
    email: 'hello@rosablooms.test',
    phone: '+13055550142',
    'time-zone': 'America/New_York',
    account: account.id,
    ...values,
  })) as { id: string }
  const { secret } = (await operate('create-key', { company: made.id, name: 'Test' })) as { secret: string }
  await operate('add-staff', {
    company: made.id,
    email: `cashier@${account.id.toLowerCase().replaceAll('_', '')}.test`,
    name: 'Cora',
    role: 'cashier',
  })
  const call: Tenant['call'] = async (method, path, body, headers = {}) => {
    const response = await fetch(
      `${url}${path}`,
      jsonRequest(method, body, { authorization: `Bearer ${secret}`, ...headers }),
    )
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: parse(text) }
  }
  return { id: made.id, key: secret, account: account.id, call }
}

/** Calls a pay page as a payer's browser does. */
export async function payer(
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, jsonRequest(method, body, headers))
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: parse(text) }
}

function jsonRequest(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  if (body === undefined) return { method, headers }
  if (typeof body === 'string' || body instanceof Uint8Array) return { method, headers, body: body as string }
  return { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

function hostOf(url: string) {
  const { hostname, port } = new URL(url)
  return { host: hostname, port: Number(port), protocol: 'http' as const }
}

/** A port that nobody listens to right now. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createTcpServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function never(text: string): never {
  throw new Error(`${text} is not a company.`)
}
