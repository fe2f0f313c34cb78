import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  advance,
  atOnce,
  eventually,
  linkTo,
  made,
  newCustomer,
  newInvoice,
  owned,
  pageStateOf,
  pay,
  quickLink,
} from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

let keys = 0
const refund = (tenant: Tenant, body: Record<string, unknown>, key = `refund-${keys++}`) =>
  tenant.call('POST', '/v1/refunds', body, { 'idempotency-key': key })
const refundCredit = (
  tenant: Tenant,
  credit: unknown,
  body: Record<string, unknown> = {},
  key = `credit-${keys++}`,
) => tenant.call('POST', `/v1/credits/${credit}/refund`, body, { 'idempotency-key': key })
const invoiceNow = async (tenant: Tenant, id: unknown) =>
  (await tenant.call('GET', `/v1/invoices/${id}`)).body
const notesOf = async (tenant: Tenant, invoice: unknown) =>
  (await tenant.call('GET', `/v1/credit_notes?invoice=${invoice}`)).body.data as Record<string, number>[]
const openCredits = async (tenant: Tenant) =>
  (await tenant.call('GET', '/v1/credits?open=true')).body.data as Record<string, unknown>[]
const account = async (tenant: Tenant, code: number) => {
  const [row] = await owned<{ sum: string }>(
    world,
    `select coalesce(sum(case when debit = $2 then amount when credit = $2 then -amount else 0 end), 0)::text sum
     from ledger.transfers where company_id = (select company_id from payments.merchant_account_directory where processor_account = $1)`,
    [tenant.account, code],
  )
  return Number(row?.sum)
}
/** An invoice of 105.00 with 5.00 tax, paid by link. */
async function paidInvoice(tenant: Tenant) {
  const invoice = await newInvoice(tenant, '100.00', {
    lines: [{ description: 'Roses', quantity: '1', unit_price: '100.00', taxes: [{ rate: '5' }] }],
  })
  const { url } = await linkTo(tenant, invoice.id)
  const { payment } = await made(pay(world, tenant, url, { amount: 10_500 }))
  return { invoice, url, payment: String(payment) }
}

it('R-194 R-196 a part refunded as reduce_sale writes a credit note for it, and nothing is owed again', async () => {
  const tenant = await world.newCompany()
  const { invoice, url, payment } = await paidInvoice(tenant)
  expect(
    await refund(tenant, { payment, amount: 4_000, treatment: 'reduce_sale', reason: 'Wilted' }),
  ).toMatchObject({
    status: 201,
    body: { state: 'succeeded', treatment: 'reduce_sale', amount: 4_000 },
  })
  await world.settle()
  // 190.476… of 4,000 is tax, by largest remainder.
  expect(await notesOf(tenant, invoice.id)).toMatchObject([
    { number: 'CN-1', total: 4_000, tax: 190, subtotal: 3_810, remaining: 0, reason: 'Wilted' },
  ])
  expect(await invoiceNow(tenant, invoice.id)).toMatchObject({
    status: 'partially_refunded',
    refund_label: { en: 'Refunded', fr: 'Remboursé' },
    refunded: 4_000,
    settled: 10_500,
    open: 0,
  })
  expect(await pageStateOf(url)).toBe('refunded')
  expect((await tenant.call('GET', `/v1/payments/${payment}`)).body).toMatchObject({
    refunded_amount: 4_000,
    refund_label: { en: 'Refunded', fr: 'Remboursé' },
  })
  expect([
    await account(tenant, 4900),
    await account(tenant, 2200),
    await account(tenant, 2100),
    await account(tenant, 2300),
    await account(tenant, 1100),
  ]).toEqual([3_810, -310, 0, 0, 0])
  await world.prove(tenant)
})

it('R-195 it is refunded as often as one likes until the balance is zero, never beyond; the tax comes out exactly', async () => {
  const tenant = await world.newCompany()
  const { invoice, payment } = await paidInvoice(tenant)
  for (const amount of [3_333, 3_333, 3_333])
    expect((await refund(tenant, { payment, amount, treatment: 'reduce_sale' })).status).toBe(201)
  expect(await refund(tenant, { payment, amount: 502, treatment: 'reduce_sale' })).toMatchObject({
    status: 422,
    body: { code: 'refund_too_large', refundable_amount: 501 },
  })
  expect((await refund(tenant, { payment, treatment: 'reduce_sale' })).body).toMatchObject({ amount: 501 })
  const notes = await notesOf(tenant, invoice.id)
  expect(notes.reduce((sum, { tax }) => sum + Number(tax), 0)).toBe(500)
  expect(notes.reduce((sum, { total }) => sum + Number(total), 0)).toBe(10_500)
  expect(await invoiceNow(tenant, invoice.id)).toMatchObject({
    status: 'refunded',
    refund_label: { en: 'Refunded', fr: 'Remboursé' },
    open: 0,
  })
  expect([await account(tenant, 4900), await account(tenant, 2200), await account(tenant, 1050)]).toEqual([
    10_000,
    0,
    -(await account(tenant, 5100)),
  ])
  expect((await refund(tenant, { payment, amount: 1, treatment: 'reduce_sale' })).status).toBe(422)
  await world.settle()
  await world.prove(tenant)
})

it('reduce_sale happens once with one key, and raced never takes more than there is', async () => {
  const tenant = await world.newCompany()
  const { invoice, payment } = await paidInvoice(tenant)
  const body = { payment, amount: 1_000, treatment: 'reduce_sale' }
  const twins = await atOnce(4, () => refund(tenant, body, 'one-key'))
  expect(new Set(twins.map((twin) => twin.body.id)).size).toBe(1)
  const raced = await atOnce(6, () => refund(tenant, { payment, amount: 4_000, treatment: 'reduce_sale' }))
  expect(raced.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422, 422, 422])
  expect((await notesOf(tenant, invoice.id)).map(({ total }) => total)).toEqual([4_000, 4_000, 1_000])
  await world.settle()
  await world.prove(tenant)
})

it('reduce_sale and reopen_invoice share what was paid; a sale that was credited before is not taken back twice', async () => {
  const tenant = await world.newCompany()
  const { invoice, payment } = await paidInvoice(tenant)
  await made(refund(tenant, { payment, amount: 4_000, treatment: 'reduce_sale' }))
  await made(
    tenant.call('POST', '/v1/credit_notes', {
      invoice: invoice.id,
      lines: [{ description: 'Goodwill', quantity: '1', unit_price: '60.00' }],
    }),
  )
  expect(await refund(tenant, { payment, amount: 1_000, treatment: 'reduce_sale' })).toMatchObject({
    status: 422,
    body: { code: 'treatment_does_not_fit', refundable_amount: 500 },
  })
  expect(await refund(tenant, { payment, amount: 6_500, treatment: 'reopen_invoice' })).toMatchObject({
    status: 201,
  })
  expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ open: 6_500, settled: 4_000 })
  await world.settle()
  await world.prove(tenant)
})

it('a quick request has no sale to take back', async () => {
  const tenant = await world.newCompany()
  const { url } = await quickLink(tenant, 3_000)
  const { payment } = await made(pay(world, tenant, url, { amount: 3_000 }))
  expect(await refund(tenant, { payment, treatment: 'reduce_sale' })).toMatchObject({
    status: 422,
    body: { code: 'treatment_does_not_fit' },
  })
  await world.settle()
  await world.prove(tenant)
})

it('R-110 R-113 a credit is refunded to the payment it came from, once, and never more than is left', async () => {
  const tenant = await world.newCompany()
  const { url } = await quickLink(tenant, 3_000)
  const { payment } = await made(pay(world, tenant, url, { amount: 3_000 }))
  const [credit] = await openCredits(tenant)
  const raced = await atOnce(4, () => refundCredit(tenant, credit?.id, { amount: 1_400 }))
  expect(raced.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(2)
  const first = raced.find(({ status }) => status === 201)
  expect(first?.body).toMatchObject({ payment, amount: 1_400, treatment: 'prepayment' })
  const twins = await atOnce(3, () => refundCredit(tenant, credit?.id, {}, 'rest'))
  expect(twins.map(({ body }) => body.amount)).toEqual([200, 200, 200])
  expect((await refundCredit(tenant, credit?.id)).status).toBe(409)
  expect(await openCredits(tenant)).toEqual([])
  expect([await account(tenant, 2110), await account(tenant, 2300)]).toEqual([0, 0])
  await world.settle()
  await world.prove(tenant)
})

it('a credit note’s credit goes back to what paid its invoice, or to a payment that is named; else it is refused', async () => {
  const tenant = await world.newCompany()
  const { invoice, payment } = await paidInvoice(tenant)
  const lines = [{ description: 'Goodwill', quantity: '1', unit_price: '20.00' }]
  const note = await made(tenant.call('POST', '/v1/credit_notes', { invoice: invoice.id, lines }))
  expect(await refundCredit(tenant, note.credit, { amount: 2_001 })).toMatchObject({
    status: 409,
    body: { code: 'credit_not_enough', remaining_amount: 2_000 },
  })
  expect(await refundCredit(tenant, note.credit)).toMatchObject({
    status: 201,
    body: { payment, amount: 2_000 },
  })
  const gift = await made(
    tenant.call('POST', '/v1/credit_notes', { customer: invoice.customer, currency: 'usd', lines }),
  )
  expect(await refundCredit(tenant, gift.credit)).toMatchObject({
    status: 409,
    body: { code: 'credit_not_refundable' },
  })
  expect(await refundCredit(tenant, gift.credit, { payment })).toMatchObject({
    status: 201,
    body: { amount: 2_000 },
  })
  const other = await newCustomer(tenant, { name: 'Bar Soleil' })
  const theirs = await made(
    tenant.call('POST', '/v1/credit_notes', { customer: other.id, currency: 'usd', lines }),
  )
  expect(await refundCredit(tenant, theirs.credit, { payment })).toMatchObject({
    status: 409,
    body: { code: 'credit_not_refundable' },
  })
  const stranger = await world.newCompany()
  expect((await refundCredit(stranger, note.credit)).status).toBe(404)
  await world.settle()
  await world.prove(tenant)
})

it('a refund that fails after it took a sale back leaves the sale reduced and its credit the customer’s', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '50.00')
  const { url } = await linkTo(tenant, invoice.id)
  // The bank sends a refund of this card back a minute later.
  const { payment } = await made(pay(world, tenant, url, { amount: 5_000, card: '4000000000005126' }))
  await made(refund(tenant, { payment, amount: 2_000, treatment: 'reduce_sale' }))
  await advance(world, 120)
  const [credit] = await eventually(
    () => openCredits(tenant),
    (credits) => credits.length > 0,
  )
  expect(credit).toMatchObject({ kind: 'credit_note', payment, amount: 2_000, remaining: 2_000 })
  expect(await invoiceNow(tenant, invoice.id)).toMatchObject({
    status: 'paid',
    open: 0,
    refunded: 0,
    refund_label: null,
  })
  expect(await refund(tenant, { payment, amount: 4_000, treatment: 'reduce_sale' })).toMatchObject({
    status: 422,
    body: { refundable_amount: 3_000 },
  })
  await world.settle()
  await world.prove(tenant)
})
