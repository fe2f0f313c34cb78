import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { hasPoppler, linksOf, textOf } from '../../server/src/receivables/documents/read-pdf.ts'
import { signedIn } from '../support/staff.ts'
import {
  advance,
  dayOf,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  pageStateOf,
  pay,
  rowCounts,
} from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** R-083 R-084 R-085: what a customer is told of their account, the same in the API, the mail, the PDF and on the page. */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld()
  company = world.company
})
afterAll(() => world.stop())

const today = () => dayOf(world.services.clock.now())
const statement = (body: Record<string, unknown>, tenant = company) =>
  tenant.call('POST', '/v1/statements', body)
const send = (id: unknown, body: Record<string, unknown> = {}, key = String(Math.random())) =>
  company.call('POST', `/v1/statements/${id}/send`, body, { 'idempotency-key': key })
const note = (customer: unknown, price: string, tenant = company) =>
  made(
    tenant.call('POST', '/v1/credit_notes', {
      customer,
      currency: 'usd',
      lines: [{ description: 'Less', quantity: '1', unit_price: price }],
    }),
  )
/** The PDF of the newest mail to an address, with its text. */
async function mailed(address: string) {
  await world.settle()
  const [mail] = await mailTo(world, address)
  if (mail === undefined) throw new Error(`Nothing came to ${address}.`)
  const response = await fetch(`${world.sandbox.url}/mailbox/messages/${mail.id}/attachments/0`)
  return { ...mail, pdf: new Uint8Array(await response.arrayBuffer()) }
}
let count = 0
async function owing(values: Record<string, unknown> = {}) {
  count += 1
  const email = `owes-${count}@cafe.test`
  const customer = await newCustomer(company, { name: `Café ${count}`, email, ...values })
  const first = await newInvoice(company, '100.00', { customer: customer.id, due_on: today() })
  const second = await newInvoice(company, '50.50', { customer: customer.id })
  return {
    id: customer.id,
    email,
    first: String(first.id),
    second: String(second.id),
    numbers: [first.number, second.number],
  }
}

it('R-084 R-085 API, mail, PDF and page say the same sum; the link takes just that and settles the invoices', async () => {
  const { id: customer, email, first, numbers } = await owing()
  const credit = await note(customer, '20.00')
  const made1 = await made(statement({ customer, kind: 'open_items' }))
  expect(made1).toMatchObject({
    as_of: today(),
    balance: 15_050,
    pending_balance: 15_050,
    unapplied: 2_000,
    in_flight: 0,
    sent_at: null,
    rows: [
      { type: 'invoice', reference: numbers[0], amount: 10_000, balance: 10_000 },
      { type: 'invoice', reference: numbers[1], amount: 5_050, balance: 5_050 },
    ],
  })
  const sent = await made(send(made1.id, { payment_link: true }))
  const link = (sent.payment_link as { embedded: boolean; link: { url: string } }).link
  const mail = await mailed(email)
  expect(mail.subject).toMatch(/^Statement of .* from Rosa Blooms$/)
  expect(mail.text).toContain('$150.50')
  expect(mail.text).toContain('$20.00')
  expect(mail.attachments).toMatchObject([{ content_type: 'application/pdf' }])
  expect(linksOf(mail.pdf).map(({ uri }) => uri)).toEqual([link.url, link.url])
  if (hasPoppler) expect(textOf(mail.pdf)).toContain('Pending balance $150.50')
  const page = await payer('GET', link.url)
  expect(page.text).toContain('$150.50')
  expect(page.text).toMatch(/Statement of/)
  // Credit is not taken off before it is applied; then the page asks for less, and says why.
  await made(company.call('POST', `/v1/credits/${credit.credit}/apply`, { invoices: [{ invoice: first }] }))
  const after = await payer('GET', link.url)
  expect(after.text).toContain('$130.50')
  expect(after.text).toMatch(/credit/i)
  const stale = await send(made1.id)
  expect([stale.status, stale.body.code, stale.body.pending_now]).toEqual([409, 'statement_outdated', 13_050])
  expect((await pay(world, company, link.url, { amount: 15_050 })).status).toBe(409)
  expect((await pay(world, company, link.url, { amount: 13_050 })).status).toBe(200)
  await world.settle()
  expect(await pageStateOf(link.url)).toBe('paid')
  expect(await made(statement({ customer, kind: 'open_items' }))).toMatchObject({
    pending_balance: 0,
    rows: [],
  })
  const before = await made(company.call('GET', `/v1/statements/${made1.id}`))
  expect(before).toMatchObject({ pending_balance: 15_050 })
  expect(before.sent_at).not.toBeNull()
  await world.prove(company)
})

it('R-083 all that changed a balance is listed, and adds up from what was brought forward', async () => {
  const { id: customer, first, second } = await owing()
  const prepaid = await newInvoice(company, '10.00', { customer })
  const dayOne = today()
  await advance(world, 40 * 24 * 3_600)
  const book = (amount: number, invoices: string[]) => ({
    amount,
    currency: 'usd',
    reference: `S-${amount}`,
    sender: 'CAFE',
    received_on: today(),
    customer,
    invoices,
  })
  await made(company.call('POST', '/v1/wires', book(12_000, [first, second])))
  await made(company.call('POST', `/v1/invoices/${prepaid.id}/void`))
  const credit = await note(customer, '5.00')
  await made(company.call('POST', `/v1/credits/${credit.credit}/apply`, {}))
  const revision = 1
  const third = await newInvoice(company, '30.00', { customer })
  const lines = [{ description: 'Roses', quantity: '1', unit_price: '33.00' }]
  await made(company.call('PATCH', `/v1/invoices/${third.id}`, { revision, lines }))
  const forward = await made(statement({ customer, kind: 'balance_forward', from: today() }))
  const rows = forward.rows as { type: string; amount: number; balance: number }[]
  expect(forward.opening_balance).toBe(16_050)
  expect(rows.map(({ type, amount, balance }) => [type, amount, balance])).toEqual([
    ['payment', -12_000, 4_050],
    ['void', -1_000, 3_050],
    ['credit', -500, 2_550],
    ['invoice', 3_000, 5_550],
    ['correction', 300, 5_850],
  ])
  expect(forward).toMatchObject({ balance: 5_850, pending_balance: 5_850 })
  const all = await made(statement({ customer, kind: 'transactions' }))
  expect(all).toMatchObject({ opening_balance: 0, balance: 5_850 })
  expect(all.rows).toHaveLength(8)
  // As it stood on the first day: what was settled since is said, and the link would ask for the rest alone.
  const then = await made(statement({ customer, kind: 'open_items', as_of: dayOne }))
  expect(then).toMatchObject({ balance: 16_050, pending_balance: 2_550 })
  const aging = await made(company.call('GET', `/v1/reports/aging?customer=${customer}`))
  expect((aging.totals as { total: number }[])[0]?.total).toBe(forward.balance)
  await world.prove(company)
})

it('a repeat with the same key sends one mail; a second sending asks by the same request', async () => {
  const { id: customer, email } = await owing()
  const { id } = await made(statement({ customer, kind: 'open_items' }))
  const sent = await made(send(id, { payment_link: true }, 'once'))
  await made(send(id, { payment_link: true }, 'once'))
  await world.settle()
  expect(await mailTo(world, email)).toHaveLength(1)
  const again = await made(send(id, { payment_link: true, to: 'second@cafe.test' }, 'twice'))
  expect(again.payment_request).toBe(sent.payment_request)
})

it('M2 M4 what is written off, taken up again, refunded or returned is named so, in the PDF in both languages', async () => {
  const { id: customer, first, second, numbers } = await owing()
  const act = (path: string, body: unknown) => made(company.call('POST', path, body))
  await act(`/v1/invoices/${first}/write_off`, { reason: 'insolvent' })
  await act(`/v1/invoices/${first}/recover`, { reason: 'mistake' })
  await act(`/v1/invoices/${second}/write_off`, { reason: 'uncollectible' })
  const { url } = await linkTo(company, first)
  const { payment } = await made(pay(world, company, url, { amount: 10_000 }))
  const refund = { payment, amount: 4_000, treatment: 'reopen_invoice' }
  await made(company.call('POST', '/v1/refunds', refund, { 'idempotency-key': 'back' }))
  await world.settle()
  const told = await made(statement({ customer, kind: 'transactions' }))
  expect(
    (told.rows as { type: string; reference: string; balance: number }[]).map(
      ({ type, reference, balance }) => [type, reference, balance],
    ),
  ).toEqual([
    ['invoice', numbers[0], 10_000],
    ['invoice', numbers[1], 15_050],
    ['write_off', numbers[0], 5_050],
    ['write_off_undone', numbers[0], 15_050],
    ['write_off', numbers[1], 10_000],
    ['payment', numbers[0], 0],
    ['refund', numbers[0], 4_000],
  ])
  expect(told).toMatchObject({ balance: 4_000, pending_balance: 4_000 })
  if (!hasPoppler) return
  const words = async (language: string) =>
    textOf(
      new Uint8Array(
        await (
          await fetch(`${world.url}/v1/statements/${told.id}/pdf?language=${language}`, {
            headers: { authorization: `Bearer ${company.key}` },
          })
        ).arrayBuffer(),
      ),
    )
  expect(await words('en')).toContain(`Written off, ${numbers[0]}`)
  expect(await words('en')).toContain(`Write-off taken back, ${numbers[0]}`)
  expect(await words('fr')).toContain(`Passage en pertes, ${numbers[1]}`)
})

it('M2 a newer statement that is sent supersedes the older one, whose link says so and leads to what is open now', async () => {
  const { id: customer, email } = await owing()
  const older = await made(statement({ customer, kind: 'open_items' }))
  const sent = (await made(send(older.id, { payment_link: true }))).payment_link as { link: { url: string } }
  const elsewhere = await made(send(older.id, { payment_link: true, to: 'boss@cafe.test' }))
  const request = String(elsewhere.payment_request)
  await newInvoice(company, '7.00', { customer })
  const newer = await made(statement({ customer, kind: 'open_items' }))
  // One that is only looked at takes the place of none.
  expect(await pageStateOf(sent.link.url)).toBe('payable')
  const gone = await made(send(newer.id, { payment_link: true }))
  const current = (gone.payment_link as { link: { url: string } }).link.url
  expect(await made(company.call('GET', `/v1/statements/${older.id}`))).toMatchObject({
    state: 'superseded',
    superseded_by: newer.id,
  })
  expect(gone.statement).toMatchObject({ state: 'sent', superseded_by: null, pending_balance: 15_750 })
  const page = await payer('GET', sent.link.url)
  expect(page.text).toMatch(/A newer statement, of .*, took the place of this one\./)
  expect(page.text.split('<script type="application/json"')[0]).not.toContain('150.50')
  expect(page.text).toContain(`href="${new URL(current).pathname}"`)
  expect((await pay(world, company, sent.link.url, { amount: 15_050 })).status).toBe(409)
  // Who held one at another address is not led to it, and may have it sent there.
  const boss = (elsewhere.payment_link as { link: { url: string } }).link.url
  const french = await payer('GET', `${boss}?lang=fr`)
  expect(french.text).toMatch(/<h2>Relevé de compte du /)
  expect(french.text).not.toContain('Statement of')
  expect(french.text).toMatch(/Un relevé de compte plus récent, du .*, a pris la place de celui-ci\./)
  expect(french.text).not.toContain(new URL(current).pathname)
  await world.settle() // what went to that address before has come before
  await payer('POST', `${boss}/renew`)
  const renewed = await mailed('boss@cafe.test')
  expect(renewed.text).toContain('$157.50')
  expect((await payer('GET', boss)).text).toContain('Open the current one')
  // Nothing asks for the older one again: not by sending it, its request or a reminder.
  const again = [
    await send(older.id),
    await company.call('POST', `/v1/payment_requests/${request}/send`, { email }),
    await company.call('POST', '/v1/payment_links', { payment_request: request }),
    await company.call('POST', `/v1/payment_requests/${request}/remind`, {}),
  ]
  expect(again.map(({ status, body }) => [status, body.code])).toEqual(
    again.map(() => [409, 'statement_superseded']),
  )
  expect((await pay(world, company, current, { amount: 15_750 })).status).toBe(200)
  await world.settle()
  expect(await pageStateOf(sent.link.url)).toBe('paid_elsewhere')
  await world.prove(company)
})

it('M2 two statements of one customer that are sent at once: the later made stays, whichever comes first', async () => {
  const { id: customer, email } = await owing()
  const older = await made(statement({ customer, kind: 'open_items' }))
  const newer = await made(statement({ customer, kind: 'open_items' }))
  const sent = await Promise.all(
    [older, newer, older, newer].map(({ id }) => send(id, { payment_link: true })),
  )
  const isSent = ({ status }: { status: number }) => status < 300
  const came = sent.filter(isSent).map(({ body }) => body)
  const refused = sent.filter((each) => !isSent(each)).map(({ body }) => body.code)
  expect(refused).toEqual(refused.map(() => 'statement_superseded'))
  // The newer one is refused to nobody.
  expect(sent.filter((each, n) => n % 2 === 1 && isSent(each))).toHaveLength(2)
  expect(await made(company.call('GET', `/v1/statements/${older.id}`))).toMatchObject({
    superseded_by: newer.id,
  })
  const current = await made(company.call('GET', `/v1/statements/${newer.id}`))
  expect(current).toMatchObject({ state: 'sent', superseded_by: null })
  await world.settle()
  expect(await mailTo(world, email)).toHaveLength(came.length)
  // Only the last link of the newer one asks for anything.
  const links = came.map((body) => (body.payment_link as { link: { url: string } }).link.url)
  const states = await Promise.all(links.map((url) => pageStateOf(url)))
  expect(states.toSorted()).toEqual([...links.slice(1).map(() => 'replaced'), 'payable'].toSorted())
  await world.prove(company)
})

it('without a tick, with nothing owed, links off or no address: no link, or nothing sent at all', async () => {
  const unticked = await owing()
  const { id } = await made(statement({ customer: unticked.id, kind: 'open_items' }))
  expect(await made(send(id, { payment_link: false }))).toMatchObject({
    payment_request: null,
    payment_link: { embedded: false, decided_by: 'sender' },
  })
  const plain = await mailed(unticked.email)
  expect(plain.text).toContain('$150.50')
  expect(linksOf(plain.pdf)).toEqual([])
  const off = await owing({ payment_links_enabled: false })
  const written = await made(statement({ customer: off.id, kind: 'open_items' }))
  expect(await made(send(written.id, { payment_link: true }))).toMatchObject({
    payment_link: { embedded: false, reason: 'customer_off' },
  })
  const nobody = await newCustomer(company, { name: 'No mail' })
  const nothing = await made(statement({ customer: nobody.id, kind: 'open_items' }))
  expect(nothing).toMatchObject({ pending_balance: 0, currency: 'usd', rows: [] })
  expect(await send(nothing.id)).toMatchObject({ status: 422, body: { code: 'recipient_missing' } })
  expect(await made(send(nothing.id, { to: 'boss@cafe.test', payment_link: true }))).toMatchObject({
    payment_link: { embedded: false, reason: 'nothing_open' },
  })
  const empty = await mailed('boss@cafe.test')
  expect(empty.text).toContain('Nothing is to be paid')
})

it('one statement is of one currency; a day to come, other companies and roles are refused', async () => {
  const { id: customer } = await owing()
  await newInvoice(company, '9.00', { customer, currency: 'eur' })
  const other = await world.newCompany()
  const before = await rowCounts(world)
  const several = await statement({ customer, kind: 'open_items' })
  expect([several.status, several.body.field, several.body.currencies]).toEqual([
    400,
    'currency',
    ['eur', 'usd'],
  ])
  expect(
    (await statement({ customer, kind: 'open_items', currency: 'usd', as_of: '2099-01-01' })).status,
  ).toBe(400)
  expect(
    (
      await statement({
        customer,
        kind: 'balance_forward',
        currency: 'usd',
        as_of: today(),
        from: '2099-01-01',
      })
    ).status,
  ).toBe(400)
  expect((await statement({ customer, kind: 'open_items', currency: 'usd' }, other)).status).toBe(404)
  expect(await rowCounts(world)).toEqual(before)
  const euros = await made(statement({ customer, kind: 'open_items', currency: 'eur' }))
  expect(euros).toMatchObject({ currency: 'eur', pending_balance: 900 })
  for (const path of ['', '/pdf'])
    expect((await other.call('GET', `/v1/statements/${euros.id}${path}`)).status).toBe(404)
  expect((await other.call('POST', `/v1/statements/${euros.id}/send`, {})).status).toBe(404)
  const reader = await signedIn(world, company, 'accounts_payable')
  const refused = await reader.call('POST', `/v1/statements/${euros.id}/send`, {})
  expect([refused.status, refused.body.code]).toEqual([403, 'permission_denied'])
  expect((await reader.call('GET', `/v1/statements/${euros.id}`)).status).toBe(200)
  // Whoever keeps the receivables writes and prints them; links are sent by those who may send links.
  const keeper = await signedIn(world, company, 'accounts_receivable')
  const kept = await keeper.call('POST', '/v1/statements', { customer, kind: 'open_items', currency: 'usd' })
  expect(kept.status).toBe(201)
  expect((await keeper.call('POST', `/v1/statements/${kept.body.id}/send`, {})).status).toBe(403)
  const listed = await made(company.call('GET', `/v1/statements?customer=${customer}`))
  expect(listed.data).toMatchObject([{ id: kept.body.id }, { id: euros.id }])
})

it('a statement is printed in the customer’s language, over as many pages as it takes', async () => {
  const { id: customer } = await owing({ language: 'fr', country: 'FR' })
  for (let n = 0; n < 45; n++) await newInvoice(company, `${10 + n}.25`, { customer, due_on: today() })
  await note(customer, '7.00')
  const { id } = await made(statement({ customer, kind: 'balance_forward' }))
  const french = await fetch(`${world.url}/v1/statements/${id}/pdf`, {
    headers: { authorization: `Bearer ${company.key}` },
  })
  const pdf = new Uint8Array(await french.arrayBuffer())
  const english = new Uint8Array(
    await (
      await fetch(`${world.url}/v1/statements/${id}/pdf?language=en`, {
        headers: { authorization: `Bearer ${company.key}` },
      })
    ).arrayBuffer(),
  )
  if (!hasPoppler) return
  expect(textOf(pdf)).toContain('Relevé de compte')
  expect(textOf(pdf)).toContain('Page 2 sur 2')
  expect(textOf(english)).toContain('Credit not applied yet')
})
