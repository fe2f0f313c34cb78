import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../support/world.ts'
import { expectBooksAgree, expectNothingLeft, expectPaidOnce, payNow, whatBecameOf } from './paid-once.ts'
import { expectRefundedOnce, paidDebt, refund } from './refunded-once.ts'
import { atProcessor, letTimePass, newDebt, submit } from './stage.ts'

const MINUTES = 60_000
/** Both the call and the one repeat of the processor's own library are struck; a 500 is not repeated. */
const TWICE = 2
const DAY_SECONDS = 86_400

describe('A processor that does not answer as it should', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())
  afterEach(() => world.play('DELETE', '/sandbox/faults'))

  const strike = (path: string, what: string, more = {}) =>
    world.play('POST', '/sandbox/faults', {
      on: 'request',
      method: 'POST',
      path,
      do: what,
      times: what === 'error_500' ? 1 : TWICE,
      ms: 300,
      ...more,
    })

  it.each(['time_out_after', 'drop_before', 'drop_after', 'error_500'])(
    'R-105 a payment that meets %s: its outcome becomes known by itself, one charge at most',
    async (fault) => {
      await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 1_000 })
      const debt = await newDebt(world)
      await strike('/v1/payment_intents', fault)
      const answer = await submit(
        world,
        debt,
        `meets-${fault.replaceAll('_', '-')}`,
        await world.card(world.company),
      )
      expect(answer, answer.text).toMatchObject({ status: 200, body: { state: 'unsure' } })
      const again = await submit(world, debt, 'a-second-tab-1', await world.card(world.company))
      expect(again, again.text).toMatchObject({ status: 409, body: { code: 'payment_under_way' } })
      await letTimePass(world)
      const wasCharged = fault === 'time_out_after' || fault === 'drop_after'
      expect(await whatBecameOf(world, debt)).toBe(wasCharged ? 'paid' : 'open')
      if (!wasCharged) await payNow(world, debt)
      await world.settle()
      await expectPaidOnce(world, debt)
      await expectBooksAgree(world)
      await expectNothingLeft(world)
    },
    MINUTES,
  )

  it.each(['time_out_after', 'drop_before', 'drop_after', 'error_500'])(
    'R-115 a refund that meets %s: its outcome becomes known by itself, one refund at most',
    async (fault) => {
      await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 1_000 })
      const order = await paidDebt(world, `meets-${fault}`)
      await strike('/v1/refunds', fault)
      const answer = await refund(world, world, order)
      expect(answer, answer.text).toMatchObject({ status: 201, body: { state: 'requested' } })
      await letTimePass(world)
      // Its answer of 500 is repeated by the processor as long as it keeps the key.
      if (fault === 'error_500') await letTimePass(world, DAY_SECONDS)
      await expectRefundedOnce(world, order, answer)
      await expectBooksAgree(world)
      await expectNothingLeft(world)
    },
    MINUTES,
  )

  it(
    'R-115 a refund that is asked for while the first call is still at work is not taken for refused',
    async () => {
      const order = await paidDebt(world, 'slow')
      await strike('/v1/refunds', 'delay', { times: 1, ms: 6_000 })
      const slow = refund(world, world, order)
      await expect
        .poll(
          async () => (await world.company.call('GET', `/v1/refunds?payment=${order.payment}`)).body.data,
          { timeout: 10_000 },
        )
        .toHaveLength(1)
      await letTimePass(world)
      const answer = await slow
      expect(answer.status, answer.text).toBe(201)
      await letTimePass(world)
      await expectRefundedOnce(world, order, answer)
      await expectBooksAgree(world)
    },
    MINUTES,
  )
})

describe('Webhooks that come twice, in any order, late or never', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())
  afterEach(() => world.play('DELETE', '/sandbox/faults'))

  it.each(['duplicate', 'reorder', 'delay', 'drop'])(
    'R-114 %s: the same final books',
    async (fault) => {
      const strike = () =>
        world.play('POST', '/sandbox/faults', { on: 'webhook', do: fault, times: 1_000, seconds: 1 })
      await strike()
      const declined = await newDebt(world)
      const first = await submit(
        world,
        declined,
        `declined-${fault}`,
        await world.card(world.company, '4000000000009995'),
      )
      expect(first.body.state, first.text).toBe('declined')
      const order = await paidDebt(world, fault)
      const answer = await refund(world, world, order)
      expect(answer.status, answer.text).toBe(201)
      // One whose answer was lost as well hears of it by the webhook, or asks.
      const unheard = await newDebt(world)
      await world.play('POST', '/sandbox/faults', {
        on: 'request',
        method: 'POST',
        path: '/v1/payment_intents',
        do: 'drop_after',
        times: TWICE,
      })
      await submit(world, unheard, `unheard-${fault}`, await world.card(world.company))
      await world.play('DELETE', '/sandbox/faults')
      await letTimePass(world)
      expect(await whatBecameOf(world, declined)).toBe('open')
      for (const { status } of await atProcessor(world, declined)) expect(status).toBe('canceled')
      await expectPaidOnce(world, unheard)
      await expectRefundedOnce(world, order, answer)
      await expectBooksAgree(world)
      await expectNothingLeft(world)
    },
    MINUTES,
  )
})
