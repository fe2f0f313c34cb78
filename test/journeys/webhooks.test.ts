import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  advance,
  chargesOf,
  eventually,
  linkTo,
  newInvoice,
  owned,
  pay,
  processorOf,
  rowCounts,
} from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** What the processor tells us, however it tells it: the same final books. What it did not tell: nothing. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const CHALLENGE = '4000002760003184'
const REFUND_PENDING = '4000000000007726'
const REFUND_FAILS = '4000000000005126'
const PROBLEM = 'application/problem+json; charset=utf-8'
const stripe = new Stripe('sk_test_none')

describe('the same final books', () => {
  const books = new Map<string, unknown>()

  it.each([
    ['told once and in order', undefined],
    ['told twice', 'duplicate'],
    ['told out of order', 'reorder'],
    ['told late', 'delay'],
    ['never told, but of the refund that failed after it had succeeded', 'drop'],
  ])('webhooks %s', async (_, fault) => {
    const tenant = await world.newCompany()
    if (fault !== undefined)
      await world.play('POST', '/sandbox/faults', { on: 'webhook', do: fault, times: 1000, seconds: 1 })
    await everything(tenant)
    await world.play('DELETE', '/sandbox/faults')
    // What nobody told is asked for: attempts after 30 business minutes, refunds after an hour.
    await advance(world, 40 * 60)
    await advance(world, 90 * 60)
    if (fault === 'drop') {
      for (const event of await eventsOf(tenant)) if (event.type === 'refund.failed') await tell(event)
    }
    const found = await eventually(
      () => booksOf(tenant),
      (now) => JSON.stringify(now) === JSON.stringify(books.get('first') ?? now),
    )
    await world.settle()
    if (books.size === 0) books.set('first', found)
    expect(found).toEqual(books.get('first'))
    expect(await chargesOf(world, tenant)).toHaveLength(3)
    await world.prove(tenant)
    expect((await world.verify()).flatMap(({ differences }) => differences)).toEqual([])
  })

  it('and they are what happened', () => {
    expect(books.get('first')).toMatchObject({
      invoices: ['20000 open, 0 settled', '0 open, 5000 settled', '0 open, 10000 settled'],
      refunds: ['succeeded 20000', 'failed 1000'],
    })
  })
})

it('a refund that fails after it succeeded is found out though nobody told', async () => {
  const tenant = await world.newCompany()
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 1000 })
  const { url } = await linkTo(tenant, (await newInvoice(tenant, '50.00')).id)
  const paid = await pay(world, tenant, url, { amount: 5_000, card: REFUND_FAILS })
  const refund = await tenant.call(
    'POST',
    '/v1/refunds',
    { payment: paid.body.payment, amount: 1_000 },
    { 'idempotency-key': 'fails' },
  )
  for (const days of [1, 1, 5, 30]) await advance(world, days * 86_400)
  await world.play('DELETE', '/sandbox/faults')
  expect((await tenant.call('GET', `/v1/refunds/${refund.body.id}`)).body).toMatchObject({ state: 'failed' })
})

it('an event sent ten times at once, and again when it is old, is handled once', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '50.00')
  const { url } = await linkTo(tenant, invoice.id)
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 1000 })
  await pay(world, tenant, url, { amount: 5_000 })
  await world.play('DELETE', '/sandbox/faults')
  const events = await eventsOf(tenant)
  expect(events.length).toBeGreaterThanOrEqual(2)
  for (const event of [...events, ...events].reverse()) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => tell(event)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  }
  await world.settle()
  const stored = await owned<{ n: number; unhandled: number }>(
    world,
    'select count(*)::int n, (count(*) filter (where handled_at is null))::int unhandled from payments.processor_events where account = $1',
    [tenant.account],
  )
  expect(stored).toEqual([{ n: events.length, unhandled: 0 }])
  expect((await tenant.call('GET', `/v1/invoices/${invoice.id}`)).body).toMatchObject({ settled: 5_000 })
  await world.prove(tenant)
})

it('rule 22: a late word of failure never undoes a success', async () => {
  const tenant = await world.newCompany()
  const invoice = await newInvoice(tenant, '50.00')
  const { url } = await linkTo(tenant, invoice.id)
  const paid = await pay(world, tenant, url, { amount: 5_000 })
  await world.settle()
  const [told] = (await eventsOf(tenant)).filter(({ type }) => type === 'payment_intent.succeeded')
  if (told === undefined) throw new Error('The processor told of no success.')
  const object = { ...told.data.object, status: 'requires_payment_method' }
  for (const type of ['payment_intent.payment_failed', 'payment_intent.canceled', 'charge.failed']) {
    expect((await tell({ ...told, id: `evt_forged_${type.length}`, type, data: { object } })).status).toBe(
      200,
    )
  }
  await world.settle()
  expect((await tenant.call('GET', `/v1/payments/${paid.body.payment}`)).body).toMatchObject({
    state: 'succeeded',
  })
  await world.prove(tenant)
})

it('a webhook that is not the processor’s is a 400 problem document, and nothing is stored', async () => {
  const tenant = await world.newCompany()
  const event = envelope('payment_intent.succeeded', tenant.account, { id: 'pi_x', object: 'payment_intent' })
  const body = JSON.stringify(event, null, 2)
  const now = Math.floor(Date.now() / 1000)
  const signed = (payload: string, timestamp = now, secret = world.config.stripe.webhookSecret) =>
    stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
  await world.settle()
  const before = await rowCounts(world)
  const refused: [string, string | Uint8Array, string | undefined][] = [
    ['no signature', body, undefined],
    ['an empty one', body, ''],
    ['one that is none', body, 'bad_header'],
    ['a wrong one', body, `t=${now},v1=${'0'.repeat(64)}`],
    ['another secret', body, signed(body, now, 'whsec_other')],
    ['another scheme', body, signed(body).replace('v1=', 'v0=')],
    ['an old timestamp', body, signed(body, now - 301)],
    ['re-serialised', JSON.stringify(event), signed(body)],
    ['changed', body.replace('pi_x', 'pi_y'), signed(body)],
    ['no body', '', signed('')],
    ['signed, but no JSON', '} I am not valid JSON; 123][', signed('} I am not valid JSON; 123][')],
  ]
  for (const [what, payload, signature] of refused) {
    const answer = await post(payload, signature)
    expect([what, answer.status, answer.type]).toEqual([what, 400, PROBLEM])
    expect(answer.body, what).toMatchObject({ code: 'webhook_refused', status: 400 })
  }
  expect(await rowCounts(world)).toEqual(before)
})

it('signed words that are no event are a 4xx problem document, and nothing is stored', async () => {
  const before = await rowCounts(world)
  const words = [
    '{}',
    '[]',
    'null',
    '3',
    '"text"',
    '{"id":"evt_1"}',
    '{"id":"evt_1","type":"a.b","data":null}',
    '{"id":3,"type":4,"data":{"object":{"id":5}}}',
  ]
  for (const payload of words) {
    const answer = await post(payload, header(payload))
    expect([payload, answer.status >= 400 && answer.status < 500, answer.type]).toEqual([
      payload,
      true,
      PROBLEM,
    ])
  }
  expect(await rowCounts(world)).toEqual(before)
})

it('a webhook about an unknown account, an unknown payment or another company’s payment changes no money', async () => {
  const [mine, theirs] = [await world.newCompany(), await world.newCompany()]
  const invoice = await newInvoice(theirs, '50.00')
  const { url } = await linkTo(theirs, invoice.id)
  const waiting = await pay(world, theirs, url, { amount: 5_000, card: CHALLENGE })
  const intent = String(waiting.body.client_secret).split('_secret')[0] ?? ''
  const before = [await booksOf(mine), await booksOf(theirs)]
  const told = [
    envelope('payment_intent.succeeded', 'acct_nobody', { id: intent, object: 'payment_intent' }),
    envelope('payment_intent.succeeded', mine.account, {
      id: intent,
      object: 'payment_intent',
      status: 'succeeded',
    }),
    envelope('payment_intent.succeeded', mine.account, { id: 'pi_unknown', object: 'payment_intent' }),
    envelope('charge.succeeded', mine.account, {
      id: 'ch_unknown',
      object: 'charge',
      payment_intent: 'pi_unknown',
    }),
    envelope('refund.updated', mine.account, { id: 're_unknown', object: 'refund' }),
    envelope('payment_intent.succeeded', theirs.account, {
      id: intent,
      object: 'payment_intent',
      status: 'succeeded',
    }),
    envelope('account.updated', mine.account, { id: mine.account, object: 'account' }),
    envelope('no.such.type', mine.account, { object: 'list' }),
  ]
  for (const event of told) expect((await tell(event)).status).toBe(200)
  await allTried()
  expect([await booksOf(mine), await booksOf(theirs)]).toEqual(before)
  await world.prove(mine)
  await world.prove(theirs)
})

it('a webhook that means nothing to us is handled by doing nothing', async () => {
  const tenant = await world.newCompany()
  const event = envelope('payment_intent.succeeded', tenant.account, {
    id: 'pi_unknown_too',
    object: 'payment_intent',
  })
  await tell(event)
  await allTried()
  const rows = await owned<{ handled_at: Date | null }>(
    world,
    'select handled_at from payments.processor_events where event_id = $1',
    [event.id],
  )
  expect(rows[0]?.handled_at).not.toBeNull()
})

it('only the sandbox’s own signed word moves the clock', async () => {
  const clock = () => owned(world, 'select offset_seconds from lib.clock')
  const before = await clock()
  const event = envelope('sandbox.clock.advanced', '', { object: 'clock', offset_seconds: 999_999_999 })
  const body = JSON.stringify(event)
  expect((await post(body, header(body, 'whsec_other'))).status).toBe(400)
  expect(await clock()).toEqual(before)
})

/** One of each: a challenge that its payer finishes and never returns from, a refund that pends, one that fails. */
async function everything(tenant: Tenant): Promise<void> {
  const paying = async (price: string, card: string) => {
    const { url } = await linkTo(tenant, (await newInvoice(tenant, price)).id)
    return (await pay(world, tenant, url, { amount: Number(price) * 100, card })).body
  }
  const challenged = await paying('100.00', CHALLENGE)
  const intent = String(challenged.client_secret).split('_secret')[0]
  await world.play('POST', `/sandbox/payment_intents/${intent}/authenticate`, { outcome: 'complete' })
  const failing = await paying('50.00', REFUND_FAILS)
  const pending = await paying('200.00', REFUND_PENDING)
  const refund = (payment: unknown, amount?: number) =>
    tenant.call('POST', '/v1/refunds', { payment, amount }, { 'idempotency-key': `r-${payment}` })
  expect((await refund(pending.payment)).status).toBe(201)
  expect((await refund(failing.payment, 1_000)).status).toBe(201)
  await advance(world, 120)
}

async function booksOf(tenant: Tenant): Promise<unknown> {
  const company =
    'company_id = (select company_id from payments.merchant_account_directory where processor_account = $1)'
  const accounts = await owned<{ code: number; sum: string }>(
    world,
    `select code, sum(amount)::text sum from (
       select debit code, amount from ledger.transfers where ${company}
       union all select credit, -amount from ledger.transfers where ${company}) t
     group by code having sum(amount) <> 0 order by code`,
    [tenant.account],
  )
  const [invoices, payments, refunds] = await Promise.all(
    ['invoices', 'payments', 'refunds'].map(
      async (list) => (await tenant.call('GET', `/v1/${list}`)).body.data as Record<string, unknown>[],
    ),
  )
  return {
    accounts: accounts.map(({ code, sum }) => `${code}: ${sum}`),
    invoices: invoices?.map(({ open, settled }) => `${open} open, ${settled} settled`),
    payments: payments?.map(
      ({ state, amount, refunded_amount, fee }) => `${state} ${amount} ${refunded_amount} ${fee}`,
    ),
    refunds: refunds
      ?.map(({ state, amount }) => `${state} ${amount}`)
      .sort()
      .reverse(),
  }
}

/** Until every queued job was tried once; what fails is tried again much later. */
async function allTried(): Promise<void> {
  await eventually(
    () =>
      owned<{ untried: number }>(
        world,
        `select (select count(*) from lib.outbox)::int
           + (select count(*) from graphile_worker._private_jobs where attempts = 0)::int untried`,
      ),
    ([left]) => left?.untried === 0,
  )
}

async function eventsOf(tenant: Tenant): Promise<Stripe.Event[]> {
  const events = processorOf(world).events.list({ limit: 100 }, { stripeAccount: tenant.account })
  return (await Array.fromAsync(events)).map(
    (event) => ({ ...event, account: tenant.account }) as Stripe.Event,
  )
}

let number = 0
function envelope(type: string, account: string, object: Record<string, unknown>) {
  number += 1
  return {
    id: `evt_told_${number}`,
    object: 'event',
    type,
    ...(account === '' ? {} : { account }),
    data: { object },
  }
}

const header = (payload: string, secret = world.config.stripe.webhookSecret) =>
  stripe.webhooks.generateTestHeaderString({ payload, secret })

function tell(event: object) {
  const body = JSON.stringify(event)
  return post(body, header(body))
}

async function post(body: string | Uint8Array, signature: string | undefined) {
  const response = await fetch(`${world.url}/webhooks/stripe`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature === undefined ? {} : { 'stripe-signature': signature }),
    },
    body: body as string,
  })
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: JSON.parse(text) as unknown,
  }
}
