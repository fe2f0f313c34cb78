import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openSandbox } from '../../test/support.ts'

const day = 86_400

let world: Opened
beforeAll(async () => {
  world = await openSandbox()
})
afterAll(() => world.sandbox.stop())

/** Half a day at a time: what is due happens when the clock is moved past it. */
async function pass(days: number): Promise<void> {
  for (let half = 0; half < days * 2; half += 1)
    await world.post('/sandbox/clock/advance', { seconds: day / 2 })
}
const latest = async () => (await world.stripe.payouts.list({ limit: 1 })).data[0]
const act = (id: string | undefined, act: string) => world.post(`/sandbox/payouts/${id}/play`, { act })
const bookkeep = (type: string, amount: number) =>
  world
    .read('/sandbox/info')
    .then(({ platform_account }) =>
      world.post(`/sandbox/accounts/${platform_account}/balance`, { type, amount, currency: 'usd' }),
    )
async function transactionsOf(payout: string) {
  return Array.fromAsync(world.stripe.balanceTransactions.list({ payout, limit: 100 }))
}

test('what is available is paid out at midnight, with its list and its events', async () => {
  await world.pay('4242424242424242', { capture_method: 'automatic' })
  expect((await world.stripe.payouts.list()).data).toEqual([])
  await pass(3)
  const payout = await latest()
  expect(payout).toMatchObject({ amount: 9680, automatic: true, currency: 'usd' })
  const rows = await transactionsOf(payout?.id ?? '')
  expect(rows.map(({ net, type }) => [type, net])).toEqual([
    ['payout', -9680],
    ['charge', 9680],
  ])
  expect(rows[0]).not.toHaveProperty('payout')
  await pass(4)
  expect(await latest()).toMatchObject({ status: 'paid', reconciliation_status: 'completed' })
  const types = (await world.stripe.events.list({ limit: 50 })).data.map(({ type }) => type)
  for (const type of ['created', 'updated', 'paid', 'reconciliation_completed'])
    expect(types).toContain(`payout.${type}`)
  expect((await world.stripe.balance.retrieve()).available).toMatchObject([{ amount: 0 }])
})

test('nothing is paid out of a balance of zero, and less than that is taken from the bank', async () => {
  const before = (await latest())?.id
  await bookkeep('stripe_fee', -500)
  await bookkeep('adjustment', 500)
  await pass(4)
  expect((await latest())?.id).toBe(before)
  await bookkeep('stripe_fee', -700)
  await pass(4)
  const debit = await latest()
  expect(debit).toMatchObject({ amount: -700 })
  expect((await transactionsOf(debit?.id ?? '')).filter(({ type }) => type !== 'payout')).toHaveLength(3)
})

test('one that fails comes back, stops the next ones until the bank account is another, and goes with the next', async () => {
  await pass(4)
  await bookkeep('adjustment', 900)
  await pass(7)
  const failed = await latest()
  expect(failed).toMatchObject({ amount: 900, status: 'paid' })
  await act(failed?.id, 'no_account')
  expect(await latest()).toMatchObject({ id: failed?.id, status: 'failed', failure_code: 'no_account' })
  await pass(3)
  expect((await latest())?.id).toBe(failed?.id)
  const { platform_account } = await world.read('/sandbox/info')
  await world.post(`/sandbox/accounts/${platform_account}/bank`)
  await pass(1)
  const again = await latest()
  expect(again).toMatchObject({ amount: 900 })
  expect((await transactionsOf(again?.id ?? '')).map(({ type }) => type)).toEqual([
    'payout',
    'payout_failure',
  ])
  await pass(5)
})

test('an account that nothing arrives on fails every payout, and one that failed can be sent again', async () => {
  const { platform_account } = await world.read('/sandbox/info')
  await world.post(`/sandbox/accounts/${platform_account}/bank`, { account_number: '000111111113' })
  await bookkeep('adjustment', 300)
  await pass(7)
  const failed = await latest()
  expect(failed).toMatchObject({ amount: 300, status: 'failed', failure_code: 'account_closed' })
  await act(failed?.id, 'retry')
  expect(await latest()).toMatchObject({ id: failed?.id, status: 'pending', failure_code: null })
  await pass(2)
  expect(await latest()).toMatchObject({ id: failed?.id, status: 'paid' })
  const destination = await world.stripe.payouts.retrieve(failed?.id ?? '', { expand: ['destination'] })
  expect(destination.destination).toMatchObject({ object: 'bank_account', last4: '6789' })
})
