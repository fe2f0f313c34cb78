import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import {
  advance,
  chargesOf,
  copiedLink,
  eventually,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  pageStateOf,
  pay,
  quickLink,
} from '../support/story.ts'
import { type Answer, payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** What becomes of a link: opened, expired, replaced, taken back, switched off. It always opens and says why. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const HOUR = 3_600
const page = (url: string, language = 'en') => payer('GET', url, undefined, { 'accept-language': language })
const refusedBecause = (answer: Answer, state: string) => {
  expect(answer).toMatchObject({ status: 409, body: { code: 'link_not_payable', state } })
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
}
const linksOf = async (request: string) =>
  (await world.company.call('GET', `/v1/payment_requests/${request}`)).body.links as {
    url: string
    opened_at: string | null
    expires_at: string | null
    state: string
  }[]

it('R-095 R-096 R-097 the 24 hours start at the first human opening, once, and never at a mere load', async () => {
  const { company } = world
  const invoice = await newInvoice(company, '80.00')
  const { url, request } = await linkTo(company, invoice.id)
  for (let i = 0; i < 3; i++) expect((await page(url)).status).toBe(200)
  await payer('HEAD', url)
  await payer('GET', `${url}/status`)
  expect(await linksOf(request)).toMatchObject([{ opened_at: null, expires_at: null }])
  await advance(world, 30 * HOUR) // what nobody opened does not age
  expect(await pageStateOf(url)).toBe('payable')

  expect((await payer('POST', `${url}/opened`)).status).toBe(204)
  const [opened] = await linksOf(request)
  const openedAt = Date.parse(String(opened?.opened_at))
  expect(Date.parse(String(opened?.expires_at)) - openedAt).toBe(24 * HOUR * 1000)
  await advance(world, 23 * HOUR)
  expect((await payer('POST', `${url}/opened`)).status).toBe(204)
  expect(await linksOf(request)).toMatchObject([
    { opened_at: opened?.opened_at, expires_at: opened?.expires_at },
  ])
  expect(await pageStateOf(url)).toBe('payable')

  await advance(world, HOUR + 1)
  expect(await pageStateOf(url)).toBe('expired')
  expect((await page(url)).text).toContain('This link has expired. Nothing was charged.')
  expect((await page(url, 'fr')).text).toContain('expiré')
  refusedBecause(await pay(world, company, url, { amount: 8_000 }), 'expired')
  expect((await company.call('GET', `/v1/payment_requests/${request}`)).body).toMatchObject({
    status: 'expired',
  })
  expect(await chargesOf(world, company)).toEqual([])

  const renewed = await copiedLink(company, request) // R-097 R-098
  expect((await pay(world, company, renewed, { amount: 8_000 })).body).toMatchObject({ state: 'succeeded' })
  expect(await pageStateOf(url)).toBe('paid')
  await world.settle()
  await world.prove()
})

it('rule 1: expiry closes the door to new attempts, never to money under way', async () => {
  const { company } = world
  const invoice = await newInvoice(company, '80.00')
  const { url } = await linkTo(company, invoice.id)
  await payer('POST', `${url}/opened`)
  await advance(world, 24 * HOUR - 600)
  const attempt = await pay(world, company, url, { amount: 8_000, card: '4000002760003184' })
  expect(attempt.body).toMatchObject({ state: 'requires_action' })
  await advance(world, 900)
  expect(await pageStateOf(url)).toBe('action_needed')
  const intent = String(attempt.body.client_secret).split('_secret')[0]
  await world.play('POST', `/sandbox/payment_intents/${intent}/authenticate`, { outcome: 'complete' })
  expect((await payer('POST', `${url}/payments/${attempt.body.payment}/refresh`)).body).toMatchObject({
    state: 'succeeded',
  })
  expect(await pageStateOf(url)).toBe('paid')
  await world.settle()
  expect((await company.call('GET', `/v1/invoices/${invoice.id}`)).body).toMatchObject({ status: 'paid' })
  await world.prove()
})

it('K2 a quick link has no period', async () => {
  const { company } = world
  const { url, request } = await quickLink(company, 4_000)
  await payer('POST', `${url}/opened`)
  expect(await linksOf(request)).toMatchObject([{ expires_at: null }])
  await advance(world, 90 * 24 * HOUR)
  expect(await pageStateOf(url)).toBe('payable')
})

it('K2 the hours are the company’s setting; a link keeps those that it was issued with', async () => {
  const { company } = world
  const invoice = await newInvoice(company, '80.00')
  const before = await linkTo(company, invoice.id)
  await made(company.call('PATCH', '/v1/settings', { 'link.expiry.hours.invoice_link': 2 }))
  const after = await linkTo(company, invoice.id)
  await made(company.call('PATCH', '/v1/settings', { 'link.expiry.mode.invoice_link': 'none' }))
  const never = await linkTo(company, invoice.id)
  await made(
    company.call('PATCH', '/v1/settings', {
      'link.expiry.mode.invoice_link': 'after_open',
      'link.expiry.hours.invoice_link': 24,
    }),
  )
  for (const { url } of [before, after, never]) await payer('POST', `${url}/opened`)
  await advance(world, 3 * HOUR)
  expect(await Promise.all([before, after, never].map(({ url }) => pageStateOf(url)))).toEqual([
    'payable',
    'expired',
    'payable',
  ])
  await advance(world, 22 * HOUR)
  expect(await Promise.all([before, after, never].map(({ url }) => pageStateOf(url)))).toEqual([
    'expired',
    'expired',
    'payable',
  ])
})

it('R-099 R-111 sending again replaces the older link of that address, and of no other', async () => {
  const { company } = world
  const invoice = await newInvoice(company, '80.00')
  const asked = await made(
    company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }),
  )
  const send = (email: string) =>
    made(company.call('POST', `/v1/payment_requests/${asked.id}/send`, { email }))
  await send('a@example.test')
  await send('b@example.test')
  await send('a@example.test')
  const links = await linksOf(String(asked.id))
  expect(links.map(({ state }) => state)).toEqual(['superseded', 'active', 'active'])
  expect(new Set(links.map(({ url }) => url)).size).toBe(3)
  const [old, other, newest] = links.map(({ url }) => url) as [string, string, string]
  expect(await Promise.all([old, other, newest].map(pageStateOf))).toEqual(['replaced', 'payable', 'payable'])
  expect((await page(old)).text).toContain(
    'This link no longer takes payments, and nothing was charged with it.',
  )
  refusedBecause(await pay(world, company, old, { amount: 8_000 }), 'replaced')
  await world.settle()
  const mails = await mailTo(world, 'a@example.test')
  expect(mails).toHaveLength(2)
  expect(mails.map(({ text }) => [old, newest].find((url) => text.includes(url))).sort()).toEqual(
    [old, newest].sort(),
  )
  expect((await pay(world, company, newest, { amount: 8_000 })).body).toMatchObject({ state: 'succeeded' })
  expect(await pageStateOf(old)).toBe('paid')
})

it('R-202 a voided request says so on every link, and takes no money', async () => {
  const { company } = world
  for (const { url, request } of [
    await quickLink(company, 4_000),
    await linkTo(company, (await newInvoice(company, '40.00')).id),
  ]) {
    expect((await company.call('POST', `/v1/payment_requests/${request}/void`)).body).toMatchObject({
      status: 'voided',
    })
    expect(await pageStateOf(url)).toBe('voided')
    expect((await page(url)).text).toContain('canceled this request')
    const refused = await pay(world, company, url, { amount: 4_000 })
    expect(refused.status).toBe(409)
    for (const again of ['void', 'send']) {
      const answer = await company.call(
        'POST',
        `/v1/payment_requests/${request}/${again}`,
        again === 'send' ? { email: 'a@example.test' } : undefined,
      )
      expect(answer.status).toBe(409)
    }
    expect((await company.call('POST', '/v1/payment_links', { payment_request: request })).status).toBe(409)
  }
})

it('R-108 what is paid gets no link: not asked for, not sent, not copied', async () => {
  const { company } = world
  const invoice = await newInvoice(company, '40.00')
  const { url, request } = await linkTo(company, invoice.id)
  await made(pay(world, company, url, { amount: 4_000 }))
  const refusals = [
    company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }),
    company.call('POST', `/v1/payment_requests/${request}/send`, { email: 'a@example.test' }),
    company.call('POST', '/v1/payment_links', { payment_request: request }),
  ]
  for (const answer of await Promise.all(refusals)) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'nothing_to_ask' } })
  }
})

it('R-013 R-094 K6 links that are off for a customer or the company are made for nobody and take nothing', async () => {
  const { company } = world
  const customer = await newCustomer(company)
  const invoice = await newInvoice(company, '40.00', { customer: customer.id })
  const { url, request } = await linkTo(company, invoice.id)
  const everyDoor = async () => {
    expect(await pageStateOf(url)).toBe('links_off')
    expect((await page(url)).text).toContain('does not take payments by link')
    refusedBecause(await pay(world, company, url, { amount: 4_000 }), 'links_off')
    const doors = [
      company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }),
      company.call('POST', `/v1/payment_requests/${request}/send`, { email: 'a@example.test' }),
      company.call('POST', '/v1/payment_links', { payment_request: request }),
    ]
    for (const answer of await Promise.all(doors)) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'links_switched_off' } })
    }
  }
  await made(company.call('PATCH', `/v1/customers/${customer.id}`, { payment_links_enabled: false }))
  await everyDoor()
  await made(company.call('PATCH', `/v1/customers/${customer.id}`, { payment_links_enabled: true }))
  expect(await pageStateOf(url)).toBe('payable')
  const own = await company.call('PATCH', '/v1/settings', { 'company.payment_links_enabled': false })
  expect(own).toMatchObject({ status: 403, body: { code: 'setting_is_the_operators' } })
  const turn = (to: string) =>
    runCommand(world.services, true, 'payment-links', { company: company.id, switch: to })
  await turn('off')
  await everyDoor()
  await turn('on')
  expect(
    await eventually(
      () => pageStateOf(url),
      (state) => state === 'payable',
    ),
  ).toBe('payable')
  await world.settle()
  await world.prove()
})
