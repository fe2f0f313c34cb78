import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { advance, newCustomer, newInvoice, submission } from '../support/story.ts'
import { type Answer, payer, startWorld, type World } from '../support/world.ts'

const STEPS = Number(process.env.SEQUENCE_STEPS ?? 2_000)
const SEED = Number(process.env.SEQUENCE_SEED ?? randomInt(2 ** 31))
const PROVE_EVERY = 200

vi.setConfig({ testTimeout: 1_200_000 })

/**
 * Edits, voids, supersedes, payments, refunds, credits, expiry and renewal in an order that nobody thought of, through
 * the product's own doors and with the sandbox as processor. `SEQUENCE_SEED=… bin/test test/journeys/random-sequence`
 * goes the same way again.
 */
let world: World
beforeAll(async () => {
  world = await startWorld()
  // All its payers come from one address.
  const limits = ['tries', 'declines', 'renewals'].map((what) => `limits.${what}_per_address=100000`)
  for (const setting of limits) {
    await runCommand(world.services, true, 'set', { company: world.company.id, setting: [setting] })
  }
})
afterAll(() => world.stop())

/** mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Link {
  id: string
  url: string
  state: string
  opened_at: string | null
  expires_at: string | null
}

/** What was done so far, to choose from; and what may never change again. */
class Walk {
  readonly customers: string[] = []
  readonly invoices: { id: string; number: string; customer: string }[] = []
  readonly requests: string[] = []
  readonly urls: string[] = []
  readonly payments: string[] = []
  readonly links = new Map<string, Link>()
  readonly done = new Map<string, number>()
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = generator(seed)
  }

  below(limit: number): number {
    return Math.floor(this.#next() * limit)
  }

  chance(share: number): boolean {
    return this.#next() < share
  }

  /** One of them, the newer the likelier, since old ones are done with. */
  one<T>(list: readonly T[]): T | undefined {
    const fromEnd = Math.floor(this.#next() ** 3 * list.length)
    return list[list.length - 1 - fromEnd]
  }

  price(): string {
    return `${1 + this.below(200)}.${String(this.below(100)).padStart(2, '0')}`
  }
}

const call = (method: string, path: string, body?: unknown): Promise<Answer> =>
  world.company.call(method, path, body, { 'idempotency-key': randomUUID() })

/** Undefined where there was nothing to do it with. */
type Step = (walk: Walk) => Promise<Answer | 'done' | undefined>

const issue: Step = async (walk) => {
  const customer = walk.one(walk.customers) ?? ''
  const made = await newInvoice(world.company, walk.price(), { customer })
  walk.invoices.push({ id: String(made.id), number: String(made.number), customer })
  return 'done'
}

const ask: Step = async (walk) => {
  const first = walk.one(walk.invoices)
  const others = walk.chance(0.3)
    ? walk.invoices.filter(({ customer }) => customer === first?.customer).slice(-2)
    : []
  const invoices = [...new Set([first?.id, ...others.map(({ id }) => id)])]
  const answer = await call('POST', '/v1/payment_requests', { kind: 'invoice', invoices })
  if (answer.status === 201) walk.requests.push(String(answer.body.id))
  return answer
}

const give: Step = async (walk) => {
  const request = walk.one(walk.requests)
  if (request === undefined) return undefined
  const answer = walk.chance(0.5)
    ? await call('POST', `/v1/payment_requests/${request}/send`, { email: `p${walk.below(3)}@lune.test` })
    : await call('POST', '/v1/payment_links', { payment_request: request })
  const links = (answer.body.links ?? [answer.body]) as Link[]
  const url = links.at(-1)?.url
  if (answer.status < 300 && url !== undefined) walk.urls.push(url)
  return answer
}

const open: Step = async (walk) => {
  const url = walk.one(walk.urls)
  return url === undefined ? undefined : payer('POST', `${url}/opened`)
}

const TAKES = new Set(['payable', 'partly_paid', 'declined'])

/** What the page shows is what is charged: a total that is stale, or a page without a form, charges nothing. */
const pay: Step = async (walk) => {
  const url = walk.one(walk.urls)
  if (url === undefined) return undefined
  const shown = (await payer('GET', `${url}/status`)).body as { state: string; amount: number }
  const isStale = walk.chance(0.1)
  const declines = walk.chance(0.15)
  const token = await world.card(world.company, declines ? '4000000000009995' : undefined)
  const amount = Math.max(50, shown.amount + (isStale ? 1 : 0))
  const answer = await payer('POST', `${url}/payments`, submission({ amount, token }))
  const isTaken = answer.body.state === 'succeeded'
  const mayBe = TAKES.has(shown.state) && amount === shown.amount && !declines
  if (isTaken !== mayBe && !(mayBe && answer.body.code === 'amount_not_payable'))
    throw new Error(`${shown.state} of ${shown.amount}, submitted ${amount}: ${answer.status} ${answer.text}`)
  if (isTaken) walk.payments.push(String(answer.body.payment))
  return answer
}

const payAnyway: Step = async (walk) => {
  const url = walk.one(walk.urls)
  if (url === undefined) return undefined
  const html = (await payer('GET', `${url}?anyway=1&lang=en`)).text
  const asked = /"state":"pay_anyway","amount":(\d+)/.exec(html)?.[1]
  if (asked === undefined) return undefined
  const token = await world.card(world.company)
  const answer = await payer('POST', `${url}/payments`, {
    ...submission({ amount: Number(asked), token }),
    anyway: true,
  })
  if (answer.body.state === 'succeeded') walk.payments.push(String(answer.body.payment))
  return answer
}

const refund: Step = async (walk) => {
  const payment = walk.one(walk.payments)
  if (payment === undefined) return undefined
  const treatment = ['prepayment', 'reopen_invoice', 'reduce_sale'][walk.below(3)]
  const amount = walk.chance(0.5) ? { amount: 1 + walk.below(5_000) } : {}
  return call('POST', '/v1/refunds', { payment, treatment, ...amount })
}

const edit: Step = async (walk) => {
  const invoice = walk.one(walk.invoices)
  if (invoice === undefined) return undefined
  const before = (await call('GET', `/v1/invoices/${invoice.id}`)).body
  const revision = Number(before.revision) - (walk.chance(0.1) ? 1 : 0)
  const lines = [{ description: 'Tulips', quantity: '1', unit_price: walk.price(), taxes: [{ rate: '10' }] }]
  const answer = await call('PATCH', `/v1/invoices/${invoice.id}`, {
    revision: Math.max(1, revision),
    ...(walk.chance(0.8) ? { lines } : { note: 'Edited' }),
  })
  if (answer.status === 200) expect(answer.body).toMatchObject({ number: invoice.number })
  return answer
}

const voidInvoice: Step = async (walk) => {
  const invoice = walk.one(walk.invoices)
  return invoice === undefined ? undefined : call('POST', `/v1/invoices/${invoice.id}/void`)
}

const voidRequest: Step = async (walk) => {
  const request = walk.one(walk.requests)
  const body = { void_invoices: walk.chance(0.5) }
  return request === undefined ? undefined : call('POST', `/v1/payment_requests/${request}/void`, body)
}

const renew: Step = async (walk) => {
  const url = walk.one(walk.urls)
  if (url === undefined) return undefined
  const answer = await fetch(`${url}/renew`, { method: 'POST', redirect: 'manual' })
  if (answer.status !== 303) throw new Error(`Renewal answered ${answer.status}.`)
  return 'done'
}

const applyCredit: Step = async (walk) => {
  const credits = (await call('GET', '/v1/credits?open=true')).body.data as {
    id: string
  }[]
  const credit = walk.one(credits)
  return credit === undefined ? undefined : call('POST', `/v1/credits/${credit.id}/apply`, {})
}

const wait: Step = async (walk) => {
  await advance(world, 3_600 * (1 + walk.below(20)))
  return 'done'
}

const set: Step = (walk) =>
  call('PATCH', '/v1/settings', {
    'link.on_invoice_edit': walk.chance(0.5) ? 'supersede' : 'stay_active',
    'link.when_settled': walk.chance(0.8) ? 'allow_overpayment' : 'show_receipt',
    'link.expiry.mode.invoice_link': ['none', 'after_open', 'after_issue'][walk.below(3)],
  })

const STEP: Record<string, [weight: number, Step]> = {
  issue: [14, issue],
  ask: [16, ask],
  give: [16, give],
  open: [8, open],
  pay: [18, pay],
  payAnyway: [6, payAnyway],
  refund: [6, refund],
  edit: [10, edit],
  voidInvoice: [2, voidInvoice],
  voidRequest: [2, voidRequest],
  renew: [4, renew],
  applyCredit: [4, applyCredit],
  wait: [1, wait],
  set: [2, set],
}
const NAMES = Object.entries(STEP).flatMap(([name, [weight]]) => Array<string>(weight).fill(name))

/** M3.9: a link's opening and its end are set once, and one that ended never takes money again. */
async function checkLinks(walk: Walk): Promise<void> {
  const request = walk.one(walk.requests)
  if (request === undefined) return
  const { links } = (await call('GET', `/v1/payment_requests/${request}`)).body as { links: Link[] }
  for (const link of links) {
    const known = walk.links.get(link.id)
    if (known?.opened_at) expect(link.opened_at).toBe(known.opened_at)
    if (known?.expires_at) expect(link.expires_at).toBe(known.expires_at)
    if (known !== undefined && known.state !== 'active') expect(link.state).not.toBe('active')
    walk.links.set(link.id, link)
  }
}

it(`M3 whatever is done in whatever order, the books are proven (seed ${SEED}, ${STEPS} steps)`, async () => {
  const walk = new Walk(SEED)
  const log: string[] = []
  try {
    for (let i = 0; i < 3; i++) {
      const customer = await newCustomer(world.company, { email: `c${i}@lune.test` })
      walk.customers.push(String(customer.id))
    }
    await issue(walk) // so that every step has something to choose from
    for (let step = 1; step <= STEPS; step++) {
      const name = NAMES[walk.below(NAMES.length)] ?? 'issue'
      const answer = await STEP[name]?.[1](walk)
      const told =
        answer === 'done' || answer === undefined ? answer : `${answer.status} ${answer.body.code ?? ''}`
      log.push(`${step} ${name} ${told ?? 'nothing to do'}`)
      if (typeof answer === 'object' && answer.status >= 500) throw new Error(answer.text)
      const isDone = answer === 'done' || (answer !== undefined && answer.status < 300)
      if (isDone) walk.done.set(name, (walk.done.get(name) ?? 0) + 1)
      await checkLinks(walk)
      if (step % PROVE_EVERY === 0) await world.prove()
    }
    await world.settle()
    await world.prove()
    for (const { company, differences } of await world.verify())
      expect([company, differences]).toEqual([company, []])
    if (STEPS < 2_000) return
    for (const name of Object.keys(STEP)) expect([name, walk.done.get(name) ?? 0]).not.toEqual([name, 0])
  } catch (error) {
    throw new Error(`SEQUENCE_SEED=${SEED} fails after:\n${log.slice(-15).join('\n')}`, { cause: error })
  }
})
