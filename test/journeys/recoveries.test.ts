import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ledgerMoves } from '../support/ledger-moves.ts'
import {
  advance,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  pageStateOf,
  pay,
  quickLink,
} from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** Money that a customer has twice, by a refund and from their bank, is claimed by an invoice of its own (M4). */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany({}, ['us_bank_account_ach_payments'])
})
afterAll(() => world.stop())

const DAY = 24 * 3600
const PENDING = '4000000000007726'
const COMES_BACK = '4000000000005126'
const moved = (act: () => Promise<unknown>) => ledgerMoves(world, () => company)(act)
const post = (path: string, body: unknown = {}) =>
  company.call('POST', path, body, { 'idempotency-key': crypto.randomUUID() })
const read = (path: string) => made(company.call('GET', path))
const listed = async <Row>(path: string) => (await read(path)).data as Row[]

interface Invoice {
  id: string
  number: string
  status: string
  total: number
  open: number
  document_type: string
  recovers: string | null
}
interface Paid {
  payment: string
  intent: string
  url: string
  request: string
  invoice: string
  customer: string
}

async function agreed(): Promise<void> {
  await world.settle()
  await world.prove(company)
  for (const { differences } of await world.verify()) expect(differences).toEqual([])
}

/** An invoice of 100.00 that was paid by link, by card or from a bank account that has cleared. */
async function paidInvoice(paying: { card?: string; bank?: object } = {}, customer = {}): Promise<Paid> {
  const { id } = await newCustomer(company, customer)
  const invoice = await newInvoice(company, '100', { customer: id })
  const { url, request } = await linkTo(company, invoice.id)
  const { payment } = await made(pay(world, company, url, { amount: 10_000, ...paying }))
  if (paying.bank) await advance(world, 5 * DAY)
  await world.settle()
  const { processor_reference: intent } = await read(`/v1/payments/${payment}`)
  return {
    payment: String(payment),
    intent: String(intent),
    url,
    request,
    invoice: String(invoice.id),
    customer: String(id),
  }
}

const refund = async ({ payment }: Paid, amount: number): Promise<string> => {
  const { processor_reference: reference } = await made(post('/v1/refunds', { payment, amount }))
  return String(reference)
}
const ofRefund = (reference: string, act: string) =>
  world.play('POST', `/sandbox/refunds/${reference}`, { act })
const dispute = ({ intent }: Paid, act: string) =>
  world.play('POST', `/sandbox/payment_intents/${intent}/dispute`, {
    act,
    ...(act === 'open' && { amount: 10_000 }),
  })
const takenBack = ({ intent }: Paid) =>
  world.play('POST', `/sandbox/payment_intents/${intent}/debit`, { outcome: 'return' })
const recoveriesOf = async ({ customer }: Paid) =>
  (await listed<Invoice>(`/v1/invoices?customer=${customer}`)).filter(({ recovers }) => recovers !== null)
const invoiceOf = ({ invoice }: Paid) => read(`/v1/invoices/${invoice}`)
const raised = async (invoice: Invoice | undefined) =>
  (await listed<{ kind: string; invoice: string | null }>('/v1/priorities?status=open')).filter(
    (priority) => priority.invoice === invoice?.id,
  )

it('M4 a debit that its bank takes back raises one recovery invoice for what had been refunded, which is paid by link', async () => {
  const paid = await paidInvoice({ bank: {} }, { language: 'fr', email: 'luc@payer.test' })
  await refund(paid, 4_000)
  await advance(world, 6 * DAY)
  await world.settle()
  expect(await read(`/v1/payments/${paid.payment}`)).toMatchObject({ refunded_amount: 4_000 })
  // Told twice, and asked for beside: it is one return.
  await world.play('POST', '/sandbox/faults', { on: 'webhook', do: 'duplicate', times: 20 })
  expect(await moved(() => takenBack(paid))).toEqual({ 1050: -11_500, 1100: 10_000, 5110: 1_500 })
  await world.play('DELETE', '/sandbox/faults')
  expect(await invoiceOf(paid)).toMatchObject({ open: 10_000 })
  const [recovery, ...more] = await recoveriesOf(paid)
  expect(more).toEqual([])
  expect(recovery).toMatchObject({
    document_type: 'recovery_invoice',
    recovers: paid.payment,
    series: 'own',
    total: 4_000,
    open: 4_000,
    tax: 0,
    taxes: [],
  })
  const whole = await read(`/v1/invoices/${recovery?.id}`)
  expect(whole.lines).toMatchObject([
    { description: expect.stringMatching(`^Paiement ${paid.payment} du .* repris par votre banque le`) },
  ])
  // Staff are told, the customer is not.
  expect(await raised(recovery)).toMatchObject([
    { kind: 'recovery_raised', amount: 4_000, reference: recovery?.number, payment: paid.payment },
  ])
  expect(
    (await mailTo(world, 'luc@payer.test')).filter(({ text }) => text.includes(`${recovery?.number}`)),
  ).toEqual([])
  // Their statement names each movement by what it is, and adds up.
  const told = await made(post('/v1/statements', { customer: paid.customer, kind: 'transactions' }))
  expect(
    (told.rows as { type: string; amount: number; balance: number }[]).map(({ type, amount, balance }) => [
      type,
      amount,
      balance,
    ]),
  ).toEqual([
    ['invoice', 10_000, 10_000],
    ['payment', -10_000, 0],
    ['refund', 4_000, 4_000],
    ['payment_returned', 6_000, 10_000],
    ['recovery_invoice', 4_000, 14_000],
  ])
  expect(told).toMatchObject({ balance: 14_000, pending_balance: 14_000 })
  const story = await listed<{ kind: string; amount: number | null }>(
    `/v1/payment_requests/${paid.request}/timeline?limit=100`,
  )
  expect(story).toContainEqual(expect.objectContaining({ kind: 'invoice.recovery_raised', amount: 4_000 }))
  await agreed()

  const { url } = await linkTo(company, recovery?.id)
  expect(await (await fetch(`${url}?lang=fr`)).text()).toContain('Facture de recouvrement')
  expect((await company.call('GET', `/v1/invoices/${recovery?.id}/pdf`)).status).toBe(200)
  expect(
    await moved(async () => {
      expect((await pay(world, company, url, { amount: 4_000 })).body.state).toBe('succeeded')
    }),
  ).toMatchObject({ 1100: -4_000 })
  expect(await pageStateOf(url)).toBe('paid')
  expect(await recoveriesOf(paid)).toMatchObject([{ status: 'paid', open: 0 }])
  expect(await raised(recovery)).toEqual([])
  await agreed()
})

it('M4 a recovery invoice is no sale: it is not edited, credited or refunded as one; voided, it is a loss', async () => {
  const paid = await paidInvoice()
  await refund(paid, 4_000)
  await dispute(paid, 'open')
  await world.settle()
  expect(await moved(() => dispute(paid, 'lose'))).toEqual({ 1080: -10_000, 1100: 10_000 })
  const [recovery] = await recoveriesOf(paid)
  const lines = [{ description: 'Less', quantity: '1', unit_price: '10' }]
  expect(await company.call('PATCH', `/v1/invoices/${recovery?.id}`, { revision: 1, lines })).toMatchObject({
    status: 409,
    body: { code: 'invoice_not_editable' },
  })
  expect(await post('/v1/credit_notes', { invoice: recovery?.id, lines })).toMatchObject({
    status: 422,
    body: { code: 'credit_note_invalid' },
  })
  const stranger = await world.newCompany()
  expect((await stranger.call('GET', `/v1/invoices/${recovery?.id}`)).status).toBe(404)
  expect(await moved(() => made(post(`/v1/invoices/${recovery?.id}/void`)))).toEqual({
    1100: -4_000,
    5120: 4_000,
  })
  expect(await raised(recovery)).toEqual([])
  await agreed()
  // Won after all: what was lost is none, and nobody owes or has anything.
  expect(await moved(() => dispute(paid, 'win'))).toEqual({ 1050: 10_000, 1100: -6_000, 5120: -4_000 })
  await agreed()
  // Where it was paid, it was a debt like any; of what came for it no sale is taken back.
  const other = await paidInvoice()
  await refund(other, 4_000)
  await dispute(other, 'open')
  await dispute(other, 'lose')
  await world.settle()
  const [owed] = await recoveriesOf(other)
  const { url } = await linkTo(company, owed?.id)
  const { payment } = await made(pay(world, company, url, { amount: 4_000 }))
  expect(await post('/v1/refunds', { payment, treatment: 'reduce_sale' })).toMatchObject({
    status: 422,
    body: { code: 'treatment_does_not_fit' },
  })
  await agreed()
})

it('M4 won after all, a recovery invoice that nobody paid is void; one that was paid leaves its customer a credit', async () => {
  const paid = await paidInvoice()
  await refund(paid, 4_000)
  await dispute(paid, 'open')
  await dispute(paid, 'lose')
  await world.settle()
  expect(await moved(() => dispute(paid, 'win'))).toEqual({ 1050: 10_000, 1100: -10_000 })
  expect(await recoveriesOf(paid)).toMatchObject([{ status: 'void' }])
  expect(await invoiceOf(paid)).toMatchObject({ open: 4_000 })
  await agreed()
  const other = await paidInvoice()
  await refund(other, 4_000)
  await dispute(other, 'open')
  await dispute(other, 'lose')
  await world.settle()
  const [owed] = await recoveriesOf(other)
  const { url } = await linkTo(company, owed?.id)
  await made(pay(world, company, url, { amount: 4_000 }))
  await world.settle()
  expect(await moved(() => dispute(other, 'win'))).toEqual({ 1050: 10_000, 1100: -6_000, 2100: -4_000 })
  await agreed()
})

it('M4 a refund on its way when its payment is taken back is claimed once it arrives, and never where it does not', async () => {
  const paid = await paidInvoice({ card: PENDING })
  const arrives = await refund(paid, 2_000)
  const fails = await refund(paid, 1_000)
  await dispute(paid, 'open')
  await world.settle()
  expect(await moved(() => dispute(paid, 'lose'))).toEqual({ 1080: -10_000, 1100: 7_000, 5120: 3_000 })
  expect(await recoveriesOf(paid)).toEqual([])
  expect(await moved(() => ofRefund(arrives, 'succeed'))).toEqual({
    1050: -2_000,
    1100: 2_000,
    2300: 2_000,
    5120: -2_000,
  })
  expect(await recoveriesOf(paid)).toMatchObject([{ total: 2_000 }])
  expect(await moved(() => ofRefund(fails, 'fail'))).toEqual({ 2300: 1_000, 5120: -1_000 })
  expect(await recoveriesOf(paid)).toMatchObject([{ total: 2_000, status: 'open' }])
  expect(await invoiceOf(paid)).toMatchObject({ open: 10_000 })
  await agreed()
})

it('M4 a refund that comes back after it was claimed takes its recovery invoice with it, and leaves what others stand for', async () => {
  const paid = await paidInvoice({ card: COMES_BACK })
  await refund(paid, 4_000)
  await dispute(paid, 'open')
  await dispute(paid, 'lose')
  await world.settle()
  expect(await recoveriesOf(paid)).toMatchObject([{ total: 4_000 }])
  expect(await moved(() => advance(world, 120))).toEqual({ 1050: 4_000, 1100: -4_000 })
  expect(await recoveriesOf(paid)).toMatchObject([{ status: 'void' }])
  expect(await invoiceOf(paid)).toMatchObject({ open: 10_000, settled: 0 })
  await agreed()
  const two = await paidInvoice()
  const first = await refund(two, 3_000)
  await refund(two, 1_000)
  await dispute(two, 'open')
  await dispute(two, 'lose')
  await world.settle()
  await ofRefund(first, 'fail')
  await world.settle()
  expect(await recoveriesOf(two)).toMatchObject([
    { total: 1_000, open: 1_000 },
    { total: 4_000, status: 'void' },
  ])
  await agreed()
})

it('M4 where it is not known who has the money, it stays a loss', async () => {
  const { url } = await quickLink(company, 5_000)
  const { payment } = await made(pay(world, company, url, { amount: 5_000, bank: {} }))
  await advance(world, 5 * DAY)
  const paid = { payment: String(payment) } as Paid
  await refund(paid, 2_000)
  await advance(world, 6 * DAY)
  await world.settle()
  const { processor_reference: intent } = await read(`/v1/payments/${payment}`)
  const before = (await listed('/v1/invoices?limit=100')).length
  expect(await moved(() => takenBack({ ...paid, intent: String(intent) }))).toMatchObject({
    2110: 3_000,
    5120: 2_000,
  })
  expect((await listed('/v1/invoices?limit=100')).length).toBe(before)
  await agreed()
})
