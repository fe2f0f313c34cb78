/**
 * `bin/start`: everything to try Quittance on one machine. Embedded PostgreSQL, the sandbox and the server, each
 * a process of its own, with a demo company. What is done is skipped at later starts.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readConfig } from '../server/src/app/config.ts'
import { openDatabase } from '../server/src/app/open-database.ts'
import { type OperatorValues, runCommand } from '../server/src/app/operator-commands.ts'
import { makeLog, makeServices } from '../server/src/app/services.ts'

const root = resolve(import.meta.dirname, '..')
const dataDir = resolve(process.env.DATA_DIR ?? join(root, 'data'))
const port = Number(process.env.PORT ?? 3000)
const sandboxPort = Number(process.env.SANDBOX_PORT ?? 3001)
const url = `http://localhost:${port}`
const sandboxUrl = `http://localhost:${sandboxPort}`

interface Keys {
  secretKey: string
  publishableKey: string
  webhookSecret: string | null
  webhookId: string | null
}

const COMPANY: OperatorValues = {
  name: 'Rosa Blooms',
  'legal-name': 'Rosa Blooms LLC',
  country: 'US',
  currency: 'usd',
  email: 'hello@rosablooms.test',
  phone: '+13055550142',
  address: '1200 Biscayne Blvd;Miami, FL 33132',
  'time-zone': 'America/New_York',
  descriptor: 'ROSA BLOOMS',
}
const ROLES = [
  'admin',
  'accounts_payable',
  'accounts_receivable',
  'cashier',
  'credit_manager',
  'sales',
  'sales_allocations',
  'sales_manager',
]

async function main(): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const log = makeLog()
  log.level = process.env.LOG_LEVEL ?? 'warn'
  const database = await openDatabase({ ...process.env, DATA_DIR: dataDir }, log)
  const children: ChildProcess[] = []
  let stopping = false
  const stop = async (status: number) => {
    if (stopping) return
    stopping = true
    for (const child of children.reverse()) await ended(child)
    await database.close()
    process.exit(status)
  }
  process.on('SIGTERM', () => stop(0))
  process.on('SIGINT', () => stop(0))
  try {
    const keys = readKeys()
    const sandbox = startSandbox(keys, database.sandboxUrl)
    children.push(sandbox)
    const { smtp_port: smtpPort } = JSON.parse(await firstLine(sandbox)) as { smtp_port: number }
    await registerWebhook(keys)
    const env = environment(keys, smtpPort, database)
    await fillDemo(env, log)
    const server = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'server/src/app/serve.ts'],
      {
        cwd: root,
        env,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    )
    children.push(server)
    await ready(server)
    for (const child of children) {
      child.once('exit', (code) => {
        if (!stopping)
          console.error(`A part of Quittance ended by itself (status ${code}); stopping the rest.`)
        void stop(1)
      })
    }
    announce()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    await stop(1)
  }
}

function readKeys(): Keys {
  const path = join(dataDir, 'sandbox.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Keys
  const random = () => randomBytes(18).toString('hex')
  const keys: Keys = {
    secretKey: `sk_test_${random()}`,
    publishableKey: `pk_test_${random()}`,
    webhookSecret: null,
    webhookId: null,
  }
  keep('sandbox.json', keys)
  return keys
}

/** Written aside and renamed, so that a kill leaves the old file or the new one. */
function keep(name: string, content: unknown): void {
  const path = join(dataDir, name)
  writeFileSync(
    `${path}.new`,
    typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
    { mode: 0o600 },
  )
  renameSync(`${path}.new`, path)
}

function startSandbox(keys: Keys, databaseUrl: string | undefined): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'sandbox/src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      SANDBOX_PORT: String(sandboxPort),
      SANDBOX_SECRET_KEY: keys.secretKey,
      SANDBOX_PUBLISHABLE_KEY: keys.publishableKey,
      ...(databaseUrl === undefined ? {} : { SANDBOX_DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk
      const end = text.indexOf('\n')
      if (end !== -1) found(text.slice(0, end))
    })
    child.once('exit', (code) =>
      failed(new Error(`The sandbox did not start (status ${code}). Is port ${sandboxPort} free?`)),
    )
  })
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    child.once('message', () => done())
    child.once('exit', (code) =>
      failed(new Error(`The server did not start (status ${code}). Is port ${port} free?`)),
    )
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}

/** The sandbox must know where to send its webhooks; a later start on another port tells it the new one. */
async function registerWebhook(keys: Keys): Promise<void> {
  const target = `http://127.0.0.1:${port}/webhooks/stripe`
  const call = async (path: string, body: Record<string, string>) => {
    const response = await fetch(`${sandboxUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys.secretKey}` },
      body: new URLSearchParams(body),
    })
    if (!response.ok) throw new Error(`The sandbox refused the webhook endpoint: ${await response.text()}`)
    return (await response.json()) as { id: string; secret?: string }
  }
  if (keys.webhookId !== null) {
    await call(`/v1/webhook_endpoints/${keys.webhookId}`, { url: target })
    return
  }
  const made = await call('/v1/webhook_endpoints', { url: target, 'enabled_events[0]': '*', connect: 'true' })
  keys.webhookId = made.id
  keys.webhookSecret = made.secret ?? null
  keep('sandbox.json', keys)
}

function environment(
  keys: Keys,
  smtpPort: number,
  database: { ownerUrl: string; serverUrl: string; directUrl: string },
): NodeJS.ProcessEnv {
  const own = {
    PORT: String(port),
    SANDBOX_URL: sandboxUrl,
    STRIPE_SECRET_KEY: keys.secretKey,
    STRIPE_PUBLISHABLE_KEY: keys.publishableKey,
    STRIPE_WEBHOOK_SECRET: keys.webhookSecret ?? '',
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_SENDER: 'payments@quittance.test',
    KEY_FILE: resolve(process.env.KEY_FILE ?? join(root, '.keys/link.key')),
    DATA_DIR: dataDir,
  }
  // For bin/verify and bin/operator beside the running demo.
  keep(
    'demo.env',
    `${Object.entries(own)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n')}\n`,
  )
  return {
    LOG_LEVEL: 'warn',
    ...process.env,
    ...own,
    DATA_DIR: dataDir,
    DATABASE_URL: database.serverUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_DIRECT_URL: database.directUrl,
  }
}

interface Demo {
  url: string
  sandbox_url: string
  company: string
  api_key: string
  staff: { email: string; role: string }[]
}

/** Fills the demo company, once: its account at the sandbox, an API key and a person for each role. */
async function fillDemo(env: NodeJS.ProcessEnv, log: ReturnType<typeof makeLog>): Promise<void> {
  const path = join(dataDir, 'demo.json')
  if (existsSync(path)) {
    const demo = JSON.parse(readFileSync(path, 'utf8')) as Demo
    keep('demo.json', { ...demo, url, sandbox_url: sandboxUrl })
    return
  }
  const services = await makeServices(readConfig(env, 'all'), env.DATABASE_URL ?? '', log)
  const operator = (command: string, values: OperatorValues) => runCommand(services, true, command, values)
  try {
    const account = await makeAccount(env)
    const company = (await operator('create-company', { ...COMPANY, account })) as { id: string }
    const key = (await operator('create-key', { company: company.id, name: 'Demo' })) as { secret: string }
    const staff = ROLES.map((role) => ({ email: `${role.replaceAll('_', '.')}@rosablooms.test`, role }))
    for (const { email, role } of staff) {
      await operator('add-staff', { company: company.id, email, name: titled(role), role })
    }
    const demo: Demo = { url, sandbox_url: sandboxUrl, company: company.id, api_key: key.secret, staff }
    keep('demo.json', demo)
  } finally {
    await services.database.close()
  }
}

function titled(role: string): string {
  return role
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

/** A connected account that settles in four currencies, so that real e-invoices can be paid. */
async function makeAccount(env: NodeJS.ProcessEnv): Promise<string> {
  const headers = { authorization: `Bearer ${env.STRIPE_SECRET_KEY}` }
  const post = async (path: string, body: Record<string, string>) => {
    const response = await fetch(`${sandboxUrl}${path}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(body),
    })
    if (!response.ok) throw new Error(`The sandbox made no account: ${await response.text()}`)
    return (await response.json()) as { id: string }
  }
  const account = await post('/v1/accounts', {
    country: 'US',
    default_currency: 'usd',
    'business_profile[name]': 'Rosa Blooms',
  })
  for (const currency of ['eur', 'cad', 'gbp']) {
    await post(`/v1/accounts/${account.id}/external_accounts`, {
      'external_account[object]': 'bank_account',
      'external_account[country]': 'US',
      'external_account[currency]': currency,
      'external_account[account_number]': '000123456789',
      'external_account[routing_number]': '110000000',
    })
  }
  return account.id
}

function announce(): void {
  console.log(`
Quittance is ready.

  API and pay pages   ${url}          (reference: ${url}/docs)
  Sandbox             ${sandboxUrl}          (mailbox, processor, clock)
  API key, staff      ${join(dataDir, 'demo.json')}

Stop with Ctrl-C.`)
}

await main()
