import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { hasPoppler, textOf } from '../../server/src/receivables/documents/read-pdf.ts'
import { ledgerMoves } from '../support/ledger-moves.ts'
import {
  atOnce,
  linkTo,
  made,
  newCustomer,
  newInvoice,
  owned,
  pageStateOf,
  pay,
  quickLink,
  rowCounts,
  submission,
} from '../support/story.ts'
import { type Answer, payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const line = (price: string, rate?: string) => ({
  description: 'Roses that wilted',
  quantity: '1',
  unit_price: price,
  ...(rate === undefined ? {} : { taxes: [{ rate }] }),
})
const credit = (tenant: Tenant, body: Record<string, unknown>): Promise<Answer> =>
  tenant.call('POST', '/v1/credit_notes', body)
const invoiceNow = async (tenant: Tenant, id: unknown) =>
  (await tenant.call('GET', `/v1/invoices/${id}`)).body
const creditNow = async (tenant: Tenant, id: unknown) => (await tenant.call('GET', `/v1/credits/${id}`)).body
/** What stands on an account, debits less credits. */
const account = async (tenant: Tenant, code: number) => {
  const [row] = await owned<{ sum: string }>(
    world,
    `select coalesce(sum(case when debit = $2 then amount when credit = $2 then -amount else 0 end), 0)::text sum
     from ledger.transfers where company_id = (select company_id from payments.merchant_account_directory where processor_account = $1)`,
    [tenant.account, code],
  )
  return Number(row?.sum)
}

it('a credit note for an invoice has its own number and tax, and settles what is open at once', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '100.00')
  const note = await made(
    credit(tenant, { invoice: invoice.id, lines: [line('40.00', '5')], reason: 'Wilted on arrival' }),
  )
  expect(note).toMatchObject({
    number: 'CN-1',
    series: 'own',
    type_code: '381',
    invoice: invoice.id,
    invoice_reference: invoice.number,
    customer: invoice.customer,
    subtotal: 4_000,
    tax: 200,
    total: 4_200,
    remaining: 0,
    status: 'issued',
    lines: [{ amount: 4_000, tax_rate: '5' }],
  })
  expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ open: 5_800, settled: 4_200 })
  expect([
    await account(tenant, 4900),
    await account(tenant, 2200),
    await account(tenant, 2100),
    await account(tenant, 1100),
  ]).toEqual([4_000, 200, 0, 5_800])
  expect((await tenant.call('GET', `/v1/credit_notes/${note.id}`)).body).toEqual(note)
  const listed = await tenant.call('GET', `/v1/credit_notes?invoice=${invoice.id}`)
  expect(listed.body.data).toMatchObject([{ id: note.id }])
  await world.settle()
  const events = (await tenant.call('GET', '/v1/events')).body.data as { type: string; subject: string }[]
  expect(events).toContainEqual(expect.objectContaining({ type: 'credit_note.issued', subject: note.id }))
  await world.prove(tenant)
})

it('what a credit note leaves over an invoice stays the customer’s credit; unapplied, all of it does', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '50.00')
  const note = await made(credit(tenant, { invoice: invoice.id, lines: [line('70.00')] }))
  expect(note).toMatchObject({ remaining: 2_000 })
  expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ open: 0, status: 'paid' })
  const kept = await made(credit(tenant, { invoice: invoice.id, lines: [line('5.00')], apply: false }))
  expect(kept).toMatchObject({ number: 'CN-2', remaining: 500 })
  const credits = (await tenant.call('GET', '/v1/credits')).body.data
  expect(credits).toMatchObject([
    { kind: 'credit_note', credit_note: kept.id, remaining: 500, applications: [] },
    { kind: 'credit_note', credit_note: note.id, remaining: 2_000, applications: [{ amount: 5_000 }] },
  ])
  await world.prove(tenant)
})

it('a credit note is refused that is negative, nobody’s, another customer’s or of a void invoice, and nothing changes', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '50.00')
  const voided = await newInvoice(tenant, '50.00')
  await made(tenant.call('POST', `/v1/invoices/${voided.id}/void`))
  const other = await newCustomer(tenant, { name: 'Bar Soleil' })
  const stranger = await world.newCompany()
  await world.settle()
  const before = await rowCounts(world)
  const lines = [line('5.00')]
  const refused = { status: 422, body: { code: 'credit_note_invalid' } }
  expect(await credit(tenant, { invoice: invoice.id, lines: [line('-5.00')] })).toMatchObject(refused)
  expect(await credit(tenant, { lines })).toMatchObject(refused)
  expect(await credit(tenant, { invoice: invoice.id, customer: other.id, lines })).toMatchObject(refused)
  expect(await credit(tenant, { invoice: invoice.id, currency: 'eur', lines })).toMatchObject(refused)
  expect(await credit(tenant, { invoice: voided.id, lines })).toMatchObject(refused)
  expect((await credit(stranger, { invoice: invoice.id, lines })).status).toBe(404)
  const after = await rowCounts(world)
  for (const table of ['receivables.credit_notes', 'receivables.credits', 'ledger.entries', 'lib.outbox'])
    expect(after[table], table).toBe(before[table])
})

it('twenty credit notes at once take twenty numbers without a gap; one repeated with its key is one', async () => {
  const tenant = await world.newCompany()
  const customer = (await newCustomer(tenant)).id
  const body = { customer, currency: 'usd', lines: [line('1.00')] }
  const notes = await atOnce(20, () => made(credit(tenant, body)))
  expect(new Set(notes.map(({ number }) => number)).size).toBe(20)
  const key = { 'idempotency-key': 'same-credit-note' }
  const twins = await atOnce(5, () => made(tenant.call('POST', '/v1/credit_notes', body, key)))
  expect(new Set(twins.map(({ number }) => number))).toEqual(new Set(['CN-21']))
  await world.prove(tenant)
})

it('an unused credit note is voided once and keeps its number; a used one only after it is taken back', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '10.00')
  const note = await made(credit(tenant, { invoice: invoice.id, lines: [line('4.00', '5')] }))
  const cancel = () => tenant.call('POST', `/v1/credit_notes/${note.id}/void`)
  expect(await cancel()).toMatchObject({
    status: 409,
    body: { code: 'credit_note_not_voidable', used_amount: 420 },
  })
  const [application] = (await creditNow(tenant, note.credit)).applications as { id: string }[]
  const back = () =>
    tenant.call('POST', `/v1/applications/${application?.id}/reverse`, { reason: 'wrong invoice' })
  const reversed = await atOnce(3, back)
  expect(reversed.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ open: 1_000, settled: 0, status: 'open' })
  const answers = await atOnce(3, cancel)
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect((await tenant.call('GET', `/v1/credit_notes/${note.id}`)).body).toMatchObject({
    status: 'void',
    number: 'CN-1',
    remaining: 0,
  })
  expect([await account(tenant, 4900), await account(tenant, 2200), await account(tenant, 2100)]).toEqual([
    0, 0, 0,
  ])
  await world.prove(tenant)
})

it('a credit settles the oldest due first, as far as it goes, and never what is in flight', async () => {
  const tenant = await world.newCompany()
  const customer = (await newCustomer(tenant)).id
  const late = await newInvoice(tenant, '30.00', { customer, due_on: '2026-12-31' })
  const soon = await newInvoice(tenant, '20.00', { customer, due_on: '2026-12-01' })
  const paying = await newInvoice(tenant, '15.00', { customer, due_on: '2026-11-01' })
  const { url } = await linkTo(tenant, paying.id)
  // 3-D Secure: the attempt holds its invoice until the payer has answered the bank.
  expect((await pay(world, tenant, url, { amount: 1_500, card: '4000002760003184' })).body).toMatchObject({
    state: 'requires_action',
  })
  const note = await made(credit(tenant, { customer, currency: 'usd', lines: [line('35.00')] }))
  const apply = (body: unknown) => tenant.call('POST', `/v1/credits/${note.credit}/apply`, body)
  expect(await apply({ invoices: [{ invoice: paying.id, amount: 100 }] })).toMatchObject({
    status: 409,
    body: { code: 'credit_not_applicable', applicable_amount: 0 },
  })
  const applied = await made(apply({}))
  expect(applied).toMatchObject({
    remaining: 0,
    applications: [
      { invoice: soon.id, amount: 2_000 },
      { invoice: late.id, amount: 1_500 },
    ],
  })
  expect([(await invoiceNow(tenant, soon.id)).open, (await invoiceNow(tenant, late.id)).open]).toEqual([
    0, 1_500,
  ])
  expect(await apply({})).toMatchObject({ status: 409, body: { code: 'credit_not_enough' } })
  await world.prove(tenant)
})

it('a credit is refused for another customer, another currency, twice the same, or more than there is', async () => {
  const tenant = await world.newCompany()
  const customer = (await newCustomer(tenant)).id
  const note = await made(credit(tenant, { customer, currency: 'usd', lines: [line('10.00')] }))
  const others = await newInvoice(tenant, '30.00')
  const euros = await newInvoice(tenant, '30.00', { customer, currency: 'eur' })
  const own = await newInvoice(tenant, '30.00', { customer })
  const apply = (...invoices: { invoice: unknown; amount?: number }[]) =>
    tenant.call('POST', `/v1/credits/${note.credit}/apply`, { invoices })
  const refused = (code: string) => ({ body: { code } })
  expect(await apply({ invoice: others.id })).toMatchObject(refused('credit_not_applicable'))
  expect(await apply({ invoice: euros.id })).toMatchObject(refused('credit_not_applicable'))
  expect(await apply({ invoice: own.id, amount: 100 }, { invoice: own.id })).toMatchObject({ status: 400 })
  expect(await apply({ invoice: own.id, amount: 1_001 })).toMatchObject(refused('credit_not_enough'))
  expect(await apply({ invoice: own.id, amount: 3_001 })).toMatchObject(refused('credit_not_applicable'))
  expect((await apply({ invoice: own.id, amount: -5 })).status).toBe(400)
  const raced = await atOnce(6, () => apply({ invoice: own.id, amount: 400 }))
  expect(raced.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409, 409, 409])
  expect(await creditNow(tenant, note.credit)).toMatchObject({ remaining: 200 })
  await world.prove(tenant)
})

it('R-101 a credit applied while the page is open changes its total; a stale submit is told the credit', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '100.00')
  const { url } = await linkTo(tenant, invoice.id)
  expect(await pageStateOf(url)).toBe('payable')
  await made(credit(tenant, { invoice: invoice.id, lines: [line('25.00')] }))
  expect(await pageStateOf(url)).toBe('partly_paid')
  const stale = await pay(world, tenant, url, { amount: 10_000 })
  expect(stale).toMatchObject({
    status: 409,
    body: { code: 'amount_changed', amount: 7_500 },
  })
  expect(stale.body.message).toMatch(/now \$75\.00: a \$25\.00 credit was applied/)
  expect(await pay(world, tenant, url, { amount: 7_500 })).toMatchObject({ body: { state: 'succeeded' } })
  await world.settle()
  expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ status: 'paid', open: 0 })
  await world.prove(tenant)
})

it('R-101 a page whose invoice was settled by credit takes no money and says that nothing is owed', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '100.00')
  const { url } = await linkTo(tenant, invoice.id)
  await made(credit(tenant, { invoice: invoice.id, lines: [line('100.00')] }))
  expect(await pay(world, tenant, url, { amount: 10_000 })).toMatchObject({
    status: 409,
    body: { code: 'nothing_is_owed' },
  })
  expect(await pageStateOf(url)).toBe('paid_elsewhere')
  await world.prove(tenant)
})

it('a credit note prints in English and French, with what it is for', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '100.00')
  const note = await made(
    credit(tenant, { invoice: invoice.id, lines: [line('40.00', '5')], reason: 'Wilted on arrival' }),
  )
  const print = async (language: string) => {
    const response = await fetch(`${world.url}/v1/credit_notes/${note.id}/pdf?language=${language}`, {
      headers: { authorization: `Bearer ${tenant.key}` },
    })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const pdf = new Uint8Array(await response.arrayBuffer())
    return hasPoppler ? textOf(pdf) : undefined
  }
  const [english, french] = [await print('en'), await print('fr')]
  if (english !== undefined) expect(english).toMatch(/Credit note CN-1.*Amount credited.*Wilted on arrival/)
  if (french !== undefined) expect(french).toMatch(/Avoir CN-1.*Montant crédité.*Motif/)
  const stranger = await world.newCompany()
  const theirs = await stranger.call('GET', `/v1/credit_notes/${note.id}/pdf`)
  expect(theirs.status).toBe(404)
})

it('an invoice of which a credit note stands is not voided, and a voided one is not credited, also at once', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '100.00')
  const lines = [line('40.00')]
  const note = await made(credit(tenant, { invoice: invoice.id, lines, apply: false }))
  const voided = () => tenant.call('POST', `/v1/invoices/${invoice.id}/void`)
  expect(await voided()).toMatchObject({
    status: 409,
    body: { code: 'invoice_not_voidable', credited_amount: 4_000 },
  })
  await made(tenant.call('POST', `/v1/credit_notes/${note.id}/void`))
  expect((await voided()).status).toBe(200)
  const racing = await newInvoice(tenant, '100.00')
  const answers = await Promise.all([
    tenant.call('POST', `/v1/invoices/${racing.id}/void`),
    credit(tenant, { invoice: racing.id, lines, apply: false }),
  ])
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
  await world.prove(tenant)
})

it('M4 what is owed, line by line: issued, voided, credited, applied, unapplied, and paid by card or prepayment', async () => {
  const tenant = await world.newCompany()
  const moves = ledgerMoves(world, () => tenant)
  const post = (path: string, body: unknown = {}) => made(tenant.call('POST', path, body))
  const customer = (await newCustomer(tenant)).id
  const order = { customer, currency: 'usd', lines: [line('100.00', '5')], shipping: { amount: '10.00' } }
  const last: Record<string, unknown> = {}
  const kept = (name: string, make: () => Promise<Record<string, unknown>>) => async () => {
    last[name] = (await make()).id
  }
  // Invoice issued: 1100 / 4000 S · 1100 / 2200 X · 1100 / 4050 H. Voided: the reversal of all of it.
  const issued = { 1100: 11_500, 4000: -10_000, 2200: -500, 4050: -1_000 }
  expect(await moves(kept('void', () => post('/v1/invoices', order)))).toEqual(issued)
  expect(await moves(() => post(`/v1/invoices/${last.void}/void`))).toEqual({
    1100: -11_500,
    4000: 10_000,
    2200: 500,
    4050: 1_000,
  })
  await post('/v1/invoices', order).then(({ id }) => Object.assign(last, { invoice: id }))
  // Credit note: 4900 / 2100 net · 2200 / 2100 tax; a credit applied: 2100 / 1100; unapplied: the reversal.
  const note = { invoice: last.invoice, lines: [line('20.00', '5')], apply: false }
  expect(await moves(kept('note', () => post('/v1/credit_notes', note)))).toEqual({
    4900: 2_000,
    2200: 100,
    2100: -2_100,
  })
  const [own] = (await made(tenant.call('GET', `/v1/credits?customer=${customer}&open=true`))).data as {
    id: string
  }[]
  const apply = () => post(`/v1/credits/${own?.id}/apply`, { invoices: [{ invoice: last.invoice }] })
  expect(await moves(apply)).toEqual({ 2100: 2_100, 1100: -2_100 })
  const { applications } = await made(tenant.call('GET', `/v1/credits/${own?.id}`))
  const [applied] = applications as { id: string }[]
  expect(await moves(() => post(`/v1/applications/${applied?.id}/reverse`))).toEqual({
    2100: -2_100,
    1100: 2_100,
  })
  // Card succeeded: 1050 / 2150, 2150 / 1100; the fee: 5100 / 1050.
  const { url } = await linkTo(tenant, last.invoice)
  expect(await moves(() => made(pay(world, tenant, url, { amount: 11_500 })))).toEqual({
    1050: 11_500 - 364,
    5100: 364,
    1100: -11_500,
  })
  // Of what has no invoice: 2150 / 2110; a prepayment applied: 2110 / 1100.
  const quick = await quickLink(tenant, 4_000, { customer })
  expect(await moves(() => made(pay(world, tenant, quick.url, { amount: 4_000 })))).toEqual({
    1050: 4_000 - 146,
    5100: 146,
    2110: -4_000,
  })
  const next = await newInvoice(tenant, '40.00', { customer })
  const [prepaid] = (
    (await made(tenant.call('GET', `/v1/credits?customer=${customer}&open=true`))).data as {
      id: string
      kind: string
    }[]
  ).filter(({ kind }) => kind === 'prepayment')
  expect(
    await moves(() => post(`/v1/credits/${prepaid?.id}/apply`, { invoices: [{ invoice: next.id }] })),
  ).toEqual({ 2110: 4_000, 1100: -4_000 })
  const [used] = (await made(tenant.call('GET', `/v1/credits/${prepaid?.id}`))).applications as {
    id: string
  }[]
  expect(await moves(() => post(`/v1/applications/${used?.id}/reverse`))).toEqual({
    2110: -4_000,
    1100: 4_000,
  })
  // What is over, or comes unasked: 2150 / 2100.
  await made(tenant.call('PATCH', '/v1/settings', { 'link.when_settled': 'allow_overpayment' }))
  const over = { ...submission({ amount: 11_500, token: await world.card(tenant) }), anyway: true }
  expect(await moves(() => payer('POST', `${url}/payments`, over))).toEqual({
    1050: 11_500 - 364,
    5100: 364,
    2100: -11_500,
  })
  await world.prove(tenant)
})
