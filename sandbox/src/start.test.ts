import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts'
import { listen, openSandbox } from '../test/support.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
})
afterAll(() => database?.drop())

test('a restart loses nothing: keys, payments, refunds to come, the clock, replays and webhooks not yet taken', async () => {
  const options = { databaseUrl: database.ownerUrl }
  let status = 500
  const receiver = await listen(() => status)
  const before = await openSandbox(options)
  await before.stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: ['*'] })
  await before.post('/sandbox/clock/advance', { seconds: 86_400 })
  const key = { idempotencyKey: 'kept over the restart' }
  const confirmation_token = await before.token('4000000000005126')
  const params = {
    amount: 4200,
    currency: 'usd',
    confirm: true,
    allowed_payment_method_types: ['card' as const],
    confirmation_token,
  }
  const paid = await before.stripe.paymentIntents.create({ ...params, description: 'NUL \u0000 and é' }, key)
  const refund = await before.stripe.refunds.create({ payment_intent: paid.id, amount: 200 })
  const listed = await before.stripe.events.list({ limit: 100 })
  await before.sandbox.stop()

  status = 200
  receiver.received.length = 0
  const after = await openSandbox(options)
  expect(after.sandbox).toMatchObject({
    secretKey: before.sandbox.secretKey,
    publishableKey: before.sandbox.publishableKey,
  })
  expect((await after.read('/sandbox/clock')).offset_seconds).toBe(86_400)
  const replayed = await after.stripe.paymentIntents.create(
    { ...params, description: 'NUL \u0000 and é' },
    key,
  )
  expect(replayed).toEqual(paid)
  const events = await after.stripe.events.list({ limit: 100 })
  expect(events.data.map(({ id }) => id)).toEqual(expect.arrayContaining(listed.data.map(({ id }) => id)))
  await after.post('/sandbox/clock/advance', { seconds: 3600 })
  expect((await after.stripe.refunds.retrieve(refund.id)).status).toBe('failed')
  expect(receiver.types()).toEqual(
    expect.arrayContaining(['payment_intent.succeeded', 'refund.created', 'refund.failed']),
  )
  await after.sandbox.stop()
  receiver.stop()
})
