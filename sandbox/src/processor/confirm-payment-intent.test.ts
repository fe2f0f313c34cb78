import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openSandbox, refusalOf } from '../../test/support.ts'
import { behaviours, testCards } from './cards.ts'

let world: Opened
beforeAll(async () => {
  world = await openSandbox()
})
afterAll(() => world.sandbox.stop())

for (const { number, behaviour, says } of testCards) {
  const { decline, threeDSecure } = behaviours[behaviour] ?? {}
  if (decline) {
    test(`the card ${number} is declined as ${decline.declineCode} and leaves the payment open`, async () => {
      const refusal = await refusalOf(world.pay(number))
      expect(refusal).toMatchObject({
        type: 'StripeCardError',
        statusCode: 402,
        code: decline.code,
        decline_code: decline.declineCode,
      })
      const intent = await world.stripe.paymentIntents.retrieve(String(refusal.payment_intent?.id), {
        expand: ['latest_charge'],
      })
      expect(intent).toMatchObject({
        status: 'requires_payment_method',
        amount_received: 0,
        payment_method: null,
        last_payment_error: { code: decline.code, decline_code: decline.declineCode },
        latest_charge: {
          status: 'failed',
          paid: false,
          failure_code: decline.code,
          balance_transaction: null,
        },
      })
    })
  } else {
    test(`the card ${number} does as published: ${says}`, async () => {
      const intent = await world.pay(number)
      expect(intent.status).toBe(threeDSecure ? 'requires_action' : 'succeeded')
      expect(intent.latest_charge === null).toBe(threeDSecure !== undefined)
    })
  }
}

test('3-D Secure completed charges once and says so on the charge', async () => {
  const { id, next_action } = await world.pay('4000002760003184')
  expect(next_action?.type).toBe('use_stripe_sdk')
  await world.post(`/sandbox/payment_intents/${id}/authenticate`, { outcome: 'complete' })
  const intent = await world.stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })
  expect(intent).toMatchObject({
    status: 'succeeded',
    next_action: null,
    amount_received: 10_000,
    latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
  })
  const again = await world.post(`/sandbox/payment_intents/${id}/authenticate`, { outcome: 'complete' })
  expect(again.status).toBe(400)
  expect((await world.stripe.charges.list({ payment_intent: id })).data).toHaveLength(1)
})

test('3-D Secure failed charges nothing and the payment waits for another card', async () => {
  const { id } = await world.pay('4000002500003155')
  await world.post(`/sandbox/payment_intents/${id}/authenticate`, { outcome: 'fail' })
  const intent = await world.stripe.paymentIntents.retrieve(id)
  expect(intent).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'payment_intent_authentication_failure' },
  })
  expect((await world.stripe.charges.list({ payment_intent: id })).data).toEqual([])
})

test('without the SDK in the page, 3-D Secure is a redirect', async () => {
  const intent = await world.pay('4000002760003184', {
    use_stripe_sdk: false,
    return_url: 'https://shop.test/back',
  })
  expect(intent.next_action).toMatchObject({
    type: 'redirect_to_url',
    redirect_to_url: { return_url: 'https://shop.test/back' },
  })
})

test('a failed attempt can be confirmed from a browser with its client secret, until it is cancelled', async () => {
  const refusal = await refusalOf(world.pay('4000000000000002'))
  const { id = '', client_secret: secret } = refusal.payment_intent ?? {}
  const confirm = async (number: string) =>
    fetch(`${world.sandbox.url}/v1/payment_intents/${id}/confirm`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.sandbox.publishableKey}` },
      body: new URLSearchParams({
        client_secret: String(secret),
        confirmation_token: await world.token(number),
      }),
    })
  expect((await confirm('4000000000009995')).status).toBe(402)
  const canceled = await world.stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' })
  expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' })
  expect((await confirm('4242424242424242')).status).toBe(400)
  expect((await world.stripe.paymentIntents.retrieve(id)).amount_received).toBe(0)
})

test('a publishable key reads no payment without its client secret, and never the metadata', async () => {
  const { id, client_secret: secret } = await world.pay('4242424242424242', { metadata: { invoice: '7' } })
  const read = async (query: string) => {
    const headers = { authorization: `Bearer ${world.sandbox.publishableKey}` }
    const response = await fetch(`${world.sandbox.url}/v1/payment_intents/${id}${query}`, { headers })
    return { status: response.status, body: await response.json() }
  }
  expect((await read('')).status).toBe(400)
  expect((await read('?client_secret=wrong')).status).toBe(400)
  const { body } = await read(`?client_secret=${secret}`)
  expect(body).toMatchObject({ id, status: 'succeeded' })
  expect(body).not.toHaveProperty('metadata')
})

test('a confirmation token confirms once', async () => {
  const confirmation_token = await world.token('4242424242424242')
  await world.pay('', { confirmation_token })
  const refusal = await refusalOf(world.pay('', { confirmation_token }))
  expect(refusal).toMatchObject({ statusCode: 400, param: 'confirmation_token' })
})

test('a succeeded payment can neither be confirmed nor cancelled', async () => {
  const { id } = await world.pay('4242424242424242')
  const unexpected = { statusCode: 400, code: 'payment_intent_unexpected_state' }
  expect(await refusalOf(world.stripe.paymentIntents.confirm(id))).toMatchObject(unexpected)
  expect(await refusalOf(world.stripe.paymentIntents.cancel(id))).toMatchObject(unexpected)
})

test.each([
  [{ amount: 49 }, 'amount_too_small'],
  [{ amount: 100_000_000 }, 'amount_too_large'],
  [{ amount: 0.5 }, 'parameter_invalid_integer'],
  [{ amount: -1 }, 'parameter_invalid_integer'],
  [{ amount: 49, currency: 'jpy' }, 'amount_too_small'],
  [{ amount: 1001, currency: 'kwd' }, 'parameter_invalid_integer'],
  [{ currency: 'xxx' }, undefined],
  [{ customer: 'cus_nobody' }, 'resource_missing'],
])('%j is refused and makes no payment', async (wrong, code) => {
  const before = await world.stripe.paymentIntents.list({ limit: 1 })
  const refusal = await refusalOf(world.pay('4242424242424242', wrong))
  expect(refusal.type).toBe('StripeInvalidRequestError')
  expect(refusal.code).toBe(code)
  expect((await world.stripe.paymentIntents.list({ limit: 1 })).data[0]?.id).toBe(before.data[0]?.id)
})
