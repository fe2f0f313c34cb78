import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { linksOf } from '../../server/src/receivables/documents/read-pdf.ts'
import {
  advance,
  atOnce,
  copiedLink,
  eventually,
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

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

interface Sent {
  email: { id: string; state: string; payment_request: string | null; to: string }
  payment_link: {
    embedded: boolean
    reason: string
    decided_by: string | null
    link: { url: string } | null
  }
}

async function send(tenant: Tenant, invoice: unknown, body: Record<string, unknown> = {}): Promise<Sent> {
  return (await made(tenant.call('POST', `/v1/invoices/${invoice}/send`, body))) as unknown as Sent
}

const set = (tenant: Tenant, ...setting: string[]) =>
  runCommand(world.services, true, 'set', { company: tenant.id, setting })

/** What arrived at an address: the newest mail's text, and the links in its PDF. */
async function arrived(address: string): Promise<{ subject: string; text: string; pdfLinks: string[] }> {
  const [mail] = await mailTo(world, address)
  if (mail === undefined) throw new Error(`Nothing came to ${address}.`)
  const response = await fetch(`${world.sandbox.url}/mailbox/messages/${mail.id}/attachments/0`)
  const pdf = new Uint8Array(await response.arrayBuffer())
  expect(mail.attachments).toMatchObject([{ content_type: 'application/pdf' }])
  return { subject: mail.subject, text: mail.text, pdfLinks: linksOf(pdf).map(({ uri }) => uri) }
}

/** With a link the mail and the PDF hold its address; without one they say nothing of paying online. */
async function expectMail(sent: Sent, address: string): Promise<void> {
  const mail = await arrived(address)
  const url = sent.payment_link.link?.url
  if (sent.payment_link.embedded) {
    expect(url).toMatch(/\/p\//)
    expect(mail.text).toContain(url)
    expect(mail.pdfLinks).toContain(url)
  } else {
    expect(url).toBeUndefined()
    expect(mail.text).not.toMatch(/\/p\/|online|card|en ligne|carte/i)
    expect(mail.pdfLinks.filter((uri) => uri.includes('/p/'))).toEqual([])
  }
}

const MANUAL = {}
const TICKED = { payment_link: true }
const UNTICKED = { payment_link: false }
const AUTOMATIC = { automatic: true }

it('R-076 R-078 R-079 R-093 R-094 R-107 R-108 R-117 R-118 K4 K5 K6 whether a mailed invoice holds a link, in real mails', async () => {
  const company = await world.newCompany()
  const customer = await newCustomer(company)
  const withoutLinks = await newCustomer(company, { payment_links_enabled: false })
  const open = (await newInvoice(company, '120.00', { customer: customer.id })).id
  const off = (await newInvoice(company, '120.00', { customer: withoutLinks.id })).id
  const paid = (await newInvoice(company, '70.00', { customer: customer.id })).id
  expect((await pay(world, company, (await linkTo(company, paid)).url, { amount: 7_000 })).status).toBe(200)
  const voided = (await newInvoice(company, '60.00', { customer: customer.id })).id
  await made(company.call('POST', `/v1/invoices/${voided}/void`))
  const dinars = (await newInvoice(company, '5.000', { customer: customer.id, currency: 'bhd' })).id
  const cents = (await newInvoice(company, '0.30', { customer: customer.id })).id
  const rule = (embedded: boolean, decided_by: string) => ({ embedded, reason: 'rule', decided_by })
  const no = (reason: string) => ({ embedded: false, reason, decided_by: null })
  const table: [settings: string[], [invoice: unknown, body: object, answer: object][]][] = [
    [
      ['invoice.manual_link=ticked'],
      [
        [open, MANUAL, rule(true, 'invoice.manual_link')],
        [open, UNTICKED, rule(false, 'sender')],
        [open, AUTOMATIC, rule(true, 'invoice.auto_link')],
        [paid, MANUAL, no('nothing_open')],
        [paid, TICKED, no('nothing_open')],
        [paid, AUTOMATIC, no('nothing_open')],
        [voided, AUTOMATIC, no('nothing_open')],
        [off, MANUAL, no('customer_off')],
        [off, TICKED, no('customer_off')],
        [off, AUTOMATIC, no('customer_off')],
        [dinars, AUTOMATIC, no('currency_not_settled')],
        [cents, TICKED, no('amount_not_payable')],
      ],
    ],
    [
      ['invoice.manual_link=unticked'],
      [
        [open, MANUAL, rule(false, 'invoice.manual_link')],
        [open, TICKED, rule(true, 'sender')],
        [open, AUTOMATIC, rule(true, 'invoice.auto_link')],
      ],
    ],
    [
      ['invoice.manual_link=hidden'],
      [
        [open, MANUAL, rule(false, 'invoice.manual_link')],
        [open, UNTICKED, rule(false, 'invoice.manual_link')],
        [open, AUTOMATIC, rule(true, 'invoice.auto_link')],
      ],
    ],
    [
      ['invoice.manual_link=ticked', 'invoice.auto_link=off'],
      [
        [open, AUTOMATIC, rule(false, 'invoice.auto_link')],
        [open, MANUAL, rule(true, 'invoice.manual_link')],
      ],
    ],
    [
      ['invoice.auto_link=always', 'channels.enabled=["copy"]'],
      [
        [open, AUTOMATIC, rule(false, 'channels.enabled')],
        [open, TICKED, rule(false, 'channels.enabled')],
      ],
    ],
    [
      ['channels.enabled=["email","copy"]', 'company.payment_links_enabled=false'],
      [
        [open, AUTOMATIC, no('company_off')],
        [off, TICKED, no('company_off')],
        [paid, MANUAL, no('company_off')],
      ],
    ],
  ]
  const checks: [Sent, string][] = []
  for (const [settings, rows] of table) {
    await set(company, ...settings)
    for (const [invoice, body, answer] of rows) {
      const to = `row${checks.length}@example.test`
      const sent = await send(company, invoice, { ...body, to })
      expect({ ...sent.payment_link, row: checks.length }).toMatchObject({ ...answer, row: checks.length })
      checks.push([sent, to])
    }
    await world.settle()
  }
  for (const [sent, to] of checks) await expectMail(sent, to)
  await world.prove(company)
})

it('R-077 R-080 R-098 R-099 sent again, an invoice has the same request and a new link; the page takes the money', async () => {
  const company = await world.newCompany()
  const customer = await newCustomer(company, { email: 'lune@example.test', language: 'fr' })
  const invoice = await newInvoice(company, '80.00', { customer: customer.id })
  const first = await send(company, invoice.id)
  const second = await send(company, invoice.id, { automatic: true })
  expect(first.email).toMatchObject({ to: 'lune@example.test', state: 'queued' })
  expect(second.email.payment_request).toBe(first.email.payment_request)
  const [old, url] = [first, second].map(({ payment_link }) => payment_link.link?.url ?? '')
  expect(old).not.toBe(url)
  expect(await pageStateOf(old ?? '')).toBe('replaced')
  await world.settle()
  expect((await arrived('lune@example.test')).subject).toContain('Facture')
  const { data } = await made(company.call('GET', `/v1/invoices/${invoice.id}/emails`))
  expect(data).toMatchObject([
    { id: first.email.id, state: 'sent', payment_request: first.email.payment_request },
    { id: second.email.id, state: 'sent', payment_request: first.email.payment_request },
  ])
  expect((await pay(world, company, url ?? '', { amount: 8_000 })).body.state).toBe('succeeded')
  await world.settle()
  const third = await send(company, invoice.id)
  expect(third.payment_link).toMatchObject({ embedded: false, reason: 'nothing_open' })
  await world.settle()
  const mail = await arrived('lune@example.test')
  expect(mail.text).toContain('Rien ne reste à payer')
  const events = await made(company.call('GET', '/v1/events?type=invoice.emailed'))
  expect(events.data).toHaveLength(3)
  await world.prove(company)
})

it('sent twice with one key, an invoice is mailed once; sent by many at once, it has one request', async () => {
  const company = await world.newCompany()
  const invoice = await newInvoice(company, '80.00')
  const once = () =>
    company.call(
      'POST',
      `/v1/invoices/${invoice.id}/send`,
      { to: 'once@example.test' },
      { 'idempotency-key': 'send-1' },
    )
  const [one, two] = [await once(), await once()]
  expect(one.status).toBe(201)
  expect(two.body).toEqual(one.body)
  const raced = await atOnce(6, (index) => send(company, invoice.id, { to: `many${index}@example.test` }))
  const requests = new Set(raced.map(({ email }) => email.payment_request))
  expect(requests).toEqual(new Set([(one.body as unknown as Sent).email.payment_request]))
  await world.settle()
  expect(await mailTo(world, 'once@example.test')).toHaveLength(1)
  await world.prove(company)
})

it('R-118 R-119 K23 what may not be chosen is refused, and nothing is sent', async () => {
  const company = await world.newCompany()
  const invoice = await newInvoice(company, '80.00')
  const to = 'nobody@example.test'
  await set(company, 'invoice.manual_link=hidden')
  const before = await rowCounts(world)
  const refused = [
    [{ to, payment_link: true }, 409, 'link_ruled_out'],
    [{ to, automatic: true, payment_link: false }, 422, 'automatic_invoice_is_fixed'],
    [{ to, automatic: true, payment_link: true }, 422, 'automatic_invoice_is_fixed'],
    [{ to, automatic: true, message: 'Our own words' }, 422, 'automatic_invoice_is_fixed'],
    [{ to, message: 'Pay at { link }' }, 422, 'template_variable_missing'],
    [{}, 422, 'recipient_missing'],
    [{ to: 'no address' }, 400, 'invalid_request'],
  ] as const
  for (const [body, status, code] of refused) {
    const answer = await company.call('POST', `/v1/invoices/${invoice.id}/send`, body)
    expect({ body, status: answer.status, code: answer.body.code }).toEqual({ body, status, code })
  }
  expect(await company.call('POST', `/v1/invoices/${invoice.customer}/send`, { to })).toMatchObject({
    status: 404,
  })
  expect(await rowCounts(world)).toEqual(before)
})

it('the sender’s own words go with an invoice, filled in, with a link and without one', async () => {
  const company = await world.newCompany()
  const customer = await newCustomer(company, { name: 'Café Lune' })
  const invoice = await newInvoice(company, '80.00', { customer: customer.id })
  const message = 'Dear { customer.name }, { request.reference } is for { request.amount }.'
  const said = `Dear Café Lune, ${invoice.number} is for $80.00.`
  for (const payment_link of [true, false]) {
    const to = `words-${payment_link}@example.test`
    const sent = await send(company, invoice.id, { to, message, payment_link })
    await world.settle()
    expect((await arrived(to)).text).toContain(said)
    await expectMail(sent, to)
  }
})

it('R-093 R-106 K3 K5 K24 a preset makes the product one of the systems it follows, and another one after it', async () => {
  const company = await world.newCompany()
  const customer = await newCustomer(company)
  const invoice = await newInvoice(company, '80.00', { customer: customer.id })
  const apply = (name: string) => made(company.call('POST', `/v1/settings/presets/${name}/apply`))
  const ask = (body: object) => company.call('POST', '/v1/payment_requests', body)
  const quick = { kind: 'quick', amount: 4_000, currency: 'usd', reference: 'Order 7', customer: customer.id }
  const amounts = { subtotal: 4_000, tax: 0, shipping: 0, currency: 'usd' }
  const detailed = { kind: 'detailed', title: 'Mill', reference: 'SO-1', customer: customer.id, ...amounts }
  const to = 'preset@example.test'
  const linkOf = async (body: object) => (await send(company, invoice.id, { to, ...body })).payment_link

  await apply('komet')
  expect(await ask(quick)).toMatchObject({ status: 409, body: { code: 'link_ruled_out' } })
  expect(await linkOf({})).toMatchObject({ embedded: false, decided_by: 'invoice.manual_link' })
  expect(await linkOf(TICKED)).toMatchObject({ embedded: true, decided_by: 'sender' })
  const { link } = await linkOf(AUTOMATIC)
  const openedOf = async (url: string) => {
    await payer('POST', `${url}/opened`)
    const { data } = await made(company.call('GET', '/v1/payment_requests?limit=1'))
    const [{ links }] = data as [{ links: { url: string; expires_at: string | null }[] }]
    return links.find((each) => each.url === url)?.expires_at
  }
  expect(await openedOf(link?.url ?? '')).not.toBeNull()

  await apply('koronet')
  expect(await openedOf((await linkOf(AUTOMATIC)).link?.url ?? '')).toBeNull()

  await apply('kimoby')
  const asked = await made(ask(quick))
  expect(await company.call('POST', `/v1/payment_requests/${asked.id}/send`, { email: to })).toMatchObject({
    status: 409,
    body: { code: 'link_ruled_out', setting: 'channels.enabled' },
  })
  expect(await pageStateOf(await copiedLink(company, asked.id))).toBe('payable')

  await apply('kinnek')
  expect(await ask(quick)).toMatchObject({ status: 409, body: { setting: 'requests.kinds' } })
  const bare = await ask(detailed)
  expect(
    bare.status === 201
      ? await company.call('POST', `/v1/payment_requests/${bare.body.id}/send`, { email: to })
      : bare,
  ).toMatchObject({
    body: { code: 'document_missing' },
  })

  await apply('komet_receiving')
  expect((await ask(quick)).status).toBe(201)
  expect(await linkOf({})).toMatchObject({ embedded: true })
  await world.settle()
})

it('K3 a link that may no longer be mailed is not renewed by itself; the company is asked', async () => {
  const company = await world.newCompany()
  const invoice = await newInvoice(company, '80.00')
  await set(company, 'link.expiry.mode.invoice_link=after_issue', 'link.expiry.hours.invoice_link=1')
  const { payment_link } = await send(company, invoice.id, { to: 'late@example.test' })
  const url = payment_link.link?.url ?? ''
  await set(company, 'channels.enabled=["copy"]')
  await advance(world, 2 * 3_600)
  expect(await pageStateOf(url)).toBe('expired')
  expect((await payer('POST', `${url}/renew`)).status).toBe(200)
  await world.settle()
  expect(await mailTo(world, 'late@example.test')).toHaveLength(1)
  expect((await made(company.call('GET', '/v1/events?type=payment_link.wanted'))).data).toHaveLength(1)
})

it('R-106 K7 K13 K17 standalone requests, kinds and channels that are off are refused, at every door', async () => {
  const company = await world.newCompany()
  const customer = await newCustomer(company, { email: 'a@example.test' })
  const invoice = await newInvoice(company, '80.00', { customer: customer.id })
  const quick = { kind: 'quick', amount: 4_000, currency: 'usd', reference: 'Order 7', customer: customer.id }
  const detailed = {
    kind: 'detailed',
    title: 'Mill',
    subtotal: 4_000,
    tax: 0,
    shipping: 0,
    currency: 'usd',
    reference: 'SO-1',
    customer: customer.id,
  }
  const byInvoice = { kind: 'invoice', invoices: [invoice.id] }
  const ask = (body: object) => company.call('POST', '/v1/payment_requests', body)
  const early = await made(ask(quick))
  const ruledOut = (setting: string) => ({ status: 409, body: { code: 'link_ruled_out', setting } })
  await set(company, 'requests.standalone=false')
  expect(await ask(quick)).toMatchObject(ruledOut('requests.standalone'))
  expect(await ask(detailed)).toMatchObject(ruledOut('requests.standalone'))
  const send = (id: unknown) => company.call('POST', `/v1/payment_requests/${id}/send`, {})
  const copy = (id: unknown) => company.call('POST', '/v1/payment_links', { payment_request: id })
  expect(await send(early.id)).toMatchObject(ruledOut('requests.standalone'))
  expect(await copy(early.id)).toMatchObject(ruledOut('requests.standalone'))
  const asked = await made(ask(byInvoice))
  await set(company, 'requests.standalone=true', 'requests.kinds=["quick"]')
  expect(await ask(detailed)).toMatchObject(ruledOut('requests.kinds'))
  expect(await ask(byInvoice)).toMatchObject(ruledOut('requests.kinds'))
  expect(await send(asked.id)).toMatchObject(ruledOut('requests.kinds'))
  expect((await ask(quick)).status).toBe(201)
  await set(company, 'channels.enabled=["copy"]')
  expect(await send(early.id)).toMatchObject(ruledOut('channels.enabled'))
  expect((await copy(early.id)).status).toBe(201)
  await set(company, 'channels.enabled=["email"]')
  expect(await copy(early.id)).toMatchObject(ruledOut('channels.enabled'))
  expect((await send(early.id)).status).toBe(200)
  await world.settle()
})

it('an invoice to an address that mail came back from is refused, with a link and without, and the mail says why', async () => {
  const company = await world.newCompany()
  const invoice = await newInvoice(company, '80.00')
  const to = 'bounce@nobody.test'
  await send(company, invoice.id, { to, payment_link: false })
  const emails = async () =>
    (await made(company.call('GET', `/v1/invoices/${invoice.id}/emails`))).data as {
      state: string
      error: string | null
    }[]
  const [mail] = await eventually(emails, ([first]) => first?.state === 'failed')
  expect(mail).toMatchObject({ state: 'failed', payment_request: null })
  expect(mail?.error).toContain('5.1.1')
  for (const payment_link of [true, false]) {
    const again = await company.call('POST', `/v1/invoices/${invoice.id}/send`, { to, payment_link })
    expect(again).toMatchObject({ status: 409, body: { code: 'recipient_suppressed' } })
  }
  expect(await emails()).toHaveLength(1)
})
