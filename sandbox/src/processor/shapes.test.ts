import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithSharedData, sharedJson } from '../../../test/support/shared-data.ts'
import { type Opened, openSandbox } from '../../test/support.ts'

type Json = { [field: string]: unknown }
type Fixtures = { resources: { [kind: string]: Json } }

/** Fields of the fixtures that objects have only when expanded, or that this API version no longer has. */
const notHere: { [kind: string]: string[] } = {
  charge: ['refunds'],
  payment_intent: ['source'],
}

describeWithSharedData('shapes', 'stripe/fixtures3.2026-08.json', () => {
  const { resources } = sharedJson<Fixtures>('stripe/fixtures3.2026-08.json')
  const cards = sharedJson<{ cards: { n: string; result: string }[] }>(
    'scenarios/stripe-test-values.json',
  ).cards
  let world: Opened
  let objects: { [kind: string]: Json }

  beforeAll(async () => {
    world = await openSandbox()
    const { stripe } = world
    const confirmation_token = await world.token('4242424242424242')
    const confirmation = await stripe.confirmationTokens.retrieve(confirmation_token)
    const intent = await world.pay('', { confirmation_token, capture_method: 'automatic' })
    const charge = await stripe.charges.retrieve(String(intent.latest_charge))
    const made = {
      payment_intent: intent,
      confirmation_token: confirmation,
      charge,
      payment_method: await stripe.paymentMethods.retrieve(String(intent.payment_method)),
      balance_transaction: await stripe.balanceTransactions.retrieve(String(charge.balance_transaction)),
      refund: await stripe.refunds.create({ charge: charge.id, amount: 100 }),
      customer: await stripe.customers.create({ name: 'Ada' }),
      account: await stripe.accounts.retrieveCurrent(),
      balance: await stripe.balance.retrieve(),
      event: (await stripe.events.list({ limit: 1 })).data[0],
      webhook_endpoint: await stripe.webhookEndpoints.create({
        url: 'http://127.0.0.1:9',
        enabled_events: ['*'],
      }),
      payout: await madePayout(world),
      setup_intent: await stripe.setupIntents.create({
        confirm: true,
        confirmation_token: await world.token('4242424242424242'),
        customer: (await stripe.customers.create({ name: 'Ada' })).id,
      }),
      dispute: (await world.pay('4000000000000259')) && (await stripe.disputes.list()).data[0],
    }
    objects = made as unknown as { [kind: string]: Json }
  })
  afterAll(() => world.sandbox.stop())

  test.each([
    'payment_intent',
    'confirmation_token',
    'charge',
    'payment_method',
    'balance_transaction',
    'refund',
    'customer',
    'setup_intent',
    'account',
    'balance',
    'event',
    'webhook_endpoint',
    'dispute',
    'payout',
  ])('a %s has every field of the published fixture', (kind) => {
    const left = Object.keys(resources[kind] ?? {}).filter(
      (field) => !(field in (objects[kind] ?? {})) && !notHere[kind]?.includes(field),
    )
    expect(left).toEqual([])
  })

  test.each(cards.map(({ n, result }) => [n, result] as const))(
    'the published card %s: %s',
    async (number, result) => {
      if (result.startsWith('incorrect_number')) {
        const { status, body } = await world.post('/sandbox/confirmation_tokens', {
          number,
          exp_month: 12,
          exp_year: 2040,
          cvc: '123',
        })
        expect([status, (body.error as Json | undefined)?.code]).toEqual([402, 'incorrect_number'])
        return
      }
      const outcome = await world.pay(number).then(
        ({ status }) => status,
        ({ code, decline_code }) => (code === 'card_declined' ? `${code} / ${decline_code}` : code),
      )
      const expected = result.startsWith('3D Secure')
        ? 'requires_action'
        : /decline|expired|cvc|error/.test(result)
          ? result
          : 'succeeded'
      expect(outcome).toBe(expected)
    },
  )
})

/** What was taken becomes available and is paid out with the days. */
async function madePayout({ post, stripe }: Opened) {
  await post('/sandbox/clock/advance', { seconds: 3 * 86_400 })
  return (await stripe.payouts.list()).data[0]
}
