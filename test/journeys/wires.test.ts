import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { ledgerMoves } from '../support/ledger-moves.ts'
import {
  advance,
  atOnce,
  dayOf,
  eventually,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  owned,
  pageStateOf,
  pay,
  processorOf,
  quickLink,
} from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** R-026 R-032 R-044: wires, booked by hand at the company's own bank or told of by the processor. */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany({}, ['us_bank_transfer_payments'])
})
afterAll(() => world.stop())

/** By the sandbox's clock, which runs ahead of the machine's. */
const today = () => dayOf(world.services.clock.now())
let count = 0
function nextReference(): string {
  count += 1
  return `FT-${count}`
}
/** A wire of today with a reference that no other has. */
const wire = (amount: number, values: Record<string, unknown> = {}) => ({
  amount,
  currency: 'usd',
  reference: nextReference(),
  sender: 'CAFE LUNE SA',
  received_on: today(),
  ...values,
})
const book = (values: Record<string, unknown>, tenant = company) => tenant.call('POST', '/v1/wires', values)
const takeBack = (payment: unknown, values: Record<string, unknown>) =>
  company.call('POST', `/v1/payments/${payment}/take_back`, values)
const invoiceOf = async (id: unknown) => made(company.call('GET', `/v1/invoices/${id}`))
const requestOf = async (id: unknown) => made(company.call('GET', `/v1/payment_requests/${id}`))
const creditsOf = async (customer: unknown) =>
  (await made(company.call('GET', `/v1/credits?customer=${customer}&open=true`))).data as {
    amount: number
    remaining: number
    kind: string
  }[]
const postings = (payment: unknown) =>
  owned<{ kind: string; debit: number; credit: number; amount: string }>(
    world,
    `select e.kind, t.debit, t.credit, t.amount::text from ledger.entries e
     join ledger.transfers t on t.company_id = e.company_id and t.entry_id = e.id
     where e.subject_id = $1 order by t.id`,
    [fromWireId('pay', String(payment))],
  )
async function agreed(): Promise<void> {
  await world.settle()
  await world.prove(company)
  for (const { differences } of await world.verify()) expect(differences).toEqual([])
}

it('R-044 a wire of just what a request asks for pays it: 1010 / 2150 / 1100, receipt, mails and page', async () => {
  const customer = await newCustomer(company, { email: 'exact@cafe.test' })
  const invoice = await newInvoice(company, '1200', { customer: customer.id })
  const { url, request } = await linkTo(company, invoice.id)
  const booked = await book(wire(120_000, { payment_request: request }))
  expect(booked.status).toBe(201)
  expect(booked.body).toMatchObject({
    state: 'succeeded',
    method: 'wire',
    payment_request: request,
    payer_name: 'CAFE LUNE SA',
    processor_reference: null,
    wire: { reference: `FT-${count}`, received_on: today(), by_hand: true, taken_back: null },
  })
  await agreed()
  expect(await invoiceOf(invoice.id)).toMatchObject({ status: 'paid', open: 0 })
  expect(await requestOf(request)).toMatchObject({ status: 'paid', settled: 120_000 })
  expect(await pageStateOf(url)).toBe('paid')
  expect(await (await fetch(url)).text()).toContain('by wire')
  expect(await postings(booked.body.id)).toEqual([
    { kind: 'payment_succeeded', debit: 1010, credit: 2150, amount: '120000' },
    { kind: 'payment_applied', debit: 2150, credit: 1100, amount: '120000' },
  ])
  const pdf = await fetch(`${world.url}/v1/payments/${booked.body.id}/receipt`, {
    headers: { authorization: `Bearer ${company.key}` },
  })
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const story = (await made(company.call('GET', `/v1/payment_requests/${request}/timeline`))).data as {
    kind: string
    amount: number | null
  }[]
  expect(story.filter(({ kind }) => kind === 'payment.succeeded')).toMatchObject([{ amount: 120_000 }])
  // Nobody charged it, so nobody refunds it from here.
  const refund = await company.call(
    'POST',
    '/v1/refunds',
    { payment: booked.body.id },
    { 'idempotency-key': `r-${count}` },
  )
  expect([refund.status, refund.body.code]).toEqual([409, 'payment_not_refundable'])
})

it('R-044 short leaves the rest open, the next one pays it, and what is over is credit and looked at', async () => {
  const customer = await newCustomer(company, { email: 'parts@cafe.test' })
  const { url, request } = await quickLink(company, 50_000, { customer: customer.id })
  await made(book(wire(20_000, { payment_request: request })))
  expect(await pageStateOf(url)).toBe('partly_paid')
  expect(await requestOf(request)).toMatchObject({ status: 'partially_paid', open: 30_000 })
  await agreed()
  await made(book(wire(35_000, { payment_request: request })))
  expect(await pageStateOf(url)).toBe('paid')
  expect(await requestOf(request)).toMatchObject({ status: 'paid', open: 0 })
  await agreed()
  const kinds = (await creditsOf(customer.id)).map(({ kind, remaining }) => [kind, remaining]).sort()
  expect(kinds).toEqual([
    ['overpayment', 5_000],
    ['prepayment', 20_000],
    ['prepayment', 30_000],
  ])
  const open = (await made(company.call('GET', '/v1/priorities?status=open'))).data as {
    kind: string
    amount: number
  }[]
  expect(open).toContainEqual(expect.objectContaining({ kind: 'unexpected_money', amount: 5_000 }))
})

it('R-044 one for several invoices settles them in the order given; links to them follow', async () => {
  const customer = await newCustomer(company, { email: 'order@cafe.test' })
  const [first, second] = [
    await newInvoice(company, '100', { customer: customer.id }),
    await newInvoice(company, '200', { customer: customer.id }),
  ]
  const links = [await linkTo(company, first.id), await linkTo(company, second.id)]
  const sent = wire(25_000, { customer: customer.id, invoices: [second.id, first.id] })
  const booked = await made(book(sent))
  expect(booked).toMatchObject({ payment_request: null })
  expect(await invoiceOf(second.id)).toMatchObject({ status: 'paid' })
  expect(await invoiceOf(first.id)).toMatchObject({ status: 'partially_paid', open: 5_000 })
  expect(await pageStateOf(links[1]?.url ?? '')).toBe('paid_elsewhere')
  expect(await pageStateOf(links[0]?.url ?? '')).toBe('partly_paid')
  await agreed()
  const receipts = (await mailTo(world, 'order@cafe.test')).filter(({ subject }) =>
    subject.startsWith('Receipt'),
  )
  expect(receipts).toHaveLength(1)
  // Without any it is all credit; what a card attempt holds is left to that attempt.
  await made(book(wire(1_000, { customer: customer.id })))
  expect(await creditsOf(customer.id)).toMatchObject([{ kind: 'overpayment', remaining: 1_000 }])
  await agreed()
})

it('R-044 the same wire again is asked about, also of two who book it at once', async () => {
  const customer = await newCustomer(company)
  const invoice = await newInvoice(company, '10', { customer: customer.id })
  const sent = wire(1_000, { customer: customer.id, invoices: [invoice.id] })
  const answers = await atOnce(6, () => book(sent))
  const [booked, ...more] = answers.filter(({ status }) => status === 201)
  expect(more).toEqual([])
  for (const { status, body } of answers.filter((answer) => answer !== booked))
    expect([status, body.code]).toEqual([409, 'wire_booked_before'])
  const again = await book({ ...sent, reference: String(sent.reference).toLowerCase() })
  expect(again.body).toMatchObject({ code: 'wire_booked_before', payment: booked?.body.id })
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 0 })
  expect(await creditsOf(customer.id)).toEqual([])
  // Another one all the same, and one with the key of the first, which is the first.
  await made(book({ ...sent, confirm_repeat: true }))
  expect(await creditsOf(customer.id)).toMatchObject([{ remaining: 1_000 }])
  const keyed = { 'idempotency-key': `w-${count}` }
  const twice = wire(500, { customer: customer.id })
  const [one, other] = await atOnce(2, () => company.call('POST', '/v1/wires', twice, keyed))
  expect(one?.body.id).toBe(other?.body.id)
  await agreed()
})

it('R-044 what is no wire is refused, and nothing is booked', async () => {
  const customer = await newCustomer(company)
  const other = await newCustomer(company, { name: 'Bar Sol' })
  const [invoice, foreign] = [
    await newInvoice(company, '10', { customer: customer.id }),
    await newInvoice(company, '10', { customer: other.id }),
  ]
  const eur = await newInvoice(company, '10', { customer: customer.id, currency: 'eur' })
  const { request } = await linkTo(company, invoice.id)
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  const refused: [Record<string, unknown>, number][] = [
    [{ customer: customer.id, received_on: tomorrow }, 400],
    [{ customer: customer.id, invoices: [foreign.id] }, 400],
    [{ customer: customer.id, invoices: [eur.id] }, 400],
    [{ customer: customer.id, payment_request: request }, 400],
    [{ payment_request: request, invoices: [invoice.id] }, 400],
    [{}, 400],
    [{ customer: customer.id, amount: 0 }, 400],
    [{ customer: customer.id, currency: 'xxx' }, 400],
    [{ payment_request: 'req_00000000000000000000000000' }, 404],
  ]
  for (const [values, status] of refused)
    expect((await book(wire(1_000, values))).status, JSON.stringify(values)).toBe(status)
  const stranger = await world.newCompany()
  expect((await book(wire(1_000, { payment_request: request }), stranger)).status).toBe(404)
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 1_000 })
  expect(await creditsOf(customer.id)).toEqual([])
})

it('R-044 one that bounced or never came is taken back once, with its reason: what it paid is owed again', async () => {
  const customer = await newCustomer(company, { email: 'back@cafe.test' })
  const invoice = await newInvoice(company, '300', { customer: customer.id })
  const { url, request } = await linkTo(company, invoice.id)
  const booked = await made(book(wire(35_000, { payment_request: request })))
  await agreed()
  // The rest had become credit, and was used meanwhile.
  const next = await newInvoice(company, '20', { customer: customer.id })
  const [credit] = (await made(company.call('GET', `/v1/credits?customer=${customer.id}&open=true`)))
    .data as { id: string }[]
  await made(company.call('POST', `/v1/credits/${credit?.id}/apply`, { invoices: [{ invoice: next.id }] }))
  const answers = await atOnce(4, () => takeBack(booked.id, { reason: 'bounced', note: 'Fed return' }))
  const done = answers.filter(({ status }) => status === 200)
  expect(done).toHaveLength(1)
  expect(done[0]?.body).toMatchObject({
    state: 'returned',
    wire: { taken_back: 'bounced', note: 'Fed return' },
  })
  for (const { body } of answers.filter((answer) => answer !== done[0]))
    expect(body.code).toBe('payment_not_taken_back')
  await agreed()
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 30_000, status: 'open' })
  expect(await invoiceOf(next.id)).toMatchObject({ open: 2_000 })
  expect(await creditsOf(customer.id)).toEqual([])
  expect(await pageStateOf(url)).toBe('returned')
  const words = await (await fetch(url)).text()
  expect(words).toContain('was taken back')
  const mails = (await mailTo(world, 'back@cafe.test')).map(({ subject }) => subject)
  expect(mails.filter((subject) => subject.includes('is to be paid again'))).toHaveLength(1)
  // It is paid again by card, and a card's payment is refunded, not taken back.
  const paid = await pay(world, company, url, { amount: 30_000 })
  expect(paid.body).toMatchObject({ state: 'succeeded' })
  const [card] = (await made(company.call('GET', `/v1/payments?payment_request=${request}`))).data as {
    id: string
  }[]
  expect((await takeBack(card?.id, { reason: 'mistake' })).body.code).toBe('payment_not_taken_back')
  // The same wire may be booked anew after it was taken back.
  await agreed()
})

/** Chooses a wire on the page, as its form does, and reads what the page tells. */
async function instructed(url: string): Promise<{ reference: string; page: string; account: string }> {
  const chosen = await fetch(`${url}/wire`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  })
  expect(chosen.status).toBe(303)
  const page = await (await fetch(`${url}/wire`)).text()
  return {
    page,
    reference:
      /[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}/.exec(page.slice(page.indexOf('<dl>')))?.[0] ?? '',
    account: /data-copy="(11\d{10})"/.exec(page)?.[1] ?? '',
  }
}
const cashCustomer = async (customer: unknown) =>
  (
    await owned<{ reference: string }>(
      world,
      'select processor_customer reference from payments.cash_accounts where customer_id = $1',
      [fromWireId('cus', String(customer))],
    )
  )[0]?.reference ?? ''
/** A wire arrives at the customer's own account number. */
async function arrive(customer: unknown, values: Record<string, unknown>): Promise<void> {
  await world.play('POST', `/sandbox/customers/${await cashCustomer(customer)}/fund`, {
    currency: 'usd',
    sender: 'CAFE LUNE SA',
    ...values,
  })
}
const unmatched = async () =>
  (await made(company.call('GET', '/v1/wires'))).data as {
    id: string
    unmatched: number
    customer: string
    wire: { reference: string | null; by_hand: boolean }
  }[]
const balanceOf = async (account: number) =>
  Number(
    (
      await owned<{ sum: string }>(
        world,
        `select coalesce(sum(case when debit = $1 then amount else -amount end), 0)::text sum
         from ledger.transfers where $1 in (debit, credit)`,
        [account],
      )
    )[0]?.sum,
  )

it('R-026 R-044 a wire with the reference pays the request by itself the same day, on the page, in the books and at the processor', async () => {
  const customer = await newCustomer(company, { email: 'wire@cafe.test' })
  const invoice = await newInvoice(company, '12000', { customer: customer.id })
  const { url, request } = await linkTo(company, invoice.id)
  expect(await (await fetch(url)).text()).toContain('Pay by wire')
  const told = await instructed(url)
  expect(told.page).toContain('Send $12,000.00 from your bank.')
  expect(told.page).toContain('999999999')
  expect(told.reference).toMatch(/^.{4}-.{4}$/)
  // The same number for the next request, another reference.
  const other = await linkTo(company, (await newInvoice(company, '5', { customer: customer.id })).id)
  const again = await instructed(other.url)
  expect(again.account).toBe(told.account)
  expect(again.reference).not.toBe(told.reference)

  await arrive(customer.id, {
    amount: 1_200_000,
    reference: `inv ${told.reference.toLowerCase().replace('-', ' ')} thx`,
  })
  await agreed()
  expect(await pageStateOf(url)).toBe('paid')
  expect(await invoiceOf(invoice.id)).toMatchObject({ status: 'paid' })
  expect(await requestOf(request)).toMatchObject({ status: 'paid' })
  const [payment] = (await made(company.call('GET', `/v1/payments?payment_request=${request}`))).data as {
    id: string
  }[]
  expect(payment).toMatchObject({ method: 'wire', state: 'succeeded', fee: 500, wire: { by_hand: false } })
  expect(await postings(payment?.id)).toEqual([
    { kind: 'payment_succeeded', debit: 1060, credit: 2150, amount: '1200000' },
    { kind: 'payment_applied', debit: 2150, credit: 1100, amount: '1200000' },
    { kind: 'cash_drawn', debit: 1050, credit: 1060, amount: '1200000' },
    { kind: 'processing_fee', debit: 5100, credit: 1050, amount: '500' },
  ])
  // No number of an account is anywhere on the server, and none was mailed.
  const tables = await owned<{ name: string }>(
    world,
    `select format('%I.%I', table_schema, table_name) name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) {
    const [found] = await owned<{ hits: string }>(
      world,
      `select count(*)::text hits from ${name} t where t::text like '%${told.account}%'`,
    )
    expect([name, found?.hits]).toEqual([name, '0'])
  }
  for (const mail of await mailTo(world, 'wire@cafe.test')) expect(mail.text).not.toContain(told.account)
})

it('R-044 short pays in part, over leaves credit; webhooks that come twice, late or never change nothing', async () => {
  const customer = await newCustomer(company)
  const invoice = await newInvoice(company, '1000', { customer: customer.id })
  const { url } = await linkTo(company, invoice.id)
  const { reference } = await instructed(url)
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'duplicate', times: 6 })
  await arrive(customer.id, { amount: 40_000, reference })
  await agreed()
  expect(await pageStateOf(url)).toBe('partly_paid')
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 60_000 })
  // Nobody tells of this one: it is found by looking.
  await world.play('DELETE', '/sandbox/faults')
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 4 })
  await arrive(customer.id, { amount: 65_000, reference })
  await world.settle()
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 60_000 })
  await world.play('DELETE', '/sandbox/faults')
  await advance(world, 3_700)
  await eventually(
    () => invoiceOf(invoice.id),
    ({ open }) => open === 0,
  )
  await agreed()
  expect(await pageStateOf(url)).toBe('paid')
  expect(await creditsOf(customer.id)).toMatchObject([{ kind: 'overpayment', remaining: 5_000 }])
  // What is credit is still the customer's cash at the processor, until it is used.
  expect(await balanceOf(1060)).toBe(5_000)
  const [credit] = (await made(company.call('GET', `/v1/credits?customer=${customer.id}&open=true`)))
    .data as { id: string }[]
  const next = await newInvoice(company, '50', { customer: customer.id })
  await made(company.call('POST', `/v1/credits/${credit?.id}/apply`, { invoices: [{ invoice: next.id }] }))
  await agreed()
  expect(await balanceOf(1060)).toBe(0)
})

it('R-044 one that is 50.00 over and has no reference waits as credit, and a person matches it: once of two, and takes it back', async () => {
  const customer = await newCustomer(company, { name: 'Bistro Nord' })
  const invoice = await newInvoice(company, '1200', { customer: customer.id })
  const { url, request } = await linkTo(company, invoice.id)
  await quickLink(company, 3_300, { customer: customer.id, reference: 'Tulips' })
  await instructed(url)
  await arrive(customer.id, { amount: 125_000, reference: null, sender: 'BISTRO NORD LLC' })
  await agreed()
  expect(await pageStateOf(url)).toBe('payable')
  expect(await balanceOf(1060)).toBe(125_000)
  const [wired] = (await unmatched()).filter((row) => row.customer === customer.id)
  expect(wired).toMatchObject({ unmatched: 125_000, wire: { reference: null, by_hand: false } })
  const open = (await made(company.call('GET', '/v1/priorities?status=open'))).data as {
    payment: string
    kind: string
  }[]
  expect(open).toContainEqual(expect.objectContaining({ kind: 'unexpected_money', payment: wired?.id }))
  const candidates = (await made(company.call('GET', `/v1/wires/${wired?.id}/candidates`))).data as {
    payment_request: string
    score: number
    reasons: { reason: string; points: number }[]
  }[]
  expect(candidates[0]).toMatchObject({ payment_request: request })
  expect(candidates[0]?.reasons.map(({ reason }) => reason)).toEqual([
    'amount_over',
    'sender_alike',
    'asked_lately',
  ])
  expect(candidates[0]?.score).toBe(candidates[0]?.reasons.reduce((sum, { points }) => sum + points, 0))

  const match = () => company.call('POST', `/v1/wires/${wired?.id}/match`, { payment_request: request })
  const answers = await atOnce(4, match)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { body } of answers.filter(({ status }) => status !== 200))
    expect(['wire_matched', 'nothing_is_owed']).toContain(body.code)
  await agreed()
  expect(await pageStateOf(url)).toBe('paid')
  expect(await invoiceOf(invoice.id)).toMatchObject({ status: 'paid' })
  expect(await creditsOf(customer.id)).toMatchObject([{ kind: 'overpayment', remaining: 5_000 }])
  expect(await balanceOf(1060)).toBe(5_000)
  const still = (await made(company.call('GET', '/v1/priorities?status=open'))).data as { payment: string }[]
  expect(still.filter(({ payment }) => payment === wired?.id)).toEqual([])

  const back = await company.call('POST', `/v1/wires/${wired?.id}/unmatch`)
  expect(back.body).toMatchObject({ unmatched: 125_000, payment_request: null })
  await agreed()
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 120_000 })
  expect(await pageStateOf(url)).toBe('payable')
  expect((await company.call('POST', `/v1/wires/${wired?.id}/unmatch`)).body.code).toBe('wire_matched')
  expect((await match()).status).toBe(200)
  await agreed()
  expect(await pageStateOf(url)).toBe('paid')

  // What is over is credit like any other: with a second match the first request would have nothing that paid it.
  const later = await linkTo(company, (await newInvoice(company, '40.00', { customer: customer.id })).id)
  const second = await company.call('POST', `/v1/wires/${wired?.id}/match`, {
    payment_request: later.request,
  })
  expect([second.status, second.body.code]).toEqual([409, 'wire_matched'])
  expect((await unmatched()).map(({ id }) => id)).not.toContain(wired?.id)
  await agreed()
})

it('R-044 what cannot be matched is kept all the same: another currency, another’s request, an unknown wire', async () => {
  const customer = await newCustomer(company, { name: 'Hotel Rio' })
  const invoice = await newInvoice(company, '10', { customer: customer.id })
  const { url, request } = await linkTo(company, invoice.id)
  const { reference } = await instructed(url)
  await arrive(customer.id, { amount: 1_000, currency: 'eur', reference })
  await agreed()
  expect(await pageStateOf(url)).toBe('payable')
  const [wired] = (await unmatched()).filter((row) => row.customer === customer.id)
  expect(wired).toMatchObject({ unmatched: 1_000 })
  const match = (id: unknown, asked: unknown) =>
    company.call('POST', `/v1/wires/${id}/match`, { payment_request: asked })
  expect((await match(wired?.id, request)).status).toBe(400)
  const others = await linkTo(company, (await newInvoice(company, '10')).id)
  expect((await match(wired?.id, others.request)).status).toBe(404)
  expect((await made(company.call('GET', `/v1/wires/${wired?.id}/candidates`))).data).toEqual([])
  const refund = { payment: wired?.id }
  const refused = await company.call('POST', '/v1/refunds', refund, { 'idempotency-key': 'wire-back' })
  expect(refused.body.code).toBe('payment_not_refundable')
  await agreed()
})

it('R-044 cash is drawn as the processor charges: cents below its least stay the customer’s cash, and what is above its most goes in parts', async () => {
  const customer = await newCustomer(company)
  const { url } = await linkTo(company, (await newInvoice(company, '1', { customer: customer.id })).id)
  await instructed(url)
  const cash = await balanceOf(1060)
  const arriveAndApply = async (amount: number, totals: string[]) => {
    await arrive(customer.id, { amount })
    await world.settle()
    const invoices = []
    for (const total of totals)
      invoices.push({ invoice: (await newInvoice(company, total, { customer: customer.id })).id })
    const { data } = await made(company.call('GET', `/v1/credits?customer=${customer.id}&open=true`))
    const [credit] = data as { id: string }[]
    await made(company.call('POST', `/v1/credits/${credit?.id}/apply`, { invoices }))
    await agreed()
  }
  await arriveAndApply(30, ['0.30'])
  expect(await balanceOf(1060)).toBe(cash + 30)
  await arriveAndApply(160_000_000, ['800000', '800000'])
  expect(await balanceOf(1060)).toBe(cash + 30)
})

it('R-044 M3.7 cash whose answer was lost is drawn once, also where its key is asked with again after the processor forgot it', async () => {
  const customer = await newCustomer(company)
  const { url } = await linkTo(company, (await newInvoice(company, '90', { customer: customer.id })).id)
  const { reference } = await instructed(url)
  // More than is drawn, so that another draw would find cash.
  await arrive(customer.id, { amount: 25_000 })
  await world.settle()
  const drawn = async () =>
    (await processorOf(world).paymentIntents.list({ limit: 100 }, { stripeAccount: company.account })).data
      .filter(({ metadata, amount }) => metadata.draw_id !== undefined && amount === 9_000)
      .map(({ status }) => status)
  const before = await drawn()
  const draws = { on: 'request', method: 'POST', path: '/v1/payment_intents' }
  // It is drawn, and neither that answer arrives nor that of its library, which asks once more by itself.
  await world.play('POST', '/sandbox/faults', { ...draws, do: 'drop_after', times: 2 })
  await world.play('POST', '/sandbox/faults', { ...draws, do: 'drop_before', times: 100 })
  await arrive(customer.id, { amount: 9_000, reference })
  const struck = async () => JSON.stringify(await world.play('GET', '/sandbox/faults'))
  expect(await eventually(struck, (faults) => !faults.includes('drop_after'))).toContain('drop_before')
  await world.play('POST', '/sandbox/clock/advance', { seconds: 26 * 3_600 })
  await world.play('DELETE', '/sandbox/faults')
  await agreed()
  expect(await pageStateOf(url)).toBe('paid')
  expect(await drawn()).toEqual([...before, 'succeeded'])
})

const sendBack = (payment: unknown, values: Record<string, unknown> = {}) =>
  company.call(
    'POST',
    '/v1/refunds/given',
    { payment, given_by: 'wire', given_on: today(), given_reference: `OUT-${count}`, ...values },
    { 'idempotency-key': crypto.randomUUID() },
  )
const moved = (act: () => Promise<unknown>) => ledgerMoves(world, () => company)(act)
/** All that the processor ever told of, told once more. */
async function tellAgain(): Promise<void> {
  const { data } = await world.play<{ data: { id: string; event_type?: string }[] }>(
    'GET',
    '/sandbox/deliveries?limit=100',
  )
  for (const { id } of data) await world.play('POST', `/sandbox/deliveries/${id}/resend`)
  await world.settle()
}

it('R-044 M4 a wire that nobody knows goes back to its sender once, booked by hand with its reference; told of late or again it stays so', async () => {
  const customer = await newCustomer(company, { name: 'Gone Astray' })
  const { url } = await linkTo(company, (await newInvoice(company, '70', { customer: customer.id })).id)
  await instructed(url)
  expect(await moved(() => arrive(customer.id, { amount: 45_000, reference: 'WRONG ADDRESS' }))).toEqual({
    1060: 45_000,
    2100: -45_000,
  })
  const [wired] = (await unmatched()).filter((row) => row.customer === customer.id)
  // Part of it first. What the company gave from its bank is its own at the processor: 1050 / 1060.
  expect(await moved(() => sendBack(wired?.id, { amount: 5_000 }))).toEqual({
    1010: -5_000,
    1050: 5_000 - 25,
    1060: -5_000,
    2100: 5_000,
    5100: 25,
  })
  expect((await unmatched()).find(({ id }) => id === wired?.id)).toMatchObject({ unmatched: 40_000 })
  let refunds: { status: number; body: Record<string, unknown> }[] = []
  expect(
    await moved(async () => {
      refunds = await atOnce(3, () => sendBack(wired?.id, { amount: 40_000 }))
    }),
  ).toMatchObject({ 1010: -40_000, 1060: -40_000, 2100: 40_000 })
  expect(refunds.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const { body } of refunds.filter(({ status }) => status !== 201))
    expect(body.code).toBe('refund_too_large')
  expect((await unmatched()).filter(({ id }) => id === wired?.id)).toEqual([])
  expect(await creditsOf(customer.id)).toEqual([])
  const match = await company.call('POST', `/v1/wires/${wired?.id}/match`, { payment_request: 'req_x' })
  expect(match.status).toBeGreaterThanOrEqual(400)
  expect(await moved(tellAgain)).toEqual({})
  await agreed()
  // It had not gone after all: it is the customer's credit again, for whoever matches it.
  const done = refunds.find(({ status }) => status === 201)?.body.id
  expect(await moved(() => company.call('POST', `/v1/refunds/${done}/undo`))).toEqual({
    1010: 40_000,
    2100: -40_000,
  })
  expect((await unmatched()).find(({ id }) => id === wired?.id)).toMatchObject({ unmatched: 40_000 })
  await agreed()
})

it('R-044 M4 a wire that paid a request is given back by hand, and the request follows', async () => {
  const customer = await newCustomer(company)
  const invoice = await newInvoice(company, '80', { customer: customer.id })
  const { url, request } = await linkTo(company, invoice.id)
  const { reference } = await instructed(url)
  await arrive(customer.id, { amount: 8_000, reference })
  await agreed()
  const [paid] = (await made(company.call('GET', `/v1/payments?payment_request=${request}`))).data as {
    id: string
  }[]
  expect(await moved(() => sendBack(paid?.id, { amount: 3_000, treatment: 'reopen_invoice' }))).toEqual({
    1010: -3_000,
    1100: 3_000,
  })
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 3_000 })
  expect(await moved(() => sendBack(paid?.id, { treatment: 'reduce_sale' }))).toMatchObject({ 1010: -5_000 })
  expect((await sendBack(paid?.id)).body.code).toBe('refund_too_large')
  // There is nothing left of it that could be matched anew.
  const back = await company.call('POST', `/v1/wires/${paid?.id}/unmatch`)
  expect(back.status).toBe(409)
  expect(await moved(tellAgain)).toEqual({})
  await agreed()
})

it('R-044 wires that are told of in another order, late and twice are each recorded once, in the order in which they came', async () => {
  const customer = await newCustomer(company)
  const invoice = await newInvoice(company, '100', { customer: customer.id })
  const { url, request } = await linkTo(company, invoice.id)
  const { reference } = await instructed(url)
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'reorder', times: 4 })
  await arrive(customer.id, { amount: 6_000, reference })
  await arrive(customer.id, { amount: 6_000, reference: null })
  await arrive(customer.id, { amount: 4_000, reference })
  await world.play('POST', '/sandbox/webhooks/flush', { held: true })
  await world.play('DELETE', '/sandbox/faults')
  await agreed()
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 0, status: 'paid' })
  expect(await creditsOf(customer.id)).toMatchObject([{ kind: 'overpayment', remaining: 6_000 }])
  // The one without a name, matched to something that is paid: nothing is owed, and it stays credit.
  const [wired] = (await unmatched()).filter((row) => row.customer === customer.id)
  const late = await company.call('POST', `/v1/wires/${wired?.id}/match`, { payment_request: request })
  expect(late.body.code).toBe('nothing_is_owed')
  expect(await moved(tellAgain)).toEqual({})
  expect(await creditsOf(customer.id)).toMatchObject([{ remaining: 6_000 }])
  await agreed()
})

it('a person lets a wire arrive on the sandbox’s page', async () => {
  const customer = await newCustomer(company, { name: 'By Hand' })
  const { url } = await linkTo(company, (await newInvoice(company, '12.50', { customer: customer.id })).id)
  const { reference } = await instructed(url)
  const page = await (await fetch(`${world.sandbox.url}/processor`)).text()
  const id = await cashCustomer(customer.id)
  expect(page).toContain('Customers that may send a wire')
  expect(page).toContain(`value="${id}"`)
  const send = (amount: string) =>
    fetch(`${world.sandbox.url}/pages/wires`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ id, amount, currency: 'usd', reference, sender: 'BY HAND' }).toString(),
    })
  expect((await send('nothing')).status).toBe(303)
  expect((await send('12.5')).status).toBe(303)
  await agreed()
  expect(await pageStateOf(url)).toBe('paid')
})
