import { fromWireId } from '../../server/src/lib/ids.ts'
import { dayOf, owned } from '../support/story.ts'
import { payer } from '../support/world.ts'
import type { Simulation, Step } from './simulation.ts'

/** What banks bring without being asked, and what the processor pays out to the seller's. */

/** A payer asks how to wire what a page shows, and wires something like it, under some reference or under none. */
export const sendWire: Step = async (simulation, dice) => {
  const url = dice.one(simulation.urls)
  if (url === undefined) return undefined
  const { amount = 0 } = (await payer('GET', `${url}/status`)).body as { amount?: number }
  await fetch(`${url}/wire`, { method: 'POST', redirect: 'manual', body: new URLSearchParams() })
  const page = (await payer('GET', `${url}/wire`)).text
  const told = REFERENCE.exec(page.slice(page.indexOf('<dl>')))?.[0]
  if (told !== undefined) simulation.references.push(told)
  const holder = dice.one(await accountHolders(simulation))
  if (holder === undefined) return undefined
  const reference = dice.chance(0.6) ? told : dice.chance(0.3) ? dice.one(simulation.references) : undefined
  await simulation.world.play('POST', `/sandbox/customers/${holder}/fund`, {
    amount: Math.max(1, amount + dice.any([0, 0, 0, -100, 5_000])),
    currency: 'usd',
    sender: dice.any(['CAFE LUNE SA', 'SOMEBODY ELSE LLC']),
    ...(reference && { reference }),
  })
  return 'done'
}

const REFERENCE = /[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}/

/** Customers, by the processor's name of them, who have an account number there. */
async function accountHolders({ world, company }: Simulation): Promise<string[]> {
  const rows = await owned<{ holder: string }>(
    world,
    'select processor_customer holder from payments.cash_accounts where company_id = $1 order by customer_id',
    [fromWireId('co', company.id)],
  )
  return rows.map(({ holder }) => holder)
}

/** A clerk says what a wire is for, sometimes with another one at it, and sometimes takes it back. */
export const matchWire: Step = async (simulation, dice) => {
  const { data = [] } = (await simulation.call('GET', '/v1/wires')).body as { data?: { id: string }[] }
  const wire = dice.one(data)
  if (wire === undefined) return undefined
  if (dice.chance(0.2)) return simulation.call('POST', `/v1/wires/${wire.id}/unmatch`)
  const fits = (await simulation.call('GET', `/v1/wires/${wire.id}/candidates`)).body.data
  const candidate = dice.one((fits ?? []) as { payment_request: string }[])
  if (candidate === undefined) return undefined
  const order = { payment_request: candidate.payment_request }
  const clerks = dice.chance(0.3) ? [1, 2] : [1]
  const [answer] = await Promise.all(
    clerks.map(() => simulation.call('POST', `/v1/wires/${wire.id}/match`, order)),
  )
  return answer
}

/** A customer brings cash or a cheque, sometimes to two clerks at once: for what they owe, or for one of it. */
export const receive: Step = async (simulation, dice) => {
  const invoice = dice.one(simulation.invoices)
  if (invoice === undefined) return undefined
  const { open = 0 } = (await simulation.call('GET', `/v1/invoices/${invoice.id}`)).body as { open?: number }
  simulation.wires += 1
  const body = {
    customer: invoice.customer,
    currency: 'usd',
    amount: Math.max(1, open + dice.any([0, -100, 5_000, 20_000])),
    received_on: dayOf(simulation.world.services.clock.now()),
    ...dice.any([{ method: 'cash' }, { method: 'cheque', reference: `CHQ-${simulation.wires}` }]),
    ...dice.any([{}, {}, { applications: [{ invoice: invoice.id }] }, { applications: [] }]),
  }
  const clerks = dice.chance(0.3) ? [1, 2] : [1]
  const answers = await Promise.all(clerks.map(() => simulation.call('POST', '/v1/received_payments', body)))
  for (const { body: received } of answers) {
    const payment = (received.payment as { id?: unknown } | undefined)?.id
    if (typeof payment === 'string') simulation.payments.push(payment)
  }
  return answers[0]
}

/** Some of what lies in the till goes to the bank; or it did not after all. */
export const bank: Step = async (simulation, dice) => {
  if (dice.chance(0.25)) return undoDeposit(simulation, dice)
  const { data = [] } = (await simulation.call('GET', '/v1/tenders?banked=false')).body as {
    data?: { id: string }[]
  }
  const payments = data.filter(() => dice.chance(0.7)).map(({ id }) => id)
  if (payments.length === 0) return undefined
  const day = dayOf(simulation.world.services.clock.now())
  return simulation.call('POST', '/v1/bank_deposits', { payments, deposited_on: day })
}

const undoDeposit: Step = async (simulation, dice) => {
  const { data } = (await simulation.call('GET', '/v1/bank_deposits')).body as { data?: { id: string }[] }
  const deposit = dice.one((data ?? []).toReversed())
  return deposit && simulation.call('POST', `/v1/bank_deposits/${deposit.id}/undo`, { reason: 'Not made' })
}

/** One that was booked by hand never came, or bounced. */
export const takeBackWire: Step = async (simulation, dice) => {
  const payment = dice.one(simulation.payments)
  return payment === undefined
    ? undefined
    : simulation.call('POST', `/v1/payments/${payment}/take_back`, { reason: 'mistake' })
}

/** All that the processor holds goes to the bank, or comes back from there. */
export const payOut: Step = async ({ world, company }, dice) => {
  const path = `/sandbox/accounts/${company.account}/pay_out`
  const { data } = await world.play<{ data: { id: string }[] }>('POST', path)
  const payout = dice.one(data)
  if (payout === undefined) return undefined
  const acts = dice.any([
    ['send', 'reconcile', 'pay'],
    ['send', 'reconcile', 'pay'],
    ['send', 'reconcile', 'pay', 'account_closed'],
    ['send', 'no_account'],
    ['cancel'],
    [],
  ])
  for (const act of acts) await world.play('POST', `/sandbox/payouts/${payout.id}/play`, { act })
  return 'done'
}
