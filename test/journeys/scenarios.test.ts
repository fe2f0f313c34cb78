import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { describeWithSharedData, sharedJson } from '../support/shared-data.ts'
import { linkTo, made, newInvoice, owned, pageStateOf, pay, quickLink } from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/**
 * What comparable products test of themselves, told through ours. Where the source leaves a policy open, ours stands
 * beside the step. Which of their cases have no step here yet is listed by name, so that a new one is noticed.
 */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const DECLINED = '4000000000009995'
const CHALLENGE = '4000002760003184'

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
  /** Has no step in the product yet: credit notes, credits applied to invoices and part payments come later. */
  const NOT_COVERED = ['KB-02', 'KB-04', 'KB-12', 'KB-16', 'KB-19']
  const COVERED = ['KB-01', 'KB-08', 'KB-09', 'KB-18']

  it('every scenario is covered here or listed as not covered', () => {
    expect(scenarios.map(({ id }) => id).sort()).toEqual([...COVERED, ...NOT_COVERED].sort())
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
})

describeWithSharedData('payment-requests-btcpay', 'scenarios/payment-requests-btcpay.give.json', () => {
  const { cases } = sharedJson<{ cases: { id: string }[] }>('scenarios/payment-requests-btcpay.give.json')
  /** PR-04: requests are voided, never archived, so there is no list without them. */
  const NOT_COVERED = ['PR-04']
  const COVERED = ['PR-01', 'PR-02', 'PR-03', 'PR-05', 'PR-07', 'PR-09', 'PR-10', 'PR-12', 'PR-14', 'PR-16']
  const quick = { kind: 'quick', amount: 1_000, currency: 'usd', reference: 'A' }
  const create = (body: Record<string, unknown>) => world.company.call('POST', '/v1/payment_requests', body)

  it('every case is covered here or listed as not covered', () => {
    expect(cases.map(({ id }) => id).sort()).toEqual([...COVERED, ...NOT_COVERED].sort())
  })

  it('PR-01 R-125 no amount, or none but zero, is refused', async () => {
    const { amount: _, ...without } = quick
    for (const body of [without, { ...quick, amount: 0 }]) {
      expect(await create(body)).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
    }
  })

  it('PR-02 an unknown currency is refused', async () => {
    for (const currency of ['helloinvalid', 'xyz']) {
      expect(await create({ ...quick, currency, amount: 100 })).toMatchObject({
        status: 400,
        body: { code: 'invalid_request' },
      })
    }
  })

  it('PR-03 a key that only reads creates and voids nothing', async () => {
    const { request } = await quickLink(world.company, 1_000)
    const made = await runCommand(world.services, true, 'create-key', {
      company: world.company.id,
      name: 'Reads',
      permission: ['requests.read'],
    })
    const authorization = `Bearer ${(made as { secret: string }).secret}`
    expect(
      (await world.company.call('GET', `/v1/payment_requests/${request}`, undefined, { authorization }))
        .status,
    ).toBe(200)
    for (const path of ['', `/${request}/send`, `/${request}/void`]) {
      const body = path.endsWith('void') ? undefined : path === '' ? quick : {}
      expect(
        (await world.company.call('POST', `/v1/payment_requests${path}`, body, { authorization })).status,
      ).toBe(403)
    }
  })

  it('PR-05 a voided (archived) request takes no payment', async () => {
    const { url, request } = await quickLink(world.company, 1_000)
    await made(world.company.call('POST', `/v1/payment_requests/${request}/void`))
    expect(await pay(world, world.company, url, { amount: 1_000 })).toMatchObject({
      status: 409,
      body: { code: 'link_not_payable', state: 'voided' },
    })
  })

  it('PR-07 a request that is paid in full takes no second payment', async () => {
    const { url } = await quickLink(world.company, 1_000)
    await made(pay(world, world.company, url, { amount: 1_000 }))
    expect(await pay(world, world.company, url, { amount: 1_000 })).toMatchObject({
      status: 409,
      body: { code: 'link_not_payable', state: 'paid' },
    })
  })

  it('PR-09 a part of what is asked is refused, with what is asked', async () => {
    const { url } = await quickLink(world.company, 1_000)
    // Policy: A20 (i), a payer pays the whole amount asked.
    expect(await pay(world, world.company, url, { amount: 400 })).toMatchObject({
      status: 409,
      body: { code: 'amount_changed', amount: 1_000 },
    })
  })

  it('PR-10 a negative amount is refused', async () => {
    const { url } = await quickLink(world.company, 1_000)
    expect(await pay(world, world.company, url, { amount: -4 })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    })
  })

  it('PR-12 rule 3: a request is processing while its money is under way, and then paid', async () => {
    const { url, request } = await quickLink(world.company, 1_000)
    const status = async () =>
      (await world.company.call('GET', `/v1/payment_requests/${request}`)).body.status
    const attempt = await made(pay(world, world.company, url, { amount: 1_000, card: CHALLENGE }))
    expect(await status()).toBe('processing')
    const intent = String(attempt.client_secret).split('_secret')[0]
    await world.play('POST', `/sandbox/payment_intents/${intent}/authenticate`, { outcome: 'complete' })
    await world.settle()
    expect(await status()).toBe('paid')
    expect(await pageStateOf(url)).toBe('paid')
    await world.prove()
  })

  it('PR-14 what is under way is not voided from under its payer', async () => {
    const { url, request } = await quickLink(world.company, 1_000)
    await pay(world, world.company, url, { amount: 1_000, card: CHALLENGE })
    expect(await world.company.call('POST', `/v1/payment_requests/${request}/void`)).toMatchObject({
      status: 409,
      body: { code: 'money_has_moved' },
    })
  })

  it('PR-16 a request of a random id is a 404', async () => {
    const id = 'req_01h455vb4pex5vsknk084sn02q'
    for (const verb of ['void', 'send']) {
      const body = verb === 'send' ? {} : undefined
      expect((await world.company.call('POST', `/v1/payment_requests/${id}/${verb}`, body)).status).toBe(404)
    }
    expect(
      (
        await payer('POST', `${world.url}/p/${'A'.repeat(27)}/payments`, {
          submit_key: 'key-00001',
          confirmation_token: 'c',
          amount: 1,
          currency: 'USD',
        })
      ).status,
    ).toBe(404)
  })
})

it('and the whole of it agrees with the processor', async () => {
  await world.settle()
  expect((await world.verify()).flatMap(({ differences }) => differences)).toEqual([])
})
