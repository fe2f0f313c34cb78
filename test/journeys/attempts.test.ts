import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  advance,
  chargesOf,
  confirmByOldTab,
  eventually,
  linkTo,
  newInvoice,
  owned,
  pageStateOf,
  pay,
  processorOf,
} from '../support/story.ts'
import { type Answer, payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Attempts that do not simply succeed: what an old tab may still hold, what comes late, what never comes. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const CHALLENGE = '4000002760003184'
const DECLINED = '4000000000009995'
const PRICE = 8_000

interface Stage {
  tenant: Tenant
  invoice: string
  url: string
}

async function stage(): Promise<Stage> {
  const tenant = await world.newCompany()
  const invoice = String((await newInvoice(tenant, '80.00')).id)
  return { tenant, invoice, url: (await linkTo(tenant, invoice)).url }
}

const invoiceOf = async ({ tenant, invoice }: Stage) =>
  (await tenant.call('GET', `/v1/invoices/${invoice}`)).body
const stateOf = async ({ tenant }: Stage, { body }: Answer) =>
  (await tenant.call('GET', `/v1/payments/${body.payment}`)).body.state
const intentOf = ({ body }: Answer) => String(body.client_secret).split('_secret')[0]
const authenticate = (answer: Answer, outcome: 'complete' | 'fail') =>
  world.play('POST', `/sandbox/payment_intents/${intentOf(answer)}/authenticate`, { outcome })

async function challenged(at: Stage): Promise<Answer> {
  const answer = await pay(world, at.tenant, at.url, { amount: PRICE, card: CHALLENGE })
  expect(answer.body).toMatchObject({ state: 'requires_action' })
  // What the processor says of the challenge itself, arriving late, would close the attempt once it has failed.
  await world.settle()
  return answer
}

it('a failed 3-D Secure attempt’s secret, confirmed later by an old tab, charges nothing', async () => {
  const at = await stage()
  const attempt = await challenged(at)
  await authenticate(attempt, 'fail')
  await world.settle()
  expect(await stateOf(at, attempt)).toBe('failed')
  const old = await confirmByOldTab(world, at.tenant, String(attempt.body.client_secret))
  expect(old.status).toBe(400)
  expect(await chargesOf(world, at.tenant)).toEqual([])
  expect(await pageStateOf(at.url)).toBe('declined')
  expect(await invoiceOf(at)).toMatchObject({ open: PRICE, in_flight: 0 })
  expect((await pay(world, at.tenant, at.url, { amount: PRICE })).body).toMatchObject({ state: 'succeeded' })
  await world.settle()
  expect(await chargesOf(world, at.tenant)).toHaveLength(1)
  await world.prove(at.tenant)
})

it('the payer’s own return closes a failed attempt at the processor before it says declined', async () => {
  const at = await stage()
  const attempt = await challenged(at)
  await world.play('POST', '/sandbox/faults', {
    on: 'webhook',
    do: 'drop',
    times: 1,
    type: 'payment_intent.payment_failed',
  })
  await authenticate(attempt, 'fail')
  const back = await payer('POST', `${at.url}/payments/${attempt.body.payment}/refresh`)
  expect(back.body).toMatchObject({ state: 'declined' })
  const old = await confirmByOldTab(world, at.tenant, String(attempt.body.client_secret))
  expect(old.status).toBe(400)
  expect(await chargesOf(world, at.tenant)).toEqual([])
  await world.settle()
  await world.prove(at.tenant)
})

it('an old tab that wins before the attempt is closed is booked once', async () => {
  const at = await stage()
  const attempt = await challenged(at)
  await world.play('POST', '/sandbox/faults', {
    on: 'webhook',
    do: 'drop',
    times: 1,
    type: 'payment_intent.payment_failed',
  })
  await authenticate(attempt, 'fail')
  const old = await confirmByOldTab(world, at.tenant, String(attempt.body.client_secret))
  expect(old.body).toMatchObject({ status: 'succeeded' })
  const back = await payer('POST', `${at.url}/payments/${attempt.body.payment}/refresh`)
  expect(back.body).toMatchObject({ state: 'succeeded' })
  await world.settle()
  expect(await chargesOf(world, at.tenant)).toHaveLength(1)
  expect(await invoiceOf(at)).toMatchObject({ status: 'paid', settled: PRICE })
  await world.prove(at.tenant)
})

it('a declined attempt is closed at the processor: even its own secret confirms nothing any more', async () => {
  const at = await stage()
  const declined = await pay(world, at.tenant, at.url, { amount: PRICE, card: DECLINED })
  expect(declined.body).toMatchObject({ state: 'declined' })
  expect(declined.body).not.toHaveProperty('client_secret')
  await world.settle()
  const intent = await onlyIntent(at)
  expect(intent.status).toBe('canceled')
  const old = await confirmByOldTab(world, at.tenant, String(intent.client_secret))
  expect(old.status).toBe(400)
  expect(await chargesOf(world, at.tenant)).toEqual([])
  expect(await stateOf(at, declined)).toBe('failed')
  await world.prove(at.tenant)
})

it('a success after a failure settles the invoice that is still owed', async () => {
  const at = await stage()
  await lateSuccess(at, async () => {})
  expect(await invoiceOf(at)).toMatchObject({ status: 'paid', settled: PRICE, in_flight: 0 })
  expect((await at.tenant.call('GET', '/v1/credits')).body.data).toEqual([])
  expect(await pageStateOf(at.url)).toBe('paid')
  await world.prove(at.tenant)
})

it('R-109 R-110 K8 a success after the invoice was paid otherwise becomes credit, is refundable, and a person is told', async () => {
  const at = await stage()
  const late = await lateSuccess(at, async () => {
    const other = await linkTo(at.tenant, at.invoice)
    expect((await pay(world, at.tenant, other.url, { amount: PRICE })).body).toMatchObject({
      state: 'succeeded',
    })
  })
  expect(await chargesOf(world, at.tenant)).toHaveLength(2)
  expect(await invoiceOf(at)).toMatchObject({ status: 'paid', settled: PRICE, open: 0 })
  const credits = await at.tenant.call('GET', '/v1/credits')
  expect(credits.body.data).toMatchObject([
    { kind: 'overpayment', amount: PRICE, remaining: PRICE, payment: late.body.payment },
  ])
  const priorities = await owned(
    world,
    `select p.kind from notifications.priorities p join payments.merchant_account_directory d using (company_id)
     where d.processor_account = $1 and p.resolved_at is null`,
    [at.tenant.account],
  )
  expect(priorities).toEqual([{ kind: 'credit.received' }])
  await world.prove(at.tenant)
  const refund = await at.tenant.call(
    'POST',
    '/v1/refunds',
    { payment: late.body.payment },
    { 'idempotency-key': 'late' },
  )
  expect(refund).toMatchObject({
    status: 201,
    body: { amount: PRICE, treatment: 'prepayment', state: 'succeeded' },
  })
  await world.settle()
  expect(await invoiceOf(at)).toMatchObject({ status: 'paid' })
  await world.prove(at.tenant)
})

it('3-D Secure that is abandoned holds the invoice for 30 business minutes; then it is canceled and payable again', async () => {
  const at = await stage()
  const attempt = await challenged(at)
  const other = await linkTo(at.tenant, at.invoice)
  expect(await pageStateOf(at.url)).toBe('action_needed')
  expect(await pageStateOf(other.url)).toBe('someone_else_pays')
  expect(await pay(world, at.tenant, other.url, { amount: PRICE })).toMatchObject({
    status: 409,
    body: { code: 'payment_under_way' },
  })
  await advance(world, 25 * 60)
  expect(await stateOf(at, attempt)).toBe('requires_action')
  await advance(world, 6 * 60)
  expect(
    await eventually(
      () => stateOf(at, attempt),
      (state) => state === 'canceled',
    ),
  ).toBe('canceled')
  expect((await onlyIntent(at)).status).toBe('canceled')
  expect((await confirmByOldTab(world, at.tenant, String(attempt.body.client_secret))).status).toBe(400)
  expect(await invoiceOf(at)).toMatchObject({ open: PRICE, in_flight: 0 })
  expect(await pageStateOf(other.url)).toBe('payable')
  expect((await pay(world, at.tenant, other.url, { amount: PRICE })).body).toMatchObject({
    state: 'succeeded',
  })
  await world.settle()
  await world.prove(at.tenant)
})

it('a payer who starts over has the attempt canceled first; one who comes back gets its secret again', async () => {
  const at = await stage()
  const attempt = await challenged(at)
  const resumed = await payer('POST', `${at.url}/payments/${attempt.body.payment}/resume`)
  expect(resumed.body).toMatchObject({ state: 'requires_action', client_secret: attempt.body.client_secret })
  const over = await payer('POST', `${at.url}/payments/${attempt.body.payment}/give_up`)
  expect(over.body).toMatchObject({ state: 'canceled' })
  expect(over.body).not.toHaveProperty('client_secret')
  expect((await confirmByOldTab(world, at.tenant, String(attempt.body.client_secret))).status).toBe(400)
  expect((await pay(world, at.tenant, at.url, { amount: PRICE })).body).toMatchObject({ state: 'succeeded' })
  await world.settle()
  await world.prove(at.tenant)
})

it('rule 12: a charge whose answer is lost is not made again; it is found out and booked once', async () => {
  const at = await stage()
  await world.play('POST', '/sandbox/faults', {
    on: 'request',
    do: 'drop_after',
    times: 1000,
    method: 'POST',
    path: '/v1/payment_intents',
  })
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 1000 })
  const unsure = await pay(world, at.tenant, at.url, { amount: PRICE })
  expect(unsure).toMatchObject({ status: 200, body: { state: 'unsure' } })
  expect(await pageStateOf(at.url)).toBe('unsure')
  expect(await pay(world, at.tenant, at.url, { amount: PRICE })).toMatchObject({ status: 409 })
  await world.play('DELETE', '/sandbox/faults')
  await advance(world, 61)
  expect(
    await eventually(
      () => stateOf(at, unsure),
      (state) => state === 'succeeded',
    ),
  ).toBe('succeeded')
  await world.settle()
  expect(await chargesOf(world, at.tenant)).toHaveLength(1)
  expect(await invoiceOf(at)).toMatchObject({ status: 'paid' })
  await world.prove(at.tenant)
})

it('ten declines within an hour pause a link for an hour, and nothing else', async () => {
  const at = await stage()
  for (let i = 0; i < 10; i++) await pay(world, at.tenant, at.url, { amount: PRICE, card: DECLINED })
  const paused = await pay(world, at.tenant, at.url, { amount: PRICE })
  expect(paused).toMatchObject({ status: 429, body: { code: 'too_many_tries' } })
  expect(paused.body.retry_after_seconds).toBeGreaterThan(0)
  expect(await chargesOf(world, at.tenant)).toEqual([])
  const other = await linkTo(at.tenant, at.invoice)
  expect(await pageStateOf(other.url)).toBe('payable')
  await advance(world, 3_601)
  expect((await pay(world, at.tenant, at.url, { amount: PRICE })).body).toMatchObject({ state: 'succeeded' })
  await world.settle()
  await world.prove(at.tenant)
})

it('the whole of it agrees with the processor', async () => {
  await world.settle()
  expect((await world.verify()).flatMap(({ differences }) => differences)).toEqual([])
})

async function onlyIntent({ tenant }: Stage) {
  const { data } = await processorOf(world).paymentIntents.list({}, { stripeAccount: tenant.account })
  const [intent, ...others] = data
  expect(others).toEqual([])
  if (intent === undefined) throw new Error('The processor has no attempt.')
  return intent
}

/** An attempt is declined here and cannot be closed there yet; meanwhile something else; then it succeeds there. */
async function lateSuccess(at: Stage, meanwhile: () => Promise<void>): Promise<Answer> {
  await world.play('POST', '/sandbox/faults', {
    on: 'request',
    do: 'error_500',
    times: 1000,
    path: '/v1/payment_intents/*/cancel',
  })
  const declined = await pay(world, at.tenant, at.url, { amount: PRICE, card: DECLINED })
  expect(declined.body).toMatchObject({ state: 'declined' })
  const intent = await onlyIntent(at)
  await meanwhile()
  const late = await confirmByOldTab(world, at.tenant, String(intent.client_secret))
  expect(late.body).toMatchObject({ status: 'succeeded' })
  expect(
    await eventually(
      () => stateOf(at, declined),
      (state) => state === 'succeeded',
    ),
  ).toBe('succeeded')
  await world.play('DELETE', '/sandbox/faults')
  await world.settle()
  return declined
}
