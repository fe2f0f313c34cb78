import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { PHONE_SAVING_VERSION } from '../../server/src/requests/index.ts'
import { type Person, signedIn } from '../support/staff.ts'
import {
  atOnce,
  chargesOf,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  owned,
  pay,
  quickLink,
} from '../support/story.ts'
import { type Answer, payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** R-051 R-053 R-056 R-068: staff enter the card of a customer on the phone, on a page of the pay origin. */
let world: World
let company: Tenant
let cashier: Person
beforeAll(async () => {
  world = await startWorld()
  company = world.company
  cashier = await signedIn(world, company, 'cashier')
})
afterAll(() => world.stop())

const open = (body: Record<string, unknown>, by: Pick<Person, 'call'> = cashier): Promise<Answer> =>
  by.call('POST', '/v1/phone_pages', body, { 'idempotency-key': randomUUID() })
const opened = async (body: Record<string, unknown>, by?: Person) => String((await made(open(body, by))).url)
const DECLINED = '4000000000000002'
const ASKS = '4000002760003184'

async function charge(
  url: string,
  amount: number,
  { card, ...more }: { card?: string; submit_key?: string; email?: string; save?: string } = {},
): Promise<Answer> {
  return payer('POST', `${url}/payments`, {
    submit_key: randomUUID(),
    confirmation_token: await world.card(company, card),
    amount,
    currency: 'usd',
    method: 'card',
    ...more,
  })
}
const get = (url: string) => fetch(url, { redirect: 'manual' })
const stateOf = async (url: string) => (await payer('GET', `${url}/status`)).body.state
const openOf = async (invoice: unknown) => (await made(company.call('GET', `/v1/invoices/${invoice}`))).open
const invoiceOf = async (price: string, values: Record<string, unknown> = {}) =>
  String((await newInvoice(company, price, values)).id)
const chargesNow = async () => (await chargesOf(world, company)).length
const proved = async () => {
  await world.settle()
  await world.prove(company)
}

it('R-053 R-054 R-056 several invoices are paid by a card given by phone: once, by whom, and with a receipt', async () => {
  const customer = String((await newCustomer(company, { email: 'lune@cafe.test', language: 'fr' })).id)
  const invoices = [await invoiceOf('30.00', { customer }), await invoiceOf('12.50', { customer })]
  const answer = await open({ invoices, amount: 4_250 })
  expect(answer).toMatchObject({
    status: 201,
    body: { object: 'phone_page', amount: 4_250, currency: 'usd' },
  })
  const url = String(answer.body.url)
  expect(url).toMatch(/\/t\/[\w-]{27}$/)
  expect(url.startsWith(`${world.config.payBaseUrl}/t/`)).toBe(true)
  // Nothing is asked for yet: who goes away again leaves nothing behind.
  expect((await company.call('GET', `/v1/payment_requests?customer=${customer}`)).body.data).toEqual([])
  const page = await (await get(`${url}?lang=en`)).text()
  expect(page).toContain('Payment by phone')
  expect(page).toContain('value="lune@cafe.test"')
  expect(page).toContain('$42.50')
  // What rests here opens nothing.
  const [row] = await owned<{ text: string }>(world, 'select p::text "text" from requests.phone_pages p')
  expect(row?.text).not.toContain(url.split('/t/')[1])
  const before = await chargesNow()
  const key = randomUUID()
  const first = await charge(url, 4_250, { submit_key: key, email: 'lune@cafe.test' })
  expect(first.body).toMatchObject({ state: 'succeeded' })
  expect((await charge(url, 4_250, { submit_key: key })).body.payment).toBe(first.body.payment)
  expect((await charge(url, 4_250)).body.code).toBe('phone_page_ended')
  expect(await chargesNow()).toBe(before + 1)
  await proved()
  for (const invoice of invoices) expect(await openOf(invoice)).toBe(0)
  const back = await get(url)
  const payment = await made(company.call('GET', `/v1/payments/${first.body.payment}`))
  expect([back.status, back.headers.get('location')]).toEqual([
    303,
    `${world.url}/pay/requests/${payment.payment_request}?taken=${first.body.payment}`,
  ])
  const story = (await made(cashier.call('GET', `/v1/payment_requests/${payment.payment_request}/timeline`)))
    .data as { kind: string; who: { type: string; name: string } | null }[]
  expect(story.find(({ kind }) => kind === 'payment.entered_by_phone')?.who).toMatchObject({
    type: 'staff',
    name: 'The cashier',
  })
  const [receipt] = await mailTo(world, 'lune@cafe.test')
  expect(receipt?.subject).toMatch(/Reçu|reçu/)
})

it('R-056 a request is paid so too, and a declined card may be followed by another one', async () => {
  const { request, url: link } = await quickLink(company, 900)
  const url = await opened({ payment_request: request, amount: 900 })
  const declined = await charge(url, 900, { card: DECLINED })
  expect(declined.body).toMatchObject({
    state: 'declined',
    message: expect.stringMatching(
      /^The card was declined\. Nothing was charged\. You can tell the customer/,
    ),
  })
  expect(await stateOf(url)).toBe('declined')
  expect(await (await get(`${url}?lang=fr`)).text()).toContain('La carte a été refusée')
  expect((await charge(url, 900)).body.state).toBe('succeeded')
  expect((await get(url)).headers.get('location')).toMatch(`/pay/requests/${request}?taken=pay_`)
  expect((await payer('GET', `${link}/status`)).body.state).toBe('paid')
  await proved()
})

it('where the customer’s bank asks, the page waits for them, and another card may be taken instead', async () => {
  const invoice = await invoiceOf('15.00')
  const url = await opened({ invoices: [invoice], amount: 1_500 })
  const asked = await charge(url, 1_500, { card: ASKS })
  expect(asked.body).toMatchObject({ state: 'requires_action', client_secret: expect.any(String) })
  expect(await stateOf(url)).toBe('action_needed')
  expect(await (await get(`${url}?lang=en`)).text()).toContain('Never ask them for a code')
  const act = (verb: string, { body }: Answer) => payer('POST', `${url}/payments/${body.payment}/${verb}`)
  expect((await act('resume', asked)).body.client_secret).toBe(asked.body.client_secret)
  expect((await act('give_up', asked)).body.state).toBe('canceled')
  expect(await stateOf(url)).toBe('payable')
  const again = await charge(url, 1_500, { card: ASKS })
  const intent = String(again.body.client_secret).split('_secret')[0]
  await world.play('POST', `/sandbox/payment_intents/${intent}/authenticate`, { outcome: 'complete' })
  // Where a bank has a page of its own, its customer's browser comes back here.
  expect((await get(`${url}/return`)).status).toBe(303)
  expect(await stateOf(url)).toBe('taken')
  expect((await get(url)).headers.get('location')).toMatch(`/invoices/${invoice}?taken=`)
  expect(await openOf(invoice)).toBe(0)
  await proved()
})

it('M3 whoever pays first, pays: the customer on their own page, and staff by phone, charge one card', async () => {
  for (let round = 0; round < 3; round++) {
    const invoice = await invoiceOf('20.00')
    const { url: link } = await linkTo(company, invoice)
    const pages = [
      await opened({ invoices: [invoice], amount: 2_000 }),
      await opened({ invoices: [invoice], amount: 2_000 }),
    ]
    const before = await chargesNow()
    const answers = await Promise.all([
      pay(world, company, link, { amount: 2_000 }),
      ...pages.map((page) => charge(page, 2_000)),
      charge(pages[0] ?? '', 2_000),
    ])
    expect(answers.filter(({ body }) => body.state === 'succeeded')).toHaveLength(1)
    expect(answers.every(({ status }) => [200, 409].includes(status))).toBe(true)
    expect(await chargesNow()).toBe(before + 1)
    expect(await openOf(invoice)).toBe(0)
    for (const page of pages) expect(['taken', 'nothing_owed']).toContain(await stateOf(page))
  }
  const invoice = await invoiceOf('21.00')
  const url = await opened({ invoices: [invoice], amount: 2_100 })
  const key = randomUUID()
  const twice = await atOnce(3, () => charge(url, 2_100, { submit_key: key }))
  expect(new Set(twice.map(({ body }) => body.payment)).size).toBe(1)
  await proved()
})

it('a page is for its amount alone: where another one is owed by then, nothing is charged', async () => {
  const invoice = await invoiceOf('50.00')
  const url = await opened({ invoices: [invoice], amount: 5_000 })
  const line = { description: 'Wilted', quantity: '1', unit_price: '20.00' }
  await made(company.call('POST', '/v1/credit_notes', { invoice, lines: [line] }))
  expect((await charge(url, 5_000)).body.code).toBe('amount_changed')
  expect((await charge(url, 3_000)).body.code).toBe('phone_page_ended')
  expect(await stateOf(url)).toBe('amount_changed')
  expect(await (await get(`${url}?lang=en`)).text()).toContain('The amount is $30.00 by now')
  expect((await open({ invoices: [invoice], amount: 5_000 })).body).toMatchObject({
    code: 'amount_changed',
    amount: 3_000,
  })
  expect(await openOf(invoice)).toBe(3_000)
})

it('a page ends with its time, with the session, and with the right to receive payments', async () => {
  const invoice = await invoiceOf('8.00')
  const ended = async (url: string) => {
    expect(await stateOf(url)).toBe('ended')
    expect((await charge(url, 800)).body.code).toBe('phone_page_ended')
    const page = await get(`${url}?lang=en`)
    expect(page.status).toBe(410)
    expect(await page.text()).toContain('Nothing was charged. Begin again in Quittance.')
  }
  const order = { invoices: [invoice], amount: 800 }
  const late = await opened(order)
  await owned(
    world,
    `update requests.phone_pages set created_at = now() - interval '20 minutes', expires_at = now() - interval '1 second'
     where id = (select id from requests.phone_pages order by id desc limit 1)`,
  )
  await ended(late)
  const leaving = await signedIn(world, company, 'sales')
  const left = await opened(order, leaving)
  expect(await stateOf(left)).toBe('payable')
  await leaving.call('DELETE', '/v1/session')
  await ended(left)
  const suspended = await signedIn(world, company, 'sales')
  const admin = await signedIn(world, company, 'admin')
  const theirs = await opened(order, suspended)
  const members = (await made(admin.call('GET', '/v1/members?limit=100'))).data as {
    id: string
    email: string
  }[]
  const member = members.find(({ email }) => email === suspended.email)?.id
  await made(admin.call('PATCH', `/v1/members/${member}`, { status: 'suspended' }))
  await ended(theirs)
  const clerk = await signedIn(world, company, 'accounts_payable')
  const clerks = await opened(order, clerk)
  const permissions = ['invoices.read', 'requests.read']
  await made(admin.call('PATCH', '/v1/roles/accounts_payable', { permissions }))
  await ended(clerks)
  expect((await open(order, clerk)).body.code).toBe('permission_denied')
  expect(await openOf(invoice)).toBe(800)
})

it('none is opened for a key, for what is paid, under way or not theirs, nor without an account', async () => {
  const invoice = await invoiceOf('9.00')
  const order = { invoices: [invoice], amount: 900 }
  expect((await open(order, company)).body.code).toBe('person_needed')
  expect((await open({ amount: 900 })).body.code).toBe('invalid_request')
  const other = await world.newCompany({ name: 'Other Roses' })
  const stranger = await signedIn(world, other, 'admin')
  const { request } = await quickLink(company, 900)
  for (const asked of [order, { payment_request: request, amount: 900 }])
    expect((await open(asked, stranger)).status).toBe(404)
  const url = await opened(order)
  await charge(url, 900, { card: ASKS })
  expect((await open(order)).body.code).toBe('payment_under_way')
  const token = url.split('/t/')[1] ?? ''
  expect((await get(`${world.url}/t/${token.slice(0, -5)}AAAAA`)).status).toBe(404)
  expect((await get(`${world.url}/p/${token}`)).status).toBe(404)
  const paid = await invoiceOf('10.00')
  await pay(world, company, (await linkTo(company, paid)).url, { amount: 1_000 })
  expect((await open({ invoices: [paid], amount: 1_000 })).body.code).toBe('nothing_is_owed')
  const customer = String((await newCustomer(company, { methods: ['ach'] })).id)
  const narrowed = await invoiceOf('11.00', { customer })
  expect((await open({ invoices: [narrowed], amount: 1_100 })).body.code).toBe('method_not_offered')
  const [mine, else_] = [await invoiceOf('1.00'), await invoiceOf('1.00')]
  expect((await open({ invoices: [mine, else_], amount: 200 })).body.code).toBe('items_do_not_fit')
  await owned(
    world,
    `update payments.merchant_accounts set status = 'action_required' where processor_account = $1`,
    [other.account],
  )
  const theirs = String((await newInvoice(other, '5.00')).id)
  expect((await open({ invoices: [theirs], amount: 500 }, stranger)).body.code).toBe(
    'payments_account_missing',
  )
})

it('R-068 a customer whose links are off pays by phone all the same', async () => {
  const customer = String((await newCustomer(company, { payment_links_enabled: false })).id)
  const invoice = await invoiceOf('7.00', { customer })
  expect((await charge(await opened({ invoices: [invoice], amount: 700 }), 700)).body.state).toBe('succeeded')
  await proved()
})

it('R-057 R-073 a card is kept where the customer agrees to it on the phone, with who heard it, and charged again', async () => {
  const customer = String((await newCustomer(company, { email: 'ada@lune.test' })).id)
  const of = async (price: string) => ({ invoices: [await invoiceOf(price, { customer })] })
  const url = await opened({ ...(await of('6.00')), amount: 600 })
  const said = 'agrees, on the phone with The cashier, that Rosa Blooms keeps this card'
  expect(await (await get(`${url}?lang=en`)).text()).toContain(said)
  expect((await charge(url, 600, { save: '2020-01-01' })).body.code).toBe('consent_outdated')
  const paid = await charge(`${url}`, 600, { save: PHONE_SAVING_VERSION })
  expect(paid.body.state).toBe('succeeded')
  const [method] = (await made(company.call('GET', `/v1/customers/${customer}/payment_methods`))).data as {
    id: string
    state: string
    consent: { text: string }
  }[]
  expect(method).toMatchObject({ state: 'active', consent: { text: expect.stringContaining(said) } })
  const again = { ...(await of('7.00')), amount: 700 }
  const charged = await company.call('POST', `/v1/payment_methods/${method?.id}/charge`, again, {
    'idempotency-key': randomUUID(),
  })
  expect(charged.body.state).toBe('succeeded')
  // Of whom nobody knows who they are, nothing can be kept.
  const { request } = await quickLink(company, 800)
  const nobodys = await opened({ payment_request: request, amount: 800 })
  expect(await (await get(`${nobodys}?lang=en`)).text()).not.toContain('id="save"')
  await proved()
})

it('an answer that is lost is found out: the page waits, leads back, and nothing is charged twice', async () => {
  const invoice = await invoiceOf('13.00')
  const url = await opened({ invoices: [invoice], amount: 1_300 })
  const before = await chargesNow()
  const lost = { on: 'request', do: 'drop_after', path: '/v1/payment_intents', method: 'POST', times: 2 }
  await world.play('POST', '/sandbox/faults', lost)
  const unsure = await charge(url, 1_300)
  await world.play('DELETE', '/sandbox/faults')
  expect(['unsure', 'succeeded']).toContain(unsure.body.state)
  if (unsure.body.state === 'unsure') {
    expect(await (await get(`${url}?lang=en`)).text()).toContain('Do not charge it again')
    expect((await charge(url, 1_300)).body.code).toBe('phone_page_ended')
  }
  const told = await payer('POST', `${url}/payments/${unsure.body.payment}/refresh`)
  expect(told.body.state).toBe('succeeded')
  expect((await get(url)).status).toBe(303)
  expect(await chargesNow()).toBe(before + 1)
  expect(await openOf(invoice)).toBe(0)
  await proved()
})

it('where the company says so, the processor is told that a card was given by phone, and no bank asks: refused where it was not enabled', async () => {
  const admin = await signedIn(world, company, 'admin')
  const tell = async (isTold: boolean) => {
    await made(admin.call('PATCH', '/v1/settings', { 'phone.moto': isTold }))
  }
  const motoOf = async () => (await chargesOf(world, company))[0]?.payment_method_details?.card?.moto ?? null
  const invoice = await invoiceOf('17.00')
  const url = await opened({ invoices: [invoice], amount: 1_700 })
  const before = await chargesNow()
  expect((await cashier.call('PATCH', '/v1/settings', { 'phone.moto': true })).status).toBe(403)
  await tell(true)
  // The account may not: to the processor it is a parameter that it does not know. Nothing is charged, and why is said.
  const refused = await charge(url, 1_700, { card: ASKS })
  expect(refused.body).toMatchObject({
    state: 'declined',
    message: expect.stringMatching(/does not take payments by phone as such .* It is not the card\./),
  })
  expect(await (await get(`${url}?lang=fr`)).text()).toContain('La carte n’y est pour rien.')
  const payment = await made(company.call('GET', `/v1/payments/${refused.body.payment}`))
  expect(payment).toMatchObject({ state: 'failed', decline_code: 'processor_by_phone_not_enabled' })
  expect([await chargesNow(), await openOf(invoice)]).toEqual([before, 1_700])
  const allow = (allowed: boolean) =>
    world.play('POST', `/sandbox/accounts/${company.account}/moto`, { allowed })
  await allow(true)
  const keys = [randomUUID(), randomUUID()]
  const answers = await Promise.all(
    [...keys, ...keys].map((submit_key) => charge(url, 1_700, { card: ASKS, submit_key })),
  )
  expect(new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.state))).toContain(
    'succeeded',
  )
  expect([await chargesNow(), await openOf(invoice), await motoOf()]).toEqual([before + 1, 0, true])
  // What a card is declined for stays: only its owner is not asked.
  const next = await opened({ invoices: [await invoiceOf('18.00')], amount: 1_800 })
  expect((await charge(next, 1_800, { card: DECLINED })).body.message).toMatch(/^The card was declined/)
  const customer = String((await newCustomer(company)).id)
  const kept = { invoices: [await invoiceOf('19.00', { customer })], amount: 1_900 }
  const saved = await charge(await opened(kept), 1_900, { save: PHONE_SAVING_VERSION })
  expect([saved.body.state, await motoOf()]).toEqual(['succeeded', true])
  // A payer on their own page is there to be asked.
  const { url: link } = await quickLink(company, 700)
  expect((await pay(world, company, link, { amount: 700, card: ASKS })).body.state).toBe('requires_action')
  await tell(false)
  const last = await opened({ invoices: [await invoiceOf('20.00')], amount: 2_000 })
  expect((await charge(last, 2_000, { card: ASKS })).body.state).toBe('requires_action')
  expect(
    (await charge(await opened({ invoices: [await invoiceOf('21.00')], amount: 2_100 }), 2_100)).body.state,
  ).toBe('succeeded')
  expect(await motoOf()).toBeNull()
  await allow(false)
  await proved()
})
