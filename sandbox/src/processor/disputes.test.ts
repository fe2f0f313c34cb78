import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openSandbox, refusalOf } from '../../test/support.ts'

let world: Opened
beforeAll(async () => {
  world = await openSandbox()
})
afterAll(() => world.sandbox.stop())

const disputeOf = async (intent: string) => {
  const [dispute] = (await world.stripe.disputes.list({ payment_intent: intent })).data
  if (dispute === undefined) throw new Error('There is no dispute.')
  return dispute
}
const play = (intent: string, act: string, more = {}) =>
  world.post(`/sandbox/payment_intents/${intent}/dispute`, { act, ...more })
const eventsOf = async (id: string) =>
  (await world.stripe.events.list({ limit: 100 })).data
    .filter(({ data }) => (data.object as { id?: string }).id === id)
    .map(({ type }) => type.replace('charge.dispute.', ''))
    .reverse()

test('evidence is kept until it is submitted, once; files are PDFs or pictures', async () => {
  const { id: intent } = await world.pay('4000000000000259')
  const { id } = await disputeOf(intent)
  const file = await world.stripe.files.create({
    purpose: 'dispute_evidence',
    file: { data: Buffer.from('%PDF-1.7 …'), name: 'receipt.pdf', type: 'application/pdf' },
  })
  expect(file).toMatchObject({
    object: 'file',
    filename: 'receipt.pdf',
    type: 'pdf',
    purpose: 'dispute_evidence',
  })
  const refusal = await refusalOf(
    world.stripe.files.create({
      purpose: 'dispute_evidence',
      file: { data: Buffer.from('x'), name: 'a.txt', type: 'text/plain' },
    }),
  )
  expect(refusal.param).toBe('file')
  const kept = await world.stripe.disputes.update(id, {
    evidence: { receipt: file.id, customer_name: 'Ada' },
    submit: false,
  })
  expect(kept).toMatchObject({
    status: 'needs_response',
    evidence_details: { has_evidence: true, submission_count: 0 },
  })
  const given = await world.stripe.disputes.update(id, { evidence: { service_date: '2026-11-20' } })
  expect(given).toMatchObject({
    status: 'under_review',
    evidence: { receipt: file.id, customer_name: 'Ada', service_date: '2026-11-20' },
    evidence_details: { submission_count: 1 },
  })
  expect((await refusalOf(world.stripe.disputes.update(id, { evidence: { customer_name: 'B' } }))).code).toBe(
    'dispute_closed',
  )
  expect((await refusalOf(world.stripe.disputes.close(id))).code).toBe('dispute_closed')
})

test('winning evidence brings the money back, losing evidence and closing do not; refunds are refused meanwhile', async () => {
  const { id: intent } = await world.pay('4000000000000259')
  const { id } = await disputeOf(intent)
  expect((await refusalOf(world.stripe.refunds.create({ payment_intent: intent }))).code).toBe(
    'charge_disputed',
  )
  await world.stripe.disputes.update(id, { evidence: { uncategorized_text: 'winning_evidence' } })
  const won = await disputeOf(intent)
  expect(won.status).toBe('won')
  expect(won.balance_transactions.map(({ amount, fee }) => [amount, fee])).toEqual([
    [-10_000, 1_500],
    [10_000, 0],
  ])
  expect(await eventsOf(id)).toEqual(['created', 'funds_withdrawn', 'updated', 'closed', 'funds_reinstated'])
  expect((await world.stripe.refunds.create({ payment_intent: intent, amount: 100 })).status).toBe(
    'succeeded',
  )

  const other = await world.pay('4000000000000259')
  expect((await world.stripe.disputes.close((await disputeOf(other.id)).id)).status).toBe('lost')
  expect((await refusalOf(world.stripe.refunds.create({ payment_intent: other.id }))).code).toBe(
    'charge_disputed',
  )
  const third = await world.pay('4000000000002685')
  const asked = await disputeOf(third.id)
  expect(asked.reason).toBe('product_not_received')
  await world.stripe.disputes.update(asked.id, { evidence: { uncategorized_text: 'losing_evidence' } })
  expect((await disputeOf(third.id)).status).toBe('lost')
})

test('an inquiry takes nothing: it is answered, escalated or closed by a full refund', async () => {
  const { id: intent } = await world.pay('4000000000001976')
  const { id } = await disputeOf(intent)
  expect(await disputeOf(intent)).toMatchObject({
    status: 'warning_needs_response',
    balance_transactions: [],
  })
  await world.stripe.refunds.create({ payment_intent: intent })
  expect((await disputeOf(intent)).status).toBe('warning_closed')
  expect(await eventsOf(id)).toEqual(['created', 'closed'])

  const other = await world.pay('4000000000001976')
  const answered = await world.stripe.disputes.update((await disputeOf(other.id)).id, {
    evidence: { uncategorized_text: 'We delivered.' },
  })
  expect(answered.status).toBe('warning_under_review')
  await play(other.id, 'escalate')
  expect(await disputeOf(other.id)).toMatchObject({
    status: 'needs_response',
    balance_transactions: [{ amount: -10_000, fee: 1_500 }],
  })
})

test('a part is disputed; nobody answers; it is lost on its day, and the rest can still be refunded', async () => {
  const { id: intent } = await world.pay('4242424242424242')
  await play(intent, 'open', { amount: 3_000 })
  const { id } = await disputeOf(intent)
  await world.post('/sandbox/clock/advance', { seconds: 9 * 24 * 3600 + 1 })
  expect(await disputeOf(intent)).toMatchObject({
    status: 'lost',
    amount: 3_000,
    evidence_details: { past_due: true },
  })
  expect(await eventsOf(id)).toEqual(['created', 'funds_withdrawn', 'closed'])
  const refusal = await refusalOf(world.stripe.refunds.create({ payment_intent: intent, amount: 7_001 }))
  expect(refusal.param).toBe('amount')
  expect((await world.stripe.refunds.create({ payment_intent: intent, amount: 7_000 })).status).toBe(
    'succeeded',
  )
})
