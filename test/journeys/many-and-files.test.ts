import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import {
  advance,
  atOnce,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  pay,
  quickLink,
} from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Many requests at once, lists as files, and one field to search by. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

interface Outcome {
  id: string
  done: boolean
  code: string | null
}
const many = async (tenant: Tenant, what: string, ids: unknown[], key = {}) =>
  (await made(tenant.call('POST', `/v1/payment_requests/${what}`, { ids }, key))).data as Outcome[]

it('R-188 R-190 many are reminded of at once: each or not for a reason of its own, and once with one key', async () => {
  const tenant = await world.newCompany({ name: 'Reminders' })
  const { id: customer } = await newCustomer(tenant, { email: 'ada@many.test' })
  const unpaid = await quickLink(tenant, 500, { customer, reference: 'Unpaid' })
  const paid = await quickLink(tenant, 600, { customer })
  await pay(world, tenant, paid.url, { amount: 600 })
  const nobody = await quickLink(tenant, 700)
  await advance(world, 120)
  const unknown = unpaid.request.replace(/.{4}$/, '0000')
  const ids = [unpaid.request, paid.request, nobody.request, unknown, 'no id']
  const key = { 'idempotency-key': 'all-of-them' }
  const answers = await atOnce(3, () => many(tenant, 'remind_many', ids, key))
  for (const answer of answers)
    expect(answer.map(({ id, done, code }) => [id, done, code])).toEqual([
      [unpaid.request, true, null],
      [paid.request, false, 'request_is_paid'],
      [nobody.request, false, 'recipient_missing'],
      [unknown, false, 'not_found'],
      ['no id', false, 'not_found'],
    ])
  await world.settle()
  const mails = (await mailTo(world, 'ada@many.test')).filter(({ text }) => text.includes('Unpaid'))
  expect(mails).toHaveLength(1)
  const read = await made(tenant.call('GET', `/v1/payment_requests/${unpaid.request}`))
  expect(read.reminders).toBe(1)
})

it('R-200 R-202 many are taken back at once, and what is being paid is not', async () => {
  const tenant = await world.newCompany({ name: 'Voids' })
  const [one, two] = [await quickLink(tenant, 500), await quickLink(tenant, 600)]
  const invoice = await newInvoice(tenant, '7.00')
  const three = await linkTo(tenant, invoice.id)
  await pay(world, tenant, two.url, { amount: 600, card: '4000002760003184' })
  const ids = [three.request, two.request, one.request]
  expect((await many(tenant, 'void_many', ids)).map(({ id, done }) => [id, done])).toEqual([
    [three.request, true],
    [two.request, false],
    [one.request, true],
  ])
  expect((await payer('GET', `${one.url}/status`)).body.state).toBe('voided')
  expect((await made(tenant.call('GET', `/v1/invoices/${invoice.id}`))).status).toBe('open')
  expect((await tenant.call('POST', '/v1/payment_requests/void_many', { ids: [] })).status).toBe(400)
  const again = await many(tenant, 'void_many', ids)
  expect(again.every(({ done }) => !done)).toBe(true)
  await world.settle()
  await world.prove(tenant)
})

it('lists are files of all that their filter shows, in which nothing is a formula', async () => {
  const tenant = await world.newCompany({ name: 'Files' })
  const evil = '=HYPERLINK("https://thief.test","Ada, \n& co")'
  const { id: customer } = await newCustomer(tenant, { name: '+1 Ada', code: '@SUM(1)' })
  for (let n = 0; n < 105; n++)
    await made(
      tenant.call('POST', '/v1/payment_requests', {
        kind: 'quick',
        amount: 100 + n,
        currency: n === 0 ? 'jpy' : 'usd',
        reference: n === 104 ? '=1+1' : `Order ${n}`,
        customer,
      }),
    )
  const paid = await quickLink(tenant, 12_345, { customer, reference: evil.replaceAll('\n', ' ') })
  const payment = (await pay(world, tenant, paid.url, { amount: 12_345 })).body.payment
  await made(tenant.call('POST', '/v1/refunds', { payment, amount: 45 }, { 'idempotency-key': 'r' }))
  await newInvoice(tenant, '10.00', { customer })
  await world.settle()
  const file = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await tenant.call('GET', path, undefined, headers)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.csv"/)
    return parse(answer.text, { columns: true, bom: true }) as Record<string, string>[]
  }
  const requests = await file('/v1/payment_requests?format=csv&limit=1')
  expect(requests).toHaveLength(106)
  expect(requests[0]).toMatchObject({
    status: 'refunded',
    total: '123.45',
    currency: 'usd',
    customer_name: "'+1 Ada",
  })
  expect(requests[0]?.reference).toBe(`'${evil.replaceAll('\n', ' ')}`)
  expect(requests[1]).toMatchObject({ reference: "'=1+1", total: '2.04' })
  expect(requests.at(-1)).toMatchObject({ currency: 'jpy', total: '100' })
  expect(await file('/v1/payment_requests?q=order%207', { accept: 'text/csv' })).toHaveLength(11)
  expect(await file('/v1/payments?format=csv')).toMatchObject([
    { id: payment, amount: '123.45', refunded: '0.45', card_last4: '4242' },
  ])
  expect(await file('/v1/refunds?format=csv')).toMatchObject([{ payment, amount: '0.45' }])
  expect(await file('/v1/invoices?format=csv')).toMatchObject([{ total: '10.00', customer_name: "'+1 Ada" }])
  expect(await file('/v1/customers?format=csv')).toMatchObject([{ name: "'+1 Ada", code: "'@SUM(1)" }])
  expect(await tenant.call('GET', '/v1/payment_requests?format=csv&customer=nobody')).toMatchObject({
    status: 400,
  })
  expect(
    (await tenant.call('GET', '/v1/customers', undefined, { accept: 'application/json' })).body.object,
  ).toBe('list')
})

it('one search finds customers, invoices and requests, of what the caller may read', async () => {
  const tenant = await world.newCompany({ name: 'Finder' })
  const { id: customer } = await newCustomer(tenant, { name: 'Wilma Rose' })
  const invoice = await newInvoice(tenant, '31.50', { customer })
  const asked = await quickLink(tenant, 3_150, { customer, reference: 'Deposit' })
  const found = (q: string, headers = {}) =>
    made(tenant.call('GET', `/v1/search?q=${encodeURIComponent(q)}`, undefined, headers))
  expect(await found('wilma')).toMatchObject({
    customers: [{ id: customer, name: 'Wilma Rose' }],
    invoices: [{ id: invoice.id, status: 'open', total: 3_150 }],
    payment_requests: [{ id: asked.request, reference: 'Deposit', status: 'sent' }],
  })
  expect(await found('31.50')).toMatchObject({
    customers: [],
    invoices: [{ id: invoice.id }],
    payment_requests: [{ id: asked.request }],
  })
  expect(await found('nothing of it')).toMatchObject({ customers: [], invoices: [], payment_requests: [] })
  const { secret } = (await runCommand(world.services, true, 'create-key', {
    company: tenant.id,
    name: 'Narrow',
    permission: ['customers.read'],
  })) as { secret: string }
  expect(await found('wilma', { authorization: `Bearer ${secret}` })).toMatchObject({
    customers: [{ id: customer }],
    invoices: [],
    payment_requests: [],
  })
})
