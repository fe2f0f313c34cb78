import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { ledgerMoves } from '../support/ledger-moves.ts'
import { newMember, signedIn } from '../support/staff.ts'
import {
  advance,
  atOnce,
  eventually,
  linkTo,
  made,
  mailTo,
  newInvoice,
  owned,
  pageStateOf,
  pay,
  processorOf,
  quickLink,
  submission,
} from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** Money back: every transition of a refund (model M2) and every line of it in the books (M4), by the real SDK. */
let world: World
let company: Tenant
let zone: string
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany({ descriptor: 'ROSA BLOOMS' }, ['us_bank_account_ach_payments'])
  zone = String((await made(company.call('GET', '/v1/company'))).time_zone)
})
afterAll(() => world.stop())

const DAY = 24 * 3600
const PENDING = '4000000000007726'
const COMES_BACK = '4000000000005126'
const DISPUTED = '4000000000000259'
const moved = (act: () => Promise<unknown>) => ledgerMoves(world, () => company)(act)
const post = (path: string, body: unknown = {}, key: string = crypto.randomUUID()) =>
  company.call('POST', path, body, { 'idempotency-key': key })

interface Refund {
  id: string
  state: string
  amount: number
  processor_reference: string
  bank_reference: string | null
}
interface Paid {
  payment: string
  intent: string
  url: string
  invoice: unknown
}

async function agreed(): Promise<void> {
  await world.settle()
  await world.prove(company)
}

const paymentOf = ({ payment }: Pick<Paid, 'payment'>) => made(company.call('GET', `/v1/payments/${payment}`))
const refundNow = (id: unknown) => made(company.call('GET', `/v1/refunds/${id}`))
const invoiceOf = ({ invoice }: Paid) => made(company.call('GET', `/v1/invoices/${invoice}`))
/** The day of a payment, as the company counts days. */
const dayOf = async (paid: Pick<Paid, 'payment'>) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(
    new Date(String((await paymentOf(paid)).created_at)),
  )

/** An invoice of 100.00 that was paid by link. */
async function paidInvoice(card?: string, email?: string): Promise<Paid> {
  const invoice = await newInvoice(company, '100')
  const { url } = await linkTo(company, invoice.id)
  const token = await world.card(company, card)
  const answer = await payer('POST', `${url}/payments`, {
    ...submission({ amount: 10_000, token }),
    ...(email === undefined ? {} : { email }),
  })
  expect(answer.body.state, answer.text).toBe('succeeded')
  await world.settle()
  const { id, processor_reference: intent } = await paymentOf({ payment: String(answer.body.payment) })
  return { payment: String(id), intent: String(intent), url, invoice: invoice.id }
}

/** A quick request of 80.00 that was paid: its money is a prepayment. */
async function prepaid(card: string): Promise<Paid> {
  const { url } = await quickLink(company, 8_000)
  const { payment } = await made(pay(world, company, url, { amount: 8_000, card }))
  await world.settle()
  return { payment: String(payment), intent: '', url, invoice: undefined }
}

const refund = ({ payment }: Paid, more: Record<string, unknown> = {}) =>
  post('/v1/refunds', { payment, ...more })
const give = async (paid: Paid, more: Record<string, unknown> = {}, key?: string) =>
  post(
    '/v1/refunds/given',
    { payment: paid.payment, given_by: 'cheque', given_on: await dayOf(paid), ...more },
    key,
  )
const play = ({ processor_reference: id }: Refund, act: string) =>
  world.play('POST', `/sandbox/refunds/${id}`, { act })
const failures = async () =>
  ((await made(company.call('GET', '/v1/priorities?status=open'))).data as { kind: string; refund: string }[])
    .filter(({ kind }) => kind === 'refund_failed')
    .map(({ refund: id }) => id)

it('M2 M4 a refund that is pending succeeds, fails or is called back, and the books follow each', async () => {
  const ends = [
    ['succeed', 'succeeded', { 2300: 3_000, 1050: -3_000 }],
    ['fail', 'failed', { 2300: 3_000, 2110: -3_000 }],
    ['cancel', 'canceled', { 2300: 3_000, 2110: -3_000 }],
  ] as const
  for (const [act, state, books] of ends) {
    const paid = await prepaid(PENDING)
    let asked: Refund | undefined
    // Requested and pending: 2110 / 2300, and no money has gone.
    expect(
      await moved(async () => {
        asked = (await made(refund(paid, { amount: 3_000 }))) as never
      }),
    ).toEqual({ 2110: 3_000, 2300: -3_000 })
    if (asked === undefined) throw new Error('There is no refund.')
    const { id } = asked
    expect(asked).toMatchObject({ state: 'pending', given_by: 'processor', failure_reason: null })
    expect(await paymentOf(paid)).toMatchObject({ refunding_amount: 3_000, refunded_amount: 0 })
    expect([act, await moved(() => play(asked as Refund, act))]).toEqual([act, books])
    expect(await refundNow(id)).toMatchObject({ state })
    expect(await paymentOf(paid)).toMatchObject({
      refunding_amount: 0,
      refunded_amount: state === 'succeeded' ? 3_000 : 0,
    })
    // What did not arrive is for a person to look at, and can be given back again.
    expect((await failures()).includes(id)).toBe(state !== 'succeeded')
    if (state !== 'succeeded') {
      const again = (await made(refund(paid))) as never as Refund
      expect(again.amount).toBe(8_000)
      await play(again, 'succeed')
      await world.settle()
    }
  }
  await agreed()
})

it('M2 M4 a refund whose answer was lost and that was called back meanwhile is canceled, from requested at once', async () => {
  const paid = await prepaid(PENDING)
  const post = { on: 'request', do: 'drop_after', method: 'POST', path: '/v1/refunds', times: 10 }
  await world.play('POST', '/sandbox/faults', post)
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'drop', times: 10, type: '*refund*' })
  let id: unknown
  expect(
    await moved(async () => {
      const answer = await made(refund(paid, { amount: 3_000 }))
      expect(answer).toMatchObject({ state: 'requested' })
      id = answer.id
    }),
  ).toEqual({ 2110: 3_000, 2300: -3_000 })
  // The processor has it once, however often it was asked, and somebody calls it back there.
  const { processor_reference: intent } = await paymentOf(paid)
  const { data: theirs } = await processorOf(world).refunds.list(
    { payment_intent: String(intent) },
    { stripeAccount: company.account },
  )
  expect(theirs).toMatchObject([{ amount: 3_000, status: 'pending' }])
  await world.play('POST', `/sandbox/refunds/${theirs[0]?.id}`, { act: 'cancel' })
  await world.settle()
  await world.play('DELETE', '/sandbox/faults')
  const isCanceled = async () => {
    await advance(world, 120)
    await eventually(
      () => refundNow(id),
      ({ state }) => state === 'canceled',
    )
  }
  expect(await moved(isCanceled)).toEqual({ 2300: 3_000, 2110: -3_000 })
  expect(await paymentOf(paid)).toMatchObject({ refunding_amount: 0, refunded_amount: 0 })
  const states = await owned<{ action: string }>(
    world,
    `select action from identity.audit_events where subject_id = $1 order by id`,
    [fromWireId('ref', String(id))],
  )
  expect(states.map(({ action }) => action)).toEqual(['refund.requested', 'refund.failed'])
  expect(await failures()).toContain(id)
  await agreed()
})

it('M2 M4 a refund that fails after it had succeeded gives the money back to the books, and raises a priority', async () => {
  const paid = await prepaid(COMES_BACK)
  let id: unknown
  expect(
    await moved(async () => {
      const answer = await made(refund(paid, { amount: 3_000 }))
      expect(answer.state).toBe('succeeded')
      id = answer.id
    }),
  ).toEqual({ 2110: 3_000, 1050: -3_000 })
  expect(await moved(() => advance(world, 120))).toEqual({ 1050: 3_000, 2110: -3_000 })
  expect(await refundNow(id)).toMatchObject({
    state: 'failed',
    failure_reason: 'expired_or_canceled_card',
  })
  expect(await failures()).toContain(id)
  await agreed()
})

it('M2 a refund that the processor refuses fails at once: nothing has moved, and why is kept', async () => {
  const paid = await paidInvoice()
  await world.play('POST', '/sandbox/faults', {
    on: 'webhook',
    do: 'drop',
    times: 20,
    type: 'charge.dispute.*',
  })
  await world.play('POST', `/sandbox/payment_intents/${paid.intent}/dispute`, { act: 'open' })
  expect(
    await moved(async () => {
      const answer = await made(refund(paid, { treatment: 'reopen_invoice' }))
      expect(answer).toMatchObject({ state: 'failed', failure_reason: 'charge_disputed' })
    }),
  ).toEqual({})
  await world.play('DELETE', '/sandbox/faults')
  expect(await invoiceOf(paid)).toMatchObject({ status: 'paid', open: 0 })
  await advance(world, DAY)
  // The dispute is found out, and from then on nobody is sent to the processor in vain.
  const refused = await eventually(
    () => refund(paid),
    ({ body }) => body.code === 'payment_disputed',
  )
  expect(refused.status).toBe(409)
  await agreed()
})

it('why is kept, shown and listed, and told to the processor where it has a word for it', async () => {
  const paid = await paidInvoice()
  for (const [reason_code, theirs] of [
    ['duplicate', 'duplicate'],
    ['goods_returned', null],
  ] as const) {
    const body = { amount: 1_000, treatment: 'reduce_sale', reason_code, reason: 'Two boxes' }
    const answer = await made(refund(paid, body))
    expect(answer).toMatchObject({ reason_code, reason: 'Two boxes' })
    const seen = await processorOf(world).refunds.retrieve(
      String(answer.processor_reference),
      {},
      { stripeAccount: company.account },
    )
    expect(seen.reason).toBe(theirs)
  }
  const csv = (await company.call('GET', `/v1/refunds?payment=${paid.payment}&format=csv`)).text.split('\r\n')
  expect(csv[0]).toMatch(/reason_code,reason,failure_reason,given_by,given_on,given_reference,bank_reference/)
  expect(csv[1]).toContain('goods_returned,Two boxes,,processor')
  expect((await refund(paid, { reason_code: 'because' })).status).toBe(400)
  await agreed()
})

it('R-198 the name by which banks find a refund is known some days later, of a card and of a bank account', async () => {
  const paid = await paidInvoice()
  const { id } = await made(refund(paid, { amount: 1_000, treatment: 'reduce_sale' }))
  expect(await refundNow(id)).toMatchObject({ state: 'succeeded', bank_reference: null })
  await advance(world, 2 * DAY + 60)
  await world.settle()
  expect((await refundNow(id)).bank_reference).toMatch(/^\d{23}$/)
  const list = (await made(company.call('GET', `/v1/refunds?payment=${paid.payment}`))).data as Refund[]
  expect(list[0]?.bank_reference).toMatch(/^\d{23}$/)

  const { url } = await quickLink(company, 6_000)
  const { payment } = await made(pay(world, company, url, { amount: 6_000, bank: {} }))
  await advance(world, 5 * DAY)
  const debit = await made(post('/v1/refunds', { payment, amount: 1_000 }))
  expect(debit.state).toBe('pending')
  await advance(world, 3 * DAY)
  await advance(world, 2 * DAY + 60)
  await world.settle()
  expect(await refundNow(debit.id)).toMatchObject({
    state: 'succeeded',
    bank_reference: expect.stringMatching(/^\d{15}$/),
  })
  const mail = (await mailTo(world, 'ada@payer.test')).find(({ subject }) => subject.includes('$10.00'))
  expect(mail?.text).toMatch(/bank\s+account\s+that\s+you\s+paid\s+from/)
  expect(mail?.text).toContain('ROSA BLOOMS')
  expect(mail?.text).not.toMatch(/card|10 business/)
  expect(await (await fetch(`${url}?lang=en`)).text()).toMatch(
    /It reaches your bank account, usually within 5 business days. Your statement shows it as ROSA BLOOMS. Your bank finds it by its reference \d{15}./,
  )
})

it('M4 a bank debit is not refunded before it has cleared; one that comes back while its refund is under way costs nothing', async () => {
  const invoice = await newInvoice(company, '100')
  const { url } = await linkTo(company, invoice.id)
  const { payment } = await made(pay(world, company, url, { amount: 10_000, bank: {} }))
  await world.settle()
  const paid = { payment: String(payment), intent: '', url, invoice: invoice.id }
  const early = await refund(paid)
  expect([early.status, early.body.code]).toEqual([409, 'payment_not_refundable'])
  expect(early.body.detail).toMatch(
    /has not cleared yet, expected between \d{4}-\d{2}-\d{2} and .* No money was moved/,
  )
  expect((await give(paid)).body.code).toBe('payment_not_refundable')
  await advance(world, 5 * DAY)
  const { processor_reference: intent } = await paymentOf(paid)
  const asked = await made(refund(paid, { amount: 4_000, treatment: 'reopen_invoice' }))
  expect(asked.state).toBe('pending')
  await world.settle()
  // The bank takes all of it back, and the processor calls the refund back: both are told in whatever order.
  expect(
    await moved(() => world.play('POST', `/sandbox/payment_intents/${intent}/debit`, { outcome: 'return' })),
  ).toEqual({ 1050: -11_500, 1100: 6_000, 2300: 4_000, 5110: 1_500 })
  expect(await refundNow(asked.id)).toMatchObject({ state: 'canceled' })
  expect(await paymentOf(paid)).toMatchObject({ state: 'returned', refunded_amount: 0, refunding_amount: 0 })
  expect(await invoiceOf(paid)).toMatchObject({ open: 10_000, settled: 0 })
  const late = await refund(paid)
  expect([late.body.code, late.body.detail]).toEqual([
    'payment_not_refundable',
    expect.stringContaining('would pay it twice'),
  ])
  await agreed()
})

it('a refund that fails after its payment was lost in a dispute is no credit of anybody: it covers that loss', async () => {
  const paid = await paidInvoice(PENDING)
  const asked = (await made(refund(paid, { amount: 4_000, treatment: 'reopen_invoice' }))) as never as Refund
  await world.play('POST', `/sandbox/payment_intents/${paid.intent}/dispute`, { act: 'open', amount: 10_000 })
  await world.settle()
  expect(
    await moved(() => world.play('POST', `/sandbox/payment_intents/${paid.intent}/dispute`, { act: 'lose' })),
  ).toEqual({ 1080: -10_000, 1100: 6_000, 5120: 4_000 })
  expect(await moved(() => play(asked, 'fail'))).toEqual({ 2300: 4_000, 5120: -4_000 })
  expect(await invoiceOf(paid)).toMatchObject({ open: 10_000, settled: 0 })
  expect((await made(company.call('GET', '/v1/credits?open=true'))).data).not.toContainEqual(
    expect.objectContaining({ payment: paid.payment }),
  )
  await agreed()
})

it('M4 money that was given back by hand is booked from the bank, told to the payer, and taken out again when it was not', async () => {
  const email = 'given@refunds.test'
  const paid = await paidInvoice(undefined, email)
  let given: Record<string, unknown> = {}
  expect(
    await moved(async () => {
      const key = crypto.randomUUID()
      const body = { amount: 4_000, treatment: 'reopen_invoice', given_reference: 'No. 1042' }
      const twins = await atOnce(3, () => give(paid, { ...body, reason_code: 'order_canceled' }, key))
      expect(new Set(twins.map(({ text }) => text)).size).toBe(1)
      given = await made(Promise.resolve(twins[0] as never))
    }),
  ).toEqual({ 1010: -4_000, 1100: 4_000 })
  expect(given).toMatchObject({
    state: 'succeeded',
    given_by: 'cheque',
    given_on: await dayOf(paid),
    given_reference: 'No. 1042',
    processor_reference: null,
  })
  expect(await paymentOf(paid)).toMatchObject({ refunded_amount: 4_000 })
  expect(await invoiceOf(paid)).toMatchObject({ open: 4_000 })
  const [mail] = await mailTo(world, email)
  expect(mail?.subject).toBe('Refunded by Rosa Blooms: $40.00')
  expect(mail?.text).toMatch(/by\s+cheque/)
  expect(mail?.text).toContain('No. 1042')
  expect(mail?.text).not.toMatch(/5 to 10/)

  await agreed()

  expect(await moved(() => post(`/v1/refunds/${given.id}/undo`))).toEqual({ 1010: 4_000, 1100: -4_000 })
  expect(await refundNow(given.id)).toMatchObject({ state: 'failed', failure_reason: 'recorded_in_error' })
  expect(await invoiceOf(paid)).toMatchObject({ open: 0, status: 'paid' })
  expect((await mailTo(world, email))[0]?.subject).toBe('Correction: $40.00 were not given back')
  expect(await failures()).not.toContain(given.id)
  const again = await post(`/v1/refunds/${given.id}/undo`)
  expect([again.status, again.body.code]).toEqual([409, 'refund_not_undoable'])
  const theirs = await made(refund(paid, { amount: 1_000, treatment: 'reduce_sale' }))
  expect((await post(`/v1/refunds/${theirs.id}/undo`)).body.code).toBe('refund_not_undoable')
  await agreed()
})

it('R-195 given back in three parts, by the processor and by hand, it is refunded to the cent, and not a cent more', async () => {
  const paid = await paidInvoice()
  const treatment = 'reduce_sale'
  await made(refund(paid, { amount: 3_333, treatment }))
  await made(give(paid, { amount: 3_333, treatment, given_by: 'cash' }))
  expect(await (await fetch(`${paid.url}?lang=en`)).text()).toContain('gave it back directly')
  await made(refund(paid, { treatment }))
  expect(await paymentOf(paid)).toMatchObject({ refunded_amount: 10_000, refunding_amount: 0 })
  expect(await invoiceOf(paid)).toMatchObject({ status: 'refunded', open: 0, refunded: 10_000 })
  expect(await pageStateOf(paid.url)).toBe('refunded')
  for (const more of [refund(paid, { amount: 1, treatment }), give(paid, { amount: 1, treatment })])
    expect((await more).body).toMatchObject({ code: 'refund_too_large', refundable_amount: 0 })
  await agreed()
})

it('M3.6 a refund by the processor and one by hand at once never exceed the payment', async () => {
  const paid = await paidInvoice()
  const body = { amount: 6_000, treatment: 'reduce_sale' }
  const raced = await atOnce(6, (index) => (index % 2 === 0 ? refund(paid, body) : give(paid, body)))
  expect(raced.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422, 422])
  expect(await paymentOf(paid)).toMatchObject({ refunded_amount: 6_000 })
  await agreed()
})

it('what was given by hand is refused for a day that cannot be, a disputed payment, and who may not', async () => {
  const paid = await paidInvoice()
  for (const given_on of ['2000-01-01', '2999-01-01']) {
    const refused = await give(paid, { given_on })
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([
      400,
      'invalid_request',
      'given_on',
    ])
  }
  expect((await give(await paidInvoice(DISPUTED))).body.code).toBe('payment_disputed')
  await newMember(world, company, 'sales')
  const sales = await signedIn(world, company, 'sales')
  const body = { payment: paid.payment, given_by: 'cash', given_on: await dayOf(paid) }
  expect((await sales.call('POST', '/v1/refunds/given', body)).body.code).toBe('permission_denied')
  const other = await world.company.call('POST', '/v1/refunds/given', body, {
    'idempotency-key': crypto.randomUUID(),
  })
  expect(other.status).toBe(404)
  await agreed()
  // The whole of it agrees with the processor.
  for (const { differences } of await world.verify()) expect(differences).toEqual([])
})
