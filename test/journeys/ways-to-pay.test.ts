import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { signedIn } from '../support/staff.ts'
import {
  advance,
  atOnce,
  chargesOf,
  eventually,
  linkTo,
  made,
  mailTo,
  newInvoice,
  pageStateOf,
  pay,
  processorOf,
  quickLink,
} from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** R-170 … R-178, K21: paid over time with Affirm, on whose page the payer agrees to a plan or does not. */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany({}, ['affirm_payments'])
})
afterAll(() => world.stop())

const DAY = 24 * 3600
const pageOf = async (url: string, lang = 'en') => (await fetch(`${url}?lang=${lang}`)).text()
const wordsOf = async (url: string, lang?: string) =>
  (await pageOf(url, lang))
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/(&nbsp;|\s)+/g, ' ')
type Row = Record<string, unknown>
const paymentsOf = async (request: string) =>
  (await made(company.call('GET', `/v1/payments?payment_request=${request}`))).data as Row[]
async function agreed(): Promise<void> {
  await world.settle()
  await world.prove(company)
  for (const { differences } of await world.verify()) expect(differences).toEqual([])
}

/** Submits with Affirm: what the browser is sent to, and the PaymentIntent behind it. */
async function goToAffirm(url: string, amount: number, key?: string) {
  const { body } = await pay(world, company, url, { amount, affirm: true, ...(key && { key }) })
  const intent = String(body.client_secret).split('_secret_')[0] ?? ''
  return { body, intent }
}
const decide = (intent: string, outcome: 'accept' | 'refuse' | 'cancel') =>
  world.play('POST', `/sandbox/payment_intents/${intent}/affirm`, { outcome })
const comeBack = (url: string, query = '') => fetch(`${url}/return${query}`, { redirect: 'manual' })

it('R-170 R-171 R-172 R-178 the page offers Affirm beside the card, says what it is, and links to its policy', async () => {
  const { url } = await quickLink(company, 124_050)
  const page = await pageOf(url)
  expect(page).toContain('value="bnpl"')
  expect(page).toContain('href="https://www.affirm.com/privacy"')
  const said = await wordsOf(url)
  expect(said).toContain('See if you qualify')
  expect(said).toContain('soft credit check does not affect your credit score')
  expect(said).toContain('depends on the amount and on that check')
  expect(said).toContain('Pay $1,240.50 with Affirm')
  const french = await wordsOf(url, 'fr')
  expect(french).toContain('n’affecte pas votre cote de crédit')
  expect(french).toMatch(/Payer .* avec Affirm/)
})

it('R-173 R-174 R-175 an agreed plan pays an invoice, its fee is booked, its receipt names Affirm, and it is refunded', async () => {
  const invoice = await newInvoice(company, '600')
  const { url, request } = await linkTo(company, invoice.id)
  const { body, intent } = await goToAffirm(url, 60_000)
  expect(body).toMatchObject({ state: 'requires_action', message: expect.stringContaining('Affirm') })
  const at = await processorOf(world).paymentIntents.retrieve(intent, {}, { stripeAccount: company.account })
  const { url: address = '', return_url: back = '' } = at.next_action?.redirect_to_url ?? {}
  expect(back).toBe(`${url}/return?lang=en`)
  expect(await pageStateOf(url)).toBe('action_needed')
  expect(await wordsOf(url)).toContain('Affirm is waiting for you.')
  expect(await wordsOf(url, 'fr')).toContain('Affirm vous attend.')
  // On Affirm's own page, as a browser does it.
  expect(await (await fetch(String(address))).text()).toContain('Agree to the plan')
  const agreedAt = await fetch(String(address), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'outcome=accept',
  })
  const returned = await fetch(agreedAt.headers.get('location') ?? '', { redirect: 'manual' })
  expect([returned.status, returned.headers.get('location')]).toEqual([
    303,
    `${new URL(url).pathname}?lang=en`,
  ])
  expect(await pageStateOf(url)).toBe('paid')
  expect(await wordsOf(url)).toMatch(/paid .* with Affirm/)
  expect(await wordsOf(url, 'fr')).toMatch(/payé le .* avec Affirm/)
  await agreed()
  const [payment] = await paymentsOf(request)
  // 6 % and 0.30.
  expect(payment).toMatchObject({ method: 'bnpl', state: 'succeeded', card: null, bank: null, fee: 3_630 })
  expect(await made(company.call('GET', `/v1/invoices/${invoice.id}`))).toMatchObject({ status: 'paid' })
  const mails = await eventually(
    () => mailTo(world, 'ada@payer.test'),
    (found) => found.some(({ subject }) => subject.startsWith('Receipt')),
  )
  expect(mails.map(({ subject }) => subject)).toContain('Your plan')
  const receipt = mails.find(({ subject }) => subject.startsWith('Receipt'))
  expect(receipt?.text).toContain('Affirm')
  expect(receipt?.text).toContain('copy of your plan')
  const csv = await company.call('GET', `/v1/payments?format=csv&payment_request=${request}`)
  expect(csv.text).toContain(',bnpl,')
  const takings = (await made(company.call('GET', '/v1/reports/takings?days=30'))).data as Row[]
  expect(takings).toContainEqual(expect.objectContaining({ method: 'bnpl', gross: 60_000, fees: 3_630 }))
  const story = (await made(company.call('GET', `/v1/payment_requests/${request}/timeline?limit=100`)))
    .data as Row[]
  expect(story).toContainEqual(expect.objectContaining({ kind: 'payment.succeeded', method: 'bnpl' }))

  const refund = (values: Row = {}) =>
    company.call(
      'POST',
      '/v1/refunds',
      { payment: payment?.id, treatment: 'reduce_sale', ...values },
      { 'idempotency-key': crypto.randomUUID() },
    )
  const part = await made(refund({ amount: 10_000 }))
  expect(part).toMatchObject({ state: 'succeeded' })
  expect(await wordsOf(url)).toContain('Interest that you have paid is not returned.')
  await agreed()
  // After 120 days nobody gives it back, and nothing is written.
  await advance(world, 121 * DAY)
  const late = await refund()
  expect([late.status, late.body.code]).toEqual([409, 'refund_period_over'])
  expect(String(late.body.detail)).toContain('120 days')
  await agreed()
})

it('a refusal by Affirm, or a payer who goes back, charges nothing and leaves the link to be paid in any way', async () => {
  const { url, request } = await quickLink(company, 70_000)
  const refused = await goToAffirm(url, 70_000)
  await decide(refused.intent, 'refuse')
  await comeBack(url)
  expect(await pageStateOf(url)).toBe('declined')
  expect(await wordsOf(url)).toContain('Affirm could not offer a plan. Nothing was charged.')
  expect(await wordsOf(url, 'fr')).toContain('Affirm n’a pas pu proposer de plan.')
  // News of the refusal that is worked on at the same time closes it at the processor first.
  const overtaken = await goToAffirm(url, 70_000)
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 10 })
  await decide(overtaken.intent, 'refuse')
  await processorOf(world).paymentIntents.cancel(overtaken.intent, {}, { stripeAccount: company.account })
  await comeBack(url)
  expect(await pageStateOf(url)).toBe('declined')
  await world.play('DELETE', '/sandbox/faults')
  const stopped = await goToAffirm(url, 70_000)
  await decide(stopped.intent, 'cancel')
  await comeBack(url, '?redirect_status=succeeded')
  expect(await wordsOf(url)).toContain('You did not agree to a plan with Affirm. Nothing was charged.')
  // Coming back once more changes nothing.
  await comeBack(url)
  expect((await pay(world, company, url, { amount: 70_000 })).body.state).toBe('succeeded')
  await agreed()
  expect((await paymentsOf(request)).map(({ method, state }) => [method, state])).toEqual([
    ['card', 'succeeded'],
    ['bnpl', 'failed'],
    ['bnpl', 'failed'],
    ['bnpl', 'failed'],
  ])
  // Whom Affirm refuses has not tried a stolen card.
  const surges = await made(company.call('GET', '/v1/priorities?status=open'))
  expect(JSON.stringify(surges.data)).not.toContain('decline_surge')
})

it('rule 13–16: two tabs, two returns and news that comes first, twice or never: charged once', async () => {
  const { url, request } = await quickLink(company, 80_000)
  const key = crypto.randomUUID()
  const twins = await atOnce(3, () => goToAffirm(url, 80_000, key))
  expect(new Set(twins.map(({ body }) => body.payment)).size).toBe(1)
  const intent = twins.map((twin) => twin.intent).find((id) => id.startsWith('pi_')) ?? ''
  // In another tab, meanwhile, by card and with Affirm: refused while the first is open.
  expect((await pay(world, company, url, { amount: 80_000 })).body.code).toBe('payment_under_way')
  expect((await goToAffirm(url, 80_000)).body.code).toBe('payment_under_way')
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'duplicate', times: 20 })
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'reorder', times: 20 })
  await decide(intent, 'accept')
  await Promise.all([
    comeBack(url),
    comeBack(url),
    world.play('POST', '/sandbox/webhooks/flush', { held: true }),
  ])
  await comeBack(url)
  await world.play('DELETE', '/sandbox/faults')
  expect(await pageStateOf(url)).toBe('paid')
  expect((await pay(world, company, url, { amount: 80_000 })).body.code).toMatch(
    /nothing_is_owed|link_not_payable/,
  )
  await agreed()
  expect(await paymentsOf(request)).toHaveLength(1)
  expect((await chargesOf(world, company)).filter(({ amount }) => amount === 80_000)).toHaveLength(1)

  // The news alone, nobody comes back; and nobody's news, the payer alone.
  const unseen = await quickLink(company, 81_000)
  await decide((await goToAffirm(unseen.url, 81_000)).intent, 'accept')
  await world.settle()
  expect(await pageStateOf(unseen.url)).toBe('paid')
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 100 })
  const unheard = await quickLink(company, 82_000)
  await decide((await goToAffirm(unheard.url, 82_000)).intent, 'accept')
  await comeBack(unheard.url)
  expect(await pageStateOf(unheard.url)).toBe('paid')
  await world.play('DELETE', '/sandbox/faults')
  await agreed()
})

it('who closes Affirm’s page goes on, starts over, or lets it run out; giving up and agreeing at once is one of both', async () => {
  const { url, request } = await quickLink(company, 90_000)
  const { body, intent } = await goToAffirm(url, 90_000)
  await comeBack(url)
  expect(await pageStateOf(url)).toBe('action_needed')
  const resumed = await payer('POST', `${url}/payments/${body.payment}/resume`)
  expect(String(resumed.body.client_secret)).toContain(intent)
  expect((await payer('POST', `${url}/payments/${body.payment}/give_up`)).body.state).toBe('canceled')
  await expect(decide(intent, 'accept')).rejects.toThrow('400')
  expect(await pageStateOf(url)).toBe('payable')

  const raced = await goToAffirm(url, 90_000)
  await Promise.allSettled([
    payer('POST', `${url}/payments/${raced.body.payment}/give_up`),
    decide(raced.intent, 'accept'),
  ])
  await comeBack(url)
  await agreed()
  const won = (await pageStateOf(url)) === 'paid'
  expect(await pageStateOf(url)).toMatch(/^(paid|payable)$/)
  if (!won) {
    const left = await goToAffirm(url, 90_000)
    await advance(world, 3600)
    await expect(decide(left.intent, 'accept')).rejects.toThrow('400')
    expect(await pageStateOf(url)).toBe('payable')
    expect((await pay(world, company, url, { amount: 90_000 })).body.state).toBe('succeeded')
  }
  await agreed()
  const paid = (await paymentsOf(request)).filter(({ state }) => state === 'succeeded')
  expect(paid).toHaveLength(1)
})

it('R-176 R-177 K1 off, or below the amount that is set, it is neither shown nor taken, and the settings say why', async () => {
  const { url, request } = await quickLink(company, 20_000)
  const reasons = async () =>
    Object.fromEntries(
      (
        (await made(company.call('GET', `/v1/payment_requests/${request}/methods`))).data as {
          method: string
          reason: string | null
        }[]
      ).map(({ method, reason }) => [method, reason]),
    )
  const set = (values: Row) => made(company.call('PATCH', '/v1/settings', values))
  expect(await reasons()).toMatchObject({ card: null, bnpl: null, ach: 'not_at_processor' })
  // A page that is open and is read again tells of each change.
  const offered = async () => (await payer('GET', `${url}/status`)).body.methods
  expect(await offered()).toBe('card wallet bnpl')
  await set({ 'bnpl.min_amount': 20_001 })
  expect(await reasons()).toMatchObject({ bnpl: 'below_set_amount' })
  expect(await offered()).toBe('card wallet')
  expect(await pageOf(url)).not.toContain('value="bnpl"')
  expect((await goToAffirm(url, 20_000)).body).toMatchObject({
    code: 'method_not_offered',
    methods: ['card', 'wallet'],
  })
  await set({ 'bnpl.min_amount': 20_000 })
  expect(await pageOf(url)).toContain('value="bnpl"')
  await set({ 'bnpl.enabled': false })
  expect(await reasons()).toMatchObject({ bnpl: 'switched_off' })
  expect((await goToAffirm(url, 20_000)).body.code).toBe('method_not_offered')
  await set({ 'bnpl.enabled': true, 'bnpl.min_amount': 0 })
  const small = await quickLink(company, 4_999)
  expect((await goToAffirm(small.url, 4_999)).body.code).toBe('method_not_offered')
  const customer = await made(company.call('POST', '/v1/customers', { name: 'Café Lune', methods: ['bnpl'] }))
  const only = await quickLink(company, 20_500, { customer: customer.id })
  expect(await wordsOf(only.url)).toContain('Pay with Affirm')
  expect((await pay(world, company, only.url, { amount: 20_500 })).body.code).toBe('method_not_offered')
  await agreed()
})

it('R-162 R-165 R-166 a wallet pays as a card does, and is named with it wherever the payment is shown', async () => {
  const { url, request } = await quickLink(company, 41_000)
  expect(await pageOf(url)).toContain('id="wallets"')
  const refused = await pay(world, company, url, {
    amount: 41_000,
    wallet: 'google_pay',
    card: '4000000000009995',
  })
  expect(refused.body.state).toBe('declined')
  const key = crypto.randomUUID()
  const twins = await atOnce(3, () => pay(world, company, url, { amount: 41_000, wallet: 'apple_pay', key }))
  expect(new Set(twins.map(({ body }) => body.payment)).size).toBe(1)
  await agreed()
  expect(await pageStateOf(url)).toBe('paid')
  expect(await wordsOf(url)).toContain('with Apple Pay · Visa ending in 4242')
  expect(await wordsOf(url, 'fr')).toContain('Apple Pay · Visa')
  const [paid, declined] = await paymentsOf(request)
  expect(paid).toMatchObject({
    method: 'wallet',
    card: { brand: 'visa', last4: '4242', wallet: 'apple_pay' },
  })
  expect(declined).toMatchObject({ state: 'failed', card: { wallet: 'google_pay' } })
  const receipt = await eventually(
    async () => (await mailTo(world, 'ada@payer.test'))[0]?.text ?? '',
    (text) => text.includes('Apple Pay'),
  )
  expect(receipt).toContain('Apple Pay · Visa ending in 4242')
  const csv = await company.call('GET', `/v1/payments?format=csv&payment_request=${request}`)
  expect(csv.text).toContain('wallet,apple_pay,visa,4242')
  const story = (await made(company.call('GET', `/v1/payment_requests/${request}/timeline?limit=100`)))
    .data as Row[]
  expect(story).toContainEqual(
    expect.objectContaining({
      kind: 'payment.succeeded',
      card: expect.objectContaining({ wallet: 'apple_pay' }),
    }),
  )
})

it('K1 K15 wallets stand where the setting says, beside cards only, and are refused where they are not offered', async () => {
  const set = (values: Row) => made(company.call('PATCH', '/v1/settings', values))
  const { url } = await quickLink(company, 42_000)
  const before = async () => {
    const page = await pageOf(url)
    return page.indexOf('id="wallets"') < page.indexOf('id="card"')
  }
  expect(await before()).toBe(true)
  await set({ 'checkout.wallets': 'under_card' })
  expect(await before()).toBe(false)
  await set({ 'checkout.wallets': 'separate' })
  for (const [methods, reason] of [
    [['card', 'bnpl'], 'not_for_request'],
    [['wallet', 'bnpl'], 'only_beside_card'],
  ] as const) {
    const asked = await quickLink(company, 43_000, { methods })
    expect(await pageOf(asked.url)).not.toContain('id="wallets"')
    const told = await made(company.call('GET', `/v1/payment_requests/${asked.request}/methods`))
    expect(told.data).toContainEqual({ method: 'wallet', offered: false, reason })
    const refused = await pay(world, company, asked.url, { amount: 43_000, wallet: 'apple_pay' })
    expect(refused.body.code).toBe('method_not_offered')
  }
})

it('the domain of the pay pages is registered for wallets by who may, and looked at again', async () => {
  const path = '/v1/merchant_account/wallet_domain'
  const unknown = { active: false, reason: null }
  expect(await made(company.call('GET', path))).toEqual({
    object: 'wallet_domain',
    domain: 'localhost',
    registered: false,
    apple_pay: unknown,
    google_pay: unknown,
  })
  const active = { active: true, reason: null }
  for (const _ of ['once', 'again']) {
    const registered = await made(company.call('POST', path))
    expect(registered).toMatchObject({ registered: true, apple_pay: active, google_pay: active })
  }
  expect(await made(company.call('GET', path))).toMatchObject({ registered: true, apple_pay: active })
  const cora = await signedIn(world, company, 'cashier')
  expect((await cora.call('POST', path)).body.code).toBe('permission_denied')
  const fault = { on: 'request', do: 'error_500', times: 10, path: '/v1/payment_method_domains' }
  await world.play('POST', '/sandbox/faults', fault)
  const silent = await company.call('GET', path)
  await world.play('DELETE', '/sandbox/faults')
  expect([silent.status, silent.body.code]).toEqual([503, 'processor_silent'])
})

it('K1 how something could be paid, and why not otherwise, is told by origin, customer, amount and currency', async () => {
  const told = async (query: string) =>
    Object.fromEntries(
      (
        (await made(company.call('GET', `/v1/methods?${query}`))).data as {
          method: string
          reason: string | null
        }[]
      ).map(({ method, reason }) => [method, reason]),
    )
  const any = { card: null, wallet: null, ach: 'not_at_processor', wire: 'not_at_processor', bnpl: null }
  expect(await told('')).toEqual(any)
  expect(await told('amount=4999')).toEqual({ ...any, bnpl: 'not_of_amount' })
  expect(await told('currency=cad')).toEqual({ ...any, bnpl: 'not_in_currency' })
  const customer = await made(company.call('POST', '/v1/customers', { name: 'Café Lune', methods: ['bnpl'] }))
  expect(await told(`customer=${customer.id}&amount=10000`)).toMatchObject({
    card: 'not_for_customer',
    wallet: 'not_for_customer',
    bnpl: null,
  })
  await made(company.call('PATCH', '/v1/settings', { 'methods.invoice_link': ['card'] }))
  expect(await told('origin=invoice_link')).toMatchObject({ card: null, bnpl: 'not_set' })
  expect(await told('origin=request')).toEqual(any)
  await made(
    company.call('PATCH', '/v1/settings', {
      'methods.invoice_link': ['card', 'wallet', 'ach', 'wire', 'bnpl'],
    }),
  )
  expect((await company.call('GET', '/v1/methods?customer=nobody')).status).toBe(400)
})
