import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  atOnce,
  chargesOf,
  copiedLink,
  linkTo,
  made,
  newCustomer,
  newInvoice,
  owned,
  pageStateOf,
  pay,
  processorOf,
  quickLink,
  submission,
} from '../support/story.ts'
import { type Answer, payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** What happens at once, and what is repeated: one charge, one refund, one invoice, and everybody is told. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const TWENTY = 20
const sum = (charges: readonly { amount: number }[]) =>
  charges.reduce((total, { amount }) => total + amount, 0)
const withoutNextKey = ({ submit_key: _, ...rest }: Answer['body']) => rest

it('M3.7 the same submit from 20 connections at once is one charge and 20 equal answers', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '120.00')
  const { url } = await linkTo(tenant, invoice.id)
  const body = submission({ amount: 12_000, token: await world.card(tenant) })
  const answers = await atOnce(TWENTY, () => payer('POST', `${url}/payments`, body))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map((answer) => JSON.stringify(withoutNextKey(answer.body)))).size).toBe(1)
  expect(answers[0]?.body).toMatchObject({ state: 'succeeded' })
  expect(sum(await chargesOf(world, tenant))).toBe(12_000)
  await world.settle()
  const again = await payer('POST', `${url}/payments`, body)
  expect(withoutNextKey(again.body)).toEqual(withoutNextKey(answers[0]?.body ?? {}))
  expect(await chargesOf(world, tenant)).toHaveLength(1)
  await world.prove(tenant)
})

it('M3.7 the same declined submit from 20 connections is one attempt and 20 equal answers', async () => {
  const tenant = await world.newCompany()
  const { url, request } = await quickLink(tenant, 5_000)
  const body = submission({ amount: 5_000, token: await world.card(tenant, '4000000000009995') })
  const answers = await atOnce(TWENTY, () => payer('POST', `${url}/payments`, body))
  expect(
    new Set(answers.map((answer) => JSON.stringify([answer.status, withoutNextKey(answer.body)]))).size,
  ).toBe(1)
  expect(answers[0]).toMatchObject({ status: 200, body: { state: 'declined' } })
  const attempts = await tenant.call('GET', `/v1/payments?payment_request=${request}`)
  expect(attempts.body.data).toHaveLength(1)
  await world.prove(tenant)
})

it('M3.7 the same invoice from 20 connections with one key is one invoice and 20 equal answers', async () => {
  const tenant = await world.newCompany()
  const customer = await newCustomer(tenant)
  const order = {
    customer: customer.id,
    currency: 'usd',
    lines: [{ description: 'Roses', quantity: '3', unit_price: '2.50' }],
  }
  const key = { 'idempotency-key': randomUUID() }
  const answers = await atOnce(TWENTY, () => tenant.call('POST', '/v1/invoices', order, key))
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 201, body: { number: 'INV-1', total: 750 } })
  expect((await tenant.call('GET', '/v1/invoices')).body.data).toHaveLength(1)
  const other = await tenant.call('POST', '/v1/invoices', { ...order, currency: 'eur' }, key)
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
  await world.prove(tenant)
})

it('sends and copies from 20 connections at once all end: none waits for a connection that another holds', async () => {
  const tenant = await world.newCompany()
  const { request } = await quickLink(tenant, 5_000)
  const copies = await atOnce(TWENTY, () => copiedLink(tenant, request))
  expect(new Set(copies).size).toBe(TWENTY)
  const key = { 'idempotency-key': randomUUID() }
  const body = { email: 'twenty@example.test' }
  const sent = await atOnce(TWENTY, () =>
    tenant.call('POST', `/v1/payment_requests/${request}/send`, body, key),
  )
  expect(new Set(sent.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(sent[0]?.status).toBe(200)
})

it.each([
  ['a part', 6_000],
  ['all', undefined],
])(
  'M3.6 M3.7 the same refund of %s from 20 connections with one key is one refund and 20 equal answers',
  async (_, amount) => {
    const tenant = await world.newCompany()
    const payment = await paid(tenant, 10_000)
    const key = { 'idempotency-key': randomUUID() }
    const body = { payment, ...(amount === undefined ? {} : { amount }) }
    const answers = await atOnce(TWENTY, () => tenant.call('POST', '/v1/refunds', body, key))
    expect(answers.map(({ status, body: { code } }) => code ?? status)).toEqual(Array(TWENTY).fill(201))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const refunds = await processorOf(world).refunds.list({}, { stripeAccount: tenant.account })
    expect(refunds.data.map((refund) => refund.amount)).toEqual([amount ?? 10_000])
    await world.settle()
    await world.prove(tenant)
  },
)

it('two refunds of 60 % at once: one is made, the other is refused (rule 23)', async () => {
  const tenant = await world.newCompany()
  const payment = await paid(tenant, 10_000)
  const answers = await atOnce(2, () =>
    tenant.call('POST', '/v1/refunds', { payment, amount: 6_000 }, { 'idempotency-key': randomUUID() }),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
  expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({
    code: 'refund_too_large',
    refundable_amount: 4_000,
  })
  expect((await tenant.call('GET', `/v1/payments/${payment}`)).body).toMatchObject({ refunded_amount: 6_000 })
  await world.settle()
  await world.prove(tenant)
})

it('two tabs on one link pay at once: one charge, and the other is told (rule 13)', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '80.00')
  const { url } = await linkTo(tenant, invoice.id)
  const answers = await atOnce(2, () => pay(world, tenant, url, { amount: 8_000 }))
  expectOneWins(answers)
  expect(await chargesOf(world, tenant)).toHaveLength(1)
  const late = await pay(world, tenant, url, { amount: 8_000 })
  expect(late).toMatchObject({ status: 409, body: { code: 'link_not_payable', state: 'paid' } })
  await world.settle()
  expect((await tenant.call('GET', `/v1/invoices/${invoice.id}`)).body).toMatchObject({
    status: 'paid',
    settled: 8_000,
  })
  await world.prove(tenant)
})

it('M3.4 two links to one invoice pay at once: one charge, and the other link says paid elsewhere', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '80.00')
  const links = [await linkTo(tenant, invoice.id), await linkTo(tenant, invoice.id)]
  const answers = await Promise.all(links.map(({ url }) => pay(world, tenant, url, { amount: 8_000 })))
  expectOneWins(answers)
  expect(await chargesOf(world, tenant)).toHaveLength(1)
  const states = await Promise.all(links.map(({ url }) => pageStateOf(url)))
  expect(states.sort()).toEqual(['paid', 'paid_elsewhere'])
  const late = await pay(world, tenant, links[states[0] === 'paid' ? 1 : 0]?.url ?? '', { amount: 8_000 })
  expect(late.status).toBe(409)
  await world.settle()
  await world.prove(tenant)
})

it('M3.8 a link and a combined link over the same invoice: what the one pays the other no longer asks', async () => {
  const tenant = await world.newCompany()
  const customer = (await newCustomer(tenant)).id
  const a = await newInvoice(tenant, '50.00', { customer })
  const b = await newInvoice(tenant, '30.00', { customer })
  const single = await linkTo(tenant, a.id)
  const combined = await linkTo(tenant, a.id, b.id)
  const [one, both] = await Promise.all([
    pay(world, tenant, single.url, { amount: 5_000 }),
    pay(world, tenant, combined.url, { amount: 8_000 }),
  ])
  expectOneWins([one, both])
  const charges = await chargesOf(world, tenant)
  expect(charges).toHaveLength(1)
  if (one.status === 200) {
    const stale = await pay(world, tenant, combined.url, { amount: 8_000 })
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'amount_changed', amount: 3_000, display: '$30.00' },
    })
    expect(await pageStateOf(combined.url)).toBe('partly_paid')
    expect((await pay(world, tenant, combined.url, { amount: 3_000 })).body).toMatchObject({
      state: 'succeeded',
    })
  } else {
    const stale = await pay(world, tenant, single.url, { amount: 5_000 })
    expect(stale).toMatchObject({ status: 409, body: { code: 'nothing_is_owed' } })
  }
  expect(sum(await chargesOf(world, tenant))).toBe(8_000)
  await world.settle()
  for (const { id } of [a, b])
    expect((await tenant.call('GET', `/v1/invoices/${id}`)).body).toMatchObject({ open: 0 })
  await world.prove(tenant)
})

it('20 links to one invoice pay at once: one charge, 19 are told', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '80.00')
  const links = await atOnce(TWENTY, () => linkTo(tenant, invoice.id))
  const answers = await Promise.all(links.map(({ url }) => pay(world, tenant, url, { amount: 8_000 })))
  expectOneWins(answers)
  expect(await chargesOf(world, tenant)).toHaveLength(1)
  await world.settle()
  await world.prove(tenant)
})

it('R-101 M3.8 a page total that is stale is refused with the new one, and nothing is charged', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '80.00')
  const { url } = await linkTo(tenant, invoice.id)
  for (const amount of [7_999, 8_001, 1]) {
    const refused = await pay(world, tenant, url, { amount })
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'amount_changed', amount: 8_000, display: '$80.00' },
    })
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
  }
  const otherCurrency = await pay(world, tenant, url, { amount: 8_000, currency: 'EUR' })
  expect(otherCurrency).toMatchObject({ status: 409, body: { code: 'link_not_payable' } })
  expect(await chargesOf(world, tenant)).toHaveLength(0)
  expect((await tenant.call('GET', '/v1/payments')).body.data).toEqual([])
})

it('an invoice voided while it is paid is either voided or paid, never both', async () => {
  const tenant = await world.newCompany()
  for (let round = 0; round < 4; round++) {
    const invoice = await newInvoice(tenant, '80.00')
    const { url } = await linkTo(tenant, invoice.id)
    const [paying, voiding] = await Promise.all([
      pay(world, tenant, url, { amount: 8_000 }),
      tenant.call('POST', `/v1/invoices/${invoice.id}/void`),
    ])
    const after = (await tenant.call('GET', `/v1/invoices/${invoice.id}`)).body
    if (voiding.status === 200) {
      expect(paying.status).toBe(409)
      expect(after).toMatchObject({ status: 'void', settled: 0, open: 0 })
      expect(await pageStateOf(url)).toBe('voided')
    } else {
      expect(voiding).toMatchObject({ status: 409, body: { code: 'money_has_moved' } })
      expect(paying.body).toMatchObject({ state: 'succeeded' })
      expect(after).toMatchObject({ status: 'paid', settled: 8_000 })
    }
  }
  await world.settle()
  await world.prove(tenant)
})

it('R-202 a request voided while it is paid: what is under way settles, and nobody pays by it afterwards', async () => {
  const tenant = await world.newCompany()
  for (let round = 0; round < 4; round++) {
    const { url, request } = await quickLink(tenant, 8_000)
    const [paying, voiding] = await Promise.all([
      pay(world, tenant, url, { amount: 8_000 }),
      tenant.call('POST', `/v1/payment_requests/${request}/void`),
    ])
    expect([paying.status, voiding.status].sort()).toEqual([200, 409])
    const late = await pay(world, tenant, url, { amount: 8_000 })
    expect(late).toMatchObject({ status: 409 })
  }
  await world.settle()
  await world.prove(tenant)
})

it('void of an invoice request with money under way: its links are revoked, the money settles the invoice', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '80.00')
  const { url, request } = await linkTo(tenant, invoice.id)
  const waiting = await pay(world, tenant, url, { amount: 8_000, card: '4000002760003184' })
  expect(waiting.body).toMatchObject({ state: 'requires_action' })
  expect((await tenant.call('POST', `/v1/invoices/${invoice.id}/void`)).body).toMatchObject({
    code: 'money_has_moved',
  })
  expect((await tenant.call('POST', `/v1/payment_requests/${request}/void`)).status).toBe(200)
  const intent = String(waiting.body.client_secret).split('_secret')[0]
  await world.play('POST', `/sandbox/payment_intents/${intent}/authenticate`, { outcome: 'complete' })
  await world.settle()
  expect(await pageStateOf(url)).toBe('paid')
  expect((await tenant.call('GET', `/v1/invoices/${invoice.id}`)).body).toMatchObject({ status: 'paid' })
  await world.prove(tenant)
})

it('20 refunds of a tenth with keys of their own: ten are made, ten are refused', async () => {
  const tenant = await world.newCompany()
  const payment = await paid(tenant, 10_000)
  const answers = await atOnce(TWENTY, () =>
    tenant.call('POST', '/v1/refunds', { payment, amount: 1_000 }, { 'idempotency-key': randomUUID() }),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
  expect(answers.filter(({ body }) => body.code === 'refund_too_large')).toHaveLength(10)
  await world.settle()
  await world.prove(tenant)
})

it('the whole of it agrees with the processor', async () => {
  await world.settle()
  const verdicts = await world.verify()
  expect(verdicts.flatMap(({ differences }) => differences)).toEqual([])
  expect(verdicts.length).toBeGreaterThan(10)
  const twice = await owned(
    world,
    'select charge_reference from payments.payments group by 1 having count(*) > 1 and charge_reference is not null',
  )
  expect(twice).toEqual([])
})

/** A paid invoice; the id of its payment. */
async function paid(tenant: Tenant, amount: number): Promise<string> {
  const invoice = await newInvoice(tenant, (amount / 100).toFixed(2))
  const { url } = await linkTo(tenant, invoice.id)
  const answer = await pay(world, tenant, url, { amount })
  return String((await made(Promise.resolve(answer))).payment)
}

const TOLD = ['payment_under_way', 'amount_changed', 'nothing_is_owed', 'link_not_payable']

function expectOneWins(answers: readonly Answer[]): void {
  expect(answers.filter(({ body }) => body.state === 'succeeded')).toHaveLength(1)
  const others = answers.filter(({ body }) => body.state !== 'succeeded')
  for (const { status, body } of others) {
    expect(status).toBe(409)
    expect(TOLD).toContain(body.code)
  }
}
