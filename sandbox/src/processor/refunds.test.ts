import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openSandbox, refusalOf } from '../../test/support.ts'

let world: Opened
beforeAll(async () => {
  world = await openSandbox()
})
afterAll(() => world.sandbox.stop())

const minute = { seconds: 60 }

test('refunds of one charge never exceed it, however many at once', async () => {
  const { id } = await world.pay('4242424242424242')
  const tries = await Promise.allSettled(
    [6000, 6000].map((amount) => world.stripe.refunds.create({ payment_intent: id, amount })),
  )
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await world.stripe.refunds.create({ payment_intent: id })
  const refusal = await refusalOf(world.stripe.refunds.create({ payment_intent: id }))
  expect(refusal.code).toBe('charge_already_refunded')
  const { data } = await world.stripe.refunds.list({ payment_intent: id })
  expect(data.map(({ amount }) => amount)).toEqual([4000, 6000])
  const [charge] = (await world.stripe.charges.list({ payment_intent: id, expand: ['data.refunds'] })).data
  expect(charge).toMatchObject({ amount_refunded: 10_000, refunded: true, refunds: { data: [{}, {}] } })
})

test('a converted charge and its refunds sum to zero', async () => {
  const intent = await world.pay('4242424242424242', {
    amount: 999,
    currency: 'jpy',
    capture_method: 'automatic',
  })
  for (const amount of [333, 333, 333])
    await world.stripe.refunds.create({ payment_intent: intent.id, amount })
  const transactions = [
    ...(await world.stripe.balanceTransactions.list({ source: String(intent.latest_charge) })).data,
    ...(await Promise.all(
      (
        await world.stripe.refunds.list({ payment_intent: intent.id })
      ).data.map((refund) => world.stripe.balanceTransactions.retrieve(String(refund.balance_transaction))),
    )),
  ]
  expect(
    transactions.every(({ currency, exchange_rate }) => currency === 'usd' && exchange_rate === 0.6711),
  ).toBe(true)
  expect(transactions.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
  expect(transactions.map(({ fee }) => fee)).toEqual([49, 0, 0, 0])
})

test('the fee is 2.9 % and 30, and comes a moment after the charge', async () => {
  const intent = await world.pay('4242424242424242', { expand: ['latest_charge'] })
  expect(intent.latest_charge).toMatchObject({ balance_transaction: null })
  await world.post('/sandbox/webhooks/flush')
  const later = await world.stripe.paymentIntents.retrieve(intent.id, {
    expand: ['latest_charge.balance_transaction'],
  })
  expect(later.latest_charge).toMatchObject({
    balance_transaction: { amount: 10_000, fee: 320, net: 9680, currency: 'usd' },
  })
})

test('the refund of 7726 is pending and arrives a minute later', async () => {
  const { id } = await world.pay('4000000000007726')
  const refund = await world.stripe.refunds.create({ payment_intent: id })
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' })
  await world.post('/sandbox/clock/advance', minute)
  expect(await world.stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'succeeded' })
})

test('the refund of 5126 fails a minute later and the money is back', async () => {
  const { id } = await world.pay('4000000000005126')
  const { id: refundId, status } = await world.stripe.refunds.create({ payment_intent: id, amount: 4000 })
  expect(status).toBe('succeeded')
  await world.post('/sandbox/clock/advance', minute)
  const refund = await world.stripe.refunds.retrieve(refundId, {
    expand: ['charge', 'failure_balance_transaction'],
  })
  expect(refund).toMatchObject({
    status: 'failed',
    charge: { amount_refunded: 0, refunded: false },
    failure_balance_transaction: { amount: 4000, type: 'refund_failure' },
  })
})

test('what was not paid, is disputed or does not exist cannot be refunded', async () => {
  const declined = (await refusalOf(world.pay('4000000000000002'))).payment_intent
  expect(
    await refusalOf(world.stripe.refunds.create({ payment_intent: String(declined?.id) })),
  ).toMatchObject({ statusCode: 400 })
  const disputed = await world.pay('4000000000000259')
  expect(await refusalOf(world.stripe.refunds.create({ payment_intent: disputed.id }))).toMatchObject({
    code: 'charge_disputed',
  })
  expect(await refusalOf(world.stripe.refunds.create({ charge: 'ch_none' }))).toMatchObject({
    statusCode: 404,
  })
})
