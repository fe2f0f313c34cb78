import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId, type Id, toWireId } from '../../server/src/lib/ids.ts'
import { linksOf } from '../../server/src/receivables/documents/read-pdf.ts'
import { SAVING_VERSION, sendConfirmedOrder } from '../../server/src/requests/index.ts'
import { type Person, signedIn } from '../support/staff.ts'
import {
  advance,
  atOnce,
  bankToken,
  chargesOf,
  dayOf,
  linkTo,
  made,
  mailTo,
  newCustomer,
  owned,
  pay,
  quickLink,
  rowCounts,
  submission,
} from '../support/story.ts'
import { type Answer, payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** orders of customers, their documents by mail, and what pays and confirms them. */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany({}, ['us_bank_account_ach_payments'])
})
afterAll(() => world.stop())

const DAY = 24 * 3600
/** What a second charge is told: under way, or paid by then. */
const REFUSED = ['payment_under_way', 'nothing_is_owed', 'nothing_to_ask', 'idempotency_key_in_use']
interface Order {
  id: string
  number: string
  state: string
  revision: number
  total: number
  invoice: { id: string; number: string; status: string; open: number } | null
}

type Body = Record<string, unknown>
const key = () => ({ 'idempotency-key': randomUUID() })
const orderOf = async (answer: Promise<Answer>) => (await made(answer)) as unknown as Order
const line = (price: string, values: Body = {}) => ({
  description: 'Roses',
  quantity: '1',
  unit_price: price,
  ...values,
})
const take = (price: string, values: Body = {}) =>
  company.call('POST', '/v1/orders', { currency: 'usd', lines: [line(price)], ...values }, key())
const newOrder = async (price: string, values: Body = {}) => {
  const customer = values.customer ?? (await newCustomer(company, { email: 'buyer@lune.test' })).id
  return orderOf(take(price, { ...values, customer }))
}
const read = (order: { id: string }) => orderOf(company.call('GET', `/v1/orders/${order.id}`))
const step = (order: { id: string }, name: string, body: Body = {}, by: Pick<Tenant, 'call'> = company) =>
  by.call('POST', `/v1/orders/${order.id}/${name}`, body, key())
const edit = (order: Order, body: Body) =>
  company.call('PATCH', `/v1/orders/${order.id}`, { revision: order.revision, ...body })
const charge = (
  method: string,
  order: { id: string },
  amount: number,
  { by = company, header = key() }: { by?: Pick<Tenant, 'call'>; header?: Record<string, string> } = {},
) => by.call('POST', `/v1/payment_methods/${method}/charge`, { order: order.id, amount }, header)
const invoicesOf = async (customer: unknown) =>
  (await made(company.call('GET', `/v1/invoices?customer=${customer}`))).data as { id: string }[]
const priorities = async () =>
  ((await made(company.call('GET', '/v1/priorities?status=open'))).data as { kind: string }[]).map(
    ({ kind }) => kind,
  )
const confirmOn = (value: 'initiated' | 'cleared') =>
  made(company.call('PATCH', '/v1/settings', { 'order.confirm_on': value }))
async function agreed(): Promise<void> {
  await world.settle()
  await world.prove(company)
  for (const { differences } of await world.verify()) expect(differences).toEqual([])
}
/** A customer who let the company keep a card or a bank account. */
async function saving(by: { bank?: string } = {}): Promise<{ customer: string; method: string }> {
  const customer = String((await newCustomer(company, { name: 'Café Lune', email: 'buyer@lune.test' })).id)
  const { url } = await quickLink(company, 100, { customer })
  const token =
    by.bank === undefined ? await world.card(company) : await bankToken(world, company, { number: by.bank })
  const body = submission({ amount: 100, token, ...(by.bank && { bank: { number: by.bank } }) })
  const paid = await payer('POST', `${url}/payments`, { ...body, save: SAVING_VERSION })
  expect(paid.status).toBe(200)
  await world.settle()
  const methods = (await made(company.call('GET', `/v1/customers/${customer}/payment_methods`))).data
  return { customer, method: (methods as { id: string }[])[0]?.id ?? '' }
}
async function pdfTo(address: string): Promise<Uint8Array> {
  await world.settle()
  const [mail] = await mailTo(world, address)
  const response = await fetch(`${world.sandbox.url}/mailbox/messages/${mail?.id}/attachments/0`)
  return new Uint8Array(await response.arrayBuffer())
}

it('R-075 an order of the catalogue and of free lines has a number, taxes and shipping, and is found again', async () => {
  const product = await made(
    company.call('POST', '/v1/products', {
      code: 'ROSE-60',
      name: 'Roses, 60 cm',
      currency: 'usd',
      unit: 'bunch',
      unit_price: '12.50',
      taxes: [{ rate: '5', name: 'GST' }],
    }),
  )
  const customer = String((await newCustomer(company, { name: 'Bloom Hall' })).id)
  const body = {
    customer,
    currency: 'usd',
    po_number: 'PO-7781',
    wanted_on: '2031-02-14',
    note: 'Ring twice.',
    lines: [{ product: product.id, quantity: '4' }, line('10.00', { description: 'Wrapping' })],
    shipping: { amount: '8.00', taxes: [{ rate: '5', name: 'GST' }] },
    discount: { label: 'Regular', amount: '1.00' },
  }
  const header = key()
  const order = await made(company.call('POST', '/v1/orders', body, header))
  expect(order).toMatchObject({
    state: 'unconfirmed',
    po_number: 'PO-7781',
    wanted_on: '2031-02-14',
    lines: [
      { product: product.id, description: 'Roses, 60 cm', unit: 'bunch', unit_price: '12.50', amount: 5_000 },
      { product: null, description: 'Wrapping', amount: 1_000 },
    ],
    subtotal: 6_000,
    shipping: 800,
    invoice: null,
  })
  // The same key once more is the same order; the sums are those that an invoice would have.
  expect(await made(company.call('POST', '/v1/orders', body, header))).toEqual(order)
  const lines = (order.lines as Body[]).map(({ product: _, amount: __, ...each }) => ({
    ...each,
    taxes: (each.taxes as { rate: string; name: string | null }[]).map(({ rate, name }) => ({
      rate,
      ...(name && { name }),
    })),
  }))
  const { customer: _, po_number: __, wanted_on: ___, note: ____, ...terms } = body
  const preview = await made(company.call('POST', '/v1/invoices/preview', { ...terms, lines }))
  expect([preview.total, preview.tax]).toEqual([order.total, order.tax])
  for (const q of ['7781', 'Bloom', String(order.number), '66.']) {
    const { data } = await made(company.call('GET', `/v1/orders?q=${encodeURIComponent(q)}`))
    if (q !== '66.') expect((data as Order[]).map(({ id }) => id)).toEqual([order.id])
  }
  expect((await made(company.call('GET', '/v1/orders?state=confirmed&q=7781'))).data).toEqual([])
  const file = await company.call('GET', '/v1/orders?format=csv')
  expect(file.text).toMatch(/Bloom Hall.*PO-7781/)
  // What is sold no more, or in another currency, is in no new line; where it stands it may stay.
  await made(company.call('PATCH', `/v1/products/${product.id}`, { active: false, unit_price: '13.00' }))
  const gone = await take('1.00', { customer, lines: [{ product: product.id, quantity: '1' }] })
  expect([gone.status, gone.body.code, gone.body.field]).toEqual([
    422,
    'product_not_sold',
    'lines[0].product',
  ])
  const kept = await made(
    edit(order as unknown as Order, { lines: [{ product: product.id, quantity: '5', unit_price: '12.50' }] }),
  )
  expect(kept).toMatchObject({ revision: 2, subtotal: 6_250, shipping: 0 })
  const twice = await company.call('POST', '/v1/products', {
    code: 'ROSE-60',
    name: 'Again',
    currency: 'usd',
    unit_price: '1',
  })
  expect([twice.status, twice.body.code]).toEqual([409, 'product_exists'])
  expect((await take('1.00', { customer, lines: [{ quantity: '1' }] })).status).toBe(400)
  await agreed()
})

it('order numbers have no gap, however many are taken at once and refused between', async () => {
  const customer = (await newCustomer(company)).id
  const taken = await atOnce(6, (i) => take(i % 3 === 2 ? '-5' : '5.00', { customer }))
  expect(taken.filter(({ status }) => status === 201)).toHaveLength(4)
  expect(taken.filter(({ status }) => status === 422)).toHaveLength(2)
  await agreed()
})

it('R-076 R-077 R-078 R-079 R-081 an order is e-mailed as its invoice, with a pay button where the box is ticked', async () => {
  const customer = (await newCustomer(company, { name: 'Mail Roses', email: 'docs@roses.test' })).id
  const order = await newOrder('75.00', { customer, po_number: 'PO-9' })
  const ticked = await made(step(order, 'send', { payment_link: true }))
  const { link } = ticked.payment_link as { link: { url: string } }
  expect(linksOf(await pdfTo('docs@roses.test')).map(({ uri }) => uri)).toEqual([link.url, link.url])
  const unticked = await made(step(order, 'send', { payment_link: false, to: 'plain@roses.test' }))
  expect(unticked.payment_link).toMatchObject({ embedded: false, link: null })
  expect(linksOf(await pdfTo('plain@roses.test'))).toEqual([])
  // Both are the one invoice of the order, which stays unconfirmed.
  const [only, ...more] = await invoicesOf(customer)
  expect([more, only]).toEqual([[], expect.objectContaining({ order_reference: 'PO-9', total: 7_500 })])
  expect(await read(order)).toMatchObject({ state: 'unconfirmed', invoice: { id: only?.id, status: 'open' } })
  // K5: where the setting hides the box, nobody ticks it.
  await made(company.call('PATCH', '/v1/settings', { 'invoice.manual_link': 'hidden' }))
  const hidden = await step(order, 'send', { payment_link: true })
  expect([hidden.status, hidden.body.code]).toEqual([409, 'link_ruled_out'])
  await made(company.call('PATCH', '/v1/settings', { 'invoice.manual_link': 'ticked' }))
  // who pays by the link confirms the order.
  expect((await pay(world, company, link.url, { amount: 7_500 })).status).toBe(200)
  await agreed()
  expect(await read(order)).toMatchObject({ state: 'confirmed', invoice: { status: 'paid', open: 0 } })
  // Paid, it is sent without a link.
  expect((await made(step(order, 'send'))).payment_link).toMatchObject({ reason: 'nothing_open' })
})

it('R-058 an order is edited until it is confirmed, and its invoice with it, under one number', async () => {
  const order = await newOrder('40.00', { draft: true })
  expect((await step(order, 'send')).body.code).toBe('transition_refused')
  expect((await step(order, 'confirm')).body.code).toBe('transition_refused')
  await made(step(order, 'place'))
  const placed = await orderOf(step(order, 'invoice'))
  const { url } = (await made(
    company.call('POST', '/v1/payment_links', {
      payment_request: (
        await made(
          company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [placed.invoice?.id] }),
        )
      ).id,
    }),
  )) as { url: string }
  const edited = await orderOf(edit(placed, { lines: [line('45.00')], po_number: 'PO-2' }))
  expect(edited).toMatchObject({
    revision: 2,
    total: 4_500,
    invoice: { id: placed.invoice?.id, number: placed.invoice?.number, open: 4_500 },
  })
  expect((await payer('GET', `${url}/status`)).body.state).toBe('replaced')
  const stale = await edit(placed, { note: 'Late' })
  expect([stale.body.code, stale.body.revision]).toEqual(['order_revised', 2])
  // Edited by its invoice, the order says the same.
  const invoice = await made(company.call('GET', `/v1/invoices/${edited.invoice?.id}`))
  const lines = [line('50.00'), line('1.00', { description: 'Card' })]
  await made(company.call('PATCH', `/v1/invoices/${invoice.id}`, { revision: invoice.revision, lines }))
  expect(await read(order)).toMatchObject({ revision: 3, total: 5_100, po_number: 'PO-2' })
  // Voided by itself it is not what the order is paid by any more: another is issued.
  await made(company.call('POST', `/v1/invoices/${invoice.id}/void`))
  const again = await orderOf(step(order, 'invoice'))
  expect(again.invoice?.id).not.toBe(invoice.id)
  expect(again.invoice).toMatchObject({ status: 'open', open: 5_100 })
  const confirmed = await orderOf(step(order, 'confirm', { revision: 3 }))
  expect(confirmed).toMatchObject({ state: 'confirmed', invoice: { id: again.invoice?.id } })
  expect((await edit(confirmed, { note: 'Too late' })).body.code).toBe('transition_refused')
  await agreed()
})

it('an edit against a confirmation at once: one of them first, and what is confirmed is what is owed', async () => {
  const orders = await Promise.all(['20.00', '21.00', '22.00'].map((price) => newOrder(price)))
  await Promise.all(
    orders.map(async (order) => {
      const [changed, done, twice] = await Promise.all([
        edit(order, { lines: [line('99.00')] }),
        step(order, 'confirm', { revision: order.revision }),
        step(order, 'confirm', { revision: order.revision }),
      ])
      const confirmed = [done, twice].filter(({ status }) => status === 200)
      expect(confirmed.length + (changed.status === 200 ? 1 : 0)).toBe(1)
      const now = await read(order)
      if (now.state === 'confirmed') expect(now.invoice?.open).toBe(order.total)
      else expect([now.state, now.total]).toEqual(['unconfirmed', 9_900])
    }),
  )
  await agreed()
})

it('R-059 R-060 R-061 Pay & Confirm charges what is saved once, however often and by how many', async () => {
  const { customer, method } = await saving()
  const order = await newOrder('30.00', { customer })
  const before = (await chargesOf(world, company)).length
  const header = key()
  const answers = await Promise.all([
    charge(method, order, 3_000, { header }),
    charge(method, order, 3_000, { header }),
    charge(method, order, 3_000),
    charge(method, order, 3_000),
  ])
  const taken = answers.filter(({ status }) => status === 201)
  expect(new Set(taken.map(({ body }) => body.id)).size).toBe(1)
  for (const { body } of answers.filter(({ status }) => status !== 201)) expect(REFUSED).toContain(body.code)
  await agreed()
  expect(await chargesOf(world, company)).toHaveLength(before + 1)
  expect(await invoicesOf(customer)).toHaveLength(1)
  const paid = await read(order)
  expect(paid).toMatchObject({ state: 'confirmed', invoice: { status: 'paid' } })
  // What was seen is charged, or nothing is.
  const other = await newOrder('31.00', { customer })
  const wrong = await charge(method, other, 3_000)
  expect([wrong.status, wrong.body.code, wrong.body.amount]).toEqual([409, 'amount_changed', 3_100])
  expect(await read(other)).toMatchObject({ state: 'unconfirmed', invoice: null })
  // Paid, it is not canceled; refunded with the sale taken back, it is.
  expect((await step(order, 'cancel')).body.code).toBe('order_money_moved')
  const refund = { payment: taken[0]?.body.id, treatment: 'reduce_sale' }
  await made(company.call('POST', '/v1/refunds', refund, key()))
  await world.settle()
  expect(await orderOf(step(order, 'cancel', { reason: 'Not wanted' }))).toMatchObject({ state: 'canceled' })
  await agreed()
})

it('R-061 a declined charge leaves the order unconfirmed, and the next try pays the same invoice', async () => {
  const { customer, method } = await saving()
  const [kept] = await owned<{ reference: string }>(
    world,
    'select processor_reference reference from payments.payment_methods order by id desc limit 1',
  )
  const behaviour = { behaviour: 'insufficient_funds' }
  await world.play('POST', `/sandbox/payment_methods/${kept?.reference}/behaviour`, behaviour)
  const order = await newOrder('12.00', { customer })
  expect((await charge(method, order, 1_200)).body.state).toBe('failed')
  await world.settle()
  const declined = await read(order)
  expect(declined).toMatchObject({ state: 'unconfirmed', invoice: { status: 'open', open: 1_200 } })
  expect(await priorities()).toContain('payment_failed')
  // Cash at the counter, for the invoice that it has.
  const cash = {
    customer,
    amount: 1_200,
    currency: 'usd',
    method: 'cash',
    received_on: dayOf(world.services.clock.now()),
    applications: [{ invoice: declined.invoice?.id }],
  }
  await made(company.call('POST', '/v1/received_payments', cash, key()))
  expect(await read(order)).toMatchObject({ state: 'confirmed', invoice: { id: declined.invoice?.id } })
  expect(await invoicesOf(customer)).toHaveLength(1)
  await agreed()
})

it('R-060 a card by phone pays an order, and its page leads back to the order', async () => {
  const cashier = await signedIn(world, company, 'cashier')
  const order = await newOrder('18.00')
  const body = { order: order.id, amount: 1_800 }
  const page = await made(cashier.call('POST', '/v1/phone_pages', body, key()))
  expect(page.invoices).toEqual([(await read(order)).invoice?.id])
  const token = await world.card(company)
  const submitted = { submit_key: randomUUID(), confirmation_token: token, amount: 1_800, currency: 'usd' }
  const paid = await payer('POST', `${page.url}/payments`, { ...submitted, method: 'card' })
  expect(paid.body.state).toBe('succeeded')
  await agreed()
  expect((await read(order)).state).toBe('confirmed')
  const back = await fetch(String(page.url), { redirect: 'manual' })
  expect(back.headers.get('location')).toMatch(new RegExp(`/orders/${order.id}\\?taken=pay_`))
  const both = await cashier.call('POST', '/v1/phone_pages', { ...body, invoices: page.invoices }, key())
  expect(both.status).toBe(400)
})

it('R-060 A20 (e) a bank debit confirms when it is submitted, or when it has cleared; returned, the order stays', async () => {
  const { customer, method } = await saving({ bank: '000123456789' })
  const soon = await newOrder('100.00', { customer })
  expect((await charge(method, soon, 10_000)).body.state).toBe('processing')
  await agreed()
  expect(await read(soon)).toMatchObject({ state: 'confirmed', invoice: { status: 'processing' } })
  expect((await step(soon, 'cancel')).body.code).toBe('order_money_moved')
  await confirmOn('cleared')
  const late = await newOrder('50.00', { customer })
  expect((await charge(method, late, 5_000)).body.state).toBe('processing')
  await agreed()
  expect(await read(late)).toMatchObject({ state: 'unconfirmed', invoice: { status: 'processing' } })
  expect((await edit(late, { lines: [line('1.00')] })).body.code).toBe('edit_must_wait')
  // A card has cleared once it is charged, and credit is there already.
  const card = await saving()
  const atCounter = await newOrder('9.00', { customer: card.customer })
  await made(charge(card.method, atCounter, 900))
  expect((await read(atCounter)).state).toBe('confirmed')
  await advance(world, 8 * DAY)
  await agreed()
  expect(await read(late)).toMatchObject({ state: 'confirmed', invoice: { status: 'paid' } })
  await confirmOn('initiated')
  // One that its bank takes back.
  const back = await saving({ bank: '000555555559' })
  const returned = await newOrder('70.00', { customer: back.customer })
  await made(charge(back.method, returned, 7_000))
  await advance(world, 5 * DAY)
  await advance(world, 3 * DAY)
  await agreed()
  expect(await read(returned)).toMatchObject({ state: 'confirmed', invoice: { status: 'open', open: 7_000 } })
  expect(await priorities()).toContain('payment_returned')
})

it('R-061 a credit that settles the invoice confirms the order, and a part of it does not', async () => {
  const order = await newOrder('20.00')
  const { invoice, customer } = (await made(step(order, 'invoice'))) as { invoice: Body; customer: string }
  for (const [price, state] of [
    ['5.00', 'unconfirmed'],
    ['15.00', 'confirmed'],
  ] as const) {
    const note = { customer, currency: 'usd', lines: [line(price)] }
    const { credit } = await made(company.call('POST', '/v1/credit_notes', note))
    const invoices = { invoices: [{ invoice: invoice.id }] }
    await made(company.call('POST', `/v1/credits/${credit}/apply`, invoices))
    expect((await read(order)).state).toBe(state)
  }
  await agreed()
})

it('a confirmed order that nobody paid is canceled, and its invoice void with it', async () => {
  const order = await newOrder('15.00')
  await made(step(order, 'confirm'))
  const header = key()
  const cancel = () => company.call('POST', `/v1/orders/${order.id}/cancel`, {}, header)
  const canceled = await orderOf(cancel())
  expect(canceled).toMatchObject({ state: 'canceled', invoice: { status: 'void' } })
  expect(await orderOf(cancel())).toEqual(canceled)
  for (const again of ['place', 'confirm', 'invoice', 'cancel', 'send'])
    expect((await step(order, again)).body.code).toBe('transition_refused')
  await world.settle()
  const told = ((await made(company.call('GET', '/v1/events?limit=100'))).data as Record<string, string>[])
    .filter(({ subject }) => subject === order.id)
    .map(({ type }) => type)
  expect(told.toReversed()).toEqual(['order.created', 'order.invoiced', 'order.confirmed', 'order.canceled'])
  await agreed()
})

it('K4 K5 K6 a confirmed order sends its invoice by itself once, for what is left; paid orders send none, and what cannot go is a priority', async () => {
  const send = (value: boolean) =>
    made(company.call('PATCH', '/v1/settings', { 'order.send_invoice': value }))
  const addressed = async (email: string | null, values: Body = {}) =>
    newOrder('40.00', { customer: (await newCustomer(company, { email, ...values })).id })
  const silent = await addressed('silent@lune.test')
  await made(step(silent, 'confirm'))
  await send(true)
  const owed = await addressed('owed@lune.test')
  const raced = await atOnce(5, () => step(owed, 'confirm'))
  expect(raced.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  // The job of one that was killed is run again, and at once by several.
  const ids = [fromWireId('co', company.id), fromWireId('ord', owed.id)] as [Id<'co'>, Id<'ord'>]
  await atOnce(4, () => sendConfirmedOrder(world.services, ...ids))
  const partly = await addressed('partly@lune.test')
  const { invoice } = await orderOf(step(partly, 'invoice'))
  const part = {
    customer: (await made(company.call('GET', `/v1/orders/${partly.id}`))).customer,
    amount: 1_500,
    currency: 'usd',
    method: 'cash',
    received_on: dayOf(world.services.clock.now()),
    applications: [{ invoice: invoice?.id }],
  }
  await made(company.call('POST', '/v1/received_payments', part, key()))
  await made(step(partly, 'confirm'))
  const without = await addressed('without@lune.test', { payment_links_enabled: false })
  await made(step(without, 'confirm'))
  // Paid in full, whoever confirms it then, or under way in full: nobody asks for it again.
  const paid = await addressed('paid@lune.test')
  const asked = await orderOf(step(paid, 'invoice'))
  await made(pay(world, company, (await linkTo(company, asked.invoice?.id)).url, { amount: 4_000 }))
  const bank = await saving({ bank: '000123456789' })
  const processing = await newOrder('40.00', { customer: bank.customer })
  expect((await charge(bank.method, processing, 4_000)).body.state).toBe('processing')
  const nowhere = await addressed(null)
  await made(step(nowhere, 'confirm'))
  // Who was mailed its link already has it.
  const told = await addressed('told@lune.test')
  const toldBy = await orderOf(step(told, 'invoice'))
  await made(company.call('POST', `/v1/invoices/${toldBy.invoice?.id}/send`, { payment_link: true }))
  await made(step(told, 'confirm'))
  await agreed()

  const mails = async (email: string) => (await mailTo(world, email)).map(({ text }) => text.includes('/p/'))
  expect(await mails('silent@lune.test')).toEqual([])
  expect(await mails('owed@lune.test')).toEqual([true])
  expect((await mailTo(world, 'owed@lune.test'))[0]?.text).toContain('$40.00')
  expect((await mailTo(world, 'partly@lune.test')).find(({ text }) => text.includes('/p/'))?.text).toContain(
    '$25.00',
  )
  expect(await mails('without@lune.test')).toEqual([false])
  expect((await read(paid)).state).toBe('confirmed')
  expect(await mails('told@lune.test')).toEqual([true])
  expect(await mails('paid@lune.test')).toEqual([])
  expect((await read(processing)).state).toBe('confirmed')
  const outcomes = await owned<{ id: string; outcome: string }>(
    world,
    'select id, outcome from requests.order_mails where company_id = $1',
    [ids[0]],
  )
  expect(Object.fromEntries(outcomes.map(({ id, outcome }) => [toWireId('ord', id), outcome]))).toEqual({
    [owed.id]: 'sent',
    [partly.id]: 'sent',
    [without.id]: 'sent',
    [paid.id]: 'nothing_open',
    [processing.id]: 'nothing_open',
    [nowhere.id]: 'recipient_missing',
    [told.id]: 'sent_before',
  })
  const unsent = (await read(nowhere)).invoice?.id
  const open = async () =>
    ((await made(company.call('GET', '/v1/priorities?status=open'))).data as Body[]).filter(
      ({ kind }) => kind === 'invoice_not_sent',
    )
  expect(await open()).toMatchObject([{ invoice: unsent }])
  await made(company.call('POST', `/v1/invoices/${unsent}/send`, { to: 'late@lune.test' }))
  await world.settle()
  expect(await open()).toEqual([])
  await send(false)
})

it('R-001 R-002 who may write invoices takes orders, who may receive payments is paid for them, and no one else', async () => {
  const { customer, method } = await saving()
  const order = await newOrder('11.00', { customer })
  const payable: Person = await signedIn(world, company, 'accounts_payable')
  const others = await world.newCompany({ name: 'Other Roses' })
  const before = await rowCounts(world)
  const body = { customer, currency: 'usd', lines: [line('1.00')] }
  for (const refused of [
    payable.call('POST', '/v1/orders', body, key()),
    payable.call('PATCH', `/v1/orders/${order.id}`, { revision: 1, note: 'x' }),
    step(order, 'confirm', {}, payable),
    step(order, 'cancel', {}, payable),
    step(order, 'send', {}, payable),
  ])
    expect((await refused).status).toBe(403)
  expect((await others.call('GET', `/v1/orders/${order.id}`)).status).toBe(404)
  for (const name of ['place', 'invoice', 'confirm', 'cancel', 'send'])
    expect([name, (await step(order, name, {}, others)).status]).toEqual([name, 404])
  expect((await charge(method, order, 1_100, { by: others })).status).toBe(404)
  expect((await others.call('GET', '/v1/orders')).body.data).toEqual([])
  expect((await read(order)).state).toBe('unconfirmed')
  expect(await rowCounts(world)).toEqual(before)
  expect((await charge(method, order, 1_100, { by: payable })).body.state).toBe('succeeded')
  await agreed()
  expect((await read(order)).state).toBe('confirmed')
})
