import { request as httpRequest } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { linkTo, made, newCustomer, newInvoice, pay, quickLink, rowCounts } from '../support/story.ts'
import { type Answer, payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Bad input anywhere: a 4xx problem document with a code, never a 500, and nothing changed. */
let world: World
let company: Tenant
let ids: Record<string, string>
let page: string
beforeAll(async () => {
  world = await startWorld()
  company = world.company
  const customer = String((await newCustomer(company)).id)
  const invoice = String((await newInvoice(company, '80.00', { customer })).id)
  const { url, request } = await linkTo(company, invoice)
  const paid = await quickLink(company, 4_000)
  const payment = String((await pay(world, company, paid.url, { amount: 4_000 })).body.payment)
  const asked = await made(company.call('GET', `/v1/payment_requests/${request}`))
  const [link] = asked.links as { id: string }[]
  const keys = (await company.call('GET', '/v1/api_keys')).body.data as { id: string }[]
  page = url
  ids = {
    cus: customer,
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

/** What is not refused as it should be, in words; an empty list is what every test wants. */
function faultOf(what: string, { status, headers, body, text }: Answer): string | undefined {
  if (status < 400 || status >= 500) return `${what.slice(0, 90)}: ${status} ${text.slice(0, 120)}`
  if (!headers.get('content-type')?.startsWith('application/problem+json'))
    return `${what.slice(0, 90)}: ${status} is no problem document`
  const { code, detail, type, title } = body
  const isWhole =
    body.status === status &&
    [code, detail, type, title].every((part) => typeof part === 'string' && part !== '')
  return isWhole ? undefined : `${what}: ${text.slice(0, 200)}`
}

async function faultsOf(
  tries: readonly (readonly [what: string, call: () => Promise<Answer>])[],
): Promise<string[]> {
  const faults: string[] = []
  const queue = [...tries]
  const work = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [what, call] = next
      const fault = await call().then(
        (answer) => faultOf(what, answer),
        (error: Error) => `${what.slice(0, 90)}: no answer (${error.message}, ${String(error.cause)})`,
      )
      if (fault !== undefined) faults.push(fault)
    }
  }
  await Promise.all(Array.from({ length: 12 }, work))
  return faults.sort()
}

/** A value as JSON text that JSON.stringify would never write. */
class Raw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

function toJson(value: unknown): string {
  const raws: string[] = []
  const text = JSON.stringify(value, (_, part: unknown) =>
    part instanceof Raw ? `@raw${raws.push(part.text) - 1}@` : part,
  )
  return text.replace(/"@raw(\d+)@"/g, (_, index) => raws[Number(index)] ?? '')
}

const NO_TEXT = [
  3,
  -1,
  true,
  [],
  {},
  ['x'],
  { $link: 'x' },
  '',
  'a\u0000b',
  'a\u001bb',
  new Raw('"\\ud800"'),
  new Raw('"x\\udc00"'),
  new Raw('"\\ud800\\ud800"'),
  'x'.repeat(100_001),
]
const NO_ID = [
  '',
  'x',
  3,
  null,
  {},
  'cus_',
  'inv_01h455vb4pex5vsknk084sn02q',
  'cus_01h455vb4pex5vsknk084sn02q',
  `cus_${'z'.repeat(26)}`,
  `cus_${'0'.repeat(5000)}`,
  '../../etc/passwd',
  "' or 1=1 --",
  'a\u0000b',
]
const NO_AMOUNT = [
  -1,
  0,
  0.5,
  1.5,
  -0.01,
  100_000_000,
  2 ** 53,
  1e21,
  '100',
  '1e3',
  '',
  true,
  [],
  [100],
  {},
  new Raw('1e400'),
  new Raw('-1e400'),
  new Raw('1e-400'),
  new Raw('123456789012345678901234567890'),
  new Raw('0.1e1000000'),
]
const NO_CURRENCY = [
  'USD',
  'Usd',
  'us',
  'usdd',
  'xxx',
  'xau',
  'btc',
  'zzz',
  '   ',
  '',
  'u\u0000d',
  'ﬀ',
  840,
  null,
  [],
  {},
]
const NO_DECIMAL = [
  '',
  ' ',
  '1e5',
  'NaN',
  'Infinity',
  '-Infinity',
  '1,5',
  '٣',
  '--1',
  '+1',
  '1.',
  '.5',
  '0x10',
  '1_000',
  '9'.repeat(16),
  `1.${'1'.repeat(16)}`,
  '1\u0000',
  3,
  1.5,
  null,
  [],
  {},
  true,
]
const NO_DATE = [
  '2026-02-30',
  '2026-13-01',
  '20260101',
  '2026-1-1',
  '2026-01-01T00:00:00Z',
  '',
  'today',
  3,
  true,
  [],
  {},
  '0000-01-01',
  '99999-01-01',
  '-2026-01-01',
]
const NO_LIST = [{}, 3, 'x', null, [], [null], [[]], [3], Array(501).fill('x')]
const NO_FLAG = ['true', 0, 1, 'yes', [], {}]

interface Door {
  method: string
  path: string
  good: Record<string, unknown>
  /** Which values each field refuses. */
  bad: Record<string, readonly unknown[]>
  headers?: Record<string, string>
}

function doors(): Door[] {
  const line = { description: 'Roses', quantity: '1', unit_price: '10.00' }
  const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, NO_TEXT]))
  const customer = {
    ...texts('name', 'code', 'email', 'phone', 'language', 'country', 'tax_id'),
    language: [...NO_TEXT, 'de', 'EN', 'en-US'],
    country: [...NO_TEXT, 'us', 'USA', 'U'],
    phone: [...NO_TEXT, 'call me', '12', '+', '++15145550199x'],
    email: [
      ...NO_TEXT,
      'x',
      '@',
      'a@b',
      'a b@example.test',
      'a@example.test\r\nBcc: b@example.test',
      'a@example.test,b@example.test',
      '<a@example.test>',
    ],
    address_lines: [{}, 3, 'x', null, [null], [[]], [3], [''], Array(9).fill('x'), ['a\u0000b']],
    payment_links_enabled: [...NO_FLAG, null],
  }
  const order = {
    currency: NO_CURRENCY,
    customer: NO_ID,
    lines: NO_LIST,
    'lines.0.description': NO_TEXT,
    'lines.0.quantity': NO_DECIMAL,
    'lines.0.unit_price': [...NO_DECIMAL, '-10.00', '999999999999999'],
    'lines.0.unit': NO_TEXT,
    'lines.0.taxes': [
      {},
      'x',
      3,
      [3],
      [{}],
      [{ rate: 10 }],
      [{ rate: '-1' }],
      [{ rate: '101' }],
      [{ rate: '1', extra: 1 }],
      Array(6).fill({ rate: '1' }),
    ],
    issued_on: NO_DATE,
    due_on: NO_DATE,
    order_reference: NO_TEXT,
    note: NO_TEXT,
    tax_included: [...NO_FLAG, null],
    discount: [
      3,
      'x',
      [],
      {},
      { label: 'x' },
      { label: 'x', amount: 1 },
      { label: '', amount: '1' },
      { label: 'x', amount: '-1' },
      { label: 'x', amount: '11' },
    ],
    shipping: [3, 'x', [], {}, { amount: 1 }, { amount: '-1' }, { amount: '1', taxes: 3 }],
  }
  return [
    {
      method: 'POST',
      path: '/v1/customers',
      good: { name: 'X' },
      bad: { ...customer, ...texts('source', 'external_id') },
    },
    { method: 'PATCH', path: `/v1/customers/${ids.cus}`, good: { name: 'X' }, bad: customer },
    {
      method: 'POST',
      path: `/v1/customers/${ids.cus}/contacts`,
      good: { name: 'X' },
      bad: { name: NO_TEXT, email: customer.email, phone: customer.phone },
    },
    {
      method: 'POST',
      path: '/v1/invoices',
      good: { customer: ids.cus, currency: 'usd', lines: [line] },
      bad: order,
    },
    {
      method: 'POST',
      path: '/v1/payment_requests',
      good: { kind: 'quick', amount: 1_000, currency: 'usd', reference: 'A' },
      bad: {
        kind: ['invoice', 'statement', '', 3, null, {}],
        amount: [...NO_AMOUNT, null, 49],
        currency: [...NO_CURRENCY, 'kwd', 'dkk'],
        reference: NO_TEXT,
        message: NO_TEXT,
        customer: NO_ID.filter((id) => id !== null),
      },
    },
    {
      method: 'POST',
      path: '/v1/payment_requests',
      good: { kind: 'invoice', invoices: [ids.inv] },
      bad: { invoices: [...NO_LIST, [ids.cus], [ids.inv, 'x'], Array(101).fill(ids.inv)], message: NO_TEXT },
    },
    {
      method: 'POST',
      path: `/v1/payment_requests/${ids.req}/send`,
      good: { email: 'a@example.test' },
      bad: { email: customer.email, name: NO_TEXT },
    },
    {
      method: 'POST',
      path: '/v1/payment_links',
      good: { payment_request: ids.req },
      bad: { payment_request: NO_ID },
    },
    {
      method: 'POST',
      path: '/v1/refunds',
      good: { payment: ids.pay, amount: 100 },
      bad: {
        payment: NO_ID,
        amount: [...NO_AMOUNT, null, 4_001],
        reason: NO_TEXT,
        treatment: ['x', '', null, 3, 'reduce_sale'],
      },
      headers: { 'idempotency-key': 'bad' },
    },
    {
      method: 'POST',
      path: '/v1/api_keys',
      good: { name: 'X', permissions: ['events.read'] },
      bad: { name: NO_TEXT, permissions: [...NO_LIST, ['all'], ['events.read', 'events.read']] },
    },
    {
      method: 'PATCH',
      path: '/v1/settings',
      good: { 'link.expiry.hours.invoice_link': 24 },
      bad: {
        'link.expiry.hours.invoice_link': [0, -1, 1.5, 8761, null, '24', true, [], {}, new Raw('1e400')],
        'no.such.setting': [1],
        'company.payment_links_enabled': [false, 'x'],
      },
    },
  ]
}

function put(body: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone(body)
  const parts = path.startsWith('lines.') ? path.split('.') : [path]
  let at: Record<string, unknown> = copy
  for (const part of parts.slice(0, -1)) at = at[part] as Record<string, unknown>
  at[parts.at(-1) ?? ''] = value
  return copy
}

const JSON_TYPE = { 'content-type': 'application/json' }
const label = (value: unknown) => toJson(value).slice(0, 60)

it('every field of every body refuses what it does not take', async () => {
  const tries = doors().flatMap(({ method, path, good, bad, headers = {} }) =>
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
  const tries = doors().flatMap(({ method, path, good, headers = {} }) => {
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
  const tries = doors().flatMap(({ method, path, headers = {} }) =>
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

it('ids that are none, of another kind or of nothing are refused on every route that takes one', async () => {
  const { paths } = (await (await fetch(`${world.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>
  }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
  )
  expect(routes.length).toBeGreaterThan(25)
  const kinds = Object.values(ids)
  const fresh = ['cus', 'inv', 'req', 'pay', 'lnk', 'key', 'ref'].map(
    (prefix) => `${prefix}_01h455vb4pex5vsknk084sn02q`,
  )
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
  const own: Record<string, string> = {
    customers: 'cus',
    invoices: 'inv',
    payment_requests: 'req',
    payments: 'pay',
    payment_links: 'lnk',
    api_keys: 'key',
    refunds: 'ref',
  }
  const tries = routes
    .filter(([, path]) => path.includes('{id}'))
    .flatMap(([method, path]) => {
      const right = own[path.split('/')[2] ?? '']
      const others = [...kinds.filter((id) => !id.startsWith(`${right}_`)), ...fresh, ...nonsense]
      const body =
        method === 'GET' || method === 'DELETE' || path.endsWith('/void') ? undefined : { name: 'X' }
      return others.map(
        (id) =>
          [
            `${method} ${path} ${id.slice(0, 40)}`,
            () => company.call(method, path.replace('{id}', id), body),
          ] as const,
      )
    })
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
  const lists = ['customers', 'invoices', 'payments', 'refunds', 'credits', 'payment_requests', 'events']
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
  const tries = [...lists.flatMap((list) => queries.map((query) => `${list}?${query}`)), ...particular].map(
    (path) => [path.slice(0, 80), () => company.call('GET', `/v1/${path}`)] as const,
  )
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

describe('the pay page', () => {
  const good = { submit_key: 'key-0000001', confirmation_token: 'ctoken_x', amount: 8_000, currency: 'USD' }

  it('refuses every bad field, body and attempt id', async () => {
    const bad: Record<string, readonly unknown[]> = {
      submit_key: [...NO_TEXT, 'short', 'with space in it', "'; drop table x; --", 'x'.repeat(101), null],
      confirmation_token: [...NO_TEXT, 'a b', '../x', "'", null],
      amount: [...NO_AMOUNT, null, 7_999],
      currency: [...NO_CURRENCY.filter((code) => code !== 'USD' && code !== 'Usd'), 'EUR', 'usdd'],
      name: NO_TEXT,
      email: [...NO_TEXT, 'x', 'a@b', 'a@example.test\nBcc: b@example.test'],
      nonsense: [1],
    }
    const tries = Object.entries(bad).flatMap(([field, values]) =>
      values.map(
        (value) =>
          [
            `${field}=${label(value)}`,
            () => payer('POST', `${page}/payments`, toJson(put(good, field, value)), JSON_TYPE),
          ] as const,
      ),
    )
    const raw = [
      '',
      '{',
      'null',
      '[]',
      '3',
      '['.repeat(100_000),
      `{"submit_key":"${'x'.repeat(1_100_000)}"}`,
    ].map(
      (body) =>
        [`body ${body.slice(0, 20)}`, () => payer('POST', `${page}/payments`, body, JSON_TYPE)] as const,
    )
    const attempts = [
      'x',
      'pay_01h455vb4pex5vsknk084sn02q',
      ids.pay,
      ids.inv,
      '%00',
      '%zz',
      'x'.repeat(5_000),
    ].flatMap((id) => [
      ...['refresh', 'resume', 'give_up'].map(
        (verb) => [`${verb} ${id}`, () => payer('POST', `${page}/payments/${id}/${verb}`)] as const,
      ),
      [`receipt ${id}`, () => payer('GET', `${page}/receipts/${id}.pdf`)] as const,
      [`invoice ${id}`, () => payer('GET', `${page}/invoices/${id === ids.inv ? 'x' : id}.pdf`)] as const,
    ])
    expect(await faultsOf([...tries, ...raw, ...attempts])).toEqual([])
  })

  it('guesses of a token open nothing: random, cut, longer, of another company, with other spare bits', async () => {
    const other = await quickLink(await world.newCompany(), 1_000)
    before = await rowCounts(world) // the other company is ours
    const token = page.split('/p/')[1] ?? ''
    const theirs = other.url.split('/p/')[1] ?? ''
    const swapped = (a: string, b: string) => {
      const [x, y] = [Buffer.from(a, 'base64url'), Buffer.from(b, 'base64url')]
      return Buffer.concat([x.subarray(0, 4), y.subarray(4)]).toString('base64url')
    }
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const spare = [...alphabet].map((last) => token.slice(0, 26) + last).filter((guess) => guess !== token)
    const random = Array.from({ length: 50 }, () =>
      Array.from({ length: 27 }, () => alphabet[Math.floor(Math.random() * 64)]).join(''),
    )
    const guesses = [
      ...random,
      ...spare,
      token.slice(0, 26),
      token.slice(1),
      `${token}A`,
      `${token}=`,
      `${token}%20`,
      `${token}%00`,
      `%20${token}`,
      token.toLowerCase(),
      token.toUpperCase(),
      [...token].reverse().join(''),
      swapped(token, theirs),
      swapped(theirs, token),
      'x',
      '%00',
      '%zz',
      '..',
      '%2e%2e',
      'x'.repeat(199),
      'x'.repeat(5_000),
      ids.lnk,
      ids.req,
      Buffer.from(token, 'base64url').toString('base64').replace(/[-_]/g, '+'),
      Buffer.from(token, 'base64url').toString('hex'),
    ].filter((guess) => guess !== token && guess !== theirs)
    const api = (guess: string) => [
      [`opened ${guess}`, () => payer('POST', `${world.url}/p/${guess}/opened`)] as const,
      [`status ${guess}`, () => payer('GET', `${world.url}/p/${guess}/status`)] as const,
      [`pay ${guess}`, () => payer('POST', `${world.url}/p/${guess}/payments`, good)] as const,
    ]
    expect(await faultsOf(guesses.flatMap((guess) => api(String(guess))))).toEqual([])
    // Two dots are another address altogether: that of the dashboard.
    for (const guess of guesses.filter((guess) => !/^(\.|%2e)+$/.test(String(guess)))) {
      const { status, text } = await payer('GET', `${world.url}/p/${guess}`)
      expect([guess, status >= 400 && status < 500]).toEqual([guess, true])
      expect(text).not.toContain('80.00')
    }
    expect((await payer('GET', page)).status).toBe(200)
  })
})

describe('e-invoices over HTTP', () => {
  const send = (body: string | Uint8Array, type = 'application/xml') =>
    company.call('POST', '/v1/invoices/import', body, { 'content-type': type })
  const invoice = (inside: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
    `${head}<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">${inside}</Invoice>`

  it('hostile XML, other encodings, other files', async () => {
    const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    )
    const bodies: [string, string | Uint8Array, string?][] = [
      ['a doctype', invoice('', '<?xml version="1.0"?><!DOCTYPE Invoice>')],
      ['entity expansion', invoice('&l10;', `<!DOCTYPE Invoice [<!ENTITY l0 "ha">${laughs}]>`)],
      ['an external entity', invoice('&x;', '<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
      [
        'a parameter entity',
        invoice('', '<!DOCTYPE Invoice [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]>'),
      ],
      ['an unknown entity', invoice('&nonsense;')],
      [
        'XInclude',
        invoice(
          '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
        ),
      ],
      ['deep nesting', invoice('<a>'.repeat(100_000) + '</a>'.repeat(100_000))],
      ['deep and open', invoice('<a>'.repeat(100_000))],
      [
        'a million attributes',
        invoice(`<a ${Array.from({ length: 100_000 }, (_, i) => `a${i}="x"`).join(' ')}/>`),
      ],
      ['12 MB', invoice(`<!--${'x'.repeat(12 * 1024 * 1024)}-->`)],
      ['9 MB of text', invoice(`<a>${'x'.repeat(9 * 1024 * 1024)}</a>`)],
      ['UTF-16 that says UTF-8', Buffer.from(invoice('<a/>'), 'utf16le')],
      ['UTF-8 that says UTF-16', invoice('<a/>', '<?xml version="1.0" encoding="UTF-16"?>')],
      ['UTF-7', invoice('+ADw-a/+AD4-', '<?xml version="1.0" encoding="UTF-7"?>')],
      ['an encoding that is none', invoice('', '<?xml version="1.0" encoding="nonsense"?>')],
      [
        'bytes that are no UTF-8',
        Buffer.concat([Buffer.from(invoice('<a>')), Buffer.from([0xff, 0xfe, 0xc0, 0x80])]),
      ],
      ['a NUL', invoice('<a>\u0000</a>')],
      ['a NUL by number', invoice('<a>&#0;</a>')],
      ['a surrogate by number', invoice('<a>&#xD800;</a>')],
      ['an empty invoice', invoice('')],
      ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
      ['no namespace', '<Invoice/>'],
      ['two roots', `${invoice('')}<b/>`],
      ['text', 'hello'],
      ['nothing', ''],
      ['white space', '  \n'],
      ['JSON', '{"a":1}'],
      ['a PDF', '%PDF-1.7\n%âãÏÓ\n'],
      ['a ZIP', Buffer.from('504b0304140000000800', 'hex')],
      ['JSON as JSON', '{"a":1}', 'application/json'],
      ['plain text', invoice(''), 'text/plain'],
      ['a form', 'file=x', 'application/x-www-form-urlencoded'],
      ['multipart', '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'],
      ['an image', 'x', 'image/png'],
    ]
    expect(
      await faultsOf(bodies.map(([what, body, type]) => [what, () => send(body, type)] as const)),
    ).toEqual([])
  })

  it('30 MB, with its length told or not, are refused on every route that takes a body', async () => {
    const paths = [
      '/v1/invoices/import',
      '/v1/customers',
      '/v1/invoices',
      '/webhooks/stripe',
      new URL(`${page}/payments`).pathname,
    ]
    for (const path of paths) {
      for (const length of [true, false]) {
        expect([path, length, await upload(path, 30, length)]).toEqual([path, length, 413])
      }
    }
  })
})

/** Sends megabytes as a client does that looks for an answer while it writes. */
function upload(path: string, megabytes: number, withLength: boolean): Promise<number | string> {
  return new Promise((done) => {
    const chunk = Buffer.alloc(1024 * 1024, 'x')
    const { hostname, port } = new URL(world.url)
    const length = withLength ? { 'content-length': String(chunk.length * megabytes) } : {}
    const type = path.endsWith('import') ? 'application/xml' : 'application/json'
    const sent = httpRequest(
      {
        hostname,
        port,
        path,
        method: 'POST',
        headers: { authorization: `Bearer ${company.key}`, 'content-type': type, ...length },
      },
      (response) => {
        response.resume()
        done(response.statusCode ?? 0)
        sent.destroy()
      },
    )
    sent.on('error', (error) => done(error.message))
    let left = megabytes
    const write = () => {
      while (left > 0) {
        left -= 1
        if (!sent.write(chunk)) return void sent.once('drain', write)
      }
      sent.end()
    }
    write()
  })
}

describe('currencies and sums', () => {
  afterEach(async () => {
    before = await rowCounts(world) // these tests make what they need
  })
  const ask = (invoices: unknown[]) =>
    company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices })

  it('beyond what a processor takes, or below: the invoice stands, and is not asked for by link', async () => {
    const large = await newInvoice(company, '1000000.00')
    const small = await newInvoice(company, '0.49')
    const most = await newInvoice(company, '999999.99')
    for (const { id } of [large, small])
      expect(await ask([id])).toMatchObject({ status: 422, body: { code: 'amount_not_payable' } })
    expect(await ask([most.id])).toMatchObject({ status: 201, body: { total: 99_999_999 } })
    const tooLarge = {
      customer: ids.cus,
      currency: 'usd',
      lines: [{ description: 'x', quantity: '1', unit_price: '1000000000.00' }],
    }
    expect(faultOf('a milliard', await company.call('POST', '/v1/invoices', tooLarge))).toBeUndefined()
    const overflow = {
      ...tooLarge,
      lines: Array(500).fill({
        description: 'x',
        quantity: '999999999999999',
        unit_price: '999999999999999',
      }),
    }
    expect(faultOf('an overflow', await company.call('POST', '/v1/invoices', overflow))).toBeUndefined()
    before = await rowCounts(world)
  })

  it('mixed currencies or customers fit no request', async () => {
    const customer = ids.cus
    const usd = await newInvoice(company, '10.00', { customer })
    const eur = await newInvoice(company, '10.00', { customer, currency: 'eur' })
    const theirs = await newInvoice(company, '10.00')
    before = await rowCounts(world)
    for (const other of [eur, theirs])
      expect(await ask([usd.id, other.id])).toMatchObject({ status: 422, body: { code: 'items_do_not_fit' } })
  })

  it('a currency without minor units is asked for and paid in whole units', async () => {
    const jpy = await newInvoice(company, '1200', { currency: 'jpy' })
    expect(jpy).toMatchObject({ total: 1_200, currency: 'jpy', open_display: '1200' })
    const { url } = await linkTo(company, jpy.id)
    expect((await payer('GET', url)).text).toContain('¥1,200')
    expect((await pay(world, company, url, { amount: 120_000, currency: 'JPY' })).body).toMatchObject({
      code: 'amount_changed',
      amount: 1_200,
    })
    expect((await pay(world, company, url, { amount: 1_200, currency: 'JPY' })).body).toMatchObject({
      state: 'succeeded',
    })
    await world.settle()
    await world.prove()
    before = await rowCounts(world)
  })

  it('a currency of three decimals that the account does not settle is invoiced, and not asked for by link', async () => {
    const kwd = await newInvoice(company, '10.125', { currency: 'kwd' })
    expect(kwd).toMatchObject({ total: 10_125, open_display: '10.125' })
    before = await rowCounts(world)
    expect(await ask([kwd.id])).toMatchObject({ status: 422, body: { code: 'currency_not_settled' } })
  })
})
