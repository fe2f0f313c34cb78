import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Opened, openSandbox, refusalOf } from '../../test/support.ts'

let world: Opened
beforeAll(async () => {
  world = await openSandbox()
})
afterAll(() => world.sandbox.stop())
afterEach(async () => {
  await fetch(`${world.sandbox.url}/sandbox/faults`, { method: 'DELETE' })
})

const fault = (what: object) =>
  world.post('/sandbox/faults', { on: 'request', method: 'POST', path: '/v1/payment_intents', ...what })
const count = async () => (await world.stripe.paymentIntents.list({ limit: 100 })).data.length

test('a time-out after the charge: the caller hears nothing, the charge was made, the same key finds it', async () => {
  await fault({ do: 'time_out_after' })
  const confirmation_token = await world.token('4242424242424242')
  const create = (timeout: number) =>
    world.stripe.paymentIntents.create(
      {
        amount: 700,
        currency: 'usd',
        confirm: true,
        allowed_payment_method_types: ['card'],
        confirmation_token,
      },
      { idempotencyKey: 'timed out', timeout },
    )
  expect(await refusalOf(create(300))).toMatchObject({ type: 'StripeConnectionError' })
  expect(await count()).toBe(1)
  const found = await create(5000)
  expect(found).toMatchObject({ status: 'succeeded', amount_received: 700 })
  expect(await count()).toBe(1)
})

test('a connection cut before the work does nothing', async () => {
  const before = await count()
  await fault({ do: 'drop_before', times: 2 })
  const call = world.stripe.paymentIntents.create({ amount: 700, currency: 'usd' })
  expect(await refusalOf(call)).toMatchObject({ type: 'StripeConnectionError' })
  expect(await count()).toBe(before)
})

test('a connection cut after the work did it, once for one key', async () => {
  const before = await count()
  await fault({ do: 'drop_after', times: 2 })
  const create = () =>
    world.stripe.paymentIntents.create({ amount: 700, currency: 'usd' }, { idempotencyKey: 'cut' })
  expect(await refusalOf(create())).toMatchObject({ type: 'StripeConnectionError' })
  await create()
  expect(await count()).toBe(before + 1)
})

test('a fault strikes only what it names, as often as it says', async () => {
  await fault({ do: 'error_500', path: '/v1/payment_intents/*/cancel' })
  const { id } = await world.stripe.paymentIntents.create({ amount: 700, currency: 'usd' })
  expect(await refusalOf(world.stripe.paymentIntents.cancel(id))).toMatchObject({
    statusCode: 500,
    type: 'StripeAPIError',
  })
  expect(await world.stripe.paymentIntents.cancel(id)).toMatchObject({ status: 'canceled' })
  expect((await world.post('/sandbox/faults', { on: 'request', do: 'nonsense' })).status).toBe(400)
})

test('a bad key, a foreign account, an unknown path and an unknown parameter are refused', async () => {
  const read = async (path: string, headers: { [name: string]: string }) =>
    (await fetch(world.sandbox.url + path, { headers })).status
  const authorization = `Bearer ${world.sandbox.secretKey}`
  expect(await read('/v1/charges', {})).toBe(401)
  expect(await read('/v1/charges', { authorization: 'Bearer sk_test_wrong' })).toBe(401)
  expect(await read('/v1/charges', { authorization: `Bearer ${world.sandbox.publishableKey}` })).toBe(401)
  expect(await read('/v1/charges', { authorization, 'stripe-account': 'acct_nobody' })).toBe(403)
  expect(await read('/v1/nothing', { authorization })).toBe(404)
  expect(await read('/v1/charges?colour=red', { authorization })).toBe(400)
  expect(await read('/v1/charges?expand[]=data.colour', { authorization })).toBe(400)
})

test('text comes back as it was given', async () => {
  const given = { description: `O'Reilly & <b> '; drop 💶 مرحبا = %41`, metadata: { 'a b': 'x[y]=&;é' } }
  const { id } = await world.stripe.paymentIntents.create({ amount: 700, currency: 'usd', ...given })
  expect(await world.stripe.paymentIntents.retrieve(id)).toMatchObject(given)
})
