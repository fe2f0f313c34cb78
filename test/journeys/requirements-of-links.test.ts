import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  copiedLink,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  owned,
  pageStateOf,
  pay,
  quickLink,
} from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

vi.setConfig({ testTimeout: 120_000 })

/** What the articles say of links and quick payments, each as its line in the requirements says it. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** What was posted for a payments account's company, by account: debits less credits, of accounts that moved. */
async function posted(account: string): Promise<Record<string, number>> {
  const rows = await owned<{ account: number; sum: string }>(
    world,
    `select a.account, sum(case when t.debit = a.account then t.amount else -t.amount end)::text sum
     from ledger.transfers t cross join lateral (values (t.debit), (t.credit)) a(account)
     where t.company_id = (select company_id from payments.merchant_account_directory where processor_account = $1)
     group by a.account`,
    [account],
  )
  return Object.fromEntries(rows.map(({ account: code, sum }) => [code, Number(sum)]))
}

it('R-089 R-090 R-091 invoices of one customer go to typed addresses as a table with one button for their sum', async () => {
  const { company } = world
  const { id: customer } = await newCustomer(company)
  const first = await newInvoice(company, '100.00', { customer })
  const second = await newInvoice(company, '23.45', { customer })
  const asked = await made(
    company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [first.id, second.id] }),
  )
  for (const email of ['accounts@lune.test', 'owner@lune.test'])
    await made(company.call('POST', `/v1/payment_requests/${asked.id}/send`, { email }))
  await world.settle()
  const links = new Set<string>()
  for (const email of ['accounts@lune.test', 'owner@lune.test']) {
    const [mail, ...more] = await mailTo(world, email)
    expect(more).toEqual([])
    expect(mail?.text).toMatch(/Invoice and date\s+Due\s+Amount \(USD\)\s+To pay \(USD\)\n/)
    for (const [number, amount] of [
      [first.number, '100.00'],
      [second.number, '23.45'],
    ])
      expect(mail?.text).toMatch(new RegExp(`${number}, .*\\s${amount}\\s+${amount}\\n`))
    expect(mail?.text).toMatch(/Total\s+123\.45\n/)
    expect(mail?.text).toContain('Pay $123.45')
    const found = mail?.text.match(/https?:\/\/\S+\/p\/[\w-]+/g) ?? []
    expect(new Set(found).size).toBe(1)
    links.add(String(found[0]))
    expect((await payer('GET', `${found[0]}/status`)).body).toMatchObject({
      state: 'payable',
      amount: 12_345,
    })
  }
  expect(links.size).toBe(2)
  const [url] = links
  await made(pay(world, company, String(url), { amount: 12_345 }))
  for (const { id } of [first, second])
    expect((await company.call('GET', `/v1/invoices/${id}`)).body).toMatchObject({ status: 'paid', open: 0 })
  await world.settle()
  await world.prove()
})

it('R-092 invoices of different customers share no link: together they are refused, apart each has its own', async () => {
  const { company } = world
  const [one, other] = [await newInvoice(company, '10.00'), await newInvoice(company, '20.00')]
  expect(one.customer).not.toBe(other.customer)
  expect(
    await company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [one.id, other.id] }),
  ).toMatchObject({ status: 422, body: { code: 'items_do_not_fit' } })
  const [first, second] = [await linkTo(company, one.id), await linkTo(company, other.id)]
  expect(first.url).not.toBe(second.url)
  await made(pay(world, company, first.url, { amount: 1_000 }))
  expect(await pageStateOf(second.url)).toBe('payable')
})

it.each([
  ['credit', '4242424242424242'],
  ['debit', '4000056655665556'],
])('R-102 a link is paid by %s card', async (_, card) => {
  const { company } = world
  const { url } = await linkTo(company, (await newInvoice(company, '10.00')).id)
  expect(await pay(world, company, url, { amount: 1_000, card })).toMatchObject({
    body: { state: 'succeeded' },
  })
  expect(await pageStateOf(url)).toBe('paid')
})

it('R-112 R-115 a link costs and posts nothing until it is paid; then all of it, fee too, posts by itself', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '100.00')
  const before = await posted(tenant.account)
  const { url, request } = await linkTo(tenant, invoice.id)
  await copiedLink(tenant, request)
  await payer('POST', `${url}/opened`)
  expect(await posted(tenant.account)).toEqual(before)
  await made(pay(world, tenant, url, { amount: 10_000 }))
  await world.settle()
  const after = await posted(tenant.account)
  // Receivable settled, receipts clearing empty, the fee off the processor's balance.
  expect(after).toMatchObject({ 1100: 0, 2150: 0 })
  expect(after[5100]).toBeGreaterThan(0)
  expect(after[1050]).toBe(10_000 - (after[5100] ?? 0))
  expect((await tenant.call('GET', `/v1/invoices/${invoice.id}`)).body).toMatchObject({ status: 'paid' })
  await world.prove(tenant)
})

it('R-121 card details have no way to us: no field on the page, and a submit that carries them is refused', async () => {
  const { company } = world
  const { url } = await linkTo(company, (await newInvoice(company, '10.00')).id)
  const { text, headers } = await payer('GET', url)
  const fields = [...text.matchAll(/<input[^>]*name="([^"]*)"/g)].map(([, name]) => name)
  expect(fields).toEqual(['name', 'email'])
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  const body = {
    submit_key: 'key-of-a-page-1',
    confirmation_token: 'ctoken_1',
    amount: 1_000,
    currency: 'usd',
  }
  for (const more of [
    { number: '4242424242424242' },
    { cvc: '123' },
    { card: { number: '4242424242424242' } },
  ]) {
    const refused = await payer('POST', `${url}/payments`, { ...body, ...more })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.status).toBeLessThan(500)
    expect(refused.text).not.toContain('42424242')
  }
  expect(await pageStateOf(url)).toBe('payable')
})

it('R-142 R-143 R-144 R-145 a quick payment is a reference and an amount; its link is copied, public, or sent', async () => {
  const { company } = world
  const ask = (body: Record<string, unknown>) =>
    company.call('POST', '/v1/payment_requests', { kind: 'quick', currency: 'usd', ...body })
  for (const half of [{ amount: 4_200 }, { reference: 'RO 7' }]) {
    const refused = await ask(half)
    expect([400, 422]).toContain(refused.status)
    expect(refused.body).not.toHaveProperty('id')
  }
  const { url } = await quickLink(company, 4_200, { reference: 'RO 7' })
  // Nobody in particular: no cookie, no key, no referrer.
  const page = await payer('GET', url)
  expect(page).toMatchObject({ status: 200 })
  expect(page.text).toContain('RO 7')
  expect(page.text).toContain('$42.00')
  await made(pay(world, company, url, { amount: 4_200 }))
  expect(await pageStateOf(url)).toBe('paid')

  const { id: customer } = await newCustomer(company, { email: 'quick@lune.test' })
  const asked = await made(ask({ amount: 1_900, reference: 'RO 8', customer }))
  await made(company.call('POST', `/v1/payment_requests/${asked.id}/send`, {}))
  await world.settle()
  const [mail] = await mailTo(world, 'quick@lune.test')
  expect(mail?.text).toContain('Pay $19.00')
})

it.each([
  ['en', 'Here is how to pay $19.00', 'You need no account.'],
  ['fr', 'Voici comment payer 19,00 $', 'Aucun compte n’est nécessaire.'],
])('R-156 staff send a customer the steps of paying, filled in, in %s', async (language, first, last) => {
  const { company } = world
  const email = `steps-${language}@lune.test`
  const { id: customer } = await newCustomer(company, { email, language })
  const asked = await made(
    company.call('POST', '/v1/payment_requests', {
      kind: 'quick',
      currency: 'usd',
      amount: 1_900,
      reference: 'RO 9',
      customer,
    }),
  )
  await made(
    company.call('POST', `/v1/payment_requests/${asked.id}/send`, {
      template: `tpl_shipped_reply_how_to_pay_${language}`,
    }),
  )
  await world.settle()
  const [mail] = await mailTo(world, email)
  const text = mail?.text.replace(/\s+/g, ' ') ?? ''
  expect(text).toContain(first)
  expect(text).toContain(last)
  expect(text).toMatch(/https?:\/\/\S+\/p\/[\w-]{20,}/)
})
