import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type ApiRoute, readRoutes } from '../support/bad-input/api-document.ts'
import { doors, put } from '../support/bad-input/doors.ts'
import { faultOf, faultsOf } from '../support/bad-input/faults.ts'
import { refusedBy, refusedInQuery } from '../support/bad-input/from-schema.ts'
import { toJson } from '../support/bad-input/values.ts'
import { Person, signedIn } from '../support/staff.ts'
import { linkTo, made, newCustomer, newInvoice, pay, quickLink, rowCounts } from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Bad input anywhere: a 4xx problem document with a code, never a 500, and nothing changed. */
let world: World
let company: Tenant
let ids: Record<string, string>
let routes: ApiRoute[]
let admin: Person
beforeAll(async () => {
  world = await startWorld()
  company = world.company
  const customer = String((await newCustomer(company)).id)
  const contact = await made(company.call('POST', `/v1/customers/${customer}/contacts`, { name: 'Zoé' }))
  const invoice = String((await newInvoice(company, '80.00', { customer })).id)
  const { request } = await linkTo(company, invoice)
  const paid = await quickLink(company, 4_000)
  const payment = String((await pay(world, company, paid.url, { amount: 4_000 })).body.payment)
  const asked = await made(company.call('GET', `/v1/payment_requests/${request}`))
  const [link] = asked.links as { id: string }[]
  const keys = (await company.call('GET', '/v1/api_keys')).body.data as { id: string }[]
  routes = await readRoutes(world.url)
  admin = await signedIn(world, company, 'admin')
  ids = {
    cus: customer,
    con: String(contact.id),
    inv: invoice,
    req: request,
    pay: payment,
    lnk: link?.id ?? '',
    key: keys[0]?.id ?? '',
  }
  await world.settle()
})
afterAll(() => world.stop())

let before: Record<string, number>
beforeEach(async () => {
  before = await rowCounts(world)
})
afterEach(async () => {
  await world.settle()
  expect(await rowCounts(world)).toEqual(before)
})

const JSON_TYPE = { 'content-type': 'application/json' }
const label = (value: unknown) => toJson(value).slice(0, 60)

it('every field of every body refuses what it does not take', async () => {
  const tries = doors(ids).flatMap(({ method, path, good, bad, headers = {} }) =>
    Object.entries(bad).flatMap(([field, values]) =>
      values.map((value) => {
        const body = toJson(put(good, field, value))
        return [
          `${method} ${path} ${field}=${label(value)}`,
          () => company.call(method, path, body, { ...JSON_TYPE, ...headers }),
        ] as const
      }),
    ),
  )
  expect(tries.length).toBeGreaterThan(600)
  expect(await faultsOf(tries)).toEqual([])
})

it('every body refuses fields that it does not know, and to be without those that it needs', async () => {
  const tries = doors(ids).flatMap(({ method, path, good, headers = {} }) => {
    const unknown = [
      { ...good, nonsense: 1 },
      { ...good, id: 'x' },
      { ...good, company_id: world.company.id },
      {},
    ].map(toJson)
    const poisoned = ['__proto__', 'constructor'].map((name) =>
      toJson(good).replace('{', `{"${name}":{"prototype":{"x":1}},`),
    )
    return [...unknown, ...poisoned].map(
      (body) =>
        [
          `${method} ${path} ${body.slice(0, 60)}`,
          () => company.call(method, path, body, { ...JSON_TYPE, ...headers }),
        ] as const,
    )
  })
  // What may be left out of a request that is sent again is its address: it has none, so this too is refused.
  expect(await faultsOf(tries)).toEqual([])
})

it('bodies that are no JSON, no object, too deep, too large or of another type are refused on every route', async () => {
  const raw: [string, string | Uint8Array, string?][] = [
    ['empty', ''],
    ['cut off', '{"name":"x"'],
    ['trailing', '{"name":"x"}}'],
    ['single quotes', "{'name':'x'}"],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['a number', '3'],
    ['NaN', 'NaN'],
    ['deep lists', '['.repeat(100_000)],
    ['deep objects', '{"a":'.repeat(50_000)],
    ['deep and closed', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['deep in a field', `{"name":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['not UTF-8', Buffer.from('7b226e616d65223a22fffe22 7d'.replace(' ', ''), 'hex')],
    ['UTF-16', Buffer.from('{"name":"x"}', 'utf16le')],
    ['NUL bytes', '\u0000\u0000'],
    ['1.1 MB', `{"name":"${'x'.repeat(1_100_000)}"}`],
    ['a form', 'name=x', 'application/x-www-form-urlencoded'],
    [
      'multipart',
      '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\nx\r\n--x--',
      'multipart/form-data; boundary=x',
    ],
    ['plain text', '{"name":"x"}', 'text/plain'],
    ['XML', '<name>x</name>', 'application/xml'],
    ['a type that is none', '{"name":"x"}', 'nonsense'],
  ]
  const tries = doors(ids).flatMap(({ method, path, headers = {} }) =>
    raw.map(
      ([what, body, type]) =>
        [
          `${method} ${path} ${what}`,
          () => company.call(method, path, body, { 'content-type': type ?? 'application/json', ...headers }),
        ] as const,
    ),
  )
  expect(await faultsOf(tries)).toEqual([])
})

/** What of a path is an id or a name. */
const PLACE = /\{\w+\}/

const KIND_AT: Record<string, string> = {
  customers: 'cus',
  invoices: 'inv',
  payment_requests: 'req',
  payments: 'pay',
  payment_links: 'lnk',
  api_keys: 'key',
  refunds: 'ref',
  credits: 'crd',
  credit_notes: 'cn',
  applications: 'app',
  appointments: 'apt',
  attachments: 'att',
  sellers: 'sel',
  templates: 'tpl',
  members: 'mem',
  sessions: 'ses',
  priorities: 'pri',
  suppressions: 'sup',
}

/** An id of what there is, if the company has one of the kind that a path takes. */
const idOf = (path: string) => ids[KIND_AT[path.split('/')[2] ?? ''] ?? '']

/** Asks as somebody who may: with the key, as a person where only people may, as nobody where anybody may. */
function ask(route: ApiRoute, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const more = { ...(route.method === 'GET' ? {} : { 'idempotency-key': randomUUID() }), ...headers }
  if (route.needs.startsWith('Needs the permission')) return company.call(route.method, path, body, more)
  const person = route.needs === 'Needs nothing.' ? new Person(world, '', '') : admin
  return person.call(route.method, path, body, more)
}

const existing = ({ path }: ApiRoute) => path.replace(PLACE, idOf(path) ?? 'x_01h455vb4pex5vsknk084sn02q')

it('every body that the API document has is refused with whatever its schema does not take', async () => {
  const tries = routes.flatMap((route) =>
    (route.body === undefined ? [] : refusedBy(route.body)).map((value) => {
      const body = toJson(value)
      return [
        `${route.method} ${route.path} ${body.slice(0, 60)}`,
        () => ask(route, existing(route), body, JSON_TYPE),
      ] as const
    }),
  )
  const tried = new Set(tries.map(([what]) => what.split(' ').slice(0, 2).join(' ')))
  expect(tried.size).toBe(routes.filter(({ body }) => body !== undefined).length)
  expect(tries.length).toBeGreaterThan(2_000)
  expect(await faultsOf(tries, 'invalid_request')).toEqual([])
})

it('every query that the API document has is refused with whatever its schema does not take', async () => {
  const tries = routes.flatMap((route) =>
    Object.entries(route.query).flatMap(([name, schema]) =>
      refusedInQuery(schema).map((text) => {
        const path = `${existing(route)}?${name}=${text}`
        return [`${route.method} ${path.slice(0, 80)}`, () => ask(route, path)] as const
      }),
    ),
  )
  expect(tries.length).toBeGreaterThan(150)
  expect(await faultsOf(tries, 'invalid_request')).toEqual([])
})

it('what is no JSON, or of a type that is none, is refused on every route that changes anything', async () => {
  const raw: [string, string][] = [
    ['{"name":"x"', 'application/json'],
    ["{'name':'x'}", 'application/json'],
    ['\u0000', 'application/json'],
    ['['.repeat(20_000), 'application/json'],
    ['name=x', 'application/x-www-form-urlencoded'],
    ['<name>x</name>', 'nonsense'],
  ]
  const tries = routes
    .filter(({ method }) => method !== 'GET' && method !== 'DELETE')
    .flatMap((route) =>
      raw.map(
        ([body, type]) =>
          [
            `${route.method} ${route.path} ${body.slice(0, 20)}`,
            () => ask(route, existing(route), body, { 'content-type': type }),
          ] as const,
      ),
    )
  expect(await faultsOf(tries)).toEqual([])
})

it('ids that are none, of another kind or of nothing are refused on every route that takes one', async () => {
  const kinds = Object.values(ids)
  const fresh = Object.values(KIND_AT).map((prefix) => `${prefix}_01h455vb4pex5vsknk084sn02q`)
  const nonsense = [
    'x',
    '0',
    '-1',
    'null',
    'undefined',
    '__proto__',
    'constructor',
    '%00',
    '%ff',
    '%zz',
    '%',
    '..%2f..%2fetc',
    '%F0%9F%98%80',
    "'%20or%201=1--",
    'x'.repeat(101),
    'x'.repeat(199),
    'x'.repeat(5_000),
  ]
  const tries = routes
    .filter(({ path }) => PLACE.test(path))
    .flatMap((route) => {
      const right = idOf(route.path)
      const others = [...kinds.filter((id) => id !== right), ...fresh, ...nonsense]
      return others.map(
        (id) =>
          [
            `${route.method} ${route.path} ${id.slice(0, 40)}`,
            () =>
              ask(route, route.path.replace(PLACE, id), route.body === undefined ? undefined : { name: 'X' }),
          ] as const,
      )
    })
  expect(tries.length).toBeGreaterThan(1_000)
  expect(await faultsOf(tries)).toEqual([])
})

it('query strings that no list takes are refused', async () => {
  const queries = [
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=x',
    'limit=1.5',
    'limit=1e2000',
    'limit=',
    'limit=1&limit=2',
    'starting_after=x',
    'starting_after=',
    'starting_after=cus_01h455vb4pex5vsknk084sn02',
    'starting_after=%00',
  ]
  const lists = routes.filter(({ query }) => 'starting_after' in query)
  expect(lists.length).toBeGreaterThan(12)
  const particular = [
    'customers?q=',
    `customers?q=${'x'.repeat(201)}`,
    'customers?q=%00',
    'invoices?state=paid',
    'invoices?open=2',
    'invoices?customer=x',
    `invoices?customer=${ids.inv}`,
    'invoices?number=%00',
    'payments?state=x',
    'payments?payment_request=x',
    'refunds?payment=x',
    'credits?customer=x',
    `credits?customer=${ids.inv}`,
    'payment_requests?customer=x',
    'payment_requests?state=paid',
    'events?type=%27',
    `events?type=${'x'.repeat(61)}`,
  ]
  const tries = [
    ...lists.flatMap((list) => queries.map((query) => `${existing(list)}?${query}`)),
    ...particular.map((path) => `/v1/${path}`),
  ].map((path) => [path.slice(0, 80), () => company.call('GET', path)] as const)
  expect(await faultsOf(tries)).toEqual([])
})

it('headers: no key, a wrong one, a refund without an Idempotency-Key, one that is too long', async () => {
  const open = async (headers: Record<string, string>) =>
    payer('GET', `${world.url}/v1/customers`, undefined, headers)
  for (const authorization of [
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    `Basic ${company.key}`,
    company.key,
    `Bearer ${company.key}x`,
    `Bearer ${company.key} x`,
  ]) {
    expect(await open(authorization === '' ? {} : { authorization })).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    })
  }
  const refund = { payment: ids.pay, amount: 1 }
  expect(await company.call('POST', '/v1/refunds', refund)).toMatchObject({
    status: 400,
    body: { code: 'idempotency_key_required' },
  })
  for (const key of ['', 'x'.repeat(256)]) {
    expect(
      faultOf('key', await company.call('POST', '/v1/customers', { name: 'X' }, { 'idempotency-key': key })),
    ).toBeUndefined()
    expect(
      faultOf('key', await company.call('POST', '/v1/refunds', refund, { 'idempotency-key': key })),
    ).toBeUndefined()
  }
})

it('addresses that are none, and methods that a route has not', async () => {
  const paths = [
    '/v1',
    '/v1/',
    '/v1/nothing',
    '/v2/customers',
    '/V1/customers',
    '/v1/customers/',
    '//v1/customers',
    '/p',
    '/.env',
    '/%00',
    '/%',
    '/%zz',
    '/v1/customers/%E0%A4%A',
  ]
  const tries = [
    ...paths.map((path) => [path, () => company.call('GET', path)] as const),
    ...['PUT', 'DELETE', 'PATCH'].map(
      (method) => [`${method} /v1/customers`, () => company.call(method, '/v1/customers', {})] as const,
    ),
    ['TRACE-like', () => company.call('POST', '/v1/settings', {})] as const,
  ]
  expect(await faultsOf(tries)).toEqual([])
})
