import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { listen, type Opened, openSandbox } from '../../test/support.ts'

let world: Opened
let receiver: Awaited<ReturnType<typeof listen>>
let status = 200
let secret: string
let endpoint: string

beforeAll(async () => {
  world = await openSandbox()
})
afterAll(() => world.sandbox.stop())

beforeEach(async () => {
  status = 200
  receiver = await listen(() => status)
  const made = await world.stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: ['*'] })
  secret = made.secret ?? ''
  endpoint = made.id
})
afterEach(async () => {
  await world.stripe.webhookEndpoints.del(endpoint)
  await fetch(`${world.sandbox.url}/sandbox/faults`, { method: 'DELETE' })
  receiver.stop()
})

const flush = () => world.post('/sandbox/webhooks/flush')
const fault = (what: object) => world.post('/sandbox/faults', { on: 'webhook', ...what })

test('every event arrives signed, and the SDK accepts it', async () => {
  const intent = await world.pay('4242424242424242')
  await flush()
  const events = receiver.received.map(({ body, signature }) =>
    world.stripe.webhooks.constructEvent(body, signature, secret),
  )
  expect(events.map(({ type }) => type).sort()).toEqual([
    'charge.succeeded',
    'charge.updated',
    'payment_intent.created',
    'payment_intent.succeeded',
  ])
  const succeeded = events.find(({ type }) => type === 'payment_intent.succeeded')
  expect(succeeded?.data.object).toMatchObject({ id: intent.id, status: 'succeeded' })
  expect((await world.stripe.events.list({ type: 'payment_intent.succeeded' })).data[0]?.id).toBe(
    succeeded?.id,
  )
})

test('an endpoint of connected accounts gets theirs, with the account named, and not the platform’s', async () => {
  const connected = await listen()
  const made = await world.stripe.webhookEndpoints.create({
    url: connected.url,
    enabled_events: ['payment_intent.created'],
    connect: true,
  })
  const account = await world.stripe.accounts.create({ country: 'FR', default_currency: 'eur' })
  await world.stripe.paymentIntents.create({ amount: 500, currency: 'eur' }, { stripeAccount: account.id })
  await world.stripe.paymentIntents.create({ amount: 500, currency: 'eur' })
  await flush()
  const events = connected.received.map(({ body }) => JSON.parse(body))
  expect(events.map((event) => event.account)).toEqual([account.id])
  expect(receiver.received.map(({ body }) => JSON.parse(body).account)).toEqual([undefined])
  await world.stripe.webhookEndpoints.del(made.id)
  connected.stop()
})

test('a refused delivery is tried again in business time, and the log keeps every try', async () => {
  status = 500
  await world.stripe.customers.create({ name: 'Ada' })
  await flush()
  expect(receiver.types()).toEqual(['customer.created'])
  status = 200
  await world.post('/sandbox/clock/advance', { seconds: 60 })
  await flush()
  expect(receiver.types().filter((type) => type === 'customer.created')).toHaveLength(2)
  const [event] = (await world.stripe.events.list({ type: 'customer.created' })).data
  expect(event?.pending_webhooks).toBe(0)
  const log = await world.read(`/sandbox/deliveries?event=${event?.id}`)
  expect(log.data).toMatchObject([{ state: 'delivered', attempts: [{ status: 500 }, { status: 200 }] }])
})

test('a webhook can come twice', async () => {
  await fault({ do: 'duplicate', type: 'customer.created' })
  await world.stripe.customers.create({})
  await flush()
  expect(receiver.types()).toEqual(['customer.created', 'customer.created'])
  expect(new Set(receiver.received.map(({ body }) => JSON.parse(body).id)).size).toBe(1)
})

test('a webhook can never come, and its event is still listed', async () => {
  await fault({ do: 'drop', type: 'customer.*' })
  const { id } = await world.stripe.customers.create({})
  await flush()
  expect(receiver.types()).toEqual([])
  expect((await world.stripe.events.list({ limit: 1 })).data[0]?.data.object).toMatchObject({ id })
})

test('a webhook can come after the next one', async () => {
  await fault({ do: 'reorder', type: 'customer.created' })
  const { id } = await world.stripe.customers.create({})
  await flush()
  await world.stripe.customers.update(id, { name: 'Grace' })
  await flush()
  await flush()
  expect(receiver.types()).toEqual(['customer.updated', 'customer.created'])
})

test('moving the clock is announced to everyone before it is answered', async () => {
  const before = await world.read('/sandbox/clock')
  const { body } = await world.post('/sandbox/clock/advance', { seconds: 3600 })
  expect(Number(body.offset_seconds) - before.offset_seconds).toBe(3600)
  const [announced] = receiver.received
  const event = world.stripe.webhooks.constructEvent(
    announced?.body ?? '',
    announced?.signature ?? '',
    secret,
  )
  expect(event).toMatchObject({
    type: 'sandbox.clock.advanced',
    data: { object: { object: 'sandbox.clock', offset_seconds: body.offset_seconds } },
  })
  expect((await world.stripe.customers.create({})).created).toBeGreaterThanOrEqual(Number(body.now))
  expect((await world.post('/sandbox/clock/advance', { seconds: -1 })).status).toBe(400)
})
