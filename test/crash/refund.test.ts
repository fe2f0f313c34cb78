import type Stripe from 'stripe'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, payer, type World } from '../support/world.ts'
import { crashAtEveryMessage } from './crash-points.ts'
import { expectBooksAgree, expectNothingLeft, payNow } from './paid-once.ts'
import { type Debt, letTimePass, must, newDebt, type Stage, startStage, stripeOf } from './stage.ts'
import type { Victim } from './victim.ts'

const MINUTES = 60_000

interface Order {
  debt: Debt
  payment: string
  intent: string
  key: string
  amount: number
}

describe('A server that dies while money is refunded', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await startStage()
  })
  afterAll(() => stage.stop())
  afterEach(() => stage.world.play('DELETE', '/sandbox/faults'))

  it(
    'R-115 at any message: each refund of the processor is booked once, none lost, none repeated',
    async () => {
      const { world } = stage
      await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 1_000_000 })
      const later: (() => Promise<void>)[] = []
      const messages = await crashAtEveryMessage<Order>(stage, {
        prepare: (n) => paidDebt(world, n),
        act: (victim, order) => refund(world, victim, order),
        recover: async (_, crashed) => {
          // Half of the integrators repeat at once, at whichever server answers; half are gone.
          const repeats = crashed.map(({ n, subject }) =>
            n % 4 < 2 ? refund(world, world, subject) : undefined,
          )
          await letTimePass(world)
          for (const [at, { subject, message }] of crashed.entries()) {
            later.push(async () => {
              const repeated = await repeats[at]
              if (repeated !== undefined)
                expect(repeated, `${message}: ${repeated.text}`).toMatchObject({ status: 201 })
              await expectRefundedOnce(world, subject, repeated)
            })
          }
        },
      })
      console.log(`refund, without webhooks: ${messages.length} points`)
      await letTimePass(world)
      await world.settle()
      for (const look of later) await look()
      await expectBooksAgree(world)
      await expectNothingLeft(world)
    },
    10 * MINUTES,
  )
})

async function paidDebt(world: World, n: number): Promise<Order> {
  const debt = await newDebt(world)
  await payNow(world, debt)
  const payments = await must(world.company.call('GET', `/v1/payments?payment_request=${debt.request}`))
  const [payment] = payments['data'] as { id: string; processor_reference: string }[]
  return {
    debt,
    payment: payment?.id ?? '',
    intent: payment?.processor_reference ?? '',
    key: `refund-of-${n}`,
    amount: Math.floor(debt.amount / 2),
  }
}

function refund(
  { company }: World,
  server: { url: string } | Victim,
  { payment, amount, key }: Order,
): Promise<Answer> {
  return payer(
    'POST',
    `${server.url}/v1/refunds`,
    { payment, amount },
    { authorization: `Bearer ${company.key}`, 'idempotency-key': key },
  )
}

interface RefundOnWire {
  id: string
  state: string
  processor_reference: string
}

async function refundsOf({ company }: World, { payment }: Order): Promise<RefundOnWire[]> {
  return (await must(company.call('GET', `/v1/refunds?payment=${payment}`)))['data'] as RefundOnWire[]
}

/** One at the processor and one here, or none in either; the invoice says the same, and so does a late repeat. */
async function expectRefundedOnce(world: World, order: Order, repeated: Answer | undefined): Promise<void> {
  const { sandbox, company } = world
  const theirs = await stripeOf(sandbox).refunds.list({ payment_intent: order.intent }, {
    stripeAccount: company.account,
  } satisfies Stripe.RequestOptions)
  const ours = await refundsOf(world, order)
  expect(ours.map((each) => each.processor_reference)).toEqual(theirs.data.map(({ id }) => id))
  expect(ours.length).toBeLessThanOrEqual(1)
  if (repeated !== undefined) expect(ours.map(({ id }) => id)).toEqual([repeated.body['id']])
  const isRefunded = ours.length === 1
  if (isRefunded) expect(ours[0]?.state).toBe('succeeded')
  const refunded = isRefunded ? order.amount : 0
  expect(await must(company.call('GET', `/v1/payments/${order.payment}`))).toMatchObject({
    refunded_amount: refunded,
    refunding_amount: 0,
  })
  expect(await must(company.call('GET', `/v1/invoices/${order.debt.invoice}`))).toMatchObject({
    refunded,
    open: refunded,
  })
}
