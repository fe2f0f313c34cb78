import { expect } from 'vitest'
import { type Answer, payer, type World } from '../support/world.ts'
import { payNow } from './paid-once.ts'
import { type Debt, must, newDebt, stripeOf } from './stage.ts'

export interface Order {
  debt: Debt
  payment: string
  intent: string
  key: string
  amount: number
}

/** A debt that is paid, and an order to refund half of it. */
export async function paidDebt(world: World, name: string | number): Promise<Order> {
  const debt = await newDebt(world)
  await payNow(world, debt)
  const payments = await must(world.company.call('GET', `/v1/payments?payment_request=${debt.request}`))
  const [payment] = payments.data as { id: string; processor_reference: string }[]
  return {
    debt,
    payment: payment?.id ?? '',
    intent: payment?.processor_reference ?? '',
    key: `refund-of-${name}`,
    amount: Math.floor(debt.amount / 2),
  }
}

export function refund(
  { company }: World,
  server: { url: string },
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
  return (await must(company.call('GET', `/v1/refunds?payment=${payment}`))).data as RefundOnWire[]
}

/** One at the processor and one here, or none in either; the invoice says the same, and so does a late repeat. */
export async function expectRefundedOnce(
  world: World,
  order: Order,
  repeated: Answer | undefined,
): Promise<void> {
  const { sandbox, company } = world
  const theirs = await stripeOf(sandbox).refunds.list(
    { payment_intent: order.intent },
    {
      stripeAccount: company.account,
    },
  )
  const ours = await refundsOf(world, order)
  expect(ours.map((each) => each.processor_reference)).toEqual(theirs.data.map(({ id }) => id))
  expect(ours.length).toBeLessThanOrEqual(1)
  if (repeated !== undefined) expect(ours.map(({ id }) => id)).toEqual([repeated.body.id])
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
