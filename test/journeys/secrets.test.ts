import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { hasNumber, tablesWithNumbers } from '../support/kept-numbers.ts'
import {
  copiedLink,
  linkTo,
  made,
  mailTo,
  newInvoice,
  owned,
  pay,
  processorOf,
  quickLink,
} from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** A copy of everything that we keep or write down opens no link, holds no card and no key. */
let world: World
const written: string[] = []
const real = process.stdout.write.bind(process.stdout)

interface Told {
  tokens: string[]
  secrets: string[]
}
let values: string[] = []
let quiet: string | undefined
const told: Told = { tokens: [], secrets: [] }

beforeAll(async () => {
  // The server of a test logs from this process: everything it writes is kept.
  quiet = process.env.LOG_LEVEL
  process.env.LOG_LEVEL = 'trace'
  process.stdout.write = ((data: string | Uint8Array) => {
    written.push(String(data))
    return true
  }) as typeof process.stdout.write
  // Guesses come from many addresses, since one alone is soon stopped.
  world = await startWorld({ env: { TRUSTED_PROXY_HOPS: '1' } })
  await wholeJourney()
  values = await dump()
})
afterAll(async () => {
  await world.stop()
  process.stdout.write = real
  // Files that come after this one in the same process are not so talkative.
  process.env.LOG_LEVEL = quiet ?? 'silent'
})

async function wholeJourney(): Promise<void> {
  const { company } = world
  const keep = (url: unknown) => void told.tokens.push(String(url).split('/p/')[1] ?? '')
  const invoice = await newInvoice(company, '80.00')
  const asked = await made(
    company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }),
  )
  const key = { 'idempotency-key': 'send' }
  const sent = await company.call(
    'POST',
    `/v1/payment_requests/${asked.id}/send`,
    { email: 'payer@example.test' },
    key,
  )
  const again = await company.call(
    'POST',
    `/v1/payment_requests/${asked.id}/send`,
    { email: 'payer@example.test' },
    key,
  )
  expect(again.text).toBe(sent.text) // a kept answer has its links, and keeps none of them
  for (const { url } of sent.body.links as { url: string }[]) keep(url)
  const body = { payment_request: asked.id }
  keep((await company.call('POST', '/v1/payment_links', body, { 'idempotency-key': 'copy' })).body.url)
  const made2 = await company.call(
    'POST',
    '/v1/api_keys',
    { name: 'Kept', permissions: ['events.read'] },
    { 'idempotency-key': 'key' },
  )
  told.secrets.push(String(made2.body.secret))
  await world.settle()
  const url = `${world.url}/p/${told.tokens[0]}`
  await payer('GET', url)
  await payer('POST', `${url}/opened`)
  await payer('GET', `${world.url}/p/${told.tokens[0]}x`)
  await payer('GET', `${url}/nothing?key=${company.key}`)
  await payer('POST', `${url}/payments`, '{"broken', { 'content-type': 'application/json' })
  await pay(world, company, url, { amount: 8_000, card: '4000000000009995' })
  const challenged = await pay(world, company, url, { amount: 8_000, card: '4000002760003184' })
  told.secrets.push(String(challenged.body.client_secret))
  await payer('POST', `${url}/payments/${challenged.body.payment}/give_up`)
  const lost = { on: 'request', do: 'drop_after', times: 1000, method: 'POST', path: '/v1/payment_intents' }
  await world.play('POST', '/sandbox/faults', lost)
  await pay(world, company, (await quickLink(company, 900)).url, { amount: 900 })
  await world.play('DELETE', '/sandbox/faults')
  const paid = await pay(world, company, url, { amount: 8_000 })
  expect(paid.body).toMatchObject({ state: 'succeeded' })
  await company.call(
    'POST',
    '/v1/refunds',
    { payment: paid.body.payment, amount: 100 },
    { 'idempotency-key': 'refund' },
  )
  const other = await linkTo(company, (await newInvoice(company, '5.00')).id)
  keep(other.url)
  keep(await copiedLink(company, other.request))
  await world.settle()
  const intents = await processorOf(world).paymentIntents.list(
    { limit: 100 },
    { stripeAccount: company.account },
  )
  for (const { client_secret } of intents.data) told.secrets.push(String(client_secret))
  const { config } = world
  told.secrets.push(
    company.key,
    config.stripe.secretKey,
    config.stripe.webhookSecret,
    config.linkKey.toString('hex'),
    config.linkKey.toString('base64'),
    config.linkKey.toString('base64url'),
  )
}

/** Every value of every table and of every job, as text; bytes also as they are and in their usual spellings. */
async function dump(): Promise<string[]> {
  const columns = await owned<{ table: string; column: string; type: string }>(
    world,
    `select format('%I.%I', c.table_schema, c.table_name) "table", format('%I', c.column_name) "column", c.udt_name "type"
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`,
  )
  expect(new Set(columns.map(({ table }) => table.split('.')[0]))).toContain('graphile_worker')
  const found: string[] = []
  for (const { table, column, type } of columns) {
    const rows = await owned<{ value: string }>(
      world,
      type === 'bytea'
        ? `select encode(${column}, 'hex') value from ${table} where ${column} is not null`
        : `select ${column}::text value from ${table} where ${column} is not null`,
    )
    for (const { value } of rows) {
      found.push(value)
      if (type !== 'bytea') continue
      const bytes = Buffer.from(value, 'hex')
      found.push(bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('latin1'))
    }
  }
  return found
}

const CARDS = ['4242424242424242', '4000000000009995', '4000002760003184']
const cards = (text: string) => CARDS.filter((card) => text.replace(/[\s.-]/g, '').includes(card))
/** Whatever is long enough to be a token, also inside longer words, and decoded. */
function candidates(text: string): string[] {
  const words = text.match(/[A-Za-z0-9_-]{27,}/g) ?? []
  const decoded = words.flatMap(
    (word) =>
      Buffer.from(word, 'base64url')
        .toString('latin1')
        .match(/[A-Za-z0-9_-]{27,}/g) ?? [],
  )
  return [...words, ...decoded].flatMap((word) =>
    Array.from({ length: word.length - 26 }, (_, i) => word.slice(i, i + 27)),
  )
}

it('R-105 M3.9 the links that were given out do open', async () => {
  expect(told.tokens).toHaveLength(4)
  for (const token of told.tokens) {
    expect(token).toMatch(/^[A-Za-z0-9_-]{27}$/)
    expect((await payer('GET', `${world.url}/p/${token}`)).status).toBe(200)
  }
  expect(
    (await mailTo(world, 'payer@example.test')).some(({ text }) => text.includes(told.tokens[0] ?? 'none')),
  ).toBe(true)
})

it('M3.9 a dump of the database and its jobs opens no link', async () => {
  const all = values.join('\n')
  expect(values.length).toBeGreaterThan(1_000)
  for (const token of told.tokens) {
    expect(all).not.toContain(token)
    expect(all).not.toContain(token.slice(6)) // the secret half
    expect(all).not.toContain(Buffer.from(token, 'base64url').subarray(4).toString('hex'))
  }
  const guesses = [...new Set(values.flatMap(candidates))]
  expect(guesses.length).toBeGreaterThan(100)
  // Only what begins with the company's public number gets further than the shape; of the rest a sample is asked.
  const number = told.tokens[0]?.slice(0, 5) ?? ''
  const asked = guesses.filter(
    (guess, i) => guess.startsWith(number) || i % Math.ceil(guesses.length / 400) === 0,
  )
  for (let i = 0; i < asked.length; i += 20) {
    const answers = await Promise.all(
      asked
        .slice(i, i + 20)
        .map((guess) =>
          payer('GET', `${world.url}/p/${guess}`, undefined, { 'x-forwarded-for': `198.18.0.${i / 20}` }),
        ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
  }
})

it('R-121 M3.11 nor does it hold a card number, a client secret or a key', async () => {
  const all = values.join('\n')
  expect(cards(values.join('|'))).toEqual([])
  expect(all).not.toMatch(/_secret_/)
  for (const secret of told.secrets) {
    expect(secret.length).toBeGreaterThan(20)
    expect(all).not.toContain(secret)
  }
  const columns = await owned<{ name: string }>(
    world,
    "select format('%s.%s', table_name, column_name) name from information_schema.columns where column_name ~* 'cvc|cvv|card_number|pan$' and table_schema not in ('pg_catalog', 'information_schema')",
  )
  expect(columns).toEqual([])
})

it('R-121 M3.11 nor do the logs, at their most talkative', () => {
  const log = written.join('')
  expect(log).toContain('"level"')
  for (const token of told.tokens) expect(log).not.toContain(token)
  for (const secret of told.secrets) expect(log).not.toContain(secret)
  expect(cards(log)).toEqual([])
  expect(log).not.toMatch(/_secret_/)
  expect(log).not.toContain('payer@example.test')
})

it('R-121 M3.11 nor do the mails hold more of a card than its last four digits', async () => {
  const { data } = await world.play<{ data: { id: string }[] }>('GET', '/mailbox/messages')
  expect(data.length).toBeGreaterThan(2)
  for (const { id } of data) {
    const raw = await (await fetch(`${world.sandbox.url}/mailbox/messages/${id}/raw`)).text()
    expect(cards(raw)).toEqual([])
    for (const secret of told.secrets) expect(raw).not.toContain(secret)
  }
})

it('R-121 M3.11 a number that were kept would be found in each world as it ends: in a text, in JSON, in kept bytes', async () => {
  const { owner } = world.database
  expect(await tablesWithNumbers(owner)).toEqual([])
  await owned(world, 'create table lib.kept (id bigint, words text, facts jsonb, body bytea)')
  const finds = async (id: string, words: string, facts: string, body: string) => {
    await owned(world, 'truncate lib.kept')
    await owned(world, 'insert into lib.kept values ($1, $2, $3::jsonb, $4)', [
      id,
      words,
      facts,
      Buffer.from(body),
    ])
    return (await tablesWithNumbers(owner)).length === 1
  }
  expect(await finds('1', 'paid with 4242 4242 4242 4242', '{}', '')).toBe(true)
  expect(await finds('1', '', '{"debit":{"account":"000123456789"}}', '')).toBe(true)
  expect(await finds('1', '', '{}', 'routing_number=110000000&type=checking')).toBe(true)
  expect(await finds('7', 'ending in 4242, for 1100000000', '{"last4":"6789"}', '42424242424242420')).toBe(
    false,
  )
  expect(hasNumber('4000-0000-0000-9995')).toBe(true)
  await owned(world, 'drop table lib.kept')
})
