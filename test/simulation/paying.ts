import { randomUUID } from 'node:crypto'
import { bankToken, dayOf, pay as payForm, submission } from '../support/story.ts'
import { type Answer, payer } from '../support/world.ts'
import { askQuick } from './asking.ts'
import type { Dice } from './commands.ts'
import type { Simulation, Step } from './simulation.ts'

/** Every way in which money is sent. */

const TAKES = new Set(['payable', 'partly_paid', 'declined', 'returned'])
/** Under way, to end in whichever moment. */
const MOVING = new Set(['action_needed', 'processing', 'unsure', 'someone_else_pays', 'verify'])
export const DECLINED = '4000000000009995'
/** Succeed, and are disputed, asked after or refunded with difficulty later on. */
const TROUBLE = ['4000000000000259', '4000000000001976', '4000000000007726', '4000000000005126'] as const
export const THREE_D_SECURE = '4000002760003184'

interface Shown {
  state: string
  amount: number
}

const shownBy = async (url: string) => (await payer('GET', `${url}/status`)).body as unknown as Shown

/** What the page shows is what is charged: a total that is stale, or a page without a form, charges nothing. */
export const pay: Step = async (simulation, dice) => {
  const url = dice.one(simulation.urls)
  if (url === undefined) return undefined
  const shown = await shownBy(url)
  const isStale = dice.chance(0.1)
  const declines = dice.chance(0.15)
  const card = declines ? DECLINED : dice.chance(0.15) ? dice.any(TROUBLE) : undefined
  const amount = Math.max(50, shown.amount + (isStale ? 1 : 0))
  const answer = await payForm(simulation.world, simulation.company, url, {
    amount,
    save: dice.chance(0.3),
    ...(card && { card }),
  })
  const isTaken = answer.body.state === 'succeeded'
  const mayBe = TAKES.has(shown.state) && amount === shown.amount && !declines
  if (isTaken !== mayBe && !simulation.isStruck && answer.body.code !== 'amount_not_payable') {
    // What a bank or another payer does is heard of between the two.
    const isMoved = MOVING.has(shown.state) || (await shownBy(url)).state !== shown.state
    if (!isMoved || (isTaken && (declines || isStale)))
      throw new Error(
        `${shown.state} of ${shown.amount}, submitted ${amount}: ${answer.status} ${answer.text}`,
      )
  }
  return taken(simulation, answer)
}

export const payAnyway: Step = async (simulation, dice) => {
  const url = dice.one(simulation.urls)
  if (url === undefined) return undefined
  const html = (await payer('GET', `${url}?anyway=1&lang=en`)).text
  const asked = /"state":"pay_anyway","amount":(\d+)/.exec(html)?.[1]
  if (asked === undefined) return undefined
  const token = await simulation.world.card(simulation.company)
  const form = { ...submission({ amount: Number(asked), token }), anyway: true }
  return taken(simulation, await payer('POST', `${url}/payments`, form))
}

/** A debit that clears, fails or comes back in days; small deposits are left alone until the link is forgotten. */
export const payByBank: Step = async (simulation, dice) => {
  const url = dice.one(simulation.urls)
  if (url === undefined) return undefined
  const number = dice.any(['000123456789', '000123456789', '000222222227', '000555555559', '000111111113'])
  const { amount } = await shownBy(url)
  const { world, company } = simulation
  return taken(simulation, await payForm(world, company, url, { amount, bank: { number } }))
}

/** Sent to Affirm's page, or to the card's bank: what the payer does there comes later, if at all. */
export const payElsewhere: Step = async (simulation, dice) => {
  const url = dice.one(simulation.urls)
  if (url === undefined) return undefined
  const { amount } = await shownBy(url)
  const affirm = dice.chance(0.5)
  const { world, company } = simulation
  const how = affirm ? { affirm } : { card: THREE_D_SECURE }
  const answer = await payForm(world, company, url, { amount, ...how })
  const intent = String(answer.body.client_secret ?? '').split('_secret_')[0] ?? ''
  if (intent !== '') simulation.awaiting.push({ intent, method: affirm ? 'bnpl' : 'card' })
  return taken(simulation, answer)
}

export const decide: Step = async (simulation, dice) => {
  const waiting = dice.one(simulation.awaiting)
  if (waiting === undefined) return undefined
  const agrees = dice.chance(0.7)
  const { intent, method } = waiting
  const [door, outcome] =
    method === 'bnpl'
      ? ['affirm', agrees ? 'accept' : dice.any(['refuse', 'cancel'])]
      : ['authenticate', agrees ? 'complete' : 'fail']
  try {
    await simulation.world.play('POST', `/sandbox/payment_intents/${intent}/${door}`, { outcome })
  } catch {
    // It was given up meanwhile.
    return undefined
  }
  return 'done'
}

/** Two tabs, two keys, one moment. */
export const payTwiceAtOnce: Step = async (simulation, dice) => {
  const url = dice.one(simulation.urls)
  if (url === undefined) return undefined
  const { amount } = await shownBy(url)
  const { world, company } = simulation
  const token = await bankToken(world, company, {})
  const answers = await Promise.all([
    payForm(world, company, url, { amount }),
    payForm(world, company, url, { amount }),
    payer('POST', `${url}/payments`, submission({ amount, bank: {}, token })),
  ])
  const begun = answers.filter(({ status }) => status === 200)
  for (const answer of begun) taken(simulation, answer)
  const busy = begun.filter(({ body }) => ['succeeded', 'processing'].includes(String(body.state)))
  if (busy.length > 1 || new Set(begun.map(({ body }) => body.payment)).size > 1)
    throw new Error(`Taken more than once: ${answers.map(({ text }) => text).join('\n')}`)
  return begun[0] ?? answers[0]
}

/** Booked by a clerk: what is asked, too little or too much. */
export const bookWire: Step = async (simulation, dice) => {
  const request = dice.one(simulation.requests)
  if (request === undefined) return undefined
  const { open = 0 } = (await simulation.call('GET', `/v1/payment_requests/${request}`)).body as {
    open?: number
  }
  simulation.wires += 1
  const answer = await simulation.call('POST', '/v1/wires', {
    payment_request: request,
    amount: Math.max(1, open + dice.any([0, 0, -100, 5_000])),
    currency: 'usd',
    reference: `FT-${simulation.wires}`,
    sender: 'CAFE LUNE SA',
    received_on: dayOf(simulation.world.services.clock.now()),
  })
  const payment = answer.body.id
  if (answer.status === 201 && typeof payment === 'string') simulation.payments.push(payment)
  return answer
}

/** What a customer let the company keep is charged by a clerk for an invoice of theirs. */
export const chargeSaved: Step = async (simulation, dice) => {
  const invoice = dice.one(simulation.invoices)
  if (invoice === undefined) return undefined
  const { data } = (await simulation.call('GET', `/v1/customers/${invoice.customer}/payment_methods`))
    .body as { data?: { id: string }[] }
  const method = dice.one(data ?? [])
  if (method === undefined) return undefined
  const { open } = (await simulation.call('GET', `/v1/invoices/${invoice.id}`)).body
  const answer = await simulation.call('POST', `/v1/payment_methods/${method.id}/charge`, {
    invoices: [invoice.id],
    amount: open,
  })
  if (answer.body.state === 'succeeded') simulation.payments.push(String(answer.body.id))
  return answer
}

/**
 * Submitted to a server that is killed at some moment while it is at work. Where no link that is out can be paid, one
 * that can is made first.
 */
export const payAndKill: Step = async (simulation, dice) => {
  const found = (await payable(simulation, dice)) ?? (await fresh(simulation, dice))
  if (found === undefined) return undefined
  const victim = await simulation.victim()
  const page = `${victim.url}${new URL(found.url).pathname}`
  const token = await simulation.world.card(simulation.company)
  // Asked once before, so that what it does for the first time is not all that it is killed at.
  await payer('GET', `${page}/status`)
  const form = submission({ amount: found.amount, token, key: randomUUID() })
  const submitted = payer('POST', `${page}/payments`, form).catch(() => undefined)
  simulation.isStruck = true
  await new Promise((done) => setTimeout(done, dice.below(60)))
  victim.kill()
  const answer = await submitted
  await victim.gone
  return answer === undefined ? 'done' : taken(simulation, answer)
}

interface Payable {
  url: string
  amount: number
}

async function fresh(simulation: Simulation, dice: Dice): Promise<Payable | undefined> {
  await askQuick(simulation, dice)
  const request = simulation.requests.at(-1)
  const { body } = await simulation.call('POST', '/v1/payment_links', { payment_request: request })
  if (typeof body.url !== 'string') return undefined
  simulation.urls.push(body.url)
  const { state, amount } = await shownBy(body.url)
  return TAKES.has(state) ? { url: body.url, amount } : undefined
}

/** One of the newest links that takes money now. */
async function payable({ urls }: Simulation, dice: Dice): Promise<Payable | undefined> {
  const first = dice.below(NEWEST)
  const newest = urls.slice(-NEWEST)
  for (const url of [...newest.slice(first), ...newest.slice(0, first)]) {
    const { state, amount } = await shownBy(url)
    if (TAKES.has(state)) return { url, amount }
  }
  return undefined
}

const NEWEST = 20

/** Remembers the payment of an answer, so that it is refunded, disputed or ended later on. */
export function taken(simulation: Simulation, answer: Answer): Answer {
  const { state, payment } = answer.body
  if (typeof payment === 'string' && (state === 'succeeded' || state === 'processing'))
    simulation.payments.push(payment)
  return answer
}
