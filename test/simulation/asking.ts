import { expect } from 'vitest'
import { newInvoice } from '../support/story.ts'
import { payer } from '../support/world.ts'
import { letPass, nothingUnderWay } from './faults.ts'
import type { Step } from './simulation.ts'

/** What staff and payers do about debts and links, money apart. */

export const issue: Step = async (simulation, dice) => {
  const customer = dice.one(simulation.customers) ?? ''
  const made = await newInvoice(simulation.company, dice.price(), { customer })
  simulation.invoices.push({ id: String(made.id), number: String(made.number), customer })
  return 'done'
}

export const ask: Step = async (simulation, dice) => {
  const first = dice.one(simulation.invoices)
  const others = dice.chance(0.3)
    ? simulation.invoices.filter(({ customer }) => customer === first?.customer).slice(-2)
    : []
  const invoices = [...new Set([first?.id, ...others.map(({ id }) => id)])]
  const answer = await simulation.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices })
  if (answer.status === 201) simulation.requests.push(String(answer.body.id))
  return answer
}

/** Without a debt behind it. */
export const askQuick: Step = async (simulation, dice) => {
  const answer = await simulation.call('POST', '/v1/payment_requests', {
    kind: 'quick',
    amount: 100 * (1 + dice.below(500)),
    currency: 'usd',
    reference: `Order ${dice.below(1_000)}`,
    customer: dice.one(simulation.customers),
  })
  if (answer.status === 201) simulation.requests.push(String(answer.body.id))
  return answer
}

export const give: Step = async (simulation, dice) => {
  const request = dice.one(simulation.requests)
  if (request === undefined) return undefined
  const answer = dice.chance(0.5)
    ? await simulation.call('POST', `/v1/payment_requests/${request}/send`, {
        email: `p${dice.below(3)}@lune.test`,
      })
    : await simulation.call('POST', '/v1/payment_links', { payment_request: request })
  const links = (answer.body.links ?? [answer.body]) as { url: string }[]
  const url = links.at(-1)?.url
  if (answer.status < 300 && url !== undefined) simulation.urls.push(url)
  return answer
}

export const open: Step = async (simulation, dice) => {
  const url = dice.one(simulation.urls)
  return url === undefined ? undefined : payer('POST', `${url}/opened`)
}

export const edit: Step = async (simulation, dice) => {
  const invoice = dice.one(simulation.invoices)
  if (invoice === undefined) return undefined
  const before = (await simulation.call('GET', `/v1/invoices/${invoice.id}`)).body
  const revision = Number(before.revision) - (dice.chance(0.1) ? 1 : 0)
  const lines = [{ description: 'Tulips', quantity: '1', unit_price: dice.price(), taxes: [{ rate: '10' }] }]
  const answer = await simulation.call('PATCH', `/v1/invoices/${invoice.id}`, {
    revision: Math.max(1, revision),
    ...(dice.chance(0.8) ? { lines } : { note: 'Edited' }),
  })
  if (answer.status === 200) expect(answer.body).toMatchObject({ number: invoice.number })
  return answer
}

export const voidInvoice: Step = async (simulation, dice) => {
  const invoice = dice.one(simulation.invoices)
  return invoice && simulation.call('POST', `/v1/invoices/${invoice.id}/void`)
}

export const voidRequest: Step = async (simulation, dice) => {
  const request = dice.one(simulation.requests)
  const body = { void_invoices: dice.chance(0.5) }
  return request === undefined
    ? undefined
    : simulation.call('POST', `/v1/payment_requests/${request}/void`, body)
}

export const renew: Step = async (simulation, dice) => {
  const url = dice.one(simulation.urls)
  if (url === undefined) return undefined
  const answer = await fetch(`${url}/renew`, { method: 'POST', redirect: 'manual' })
  if (answer.status !== 303) throw new Error(`Renewal answered ${answer.status}.`)
  return 'done'
}

export const applyCredit: Step = async (simulation, dice) => {
  const credits = (await simulation.call('GET', '/v1/credits?open=true')).body.data as { id: string }[]
  const credit = dice.one(credits)
  return credit && simulation.call('POST', `/v1/credits/${credit.id}/apply`, {})
}

export const wait: Step = async ({ world }, dice) => {
  await letPass(world, 3_600 * (1 + dice.below(20)))
  return 'done'
}

/** As long as banks take. */
export const waitForDays: Step = async (simulation, dice) => {
  const { world } = simulation
  await nothingUnderWay(simulation)
  await letPass(world, 86_400 * (1 + dice.below(6)))
  return 'done'
}

export const set: Step = (simulation, dice) =>
  simulation.call('PATCH', '/v1/settings', {
    'link.on_invoice_edit': dice.any(['supersede', 'stay_active']),
    'link.when_settled': dice.chance(0.8) ? 'allow_overpayment' : 'show_receipt',
    'link.expiry.mode.invoice_link': dice.any(['none', 'none', 'none', 'after_open', 'after_issue']),
    'disputes.lost': dice.any(['reopen', 'write_off']),
  })
