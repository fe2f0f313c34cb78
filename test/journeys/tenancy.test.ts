import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { PERMISSIONS } from '../../server/src/identity/index.ts'
import { fromWireId, newId, toWireId } from '../../server/src/lib/ids.ts'
import { depositAll, latestPayout } from '../support/payouts.ts'
import { flowerLogo } from '../support/pictures.ts'
import { signedIn } from '../support/staff.ts'
import {
  dayOf,
  linkTo,
  made,
  newCustomer,
  newInvoice,
  owned,
  pay,
  quickLink,
  rowCounts,
  upload,
} from '../support/story.ts'
import { type Answer, payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Another company's id is the id of nothing, whatever the route; and a key does what it was made for. */
let world: World
let mine: Tenant
let theirs: Tenant
let ids: Record<string, string>
let url: string

beforeAll(async () => {
  world = await startWorld()
  mine = world.company
  theirs = await world.newCompany({ name: 'Other Roses' })
  await newInvoice(mine, '10.00')
  const customer = String((await newCustomer(theirs, { name: 'Secret Customer', code: 'S-1' })).id)
  const contact = await made(
    theirs.call('POST', `/v1/customers/${customer}/contacts`, { name: 'Secret Contact' }),
  )
  const open = String((await newInvoice(theirs, '80.00', { customer })).id)
  const paid = String((await newInvoice(theirs, '40.00', { customer })).id)
  const quick = await quickLink(theirs, 500, { customer })
  const link = await linkTo(theirs, paid)
  const payment = String((await pay(world, theirs, link.url, { amount: 4_000 })).body.payment)
  await pay(world, theirs, quick.url, { amount: 500, save: true })
  const form = String(
    (await made(theirs.call('POST', `/v1/customers/${customer}/method_requests`, { email: 'a@b.test' }))).id,
  )
  const kept = (await theirs.call('GET', `/v1/customers/${customer}/payment_methods`)).body.data
  const disputed = await quickLink(theirs, 600, { customer })
  await pay(world, theirs, disputed.url, { amount: 600, card: '4000000000000259' })
  await world.settle()
  const [dispute] = (await theirs.call('GET', '/v1/disputes')).body.data as { id: string }[]
  const half = { payment, amount: 2_000 }
  const refund = await made(theirs.call('POST', '/v1/refunds', half, { 'idempotency-key': 'half' }))
  const asked = await linkTo(theirs, open)
  const line = { description: 'Secret', quantity: '1', unit_price: '1.00' }
  const note = await made(theirs.call('POST', '/v1/credit_notes', { invoice: open, lines: [line] }))
  const credit = await made(theirs.call('GET', `/v1/credits/${note.credit}`))
  const starts = '2026-12-01T10:00:00Z'
  const appointment = await made(theirs.call('POST', '/v1/appointments', { customer, starts_at: starts }))
  const template = await made(
    theirs.call('POST', '/v1/templates', { kind: 'reply', language: 'en', name: 'Secret', body: 'Secret' }),
  )
  url = asked.url
  const request = await made(theirs.call('GET', `/v1/payment_requests/${asked.request}`))
  const keys = (await theirs.call('GET', '/v1/api_keys')).body.data as { id: string }[]
  const lnk = (request.links as { id: string }[])[0]?.id ?? ''
  await depositAll(world, theirs)
  const payout = await latestPayout(theirs)
  const suppression = newId<'sup'>()
  await owned(
    world,
    `insert into messaging.suppressions (company_id, id, address, reason) values ($1, $2, 'secret@example.test', 'bounced')`,
    [fromWireId('co', theirs.id), suppression],
  )
  const wire = await made(
    theirs.call('POST', '/v1/wires', { customer, amount: 700, currency: 'usd', received_on: '2026-01-31' }),
  )
  const cash = { customer, amount: 800, currency: 'usd', method: 'cash', received_on: '2026-01-31' }
  const received = await made(theirs.call('POST', '/v1/received_payments', { ...cash, applications: [] }))
  const schedule = await made(
    theirs.call('POST', '/v1/invoice_schedules', {
      customer,
      currency: 'usd',
      lines: [line],
      unit: 'month',
      starts_on: '2126-01-01',
    }),
  )
  const banked = { payments: [(received.payment as { id: string }).id], deposited_on: '2026-01-31' }
  const bankDeposit = await made(theirs.call('POST', '/v1/bank_deposits', banked))
  const priority = newId<'pri'>()
  await owned(
    world,
    `insert into notifications.priorities (company_id, id, kind, subject_type, subject_id, request_id) values ($1, $2, 'payment_request.expired', 'payment_request', $3, $3)`,
    [fromWireId('co', theirs.id), priority, fromWireId('req', asked.request)],
  )
  const product = { code: 'S-1', name: 'Secret Rose', currency: 'usd', unit_price: '1.00' }
  const secret = { description: 'Secret Rose', quantity: '1', unit_price: '1.00' }
  ids = {
    priorities: toWireId('pri', priority),
    suppressions: toWireId('sup', suppression),
    customers: customer,
    contact: String(contact.id),
    invoices: open,
    payment_requests: asked.request,
    payments: payment,
    wires: String(wire.id),
    disputes: dispute?.id ?? '',
    method_requests: form,
    payment_methods: (kept as { id: string }[])[0]?.id ?? '',
    refunds: String(refund.id),
    payouts: payout.id,
    bank_deposits: String(bankDeposit.id),
    credit_notes: String(note.id),
    invoice_schedules: String(schedule.id),
    credits: String(credit.id),
    applications: (credit.applications as { id: string }[])[0]?.id ?? '',
    appointments: String(appointment.id),
    templates: String(template.id),
    payment_links: lnk,
    api_keys: keys[0]?.id ?? '',
    members: ((await theirs.call('GET', '/v1/members')).body.data as { id: string }[])[0]?.id ?? '',
    attachments: String((await made(upload(theirs, 'secret.pdf'))).id),
    statements: String(
      (await made(theirs.call('POST', '/v1/statements', { customer, kind: 'open_items' }))).id,
    ),
    bulk_sends: String(
      (await made(theirs.call('POST', '/v1/bulk_sends', { kind: 'payment_links', invoices: [open] }))).id,
    ),
    promises: String(
      (
        await made(
          theirs.call('POST', `/v1/invoices/${open}/promises`, {
            promised_on: dayOf(world.services.clock.now()),
          }),
        )
      ).id,
    ),
    sellers: String((await made(theirs.call('POST', '/v1/sellers', { names: ['Secret Seller'] }))).id),
    products: String((await made(theirs.call('POST', '/v1/products', product))).id),
    orders: String(
      (await made(theirs.call('POST', '/v1/orders', { customer, currency: 'usd', lines: [secret] }))).id,
    ),
  }
  for (const tenant of [mine, theirs])
    await made(tenant.call('PUT', '/v1/company/logo', flowerLogo(96, 32), { 'content-type': 'image/png' }))
  await world.settle()
})
afterAll(() => world.stop())

/** What a route must be asked with, beside its body. */
const RANGE = '?from=2026-11-01&to=2027-10-31'
const QUERIES: Record<string, string> = {
  '/v1/search': '?q=secret',
  '/v1/reports/takings': RANGE,
  '/v1/reports/fees': RANGE,
  '/v1/reports/journal': RANGE,
  '/v1/reports/write_offs': RANGE,
  '/v1/reports/requests': RANGE,
  '/v1/attachments': '?file_name=a.pdf',
}

interface Operation {
  description: string
}
const routes = async () => {
  const { paths } = (await (await fetch(`${world.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description }]) => ({
      method: method.toUpperCase(),
      path,
      description,
      permission: /`([a-z_.]+)`/.exec(description)?.[1] ?? '',
    })),
  )
  // What is a person's own, or anybody's, is of no company: sessions.test.ts asks those.
  return all.filter(({ description }) => !/^Needs (nothing|somebody who is signed in)\.$/.test(description))
}
/** Of a route's noun the id that is theirs; of what stands below it, by its own name. */
const filled = (path: string) =>
  path.replace('{id}', ids[path.split('/')[2] ?? ''] ?? '').replace('{contact}', ids.contact ?? '')
const BODIES: Record<string, unknown> = {
  'PATCH /v1/customers/{id}': { name: 'Mine now' },
  'POST /v1/customers/{id}/method_requests': { email: 'thief@example.test' },
  'POST /v1/payment_methods/{id}/charge': { invoices: ['inv_none'], amount: 100 },
  'PATCH /v1/invoices/{id}': { revision: 1, note: 'Mine now' },
  'PATCH /v1/templates/{id}': { name: 'Mine now' },
  'POST /v1/templates/{id}/test': {},
  'PATCH /v1/appointments/{id}': { meta: {} },
  'PUT /v1/customers/{id}/reminders': { mode: 'off', offsets: null },
  'POST /v1/invoices/{id}/promises': { promised_on: '2026-12-01' },
  'PATCH /v1/members/{id}': { status: 'suspended' },
  'POST /v1/payment_requests/{id}/remind': {},
  'POST /v1/disputes/{id}/submit': {},
  'POST /v1/credits/{id}/apply': {},
  'POST /v1/wires/{id}/match': { payment_request: 'req_01h455vb4pex5vsknk084sn02q' },
  'POST /v1/bank_deposits/{id}/undo': { reason: 'Not made' },
  'POST /v1/payments/{id}/take_back': { reason: 'mistake' },
  'POST /v1/credits/{id}/refund': {},
  'PATCH /v1/credit_notes/{id}': { reason: 'Mine now' },
  'POST /v1/credit_notes/{id}/approve': {},
  'POST /v1/credit_notes/{id}/reject': { reason: 'Mine now' },
  'POST /v1/applications/{id}/reverse': {},
  'POST /v1/customers/{id}/contacts': { name: 'Mine now' },
  'PATCH /v1/customers/{id}/contacts/{contact}': { name: 'Mine now' },
  'POST /v1/invoices/{id}/write_off': { reason: 'uncollectible' },
  'POST /v1/invoices/{id}/recover': { reason: 'mistake' },
  'POST /v1/invoices/{id}/send': { to: 'thief@example.test' },
  'POST /v1/statements/{id}/send': { to: 'thief@example.test' },
  'PATCH /v1/products/{id}': { name: 'Mine now' },
  'PATCH /v1/invoice_schedules/{id}': { revision: 1, note: 'Mine now' },
  'PATCH /v1/orders/{id}': { revision: 1, note: 'Mine now' },
  'POST /v1/orders/{id}/confirm': {},
  'POST /v1/orders/{id}/cancel': {},
  'POST /v1/orders/{id}/send': { to: 'thief@example.test' },
  'POST /v1/payment_requests/{id}/send': { email: 'thief@example.test' },
}

it.each(['key', 'admin'])(
  'M3.12 every route that takes an id answers 404 to another company’s %s, and changes nothing',
  async (caller) => {
    const admin = await signedIn(world, mine, 'admin')
    const ask: Tenant['call'] = caller === 'key' ? mine.call : (...asked) => admin.call(...asked)
    const before = await rowCounts(world)
    const state = await snapshot(theirs)
    const taken = (await routes()).filter(({ path }) => path.includes('{id}'))
    expect(taken.length).toBeGreaterThanOrEqual(12)
    for (const { method, path } of taken) {
      const id = ids[path.split('/')[2] ?? ''] ?? ''
      expect(id, path).not.toBe('')
      const key = method === 'GET' ? {} : { 'idempotency-key': randomUUID() }
      const answer = await ask(method, filled(path), BODIES[`${method} ${path}`], key)
      expect([path, answer.status]).toEqual([path, 404])
      expectNotFound(answer)
    }
    expect(await rowCounts(world)).toEqual(before)
    expect(await snapshot(theirs)).toEqual(state)
  },
)

it('M3.12 nor is another company’s id taken in a body or a filter', async () => {
  const before = await rowCounts(world)
  const line = { description: 'x', quantity: '1', unit_price: '1.00' }
  const own = (await mine.call('GET', '/v1/invoices')).body.data as { id: string }[]
  const [known] = (await mine.call('GET', '/v1/customers')).body.data as { id: string }[]
  const cash = {
    amount: 100,
    currency: 'usd',
    method: 'cash',
    received_on: dayOf(world.services.clock.now()),
  }
  const bodies: [string, unknown][] = [
    ['/v1/invoices', { customer: ids.customers, currency: 'usd', lines: [line] }],
    ['/v1/payment_requests', { kind: 'invoice', invoices: [ids.invoices] }],
    ['/v1/statements', { customer: ids.customers, kind: 'open_items' }],
    ['/v1/payment_requests', { kind: 'invoice', invoices: [own[0]?.id, ids.invoices] }],
    [
      '/v1/payment_requests',
      { kind: 'quick', amount: 500, currency: 'usd', reference: 'x', customer: ids.customers },
    ],
    ['/v1/bulk_sends', { kind: 'payment_links', invoices: [own[0]?.id, ids.invoices] }],
    [
      '/v1/bulk_sends',
      { kind: 'statements', customers: [known?.id, ids.customers], statement: { kind: 'open_items' } },
    ],
    ['/v1/credit_notes', { invoice: ids.invoices, lines: [line] }],
    [
      '/v1/invoice_schedules',
      { customer: ids.customers, currency: 'usd', lines: [line], unit: 'week', starts_on: '2126-01-01' },
    ],
    ['/v1/credit_notes', { customer: ids.customers, currency: 'usd', lines: [line] }],
    ['/v1/payment_links', { payment_request: ids.payment_requests }],
    ['/v1/refunds', { payment: ids.payments, amount: 100 }],
    ['/v1/received_payments', { ...cash, customer: ids.customers }],
    ['/v1/received_payments', { ...cash, customer: known?.id, applications: [{ invoice: ids.invoices }] }],
    ['/v1/bank_deposits', { payments: [ids.payments], deposited_on: dayOf(world.services.clock.now()) }],
    ['/v1/orders', { customer: ids.customers, currency: 'usd', lines: [line] }],
    [
      '/v1/orders',
      { customer: known?.id, currency: 'usd', lines: [{ product: ids.products, quantity: '1' }] },
    ],
    ['/v1/phone_pages', { order: ids.orders, amount: 100 }],
    ['/v1/phone_pages', { payment_request: ids.payment_requests, amount: 100 }],
    ['/v1/phone_pages', { invoices: [own[0]?.id, ids.invoices], amount: 100 }],
  ]
  for (const [path, body] of bodies) {
    expectNotFound(await mine.call('POST', path, body, { 'idempotency-key': randomUUID() }))
  }
  expect(await rowCounts(world)).toEqual(before)
  const filters = [
    `invoices?customer=${ids.customers}`,
    `payment_requests?customer=${ids.customers}`,
    `credits?customer=${ids.customers}`,
    `credit_notes?invoice=${ids.invoices}`,
    `invoice_schedules?customer=${ids.customers}`,
    `payments?payment_request=${ids.payment_requests}`,
    `refunds?payment=${ids.payments}`,
    `orders?customer=${ids.customers}`,
    'orders?q=Secret',
    'products?q=Secret',
    'customers?q=Secret',
    'customers?q=S-1',
    `invoices?starting_after=${ids.invoices}&limit=1&open=false`,
  ]
  for (const filter of filters)
    expect([filter, (await mine.call('GET', `/v1/${filter}`)).text]).toEqual([
      filter,
      expect.not.stringContaining('Secret'),
    ])
  for (const filter of filters.slice(0, 11))
    expect((await mine.call('GET', `/v1/${filter}`)).body.data).toEqual([])
})

it('M3.12 no list shows a row of another company', async () => {
  for (const { method, path } of (await routes()).filter(
    // The stream has no end; stream.test.ts shows whose events it tells.
    ({ method, path }) => method === 'GET' && !path.includes('{id}') && path !== '/v1/stream',
  )) {
    const { status, text } = await mine.call(method, `${path}${QUERIES[path] ?? ''}`)
    expect([path, status]).toEqual([path, 200])
    for (const id of Object.values(ids)) expect(text).not.toContain(id)
    expect(text).not.toContain('Secret')
    const theirText = (await theirs.call(method, `${path}${QUERIES[path] ?? ''}`)).text
    if (path !== '/v1/settings') expect(theirText.length).toBeGreaterThan(text.length / 4)
  }
})

it('M3.12 a page serves only what is of its own request', async () => {
  const other = await quickLink(mine, 700)
  const [, token] = other.url.split('/p/')
  for (const path of [
    `payments/${ids.payments}/refresh`,
    `payments/${ids.payments}/resume`,
    `payments/${ids.payments}/give_up`,
  ]) {
    expect((await payer('POST', `${world.url}/p/${token}/${path}`)).status).toBe(404)
    expect((await payer('POST', `${url}/${path}`)).status).toBe(404) // the same company's other request
  }
  for (const path of [`receipts/${ids.payments}.pdf`, `invoices/${ids.invoices}.pdf`]) {
    expect((await payer('GET', `${world.url}/p/${token}/${path}`)).status).toBe(404)
  }
  expect((await payer('GET', `${url}/invoices/${ids.invoices}.pdf`)).status).toBe(200)
})

it('an idempotency key of one company is nothing to another', async () => {
  const key = { 'idempotency-key': 'shared-by-chance' }
  const made1 = await mine.call('POST', '/v1/customers', { name: 'Mine' }, key)
  const made2 = await theirs.call('POST', '/v1/customers', { name: 'Theirs' }, key)
  expect([made1, made2].map(({ status, body }) => [status, body.name])).toEqual([
    [201, 'Mine'],
    [201, 'Theirs'],
  ])
  expect((await mine.call('POST', '/v1/customers', { name: 'Mine' }, key)).body.id).toBe(made1.body.id)
  expect((await theirs.call('POST', '/v1/customers', { name: 'Theirs' }, key)).body.id).toBe(made2.body.id)
})

it('R-001 R-002 a key without the permission of a route is a 403 on it, and changes nothing', async () => {
  const before = await rowCounts(world)
  const all = await routes()
  expect(new Set(all.map(({ permission }) => PERMISSIONS.includes(permission as never)))).toEqual(
    new Set([true]),
  )
  for (const permission of new Set(all.map((route) => route.permission))) {
    const others = PERMISSIONS.filter((other) => other !== permission)
    const { secret } = (await runCommand(world.services, true, 'create-key', {
      company: theirs.id,
      name: permission,
      permission: others,
    })) as { secret: string }
    for (const { method, path } of all.filter((route) => route.permission === permission)) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : (goodBody(`${method} ${path}`) ?? {})
      const target = filled(path)
      const answer = await theirs.call(method, `${target}${QUERIES[path] ?? ''}`, body, {
        authorization: `Bearer ${secret}`,
        'idempotency-key': randomUUID(),
      })
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'permission_denied'])
    }
  }
  const after = await rowCounts(world)
  const keys = ['identity.api_keys', 'identity.api_key_directory', 'identity.audit_events']
  const without = (counts: Record<string, number>) =>
    Object.entries(counts).filter(([table]) => !keys.includes(table))
  expect(without(after)).toEqual(without(before))
})

it('a revoked key is a 401 at once; its use before is noted; a secret is shown once and never again', async () => {
  const key = { 'idempotency-key': 'make-key' }
  const order = { name: 'Short life', permissions: ['customers.read'] }
  const created = await theirs.call('POST', '/v1/api_keys', order, key)
  const secret = String(created.body.secret)
  expect(secret).toMatch(/^qk_/)
  const use = () => theirs.call('GET', '/v1/customers', undefined, { authorization: `Bearer ${secret}` })
  expect((await use()).status).toBe(200)
  expect((await theirs.call('POST', '/v1/api_keys', order, key)).body).toMatchObject({
    id: created.body.id,
    secret: null,
  })
  const list = (await theirs.call('GET', '/v1/api_keys')).body.data as {
    id: string
    last_used_at: string | null
    secret?: string
  }[]
  const shown = list.find(({ id }) => id === created.body.id)
  expect(shown?.last_used_at).not.toBeNull()
  expect(shown?.secret ?? null).toBeNull()
  expect((await theirs.call('DELETE', `/v1/api_keys/${created.body.id}`)).body).toMatchObject({
    revoked_at: expect.any(String),
  })
  expect(await use()).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
})

it('M3.12 no row of the database points into another company', async () => {
  const tables = await owned<{ name: string }>(
    world,
    "select format('%I.%I', table_schema, table_name) name from information_schema.columns where column_name = 'company_id' and table_schema in ('customers', 'ledger', 'messaging', 'payments', 'receivables', 'requests', 'notifications') and table_name not like '%view' order by 1",
  )
  expect(tables.length).toBeGreaterThan(15)
  await world.prove(mine)
  await world.prove(theirs)
})

const goodBody = (route: string): unknown =>
  ({
    'POST /v1/customers': { name: 'X' },
    'POST /v1/invoices': {
      customer: ids.customers,
      currency: 'usd',
      lines: [{ description: 'x', quantity: '1', unit_price: '1.00' }],
    },
    'POST /v1/payment_requests': { kind: 'invoice', invoices: [ids.invoices] },
    'POST /v1/invoice_schedules': {
      customer: ids.customers,
      currency: 'usd',
      lines: [{ description: 'x', quantity: '1', unit_price: '1.00' }],
      unit: 'week',
      starts_on: '2126-01-01',
    },
    'POST /v1/credit_notes': {
      invoice: ids.invoices,
      lines: [{ description: 'x', quantity: '1', unit_price: '1.00' }],
    },
    'POST /v1/messages/test': { email: 'x@example.test' },
    'POST /v1/settings/thankyou/test': { email: 'x@example.test' },
    'POST /v1/appointments': { customer: ids.customers, starts_at: '2026-12-01T10:00:00Z' },
    'POST /v1/templates': { kind: 'reply', language: 'en', name: 'X', body: 'X' },
    'POST /v1/sellers': { names: ['X'] },
    'POST /v1/payment_links': { payment_request: ids.payment_requests },
    'POST /v1/refunds': { payment: ids.payments, amount: 100 },
    'POST /v1/members': { email: 'x@example.test', roles: ['sales'] },
    'POST /v1/api_keys': { name: 'X', permissions: ['customers.read'] },
    'PATCH /v1/settings': { 'link.expiry.hours.invoice_link': 3 },
    ...BODIES,
  })[route]

function expectNotFound({ status, body, headers }: Answer): void {
  expect([status, body.code]).toEqual([404, 'not_found'])
  expect(headers.get('content-type')).toContain('application/problem+json')
}

/** All that a company can see of itself. */
async function snapshot(tenant: Tenant): Promise<unknown> {
  const lists = [
    'customers',
    'invoices',
    'payments',
    'refunds',
    'credits',
    'payment_requests',
    'events',
    'settings',
  ]
  return Promise.all(lists.map(async (list) => (await tenant.call('GET', `/v1/${list}`)).body))
}
