import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { depositAll, latestPayout, playPayout, takeCard } from '../support/payouts.ts'
import { copiedLink, made, newCustomer, newInvoice, pay, quickLink } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

interface Entry {
  id: string
  kind: string
  at: string
  [more: string]: unknown
}

it('R-167 R-197 R-203 the timeline tells the whole story of a request, newest first, with what was posted for it', async () => {
  const { company } = world
  const customer = (await newCustomer(company, { email: 'ada@lune.test' })).id
  const invoice = await newInvoice(company, '80.00', { customer })
  const asked = await made(
    company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }),
  )
  const step = (path: string, body: unknown) => made(company.call('POST', path, body))
  await step(`/v1/payment_requests/${asked.id}/send`, {})
  await world.settle()
  const url = await copiedLink(company, asked.id)
  await payer('POST', `${url}/opened`)
  await step('/v1/credit_notes', {
    invoice: invoice.id,
    lines: [{ description: 'Less', quantity: '1', unit_price: '10.00' }],
  })
  await step(`/v1/payment_requests/${asked.id}/remind`, {})
  await world.settle()
  await pay(world, company, url, { amount: 7_000, card: '4000000000009995' })
  const payment = (await pay(world, company, url, { amount: 7_000 })).body.payment
  await made(
    company.call(
      'POST',
      '/v1/refunds',
      { payment, amount: 1_500, treatment: 'reduce_sale' },
      { 'idempotency-key': 'r' },
    ),
  )
  await world.settle()

  const all: Entry[] = []
  for (let after = ''; ; ) {
    const page = await made(company.call('GET', `/v1/payment_requests/${asked.id}/timeline?limit=5${after}`))
    all.push(...(page.data as Entry[]))
    if (page.has_more !== true) break
    after = `&starting_after=${page.next_cursor}`
  }
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const story = all.toReversed()
  const kinds = story.map(({ kind }) => kind)
  const inOrder = [
    'payment_request.created',
    'payment_request.sent',
    'message.sent',
    'payment_link.opened',
    'application.made',
    'payment_request.reminded',
    'payment.failed',
    'payment.succeeded',
    'refund.succeeded',
  ]
  expect(
    kinds.filter((kind) => inOrder.includes(kind)).filter((kind, at, rest) => rest.indexOf(kind) === at),
  ).toEqual(inOrder)
  const of = (kind: string) => story.find((entry) => entry.kind === kind)
  expect(of('payment_request.created')).toMatchObject({
    amount: 8_000,
    currency: 'usd',
    who: { type: 'api_key', name: 'Test' },
  })
  expect(of('message.sent')).toMatchObject({ message_kind: 'payment_request', address: 'ada@lune.test' })
  expect(of('payment_link.opened')).toMatchObject({ who: { type: 'payer' } })
  expect(of('application.made')).toMatchObject({ amount: 1_000 })
  expect(of('payment.failed')).toMatchObject({
    decline_code: 'insufficient_funds',
    amount: 7_000,
  })
  expect(of('payment.succeeded')).toMatchObject({ subject: payment, card: { brand: 'visa', last4: '4242' } })
  expect(of('refund.succeeded')).toMatchObject({ amount: 1_500, treatment: 'reduce_sale' })
  expect(story.some((entry) => entry.message_kind === 'receipt' && entry.kind === 'message.sent')).toBe(true)
  expect(of('ledger.payment_succeeded')).toMatchObject({
    journal: [{ debit: 1050, credit: 2150, amount: 7_000, currency: 'usd' }],
  })
  // What the ledger has of the payment, all of it: money in, and what it was for.
  const moved = story.flatMap(
    (entry) => (entry.journal as { debit: number; credit: number; amount: number }[]) ?? [],
  )
  const balance = (account: number) =>
    moved.reduce(
      (sum, { debit, credit, amount }) =>
        sum + (debit === account ? amount : 0) - (credit === account ? amount : 0),
      0,
    )
  expect(balance(2150)).toBe(0)
  expect(balance(2300)).toBe(0)
  expect(balance(1100)).toBe(-8_000)
})

it('who may not read payments sees no posting; another company’s request is nobody’s', async () => {
  const { company } = world
  const asked = await made(
    company.call('POST', '/v1/payment_requests', {
      kind: 'quick',
      amount: 500,
      currency: 'usd',
      reference: 'T',
    }),
  )
  const url = await copiedLink(company, asked.id)
  await pay(world, company, url, { amount: 500 })
  const { secret } = (await runCommand(world.services, true, 'create-key', {
    company: company.id,
    name: 'Narrow',
    permission: ['requests.read'],
  })) as { secret: string }
  const path = `/v1/payment_requests/${asked.id}/timeline`
  const narrow = (await made(company.call('GET', path, undefined, { authorization: `Bearer ${secret}` })))
    .data as Entry[]
  expect(narrow.length).toBeGreaterThan(3)
  expect(narrow.filter(({ journal }) => journal !== null)).toEqual([])
  const other = await world.newCompany({ name: 'Other' })
  expect((await other.call('GET', path)).status).toBe(404)
})

it('M2 what was paid is deposited, comes back and is deposited again: each is told, with the request’s own part of it', async () => {
  const company = await world.newCompany()
  const asked = await quickLink(company, 6_000)
  await made(pay(world, company, asked.url, { amount: 6_000 }))
  await takeCard(world, company, 2_000)
  await depositAll(world, company)
  const story = async () => {
    const answer = await made(company.call('GET', `/v1/payment_requests/${asked.request}/timeline?limit=100`))
    return (answer.data as Entry[]).toReversed()
  }
  const deposits = async () => (await story()).filter(({ subject }) => String(subject).startsWith('pyt_'))
  const payout = await latestPayout(company)
  const own = { subject: payout.id, amount: 6_000 - 204, currency: 'usd', journal: null }
  expect(await deposits()).toMatchObject([{ kind: 'payout.paid', ...own }])
  // What the whole deposit moved in the books is no part of this story.
  expect((await story()).flatMap((entry) => entry.journal ?? [])).not.toContainEqual(
    expect.objectContaining({ debit: 1010 }),
  )

  await playPayout(world, payout, 'account_closed')
  expect(await deposits()).toMatchObject([{ kind: 'payout.paid' }, { kind: 'payout.failed', ...own }])
  await world.play('POST', `/sandbox/accounts/${company.account}/bank`)
  await depositAll(world, company)
  const later = await latestPayout(company)
  expect((await deposits()).slice(2)).toMatchObject([{ ...own, kind: 'payout.paid', subject: later.id }])

  const { secret } = (await runCommand(world.services, true, 'create-key', {
    company: company.id,
    name: 'Narrow',
    permission: ['requests.read'],
  })) as { secret: string }
  const seen = await company.call(
    'GET',
    `/v1/payment_requests/${asked.request}/timeline?limit=100`,
    undefined,
    { authorization: `Bearer ${secret}` },
  )
  expect(seen.status).toBe(200)
  expect(JSON.stringify(seen.body)).not.toContain('pyt_')
})
