import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ledgerMoves } from '../support/ledger-moves.ts'
import { signedIn } from '../support/staff.ts'
import {
  atOnce,
  dayOf,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  pageStateOf,
  pay,
} from '../support/story.ts'
import { type Answer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** cash, cheques and wires that a person is given, what they settle, and their way to the bank. */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = world.company
  moves = ledgerMoves(world, () => company)
})
afterAll(() => world.stop())

const today = () => dayOf(new Date())
let moves: ReturnType<typeof ledgerMoves>
const receive = (values: Record<string, unknown>, tenant = company, key: string = randomUUID()) =>
  tenant.call(
    'POST',
    '/v1/received_payments',
    { currency: 'usd', method: 'cash', received_on: today(), ...values },
    { 'idempotency-key': key },
  )
const preview = (values: Record<string, unknown>) =>
  company.call('POST', '/v1/received_payments/preview', { currency: 'usd', ...values })
const bank = (payments: unknown[], values: Record<string, unknown> = {}, tenant = company) =>
  tenant.call('POST', '/v1/bank_deposits', { payments, deposited_on: today(), ...values })
const takeBack = (payment: unknown, reason: string) =>
  company.call('POST', `/v1/payments/${payment}/take_back`, { reason, note: 'NSF' })
const invoiceOf = async (id: unknown) => made(company.call('GET', `/v1/invoices/${id}`))
const creditsOf = async (customer: unknown) =>
  (
    (await made(company.call('GET', `/v1/credits?customer=${customer}&open=true`))).data as {
      remaining: number
    }[]
  ).map(({ remaining }) => remaining)
const undeposited = async () =>
  ((await made(company.call('GET', '/v1/tenders?banked=false&limit=100'))).data as { id: string }[]).map(
    ({ id }) => id,
  )
const idOf = (answer: Answer['body']) => (answer.payment as { id: string }).id
async function agreed(): Promise<void> {
  await world.settle()
  await world.prove(company)
  for (const { differences } of await world.verify()) expect(differences).toEqual([])
}
/** A customer who owes 100.00 due last, 40.00 due first, and 60.00 between. */
async function owing(email: string) {
  const { id: customer } = await newCustomer(company, { name: 'Fleurs du Lac', email })
  const [last, first, between] = [
    await newInvoice(company, '100', { customer, due_on: '2031-03-01' }),
    await newInvoice(company, '40', { customer, due_on: '2031-01-01' }),
    await newInvoice(company, '60', { customer, due_on: '2031-02-01' }),
  ]
  return { customer, first: first.id, between: between.id, last: last.id }
}

it('R-051 R-054 cash settles the oldest due first, is told everywhere, and lies in undeposited funds', async () => {
  const { customer, first, between, last } = await owing('cash@lac.test')
  const { url, request } = await linkTo(company, first)
  const seen = await made(preview({ customer, amount: 7_500 }))
  expect(seen).toMatchObject({ applied_amount: 7_500, credit_amount: 0 })
  expect(seen.invoices).toMatchObject([
    { invoice: first, due_on: '2031-01-01', open: 4_000, in_flight: 0, applied: 4_000 },
    { invoice: between, open: 6_000, applied: 3_500 },
    { invoice: last, open: 10_000, applied: 0 },
  ])
  const key = randomUUID()
  let received: Answer['body'] = {}
  const moved = await moves(async () => {
    received = await made(receive({ customer, amount: 7_500 }, company, key))
    expect(await made(receive({ customer, amount: 7_500 }, company, key))).toEqual(received)
  })
  expect(moved).toEqual({ 1020: 7_500, 1100: -7_500 })
  expect(received).toMatchObject({
    payment: {
      state: 'succeeded',
      method: 'cash',
      payer_name: 'Fleurs du Lac',
      wire: null,
      tender: {
        reference: null,
        received_on: today(),
        bank_deposit: null,
        banked_on: null,
        taken_back: null,
      },
    },
    applications: [
      { invoice: first, amount: 4_000 },
      { invoice: between, amount: 3_500 },
    ],
    applied_amount: 7_500,
    credit_amount: 0,
  })
  await agreed()
  const payment = idOf(received)
  expect(await invoiceOf(first)).toMatchObject({ status: 'paid', open: 0 })
  expect(await invoiceOf(between)).toMatchObject({ status: 'partially_paid', open: 2_500 })
  expect(await pageStateOf(url)).toMatch(/^paid/)
  // Lists, the file, the story, the takings, the receipt and its mail.
  const listed = (await made(company.call('GET', `/v1/payments?customer=${customer}`))).data
  expect(listed).toMatchObject([
    { id: payment, method: 'cash', customer, customer_name: 'Fleurs du Lac', clearing: { state: 'cleared' } },
  ])
  const file = await company.call('GET', `/v1/payments?customer=${customer}&format=csv`)
  expect(file.text).toMatch(/Fleurs du Lac.*cash/)
  const story = (await made(company.call('GET', `/v1/payment_requests/${request}/timeline`))).data
  expect(story).toContainEqual(
    expect.objectContaining({ kind: 'payment.succeeded', method: 'cash', tender: { reference: null } }),
  )
  const report = (await made(company.call('GET', '/v1/reports/takings?days=2'))).data
  expect(report).toContainEqual(expect.objectContaining({ method: 'cash', gross: 7_500 }))
  for (const language of ['en', 'fr']) {
    const pdf = await fetch(`${world.url}/v1/payments/${payment}/receipt?language=${language}`, {
      headers: { authorization: `Bearer ${company.key}` },
    })
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  }
  const [mail] = await mailTo(world, 'cash@lac.test')
  expect(mail?.text).toContain('Cash')
  expect(await undeposited()).toEqual([payment])
  // Nobody charged it, so the processor has no part in giving it back.
  const refund = await company.call('POST', '/v1/refunds', { payment }, { 'idempotency-key': randomUUID() })
  expect([refund.status, refund.body.code]).toEqual([409, 'payment_not_refundable'])
})

it('R-054 a cheque is applied by hand, partly; what is over is credit, and nobody is asked to look at it', async () => {
  const { customer, between, last } = await owing('cheque@lac.test')
  const cheque = {
    customer,
    method: 'cheque',
    reference: '000451',
    amount: 9_000,
    applications: [{ invoice: last, amount: 2_500 }, { invoice: between }],
  }
  expect(await made(preview({ customer, amount: 9_000, applications: cheque.applications }))).toMatchObject({
    applied_amount: 8_500,
    credit_amount: 500,
  })
  let received: Answer['body'] = {}
  const moved = await moves(async () => {
    received = await made(receive(cheque))
  })
  expect(moved).toEqual({ 1020: 9_000, 1100: -8_500, 2100: -500 })
  expect(received).toMatchObject({
    payment: { tender: { reference: '000451' } },
    applications: [
      { invoice: last, amount: 2_500 },
      { invoice: between, amount: 6_000 },
    ],
    credit_amount: 500,
  })
  await agreed()
  expect(await creditsOf(customer)).toEqual([500])
  const open = (await made(company.call('GET', '/v1/priorities?status=open'))).data as { payment: string }[]
  expect(open.filter(({ payment }) => payment === idOf(received))).toEqual([])
  // The same cheque again is asked about; another one like it is booked where somebody says so.
  const again = await receive(cheque)
  expect([again.status, again.body.code]).toEqual([409, 'cheque_booked_before'])
  expect(again.body.details ?? again.body).toMatchObject({ payment: idOf(received) })
  const other = await made(receive({ ...cheque, applications: [], confirm_repeat: true }))
  expect(other).toMatchObject({ applications: [], credit_amount: 9_000 })
  expect((await creditsOf(customer)).sort()).toEqual([500, 9_000])
})

it('R-053 a wire goes by the same door to the bank, and by the same rules as where it is booked for one', async () => {
  const { customer, first } = await owing('wire@lac.test')
  const wire = { customer, method: 'wire', reference: 'FT-RECEIVED', amount: 4_000 }
  const moved = await moves(async () => {
    const received = await made(receive({ ...wire, payer: 'LAC SA' }))
    expect(received).toMatchObject({
      payment: { method: 'wire', wire: { by_hand: true, sender: 'LAC SA' }, tender: null },
    })
  })
  expect(moved).toEqual({ 1010: 4_000, 1100: -4_000 })
  expect(await invoiceOf(first)).toMatchObject({ status: 'paid' })
  expect((await receive(wire)).body.code).toBe('wire_booked_before')
})

it('what does not fit is refused, and books nothing', async () => {
  const { customer, first, between } = await owing('refused@lac.test')
  const { id: stranger } = await newCustomer(company)
  const elsewhere = await world.newCompany()
  const tomorrow = dayOf(new Date(Date.now() + 2 * 86_400_000))
  const moved = await moves(async () => {
    const refused: [Record<string, unknown>, number, string | undefined][] = [
      [{ customer, amount: 100, received_on: tomorrow }, 400, 'received_on'],
      [{ customer, amount: 100, method: 'cheque' }, 400, 'reference'],
      [{ customer, amount: 100, method: 'wire', reference: ' ' }, 400, 'reference'],
      [{ customer, amount: 100, method: 'card' }, 400, undefined],
      [{ customer, amount: 0 }, 400, undefined],
      [{ customer, amount: 100, currency: 'eur', applications: [{ invoice: first }] }, 400, 'currency'],
      [{ customer: stranger, amount: 100, applications: [{ invoice: first }] }, 400, 'invoices'],
      [
        { customer, amount: 9_000, applications: [{ invoice: first }, { invoice: first }] },
        400,
        'applications',
      ],
      [{ customer, amount: 9_000, applications: [{ invoice: first, amount: 4_001 }] }, 409, 'applications'],
      [{ customer, amount: 100, applications: [{ invoice: between, amount: 101 }] }, 409, 'applications'],
    ]
    for (const [values, status, field] of refused) {
      const answer = await receive(values)
      expect([answer.status, answer.body.field], JSON.stringify(values)).toEqual([
        status,
        field ?? answer.body.field,
      ])
    }
    // Another company's customer is not there, nor is what it received.
    expect((await receive({ customer, amount: 100 }, elsewhere)).status).toBe(404)
  })
  expect(moved).toEqual({})
  const { payment } = await made(receive({ customer, amount: 100 }))
  const { id } = payment as { id: string }
  expect((await bank([id], {}, elsewhere)).status).toBe(404)
  expect((await made(elsewhere.call('GET', '/v1/tenders'))).data).toEqual([])
})

it('two who receive at once, and a card that pays meanwhile, never settle more than is owed', async () => {
  const { customer, first, between, last } = await owing('race@lac.test')
  const { url } = await linkTo(company, first)
  const key = randomUUID()
  const cheque = { customer, method: 'cheque', reference: '77', amount: 5_000 }
  const [same, twice, both] = await Promise.all([
    atOnce(3, () => receive({ customer, amount: 6_000 }, company, key)),
    atOnce(3, () => receive(cheque)),
    Promise.all([pay(world, company, url, { amount: 4_000 }), receive({ customer, amount: 11_000 })]),
  ])
  const ids = new Set(same.filter(({ status }) => status === 201).map(({ body }) => idOf(body)))
  expect(ids.size).toBe(1)
  expect(twice.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  expect(both[1].status).toBe(201)
  await agreed()
  const open = await Promise.all(
    [first, between, last].map(async (id) => (await invoiceOf(id)).open as number),
  )
  // 220.00 of cash and cheques, and the card's 40.00 where it came first, for 200.00 that were owed.
  const byCard = both[0].body.state === 'succeeded' ? 4_000 : 0
  const credit = (await creditsOf(customer)).reduce((sum, each) => sum + each, 0)
  expect(open).toEqual([0, 0, 0])
  expect(credit).toBe(22_000 + byCard - 20_000)
})

it('what a card is paying just now is left to it', async () => {
  const { customer, first, between } = await owing('flight@lac.test')
  const { url } = await linkTo(company, first)
  // The payer's bank asks for something: the attempt holds the invoice meanwhile.
  const asked = await pay(world, company, url, { amount: 4_000, card: '4000002500003155' })
  expect(asked.body.state).toBe('requires_action')
  const seen = await made(preview({ customer, amount: 5_000 }))
  expect(seen.invoices).toMatchObject([
    { invoice: first, in_flight: 4_000, applied: 0 },
    { applied: 5_000 },
    {},
  ])
  const refused = await receive({ customer, amount: 5_000, applications: [{ invoice: first, amount: 1 }] })
  expect(refused.body).toMatchObject({ code: 'allocation_does_not_fit' })
  const received = await made(receive({ customer, amount: 5_000 }))
  expect(received.applications).toEqual([{ invoice: between, amount: 5_000 }])
  await agreed()
})

it('R-055 cash and cheques are banked together, once, and what bounces after that is owed again', async () => {
  const { customer, first, between } = await owing('bank@lac.test')
  const { url } = await linkTo(company, between)
  const cash = idOf(await made(receive({ customer, amount: 4_000 })))
  const cheque = idOf(
    await made(
      receive({
        customer,
        amount: 6_500,
        method: 'cheque',
        reference: '12',
        applications: [{ invoice: between }],
      }),
    ),
  )
  const unbanked = idOf(await made(receive({ customer, amount: 300, method: 'cheque', reference: '13' })))
  let deposits: Answer[] = []
  const moved = await moves(async () => {
    deposits = await atOnce(3, () => bank([cheque, cash], { reference: 'SLIP-9' }))
  })
  expect(moved).toEqual({ 1010: 10_500, 1020: -10_500 })
  expect(deposits.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  const deposit = deposits.find(({ status }) => status === 201)?.body ?? {}
  expect(deposit).toMatchObject({
    amount: 10_500,
    currency: 'usd',
    deposited_on: today(),
    reference: 'SLIP-9',
  })
  expect(deposit.payments).toEqual([cash, cheque])
  expect(await made(company.call('GET', `/v1/bank_deposits/${deposit.id}`))).toEqual(deposit)
  expect((await made(company.call('GET', '/v1/bank_deposits'))).data).toContainEqual(deposit)
  expect(await undeposited()).not.toContain(cash)
  expect(await made(company.call('GET', `/v1/payments/${cheque}`))).toMatchObject({
    tender: { bank_deposit: deposit.id, banked_on: today() },
    clearing: { state: 'deposited', notice: null },
  })
  // What is no cash and no cheque, or is not there yet, is not banked.
  const wire = await made(receive({ customer, amount: 50, method: 'wire', reference: 'FT-BANK' }))
  expect((await bank([idOf(wire)])).body.code).toBe('payment_not_bankable')
  expect((await bank([unbanked], { deposited_on: '2020-01-01' })).body.code).toBe('payment_not_bankable')

  // It bounces: out of the bank again, the invoice is open, its credit gone, somebody is to ask anew.
  const back = await moves(async () => {
    const answers = await atOnce(3, () => takeBack(cheque, 'bounced'))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })
  expect(back).toEqual({ 1010: -6_500, 1100: 6_000, 2100: 500 })
  await agreed()
  expect(await invoiceOf(between)).toMatchObject({ open: 6_000 })
  expect(await pageStateOf(url)).toBe('payable')
  const open = (await made(company.call('GET', '/v1/priorities?status=open'))).data
  expect(open).toContainEqual(
    expect.objectContaining({
      kind: 'cheque_bounced',
      payment: cheque,
      customer,
      amount: 6_500,
      reason: 'bounced',
    }),
  )
  const mails = (await mailTo(world, 'bank@lac.test')).map(({ subject }) => subject)
  expect(mails.filter((subject) => subject.includes('to be paid again'))).toHaveLength(1)

  // A mistake that was never banked goes as it came, asks nobody for anything, and cash does not bounce.
  expect((await takeBack(cash, 'bounced')).status).toBe(400)
  const undone = await moves(() => made(takeBack(unbanked, 'mistake')))
  expect(undone[1020]).toBe(-300)
  expect(await undeposited()).not.toContain(unbanked)
  expect((await bank([unbanked])).body.code).toBe('payment_not_bankable')
  expect(await invoiceOf(first)).toMatchObject({ status: 'paid' })
  await agreed()
})

it('R-055 a deposit is undone as a whole, once, and what it was of is banked anew; not once a cheque of it bounced', async () => {
  const { customer } = await owing('undone@lac.test')
  const cash = idOf(await made(receive({ customer, amount: 4_000 })))
  const cheque = idOf(await made(receive({ customer, amount: 6_500, method: 'cheque', reference: '21' })))
  const wrong = idOf(await made(receive({ customer, amount: 100 })))
  const deposit = await made(bank([cash, cheque, wrong], { reference: 'SLIP-21' }))
  const undo = (
    tenant: { call: Tenant['call'] } = company,
    reason = 'The bank was closed',
    id = deposit.id,
  ) => tenant.call('POST', `/v1/bank_deposits/${id}/undo`, { reason })
  await made(takeBack(wrong, 'mistake'))
  expect((await undo(await world.newCompany())).status).toBe(404)
  const admin = await signedIn(world, company, 'admin')
  await made(admin.call('PATCH', '/v1/roles/sales', { permissions: ['payments.read'] }))
  expect((await undo(await signedIn(world, company, 'sales'))).status).toBe(403)
  expect((await undo(company, ' ')).body).toMatchObject({ field: 'reason' })
  let answers: Answer[] = []
  const moved = await moves(async () => {
    answers = await atOnce(3, () => undo())
  })
  expect(moved).toEqual({ 1010: -10_500, 1020: 10_500 })
  expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([
    200,
    'bank_deposit_not_undoable',
    'bank_deposit_not_undoable',
  ])
  const undone = await made(company.call('GET', `/v1/bank_deposits/${deposit.id}`))
  expect(undone).toMatchObject({
    amount: 10_600,
    undo_reason: 'The bank was closed',
    payments: deposit.payments,
  })
  expect(undone.undone_at).not.toBeNull()
  expect((await made(company.call('GET', '/v1/bank_deposits'))).data).toContainEqual(undone)
  const waiting = await undeposited()
  expect([cash, cheque, wrong].map((id) => waiting.includes(id))).toEqual([true, true, false])
  expect(await made(company.call('GET', `/v1/payments/${cheque}`))).toMatchObject({
    state: 'succeeded',
    tender: { bank_deposit: null, banked_on: null },
  })
  await agreed()

  // Of who banks it anew and who undoes it again at once, each finds what the other left.
  const again = await made(bank([cash, cheque]))
  await Promise.all([undo(company, 'Again', again.id), takeBack(cash, 'mistake')])
  await agreed()
  const bounced = await made(bank([cheque]))
  await made(takeBack(cheque, 'bounced'))
  const refused = await undo(company, 'It bounced', bounced.id)
  expect([refused.status, refused.body.code]).toEqual([409, 'bank_deposit_not_undoable'])
  const events = (await made(company.call('GET', '/v1/events?type=bank_deposit.undone'))).data
  expect(events).toHaveLength(2)
  await agreed()
})

it('R-055 cash that is given back in cash comes out of the drawer where it lies there still, and else from the bank', async () => {
  const { customer } = await owing('drawer@lac.test')
  const give = (payment: unknown, amount: number, by = 'cash') =>
    company.call('POST', '/v1/refunds/given', { payment, amount, given_by: by, given_on: today() })
  const undoGiven = (refund: unknown) => company.call('POST', `/v1/refunds/${refund}/undo`)
  const cash = idOf(await made(receive({ customer, amount: 5_000, applications: [] })))
  const spent = idOf(await made(receive({ customer, amount: 700, applications: [] })))
  const cheque = idOf(
    await made(receive({ customer, amount: 900, method: 'cheque', reference: '31', applications: [] })),
  )
  expect(await moves(() => made(give(spent, 700)))).toEqual({ 1020: -700, 2100: 700 })
  expect(await moves(() => made(give(cheque, 100)))).toEqual({ 1010: -100, 2100: 100 })
  let refund: Answer['body'] = {}
  expect(
    await moves(async () => {
      refund = await made(give(cash, 1_200))
      await made(give(cash, 300, 'cheque'))
    }),
  ).toEqual({ 1020: -1_200, 1010: -300, 2100: 1_500 })
  expect(await moves(() => made(undoGiven(refund.id)))).toEqual({ 1020: 1_200, 2100: -1_200 })
  const kept = await made(give(cash, 1_000))
  await agreed()

  // What is left of it is banked, and none of what was given whole.
  expect(await undeposited()).toEqual(expect.arrayContaining([cash, cheque]))
  expect(await undeposited()).not.toContain(spent)
  expect((await bank([spent])).body.code).toBe('payment_not_bankable')
  let deposit: Answer['body'] = {}
  expect(
    await moves(async () => {
      deposit = await made(bank([cash, cheque]))
    }),
  ).toEqual({ 1010: 4_900, 1020: -4_900 })
  expect(await made(company.call('GET', `/v1/payments/${cash}`))).toMatchObject({
    tender: { to_bank: 4_000 },
  })
  expect((await undoGiven(kept.id)).body.code).toBe('refund_not_undoable')
  expect(await moves(() => made(give(cash, 200)))).toEqual({ 1010: -200, 2100: 200 })
  expect((await takeBack(cash, 'mistake')).body.code).toBe('payment_not_taken_back')
  await agreed()
  await made(company.call('POST', `/v1/bank_deposits/${deposit.id}/undo`, { reason: 'Not yet' }))
  expect(await moves(() => made(undoGiven(kept.id)))).toEqual({ 1020: 1_000, 2100: -1_000 })

  // Banked and given at once: whichever is first, the drawer never gives what it has not.
  await Promise.all([bank([cash]), give(cash, 500)])
  await agreed()
})
