import { expect } from 'vitest'
import type { World } from '../support/world.ts'
import { type Debt, must, stripeOf } from './stage.ts'

/** Whoever owes is shown where to send a wire; their name at the processor. */
export async function showWhereTo(world: World, debt: Debt): Promise<string> {
  const chosen = await fetch(`${world.url}${debt.path}/wire`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(chosen.status).toBe(303)
  const { data } = await stripeOf(world.sandbox).customers.list(
    { email: debt.email },
    { stripeAccount: world.company.account },
  )
  expect(data).toHaveLength(1)
  return data[0]?.id ?? ''
}

/** A wire of just what is owed arrives, with the reference that the page told. */
export async function sendWire(world: World, debt: Debt, customer: string): Promise<void> {
  const page = await (await fetch(`${world.url}${debt.path}/wire`)).text()
  const [reference] =
    /[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}/.exec(page.slice(page.indexOf('<dl>'))) ?? []
  await world.play('POST', `/sandbox/customers/${customer}/fund`, {
    amount: debt.amount,
    currency: 'usd',
    reference,
    sender: debt.email,
  })
}

/** It paid the debt once, and its cash was drawn once, here and there. */
export async function expectDrawnOnce(world: World, debt: Debt, customer: string): Promise<void> {
  const { company, sandbox } = world
  const moved = await stripeOf(sandbox).customers.listCashBalanceTransactions(
    customer,
    { limit: 100 },
    { stripeAccount: company.account },
  )
  expect(moved.data.map(({ type, net_amount }) => [type, net_amount])).toEqual([
    ['applied_to_payment', -debt.amount],
    ['funded', debt.amount],
  ])
  const payments = await must(company.call('GET', `/v1/payments?payment_request=${debt.request}`))
  expect(payments.data).toMatchObject([{ method: 'wire', state: 'succeeded', amount: debt.amount }])
  expect(await must(company.call('GET', `/v1/invoices/${debt.invoice}`))).toMatchObject({
    status: 'paid',
    open: 0,
  })
}
