import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { describeWithSharedData, sharedJson } from '../support/shared-data.ts'
import { linkTo, made, newCustomer, newInvoice, owned, pay, quickLink } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/**
 * What a comparable product tests of itself, told through ours. Where the source leaves a policy open, ours stands
 * beside the step. A new one of its cases is noticed.
 */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const DECLINED = '4000000000009995'

const open = async (tenant: Tenant, id: unknown) =>
  Number((await tenant.call('GET', `/v1/invoices/${id}`)).body.open)
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
const paidBy = async (tenant: Tenant, invoice: unknown, amount: number) => {
  const { url } = await linkTo(tenant, invoice)
  return made(pay(world, tenant, url, { amount }))
}
const refund = (tenant: Tenant, body: Record<string, unknown>) =>
  tenant.call('POST', '/v1/refunds', body, { 'idempotency-key': `refund-${body.payment}-${body.amount}` })

describeWithSharedData('ar-ledger-killbill', 'scenarios/ar-ledger-killbill.give.json', () => {
  const { scenarios } = sharedJson<{ scenarios: { id: string }[] }>('scenarios/ar-ledger-killbill.give.json')
  const COVERED = ['KB-01', 'KB-02', 'KB-04', 'KB-08', 'KB-09', 'KB-12', 'KB-16', 'KB-18', 'KB-19']

  it('every scenario is covered here', () => {
    expect(scenarios.map(({ id }) => id).sort()).toEqual(COVERED)
  })

  it('KB-01 a refund without adjusting the invoice puts the debt back', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '233.82')
    const { payment } = await paidBy(tenant, invoice.id, 23_382)
    expect([await open(tenant, invoice.id), await balance(tenant)]).toEqual([0, 0])
    // Policy: the treatment reopen_invoice, which is ours for what was applied to an invoice unless another is asked for.
    expect(await refund(tenant, { payment, amount: 23_382 })).toMatchObject({
      status: 201,
      body: { treatment: 'reopen_invoice' },
    })
    await world.settle()
    expect([await open(tenant, invoice.id), await balance(tenant)]).toEqual([23_382, 23_382])
    await world.prove(tenant)
  })

  it('KB-02 a refund of what is then forgiven leaves nothing owed', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '233.82')
    const { payment } = await paidBy(tenant, invoice.id, 23_382)
    expect((await refund(tenant, { payment, amount: 23_382 })).status).toBe(201)
    await world.settle()
    // Policy: it is the whole invoice that is forgiven, so it is voided; its lines stay as they were issued, and no line
    // of -233.82 is added. A part of it would be forgiven by a credit note (KB-16).
    const voided = await made(tenant.call('POST', `/v1/invoices/${invoice.id}/void`))
    expect(voided).toMatchObject({ status: 'void', open: 0, lines: [{ amount: 23_382 }] })
    expect([await open(tenant, invoice.id), await balance(tenant)]).toEqual([0, 0])
    await world.prove(tenant)
  })

  it('KB-04 an invoice of which a part is paid is asked for the rest, whatever is paid besides', async () => {
    const tenant = await world.newCompany()
    const customer = (await newCustomer(tenant)).id
    const first = await newInvoice(tenant, '249.95', { customer })
    // Policy: the processor takes all or nothing, and a payer pays all that is asked (A20 i). So that 10.00 of it
    // is paid, all is, and the rest is given back.
    const { payment } = await paidBy(tenant, first.id, 24_995)
    expect((await refund(tenant, { payment, amount: 23_995 })).status).toBe(201)
    await world.settle()
    expect([await open(tenant, first.id), await balance(tenant)]).toEqual([23_995, 23_995])
    expect((await tenant.call('GET', `/v1/invoices/${first.id}`)).body).toMatchObject({
      status: 'partially_paid',
      settled: 1_000,
    })
    const second = await newInvoice(tenant, '249.95', { customer })
    await paidBy(tenant, second.id, 24_995)
    expect([await open(tenant, second.id), await open(tenant, first.id), await balance(tenant)]).toEqual([
      0, 23_995, 23_995,
    ])
    await paidBy(tenant, first.id, 23_995)
    expect([await open(tenant, first.id), await balance(tenant)]).toEqual([0, 0])
    await world.settle()
    await world.prove(tenant)
  })

  it('KB-08 the same key twice is one payment', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '249.95')
    const { url } = await linkTo(tenant, invoice.id)
    // Policy: a payer pays the whole amount asked (A20 i), so the key is tried on that; 10.00 of it is refused.
    expect(await pay(world, tenant, url, { amount: 1_000, key: 'key-K-0001' })).toMatchObject({
      status: 409,
      body: { code: 'amount_changed' },
    })
    const first = await made(pay(world, tenant, url, { amount: 24_995, key: 'key-K-0002' }))
    // Policy: a repeat is not refused as the source does; it is told the first one's result, and nothing is charged.
    const second = await made(pay(world, tenant, url, { amount: 24_995, key: 'key-K-0002' }))
    expect([second.payment, second.state]).toEqual([first.payment, 'succeeded'])
    expect((await tenant.call('GET', '/v1/payments')).body.data).toHaveLength(1)
    expect(await open(tenant, invoice.id)).toBe(0)
    await world.settle()
    await world.prove(tenant)
  })

  it('KB-09 a failed charge leaves the debt; a retry pays it', async () => {
    const tenant = await world.newCompany()
    const invoice = await newInvoice(tenant, '249.95')
    const { url, request } = await linkTo(tenant, invoice.id)
    await pay(world, tenant, url, { amount: 24_995, card: DECLINED })
    const attempts = async () =>
      (await tenant.call('GET', `/v1/payments?payment_request=${request}`)).body.data as { state: string }[]
    expect([await open(tenant, invoice.id), await balance(tenant), (await attempts()).length]).toEqual([
      24_995, 24_995, 1,
    ])
    // Policy: the payer retries on the same link (K10); each try is a payment of its own (model M2).
    await pay(world, tenant, url, { amount: 24_995 })
    await world.settle()
    expect([await open(tenant, invoice.id), await balance(tenant)]).toEqual([0, 0])
    expect((await attempts()).map(({ state }) => state)).toEqual(['succeeded', 'failed'])
    await world.prove(tenant)
  })

  it('KB-12 a credit is used on one invoice now and one later, and is then taken back', async () => {
    const tenant = await world.newCompany()
    const customer = (await newCustomer(tenant)).id
    const first = await newInvoice(tenant, '249.95', { customer })
    expect(await balance(tenant)).toBe(24_995)
    const note = await made(
      tenant.call('POST', '/v1/credit_notes', {
        customer,
        currency: 'usd',
        lines: [{ description: 'Account credit', quantity: '1', unit_price: '1000.00' }],
      }),
    )
    // Policy: free credit waits for a person (A20 g): it is applied when told, to the oldest due first.
    const apply = () => made(tenant.call('POST', `/v1/credits/${note.credit}/apply`, {}))
    await apply()
    expect([await open(tenant, first.id), await balance(tenant)]).toEqual([0, -75_005])
    const second = await newInvoice(tenant, '249.95', { customer })
    const { applications } = await apply()
    expect([await open(tenant, second.id), await balance(tenant)]).toEqual([0, -50_010])
    // Policy: a credit note that is used is not voided; its applications are taken back first, by rows of their own.
    const cancel = () => tenant.call('POST', `/v1/credit_notes/${note.id}/void`)
    expect((await cancel()).status).toBe(409)
    for (const { id } of applications as { id: string }[])
      await made(tenant.call('POST', `/v1/applications/${id}/reverse`, {}))
    expect((await cancel()).status).toBe(200)
    expect([await open(tenant, first.id), await open(tenant, second.id), await balance(tenant)]).toEqual([
      24_995, 24_995, 49_990,
    ])
    await world.prove(tenant)
  })

  it.each([
    ['2.00', 300, 0],
    ['5.00', 0, 0],
    ['7.00', 0, 200],
  ])(
    'KB-16 a credit of %s on an invoice of 5.00 leaves %i owed and %i of credit',
    async (price, owed, left) => {
      const tenant = await world.newCompany()
      const invoice = await newInvoice(tenant, '5.00')
      const note = await made(
        tenant.call('POST', '/v1/credit_notes', {
          invoice: invoice.id,
          lines: [{ description: 'Adjustment', quantity: '1', unit_price: price }],
        }),
      )
      expect([await open(tenant, invoice.id), note.remaining]).toEqual([owed, left])
      await world.prove(tenant)
    },
  )

  it('KB-18 an unpaid invoice is voided; a paid one only after its money went back', async () => {
    const tenant = await world.newCompany()
    const unpaid = await newInvoice(tenant, '249.95')
    expect((await tenant.call('POST', `/v1/invoices/${unpaid.id}/void`)).body).toMatchObject({
      status: 'void',
    })
    expect(await balance(tenant)).toBe(0)
    const paid = await newInvoice(tenant, '499.90')
    const { payment } = await paidBy(tenant, paid.id, 49_990)
    expect(await balance(tenant)).toBe(0)
    expect(await tenant.call('POST', `/v1/invoices/${paid.id}/void`)).toMatchObject({
      status: 409,
      body: { code: 'money_has_moved' },
    })
    expect((await refund(tenant, { payment, amount: 49_990 })).status).toBe(201)
    await world.settle()
    expect((await tenant.call('POST', `/v1/invoices/${paid.id}/void`)).body).toMatchObject({
      status: 'void',
      open: 0,
    })
    expect(await balance(tenant)).toBe(0)
    await world.prove(tenant)
  })

  it('KB-19 a credit that came of a payment is not deleted by hand', async () => {
    const tenant = await world.newCompany()
    const { url } = await quickLink(tenant, 1_000)
    await made(pay(world, tenant, url, { amount: 1_000 }))
    const credits = async () =>
      (await tenant.call('GET', '/v1/credits')).body.data as Record<string, unknown>[]
    const before = await credits()
    expect(before).toMatchObject([{ kind: 'prepayment', amount: 1_000, remaining: 1_000 }])
    // Policy: no credit is, since each is money; a refund gives it back.
    for (const [method, path] of [
      ['DELETE', `/v1/credits/${before[0]?.id}`],
      ['POST', `/v1/credits/${before[0]?.id}/void`],
    ] as const)
      expect(await tenant.call(method, path)).toMatchObject({
        status: 404,
        body: { code: 'address_unknown' },
      })
    expect(await credits()).toEqual(before)
    expect(await balance(tenant)).toBe(-1_000)
    await world.settle()
    await world.prove(tenant)
  })
})

it('and the whole of it agrees with the processor', async () => {
  await world.settle()
  expect((await world.verify()).flatMap(({ differences }) => differences)).toEqual([])
})
