import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { generator, seedOf } from '../support/random.ts'
import { describeWithSharedData, sharedData, sharedJson } from '../support/shared-data.ts'
import { advance, dayOf, linkTo, made, newCustomer, newInvoice, owned, pay } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 480_000 })

/** What was owed at the end of a day, for any day, is what the ledger's receivables stood at. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const DAY = 24 * 3_600
interface Sums {
  currency: string
  buckets: { bucket: string; invoices: number; open: number }[]
  total: number
  unapplied: number
}
interface Row extends Sums {
  customer: string | null
  customer_name: string | null
}
interface Aging {
  as_of: string
  totals: Sums[]
  data: Row[]
  has_more: boolean
  next_cursor: string | null
}
const aging = async (tenant: Tenant, query = ''): Promise<Aging> =>
  (await made(tenant.call('GET', `/v1/reports/aging?limit=100&${query}`))) as unknown as Aging
const today = () => dayOf(world.services.clock.now())
const dayFrom = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY * 1000).toISOString().slice(0, 10)

/** What accounts stood at when a day of the company ended, debits less credits. */
async function balanceOf(tenant: Tenant, accounts: number[], day: string): Promise<number> {
  const [row] = await owned<{ balance: string }>(
    world,
    `select coalesce(sum((debit = any($2))::int * amount - (credit = any($2))::int * amount), 0) balance
     from ledger.transfers t join ledger.entries e on e.company_id = t.company_id and e.id = t.entry_id
     where t.company_id = $1 and e.at < ($3::date + 1)::timestamp at time zone 'America/New_York'`,
    [fromWireId('co', tenant.id), accounts, day],
  )
  return Number(row?.balance)
}
async function expectLedger(tenant: Tenant, day: string): Promise<void> {
  const { totals, data, has_more } = await aging(tenant, `as_of=${day}`)
  const [usd] = totals
  expect([day, usd?.total ?? 0, usd?.unapplied ?? 0]).toEqual([
    day,
    await balanceOf(tenant, [1100], day),
    0 - (await balanceOf(tenant, [2100, 2110], day)),
  ])
  expect(has_more).toBe(false)
  expect(data.reduce((sum, { total }) => sum + total, 0)).toBe(usd?.total ?? 0)
  expect(data.reduce((sum, { unapplied }) => sum + unapplied, 0)).toBe(usd?.unapplied ?? 0)
  for (const row of [...data, ...totals])
    expect(row.buckets.reduce((sum, { open }) => sum + open, 0)).toBe(row.total)
}

it('M3.14 invoices are counted by how long they are overdue, with credit beside them, by customer and as a file', async () => {
  const tenant = await world.newCompany({ name: 'Aging' })
  const due = (days: number) => dayFrom(today(), days)
  const { id: customer } = await newCustomer(tenant, { name: 'Zoë "Z", Ltd' })
  for (const [price, days] of [
    ['10.00', 0],
    ['20.00', -1],
    ['21.00', -30],
    ['30.00', -31],
    ['31.00', -60],
    ['40.00', -61],
    ['41.00', -90],
    ['50.00', -91],
  ] as const)
    await newInvoice(tenant, price, { customer, issued_on: due(-500), due_on: due(days) })
  const { id: other } = await newCustomer(tenant, { name: 'atelier Blum' })
  await newInvoice(tenant, '60.00', { customer: other })
  await newInvoice(tenant, '5.00', { customer: other, currency: 'eur' })
  const line = { description: 'Less', quantity: '1', unit_price: '25.00' }
  await made(tenant.call('POST', '/v1/credit_notes', { customer, currency: 'usd', lines: [line] }))
  const all = await aging(tenant)
  expect(all.totals).toMatchObject([
    { currency: 'eur', total: 500, unapplied: 0 },
    { currency: 'usd', total: 30_300, unapplied: 2_500 },
  ])
  expect(all.totals[1]?.buckets.map(({ open, invoices }) => [open, invoices])).toEqual([
    [7_000, 2],
    [4_100, 2],
    [6_100, 2],
    [8_100, 2],
    [5_000, 1],
  ])
  expect(all.data.map((row) => [row.customer, row.customer_name, row.currency, row.total])).toEqual([
    [other, 'atelier Blum', 'eur', 500],
    [other, 'atelier Blum', 'usd', 6_000],
    [customer, 'Zoë "Z", Ltd', 'usd', 24_300],
  ])
  await expectLedger(await world.newCompany(), today())
  // A page at a time, also between two currencies of one customer.
  const seen: Row[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = (await made(
      tenant.call('GET', `/v1/reports/aging?limit=1${cursor && `&starting_after=${cursor}`}`),
    )) as unknown as Aging
    expect(page.totals).toEqual(all.totals)
    seen.push(...page.data)
    cursor = page.next_cursor
  }
  expect(seen).toEqual(all.data)
  expect((await aging(tenant, 'q=ATEL')).data.map((row) => row.total)).toEqual([500, 6_000])
  expect((await aging(tenant, `customer=${customer}`)).totals).toMatchObject([
    { currency: 'usd', total: 24_300, unapplied: 2_500 },
  ])
  // A later day makes more of it late; a day before all of it has nothing.
  expect((await aging(tenant, `as_of=${due(1)}&customer=${customer}`)).totals[0]?.buckets[0]?.open).toBe(0)
  expect(await aging(tenant, `as_of=${due(-1)}`)).toMatchObject({ totals: [], data: [] })
  const file = (await tenant.call('GET', '/v1/reports/aging?format=csv')).text.split('\r\n')
  expect(file).toEqual([
    'customer,customer_name,currency,not_due,days_1_30,days_31_60,days_61_90,over_90,total,unapplied',
    `${other},atelier Blum,eur,5.00,0.00,0.00,0.00,0.00,5.00,0.00`,
    `${other},atelier Blum,usd,60.00,0.00,0.00,0.00,0.00,60.00,0.00`,
    `${customer},"Zoë ""Z"", Ltd",usd,10.00,41.00,61.00,81.00,50.00,243.00,25.00`,
    '',
  ])
  expect((await world.company.call('GET', '/v1/reports/aging')).body).toMatchObject({ totals: [], data: [] })
  expect((await tenant.call('GET', '/v1/reports/aging?starting_after=x')).status).toBe(400)
  expect((await tenant.call('GET', '/v1/reports/aging?as_of=2026-02-30')).status).toBe(400)
})

it('M3.14 after a random story each of its days adds up to what the accounts stood at when it ended', async () => {
  const tenant = await world.newCompany({ name: 'Any day' })
  const random = generator(seedOf('AGING_SEED', 7))
  const below = (count: number) => Math.floor(random() * count)
  const customers = [
    await newCustomer(tenant, { name: 'A' }),
    await newCustomer(tenant, { name: 'B' }),
    await newCustomer(tenant, { name: 'C' }),
  ].map(({ id }) => String(id))
  const post = (path: string, body: unknown = {}) =>
    count(tenant.call('POST', path, body, { 'idempotency-key': `${path}-${steps}-${below(1e9)}` }), path)
  let steps = 0
  const done: Record<string, number> = {}
  const count = async (answer: ReturnType<Tenant['call']>, path: string) => {
    const { status } = await answer
    const act = path.replace(/[a-z]{3}_[a-z0-9]+/, ':id')
    if (status < 300) done[act] = (done[act] ?? 0) + 1
    return status
  }
  const pick = async (path: string) => {
    const { data } = await made(tenant.call('GET', `${path}${path.includes('?') ? '&' : '?'}limit=100`))
    const rows = data as Record<string, unknown>[]
    return rows[below(rows.length)]
  }
  const acts: (() => Promise<unknown>)[] = [
    async () => {
      const due_on = dayFrom(today(), below(40) - 20)
      await newInvoice(tenant, `${20 + below(80)}.${10 + below(90)}`, {
        customer: customers[below(3)],
        issued_on: dayFrom(today(), -60),
        due_on,
      })
    },
    async () => {
      const invoice = await pick('/v1/invoices?open=true')
      if (invoice === undefined) return
      const { url } = await linkTo(tenant, invoice.id)
      await pay(world, tenant, url, { amount: Number(invoice.open) })
    },
    async () => {
      const customer = customers[below(3)]
      const { data } = await made(tenant.call('GET', `/v1/invoices?open=true&customer=${customer}`))
      const invoices = (data as { id: string }[]).slice(0, 2).map(({ id }) => id)
      const amount = 1_000 + below(9_000)
      const wire = {
        amount,
        currency: 'usd',
        reference: `W-${steps}`,
        sender: 'A',
        received_on: dayFrom(today(), -below(3)),
      }
      await post('/v1/wires', { ...wire, customer, ...(invoices.length > 0 && { invoices }) })
    },
    async () => {
      const payment = await pick('/v1/payments?status=succeeded')
      const treatment = ['reopen_invoice', 'reduce_sale'][below(2)]
      if (payment !== undefined) await post('/v1/refunds', { payment: payment.id, amount: 500, treatment })
    },
    async () => {
      const lines = [{ description: 'Less', quantity: '1', unit_price: `${1 + below(20)}.00` }]
      await post('/v1/credit_notes', { customer: customers[below(3)], currency: 'usd', lines })
    },
    async () => {
      const credit = await pick('/v1/credits?open=true')
      if (credit !== undefined) await post(`/v1/credits/${credit.id}/apply`)
    },
    async () => {
      const invoice = await pick('/v1/invoices?open=true')
      if (invoice !== undefined) await post(`/v1/invoices/${invoice.id}/void`)
    },
    async () => {
      const invoice = await pick('/v1/invoices?open=true')
      if (invoice === undefined) return
      const lines = [{ description: 'Edited', quantity: '1', unit_price: `${90 + below(50)}.00` }]
      await tenant.call('PATCH', `/v1/invoices/${invoice.id}`, { revision: invoice.revision, lines })
    },
    async () => {
      const payment = await pick('/v1/payments?method=wire')
      if (payment !== undefined) await post(`/v1/payments/${payment.id}/take_back`, { reason: 'bounced' })
    },
  ]
  const days: { day: string; told: Aging }[] = []
  for (let day = 0; day < 5; day++) {
    for (let act = 0; act < 10; act++) {
      steps += 1
      await acts[act < 2 ? 0 : below(acts.length)]?.()
    }
    await world.settle()
    await expectLedger(tenant, today())
    days.push({ day: today(), told: await aging(tenant) })
    await advance(world, DAY)
  }
  for (const { day } of days) await expectLedger(tenant, day)
  await expectLedger(tenant, dayFrom(days[0]?.day ?? '', -1))
  // What was told on a day is told of it ever after, but for what was booked for it later.
  const wires = await owned<{ day: string }>(
    world,
    `select distinct (at at time zone 'America/New_York')::date::text as day from ledger.entries
     where company_id = $1 and at < created_at - interval '20 hours'`,
    [fromWireId('co', tenant.id)],
  )
  const from = days.findIndex(({ day }) => wires.every((wire) => wire.day < day))
  for (const { day, told } of from < 0 ? [] : days.slice(from))
    expect(await aging(tenant, `as_of=${day}`)).toEqual(told)
  expect(Object.keys(done)).toHaveLength(6)
  await world.prove(tenant)
})

const SAMPLE = 'ar/ibm-late-payments/give_half_customers.csv'
interface Sample {
  number: string
  customer: string
  issued: string
  due: string
  settled: string
  amount: string
}
interface Expected {
  as_of: Record<
    string,
    {
      totals: Record<string, { invoices: number; amount: string }>
      customers: Record<string, Record<string, string>>
    }
  >
}
const NAMES: Record<string, string> = {
  current: 'not_due',
  '1-30': 'days_1_30',
  '31-60': 'days_31_60',
  '61-90': 'days_61_90',
  '90+': 'over_90',
}

describeWithSharedData('Histories of late payments', SAMPLE, () => {
  it('the aging of four days is as somebody else computed it, on those days and afterwards', async () => {
    const tenant = await world.newCompany({ name: 'Late', 'time-zone': 'America/New_York' })
    const iso = (day = '') => {
      const [month, date, year] = day.split('/').map(Number)
      return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date)).toISOString().slice(0, 10)
    }
    const rows = (sharedData(SAMPLE) ?? '')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line): Sample => {
        const [, customer = '', , number = '', issued, due, amount = '', , settled] = line.split(',')
        return { number, customer, issued: iso(issued), due: iso(due), settled: iso(settled), amount }
      })
    const expected = sharedJson<Expected>('ar/ibm-late-payments/expected_aging.give.json').as_of
    const points = Object.keys(expected).sort()
    // Business time does not go back: the sample's days are moved so that its first point is tomorrow.
    const shift = Math.round((Date.parse(today()) - Date.parse(points[0] ?? '')) / (DAY * 1000)) + 1
    const moved = (day: string) => dayFrom(day, shift)
    const expectPoint = async (point: string) => {
      const { data, totals } = await aging(tenant, `as_of=${moved(point)}`)
      const cents = (amount: string) => Math.round(Number(amount) * 100)
      const told = expected[point]
      const bucketsOf = (row: Sums) => row.buckets.filter(({ invoices }) => invoices > 0)
      expect(
        Object.fromEntries(
          (totals[0] ? bucketsOf(totals[0]) : []).map((b) => [b.bucket, [b.invoices, b.open]]),
        ),
      ).toEqual(
        Object.fromEntries(
          Object.entries(told?.totals ?? {}).map(([name, b]) => [NAMES[name], [b.invoices, cents(b.amount)]]),
        ),
      )
      expect(
        Object.fromEntries(
          data.map((row) => [
            row.customer_name,
            Object.fromEntries(bucketsOf(row).map(({ bucket, open }) => [bucket, open])),
          ]),
        ),
      ).toEqual(
        Object.fromEntries(
          Object.entries(told?.customers ?? {}).map(([name, sums]) => [
            name,
            Object.fromEntries(Object.entries(sums).map(([b, amount]) => [NAMES[b], cents(amount)])),
          ]),
        ),
      )
      expect(totals[0]?.total).toBe(await balanceOf(tenant, [1100], moved(point)))
    }
    const ids = new Map<string, string>()
    const customers = new Map<unknown, unknown>()
    let since = ''
    for (const point of points) {
      const days = Math.round((Date.parse(moved(point)) - Date.parse(today())) / (DAY * 1000))
      await advance(world, days * DAY)
      const issued = rows.filter((row) => row.issued > since && row.issued <= point)
      // What was settled meanwhile comes settled, as of books that are brought here from elsewhere.
      const isSettled = (row: Sample) => row.settled <= point
      const file = issued.map(
        (row) =>
          `${row.number},${moved(row.issued)},${moved(row.due)},usd,${row.customer},Service,${row.amount},${isSettled(row) ? row.amount : 0}`,
      )
      const heading = 'number,issued_on,due_on,currency,customer_name,description,unit_price,prepaid'
      const answer = await made(
        tenant.call('POST', '/v1/invoices/import', Buffer.from([heading, ...file, ''].join('\n')), {
          'content-type': 'text/csv',
        }),
      )
      const paid = rows.filter((row) => row.issued <= since && row.settled > since && isSettled(row))
      for (const [customer, own] of Map.groupBy(paid, (row) => row.customer)) {
        await made(
          tenant.call('POST', '/v1/wires', {
            amount: own.reduce((sum, row) => sum + Math.round(Number(row.amount) * 100), 0),
            currency: 'usd',
            reference: `${point}-${customer}`,
            sender: customer,
            customer: customers.get(customer),
            received_on: today(),
            invoices: own.map(({ number }) => ids.get(number)),
          }),
        )
      }
      for (const { number, id } of answer.imported as { number: string; id: string }[]) ids.set(number, id)
      for (const { customer, customer_name } of (await aging(tenant)).data)
        customers.set(customer_name, customer)
      expect(today()).toBe(moved(point))
      await expectPoint(point)
      since = point
    }
    for (const point of points) await expectPoint(point)
    await world.prove(tenant)
  })
})
