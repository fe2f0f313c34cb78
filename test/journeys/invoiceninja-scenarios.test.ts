import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { describeWithSharedData, sharedJson } from '../support/shared-data.ts'
import { linkTo, made, newCustomer, newInvoice, owned, pay, quickLink } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/**
 * What a comparable product tests of itself, told through ours. Where the source leaves a policy open, or has another,
 * ours stands beside the step. A new one of its cases is noticed.
 */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const invoiceNow = async (tenant: Tenant, id: unknown) =>
  (await tenant.call('GET', `/v1/invoices/${id}`)).body
const open = async (tenant: Tenant, id: unknown) => Number((await invoiceNow(tenant, id)).open)
/** What all customers owe less what they have with the company: A/R less credits and prepayments. */
const balance = async (tenant: Tenant) => {
  const [row] = await owned<{ sum: string }>(
    world,
    `select coalesce(sum(case when debit in (1100, 2100, 2110) then amount else 0 end)
       - sum(case when credit in (1100, 2100, 2110) then amount else 0 end), 0)::text sum
     from ledger.transfers where company_id = (select company_id from payments.merchant_account_directory where processor_account = $1)`,
    [tenant.account],
  )
  return Number(row?.sum)
}
const refund = (tenant: Tenant, body: Record<string, unknown>) =>
  tenant.call('POST', '/v1/refunds', body, { 'idempotency-key': `refund-${body.payment}-${body.amount}` })
const credit = (tenant: Tenant, customer: unknown, price: string) =>
  made(
    tenant.call('POST', '/v1/credit_notes', {
      customer,
      currency: 'usd',
      lines: [{ description: 'Credit', quantity: '1', unit_price: price }],
    }),
  )
const apply = (tenant: Tenant, id: unknown, ...invoices: { invoice: unknown; amount?: number }[]) =>
  tenant.call('POST', `/v1/credits/${id}/apply`, { invoices })
const remaining = async (tenant: Tenant, id: unknown) =>
  Number((await tenant.call('GET', `/v1/credits/${id}`)).body.remaining)
/** Cash that a person was given. */
const receive = (tenant: Tenant, values: Record<string, unknown>) =>
  tenant.call('POST', '/v1/received_payments', {
    currency: 'usd',
    method: 'cash',
    received_on: '2026-01-31',
    ...values,
  })
/** A payment for no invoice yet. */
async function onAccount(tenant: Tenant, amount: number): Promise<unknown> {
  const { url } = await quickLink(tenant, amount)
  return (await made(pay(world, tenant, url, { amount }))).payment
}
/** One payment for two invoices of 10.00 and 40.00 of one customer. */
async function paidTogether(tenant: Tenant) {
  const customer = (await newCustomer(tenant)).id
  const first = await newInvoice(tenant, '10.00', { customer })
  const second = await newInvoice(tenant, '40.00', { customer })
  const { url } = await linkTo(tenant, first.id, second.id)
  const { payment } = await made(pay(world, tenant, url, { amount: 5_000 }))
  return { customer, first, second, payment }
}

describeWithSharedData('ar-ledger-invoiceninja', 'scenarios/ar-ledger-invoiceninja.give.json', () => {
  const { scenarios } = sharedJson<{ scenarios: { id: string }[] }>(
    'scenarios/ar-ledger-invoiceninja.give.json',
  )
  const COVERED = [
    '02',
    '03',
    '04',
    '05',
    '06',
    '07',
    '08',
    '11',
    '12',
    '15',
    '16',
    '18',
    '19',
    '21',
    '23',
    '26',
    '27',
  ]

  it('every scenario is covered here', () => {
    expect(scenarios.map(({ id }) => id).sort()).toEqual(COVERED.map((n) => `IN-${n}`))
  })

  it('IN-02 a payment on account is refunded in full', async () => {
    const tenant = await world.newCompany()
    const payment = await onAccount(tenant, 5_000)
    expect(await refund(tenant, { payment, amount: 5_000 })).toMatchObject({ status: 201 })
    expect((await tenant.call('GET', `/v1/payments/${payment}`)).body).toMatchObject({
      refunded_amount: 5_000,
      refund_label: { en: 'Refunded' },
    })
    await world.settle()
    await world.prove(tenant)
  })

  it('IN-03 a refund of an applied payment takes back what it had settled', async () => {
    const tenant = await world.newCompany()
    const { first, second, payment } = await paidTogether(tenant)
    // Policy: no invoice is named; what the payment had settled is undone, newest first, so that never more is
    // applied than the payment less its refunds.
    expect(await refund(tenant, { payment, amount: 5_000 })).toMatchObject({
      status: 201,
      body: { treatment: 'reopen_invoice' },
    })
    expect([await open(tenant, first.id), await open(tenant, second.id)]).toEqual([1_000, 4_000])
    await world.settle()
    await world.prove(tenant)
  })

  it('IN-04 a refund beyond what was paid changes nothing', async () => {
    const tenant = await world.newCompany()
    const { first, payment } = await paidTogether(tenant)
    expect(await refund(tenant, { payment, amount: 10_000 })).toMatchObject({
      status: 422,
      body: { code: 'refund_too_large', refundable_amount: 5_000 },
    })
    expect([await open(tenant, first.id), await balance(tenant)]).toEqual([0, 0])
    await world.settle()
    await world.prove(tenant)
  })

  it('IN-05 a refund cannot touch an invoice that the payment never paid', async () => {
    const tenant = await world.newCompany()
    const { customer, payment } = await paidTogether(tenant)
    const unpaid = await newInvoice(tenant, '10.00', { customer })
    // Policy: a refund names no invoice at all, so to name one is refused.
    expect((await refund(tenant, { payment, amount: 1_000, invoice: unpaid.id })).status).toBe(400)
    expect(await refund(tenant, { payment, amount: 5_000 })).toMatchObject({ status: 201 })
    expect(await invoiceNow(tenant, unpaid.id)).toMatchObject({ open: 1_000, refunded: 0 })
    await world.settle()
    await world.prove(tenant)
  })

  it('IN-06 a payment on account is refunded in part', async () => {
    const tenant = await world.newCompany()
    const payment = await onAccount(tenant, 100_000)
    expect(await refund(tenant, { payment, amount: 50_000 })).toMatchObject({ status: 201 })
    expect(await balance(tenant)).toBe(-50_000)
    await world.settle()
    await world.prove(tenant)
  })

  it('IN-07 a payment on account is taken back whole', async () => {
    const tenant = await world.newCompany()
    const payment = await onAccount(tenant, 100_000)
    expect(await balance(tenant)).toBe(-100_000)
    // Policy: what the processor took is given back and never deleted.
    expect((await tenant.call('DELETE', `/v1/payments/${payment}`)).status).toBe(404)
    expect(await refund(tenant, { payment, amount: 100_000 })).toMatchObject({ status: 201 })
    expect(await balance(tenant)).toBe(0)
    await world.settle()
    await world.prove(tenant)
  })

  it('IN-15 a deposit is paid, and is taken off its invoice', async () => {
    const tenant = await world.newCompany()
    const customer = (await newCustomer(tenant)).id
    const invoice = await newInvoice(tenant, '10.00', { customer })
    // Policy: a deposit is a request of its own, for a part of the job; its prepayment is applied by a person.
    const { url, request } = await quickLink(tenant, 200, { customer, part_of: { total: 1_000 } })
    await made(pay(world, tenant, url, { amount: 200 }))
    expect((await tenant.call('GET', `/v1/payment_requests/${request}`)).body).toMatchObject({
      status: 'paid',
      open: 0,
    })
    const { data } = await made(tenant.call('GET', `/v1/credits?customer=${customer}`))
    const [prepayment] = data as { id: string; kind: string }[]
    expect(prepayment).toMatchObject({ kind: 'prepayment', remaining: 200 })
    await made(apply(tenant, prepayment?.id, { invoice: invoice.id, amount: 200 }))
    expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ total: 1_000, open: 800 })
    await world.settle()
    await world.prove(tenant)
  })

  it('IN-08 cash beyond what was owed is taken back, and only what it had paid is owed again', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '20.00')
    const { payment } = await made(
      receive(tenant, { customer: invoice.customer, amount: 3_000, applications: [{ invoice: invoice.id }] }),
    )
    expect([await open(tenant, invoice.id), await balance(tenant)]).toEqual([0, -1_000])
    // Policy: it is taken back with a reason, and stays in the books; nothing is deleted.
    const { id } = payment as { id: string }
    await made(tenant.call('POST', `/v1/payments/${id}/take_back`, { reason: 'mistake', note: null }))
    expect([await open(tenant, invoice.id), await balance(tenant)]).toEqual([2_000, 2_000])
    await world.settle()
    await world.prove(tenant)
  })

  it('IN-16 what is paid beyond a deposit is taken off its invoice too', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '10.00')
    // Policy: a payer pays what is asked; staff book what they were given, and what is paid beyond a deposit of 5.00
    // settles the same invoice.
    await made(
      receive(tenant, { customer: invoice.customer, amount: 600, applications: [{ invoice: invoice.id }] }),
    )
    expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ status: 'partially_paid', open: 400 })
    await world.prove(tenant)
  })

  it('IN-23 an invoice of which a part is paid cannot be made undone, and so needs no restoring', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '36000.00')
    await made(
      receive(tenant, {
        customer: invoice.customer,
        amount: 600_000,
        applications: [{ invoice: invoice.id }],
      }),
    )
    // Policy: nothing is deleted, and what money has settled is not voided; it is refunded or taken back first.
    expect((await tenant.call('DELETE', `/v1/invoices/${invoice.id}`)).status).toBe(404)
    expect((await tenant.call('POST', `/v1/invoices/${invoice.id}/void`)).body.code).toBe('money_has_moved')
    expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ open: 3_000_000, settled: 600_000 })
    expect(await balance(tenant)).toBe(3_000_000)
    await world.prove(tenant)
  })

  it('IN-27 paid past the processor, an invoice costs no fee', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '20.00')
    // Policy: no way to pay costs its payer anything (A20), so there is no fee to take off again.
    await made(
      receive(tenant, { customer: invoice.customer, amount: 2_000, applications: [{ invoice: invoice.id }] }),
    )
    expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ total: 2_000, open: 0, status: 'paid' })
    await world.prove(tenant)
  })

  it('IN-11 an invoice is paid wholly by a credit note, that is undone, and the note is taken back', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '100.00')
    const note = await credit(tenant, invoice.customer, '100.00')
    expect(await remaining(tenant, note.credit)).toBe(10_000)
    const applied = await made(apply(tenant, note.credit, { invoice: invoice.id, amount: 10_000 }))
    expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ open: 0, status: 'paid' })
    expect([applied.remaining, await balance(tenant)]).toEqual([0, 0])
    // Policy: no payment of 0.00 stands for it; the application itself is what is listed and undone.
    expect((await tenant.call('GET', '/v1/payments')).body.data).toEqual([])
    const [application] = applied.applications as { id: string }[]
    await made(tenant.call('POST', `/v1/applications/${application?.id}/reverse`, {}))
    expect(await invoiceNow(tenant, invoice.id)).toMatchObject({ open: 10_000, status: 'open' })
    // Policy: an invoice that is owed and a credit that could settle it are told apart; the source counts only the debt.
    expect([await remaining(tenant, note.credit), await balance(tenant)]).toEqual([10_000, 0])
    await made(tenant.call('POST', `/v1/credit_notes/${note.id}/void`))
    expect([await open(tenant, invoice.id), await balance(tenant)]).toEqual([10_000, 10_000])
    await world.prove(tenant)
  })

  it('IN-12 part is settled by credit, the rest by card', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '10.00')
    const note = await credit(tenant, invoice.customer, '10.00')
    await made(apply(tenant, note.credit, { invoice: invoice.id, amount: 500 }))
    const { url } = await linkTo(tenant, invoice.id)
    expect(await made(pay(world, tenant, url, { amount: 500 }))).toMatchObject({ state: 'succeeded' })
    expect([await open(tenant, invoice.id), await remaining(tenant, note.credit)]).toEqual([0, 500])
    await world.settle()
    await world.prove(tenant)
  })

  it('IN-18 no more is applied than there is', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '10.00')
    // Policy: a payment applies itself by what it reserved; what a person applies is credit.
    const note = await credit(tenant, invoice.customer, '1.00')
    expect(await apply(tenant, note.credit, { invoice: invoice.id, amount: 200 })).toMatchObject({
      status: 409,
      body: { code: 'credit_not_enough' },
    })
    expect([await open(tenant, invoice.id), await remaining(tenant, note.credit)]).toEqual([1_000, 100])
    await world.prove(tenant)
  })

  it('IN-19 not the same invoice twice, nor another customer’s, nor a negative amount', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '10.00')
    const others = await newInvoice(tenant, '10.00', {
      customer: (await newCustomer(tenant, { name: 'Bar' })).id,
    })
    const note = await credit(tenant, invoice.customer, '5.00')
    const twice = { invoice: invoice.id, amount: 100 }
    expect((await apply(tenant, note.credit, twice, twice)).status).toBe(400)
    expect(await apply(tenant, note.credit, twice, { invoice: others.id, amount: 100 })).toMatchObject({
      status: 409,
      body: { code: 'credit_not_applicable' },
    })
    expect((await apply(tenant, note.credit, { invoice: invoice.id, amount: -500 })).status).toBe(400)
    expect([await open(tenant, invoice.id), await remaining(tenant, note.credit)]).toEqual([1_000, 500])
    await world.prove(tenant)
  })

  it('IN-21 a refund after all was paid puts the debt back; nothing deletes the payment', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '10.00')
    const { url } = await linkTo(tenant, invoice.id)
    const { payment } = await made(pay(world, tenant, url, { amount: 1_000 }))
    expect(await open(tenant, invoice.id)).toBe(0)
    expect((await refund(tenant, { payment, amount: 1_000 })).status).toBe(201)
    // Policy: what the processor took stays in the books; there is no way to delete it.
    expect((await tenant.call('DELETE', `/v1/payments/${payment}`)).status).toBe(404)
    expect(await open(tenant, invoice.id)).toBe(1_000)
    await world.settle()
    await world.prove(tenant)
  })

  it('IN-26 what a negative invoice would say is a credit note', async () => {
    const tenant = await world.newCompany()
    const customer = (await newCustomer(tenant)).id
    const lines = [{ description: 'Return', quantity: '-1', unit_price: '30.37' }]
    // Policy: an invoice asks for money, so one below zero is refused; its credit is used up where it is applied.
    expect(await tenant.call('POST', '/v1/invoices', { customer, currency: 'usd', lines })).toMatchObject({
      status: 422,
      body: { code: 'invoice_invalid' },
    })
    const note = await credit(tenant, customer, '30.37')
    expect(await balance(tenant)).toBe(-3_037)
    await newInvoice(tenant, '30.37', { customer })
    await made(tenant.call('POST', `/v1/credits/${note.credit}/apply`, {}))
    expect([await remaining(tenant, note.credit), await balance(tenant)]).toEqual([0, 0])
    await world.prove(tenant)
  })
})

it('and the whole of it agrees with the processor', async () => {
  await world.settle()
  expect((await world.verify()).flatMap(({ differences }) => differences)).toEqual([])
})
