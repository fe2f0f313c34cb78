import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  balanceOf,
  DAY,
  depositAll,
  latestPayout,
  passDays,
  payoutsOf,
  playPayout,
  takeCard,
} from '../support/payouts.ts'
import { generator, seedOf } from '../support/random.ts'
import { advance, eventually, made, mailTo, processorOf } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** Payouts, which staff screens call deposits: each step by the processor's own SDK, from the sandbox. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const [BANK, BALANCE, IN_TRANSIT, FEES] = [1010, 1050, 1090, 5100]
const dailyPaid = (name: string) => world.newCompany({ name }, [], 'daily')
const refund = (tenant: Tenant, payment: string, amount: number) =>
  made(tenant.call('POST', '/v1/refunds', { payment, amount }, { 'idempotency-key': `${payment}${amount}` }))
const bookkeep = (tenant: Tenant, type: string, amount: number) =>
  world.play('POST', `/sandbox/accounts/${tenant.account}/balance`, {
    type,
    amount,
    currency: 'usd',
    description: 'Radar',
  })
const mailsTo = (tenant: Tenant) =>
  mailTo(world, `cashier@${tenant.account.toLowerCase().replaceAll('_', '')}.test`)
async function clearingOf(tenant: Tenant, payment: string) {
  const { clearing } = await made(tenant.call('GET', `/v1/payments/${payment}`))
  return clearing as { state: string; expected_from: string | null; available_on: string | null }
}
async function agrees(tenant: Tenant): Promise<void> {
  await world.prove(tenant)
  const { company } = { company: tenant }
  const verdicts = await world.verify()
  expect(
    verdicts.flatMap(({ differences }) => differences),
    company.id,
  ).toEqual([])
}

it('M2 a payout is scheduled, goes to the bank and is paid: each step booked, and made of what it lists', async () => {
  const tenant = await dailyPaid('Paid out')
  const payment = await takeCard(world, tenant, 10_000)
  await takeCard(world, tenant, 5_000)
  await world.settle()
  await refund(tenant, payment, 2_500)
  await bookkeep(tenant, 'stripe_fee', -200)
  const taken = 15_000 - 2_500 - (290 + 30) - (145 + 30) - 200
  // The processor's own fee is told by no event: the look at the balance finds it.
  expect(await balanceOf(world, tenant, BALANCE)).toBe(taken + 200)
  await passDays(world, 3)
  const scheduled = (await payoutsOf(tenant)).at(-1)
  expect(scheduled).toMatchObject({ amount: taken })
  await passDays(world, 4)
  const [paid] = await payoutsOf(tenant)
  expect(await payoutsOf(tenant)).toHaveLength(1)
  expect(paid).toMatchObject({ state: 'paid', amount: taken, agreement: 'agrees' })
  expect(await balanceOf(world, tenant, BALANCE)).toBe(0)
  expect(await balanceOf(world, tenant, IN_TRANSIT)).toBe(0)
  expect(await balanceOf(world, tenant, BANK)).toBe(taken)
  expect(await balanceOf(world, tenant, FEES)).toBe(290 + 30 + 145 + 30 + 200)
  const whole = await made(tenant.call('GET', `/v1/payouts/${paid?.id}`))
  expect(whole).toMatchObject({
    transactions_amount: taken,
    booked_amount: taken,
    unexplained: 0,
    fees: 695,
    summary: [
      { category: 'charge', count: 2, gross: 15_000, fee: 495 },
      { category: 'refund', count: 1, gross: -2_500, fee: 0 },
      { category: 'fee', count: 1, gross: -200 },
    ],
  })
  const { data } = await made(tenant.call('GET', `/v1/payouts/${paid?.id}/transactions`))
  expect(data).toHaveLength(4)
  const file = await tenant.call('GET', `/v1/payouts/${paid?.id}/transactions?format=csv`)
  expect(file.text.trim().split('\n')).toHaveLength(5)
  expect(file.text).toContain(payment)
  expect((await made(tenant.call('GET', '/v1/reports/fees?days=30'))).data).toEqual([
    { method: 'card', currency: 'usd', payments: 2, gross: 15_000, processing: 495, returns: 0, total: 495 },
    { method: 'other', currency: 'usd', payments: 0, gross: 0, processing: 200, returns: 0, total: 200 },
  ])
  await agrees(tenant)
})

it('M2 one that is paid and then sent back by the bank is on the balance again, and goes with the next', async () => {
  const tenant = await dailyPaid('Sent back')
  const payment = await takeCard(world, tenant, 10_000)
  expect(await clearingOf(tenant, payment)).toMatchObject({ state: 'cleared', payout: null })
  await passDays(world, 7)
  const paid = await latestPayout(tenant)
  expect(paid).toMatchObject({ state: 'paid', amount: 9_680 })
  expect(await clearingOf(tenant, payment)).toMatchObject({ state: 'deposited', payout: paid.id })
  await playPayout(world, paid, 'account_closed')
  expect(await latestPayout(tenant)).toMatchObject({ state: 'failed', failure_code: 'account_closed' })
  expect(await balanceOf(world, tenant, BANK)).toBe(0)
  expect(await balanceOf(world, tenant, BALANCE)).toBe(9_680)
  await agrees(tenant)
  expect(await clearingOf(tenant, payment)).toMatchObject({ state: 'cleared' })
  const { data } = await made(tenant.call('GET', '/v1/priorities'))
  expect(data).toMatchObject([
    { kind: 'payout_failed', payout: paid.id, amount: 9_680, currency: 'usd', reason: 'account_closed' },
  ])
  const mails = await mailsTo(tenant)
  expect(mails.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\$96\.80 deposited to STRIPE TEST BANK account ending in 6789$/),
      'A deposit of $96.80 failed',
    ]),
  )
  await world.play('POST', `/sandbox/accounts/${tenant.account}/bank`)
  await passDays(world, 5)
  const again = await latestPayout(tenant)
  expect(again).toMatchObject({ state: 'paid', amount: 9_680, agreement: 'agrees' })
  expect(await made(tenant.call('GET', `/v1/payouts/${again.id}`))).toMatchObject({
    summary: [{ category: 'returned_payout', gross: 9_680 }],
  })
  expect(await balanceOf(world, tenant, BANK)).toBe(9_680)
  expect(await clearingOf(tenant, payment)).toMatchObject({ state: 'deposited', payout: again.id })
  await agrees(tenant)
})

it('R-043 R-046 R-047 R-048 R-049 a card clears with its charge; who waits for the money is told when it is there', async () => {
  const tenant = await world.newCompany({ name: 'Cleared' })
  const guaranteed = 'That payment is guaranteed, and you can go ahead and ship your product.'
  const first = await takeCard(world, tenant, 10_000)
  await world.settle()
  expect(await clearingOf(tenant, first)).toMatchObject({
    state: 'cleared',
    notice: { en: guaranteed },
    available_on: expect.any(String),
  })
  expect((await mailsTo(tenant)).map(({ text }) => text).join()).toContain(guaranteed)
  const notice = { en: 'Send the flowers.', fr: null }
  await made(
    tenant.call('PATCH', '/v1/settings', { 'clearing.cards': 'when_available', 'clearing.notice': notice }),
  )
  const second = await takeCard(world, tenant, 4_000)
  await world.settle()
  const waiting = await clearingOf(tenant, second)
  expect(waiting).toMatchObject({ state: 'paid', notice: null })
  expect(waiting.expected_from).toBe(String(waiting.available_on).slice(0, 10))
  expect((await mailsTo(tenant)).filter(({ subject }) => subject.includes('cleared'))).toEqual([])
  await passDays(world, 3)
  await eventually(
    () => mailsTo(tenant),
    (mails) => mails.some(({ subject }) => subject === '$40.00 cleared: Order 7'),
  )
  expect(await clearingOf(tenant, second)).toMatchObject({ state: 'cleared', notice })
  const mail = (await mailsTo(tenant)).find(({ subject }) => subject === '$40.00 cleared: Order 7')
  expect(mail?.text).toContain('Send the flowers.')
  const file = await tenant.call('GET', '/v1/payments?format=csv')
  expect(file.text).toContain('clearing')
  expect(file.text.match(/,cleared,/g)).toHaveLength(2)
  await depositAll(world, tenant)
  expect(await clearingOf(tenant, second)).toMatchObject({ state: 'deposited' })
  await agrees(tenant)
})

it('M2 one that fails on its way, is sent out again and paid; one that is canceled never left', async () => {
  const tenant = await dailyPaid('Again')
  await takeCard(world, tenant, 4_000)
  await passDays(world, 2)
  while ((await payoutsOf(tenant)).length === 0) await advance(world, DAY / 4)
  const payout = await latestPayout(tenant)
  expect(payout.state).toBe('scheduled')
  await playPayout(world, payout, 'send')
  expect((await latestPayout(tenant)).state).toBe('in_transit')
  expect(await balanceOf(world, tenant, IN_TRANSIT)).toBe(payout.amount)
  await playPayout(world, payout, 'no_account')
  expect((await latestPayout(tenant)).state).toBe('failed')
  await playPayout(world, payout, 'retry')
  expect(await latestPayout(tenant)).toMatchObject({ state: 'scheduled', failure_code: null })
  await playPayout(world, payout, 'pay')
  expect((await latestPayout(tenant)).state).toBe('paid')
  expect(await balanceOf(world, tenant, BANK)).toBe(payout.amount)
  await passDays(world, 1)
  await agrees(tenant)

  await takeCard(world, tenant, 3_000)
  await passDays(world, 2)
  while ((await payoutsOf(tenant)).length === 1) await advance(world, DAY / 4)
  const second = await latestPayout(tenant)
  await playPayout(world, second, 'cancel')
  expect((await latestPayout(tenant)).state).toBe('canceled')
  expect(await balanceOf(world, tenant, IN_TRANSIT)).toBe(0)
  await agrees(tenant)
})

it('M2 M3.13 one that failed and was sent out again while the news of its failure was lost agrees as soon as anything is heard of it', async () => {
  const tenant = await dailyPaid('Lost failure')
  await takeCard(world, tenant, 4_000)
  await passDays(world, 2)
  while ((await payoutsOf(tenant)).length === 0) await advance(world, DAY / 4)
  const payout = await latestPayout(tenant)
  const unheard = async (...acts: string[]) => {
    await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 1_000, type: 'payout.*' })
    for (const act of acts) await playPayout(world, payout, act)
    await world.play('DELETE', '/sandbox/faults')
  }
  await playPayout(world, payout, 'send')
  await unheard('no_account', 'retry')
  await playPayout(world, payout, 'pay')
  expect((await latestPayout(tenant)).state).toBe('paid')
  expect(await balanceOf(world, tenant, BANK)).toBe(payout.amount)
  await agrees(tenant)
  // Its bank, which had taken it, sends it back: that is not heard of either.
  await unheard('no_account', 'retry')
  await playPayout(world, payout, 'send')
  expect((await latestPayout(tenant)).state).toBe('in_transit')
  expect(await balanceOf(world, tenant, BANK)).toBe(0)
  expect(await balanceOf(world, tenant, IN_TRANSIT)).toBe(payout.amount)
  await agrees(tenant)
})

it('R-199 of a balance of zero no deposit is made, and one below zero is taken from the bank', async () => {
  const tenant = await dailyPaid('Below zero')
  const payment = await takeCard(world, tenant, 1_000)
  await passDays(world, 7)
  await bookkeep(tenant, 'stripe_fee', -300)
  await bookkeep(tenant, 'adjustment', 300)
  const before = await payoutsOf(tenant)
  await passDays(world, 4)
  expect(await payoutsOf(tenant)).toEqual(before)
  await refund(tenant, payment, 1_000)
  await passDays(world, 7)
  const debit = await latestPayout(tenant)
  expect(debit).toMatchObject({ state: 'paid', amount: -1_000, agreement: 'agrees' })
  expect(await balanceOf(world, tenant, BANK)).toBe(941 - 1_000)
  await agrees(tenant)
})

it('webhooks that are lost, late or out of order change nothing: the look at the balance finds every payout', async () => {
  const tenant = await dailyPaid('Lost news')
  await takeCard(world, tenant, 8_000)
  await world.settle()
  await world.play('POST', '/sandbox/faults', {
    on: 'webhook',
    do: 'drop',
    times: 1_000,
    type: 'payout.created',
  })
  await world.play('POST', '/sandbox/faults', {
    on: 'webhook',
    do: 'drop',
    times: 1_000,
    type: 'payout.updated',
  })
  await world.play('POST', '/sandbox/faults', {
    on: 'webhook',
    do: 'drop',
    times: 1_000,
    type: 'payout.reconciliation_completed',
  })
  await passDays(world, 2)
  const stripe = processorOf(world)
  const theirs = async () => (await stripe.payouts.list({}, { stripeAccount: tenant.account })).data
  while ((await theirs()).length === 0) await advance(world, DAY / 4)
  const [known] = await theirs()
  // Paid before anybody here heard of it, and before what it is made of can be listed.
  await world.play('POST', `/sandbox/payouts/${known?.id}/play`, { act: 'pay' })
  await world.settle()
  expect(await latestPayout(tenant)).toMatchObject({ state: 'paid', agreement: 'pending' })
  await world.play('DELETE', '/sandbox/faults')
  await passDays(world, 2)
  expect(await latestPayout(tenant)).toMatchObject({ state: 'paid', agreement: 'agrees' })
  await agrees(tenant)
})

it('M3.13 a month of payments, refunds, fees and failed deposits adds up to the bank account, to the cent', async () => {
  const tenant = await dailyPaid('A month')
  const seed = seedOf('SEQUENCE_SEED', 20_261_123)
  const next = generator(seed)
  const upTo = (most: number) => 1 + Math.floor(next() * most)
  const paid: { id: string; left: number }[] = []
  const failed = new Set<string>()
  let expected = 0
  for (let day = 0; day < 30; day += 1) {
    const amount = 50 + upTo(50_000)
    paid.push({ id: await takeCard(world, tenant, amount), left: amount })
    const fee = Math.floor((amount * 29 + 500) / 1000) + 30
    expected += amount - fee
    const of = paid[Math.floor(next() * paid.length)]
    if (next() < 0.3 && of !== undefined && of.left > 0) {
      await world.settle()
      const back = next() < 0.3 ? of.left : upTo(of.left)
      of.left -= back
      expected -= back
      const key = { 'idempotency-key': `month ${day}` }
      await made(tenant.call('POST', '/v1/refunds', { payment: of.id, amount: back }, key))
    }
    if (next() < 0.2) {
      const cost = upTo(900)
      expected -= cost
      await bookkeep(tenant, 'stripe_fee', -cost)
    }
    if (next() < 0.15) {
      const [latest] = await payoutsOf(tenant)
      if (latest?.state === 'paid') {
        failed.add(latest.id)
        await playPayout(world, latest, 'account_closed')
        await world.play('POST', `/sandbox/accounts/${tenant.account}/bank`)
      }
    }
    await passDays(world, 1)
  }
  await passDays(world, 8)
  const payouts = await payoutsOf(tenant)
  const arrived = payouts.filter(({ state }) => state === 'paid')
  const said = `SEQUENCE_SEED=${seed}`
  expect(
    payouts.every(({ id, state }) => state === (failed.has(id) ? 'failed' : 'paid')),
    said,
  ).toBe(true)
  expect(new Set(payouts.map(({ agreement }) => agreement)), said).toEqual(new Set(['agrees']))
  expect(
    arrived.reduce((sum, { amount }) => sum + amount, 0),
    said,
  ).toBe(expected)
  expect(await balanceOf(world, tenant, BANK), said).toBe(expected)
  for (const empty of [BALANCE, IN_TRANSIT]) expect(await balanceOf(world, tenant, empty), said).toBe(0)
  await agrees(tenant)
})
