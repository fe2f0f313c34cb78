import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openSandbox, refusalOf } from '../../test/support.ts'

let world: Opened
beforeAll(async () => {
  world = await openSandbox()
})
afterAll(() => world.sandbox.stop())

async function create(key: string, form: { [name: string]: string }) {
  const response = await fetch(`${world.sandbox.url}/v1/payment_intents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.sandbox.secretKey}`, 'idempotency-key': key },
    body: new URLSearchParams(form),
  })
  return {
    status: response.status,
    replayed: response.headers.get('idempotent-replayed'),
    body: await response.text(),
  }
}

const form = { amount: '500', currency: 'usd' }

test('the same key again gives the same answer, and says that it is a replay', async () => {
  const key = randomUUID()
  const first = await create(key, form)
  const second = await create(key, form)
  expect(first).toMatchObject({ status: 200, replayed: null })
  expect(second).toEqual({ ...first, replayed: 'true' })
})

test('a decline is replayed too, without a second attempt', async () => {
  const key = randomUUID()
  const declined = {
    ...form,
    confirm: 'true',
    'allowed_payment_method_types[]': 'card',
    confirmation_token: await world.token('4000000000000002'),
  }
  const first = await create(key, declined)
  expect(first.status).toBe(402)
  expect(await create(key, declined)).toEqual({ ...first, replayed: 'true' })
  const { payment_intent } = JSON.parse(first.body).error
  expect((await world.stripe.charges.list({ payment_intent: payment_intent.id })).data).toHaveLength(1)
})

test('the same key with other parameters is refused', async () => {
  const key = randomUUID()
  await create(key, form)
  const other = await create(key, { ...form, amount: '501' })
  expect(other.status).toBe(400)
  expect(JSON.parse(other.body).error.type).toBe('idempotency_error')
})

test('a refused parameter keeps no key', async () => {
  const key = randomUUID()
  expect((await create(key, { ...form, amount: '1' })).status).toBe(400)
  expect(await create(key, form)).toMatchObject({ status: 200, replayed: null })
})

test('a 500 is kept with its key', async () => {
  const key = randomUUID()
  await world.post('/sandbox/faults', {
    on: 'request',
    method: 'POST',
    path: '/v1/payment_intents',
    do: 'error_500',
  })
  const first = await create(key, form)
  expect(first.status).toBe(500)
  expect(await create(key, form)).toEqual({ ...first, replayed: 'true' })
})

test('a twin in flight is a conflict', async () => {
  const key = randomUUID()
  await world.post('/sandbox/faults', { on: 'request', path: '/v1/payment_intents', do: 'delay', ms: 400 })
  const twins = await Promise.all([create(key, form), create(key, form)])
  expect(twins.map(({ status }) => status).sort()).toEqual([200, 409])
  const conflict = twins.find(({ status }) => status === 409)
  expect(JSON.parse(conflict?.body ?? '').error.code).toBe('idempotency_key_in_use')
})

test('the same key of two connected accounts are two requests', async () => {
  const idempotencyKey = randomUUID()
  const accounts = await Promise.all([
    world.stripe.accounts.create({ country: 'FR' }),
    world.stripe.accounts.create({ country: 'US' }),
  ])
  const intents = await Promise.all(
    accounts.map(({ id }) =>
      world.stripe.paymentIntents.create(
        { amount: 500, currency: 'usd' },
        { idempotencyKey, stripeAccount: id },
      ),
    ),
  )
  expect(new Set(intents.map(({ id }) => id)).size).toBe(2)
  expect(await refusalOf(world.stripe.paymentIntents.retrieve(intents[0]?.id ?? ''))).toMatchObject({
    statusCode: 404,
  })
})

test('after a day of business time a key is new again', async () => {
  const key = randomUUID()
  await create(key, form)
  await world.post('/sandbox/clock/advance', { seconds: 24 * 3600 })
  expect(await create(key, form)).toMatchObject({ status: 200, replayed: null })
})
