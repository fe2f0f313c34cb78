import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proveBooks, unproven } from '../../server/src/app/verify.ts'
import { sealAudit } from '../../server/src/identity/index.ts'
import { fromWireId, type Id } from '../../server/src/lib/ids.ts'
import { tampering } from '../support/tampering.ts'
import { payer, startWorld, type World } from '../support/world.ts'

/**
 * Every line of verify is shown the difference that it is there to find: on books that hold, one row is
 * changed by hand, as the owner of the database, and put back.
 */
describe('verify', () => {
  let world: World
  let owner: pg.Client
  let company: Id<'co'>

  beforeAll(async () => {
    world = await startWorld()
    owner = new pg.Client({ connectionString: world.database.ownerUrl })
    await owner.connect()
    company = fromWireId('co', world.company.id) as Id<'co'>
    await paidAndRefunded(world)
    await world.services.database.write(company, sealAudit)
  })
  afterAll(async () => {
    await owner.end()
    await world.stop()
  })

  it('finds nothing in books that hold, and the processor agrees', async () => {
    expect(await proveBooks(world.services.database, company)).toEqual([])
    expect(await world.verify()).toMatchObject([{ differences: [] }])
  })

  it('needs no more than sums for them: only what compares nothing is looked into row by row', async () => {
    const looked = await unproven(world.services.database, company)
    expect(looked.map(({ name }) => name)).toEqual(['audit_seals_hold'])
  })

  it.each(tampering)('%s says so when %s', async (proof, _, statement) => {
    // Inside one transaction that is never committed, seen by the proofs through the same connection.
    await owner.query('begin')
    try {
      const { rowCount } = await owner.query(statement)
      expect(rowCount, 'the statement must change something').toBeGreaterThan(0)
      const found = await proveOn(owner, company)
      expect(found.map((difference) => difference.proof)).toContain(proof)
    } finally {
      await owner.query('rollback')
    }
  })

  it('says so when the processor has a charge that is not in the books', async () => {
    const token = await world.card(world.company)
    await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 20 })
    const stray = await fetch(`${world.sandbox.url}/v1/payment_intents`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${world.sandbox.secretKey}`,
        'stripe-account': world.company.account,
      },
      body: new URLSearchParams({
        amount: '777',
        currency: 'usd',
        confirm: 'true',
        confirmation_token: token,
        'allowed_payment_method_types[0]': 'card',
        return_url: 'http://localhost/',
        capture_method: 'automatic',
      }),
    })
    expect(stray.status).toBe(200)
    const [verdict] = await world.verify()
    expect(verdict?.differences.map(({ message }) => message).join()).toMatch(
      /charge .* of 777 USD .* not in our books/,
    )
    await world.play('DELETE', '/sandbox/faults')
  })
})

/** The proofs as they are, reading through one open connection. */
async function proveOn(client: pg.Client, company: Id<'co'>) {
  const types = new pg.TypeOverrides()
  types.setTypeParser(pg.types.builtins.INT8, (text: string) => BigInt(text))
  const many = async (statement: { text: string; values: readonly unknown[] }) =>
    (await client.query({ text: statement.text, values: [...statement.values], types })).rows
  await client.query("select set_config('app.company_id', $1, true)", [company])
  const db = { companyId: company, many }
  const database = {
    readOneState: (_: unknown, __: unknown, work: (readers: readonly (typeof db)[]) => unknown) => work([db]),
  }
  return proveBooks(database as never, company)
}

/** Invoices, one paid by link and refunded in part, one void, one credited; a quick request paid: something of everything. */
async function paidAndRefunded(world: World): Promise<void> {
  const { company } = world
  const customer = await company.call('POST', '/v1/customers', { name: 'Café Lune' })
  const issue = () =>
    company.call('POST', '/v1/invoices', {
      customer: customer.body.id,
      currency: 'usd',
      lines: [{ description: 'Roses', quantity: '10', unit_price: '10.00', taxes: [{ rate: '5' }] }],
      shipping: { amount: '12.00' },
    })
  const first = await issue()
  expect(first.status, first.text).toBe(201)
  const second = await issue()
  const order = await company.call('POST', '/v1/orders', {
    customer: customer.body.id,
    currency: 'usd',
    lines: [{ description: 'Roses', quantity: '1', unit_price: '10.00' }],
  })
  expect((await company.call('POST', `/v1/orders/${order.body.id}/invoice`)).status).toBe(200)
  const request = await company.call('POST', '/v1/payment_requests', {
    kind: 'invoice',
    invoices: [first.body.id],
  })
  const open = await company.call('POST', '/v1/payment_requests', {
    kind: 'invoice',
    invoices: [second.body.id],
  })
  expect(request.status, request.text).toBe(201)
  expect((await company.call('POST', '/v1/payment_links', { payment_request: open.body.id })).status).toBe(
    201,
  )
  const link = await company.call('POST', '/v1/payment_links', { payment_request: request.body.id })
  const paid = await payer('POST', `${link.body.url}/payments`, {
    submit_key: 'one-submit-key',
    confirmation_token: await world.card(company),
    amount: Number(first.body.total),
    currency: 'usd',
  })
  expect(paid.body.state).toBe('succeeded')
  const refund = await company.call(
    'POST',
    '/v1/refunds',
    { payment: paid.body.payment, amount: 1000 },
    { 'idempotency-key': 'r' },
  )
  expect(refund.body.state).toBe('succeeded')
  const third = await issue()
  const voided = await company.call('POST', `/v1/invoices/${third.body.id}/void`)
  expect(voided.status, voided.text).toBe(200)
  const quick = await company.call('POST', '/v1/payment_requests', {
    kind: 'quick',
    reference: 'Deposit',
    amount: 4000,
    currency: 'usd',
  })
  const quickLink = await company.call('POST', '/v1/payment_links', { payment_request: quick.body.id })
  const deposit = await payer('POST', `${quickLink.body.url}/payments`, {
    submit_key: 'another-submit-key',
    confirmation_token: await world.card(company),
    amount: 4000,
    currency: 'usd',
  })
  expect(deposit.body.state, deposit.text).toBe('succeeded')
  const back = await company.call(
    'POST',
    '/v1/refunds',
    { payment: deposit.body.payment, amount: 500 },
    { 'idempotency-key': 'd' },
  )
  expect(back.body, back.text).toMatchObject({ state: 'succeeded', treatment: 'prepayment' })
  const disputed = await company.call('POST', '/v1/payment_requests', {
    kind: 'quick',
    reference: 'Disputed',
    amount: 3000,
    currency: 'usd',
  })
  const disputedLink = await company.call('POST', '/v1/payment_links', { payment_request: disputed.body.id })
  const taken = await payer('POST', `${disputedLink.body.url}/payments`, {
    submit_key: 'a-third-submit-key',
    confirmation_token: await world.card(company, '4000000000000259'),
    amount: 3000,
    currency: 'usd',
  })
  expect(taken.body.state, taken.text).toBe('succeeded')
  const fourth = await issue()
  const applied = await company.call('POST', '/v1/credit_notes', {
    invoice: fourth.body.id,
    lines: [{ description: 'Roses', quantity: '2', unit_price: '10.00', taxes: [{ rate: '5' }] }],
  })
  expect(applied.status, applied.text).toBe(201)
  await company.call('PATCH', '/v1/settings', { 'credit_notes.approval': true })
  const waiting = await company.call('POST', '/v1/credit_notes', {
    customer: customer.body.id,
    currency: 'usd',
    lines: [{ description: 'Gift', quantity: '1', unit_price: '4.00' }],
  })
  expect(waiting.body, waiting.text).toMatchObject({ status: 'pending_approval' })
  await company.call('PATCH', '/v1/settings', { 'credit_notes.approval': false })
  const unused = await company.call('POST', '/v1/credit_notes', {
    customer: customer.body.id,
    currency: 'usd',
    lines: [{ description: 'Gift', quantity: '1', unit_price: '3.00' }],
  })
  expect((await company.call('POST', `/v1/credit_notes/${unused.body.id}/void`)).status).toBe(200)
  await world.settle()
}
