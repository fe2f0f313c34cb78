import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ledgerMoves } from '../support/ledger-moves.ts'
import { signedIn } from '../support/staff.ts'
import {
  advance,
  atOnce,
  linkTo,
  made,
  newCustomer,
  newInvoice,
  pageStateOf,
  pay,
  quickLink,
} from '../support/story.ts'
import { startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** A claim that a person gives up, and takes up again (M2 M4). */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = await world.newCompany({}, ['us_bank_account_ach_payments'])
})
afterAll(() => world.stop())

const DAY = 24 * 3600
const moved = (act: () => Promise<unknown>) => ledgerMoves(world, () => company)(act)
const post = (path: string, body: unknown = {}, key: string = crypto.randomUUID()) =>
  company.call('POST', path, body, { 'idempotency-key': key })
const read = (path: string) => made(company.call('GET', path))
const writeOff = (invoice: unknown, body: unknown = { reason: 'uncollectible' }, key?: string) =>
  post(`/v1/invoices/${invoice}/write_off`, body, key)
const recover = (invoice: unknown, body: unknown = { reason: 'mistake' }) =>
  post(`/v1/invoices/${invoice}/recover`, body)
const invoiceOf = (id: unknown) => read(`/v1/invoices/${id}`)
const wordsOf = async (url: string, lang = 'en') =>
  (await (await fetch(`${url}?lang=${lang}`)).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const openInAging = async () =>
  ((await read('/v1/reports/aging')).data as { currency: string; total: number }[]).find(
    ({ currency }) => currency === 'usd',
  )?.total ?? 0
const lost = async () =>
  ((await read('/v1/reports/write_offs?days=3')).data as Record<string, number>[]).map(
    ({ written_off, recovered, invoices }) => ({ written_off, recovered, invoices }),
  )[0] ?? { written_off: 0, recovered: 0, invoices: 0 }

async function agreed(): Promise<void> {
  await world.settle()
  await world.prove(company)
}

it('M2 M4 what is open is written off with a reason, asked for no more, and owed again when that is taken back', async () => {
  const invoice = await newInvoice(company, '100')
  const { url, request } = await linkTo(company, invoice.id)
  const aged = await openInAging()
  const key = crypto.randomUUID()
  expect(
    await moved(async () => {
      const twins = await atOnce(3, () =>
        writeOff(invoice.id, { reason: 'insolvent', note: 'Bankrupt since May' }, key),
      )
      expect(twins.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(twins[0]?.body).toMatchObject({
        status: 'written_off',
        open: 0,
        written_off: 10_000,
        write_off_reason: 'insolvent',
        write_off_note: 'Bankrupt since May',
        written_off_at: expect.any(String),
      })
    }),
  ).toEqual({ 1100: -10_000, 5120: 10_000 })
  expect(await openInAging()).toBe(aged - 10_000)
  expect(await lost()).toEqual({ written_off: 10_000, recovered: 0, invoices: 1 })
  expect(await pageStateOf(url)).toBe('voided')
  expect(await wordsOf(url)).toContain('asks for nothing more here. There is nothing to pay with this link')
  expect(await wordsOf(url, 'fr')).toContain('ne demande plus rien ici. Il n’y a rien à payer par ce lien')
  expect((await pay(world, company, url, { amount: 10_000 })).status).toBe(409)
  expect((await post(`/v1/payment_requests/${request}/remind`)).body.code).toBe('request_written_off')
  // Its request is not called paid, by nobody: in the list neither.
  expect(await read(`/v1/payment_requests/${request}`)).toMatchObject({ status: 'written_off', open: 0 })
  expect((await read('/v1/payment_requests?status=written_off')).data).toMatchObject([{ id: request }])
  expect((await read('/v1/payment_requests?status=paid_elsewhere')).data).toEqual([])
  expect((await post('/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] })).status).toBe(409)
  expect((await company.call('GET', `/v1/invoices/${invoice.id}/pdf`)).status).toBe(200)
  expect((await read('/v1/invoices?status=written_off')).data).toMatchObject([{ id: invoice.id }])
  const csv = await company.call('GET', '/v1/invoices?status=written_off', undefined, { accept: 'text/csv' })
  expect(csv.text).toMatch(/,written_off,issued_on[\s\S]*,written_off,.*,0\.00,100\.00,/)
  const story = (await read(`/v1/payment_requests/${request}/timeline?limit=100`)).data
  expect(story).toContainEqual(
    expect.objectContaining({ kind: 'invoice.written_off', amount: 10_000, reason: 'insolvent' }),
  )
  for (const [refused, code] of [
    [await writeOff(invoice.id), 'write_off_refused'],
    [await post(`/v1/invoices/${invoice.id}/void`), 'invoice_not_voidable'],
  ] as const)
    expect([refused.status, refused.body.code]).toEqual([409, code])
  await agreed()

  expect(
    await moved(async () => {
      const raced = await atOnce(3, () => recover(invoice.id, { reason: 'will_pay' }))
      expect(raced.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    }),
  ).toEqual({ 1100: 10_000, 5120: -10_000 })
  expect(await invoiceOf(invoice.id)).toMatchObject({
    status: 'open',
    open: 10_000,
    written_off: 0,
    write_off_reason: null,
  })
  expect(await lost()).toEqual({ written_off: 10_000, recovered: 10_000, invoices: 1 })
  expect((await pay(world, company, url, { amount: 10_000 })).body.state).toBe('succeeded')
  await agreed()
})

it('M2 it is refused without a reason, while money is on its way, of what is paid, by who may not, and for another company', async () => {
  const invoice = await newInvoice(company, '60')
  expect((await writeOff(invoice.id, {})).status).toBe(400)
  expect(await writeOff(invoice.id, { reason: 'other' })).toMatchObject({
    status: 400,
    body: { field: 'note' },
  })
  expect((await recover(invoice.id)).body.code).toBe('recovery_refused')
  const { url } = await linkTo(company, invoice.id)
  await made(pay(world, company, url, { amount: 6_000, bank: {} }))
  expect((await writeOff(invoice.id)).body.code).toBe('payment_under_way')
  await advance(world, 5 * DAY)
  await world.settle()
  expect((await writeOff(invoice.id)).body.code).toBe('write_off_refused')
  const other = await newInvoice(company, '70')
  const stranger = await world.newCompany()
  for (const act of ['write_off', 'recover'])
    expect(
      (await stranger.call('POST', `/v1/invoices/${other.id}/${act}`, { reason: 'other', note: 'x' })).status,
    ).toBe(404)
  const roles = { cashier: 403, sales: 403, credit_manager: 200, accounts_receivable: 409 } as const
  for (const [role, status] of Object.entries(roles)) {
    const person = await signedIn(world, company, role)
    expect([
      role,
      (await person.call('POST', `/v1/invoices/${other.id}/write_off`, { reason: 'too_small' })).status,
    ]).toEqual([role, status])
  }
  await agreed()
})

it('M4 of an invoice that is paid in part only the rest is written off; money that comes for it is recovered as far as it goes', async () => {
  const customer = String((await newCustomer(company)).id)
  const invoice = await newInvoice(company, '100', { customer })
  const { url } = await linkTo(company, invoice.id)
  const credit = async (amount: number) => {
    const prepaid = await quickLink(company, amount, { customer })
    await made(pay(world, company, prepaid.url, { amount }))
    await world.settle()
    const [left] = (await read(`/v1/credits?customer=${customer}&open=true`)).data as { id: string }[]
    return left?.id
  }
  const first = await credit(3_000)
  await made(post(`/v1/credits/${first}/apply`, { invoices: [{ invoice: invoice.id }] }))
  expect(await moved(() => made(writeOff(invoice.id)))).toEqual({ 1100: -7_000, 5120: 7_000 })
  expect(await invoiceOf(invoice.id)).toMatchObject({
    status: 'written_off',
    settled: 3_000,
    written_off: 7_000,
  })
  expect(await wordsOf(url)).toContain('asks for nothing more here.')
  await agreed()
  // It pays 20.00 after all: only that is no loss any more.
  const second = await credit(2_000)
  expect(await moved(() => made(recover(invoice.id, { reason: 'paid', credit: second })))).toEqual({
    2110: 2_000,
    5120: -2_000,
  })
  expect(await invoiceOf(invoice.id)).toMatchObject({
    status: 'written_off',
    settled: 5_000,
    written_off: 5_000,
  })
  expect((await recover(invoice.id, { reason: 'paid', credit: second })).status).toBe(409)
  await agreed()
  // The credit is taken back: what it had settled is owed again, and so is the rest, to be looked at anew.
  const used = (await read(`/v1/credits?customer=${customer}`)).data as {
    id: string
    applications: { id: string; amount: number }[]
  }[]
  const application = used.find(({ id }) => id === second)?.applications[0]
  expect(await moved(() => made(post(`/v1/applications/${application?.id}/reverse`)))).toEqual({
    1100: 7_000,
    2110: -2_000,
    5120: -5_000,
  })
  expect(await invoiceOf(invoice.id)).toMatchObject({ status: 'partially_paid', open: 7_000, written_off: 0 })
  await agreed()
})

it('M2 M4 what had paid a part of it goes: the whole rest is owed again, and its write-off with it', async () => {
  const customer = String((await newCustomer(company)).id)
  const invoice = await newInvoice(company, '100', { customer })
  const { url } = await linkTo(company, invoice.id)
  const { payment } = await made(pay(world, company, url, { amount: 10_000 }))
  await world.settle()
  await made(post('/v1/refunds', { payment, amount: 4_000, treatment: 'reopen_invoice' }))
  await world.settle()
  await made(writeOff(invoice.id, { reason: 'contested' }))
  expect(await invoiceOf(invoice.id)).toMatchObject({
    status: 'written_off',
    settled: 6_000,
    written_off: 4_000,
  })
  const { processor_reference: intent } = await read(`/v1/payments/${payment}`)
  const dispute = (act: string) =>
    world.play('POST', `/sandbox/payment_intents/${intent}/dispute`, {
      act,
      ...(act === 'open' && { amount: 10_000 }),
    })
  await dispute('open')
  await world.settle()
  // The invoice asks for all of it again, and another for what was refunded beside.
  expect(await moved(() => dispute('lose'))).toEqual({ 1080: -10_000, 1100: 14_000, 5120: -4_000 })
  expect(await invoiceOf(invoice.id)).toMatchObject({ open: 10_000, written_off: 0 })
  const [recovery] = (
    (await read(`/v1/invoices?customer=${customer}`)).data as { id: string; recovers: unknown }[]
  ).filter(({ recovers }) => recovers !== null)
  // A recovery invoice is written off like any; where the dispute is won after all, that was no loss.
  expect(await moved(() => made(writeOff(recovery?.id)))).toEqual({ 1100: -4_000, 5120: 4_000 })
  await agreed()
  expect(await moved(() => dispute('win'))).toEqual({ 1050: 10_000, 1100: -6_000, 5120: -4_000 })
  expect((await recover(recovery?.id)).body.code).toBe('recovery_refused')
  await agreed()
})

it('M2 written off and paid at the same time, one of them happens; a bank’s late money for it is the customer’s credit', async () => {
  for (let round = 0; round < 3; round += 1) {
    const invoice = await newInvoice(company, '50')
    const { url } = await linkTo(company, invoice.id)
    const [written, paid] = await Promise.all([
      writeOff(invoice.id),
      pay(world, company, url, { amount: 5_000 }),
    ])
    await world.settle()
    const { status } = await invoiceOf(invoice.id)
    expect([written.status === 200, paid.body.state === 'succeeded']).toEqual(
      status === 'written_off' ? [true, false] : [false, true],
    )
    await agreed()
  }
})
