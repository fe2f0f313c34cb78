import { toWireId } from '../../server/src/lib/ids.ts'
import { pay as payForm } from '../support/story.ts'
import type { Answer } from '../support/world.ts'
import type { Dice } from './commands.ts'
import { taken } from './paying.ts'
import type { Simulation, Step } from './simulation.ts'

/** What clerks do to what is owed, money apart: credits given and taken back, debts given up and taken up again. */

export const creditNote: Step = async (simulation, dice) => {
  const invoice = dice.one(simulation.invoices)
  if (invoice === undefined) return undefined
  const lines = [{ description: 'Wilted tulips', quantity: '1', unit_price: dice.price() }]
  return dice.chance(0.5)
    ? simulation.call('POST', '/v1/credit_notes', { invoice: invoice.id, lines })
    : simulation.call('POST', '/v1/credit_notes', { customer: invoice.customer, currency: 'usd', lines })
}

export const unapply: Step = async (simulation, dice) => {
  const application = await applicationOf(simulation, dice)
  if (application === undefined) return undefined
  return simulation.call('POST', `/v1/applications/${application}/reverse`, {})
}

export const writeOff: Step = async (simulation, dice) => {
  const invoice = dice.one(simulation.invoices)
  return (
    invoice && simulation.call('POST', `/v1/invoices/${invoice.id}/write_off`, { reason: 'uncollectible' })
  )
}

export const recover: Step = async (simulation, dice) => {
  const [invoice] = await simulation.rows<{ number: string }>(
    `select number from receivables.invoices where state = 'written_off' order by random() limit 1`,
  )
  const found = simulation.invoices.find(({ number }) => number === invoice?.number)
  if (found === undefined) return undefined
  const credit = dice.chance(0.3) ? await creditOf(simulation, dice, found.customer) : undefined
  return simulation.call('POST', `/v1/invoices/${found.id}/recover`, {
    reason: 'mistake',
    ...(credit && { credit }),
  })
}

export const refundCredit: Step = async (simulation, dice) => {
  const credit = await creditOf(simulation, dice)
  if (credit === undefined) return undefined
  return simulation.call('POST', `/v1/credits/${credit}/refund`, { amount: 1 + dice.below(5_000) })
}

/** One invoice, and everybody at it in the same moment: no two of them may settle, give up or give back the same. */
export const allAtOnce: Step = async (simulation, dice) => {
  const invoice = dice.one(simulation.invoices)
  if (invoice === undefined) return undefined
  const { company, world } = simulation
  const call = simulation.call.bind(simulation)
  const now = (await call('GET', `/v1/invoices/${invoice.id}`)).body
  const asked = await call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] })
  const link = await call('POST', '/v1/payment_links', { payment_request: asked.body.id })
  if (asked.status === 201) simulation.requests.push(String(asked.body.id))
  if (typeof link.body.url === 'string') simulation.urls.push(link.body.url)
  const [credit, other] = [
    await creditOf(simulation, dice, invoice.customer),
    await creditOf(simulation, dice, invoice.customer),
  ]
  const application = await applicationOf(simulation, dice, invoice.number)
  const payment = dice.one(simulation.payments)
  const lines = [{ description: 'Tulips', quantity: '1', unit_price: dice.price(), taxes: [] }]
  const works: (Promise<Answer> | undefined)[] = [
    typeof link.body.url === 'string'
      ? payForm(world, company, link.body.url, { amount: Number(now.open) })
      : undefined,
    credit === undefined
      ? undefined
      : call('POST', `/v1/credits/${credit}/apply`, { invoices: [{ invoice: invoice.id }] }),
    other === undefined ? undefined : call('POST', `/v1/credits/${other}/apply`, {}),
    application === undefined ? undefined : call('POST', `/v1/applications/${application}/reverse`, {}),
    call('PATCH', `/v1/invoices/${invoice.id}`, { revision: now.revision, lines }),
    dice.chance(0.3) ? call('POST', `/v1/invoices/${invoice.id}/void`) : undefined,
    dice.chance(0.3)
      ? call('POST', `/v1/invoices/${invoice.id}/write_off`, { reason: 'uncollectible' })
      : undefined,
    payment === undefined
      ? undefined
      : call('POST', '/v1/refunds', { payment, amount: 1 + dice.below(3_000) }),
  ]
  const answers = (await Promise.all(works)).filter((answer) => answer !== undefined)
  for (const answer of answers) {
    taken(simulation, answer)
    if (answer.status >= 500 && !simulation.isStruck) throw new Error(answer.text)
  }
  return answers.find(({ status }) => status < 300) ?? answers[0]
}

async function creditOf(simulation: Simulation, dice: Dice, customer?: string): Promise<string | undefined> {
  const of = customer === undefined ? '' : `&customer=${customer}`
  const { data } = (await simulation.call('GET', `/v1/credits?open=true${of}`)).body as {
    data: { id: string }[]
  }
  return dice.one(data)?.id
}

async function applicationOf(
  simulation: Simulation,
  dice: Dice,
  number?: string,
): Promise<string | undefined> {
  const rows = await simulation.rows<{ credit: string; number: string }>(
    `select a.source_id credit, i.number from receivables.applications a
     join receivables.invoices i on i.id = a.payable_id
     where a.source_type = 'credit' and a.amount > 0 order by a.id desc limit 50`,
  )
  const row = dice.one(rows.filter((each) => number === undefined || each.number === number).reverse())
  if (row === undefined) return undefined
  const { applications } = (await simulation.call('GET', `/v1/credits/${toWireId('crd', row.credit)}`))
    .body as {
    applications?: { id: string }[]
  }
  return dice.one(applications ?? [])?.id
}
