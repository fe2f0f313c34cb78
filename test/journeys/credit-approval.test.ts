import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Person, signedIn } from '../support/staff.ts'
import { atOnce, linkTo, made, newCustomer, newInvoice, pay, rowCounts } from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Model M2: a credit note that needs approval is issued by somebody else than who wrote it, or never counts. */
let world: World
let company: Tenant
let writer: Person
let approver: Person
let boss: Person
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany()
  writer = await signedIn(world, company, 'cashier')
  approver = await signedIn(world, company, 'credit_manager')
  boss = await signedIn(world, company, 'admin')
  await settings({ 'credit_notes.approval': true, 'credit_notes.approval_above': 1_000 })
})
afterAll(() => world.stop())

type Caller = Pick<Tenant, 'call'>
interface Note {
  id: string
  number: string | null
  status: string
  total: number
  credit: string | null
  approval: Record<string, unknown> | null
}
const settings = (values: Record<string, unknown>) => made(company.call('PATCH', '/v1/settings', values))
const line = (price: string) => ({
  description: 'Roses that wilted',
  quantity: '1',
  unit_price: price,
  taxes: [{ rate: '5' }],
})
const write = async (body: Record<string, unknown>, by: Caller = writer) =>
  (await made(by.call('POST', '/v1/credit_notes', body))) as unknown as Note
const step = (note: { id: string }, name: string, by: Caller, body: Record<string, unknown> = {}) =>
  by.call(
    'POST',
    `/v1/credit_notes/${note.id}/${name}`,
    name === 'reopen' || name === 'submit' || name === 'void' ? undefined : body,
  )
const read = async (note: { id: string }) =>
  (await made(company.call('GET', `/v1/credit_notes/${note.id}`))) as unknown as Note
const invoiceNow = async (id: unknown) => (await company.call('GET', `/v1/invoices/${id}`)).body
const priorities = async (by: Caller, wanted: string) => {
  await world.settle()
  const { data } = await made(by.call('GET', '/v1/priorities'))
  return (data as Record<string, unknown>[]).filter(({ kind }) => kind === wanted)
}
const waiting = (by: Caller) => priorities(by, 'credit_note_pending')
const sentBack = (by: Caller) => priorities(by, 'credit_note_rejected')
const COUNTED = [
  'receivables.credit_notes',
  'receivables.credits',
  'receivables.applications',
  'ledger.entries',
]

it('a credit note above the amount waits: no number, nothing posted, nothing settled, until somebody else approves it', async () => {
  const invoice = await newInvoice(company, '100.00')
  const small = await write({ invoice: invoice.id, lines: [line('9.00')] })
  expect(small).toMatchObject({ status: 'issued', number: 'CN-1', approval: null })
  await world.settle()
  const before = await rowCounts(world)
  const body = { invoice: invoice.id, lines: [line('40.00')], reason: 'Wilted on arrival' }
  const key = { 'idempotency-key': 'one-proposal' }
  const twins = await atOnce(3, () => made(writer.call('POST', '/v1/credit_notes', body, key)))
  expect(new Set(twins.map(({ id }) => id)).size).toBe(1)
  const note = twins[0] as unknown as Note
  expect(note).toMatchObject({
    status: 'pending_approval',
    number: null,
    credit: null,
    issued_on: null,
    total: 4_200,
    remaining: 0,
    reason: 'Wilted on arrival',
    lines: [{ amount: 4_000, tax_rate: '5' }],
    approval: {
      revision: 1,
      applies: 4_200,
      written_by: { type: 'staff', name: 'The cashier' },
      decided_by: null,
    },
  })
  const after = await rowCounts(world)
  for (const table of COUNTED) expect(after[table], table).toBe(before[table])
  expect(await invoiceNow(invoice.id)).toMatchObject({ open: 9_055, settled: 945 })
  expect((await company.call('GET', `/v1/credit_notes/${note.id}/pdf`)).status).toBe(404)
  expect((await made(writer.call('GET', `/v1/credit_notes?invoice=${invoice.id}`))).data).toMatchObject([
    { id: note.id, status: 'pending_approval' },
    { id: small.id, status: 'issued' },
  ])
  const pending = await made(writer.call('GET', '/v1/credit_notes?status=pending_approval'))
  expect(pending.data).toMatchObject([{ id: note.id }])
  const split = (issued: boolean) =>
    made(writer.call('GET', `/v1/credit_notes?invoice=${invoice.id}&issued=${issued}`))
  expect([(await split(true)).data, (await split(false)).data]).toMatchObject([
    [{ id: small.id }],
    [{ id: note.id }],
  ])
  // Whoever may approve it sees it, and neither its writer nor who may not.
  expect(await waiting(approver)).toMatchObject([
    { credit_note: note.id, invoice: invoice.id, amount: 4_200, currency: 'usd', reference: invoice.number },
  ])
  expect(await waiting(writer)).toEqual([])
  await world.prove(company)

  // Raced by two who may, it is issued once, with the next number.
  const answers = await Promise.all([
    step(note, 'approve', approver, { revision: 1 }),
    step(note, 'approve', boss, { revision: 1 }),
  ])
  expect(answers.map(({ status, body: { code } }) => [status, code]).sort()).toEqual([
    [200, undefined],
    [409, 'transition_refused'],
  ])
  expect(await read(note)).toMatchObject({
    id: note.id,
    status: 'issued',
    number: 'CN-2',
    total: 4_200,
    remaining: 0,
  })
  expect((await read(note)).approval).toMatchObject({ decided_by: { type: 'staff' }, rejected_for: null })
  expect(await invoiceNow(invoice.id)).toMatchObject({ open: 4_855, settled: 5_145 })
  expect(await waiting(approver)).toEqual([])
  const events = (await company.call('GET', '/v1/events?limit=100')).body.data as {
    type: string
    subject: string
  }[]
  expect(
    events
      .filter(({ subject }) => subject === note.id)
      .map(({ type }) => type)
      .sort(),
  ).toEqual(['credit_note.approved', 'credit_note.issued', 'credit_note.submitted'])
  await world.prove(company)
})

it('four eyes: neither who wrote it nor an API key decides, nor whose role may not, nor another company', async () => {
  const customer = (await newCustomer(company)).id
  const body = { customer, currency: 'usd', lines: [line('40.00')] }
  const own = await write(body, boss)
  expect(own.status).toBe('pending_approval')
  const byKey = await write(body, company)
  expect(byKey).toMatchObject({ status: 'pending_approval', approval: { written_by: { type: 'api_key' } } })
  const stranger = await world.newCompany()
  const foreign = await signedIn(world, stranger, 'admin')
  const reason = { reason: 'No' }
  for (const [note, by, status, code] of [
    [own, boss, 403, 'approval_by_another'],
    [own, company, 403, 'approval_by_another'],
    [byKey, company, 403, 'approval_by_another'],
    [own, writer, 403, 'permission_denied'],
    [own, foreign, 404, 'not_found'],
  ] as const) {
    expect((await step(note, 'approve', by)).body).toMatchObject({ status, code })
    expect((await step(note, 'reject', by, reason)).body).toMatchObject({ status, code })
  }
  // Nor does anybody but its writer change what they wrote.
  for (const name of ['reopen', 'submit', 'void'])
    expect((await step(own, name, writer)).body).toMatchObject({ code: 'credit_note_not_yours' })
  expect((await foreign.call('GET', `/v1/credit_notes/${own.id}`)).status).toBe(404)
  expect((await read(own)).status).toBe('pending_approval')
  const key = { 'idempotency-key': 'approved-once' }
  const approved = await atOnce(3, () =>
    made(boss.call('POST', `/v1/credit_notes/${byKey.id}/approve`, { revision: 1 }, key)),
  )
  expect(approved).toMatchObject([1, 2, 3].map(() => ({ status: 'issued', number: approved[0]?.number })))
  expect(await made(step(own, 'void', boss))).toMatchObject({ status: 'void', number: null, credit: null })
  expect((await step(own, 'approve', approver)).body).toMatchObject({ code: 'transition_refused' })
  await world.prove(company)
})

it('rejected with a reason, its writer reopens it, changes it and submits it; what was seen before is not approved', async () => {
  const invoice = await newInvoice(company, '100.00')
  const note = await write({ invoice: invoice.id, lines: [line('40.00')] })
  expect((await step(note, 'reject', approver, {})).status).toBe(400)
  const rejected = await made(
    step(note, 'reject', approver, { reason: 'Half of them were fine', revision: 1 }),
  )
  expect(rejected).toMatchObject({
    status: 'rejected',
    approval: { rejected_for: 'Half of them were fine', decided_by: { name: 'The credit_manager' } },
  })
  expect(await waiting(approver)).toEqual([])
  // Its writer is told, and nobody else.
  expect(await sentBack(writer)).toMatchObject([
    {
      credit_note: note.id,
      invoice: invoice.id,
      amount: 4_200,
      reason: 'Half of them were fine',
      detail: {},
    },
  ])
  expect([await sentBack(approver), await sentBack(boss)]).toEqual([[], []])
  const edit = (lines: unknown) => writer.call('PATCH', `/v1/credit_notes/${note.id}`, { lines })
  expect((await edit([line('20.00')])).body).toMatchObject({ code: 'transition_refused' })
  expect(await made(step(note, 'reopen', writer))).toMatchObject({
    status: 'draft',
    approval: { rejected_for: null },
  })
  expect(await sentBack(writer)).toEqual([])
  expect((await edit([line('-5.00')])).body).toMatchObject({ code: 'credit_note_invalid' })
  expect(await made(edit([line('20.00')]))).toMatchObject({
    status: 'draft',
    total: 2_100,
    approval: { revision: 2 },
  })
  expect((await step(note, 'approve', approver)).body).toMatchObject({ code: 'transition_refused' })
  const submitted = await atOnce(3, () => step(note, 'submit', writer))
  expect(submitted.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(await waiting(approver)).toMatchObject([{ credit_note: note.id, amount: 2_100 }])
  expect((await step(note, 'approve', approver, { revision: 1 })).body).toMatchObject({
    code: 'credit_note_outdated',
    revision: 2,
  })
  expect(await made(step(note, 'approve', approver, { revision: 2 }))).toMatchObject({
    status: 'issued',
    total: 2_100,
  })
  // What a key wrote has no person to tell, so it is told to all.
  const byKey = await write({ invoice: invoice.id, lines: [line('15.00')] }, company)
  await made(step(byKey, 'reject', approver, { reason: 'Which ones?' }))
  expect(await sentBack(writer)).toMatchObject([{ credit_note: byKey.id }])
  await made(step(byKey, 'void', company))
  expect(await sentBack(writer)).toEqual([])
  // Changed to what needs no approval, one is issued when it is submitted.
  const large = await write({ invoice: invoice.id, lines: [line('40.00')] })
  await made(step(large, 'reopen', writer))
  await made(writer.call('PATCH', `/v1/credit_notes/${large.id}`, { lines: [line('5.00')], apply: false }))
  expect(await made(step(large, 'submit', writer))).toMatchObject({ status: 'issued', remaining: 525 })
  await world.prove(company)
})

it('an invoice that was paid, edited or voided meanwhile is not credited as before, and says what to do', async () => {
  const outdated = { status: 409, body: { code: 'credit_note_outdated' } }
  const paid = await newInvoice(company, '100.00')
  const ofPaid = await write({ invoice: paid.id, lines: [line('40.00')] })
  const { url } = await linkTo(company, paid.id)
  expect(await pay(world, company, url, { amount: 10_000 })).toMatchObject({ body: { state: 'succeeded' } })
  await world.settle()
  expect(await step(ofPaid, 'approve', approver)).toMatchObject(outdated)
  // Sent back and submitted again, it says that it settles nothing any more, and is the customer's credit.
  await made(step(ofPaid, 'reject', approver, { reason: 'Paid by now' }))
  await made(step(ofPaid, 'reopen', writer))
  expect(await made(step(ofPaid, 'submit', writer))).toMatchObject({ approval: { applies: 0 } })
  expect(await made(step(ofPaid, 'approve', approver))).toMatchObject({ status: 'issued', remaining: 4_200 })

  const edited = await newInvoice(company, '100.00')
  const ofEdited = await write({ invoice: edited.id, lines: [line('40.00')] })
  await made(company.call('PATCH', `/v1/invoices/${edited.id}`, { revision: 1, note: 'Another note' }))
  expect(await step(ofEdited, 'approve', approver)).toMatchObject(outdated)

  const voided = await newInvoice(company, '100.00')
  const ofVoided = await write({ invoice: voided.id, lines: [line('40.00')], apply: false })
  // What only waits stands in nobody's way.
  const [answer] = await Promise.all([
    company.call('POST', `/v1/invoices/${voided.id}/void`),
    ...[1, 2].map(() => read(ofVoided)),
  ])
  expect(answer).toMatchObject({ status: 200 })
  expect(await step(ofVoided, 'approve', approver)).toMatchObject(outdated)
  await made(step(ofVoided, 'reopen', writer))
  expect((await step(ofVoided, 'submit', writer)).body).toMatchObject({ code: 'credit_note_invalid' })
  await made(step(ofVoided, 'void', writer))

  const racing = await newInvoice(company, '100.00')
  const ofRacing = await write({ invoice: racing.id, lines: [line('40.00')], apply: false })
  const raced = await Promise.all([
    company.call('POST', `/v1/invoices/${racing.id}/void`),
    step(ofRacing, 'approve', approver),
  ])
  expect(raced.filter(({ status }) => status === 200)).toHaveLength(1)
  await world.prove(company)
})

it('refunds that take a sale back and imports of credits wait for nobody; another currency than the company’s always does', async () => {
  const invoice = await newInvoice(company, '100.00')
  const { url } = await linkTo(company, invoice.id)
  const { payment } = await made(pay(world, company, url, { amount: 10_000 }))
  const refund = { payment, amount: 5_000, treatment: 'reduce_sale' }
  await made(company.call('POST', '/v1/refunds', refund, { 'idempotency-key': 'sale-back' }))
  const [taken] = (await made(company.call('GET', `/v1/credit_notes?invoice=${invoice.id}`))).data as Note[]
  expect(taken).toMatchObject({ status: 'issued', total: 5_000, approval: null })
  const csv = Buffer.from(
    'number,issued_on,currency,customer_name,unit_price\nO-1,2026-01-02,usd,Nord,90.00\n',
  )
  const imported = '/v1/credit_notes/import?source=erp&opening_balances=true'
  await made(company.call('POST', imported, csv, { 'content-type': 'text/csv' }))
  const [brought] = (await made(company.call('GET', '/v1/credit_notes?limit=1'))).data as Note[]
  expect(brought).toMatchObject({ number: 'O-1', status: 'issued', total: 9_000, approval: null })
  const customer = (await newCustomer(company)).id
  expect(await write({ customer, currency: 'eur', lines: [line('1.00')] })).toMatchObject({
    status: 'pending_approval',
  })
  await settings({ 'credit_notes.approval': false })
  expect(await write({ customer, currency: 'eur', lines: [line('90.00')] })).toMatchObject({
    status: 'issued',
  })
  await settings({ 'credit_notes.approval': true })
  await world.prove(company)
})
