import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { MANDATE_VERSION, SAVING_VERSION } from '../../server/src/requests/index.ts'
import { type Answer, payer, type Tenant, type World } from './world.ts'

/** Steps that the journeys share, each through the product's own doors. */

export async function made(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await answer
  if (status >= 300) throw new Error(`${status}: ${text}`)
  return body
}

export async function newCustomer(
  tenant: Tenant,
  values: Record<string, unknown> = {},
): Promise<Answer['body']> {
  return made(tenant.call('POST', '/v1/customers', { name: 'Café Lune', ...values }))
}

/** An invoice of one line. `price` is decimal text in major units. */
export async function newInvoice(
  tenant: Tenant,
  price: string,
  values: Record<string, unknown> = {},
): Promise<Answer['body']> {
  const customer = values.customer ?? (await newCustomer(tenant)).id
  return made(
    tenant.call('POST', '/v1/invoices', {
      currency: 'usd',
      lines: [{ description: 'Roses', quantity: '1', unit_price: price }],
      ...values,
      customer,
    }),
  )
}

/** The smallest file that is a PDF by its content. */
export const TINY_PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

export function upload(
  tenant: Tenant,
  fileName: string,
  bytes: Uint8Array = TINY_PDF,
  type = 'application/octet-stream',
): Promise<Answer> {
  return tenant.call('POST', `/v1/attachments?file_name=${encodeURIComponent(fileName)}`, bytes, {
    'content-type': type,
  })
}

/** The day that it is where the tests' companies are: in the evening another one than by UTC. */
export function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(at)
}

/** A copied link to what is open of invoices. */
export async function linkTo(
  tenant: Tenant,
  ...invoices: readonly unknown[]
): Promise<{ url: string; request: string }> {
  const asked = await made(tenant.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices }))
  return { url: await copiedLink(tenant, asked.id), request: String(asked.id) }
}

export async function quickLink(
  tenant: Tenant,
  amount: number,
  values: Record<string, unknown> = {},
): Promise<{ url: string; request: string }> {
  const asked = await made(
    tenant.call('POST', '/v1/payment_requests', {
      kind: 'quick',
      amount,
      currency: 'usd',
      reference: 'Order 7',
      ...values,
    }),
  )
  return { url: await copiedLink(tenant, asked.id), request: String(asked.id) }
}

export async function copiedLink(tenant: Tenant, request: unknown): Promise<string> {
  const link = await made(tenant.call('POST', '/v1/payment_links', { payment_request: request }))
  return String(link.url)
}

interface Paying {
  amount: number
  currency?: string
  card?: string
  /** From this bank account instead of by card. */
  bank?: BankPaying
  /** By card from a wallet of the payer's device. */
  wallet?: 'apple_pay' | 'google_pay'
  /** Over time with Affirm instead of by card. */
  affirm?: boolean
  /** The payer lets the company keep what they pay by. */
  save?: boolean
  /** The page's own key; a new one unless given. */
  key?: string
}

/** Submits a pay page's form. */
export async function pay(world: World, tenant: Tenant, url: string, paying: Paying): Promise<Answer> {
  const token = paying.bank
    ? await bankToken(world, tenant, paying.bank)
    : paying.affirm
      ? await affirmToken(world, tenant)
      : await world.card(tenant, paying.card, paying.wallet)
  return payer('POST', `${url}/payments`, submission({ ...paying, token }))
}

async function affirmToken(world: World, { account }: Tenant): Promise<string> {
  const order = { account, email: 'ada@payer.test' }
  return (await world.play<{ id: string }>('POST', '/sandbox/affirm_tokens', order)).id
}

export interface BankPaying {
  number?: string
  /** The payer signs in at the bank; otherwise small deposits show whose it is. */
  instant?: boolean
  kind?: 'checking' | 'savings'
}

export async function bankToken(
  world: World,
  tenant: Tenant,
  { number = '000123456789', instant = true, kind = 'checking' }: BankPaying,
): Promise<string> {
  const made = await world.play<{ id: string }>('POST', '/sandbox/bank_tokens', {
    account: tenant.account,
    account_number: number,
    account_type: kind,
    instant,
    name: 'Ada Payer',
    email: 'ada@payer.test',
  })
  return made.id
}

export function submission({
  affirm,
  amount,
  bank,
  currency = 'USD',
  key = randomUUID(),
  save,
  token,
  wallet,
}: Paying & { token: string }) {
  return {
    submit_key: key,
    confirmation_token: token,
    amount,
    currency,
    ...(wallet && { method: 'wallet', email: 'ada@payer.test' }),
    ...(affirm && { method: 'bnpl', email: 'ada@payer.test' }),
    ...(save && { save: SAVING_VERSION }),
    ...(bank && { method: 'ach', mandate: MANDATE_VERSION, name: 'Ada Payer', email: 'ada@payer.test' }),
  }
}

export async function pageStateOf(url: string): Promise<unknown> {
  return (await payer('GET', `${url}/status`)).body.state
}

/** The processor, as the owner of its secret key asks it. */
export function processorOf(world: World): Stripe {
  const { hostname, port } = new URL(world.sandbox.url)
  return new Stripe(world.sandbox.secretKey, {
    host: hostname,
    port: Number(port),
    protocol: 'http',
    telemetry: false,
  })
}

/** What the processor took for a company: its charges that succeeded. */
export async function chargesOf(world: World, tenant: Tenant): Promise<Stripe.Charge[]> {
  const list = processorOf(world).charges.list({ limit: 100 }, { stripeAccount: tenant.account })
  return (await Array.fromAsync(list)).filter(({ status }) => status === 'succeeded')
}

/** What an old tab does with a client secret that it still has: confirms with the publishable key. */
export async function confirmByOldTab(
  world: World,
  tenant: Tenant,
  secret: string,
  card = '4242424242424242',
): Promise<{ status: number; body: { status?: string; error?: { code?: string } } }> {
  const intent = secret.split('_secret')[0]
  const response = await fetch(`${world.sandbox.url}/v1/payment_intents/${intent}/confirm`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${world.sandbox.publishableKey}`,
      'stripe-account': tenant.account,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      client_secret: secret,
      confirmation_token: await world.card(tenant, card),
      return_url: world.url,
    }),
  })
  return { status: response.status, body: (await response.json()) as { status?: string } }
}

interface Mail {
  id: string
  subject: string
  text: string
  attachments: { filename: string; content_type: string }[]
}

/** The mail that came to an address, newest first. */
export async function mailTo(world: World, address: string): Promise<Mail[]> {
  const { data } = await world.play<{ data: Mail[] }>(
    'GET',
    `/mailbox/messages?to=${encodeURIComponent(address)}`,
  )
  return data
}

/** Asks the owner, who is bound by no row-level security. */
export async function owned<Row>(world: World, text: string, values: unknown[] = []): Promise<Row[]> {
  return (await world.database.owner.query(text, values)).rows as Row[]
}

/** What jobs write by the clock and not by what a test does: the seal every five minutes, old counters away. */
const BY_THE_CLOCK = ['audit_seals', 'rate_counters']

/** How many rows each table of ours has: what was refused must not have changed one. */
export async function rowCounts(world: World): Promise<Record<string, number>> {
  await world.settle()
  const tables = await owned<{ name: string }>(
    world,
    `select format('%I.%I', schemaname, tablename) name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker')
       and tablename <> all($1) order by 1`,
    [BY_THE_CLOCK],
  )
  const counts = tables.map(({ name }) => `select '${name}' name, count(*)::int rows from ${name}`)
  const rows = await owned<{ name: string; rows: number }>(world, counts.join(' union all '))
  return Object.fromEntries(rows.map(({ name, rows: n }) => [name, n]))
}

/** Moves the business clock; whatever falls due by that is done. */
export async function advance(world: World, seconds: number): Promise<void> {
  await world.play('POST', '/sandbox/clock/advance', { seconds })
  await world.settle()
}

/** Does the same from many connections at once. */
export function atOnce<T>(times: number, work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => work(index)))
}

/** Waits until something is so, however long a loaded machine takes; what it was at last is returned either way. */
export async function eventually<T>(find: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const found = await find()
    if (isSo(found) || Date.now() > deadline) return found
    await new Promise((done) => setTimeout(done, 100))
  }
}
