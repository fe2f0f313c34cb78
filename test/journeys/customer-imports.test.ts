import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { atOnce, made, newCustomer } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const send = (tenant: Tenant, text: string, query = '', headers = {}) =>
  tenant.call('POST', `/v1/customers/import${query}`, Buffer.from(text), {
    'content-type': 'text/csv',
    ...headers,
  })
const names = async (tenant: Tenant) =>
  ((await made(tenant.call('GET', '/v1/customers?limit=100'))).data as { name: string }[])
    .map(({ name }) => name)
    .sort()

const FILE = `name;code;email;phone;language;address;country;time_zone;tax_id;external_id;salesperson
Café Lune;L-1;lune@example.test;01 42 68 53 00;fr;"1 rue de la Paix
75002 Paris";fr;Europe/Paris;FR123;17;Ada
Rose & Co;R-2;;;;;;;;18;
`

it('customers come from a file of another system, first to be looked at and then for good, and once', async () => {
  const tenant = await world.newCompany({ name: 'Imports' })
  const dry = await made(send(tenant, FILE, '?dry_run=true&source=till'))
  expect(dry).toMatchObject({
    dry_run: true,
    lines: 2,
    imported: [
      { id: null, name: 'Café Lune' },
      { id: null, name: 'Rose & Co' },
    ],
    already_there: [],
    ignored_columns: ['salesperson'],
  })
  expect(await names(tenant)).toEqual([])
  const answers = await atOnce(3, () => send(tenant, FILE, '?source=till', { 'idempotency-key': 'one file' }))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await names(tenant)).toEqual(['Café Lune', 'Rose & Co'])
  const [lune] = (await made(tenant.call('GET', '/v1/customers?q=lune'))).data as unknown[]
  expect(lune).toMatchObject({
    code: 'L-1',
    email: 'lune@example.test',
    phone: '+33142685300',
    language: 'fr',
    address_lines: ['1 rue de la Paix', '75002 Paris'],
    country: 'FR',
    time_zone: 'Europe/Paris',
    tax_id: 'FR123',
    source: 'till',
    external_id: '17',
  })
  expect(await made(send(tenant, FILE, '?source=till'))).toMatchObject({
    imported: [],
    already_there: [3, 4],
  })
  expect(await names(tenant)).toEqual(['Café Lune', 'Rose & Co'])
})

it('a file with a line that cannot be taken is refused as a whole, with every such line', async () => {
  const tenant = await world.newCompany({ name: 'Refusals' })
  await newCustomer(tenant, { name: 'There', code: 'T-1' })
  const text =
    'name,code,email,phone,country,time_zone\n,A,,,,\nB,,not an address,,,\nC,D,,12,,\nE,D,,,Germany,Mars/Base\nFine,F,,,,\n'
  const refused = await send(tenant, text)
  expect(refused).toMatchObject({ status: 422, body: { code: 'csv_refused' } })
  expect(
    (refused.body.refused as { line: number; column: string; code: string }[]).map(
      ({ line, column, code }) => [line, column, code],
    ),
  ).toEqual([
    [2, 'name', 'missing'],
    [3, 'email', 'email_not_read'],
    [4, 'phone', 'phone_not_read'],
    [5, 'country', 'country_not_read'],
    [5, 'time_zone', 'time_zone_unknown'],
    [5, 'code', 'twice'],
  ])
  expect(await names(tenant)).toEqual(['There'])
  expect(await send(tenant, 'code\nX\n')).toMatchObject({ status: 422, body: { code: 'csv_not_read' } })
  expect((await tenant.call('POST', '/v1/customers/import', { name: 'X' })).status).toBeGreaterThanOrEqual(
    400,
  )
  expect(await made(send(tenant, 'name,code\nAgain,T-1\nNew,N-1\n'))).toMatchObject({
    imported: [{ name: 'New' }],
    already_there: [2],
  })
})

it('what is exported comes back as it was: text that looks like formulas, addresses, switches; who is there stays', async () => {
  const tenant = await world.newCompany({ name: 'Exports' })
  const rows = [
    { name: '=HYPERLINK("https://thief.test","x")', address_lines: ['1 rue X, bât. B', '75002 Paris'] },
    { name: '+1 Ada', code: '-2+3', phone: '+13055550142', email: 'ada@example.test', language: 'fr' },
    { name: '@SUM(1)', tax_id: "'=quoted", payment_links_enabled: false, country: 'CA' },
    { name: '＝wide', code: "''+two", source: 'till', external_id: '=17' },
  ]
  for (const row of rows) await newCustomer(tenant, row)
  const { text } = await tenant.call('GET', '/v1/customers?format=csv')
  for (const cell of text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+\-@\t＝＋－＠]/)

  const known = await made(send(tenant, text, '?source=till'))
  expect(known).toMatchObject({ imported: [], lines: 4 })
  const elsewhere = await world.newCompany({ name: 'Elsewhere' })
  expect((await made(send(elsewhere, text, '?source=till'))).imported).toHaveLength(4)
  const held = async (company: Tenant) => {
    const { data } = await made(company.call('GET', '/v1/customers'))
    const own = data as Record<string, unknown>[]
    return own
      .map(({ id: _, created_at: __, source: ___, ...row }) => row)
      .sort((one, other) => String(one.name).localeCompare(String(other.name)))
  }
  expect(await held(elsewhere)).toEqual(await held(tenant))
})
