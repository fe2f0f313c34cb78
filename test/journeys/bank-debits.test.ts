import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  advance,
  atOnce,
  eventually,
  linkTo,
  made,
  mailTo,
  newInvoice,
  owned,
  pageStateOf,
  pay,
  processorOf,
  quickLink,
} from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** R-026 R-043…R-048, K20: paid from a bank account (ACH), which takes days and may come back. */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany({}, ['us_bank_account_ach_payments'])
})
afterAll(() => world.stop())

type Takings = Record<'gross' | 'refunded' | 'fees', number>

const DAY = 24 * 3600
const bank = (number?: string, more = {}) => ({ ...(number ? { number } : {}), ...more })
const pageOf = async (url: string, lang = 'en') => (await fetch(`${url}?lang=${lang}`)).text()
const wordsOf = async (url: string, lang?: string) => textOf(await pageOf(url, lang))
const textOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
const debits = (tenant: Tenant) => async () =>
  (await made(tenant.call('GET', '/v1/payments'))).data as {
    id: string
    state: string
    decline_code: string | null
    processor_reference: string
  }[]
const newestPayment = async (tenant: Tenant) => (await debits(tenant)())[0]
const invoiceOf = async (id: unknown) => made(company.call('GET', `/v1/invoices/${id}`))
const subjects = async (address: string) => (await mailTo(world, address)).map(({ subject }) => subject)
const balances = async (tenant: Tenant) =>
  Object.fromEntries(
    (
      await owned<{ account: number; sum: string }>(
        world,
        `select account, sum(amount)::text sum from (
           select t.company_id, debit account, amount from ledger.transfers t
           union all select t.company_id, credit, -amount from ledger.transfers t) moved
         join identity.companies c on c.id = moved.company_id
         join payments.merchant_accounts m on m.company_id = c.id and m.processor_account = $1
         group by 1 having sum(amount) <> 0`,
        [tenant.account],
      )
    ).map(({ account, sum }) => [account, Number(sum)]),
  )
async function agreed(): Promise<void> {
  await world.settle()
  await world.prove(company)
  for (const { differences } of await world.verify()) expect(differences).toEqual([])
}

it('R-026 R-043 R-045 R-048 12,000.00 from a bank account goes the whole way, and comes back after it had cleared', async () => {
  const invoice = await newInvoice(company, '12000')
  const { url, request } = await linkTo(company, invoice.id)
  const offered = await pageOf(url)
  expect(offered).toContain('value="card"')
  expect(offered).toContain('value="ach"')
  expect(textOf(offered)).toContain('you authorize Rosa Blooms to debit $12,000.00 from your bank account')
  const before = await balances(company)

  const submitted = await pay(world, company, url, { amount: 1_200_000, bank: bank('000555555559') })
  expect(submitted.body).toMatchObject({ state: 'processing' })
  expect(submitted.body).not.toHaveProperty('client_secret')
  await agreed()
  expect(await pageStateOf(url)).toBe('processing')
  expect(await wordsOf(url)).toMatch(
    /\$12,000\.00 is on its way\. .*expected to finish with it between .* and /,
  )
  expect(await wordsOf(url, 'fr')).toMatch(/sont en route\. .*devrait en avoir terminé entre le .* et le /)
  // It can not be paid twice meanwhile, in no way.
  for (const again of [bank(), undefined]) {
    const refused = await pay(world, company, url, { amount: 1_200_000, ...(again && { bank: again }) })
    expect(refused.body.code).toBe('payment_under_way')
  }
  expect(await invoiceOf(invoice.id)).toMatchObject({ status: 'processing', open: 1_200_000 })
  expect((await made(company.call('GET', `/v1/payment_requests/${request}`))).status).toBe('processing')
  expect(await balances(company)).toEqual({ ...before, 1070: 1_200_000, 2120: -1_200_000 })
  const payment = await newestPayment(company)
  expect(payment).toMatchObject({
    state: 'processing',
    bank: { last4: '5559' },
    clearing: { state: 'processing', expected_from: expect.any(String), expected_to: expect.any(String) },
  })
  await eventually(
    () => subjects('ada@payer.test'),
    (found) => found.some((subject) => subject.includes('is on its way')),
  )
  const [told] = await mailTo(world, 'ada@payer.test')
  expect(told?.text.replaceAll(/\s+/g, ' ')).toContain('you authorize Rosa Blooms to debit $12,000.00')
  const [mandate] = await owned<Record<string, unknown>>(
    world,
    'select * from payments.mandates order by accepted_at desc limit 1',
  )
  expect(mandate).toMatchObject({
    payer_name: 'Ada Payer',
    version: '2026-11-22',
    locale: 'en-US',
    state: 'active',
  })
  expect(String(mandate?.address)).toMatch(/127\.0\.0\.1|::1/)

  await advance(world, 5 * DAY)
  await agreed()
  expect(await pageStateOf(url)).toBe('paid')
  expect(await wordsOf(url)).toContain('from the bank account ending in 5559')
  expect(await invoiceOf(invoice.id)).toMatchObject({ status: 'paid', open: 0 })
  expect(await newestPayment(company)).toMatchObject({ clearing: { state: 'cleared' } })
  expect(await balances(company)).toMatchObject({ 1050: 1_200_000 - 500, 5100: 500 })
  expect(await balances(company)).not.toHaveProperty('1070')
  await eventually(
    () => subjects('ada@payer.test'),
    (found) => found.some((subject) => subject.startsWith('Receipt')),
  )

  await advance(world, 3 * DAY)
  await agreed()
  expect(await newestPayment(company)).toMatchObject({
    state: 'returned',
    decline_code: 'R01',
    clearing: null,
  })
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 1_200_000 })
  expect((await made(company.call('GET', `/v1/payment_requests/${request}`))).status).not.toBe('paid')
  // The fee of the return is the company's; what was sold is owed again.
  expect(await balances(company)).toMatchObject({ 1050: -500 - 1500, 5110: 1500, 1100: 1_200_000 })
  // The link's own day is long over: it says what happened, and how a new one comes.
  expect(await pageStateOf(url)).toBe('expired')
  expect(await wordsOf(url)).toMatch(
    /The bank returned the payment of .*\$12,000\.00 is due again\..*did not hold enough/,
  )
  expect(await wordsOf(url, 'fr')).toContain('La banque a retourné le paiement')
  const priorities = await made(company.call('GET', '/v1/priorities?status=open'))
  expect(priorities.data).toContainEqual(
    expect.objectContaining({ kind: 'payment_returned', amount: 1_200_000, reason: 'R01' }),
  )
  await eventually(
    () => subjects('ada@payer.test'),
    (found) => found.some((subject) => subject.startsWith('Your bank returned')),
  )
  const story = (await made(company.call('GET', `/v1/payment_requests/${request}/timeline?limit=100`)))
    .data as { kind: string }[]
  const ofPayment = story.filter(({ kind }) => kind.startsWith('payment.'))
  expect(ofPayment.map(({ kind }) => kind)).toEqual([
    'payment.returned',
    'payment.cleared',
    'payment.succeeded',
    'payment.processing',
    'payment.started',
  ])
  expect(ofPayment[0]).toMatchObject({ decline_code: 'R01', amount: 1_200_000, bank: { last4: '5559' } })
  const listed = async (status: string) =>
    ((await made(company.call('GET', `/v1/payments?status=${status}`))).data as { id: string }[]).map(
      ({ id }) => id,
    )
  expect(await listed('returned')).toEqual([payment?.id])
  expect([await listed('processing'), await listed('succeeded')]).toEqual([[], []])
  const takings = (await made(company.call('GET', '/v1/reports/takings?days=30'))).data as Takings[]
  const sumOf = (name: keyof Takings) => takings.reduce((sum, row) => sum + row[name], 0)
  // 5.00 for the debit and 15.00 for its return.
  expect([sumOf('gross'), sumOf('refunded'), sumOf('fees')]).toEqual([1_200_000, 1_200_000, 2_000])
  // It is owed again, and may be paid again, by card.
  const anew = await linkTo(company, invoice.id)
  expect((await pay(world, company, anew.url, { amount: 1_200_000 })).body.state).toBe('succeeded')
  await agreed()
  expect(await invoiceOf(invoice.id)).toMatchObject({ status: 'paid' })
})

it('M2 M4 a debit that is called back while it is under way is canceled: what it held is free, and nothing comes of it later', async () => {
  const invoice = await newInvoice(company, '310')
  const { url } = await linkTo(company, invoice.id)
  const before = await balances(company)
  await pay(world, company, url, { amount: 31_000, bank: bank() })
  await world.settle()
  expect(await balances(company)).toEqual({
    ...before,
    1070: (before[1070] ?? 0) + 31_000,
    2120: (before[2120] ?? 0) - 31_000,
  })
  const attempt = await newestPayment(company)
  expect(attempt).toMatchObject({ state: 'processing' })
  await processorOf(world).paymentIntents.cancel(
    String(attempt?.processor_reference),
    {},
    { stripeAccount: company.account },
  )
  await agreed()
  expect(await newestPayment(company)).toMatchObject({ state: 'canceled' })
  expect(await balances(company)).toEqual(before)
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 31_000, in_flight: 0 })
  expect((await pay(world, company, url, { amount: 31_000 })).body).toMatchObject({ state: 'succeeded' })
  await advance(world, 6 * DAY)
  await agreed()
  const [, called] = await debits(company)()
  expect(called).toMatchObject({ id: attempt?.id, state: 'canceled' })
})

it('a debit that fails after days says why in words, frees what it held, and its account is not debited again', async () => {
  const { url } = await quickLink(company, 25_000)
  const before = await balances(company)
  await pay(world, company, url, { amount: 25_000, bank: bank('000111111113') })
  await advance(world, 5 * DAY)
  await agreed()
  // What the failure costs is the company's; of the amount nothing was ever there.
  expect(await balances(company)).toEqual({
    ...before,
    1050: (before[1050] ?? 0) - 400,
    5110: (before[5110] ?? 0) + 400,
  })
  expect(await newestPayment(company)).toMatchObject({ state: 'failed', decline_code: 'R02' })
  expect(await pageStateOf(url)).toBe('declined')
  expect(await wordsOf(url)).toContain('Nothing was charged. The account is closed.')
  expect(await wordsOf(url, 'fr')).toContain('Le compte est fermé.')
  await eventually(
    () => subjects('ada@payer.test'),
    (found) => found.some((subject) => subject.includes('did not go through')),
  )
  const again = await pay(world, company, url, { amount: 25_000, bank: bank('000111111113') })
  expect(again.body).toMatchObject({ state: 'declined' })
  expect(again.body.message).toContain('An earlier debit of this account came back')
  await agreed()
})

it('small deposits: a code that is told wrong is counted, and the right one sends the debit to the bank', async () => {
  const { url } = await quickLink(company, 30_000)
  const asked = await pay(world, company, url, { amount: 30_000, bank: bank(undefined, { instant: false }) })
  expect(asked.body.state).toBe('requires_action')
  expect(asked.body).not.toHaveProperty('client_secret')
  expect(await pageStateOf(url)).toBe('verify')
  // Days are no reason to give it up.
  await advance(world, 2 * DAY)
  expect(await pageStateOf(url)).toBe('verify')
  const verify = (fields: Record<string, string>) =>
    fetch(`${url}/payments/${asked.body.payment}/verify`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
  const wrong = await verify({ code: 'SM99ZZ' })
  expect([wrong.status, wrong.headers.get('location')]).toEqual([303, expect.stringContaining('told=wrong')])
  expect(await wordsOf(url)).toContain('9 tries left')
  expect((await verify({ code: 'sm11aa' })).headers.get('location')).not.toContain('told')
  expect(await pageStateOf(url)).toBe('processing')
  await advance(world, 5 * DAY)
  expect(await pageStateOf(url)).toBe('paid')
  await agreed()
})

it('small deposits: amounts may be told wrong three times; then the attempt is over and pays nothing', async () => {
  const { url } = await quickLink(company, 31_000)
  const asked = await pay(world, company, url, {
    amount: 31_000,
    bank: bank(undefined, { instant: false, kind: 'savings' }),
  })
  expect(await wordsOf(url)).toContain('Two small deposits are coming to your account.')
  for (const first of ['0.01', '2', ',03']) {
    await fetch(`${url}/payments/${asked.body.payment}/verify`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ first, second: '0.45' }),
    })
  }
  expect(await pageStateOf(url)).toBe('declined')
  expect(await wordsOf(url)).toContain('told wrong too often')
  await agreed()
})

it('a debit and a card at once on one invoice: one pays, whichever; a debit submitted twice is one', async () => {
  const invoice = await newInvoice(company, '77')
  const links = [await linkTo(company, invoice.id), await linkTo(company, invoice.id)]
  const answers = await Promise.all(
    links.map(({ url }, at) =>
      pay(world, company, url, { amount: 7_700, ...(at === 0 && { bank: bank() }) }),
    ),
  )
  const [refused] = answers.filter(({ status }) => status === 409)
  expect(refused?.body.code).toMatch(/payment_under_way|nothing_is_owed/)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)

  const { url } = await quickLink(company, 8_800)
  const key = crypto.randomUUID()
  const twins = await atOnce(3, () => pay(world, company, url, { amount: 8_800, bank: bank(), key }))
  expect(new Set(twins.map(({ body }) => body.payment)).size).toBe(1)
  await advance(world, 5 * DAY)
  await agreed()
  expect(await pageStateOf(url)).toBe('paid')
  expect(await invoiceOf(invoice.id)).toMatchObject({ status: 'paid' })
})

it('rule 9–12: webhooks that come twice, late or never change nothing: what the bank did is found out all the same', async () => {
  for (const fault of [
    { on: 'webhook', do: 'duplicate', times: 20 },
    { on: 'webhook', do: 'reorder', times: 20 },
    { on: 'webhook', do: 'drop', times: 100, type: 'charge.*' },
    { on: 'webhook', do: 'drop', times: 100, type: 'payment_intent.*' },
  ])
    await world.play('POST', '/sandbox/faults', fault)
  const { url } = await quickLink(company, 9_900)
  await pay(world, company, url, { amount: 9_900, bank: bank('000555555559') })
  await advance(world, 5 * DAY)
  await eventually(
    () => pageStateOf(url),
    (state) => state === 'paid',
  )
  await advance(world, 3 * DAY)
  expect(
    await eventually(
      () => pageStateOf(url),
      (state) => state === 'returned',
    ),
  ).toBe('returned')
  await world.play('DELETE', '/sandbox/faults')
  await agreed()
  expect(await wordsOf(url)).toMatch(/The bank returned the payment of .*\$99\.00 is due again\./)
  expect((await pay(world, company, url, { amount: 9_900 })).body.state).toBe('succeeded')
  await agreed()
})

it('K1 what is not offered, or not agreed to, is refused, and nothing is written', async () => {
  const { url, request } = await quickLink(company, 5_000)
  const methods = await made(company.call('GET', `/v1/payment_requests/${request}/methods`))
  expect(methods.data).toEqual([
    { method: 'card', offered: true, reason: null },
    { method: 'wallet', offered: true, reason: null },
    { method: 'ach', offered: true, reason: null },
    { method: 'wire', offered: false, reason: 'not_at_processor' },
    { method: 'bnpl', offered: false, reason: 'not_at_processor' },
  ])
  const token = await world.play<{ id: string }>('POST', '/sandbox/bank_tokens', {
    account: company.account,
    account_number: '000123456789',
    instant: true,
    name: 'Ada',
  })
  const bare = {
    submit_key: crypto.randomUUID(),
    confirmation_token: token.id,
    amount: 5_000,
    currency: 'USD',
    method: 'ach',
  }
  expect((await payer('POST', `${url}/payments`, bare)).body.code).toBe('mandate_not_accepted')
  const old = { ...bare, mandate: '2020-01-01', name: 'Ada', email: 'ada@payer.test' }
  expect((await payer('POST', `${url}/payments`, old)).body.code).toBe('mandate_not_accepted')
  // A bank's token under the name of a card takes nothing: the processor allows one way, and no other.
  const disguised = await payer('POST', `${url}/payments`, { ...bare, method: 'card' })
  expect(disguised.body.state).toBe('declined')

  const byCard = await quickLink(company, 5_100, { methods: ['card'] })
  const refused = await pay(world, company, byCard.url, { amount: 5_100, bank: bank() })
  expect(refused.body).toMatchObject({ code: 'method_not_offered', methods: ['card'] })
  expect(await pageOf(byCard.url)).not.toContain('value="ach"')
  const customer = await made(company.call('POST', '/v1/customers', { name: 'Café Lune', methods: ['ach'] }))
  const byBank = await quickLink(company, 5_200, { customer: customer.id })
  expect((await pay(world, company, byBank.url, { amount: 5_200 })).body.code).toBe('method_not_offered')
  const inEuros = await quickLink(company, 5_300, { currency: 'eur' })
  expect(
    (await pay(world, company, inEuros.url, { amount: 5_300, currency: 'EUR', bank: bank() })).body.code,
  ).toBe('method_not_offered')
  // Narrowed while the page is open: decided again at submit.
  await made(company.call('PATCH', `/v1/customers/${customer.id}`, { methods: ['card'] }))
  expect((await pay(world, company, byBank.url, { amount: 5_200, bank: bank() })).body.code).toBe(
    'method_not_offered',
  )
  expect((await pay(world, company, byBank.url, { amount: 5_200 })).body.state).toBe('succeeded')
  await agreed()
})
