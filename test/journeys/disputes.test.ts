import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type CompanyId, fromWireId } from '../../server/src/lib/ids.ts'
import { findPayment, type PaymentId, recordOutcome } from '../../server/src/payments/index.ts'
import { ledgerMoves } from '../support/ledger-moves.ts'
import {
  advance,
  atOnce,
  eventually,
  linkTo,
  made,
  mailTo,
  newInvoice,
  pageStateOf,
  pay,
  processorOf,
  quickLink,
  upload,
} from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** A payer's bank takes a payment back, or asks first: from the bank to the books, and back (model M2, M4). */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany({}, ['us_bank_account_ach_payments'])
})
afterAll(() => world.stop())

const DAY = 24 * 3600
const DISPUTED = '4000000000000259'
const INQUIRED = '4000000000001976'

interface Dispute {
  id: string
  state: string
  amount: number
  fee: number
  can_answer: boolean
  due_by: string
  submitted_at: string | null
  evidence: { texts: Record<string, string>; files: Record<string, string> } | null
}

const moved = (act: () => Promise<unknown>) => ledgerMoves(world, () => company)(act)

async function agreed(): Promise<void> {
  await world.settle()
  await world.prove(company)
  for (const { differences } of await world.verify()) expect(differences).toEqual([])
}

interface Paid {
  payment: string
  intent: string
  request: string
  url: string
  invoice: unknown
}

/** An invoice of 100.00 that was paid by link. */
async function paidInvoice(card?: string, price = '100'): Promise<Paid> {
  const invoice = await newInvoice(company, price)
  const { url, request } = await linkTo(company, invoice.id)
  const answer = await pay(world, company, url, {
    amount: Number(price) * 100,
    ...(card === undefined ? {} : { card }),
  })
  expect(answer.body.state, answer.text).toBe('succeeded')
  await world.settle()
  const payment = await made(company.call('GET', `/v1/payments/${answer.body.payment}`))
  return {
    payment: String(payment.id),
    intent: String(payment.processor_reference),
    request,
    url,
    invoice: invoice.id,
  }
}

async function play({ intent }: Paid, act: string, more: Record<string, unknown> = {}): Promise<void> {
  await world.play('POST', `/sandbox/payment_intents/${intent}/dispute`, { act, ...more })
  await world.settle()
}

async function disputeOf({ payment }: Paid): Promise<Dispute> {
  const { data } = await made(company.call('GET', `/v1/disputes?payment=${payment}`))
  const [first] = data as Dispute[]
  if (first === undefined) throw new Error('There is no dispute.')
  return first
}
const paymentOf = ({ payment }: Paid) => made(company.call('GET', `/v1/payments/${payment}`))
const invoiceOf = ({ invoice }: Paid) => made(company.call('GET', `/v1/invoices/${invoice}`))
const post = (path: string, body: unknown = {}, key: string = crypto.randomUUID()) =>
  company.call('POST', path, body, { 'idempotency-key': key })
const refund = ({ payment }: Paid, amount?: number) =>
  post('/v1/refunds', { payment, treatment: 'reopen_invoice', ...(amount === undefined ? {} : { amount }) })
async function openPriorities(): Promise<{ kind: string; dispute: string | null; due_by: string | null }[]> {
  return (await made(company.call('GET', '/v1/priorities?status=open'))).data as never
}

it('a dispute takes amount and fee at once, is answered with what is gathered by itself, and is won', async () => {
  const invoice = await newInvoice(company, '100')
  const file = await made(upload(company, 'delivery.pdf'))
  const asked = await made(
    company.call('POST', '/v1/payment_requests', {
      kind: 'invoice',
      invoices: [invoice.id],
      attachments: [file.id],
    }),
  )
  const link = await made(company.call('POST', '/v1/payment_links', { payment_request: asked.id }))
  const answer = await pay(world, company, String(link.url), { amount: 10_000 })
  await world.settle()
  const payment = await made(company.call('GET', `/v1/payments/${answer.body.payment}`))
  const paid: Paid = {
    payment: String(payment.id),
    intent: String(payment.processor_reference),
    request: String(asked.id),
    url: String(link.url),
    invoice: invoice.id,
  }
  // M4: dispute opened.
  expect(await moved(() => play(paid, 'open', { reason: 'product_not_received' }))).toEqual({
    1080: 10_000,
    1050: -11_500,
    5110: 1_500,
  })
  const dispute = await disputeOf(paid)
  expect(dispute).toMatchObject({
    state: 'needs_response',
    amount: 10_000,
    fee: 1_500,
    reason: 'product_not_received',
    can_answer: true,
  })
  expect(await paymentOf(paid)).toMatchObject({ state: 'succeeded', disputed: true })
  // While it is open, what was paid stays settled, and the page says how it stands.
  expect(await invoiceOf(paid)).toMatchObject({ status: 'paid', open: 0 })
  expect(await pageStateOf(paid.url)).toBe('disputed')
  for (const [lang, words] of [
    ['en', 'This payment is being disputed with the bank.'],
    ['fr', 'Ce paiement est contesté auprès de la banque.'],
  ])
    expect(await (await fetch(`${paid.url}?lang=${lang}`)).text()).toContain(words)
  // Nobody pays or refunds it twice.
  const refused = await refund(paid)
  expect([refused.status, refused.body.code]).toEqual([409, 'payment_disputed'])
  expect(refused.body.detail).toContain('would pay it twice')
  expect((await pay(world, company, paid.url, { amount: 10_000 })).status).toBe(409)
  expect(await openPriorities()).toContainEqual(
    expect.objectContaining({ kind: 'dispute_opened', dispute: dispute.id, due_by: dispute.due_by }),
  )
  const staff = `cashier@${company.account.toLowerCase().replaceAll('_', '')}.test`
  const subjects = async () => (await mailTo(world, staff)).map(({ subject }) => subject)
  await eventually(subjects, (all) => all.some((subject) => subject.startsWith('$100.00 is disputed')))

  const evidence = await made(company.call('GET', `/v1/disputes/${dispute.id}/evidence`))
  const texts = evidence.texts as Record<string, string>
  expect(texts.product_description).toContain('Roses')
  expect(texts.uncategorized_text).toMatch(/a payment link was made[\s\S]*the payment succeeded/)
  expect(evidence.files).toEqual([
    { field: 'receipt', file_name: 'receipt.pdf', media_type: 'application/pdf' },
    expect.objectContaining({ field: 'service_documentation', media_type: 'application/pdf' }),
    { field: 'uncategorized_file', file_name: 'delivery.pdf', media_type: 'application/pdf' },
  ])
  const key = crypto.randomUUID()
  const body = { texts: { service_date: '2026-11-20', customer_name: 'Ada Payer' } }
  const answers = await atOnce(3, () => post(`/v1/disputes/${dispute.id}/submit`, body, key))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await disputeOf(paid)).toMatchObject({
    state: 'under_review',
    can_answer: false,
    evidence: {
      texts: { service_date: '2026-11-20', customer_name: 'Ada Payer' },
      files: { receipt: 'receipt.pdf', uncategorized_file: 'delivery.pdf' },
    },
  })
  const [theirs] = (
    await processorOf(world).disputes.list(
      { payment_intent: paid.intent },
      { stripeAccount: company.account },
    )
  ).data
  expect(theirs?.evidence_details.submission_count).toBe(1)
  expect(theirs?.evidence).toMatchObject({
    service_date: '2026-11-20',
    receipt: expect.stringMatching(/^file_/),
    uncategorized_file: expect.stringMatching(/^file_/),
  })
  // Answered once: neither again nor given up.
  for (const path of ['submit', 'accept']) {
    const again = await post(`/v1/disputes/${dispute.id}/${path}`)
    expect([again.status, again.body.code]).toEqual([409, 'dispute_not_open'])
  }
  await world.settle()
  expect((await openPriorities()).filter((row) => row.dispute === dispute.id)).toEqual([])
  expect((await refund(paid)).body.code).toBe('payment_disputed')
  // M4: dispute won.
  expect(await moved(() => play(paid, 'win'))).toEqual({ 1080: -10_000, 1050: 10_000 })
  expect(await disputeOf(paid)).toMatchObject({ state: 'won' })
  expect(await paymentOf(paid)).toMatchObject({ state: 'succeeded', disputed: false })
  expect(await pageStateOf(paid.url)).toBe('paid')
  const story = (await made(company.call('GET', `/v1/payment_requests/${paid.request}/timeline?limit=100`)))
    .data as { kind: string; subject: string }[]
  expect(story.filter(({ kind }) => kind.startsWith('dispute.')).map(({ kind }) => kind)).toEqual([
    'dispute.won',
    'dispute.submitted',
    'dispute.answered',
    'dispute.opened',
  ])
  expect(story.find(({ kind }) => kind === 'dispute.won')?.subject).toBe(dispute.id)
  expect((await refund(paid, 1_000)).body.state).toBe('succeeded')
  await eventually(subjects, (all) => all.some((subject) => subject.startsWith('Dispute won')))
  await agreed()
})

it('a dispute that is accepted is lost: what was paid is owed again, and may be paid again', async () => {
  const paid = await paidInvoice(DISPUTED)
  const { id } = await disputeOf(paid)
  // M4: dispute lost, reopened.
  const key = crypto.randomUUID()
  expect(
    await moved(async () => {
      const twins = await atOnce(2, () => post(`/v1/disputes/${id}/accept`, {}, key))
      expect(twins.map(({ body }) => body.state)).toEqual(['lost', 'lost'])
    }),
  ).toEqual({ 1080: -10_000, 1100: 10_000 })
  expect(await paymentOf(paid)).toMatchObject({ state: 'charged_back', charged_back_amount: 10_000 })
  expect(await invoiceOf(paid)).toMatchObject({ open: 10_000 })
  expect((await made(company.call('GET', `/v1/payment_requests/${paid.request}`))).status).not.toBe('paid')
  expect((await refund(paid)).body.code).toBe('refund_too_large')
  await agreed()
  const anew = await linkTo(company, paid.invoice)
  expect((await pay(world, company, anew.url, { amount: 10_000 })).body.state).toBe('succeeded')
  expect(await invoiceOf(paid)).toMatchObject({ status: 'paid' })
  // Won after all: nothing of the invoice is owed any more, so the money is the customer's credit.
  expect(await moved(() => play(paid, 'win'))).toEqual({ 1050: 10_000, 2100: -10_000 })
  expect(await disputeOf(paid)).toMatchObject({ state: 'won' })
  expect(await paymentOf(paid)).toMatchObject({ state: 'succeeded', charged_back_amount: 0 })
  expect(await openPriorities()).toContainEqual(expect.objectContaining({ kind: 'unexpected_money' }))
  await agreed()
})

it('a dispute that nobody answers is lost on its day; won after all, its invoice is paid again', async () => {
  const paid = await paidInvoice()
  await play(paid, 'open')
  await advance(world, 10 * DAY)
  expect(await disputeOf(paid)).toMatchObject({ state: 'lost', can_answer: false })
  expect((await post(`/v1/disputes/${(await disputeOf(paid)).id}/submit`)).body.code).toBe('dispute_not_open')
  expect(await invoiceOf(paid)).toMatchObject({ open: 10_000 })
  await agreed()
  expect(await moved(() => play(paid, 'win'))).toEqual({ 1050: 10_000, 1100: -10_000 })
  expect(await invoiceOf(paid)).toMatchObject({ status: 'paid', open: 0 })
  expect((await made(company.call('GET', `/v1/payment_requests/${paid.request}`))).status).toBe('paid')
  await agreed()
})

it('a dispute under review is lost: by the setting it is written off; won with its fee, all of it comes back', async () => {
  await made(company.call('PATCH', '/v1/settings', { 'disputes.lost': 'write_off' }))
  const paid = await paidInvoice()
  await play(paid, 'open')
  const { id } = await disputeOf(paid)
  expect((await post(`/v1/disputes/${id}/submit`)).body.state).toBe('under_review')
  await world.settle()
  expect(await moved(() => play(paid, 'lose'))).toEqual({ 1080: -10_000, 5120: 10_000 })
  expect(await invoiceOf(paid)).toMatchObject({ status: 'paid', open: 0 })
  await agreed()
  expect(await moved(() => play(paid, 'win_with_fee'))).toEqual({ 1050: 11_500, 5120: -10_000, 5110: -1_500 })
  await agreed()
  // What came as a prepayment is no sale: it is gone, whatever the setting.
  const { url, request } = await quickLink(company, 4_000)
  const answer = await pay(world, company, url, { amount: 4_000, card: DISPUTED })
  await world.settle()
  const quick = { ...paid, payment: String(answer.body.payment), request, url }
  const dispute = await disputeOf(quick)
  expect(await moved(() => post(`/v1/disputes/${dispute.id}/accept`))).toEqual({ 1080: -4_000, 2110: 4_000 })
  await made(company.call('PATCH', '/v1/settings', { 'disputes.lost': 'reopen' }))
  await agreed()
})

it('an inquiry takes nothing: it closes when the payment is refunded, or escalates into a dispute', async () => {
  const closed = await paidInvoice()
  expect(await moved(() => play(closed, 'inquire'))).toEqual({})
  expect(await disputeOf(closed)).toMatchObject({ state: 'inquiry', fee: 0, can_answer: true })
  expect(await pageStateOf(closed.url)).toBe('paid')
  expect((await post(`/v1/disputes/${(await disputeOf(closed)).id}/accept`)).body.code).toBe(
    'dispute_not_open',
  )
  expect((await refund(closed)).body.state).toBe('succeeded')
  await world.settle()
  expect(await disputeOf(closed)).toMatchObject({ state: 'closed', can_answer: false })
  await agreed()

  const paid = await paidInvoice(INQUIRED)
  expect(await disputeOf(paid)).toMatchObject({ state: 'inquiry' })
  expect(await moved(() => play(paid, 'escalate'))).toEqual({ 1080: 10_000, 1050: -11_500, 5110: 1_500 })
  expect(await disputeOf(paid)).toMatchObject({ state: 'needs_response', can_answer: true })
  expect((await refund(paid)).body.code).toBe('payment_disputed')
  await agreed()
})

it('a part of a payment is disputed and lost: that part is owed again, and the rest can be refunded, no more', async () => {
  const paid = await paidInvoice()
  await play(paid, 'open', { amount: 3_000 })
  expect(await moved(() => play(paid, 'lose'))).toEqual({ 1080: -3_000, 1100: 3_000 })
  expect(await invoiceOf(paid)).toMatchObject({ open: 3_000 })
  expect((await refund(paid, 7_001)).body.code).toBe('refund_too_large')
  expect((await refund(paid, 7_000)).body.state).toBe('succeeded')
  await agreed()
})

it('a dispute after a refund pays twice by the bank’s doing: that part is owed again by an invoice of its own', async () => {
  const paid = await paidInvoice()
  expect((await refund(paid, 4_000)).body.state).toBe('succeeded')
  await world.settle()
  await play(paid, 'open', { amount: 10_000 })
  expect(await moved(() => play(paid, 'lose'))).toEqual({ 1080: -10_000, 1100: 10_000 })
  expect(await invoiceOf(paid)).toMatchObject({ open: 10_000 })
  await agreed()
})

it('a refund and a dispute at once: one of them takes the money, never both', async () => {
  const paid = await paidInvoice()
  await Promise.all([
    refund(paid),
    world.play('POST', `/sandbox/payment_intents/${paid.intent}/dispute`, { act: 'open', amount: 10_000 }),
  ])
  await world.settle()
  const [dispute] = (await made(company.call('GET', `/v1/disputes?payment=${paid.payment}`)))
    .data as Dispute[]
  const { refunded_amount: refunded } = await paymentOf(paid)
  // The bank may dispute what was refunded, but nobody here refunds what is disputed.
  expect(dispute?.state).toBe('needs_response')
  if (refunded === 0) expect((await refund(paid)).body.code).toBe('payment_disputed')
  await agreed()
})

it('webhooks that come twice, out of order or never: what the bank did is found out all the same, once', async () => {
  for (const how of ['duplicate', 'reorder', 'drop']) {
    await world.play('POST', '/sandbox/faults', {
      on: 'webhook',
      do: how,
      times: 50,
      type: 'charge.dispute.*',
    })
    const paid = await paidInvoice()
    await world.play('POST', `/sandbox/payment_intents/${paid.intent}/dispute`, { act: 'open' })
    await world.play('POST', `/sandbox/payment_intents/${paid.intent}/dispute`, { act: 'lose' })
    await world.play('POST', '/sandbox/webhooks/flush', { held: true })
    await advance(world, DAY)
    const states = await eventually(
      async () => {
        const { data } = await made(company.call('GET', `/v1/disputes?payment=${paid.payment}`))
        return (data as Dispute[]).map(({ state }) => state)
      },
      ([state]) => state === 'lost',
    )
    expect([how, states]).toEqual([how, ['lost']])
    expect(await invoiceOf(paid)).toMatchObject({ open: 10_000 })
    await world.play('DELETE', '/sandbox/faults')
    await agreed()
  }
})

it('what the bank took back of a debit is a return and no dispute, also where it is told once more after', async () => {
  const { url } = await quickLink(company, 9_900)
  await pay(world, company, url, { amount: 9_900, bank: { number: '000555555559' } })
  await advance(world, 5 * DAY)
  await advance(world, 3 * DAY)
  const { data } = await made(company.call('GET', '/v1/payments?status=returned'))
  const [payment] = data as { id: string; processor_reference: string }[]
  expect((await made(company.call('GET', `/v1/disputes?payment=${payment?.id}`))).data).toEqual([])
  await world.play('POST', `/sandbox/payment_intents/${payment?.processor_reference}/dispute`, {
    act: 'open',
  })
  await agreed()
  expect((await made(company.call('GET', `/v1/disputes?payment=${payment?.id}`))).data).toEqual([])

  // A return that is heard of after a dispute was lost takes nothing a second time.
  const paid = await paidInvoice(DISPUTED)
  await post(`/v1/disputes/${(await disputeOf(paid)).id}/accept`)
  const [companyId, id] = [
    fromWireId('co', company.id) as CompanyId,
    fromWireId('pay', paid.payment) as PaymentId,
  ]
  const told = await world.services.processor.readPayment(company.account, paid.intent)
  expect(
    await moved(async () => {
      await world.services.database.write(companyId, (tx) =>
        recordOutcome(tx, { type: 'processor', id: 'processor' }, world.services.clock.now(), id, {
          ...told,
          status: 'returned',
          returned: { reason: 'R01', balance: null },
        }),
      )
    }),
  ).toEqual({})
  const after = await world.services.database.read(companyId, (db) => findPayment(db, id))
  expect(after?.state).toBe('charged_back')
  await agreed()
})

it('an answer that never arrived is asked after: the dispute is as the bank has it, and may be answered then', async () => {
  const paid = await paidInvoice(DISPUTED)
  const { id } = await disputeOf(paid)
  await world.play('POST', '/sandbox/faults', {
    on: 'request',
    do: 'drop_before',
    times: 20,
    method: 'POST',
    path: '/v1/disputes',
  })
  const lost = await post(`/v1/disputes/${id}/submit`)
  await world.play('DELETE', '/sandbox/faults')
  expect(lost.body.state, lost.text).toBe('needs_response')
  expect((await post(`/v1/disputes/${id}/submit`)).body.code).toBe('dispute_not_open')
  await advance(world, 120)
  const again = await eventually(
    () => post(`/v1/disputes/${id}/submit`),
    ({ status }) => status === 200,
  )
  expect(again.body.state, again.text).toBe('under_review')
  await agreed()
})

it('who may not answer is refused; another company’s dispute is not there', async () => {
  const paid = await paidInvoice(DISPUTED)
  const { id } = await disputeOf(paid)
  const other = world.company
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/evidence'],
    ['POST', '/submit'],
    ['POST', '/accept'],
  ] as const) {
    const answer = await other.call(method, `/v1/disputes/${id}${path}`, method === 'POST' ? {} : undefined, {
      'idempotency-key': crypto.randomUUID(),
    })
    expect([path, answer.status]).toEqual([path, 404])
  }
  const reader = await made(
    company.call('POST', '/v1/api_keys', { name: 'Reads', permissions: ['payments.read'] }),
  )
  const refused = await company.call(
    'POST',
    `/v1/disputes/${id}/accept`,
    {},
    {
      authorization: `Bearer ${reader.secret}`,
      'idempotency-key': crypto.randomUUID(),
    },
  )
  expect([refused.status, refused.body.code]).toEqual([403, 'permission_denied'])
})
