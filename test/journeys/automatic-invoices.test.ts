import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId, type Id } from '../../server/src/lib/ids.ts'
import { issueScheduled } from '../../server/src/requests/index.ts'
import { signedIn } from '../support/staff.ts'
import { advance, atOnce, made, mailTo, newCustomer } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany({ name: 'Rosa Blooms', 'time-zone': 'America/New_York' })
})
afterAll(() => world.stop())

const DAY = 86_400
const LINES = [
  { description: 'Flowers for the desk', quantity: '4', unit_price: '25.00', taxes: [{ rate: '10' }] },
]
interface Schedule {
  id: string
  status: string
  next_days: string[]
  invoices: { invoice: string; day: string; outcome: string | null }[]
}
/** The company's day, as the sandbox's clock has it. */
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(world.services.clock.now())
const later = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY * 1_000).toISOString().slice(0, 10)
const begin = async (fields: Record<string, unknown>, by: Pick<Tenant, 'call'> = company) =>
  (await made(
    by.call('POST', '/v1/invoice_schedules', {
      currency: 'usd',
      lines: LINES,
      unit: 'week',
      starts_on: today(),
      ...fields,
    }),
  )) as unknown as Schedule
const read = async (id: string) =>
  (await made(company.call('GET', `/v1/invoice_schedules/${id}`))) as unknown as Schedule
const act = (id: string, event: string) => company.call('POST', `/v1/invoice_schedules/${id}/${event}`)
/** Until its first day’s six o’clock has come, whatever time it is where the test runs. */
const untilMorning = async () => {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', hour: '2-digit' }).format(
      world.services.clock.now(),
    ),
  )
  await advance(world, hour < 6 ? (7 - hour) * 3_600 : 0)
  await world.settle()
}

it('R-093 each of its days an invoice is issued once and sent with a link, and after an outage each day is made up for', async () => {
  const customer = (await newCustomer(company, { email: 'weekly@lune.test' })).id
  const { id, next_days: days } = await begin({ customer, due_in_days: 14, note: 'Every week' })
  const [first = '', second] = days
  expect(days).toEqual([today(), later(first, 7), later(first, 14)])
  await untilMorning()
  const once = await read(id)
  expect(once).toMatchObject({ status: 'active', invoices: [{ day: first, outcome: 'sent' }] })
  expect(once.next_days[0]).toBe(second)
  const { invoice } = once.invoices[0] ?? {}
  expect(await made(company.call('GET', `/v1/invoices/${invoice}`))).toMatchObject({
    issued_on: first,
    due_on: later(first, 14),
    total: 11_000,
    open: 11_000,
    note: 'Every week',
    series: 'own',
  })
  const [mail] = await mailTo(world, 'weekly@lune.test')
  expect(mail?.text).toContain('/p/')
  // Asked for again and at once, a day has its one invoice.
  const companyId = fromWireId('co', company.id) as Id<'co'>
  await atOnce(5, () => issueScheduled(world.services, companyId, fromWireId('sch', id) as Id<'sch'>))
  expect((await read(id)).invoices).toHaveLength(1)
  // Nothing ran for three weeks and a day: three invoices, each of its own day, and no more.
  await advance(world, 22 * DAY)
  await world.settle()
  const { invoices } = await read(id)
  expect(invoices.map(({ day, outcome }) => [day, outcome])).toEqual(
    [21, 14, 7, 0].map((days) => [later(first, days), 'sent']),
  )
  expect(await mailTo(world, 'weekly@lune.test')).toHaveLength(4)
  expect(new Set(invoices.map((each) => each.invoice)).size).toBe(4)
  await world.prove(company)
})

it('R-094 R-119 K6 without a link where links are off; what has no address is issued, and a person is told until it went out', async () => {
  const off = (await newCustomer(company, { email: 'off@lune.test', payment_links_enabled: false })).id
  const nowhere = (await newCustomer(company, { email: null })).id
  const without = await begin({ customer: off, ends_on: today() })
  const unsent = await begin({ customer: nowhere, unit: 'month' })
  await untilMorning()
  expect(await read(without.id)).toMatchObject({
    status: 'ended',
    next_days: [],
    invoices: [{ outcome: 'sent' }],
  })
  const [mail] = await mailTo(world, 'off@lune.test')
  expect(mail?.text).not.toContain('/p/')
  const { invoices } = await read(unsent.id)
  expect(invoices).toMatchObject([{ outcome: 'recipient_missing' }])
  const invoice = invoices[0]?.invoice
  const waiting = async () =>
    ((await made(company.call('GET', '/v1/priorities'))).data as Record<string, unknown>[]).filter(
      ({ kind, resolved_at: at }) => kind === 'invoice_not_sent' && at === null,
    )
  expect(await waiting()).toMatchObject([{ invoice }])
  await made(company.call('POST', `/v1/invoices/${invoice}/send`, { to: 'late@lune.test' }))
  await world.settle()
  expect(await waiting()).toEqual([])
})

it('days that pass while it is paused are not made up for; what has ended begins no more', async () => {
  const customer = (await newCustomer(company, { email: 'paused@lune.test' })).id
  const { id } = await begin({ customer, starts_on: later(today(), 3), ends_on: later(today(), 40) })
  expect((await act(id, 'pause')).body).toMatchObject({ status: 'paused', next_days: [] })
  expect((await act(id, 'pause')).body.code).toBe('transition_refused')
  await advance(world, 12 * DAY)
  await world.settle()
  expect((await read(id)).invoices).toEqual([])
  const resumed = (await made(act(id, 'resume'))) as unknown as Schedule
  expect(resumed.next_days[0] ?? '').toSatisfy((day: string) => day >= today())
  await advance(world, 8 * DAY)
  await world.settle()
  expect((await read(id)).invoices).toHaveLength(1)
  expect((await made(act(id, 'end'))).status).toBe('ended')
  expect((await act(id, 'resume')).body.code).toBe('transition_refused')
  await advance(world, 8 * DAY)
  await world.settle()
  expect((await read(id)).invoices).toHaveLength(1)
  // One whose last day went by meanwhile has nothing to go on with.
  const over = await begin({ customer, starts_on: later(today(), 1), ends_on: later(today(), 2) })
  await made(act(over.id, 'pause'))
  await advance(world, 5 * DAY)
  expect((await made(act(over.id, 'resume'))).status).toBe('ended')
})

it('what it sells, says and when it ends is changed from its next day on, by one at a time; its days and what it issued stay', async () => {
  const customer = (await newCustomer(company, { email: 'dearer@lune.test' })).id
  const { id, next_days: days } = await begin({ customer, note: 'Old', starts_on: later(today(), 1) })
  const edit = (body: Record<string, unknown>, by: Pick<Tenant, 'call'> = company) =>
    by.call('PATCH', `/v1/invoice_schedules/${id}`, body)
  const dearer = [{ description: 'Flowers for the desk', quantity: '4', unit_price: '30.00' }]
  // One of those who change it at once; the others look again.
  const raced = await atOnce(4, () => edit({ revision: 1, lines: dearer, note: 'New', due_in_days: 30 }))
  expect(raced.map(({ status, body }) => body.code ?? status).sort()).toEqual([
    200,
    'schedule_revised',
    'schedule_revised',
    'schedule_revised',
  ])
  expect(await read(id)).toMatchObject({ revision: 2, note: 'New', due_in_days: 30, next_days: days })
  const codes = async (body: Record<string, unknown>) => {
    const answer = await edit({ revision: 2, ...body })
    return [answer.status, answer.body.code, answer.body.field]
  }
  expect(await codes({ tax_included: true })).toEqual([400, 'invalid_request', 'lines'])
  expect(await codes({ ends_on: today() })).toEqual([400, 'invalid_request', 'ends_on'])
  expect((await codes({ lines: [{ ...dearer[0], unit_price: '-5' }] }))[0]).toBe(422)
  const clerk = await signedIn(world, company, 'accounts_receivable')
  expect((await edit({ revision: 2, note: 'Not mine' }, clerk)).status).toBe(403)
  await advance(world, DAY)
  await untilMorning()
  const [first] = (await read(id)).invoices
  const invoice = await made(company.call('GET', `/v1/invoices/${first?.invoice}`))
  expect(invoice).toMatchObject({ total: 12_000, note: 'New', due_on: later(first?.day ?? '', 30) })
  // Changed again while its day is issued: its invoice is of the one or the other, and the next is the dearest.
  await advance(world, 6 * DAY)
  const dearest = [{ ...dearer[0], unit_price: '50.00' }]
  await Promise.all([
    made(edit({ revision: 2, lines: dearest, ends_on: days[2] })),
    advance(world, DAY).then(untilMorning),
  ])
  await advance(world, 7 * DAY)
  await world.settle()
  const { invoices, ...over } = await read(id)
  expect(over).toMatchObject({ status: 'ended', next_days: [] })
  expect(invoices.map(({ day }) => day)).toEqual(days.toReversed())
  const totals = await Promise.all(
    invoices.map(async (each) => (await made(company.call('GET', `/v1/invoices/${each.invoice}`))).total),
  )
  expect(totals[0]).toBe(20_000)
  expect([12_000, 20_000]).toContain(totals[1])
  expect(totals[2]).toBe(12_000)
  expect((await codes({ revision: 3, note: 'Too late' }))[1]).toBe('transition_refused')
  await world.prove(company)
})

it('what would be refused each day is refused at once, and who may not send has none begun', async () => {
  const customer = (await newCustomer(company)).id
  const codes = async (fields: Record<string, unknown>) => {
    const { status, body } = await company.call('POST', '/v1/invoice_schedules', {
      customer,
      currency: 'usd',
      lines: LINES,
      unit: 'month',
      starts_on: today(),
      ...fields,
    })
    return [status, body.code, body.field]
  }
  expect(await codes({ starts_on: later(today(), -1) })).toEqual([400, 'invalid_request', 'starts_on'])
  expect(await codes({ ends_on: later(today(), -1) })).toEqual([400, 'invalid_request', 'ends_on'])
  expect((await codes({ lines: [{ description: 'X', quantity: '1', unit_price: '-5' }] }))[0]).toBe(422)
  expect((await codes({ customer: 'cus_01h455vb4pex5vsknk084sn02q' }))[0]).toBe(404)
  const clerk = await signedIn(world, company, 'accounts_receivable')
  const refused = await clerk.call('POST', '/v1/invoice_schedules', { customer })
  expect(refused.status).toBe(403)
})
