import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SAVING_VERSION } from '../../server/src/requests/index.ts'
import { type Person, signedIn } from '../support/staff.ts'
import {
  chargesOf,
  eventually,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  pay,
  quickLink,
} from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

/** Payers have a host of their own (`PAY_BASE_URL`), and the dashboard another: what is where, and what is not. */
let world: World
let company: Tenant
let cashier: Person
let base: string
let payUrl: string
beforeAll(async () => {
  world = await startWorld({ payHost: '127.0.0.1', able: ['affirm_payments', 'us_bank_transfer_payments'] })
  company = world.company
  cashier = await signedIn(world, company, 'admin')
  base = world.config.baseUrl
  payUrl = world.config.payBaseUrl
})
afterAll(() => world.stop())

const get = (url: string, headers: Record<string, string> = {}) => fetch(url, { redirect: 'manual', headers })
const tokenOf = (url: string) => new URL(url).pathname

it('links, page, mail, receipt and the way back from a bank are on the payers’ host', async () => {
  expect(new URL(payUrl).host).not.toBe(new URL(base).host)
  const customer = String((await newCustomer(company, { email: 'ada@lune.test' })).id)
  const invoice = String((await newInvoice(company, '12.00', { customer })).id)
  const { url, request } = await linkTo(company, invoice)
  expect(url.startsWith(`${payUrl}/p/`)).toBe(true)
  await made(company.call('POST', `/v1/payment_requests/${request}/send`, { email: 'ada@lune.test' }))
  await world.settle()
  const [mail] = await mailTo(world, 'ada@lune.test')
  const text = mail?.text.replaceAll(/\s+/g, '') ?? ''
  expect(text).toContain(`${payUrl}/p/`)
  expect(text).not.toContain(base)
  const page = await get(`${url}?lang=en`)
  expect(page.status).toBe(200)
  expect(page.headers.getSetCookie()).toEqual([])
  // Nothing on it is asked for from the host of the dashboard.
  expect(await page.text()).not.toContain(base)
  expect((await pay(world, company, url, { amount: 1_200 })).body.state).toBe('succeeded')
  const receipt = /href="([^"]*receipt[^"]*)"/.exec(await (await get(`${url}?lang=en`)).text())?.[1]
  expect((await get(new URL(receipt ?? '', url).href)).headers.get('content-type')).toBe('application/pdf')
  const elsewhere = await quickLink(company, 20_000)
  const sent = await pay(world, company, elsewhere.url, { amount: 20_000, affirm: true })
  const intent = String(sent.body.client_secret).split('_secret')[0]
  await world.play('POST', `/sandbox/payment_intents/${intent}/affirm`, { outcome: 'accept' })
  const back = await get(`${elsewhere.url}/return`)
  expect(back.status).toBe(303)
  expect(new URL(back.headers.get('location') ?? '', elsewhere.url).host).toBe(new URL(payUrl).host)
  expect((await payer('GET', `${elsewhere.url}/status`)).body.state).toBe('paid')
  await world.settle()
  await world.prove(company)
})

it('forms of a page are taken from the payers’ host alone', async () => {
  const customer = String((await newCustomer(company)).id)
  const { url } = await linkTo(company, String((await newInvoice(company, '9.00', { customer })).id))
  const choose = (origin: string, site?: string) =>
    fetch(`${url}/wire`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin, ...(site && { 'sec-fetch-site': site }) },
      body: new URLSearchParams(),
    })
  expect((await choose(base)).status).toBe(403)
  expect((await choose(payUrl, 'same-site')).status).toBe(403)
  expect((await choose(payUrl)).status).toBe(303)
  const form = await made(
    company.call('POST', `/v1/customers/${customer}/method_requests`, { email: 'form@lune.test' }),
  )
  const { url: address } = await made(company.call('GET', `/v1/method_requests/${form.id}/link`))
  expect(String(address).startsWith(`${payUrl}/m/`)).toBe(true)
  const [mail] = await eventually(
    () => mailTo(world, 'form@lune.test'),
    (found) => found.length > 0,
  )
  expect(mail?.text.replaceAll(/\s+/g, '')).toContain(String(address))
  const saved = await payer('POST', `${address}/setups`, {
    method: 'card',
    confirmation_token: await world.card(company),
    consent: SAVING_VERSION,
  })
  expect(saved.body.state).toBe('succeeded')
})

it('R-053 a page for a payment by phone is on the payers’ host, bound to a session of the other, and leads back there', async () => {
  const invoice = String((await newInvoice(company, '14.00')).id)
  const open = async () =>
    String((await made(cashier.call('POST', '/v1/phone_pages', { invoices: [invoice], amount: 1_400 }))).url)
  const enter = async (url: string) =>
    payer('POST', `${url}/payments`, {
      submit_key: randomUUID(),
      confirmation_token: await world.card(company),
      amount: 1_400,
      currency: 'usd',
      method: 'card',
    })
  const url = await open()
  expect(url.startsWith(`${payUrl}/t/`)).toBe(true)
  // The cookie of its person is not there, nor is it asked for: what binds it is the session's row.
  const page = await get(`${url}?lang=en`)
  expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
  expect(await page.text()).toContain(`href="${base}/`)
  const leaving = await signedIn(world, company, 'cashier')
  const theirs = await made(leaving.call('POST', '/v1/phone_pages', { invoices: [invoice], amount: 1_400 }))
  await leaving.call('DELETE', '/v1/session')
  expect((await enter(String(theirs.url))).body.code).toBe('phone_page_ended')
  const before = (await chargesOf(world, company)).length
  const taken = await enter(url)
  expect(taken.body.state).toBe('succeeded')
  expect((await chargesOf(world, company)).length).toBe(before + 1)
  const back = await get(url)
  expect([back.status, back.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(new RegExp(`^${base}/.*taken=${taken.body.payment}$`)),
  ])
})

it('on the payers’ host there is no dashboard and nobody is signed in, and from it nothing is done on the other', async () => {
  for (const path of ['/', '/sign-in', '/pay/requests', '/settings'])
    expect((await get(`${payUrl}${path}`)).status).toBe(404)
  // The cookie is of its own host alone; should it come along all the same, as between ports, it opens nothing.
  const signIn = await fetch(`${base}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: cashier.email, password: cashier.password }),
  })
  const [cookie = ''] = signIn.headers.getSetCookie()
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
  expect(cookie).not.toMatch(/domain=/i)
  const borne = { cookie: cashier.cookie, 'x-csrf-token': cashier.csrf }
  for (const path of ['/v1/session', '/v1/customers', '/v1/payments', '/v1/stream']) {
    const answer = await get(`${payUrl}${path}`, borne)
    expect([path, answer.status]).toEqual([path, 401])
    await answer.body?.cancel()
  }
  expect((await get(`${base}/v1/customers`, borne)).status).toBe(200)
  const write = (host: string, origin: string) =>
    fetch(`${host}/v1/customers`, {
      method: 'POST',
      headers: { ...borne, origin, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'From elsewhere' }),
    })
  expect((await write(payUrl, payUrl)).status).toBe(401)
  // A script of the payers' host, whose browser sends the cookie to a neighbour: refused, and no answer may be read.
  expect((await write(base, payUrl)).status).toBe(403)
  const read = await get(`${base}/v1/customers`, { ...borne, origin: payUrl })
  expect(read.headers.get('access-control-allow-origin')).toBeNull()
  const asked = await fetch(`${base}/v1/customers`, {
    method: 'OPTIONS',
    headers: { origin: payUrl, 'access-control-request-method': 'POST' },
  })
  expect([asked.ok, asked.headers.get('access-control-allow-origin')]).toEqual([false, null])
  expect((await write(base, base)).status).toBe(201)
  const listed = (await made(company.call('GET', '/v1/customers?limit=100'))).data as { name: string }[]
  expect(listed.filter(({ name }) => name === 'From elsewhere')).toHaveLength(1)
  // Pages are where their links are: the token is what opens them, wherever it is typed in.
  const { url } = await quickLink(company, 500)
  expect((await get(`${base}${tokenOf(url)}`)).headers.getSetCookie()).toEqual([])
})
