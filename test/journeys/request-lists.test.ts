import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { changePayables } from '../../server/src/receivables/change-payables.ts'
import { STATUSES } from '../../server/src/requests/request-wire.ts'
import {
  advance,
  eventually,
  linkTo,
  made,
  newCustomer,
  newInvoice,
  owned,
  pay,
  quickLink,
} from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** What a list of payment requests is filtered by: its label, its words, its amount, its day. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

interface Row {
  id: string
  status: string
  customer: string | null
  customer_name: string | null
  reference: string
  total: number
  created_at: string
}
const UNPAID = ['sent', 'viewed', 'partially_paid', 'expired']
const HOUR = 3_600
const CHALLENGE = '4000002760003184'

const listed = async (tenant: Tenant, query: string): Promise<Row[]> => {
  const rows: Row[] = []
  for (let after = ''; ; ) {
    const { data, has_more } = await made(tenant.call('GET', `/v1/payment_requests?limit=3&${query}${after}`))
    rows.push(...(data as Row[]))
    if (has_more !== true) return rows
    after = `&starting_after=${rows.at(-1)?.id}`
  }
}
const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id)

/**
 * Every status filter finds exactly the rows that are shown with that label, in the order of the whole list; *unpaid*
 * those that are still owed, whether or not their link is over.
 */
async function expectFiltersAgree(tenant: Tenant): Promise<Set<string>> {
  const labels = async () => (await listed(tenant, '')).map(({ id, status }) => [status, id] as const)
  // A job may give up an old attempt between two lists: what was looked at while that happened is looked at again.
  const [all, found] = await eventually(
    async () => {
      const before = await labels()
      const filtered: [string, string[], boolean][] = []
      for (const status of STATUSES) {
        const rows = await listed(tenant, `status=${status}`)
        filtered.push([status, idsOf(rows), rows.every((row) => row.status === status)])
      }
      const owed = await listed(tenant, 'status=unpaid')
      filtered.push(['unpaid', idsOf(owed), owed.every((row) => UNPAID.includes(row.status))])
      return [before, filtered, await labels()] as const
    },
    ([before, , after]) => JSON.stringify(before) === JSON.stringify(after),
  )
  const shownAs = (labels: readonly string[]) =>
    all.filter(([label]) => labels.includes(label)).map(([, id]) => id)
  expect(found).toEqual([
    ...STATUSES.map((status) => [status, shownAs([status]), true]),
    ['unpaid', shownAs(UNPAID), true],
  ])
  return new Set(all.map(([status]) => status))
}

it('R-139 a filter by status finds the rows that show it, whatever happened to them and at every step', async () => {
  const tenant = await world.newCompany({ name: 'All States' })
  const seen = new Set<string>()
  const step = async (work: () => Promise<unknown>) => {
    await work()
    for (const status of await expectFiltersAgree(tenant)) seen.add(status)
  }
  const { id: customer } = await newCustomer(tenant)
  const invoice = async (price: string) => String((await newInvoice(tenant, price, { customer })).id)
  const draft = (body: Record<string, unknown>) => made(tenant.call('POST', '/v1/payment_requests', body))
  await step(async () => draft({ kind: 'quick', amount: 500, currency: 'usd', reference: 'A draft' }))

  const [viewed, shared, partly] = [await invoice('10.00'), await invoice('20.00'), await invoice('30.00')]
  const opened = await linkTo(tenant, viewed)
  await step(() => payer('POST', `${opened.url}/opened`))
  const [first, second] = [await linkTo(tenant, shared), await linkTo(tenant, shared)]
  const challenged = await linkTo(tenant, partly)
  await step(() => pay(world, tenant, challenged.url, { amount: 3_000, card: CHALLENGE }))
  await step(() => pay(world, tenant, first.url, { amount: 2_000 })) // the second is paid elsewhere
  expect(await listed(tenant, 'status=paid_elsewhere')).toMatchObject([{ id: second.request }])

  const declined = await quickLink(tenant, 900)
  await step(() => pay(world, tenant, declined.url, { amount: 900, card: '4000000000000002' }))
  const paid = await quickLink(tenant, 700, { reference: 'Refunded' })
  const payment = (await pay(world, tenant, paid.url, { amount: 700 })).body.payment
  await step(() =>
    made(tenant.call('POST', '/v1/refunds', { payment, amount: 200 }, { 'idempotency-key': 'some' })),
  )
  expect(await listed(tenant, 'status=refunded')).toMatchObject([{ id: paid.request }])

  const noted = await invoice('40.00')
  await linkTo(tenant, noted)
  const line = { description: 'Returned', quantity: '1', unit_price: '15.00' }
  await step(() => made(tenant.call('POST', '/v1/credit_notes', { invoice: noted, lines: [line] })))
  const several = [await invoice('5.00'), await invoice('6.00')]
  await linkTo(tenant, ...several)
  await step(() => made(tenant.call('POST', `/v1/invoices/${several[0]}/void`)))
  await step(() =>
    made(tenant.call('POST', `/v1/invoices/${several[1]}/write_off`, { reason: 'uncollectible' })),
  )
  const gone = await invoice('8.00')
  const nothing = await linkTo(tenant, gone)
  await step(() => made(tenant.call('POST', `/v1/invoices/${gone}/void`)))
  expect(await listed(tenant, 'status=invoice_voided')).toMatchObject([{ id: nothing.request }])
  const owing = await newCustomer(tenant, { name: 'Café Deux', email: 'deux@lune.test' })
  await newInvoice(tenant, '25.00', { customer: owing.id })
  const sendStatement = async () => {
    const { id } = await made(
      tenant.call('POST', '/v1/statements', { customer: owing.id, kind: 'open_items' }),
    )
    return made(tenant.call('POST', `/v1/statements/${id}/send`, { payment_link: true }))
  }
  const older = String((await sendStatement()).payment_request)
  const newer: string[] = []
  await step(async () => newer.push(String((await sendStatement()).payment_request)))
  expect(await listed(tenant, 'status=superseded')).toMatchObject([{ id: older, total: 2_500 }])
  expect(idsOf(await listed(tenant, 'status=unpaid'))).toEqual(expect.arrayContaining(newer))
  const taken = await quickLink(tenant, 1_100)
  await step(() => made(tenant.call('POST', `/v1/payment_requests/${taken.request}/void`)))

  await step(() => advance(world, 25 * HOUR))
  expect(idsOf(await listed(tenant, 'status=expired'))).toContain(opened.request)
  await step(() => tenant.call('POST', '/v1/payment_links', { payment_request: opened.request }))
  expect([...seen].sort()).toEqual([...STATUSES].sort())
  await world.settle()
  await world.prove(tenant)
})

it('two facts of one request that change at once leave the label that both make', async () => {
  const tenant = await world.newCompany({ name: 'At Once' })
  const { id: customer } = await newCustomer(tenant)
  for (let round = 0; round < 5; round++) {
    const invoices = [
      await newInvoice(tenant, '10.00', { customer }),
      await newInvoice(tenant, '12.00', { customer }),
    ]
    const both = await linkTo(tenant, ...invoices.map(({ id }) => id))
    const alone = await linkTo(tenant, invoices[0]?.id)
    await Promise.all([
      payer('POST', `${both.url}/opened`),
      pay(world, tenant, alone.url, { amount: 1_000 }),
      tenant.call('POST', `/v1/invoices/${invoices[1]?.id}/void`),
    ])
  }
  await expectFiltersAgree(tenant)
})

it('a request that is made while a payment of its invoice is being noted has the label that both make', async () => {
  const tenant = await world.newCompany({ name: 'Just Then' })
  const invoice = String((await newInvoice(tenant, '10.00')).id)
  const [company, id] = [fromWireId('co', tenant.id), fromWireId('inv', invoice)]
  if (company === undefined || id === undefined) throw new Error('These are no ids.')
  const [noted, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const noting = world.services.database.write(company, async (tx) => {
    await changePayables(tx, [{ id, inFlight: 1_000n }])
    noted.resolve()
    await released.promise
  })
  await noted.promise
  const asking = linkTo(tenant, invoice)
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await eventually(
    () => owned(world, waiting),
    (waits) => waits.length > 0,
  )
  released.resolve()
  await noting
  const { request } = await asking
  expect(await expectFiltersAgree(tenant)).toEqual(new Set(['processing']))
  expect(idsOf(await listed(tenant, 'status=processing'))).toEqual([request])
})

it('R-139 a search finds by reference, name and amount, any part of a word; a short one its beginning', async () => {
  const tenant = await world.newCompany({ name: 'Searched' })
  const customer = (await newCustomer(tenant, { name: 'Café Lune & Fils' })).id
  const rows = {
    lune: await quickLink(tenant, 125_050, { reference: 'INV-10427', customer }),
    yen: await quickLink(tenant, 1_250, { reference: 'Yen_50%', currency: 'jpy' }),
    cents: await quickLink(tenant, 1_250, { reference: 'Cents' }),
  }
  const find = async (q: string) => idsOf(await listed(tenant, `q=${encodeURIComponent(q)}`))
  for (const q of [
    '0427',
    'inv-104',
    'LUNE',
    'é lu',
    '& Fils',
    'ca',
    '1250.50',
    '$1,250.50',
    '1 250,5 €',
    '1250,50',
  ])
    expect([q, await find(q)]).toEqual([q, [rows.lune.request]])
  expect(await find('1250')).toEqual([rows.yen.request])
  expect(await find('12.50')).toEqual([rows.cents.request])
  expect(await find('n_50%')).toEqual([rows.yen.request])
  for (const q of ['_', '%', 'nothing', '0', 'une', '\\'])
    expect([q, await find(q)]).toEqual([q, q === 'une' ? [rows.lune.request] : []])
  expect(await listed(tenant, 'q=lune&status=draft')).toEqual([])
  expect(await listed(tenant, `q=lune&status=sent&amount_from=125050&amount_to=125050`)).toMatchObject([
    { customer, customer_name: 'Café Lune & Fils', reference: 'INV-10427', total: 125_050, status: 'sent' },
  ])
})

it('a search that finds too many to name them is as right as one that does not', async () => {
  const tenant = await world.newCompany({ name: 'Very Many' })
  await owned(
    world,
    `insert into requests.requests (company_id, id, kind, reference, currency, total, snapshot, state, created_at)
     select (select id from identity.companies where display_name = 'Very Many'),
       ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'quick',
       case when n <= 1200 then 'Old ' else 'New ' end || case when n % 7 = 0 then 'lucky ' else '' end || n,
       'USD', 100 + n, '{"customerName": null, "documents": []}', 'draft', '2026-01-01T05:00:00Z'::timestamptz + n * interval '1 hour'
     from generate_series(1, 4000) n`,
  )
  const first = async (query: string) =>
    ((await made(tenant.call('GET', `/v1/payment_requests?limit=2&${query}`))).data as Row[]).map(
      ({ reference }) => reference,
    )
  expect(await first('q=new')).toEqual(['New 4000', 'New 3999'])
  expect(await first('q=old')).toEqual(['Old 1200', 'Old 1199']) // 1,200 rows, none of them new
  expect(await first('q=old%20lucky')).toEqual(['Old lucky 1197', 'Old lucky 1190'])
  expect(await first('q=old&amount_to=101')).toEqual(['Old 1'])
  expect(await first('q=new&amount_from=4050')).toEqual(['New 4000', 'New 3999'])
})

it('days are the company’s, both included; amounts too', async () => {
  const tenant = await world.newCompany({ name: 'Days', 'time-zone': 'America/New_York' })
  await owned(
    world,
    `insert into requests.requests (company_id, id, kind, reference, currency, total, snapshot, state, created_at)
     select (select id from identity.companies where display_name = 'Days'),
       ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'quick', 'Q' || n,
       'USD', n * 100, '{"customerName": null, "documents": []}', 'draft', at
     from (values (1, '2026-03-08T04:59:59Z'::timestamptz), (2, '2026-03-08T05:00:00Z'), (3, '2026-03-09T03:59:59Z'),
       (4, '2026-03-09T04:00:00Z')) days(n, at)`,
  )
  const find = async (query: string) => (await listed(tenant, query)).map(({ reference }) => reference)
  expect(await find('created_from=2026-03-08&created_to=2026-03-08')).toEqual(['Q3', 'Q2'])
  expect(await find('created_from=2026-03-09')).toEqual(['Q4'])
  expect(await find('created_to=2026-03-07')).toEqual(['Q1'])
  expect(await find('created_from=2026-03-01&amount_from=200&amount_to=400')).toEqual(['Q4', 'Q3', 'Q2'])
  expect(await find('amount_from=300&amount_to=300')).toEqual(['Q3'])
  expect(await tenant.call('GET', '/v1/payment_requests?created_from=2026-02-30')).toMatchObject({
    status: 400,
    body: { code: 'invalid_request' },
  })
})
