import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { hasPoppler, linksOf, textOf } from '../../server/src/receivables/documents/read-pdf.ts'
import { signedIn } from '../support/staff.ts'
import {
  atOnce,
  dayOf,
  eventually,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  owned,
  pay,
  rowCounts,
} from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 240_000 })

/** Links and statements to many customers in one go: each once, or not and why; repeated, raced, stopped half-way. */
let world: World
let company: Tenant
beforeAll(async () => {
  world = await startWorld({ able: ['us_bank_account_ach_payments'] })
  company = world.company
})
afterAll(() => world.stop())

interface Item {
  id: string
  customer: string
  customer_name: string
  state: string
  code: string | null
  amount: number
  currency: string
  left_out: { invoice: string; why: string }[]
  payment_request: string | null
}
interface Sends {
  id: string
  state: string
  counts: Record<string, number>
}
const none = { waiting: 0, queued: 0, sent: 0, skipped: 0, failed: 0, canceled: 0 }

const start = (body: unknown, key: string = randomUUID(), tenant = company) =>
  tenant.call('POST', '/v1/bulk_sends', body, { 'idempotency-key': key })
const links = (invoices: unknown[], more: object = {}) => ({ kind: 'payment_links', invoices, ...more })
const began = async (body: unknown) => (await made(start(body))) as unknown as Sends
const read = async (id: unknown) =>
  (await made(company.call('GET', `/v1/bulk_sends/${id}`))) as unknown as Sends
const itemsOf = async (id: unknown, query = '') =>
  (await made(company.call('GET', `/v1/bulk_sends/${id}/items?limit=100${query}`))).data as Item[]
const preview = async (body: unknown, tenant = company) =>
  (await made(tenant.call('POST', '/v1/bulk_sends/preview', body))).data as Record<string, unknown>[]

let count = 0
/** Somebody who owes these amounts, named so that they come in the order in which they are made. */
async function owing(prices: readonly string[], values: Record<string, unknown> = {}) {
  count += 1
  const email = `many-${count}@bulk.test`
  const name = `Florist ${String(count).padStart(3, '0')}`
  const { id } = await newCustomer(company, { name, email, ...values })
  const invoices: { id: string; number: string }[] = []
  for (const price of prices) {
    const made = await newInvoice(company, price, { customer: id, due_on: dayOf(world.services.clock.now()) })
    invoices.push({ id: String(made.id), number: String(made.number) })
  }
  return { id: String(id), name, email, invoices, ids: invoices.map((invoice) => invoice.id) }
}

/** Does something while whoever would ask for this invoice has to wait. */
async function whileHeld<T>(invoice: string | undefined, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: world.database.ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select 1 from receivables.payables where id = $1 for update', [
      fromWireId('inv', invoice ?? ''),
    ])
    return await work()
  } finally {
    await client.end()
  }
}

it('R-086 R-087 R-088 R-090 R-091 R-092 forty customers get one link each for their sum, in a mail with the table', async () => {
  const florists = await Promise.all(
    Array.from({ length: 40 }, (_, n) => owing(n === 0 ? ['10.00', '20.50', '7.25'] : ['12.00'])),
  )
  const body = links(florists.flatMap(({ ids }) => ids))
  const planned = await preview(body)
  expect(planned).toHaveLength(40)
  expect(planned.find(({ customer }) => customer === florists[0]?.id)).toMatchObject({
    email: florists[0]?.email,
    amount: 3775,
    currency: 'usd',
    invoices: 3,
    left_out: [],
    refusal: null,
  })
  const before = await began(body)
  expect(before.counts.total).toBe(40)
  await world.settle()
  const sent = await read(before.id)
  expect(sent).toMatchObject({ state: 'done', counts: { ...none, total: 40, sent: 40 } })
  const items = await itemsOf(before.id)
  expect(new Set(items.map((item) => item.payment_request)).size).toBe(40)
  for (const { email } of florists) expect(await mailTo(world, email)).toHaveLength(1)
  const [first] = florists
  const [mail] = await mailTo(world, first?.email ?? '')
  for (const said of [...(first?.invoices ?? []).map(({ number }) => number), '20.50', '$37.75'])
    expect(mail?.text).toContain(said)
  const asked = items.find(({ customer }) => customer === first?.id)
  expect(asked).toMatchObject({ amount: 3775, state: 'sent', code: null, left_out: [] })
  const request = await made(company.call('GET', `/v1/payment_requests/${asked?.payment_request}`))
  expect(request).toMatchObject({ total: 3775, status: 'sent', invoices: first?.ids })
  const [link] = request.links as { url: string }[]
  expect((await payer('GET', link?.url ?? '')).text).toContain('$37.75')
  // The papers carry the button too.
  const paper = await fetch(`${world.sandbox.url}/mailbox/messages/${mail?.id}/attachments/0`)
  expect(linksOf(new Uint8Array(await paper.arrayBuffer()))[0]?.uri).toBe(link?.url)
  await pay(world, company, link?.url ?? '', { amount: 3775 })
  await world.settle()
  await world.prove()
})

it('R-090 R-091 a customer with 250 open invoices gets one link, with the list of them as one PDF, and pays it; 501 are too many', async () => {
  const rows = Array.from(
    { length: 501 },
    (_, n) => `M-${n},2026-01-02,usd,Many & Co,many@bulk.test,Roses,1,2.00,0`,
  )
  const { body: imported } = await company.call(
    'POST',
    '/v1/invoices/import?source=many',
    Buffer.from(
      `number,issued_on,currency,customer_name,customer_email,description,quantity,unit_price,tax_rate\n${rows.join('\n')}\n`,
    ),
    { 'content-type': 'text/csv' },
  )
  const ids = (imported.imported as { id: string }[]).map(({ id }) => id)
  expect(await preview(links(ids))).toMatchObject([{ invoices: 501, refusal: { code: 'too_many_invoices' } }])
  expect(await preview(links(ids.slice(0, 250)))).toMatchObject([
    { invoices: 250, amount: 50_000, refusal: null },
  ])
  const { id } = await began(links(ids.slice(0, 250)))
  await world.settle()
  const [item] = await itemsOf(id)
  expect(item).toMatchObject({ state: 'sent', amount: 50_000 })
  const [mail] = await mailTo(world, 'many@bulk.test')
  for (const said of ['The list of your 250 invoices is attached', 'M-48', '201 more invoices', '402.00'])
    expect(mail?.text).toContain(said)
  expect(mail?.text).not.toContain('M-49 ')
  expect(mail?.attachments).toHaveLength(1)
  const paper = await fetch(`${world.sandbox.url}/mailbox/messages/${mail?.id}/attachments/0`)
  const pdf = new Uint8Array(await paper.arrayBuffer())
  if (hasPoppler) {
    expect(textOf(pdf)).toContain('Invoice M-249')
    expect(textOf(pdf)).toContain('To pay $500.00')
  }
  const { links: sent, reference } = await made(
    company.call('GET', `/v1/payment_requests/${item?.payment_request}`),
  )
  expect(reference).toMatch(/^M-0, M-1, .*M-\d+, …$/)
  const [link] = sent as { url: string }[]
  expect(linksOf(pdf)[0]?.uri).toBe(link?.url)
  expect((await pay(world, company, link?.url ?? '', { amount: 50_000 })).body.state).toBe('succeeded')
  await world.settle()
  const open = await made(company.call('GET', `/v1/invoices?customer=${item?.customer}&open=true&limit=100`))
  expect((open.data as { number: string }[]).every(({ number }) => Number(number.slice(2)) >= 250)).toBe(true)
  await world.prove()
})

it('R-088 R-089 whoever gets nothing is said beforehand and afterwards, with the same reason; the others get theirs', async () => {
  const plain = await owing(['10.00'])
  const elsewhere = await owing(['11.00'])
  const nobody = await owing(['12.00'], { email: null })
  const off = await owing(['13.00'], { payment_links_enabled: false })
  const two = await owing(['14.00'])
  const euro = await newInvoice(company, '15.00', { customer: two.id, currency: 'eur' })
  const franc = await owing([])
  const swiss = await newInvoice(company, '16.00', { customer: franc.id, currency: 'chf' })
  const settled = await owing(['17.00', '18.00'])
  await pay(world, company, (await linkTo(company, settled.ids[0])).url, { amount: 1700 })
  const gone = await owing(['19.00'])
  await made(company.call('POST', `/v1/invoices/${gone.ids[0]}/void`))
  const all = [plain, elsewhere, nobody, off, two, settled, gone].flatMap(({ ids }) => ids)
  const emails = [{ customer: elsewhere.id, email: 'office@bulk.test' }]
  const body = links([...all, euro.id, swiss.id], { emails, message: 'Thank you for your trust.' })
  const refusals = (await preview(body)).map(({ customer, currency, refusal }) => [
    customer,
    currency,
    (refusal as { code: string } | null)?.code ?? null,
  ])
  const { id } = await began(body)
  await world.settle()
  const items = await itemsOf(id)
  expect(items.map((item) => [item.customer, item.currency, item.code]).sort()).toEqual(refusals.sort())
  expect(refusals.filter(([, , code]) => code !== null).sort()).toEqual(
    [
      [nobody.id, 'usd', 'recipient_missing'],
      [off.id, 'usd', 'links_switched_off'],
      [franc.id, 'chf', 'currency_not_settled'],
      [gone.id, 'usd', 'nothing_to_ask'],
    ].sort(),
  )
  expect((await read(id)).counts).toMatchObject({ sent: 5, skipped: 4, failed: 0 })
  const partly = items.find(({ customer }) => customer === settled.id)
  expect(partly).toMatchObject({ amount: 1800, left_out: [{ invoice: settled.ids[0], why: 'paid' }] })
  expect(await mailTo(world, elsewhere.email)).toEqual([])
  const [office] = await mailTo(world, 'office@bulk.test')
  expect(office?.text).toContain('Thank you for your trust.')
  expect(await mailTo(world, two.email)).toHaveLength(2)
  const csv = await company.call('GET', `/v1/bulk_sends/${id}/items?format=csv&state=skipped`)
  expect(csv.text.trim().split('\n')).toHaveLength(5)
})

it('the same key again is the same bulk send, also at once; nobody gets two mails', async () => {
  const one = await owing(['10.00'])
  const answers = await atOnce(3, () => start(links(one.ids), 'ticked-once'))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  await world.settle()
  expect(await mailTo(world, one.email)).toHaveLength(1)
  const other = await start(links([...one.ids, ...(await owing(['1.00'])).ids]), 'ticked-once')
  expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
})

it('two bulk sends of the same invoices at once send one mail to each; a later one asks again', async () => {
  const florists = await Promise.all(Array.from({ length: 5 }, () => owing(['10.00'])))
  const ids = florists.flatMap((florist) => florist.ids)
  const both = await whileHeld(ids[0], () => atOnce(2, () => began(links(ids))))
  await world.settle()
  const items = (await Promise.all(both.map(({ id }) => itemsOf(id)))).flat()
  expect(items.map(({ state, code }) => [state, code]).sort()).toEqual(
    [...Array(5).fill(['sent', null]), ...Array(5).fill(['skipped', 'asked_already'])].sort(),
  )
  for (const { email } of florists) expect(await mailTo(world, email)).toHaveLength(1)
  const later = await began(links(ids))
  await world.settle()
  expect((await read(later.id)).counts.sent).toBe(5)
  for (const { email } of florists) expect(await mailTo(world, email)).toHaveLength(2)
})

it('what is paid, voided or being paid between ticking and sending is left out and says so', async () => {
  const [first, paid, voided, debit] = await Promise.all([
    owing(['10.00']),
    owing(['11.00']),
    owing(['12.00', '3.00']),
    owing(['13.00']),
  ])
  const { url } = await linkTo(company, ...paid.ids)
  const { url: byDebit } = await linkTo(company, ...debit.ids)
  const { id } = await whileHeld(first.ids[0], async () => {
    const send = await began(links([first, paid, voided, debit].flatMap(({ ids }) => ids)))
    await pay(world, company, url, { amount: 1100 })
    await pay(world, company, byDebit, { amount: 1300, bank: {} })
    await made(company.call('POST', `/v1/invoices/${voided.ids[0]}/void`))
    return send
  })
  await world.settle()
  const items = await itemsOf(id)
  expect(items.map(({ amount, code, left_out, state }) => [state, code, amount, left_out])).toEqual([
    ['sent', null, 1000, []],
    ['skipped', 'nothing_to_ask', 1100, []],
    ['sent', null, 300, [expect.objectContaining({ invoice: voided.ids[0], why: 'not_owed' })]],
    ['skipped', 'payment_under_way', 1300, []],
  ])
  await world.prove()
})

it('a mail that is not taken yet is queued, not sent; one that is refused for good is failed', async () => {
  const slow = await owing(['10.00'], { email: 'slow-bulk@bulk.test' })
  const bounced = await owing(['11.00'], { email: 'bounce-bulk@bulk.test' })
  const { id } = await began(links([...slow.ids, ...bounced.ids]))
  const counts = async () => (await read(id)).counts
  const early = await eventually(counts, ({ queued, failed }) => queued === 1 && failed === 1)
  expect(early).toEqual({ ...none, total: 2, queued: 1, failed: 1 })
  await world.settle()
  expect(await counts()).toEqual({ ...none, total: 2, sent: 1, failed: 1 })
  const [failed] = await itemsOf(id, '&state=failed')
  expect(failed).toMatchObject({ customer: bounced.id, code: 'message_failed' })
  expect(await mailTo(world, 'slow-bulk@bulk.test')).toHaveLength(1)
  // The address is known to be nobody's by now: that is said before it is tried again.
  expect(await preview(links(bounced.ids))).toMatchObject([{ refusal: { code: 'recipient_suppressed' } }])
})

it('a bulk send is stopped half-way: what was sent stays sent, and the rest gets nothing', async () => {
  const florists = await Promise.all(Array.from({ length: 14 }, () => owing(['10.00'])))
  const sorted = florists.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const held = sorted[11]
  const { id } = await whileHeld(held?.ids[0], async () => {
    const send = await began(links(florists.flatMap(({ ids }) => ids)))
    // The eleven before it are mailed, and it is at the twelfth.
    await eventually(
      () => read(send.id),
      ({ counts }) => counts.sent === 11,
    )
    const stopped = await made(company.call('POST', `/v1/bulk_sends/${send.id}/cancel`, {}))
    expect(stopped).toMatchObject({ state: 'canceled', counts: { sent: 11 } })
    return send
  })
  await world.settle()
  const over = await read(id)
  expect(over.state).toBe('canceled')
  const { sent = 0, canceled = 0 } = over.counts
  // The one that it was at went out, unless it had not begun.
  expect(sent + canceled).toBe(14)
  expect(canceled).toBeGreaterThanOrEqual(2)
  const mails = await Promise.all(florists.map(({ email }) => mailTo(world, email)))
  expect(mails.flat()).toHaveLength(sent)
  const again = await company.call('POST', `/v1/bulk_sends/${id}/cancel`, {})
  expect([again.status, again.body.code]).toEqual([409, 'bulk_send_over'])
})

it('a failure that nobody foresaw holds up nobody else, and is tried again', async () => {
  const [unlucky, other] = await Promise.all([owing(['10.00']), owing(['11.00'])])
  await owned(
    world,
    "create function requests.fail() returns trigger language plpgsql as $$ begin raise 'out of order'; end $$",
  )
  await owned(
    world,
    `create trigger fails before insert on requests.requests for each row
     when (new.customer_id = '${fromWireId('cus', unlucky.id)}') execute function requests.fail()`,
  )
  const { id } = await began(links([...unlucky.ids, ...other.ids]))
  const counts = await eventually(
    async () => (await read(id)).counts,
    ({ sent }) => sent === 1,
  )
  expect(counts).toEqual({ ...none, total: 2, waiting: 1, sent: 1 })
  await owned(world, 'drop function requests.fail() cascade')
  await world.settle()
  expect(await read(id)).toMatchObject({ state: 'done', counts: { sent: 2 } })
  for (const { email } of [unlucky, other]) expect(await mailTo(world, email)).toHaveLength(1)
})

it('ids of another company, unknown ones and empty lists are refused as a whole; nothing is sent or shown', async () => {
  const other = await world.newCompany({ name: 'Elsewhere' })
  const theirs = await newInvoice(other, '50.00')
  const mine = await owing(['10.00'])
  const { id } = await began(links((await owing(['5.00'])).ids))
  const before = await rowCounts(world)
  const refused: [unknown, number][] = [
    [links([...mine.ids, theirs.id]), 404],
    [links([...mine.ids, 'no id']), 404],
    [links(mine.ids, { emails: [{ customer: theirs.customer, email: 'a@bulk.test' }] }), 404],
    [{ kind: 'statements', customers: [theirs.customer], statement: { kind: 'open_items' } }, 404],
    [links([]), 400],
    [{ kind: 'letters', invoices: mine.ids }, 400],
  ]
  for (const [body, status] of refused) {
    expect((await company.call('POST', '/v1/bulk_sends', body)).status).toBe(status)
    expect((await company.call('POST', '/v1/bulk_sends/preview', body)).status).toBe(status)
  }
  for (const [method, path] of [
    ['GET', id],
    ['GET', `${id}/items`],
    ['POST', `${id}/cancel`],
  ] as const)
    expect(
      (await other.call(method, `/v1/bulk_sends/${path}`, method === 'GET' ? undefined : {})).status,
    ).toBe(404)
  expect((await made(other.call('GET', '/v1/bulk_sends'))).data).toEqual([])
  expect(await rowCounts(world)).toEqual(before)
})

it('R-001 only who may send one link may send many, and who may not looks on', async () => {
  const body = links((await owing(['10.00'])).ids)
  const receivable = await signedIn(world, company, 'accounts_receivable')
  for (const path of ['', '/preview']) {
    const refused = await receivable.call('POST', `/v1/bulk_sends${path}`, body)
    expect([refused.status, refused.body.code]).toEqual([403, 'permission_denied'])
  }
  const cashier = await signedIn(world, company, 'cashier')
  const { body: send } = await cashier.call('POST', '/v1/bulk_sends', body)
  expect((await receivable.call('GET', `/v1/bulk_sends/${send.id}/items`)).status).toBe(200)
  expect((await receivable.call('POST', `/v1/bulk_sends/${send.id}/cancel`, {})).status).toBe(403)
  await world.settle()
  // Who asked for it is who sent it.
  const trail = await made(company.call('GET', '/v1/audit_events?limit=100'))
  const told = (trail.data as { type: string; actor: { type: string } }[]).filter(({ type }) =>
    ['bulk_send.started', 'payment_request.sent'].includes(type),
  )
  expect(told.slice(0, 2).map(({ actor }) => actor.type)).toEqual(['staff', 'staff'])
})

it('R-082 R-084 R-085 statements of many customers go out with their PDFs and links, in each currency one', async () => {
  const owes = await owing(['10.00', '5.50'])
  const two = await owing(['14.00'])
  await newInvoice(company, '15.00', { customer: two.id, currency: 'eur' })
  const nothing = await owing([])
  const off = await owing(['16.00'], { payment_links_enabled: false })
  const contact = await owing(['17.00'], { email: null })
  const office = { name: 'Office', email: 'office-17@bulk.test' }
  await made(company.call('POST', `/v1/customers/${contact.id}/contacts`, office))
  const body = {
    kind: 'statements',
    customers: [owes, two, nothing, off, contact].map(({ id }) => id),
    statement: { kind: 'open_items', payment_link: true },
    message: 'Dear { customer.name }, this is open.',
  }
  const planned = await preview(body)
  const sums = [
    [owes.id, 'usd', 1550],
    [two.id, 'eur', 1500],
    [two.id, 'usd', 1400],
    [nothing.id, 'usd', 0],
    [off.id, 'usd', 1600],
    [contact.id, 'usd', 1700],
  ].sort()
  expect(planned.map(({ amount, currency, customer }) => [customer, currency, amount]).sort()).toEqual(sums)
  expect(planned.filter(({ refusal }) => refusal !== null)).toEqual([])
  const both = await whileHeld(owes.ids[0], () => atOnce(2, () => began(body)))
  await world.settle()
  const items = (await Promise.all(both.map(({ id }) => itemsOf(id)))).flat()
  const sent = items.filter(({ state }) => state === 'sent')
  expect(sent.map(({ amount, currency, customer }) => [customer, currency, amount]).sort()).toEqual(sums)
  expect(items.filter(({ state }) => state !== 'sent').map(({ code }) => code)).toEqual(
    Array(6).fill('asked_already'),
  )
  const [mail, ...more] = await mailTo(world, owes.email)
  expect(more).toEqual([])
  expect(mail?.text).toContain(`Dear ${owes.name}, this is open.`)
  const request = await made(
    company.call(
      'GET',
      `/v1/payment_requests/${sent.find(({ customer }) => customer === owes.id)?.payment_request}`,
    ),
  )
  const [link] = request.links as { url: string }[]
  const paper = await fetch(`${world.sandbox.url}/mailbox/messages/${mail?.id}/attachments/0`)
  expect(linksOf(new Uint8Array(await paper.arrayBuffer()))[0]?.uri).toBe(link?.url)
  // Where links are off, or nothing is open, the statement goes out without one.
  for (const { id } of [off, nothing])
    expect(sent.find(({ customer }) => customer === id)?.payment_request).toBeNull()
  expect(await mailTo(world, two.email)).toHaveLength(2)
  expect(await mailTo(world, office.email)).toHaveLength(1)
  await world.prove()
})

it('statements of a day to come, or from after their day, are refused at once; writing them is a right of its own', async () => {
  const { id } = await owing(['10.00'])
  const order = (statement: object) => ({ kind: 'statements', customers: [id], statement })
  for (const wrong of [{ as_of: '2999-01-01' }, { as_of: '2026-01-01', from: '2026-01-02' }])
    expect((await start(order({ kind: 'transactions', ...wrong }))).status).toBe(400)
  const admin = await signedIn(world, company, 'admin')
  const sales = await signedIn(world, company, 'sales')
  const { body: role } = await admin.call('PATCH', '/v1/roles/sales', { permissions: ['requests.send'] })
  expect(role).toMatchObject({ changed: true })
  const refused = await sales.call('POST', '/v1/bulk_sends', order({ kind: 'open_items' }))
  expect([refused.status, refused.body.code]).toEqual([403, 'permission_denied'])
})
