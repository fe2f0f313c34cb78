import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proveBooks, unproven } from '../../server/src/app/verify.ts'
import { sealAudit } from '../../server/src/identity/index.ts'
import { fromWireId, type Id } from '../../server/src/lib/ids.ts'
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
    const looked = await world.services.database.read(company, unproven)
    expect(looked.map(({ name }) => name)).toEqual(['audit_seals_hold'])
  })

  const tampering: [string, string, string][] = [
    [
      'audit_seals_hold',
      'an audit event was changed',
      `update identity.audit_events set action = 'x' where action = 'invoice.issued'`,
    ],
    [
      'audit_seals_hold',
      'an audit event was taken away',
      `delete from identity.audit_events where action = 'customer.created'`,
    ],
    [
      'entries_are_whole',
      'an entry lost its transfers',
      `delete from ledger.transfers where entry_id = (select id from ledger.entries where kind = 'processing_fee' limit 1)`,
    ],
    [
      'entries_are_whole',
      'a reversal moves another amount than what it reverses',
      `update ledger.transfers set amount = amount + 1
       where entry_id = (select id from ledger.entries where reverses is not null limit 1)`,
    ],
    [
      'clearing_is_empty',
      'what came in by two payments was applied crosswise',
      `update ledger.entries set subject_id = gen_random_uuid() where kind = 'payment_applied'`,
    ],
    [
      'successes_are_posted_once',
      'a success was posted in another currency',
      `update ledger.transfers set currency = 'EUR' where entry_id = (select id from ledger.entries where kind = 'payment_succeeded' limit 1)`,
    ],
    [
      'control_accounts_agree',
      'an invoice was posted in another currency',
      `update ledger.transfers set currency = 'EUR' where entry_id in (select id from ledger.entries where kind = 'invoice_issued')`,
    ],
    [
      'payables_are_proven',
      'a payment is credited beyond what it was applied for',
      `insert into receivables.credits (company_id, id, kind, payment_id, currency, amount)
       select company_id, gen_random_uuid(), 'overpayment', id, currency, amount from payments.payments`,
    ],
    [
      'request_items_belong_together',
      'a request asks for what another customer owes',
      `update requests.requests set customer_id = null where settled_at is not null`,
    ],
    [
      'clearing_is_empty',
      'money came in that was applied to nothing',
      `delete from ledger.transfers where entry_id = (select id from ledger.entries where kind = 'payment_applied' limit 1)`,
    ],
    [
      'refunds_fit',
      'a payment says another sum refunded',
      `update payments.payments set refunded = refunded + 1`,
    ],
    [
      'successes_are_posted_once',
      'a success was posted with another amount',
      `update ledger.transfers set amount = amount + 1 where entry_id = (select id from ledger.entries where kind = 'payment_succeeded' limit 1)`,
    ],
    [
      'successes_are_posted_once',
      'a fee was kept and not posted',
      `update payments.balance_transactions set fee = fee + 1 where kind = 'charge'`,
    ],
    [
      'invoices_add_up',
      'an invoice comes to another total than its payable',
      `update receivables.invoices set total = total + 1 where number = 'INV-1'`,
    ],
    [
      'payables_are_proven',
      'a payable says more settled than was applied',
      `update receivables.payables set settled = settled - 1 where settled > 0`,
    ],
    [
      'payables_are_proven',
      'a payable says something in flight that nobody reserved',
      `update receivables.payables set in_flight = 1 where label = 'INV-2'`,
    ],
    [
      'charged_what_was_due',
      'a payment took another amount than it had reserved',
      `update receivables.reservations set amount = amount + 1`,
    ],
    [
      'reservations_follow_attempts',
      'an ended attempt still holds',
      `update receivables.reservations set state = 'active'`,
    ],
    [
      'control_accounts_agree',
      'the ledger has another sum of receivables',
      `update ledger.transfers set amount = amount + 1 where entry_id = (select id from ledger.entries where kind = 'invoice_issued' limit 1)`,
    ],
    [
      'invoice_numbers_have_no_gap',
      'a number is missing',
      `update receivables.invoices set sequence = 7 where number = 'INV-2'`,
    ],
    [
      'credits_are_proven',
      'a credit says more used than it settles and was refunded of it',
      `update receivables.credits set used = used - 1 where kind = 'credit_note' and used > 1 and voided_at is null`,
    ],
    [
      'credits_are_proven',
      'a refund took nothing out of the credit that it was of',
      `delete from receivables.refund_allocations where credit_id is not null`,
    ],
    [
      'credit_notes_add_up',
      'a credit note comes to another sum than its credit',
      `update receivables.credit_notes set total = total + 1 where number = 'CN-1'`,
    ],
    [
      'credit_notes_add_up',
      'a credit note is void and its credit is not',
      `update receivables.credit_notes set state = 'void' where number = 'CN-1'`,
    ],
    [
      'control_accounts_agree',
      'the ledger has another sum of credits',
      `update ledger.transfers set amount = amount + 1 where entry_id = (select id from ledger.entries where kind = 'credit_note_issued' limit 1)`,
    ],
    [
      'credit_note_numbers_have_no_gap',
      'a number of a credit note is missing',
      `update receivables.credit_notes set sequence = 7 where number = 'CN-2'`,
    ],
    [
      'request_items_belong_together',
      'a request asks for what is not in its currency',
      `update requests.requests set currency = 'EUR'`,
    ],
    [
      'link_expiry_never_moved',
      'a link expires later than it was issued for',
      `update requests.links set expires_at = now() + interval '9 days', opened_at = now(), expires_after_hours = 24`,
    ],
    [
      'requests_are_settled_by_payments',
      'a request is settled that nobody paid',
      `update requests.requests set settled_at = now() where settled_at is null`,
    ],
  ]
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
  const db = { companyId: company, many }
  const database = { read: (_: unknown, work: (reader: typeof db) => unknown) => work(db) }
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
  const request = await company.call('POST', '/v1/payment_requests', {
    kind: 'invoice',
    invoices: [first.body.id],
  })
  await company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [second.body.id] })
  expect(request.status, request.text).toBe(201)
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
  const fourth = await issue()
  const applied = await company.call('POST', '/v1/credit_notes', {
    invoice: fourth.body.id,
    lines: [{ description: 'Roses', quantity: '2', unit_price: '10.00', taxes: [{ rate: '5' }] }],
  })
  expect(applied.status, applied.text).toBe(201)
  const unused = await company.call('POST', '/v1/credit_notes', {
    customer: customer.body.id,
    currency: 'usd',
    lines: [{ description: 'Gift', quantity: '1', unit_price: '3.00' }],
  })
  expect((await company.call('POST', `/v1/credit_notes/${unused.body.id}/void`)).status).toBe(200)
  await world.settle()
}
