import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sampleUbl } from '../../server/src/receivables/einvoice/testing/sample-ubl.ts'
import { launchBrowser } from '../support/browser.ts'
import {
  atOnce,
  copiedLink,
  linkTo,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  pageStateOf,
  pay,
} from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 180_000 })

/** An invoice is edited or voided while links to it are out. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const page = async (url: string, language = 'en') =>
  (await payer('GET', url, undefined, { 'accept-language': language })).text
const priced = (price: string) => [{ description: 'Roses', quantity: '1', unit_price: price }]
const edit = (id: unknown, body: Record<string, unknown>) =>
  world.company.call('PATCH', `/v1/invoices/${id}`, { revision: 1, ...body })
const read = async (id: unknown) => (await world.company.call('GET', `/v1/invoices/${id}`)).body
const change = (values: Record<string, unknown>) => made(world.company.call('PATCH', '/v1/settings', values))

async function mailed(price: string, email: string) {
  const { company } = world
  const invoice = await newInvoice(company, price)
  const asked = await made(
    company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }),
  )
  return { invoice, request: String(asked.id), url: await send(String(asked.id), email) }
}
/** The mail has gone, so that none overtakes the next. */
async function send(request: string, email: string): Promise<string> {
  const { links } = await made(world.company.call('POST', `/v1/payment_requests/${request}/send`, { email }))
  await world.settle()
  return String((links as { url: string }[]).at(-1)?.url)
}

it('an edit keeps the number, counts a revision, and the books follow by reversal', async () => {
  const invoice = await newInvoice(world.company, '80.00', { due_on: '2030-01-31', note: 'By the door' })
  const edited = await made(
    edit(invoice.id, {
      lines: [{ description: 'Tulips', quantity: '2', unit_price: '45.00', taxes: [{ rate: '10' }] }],
      shipping: { amount: '5.00' },
      due_on: '2030-02-28',
      buyer: { name: 'Café Lune et fils', address_lines: ['1 rue X'] },
    }),
  )
  expect(edited).toMatchObject({
    number: invoice.number,
    revision: 2,
    total: 10_400,
    open: 10_400,
    tax: 900,
    shipping: 500,
    due_on: '2030-02-28',
    note: 'By the door',
    buyer: { name: 'Café Lune et fils', address_lines: ['1 rue X'], email: null },
    lines: [{ description: 'Tulips', amount: 9_000 }],
  })
  expect(await read(invoice.id)).toMatchObject({ revision: 2, lines: [{ description: 'Tulips' }] })
  const again = await made(edit(invoice.id, { revision: 2, due_on: null, note: null }))
  expect(again).toMatchObject({
    revision: 3,
    total: 10_400,
    due_on: null,
    note: null,
    lines: [{ description: 'Tulips' }],
  })
  await world.prove()
})

it('what an invoice was written with is read again, so that an edit of it is whole', async () => {
  const [gst, qst] = [
    { rate: '5', name: 'GST' },
    { rate: '9.975', name: 'QST' },
  ]
  const terms = {
    tax_included: false,
    discount: { label: 'Loyalty', amount: '4.00' },
    shipping: { amount: '12.50', taxes: [gst] },
  }
  const lines = [
    { description: 'Roses', quantity: '2', unit: 'box', unit_price: '33.335', taxes: [gst, qst] },
    { description: 'Card', quantity: '1', unit: null, unit_price: '5.00', taxes: [] },
  ]
  const invoice = await newInvoice(world.company, '0', { ...terms, lines })
  const { revision, ...before } = await read(invoice.id)
  expect(before).toMatchObject({ terms, lines })
  // Sent back as it was read, it is the same invoice.
  const sums = ['subtotal', 'allowances', 'shipping', 'tax', 'total', 'taxes', 'terms', 'lines'] as const
  const edited = await made(edit(invoice.id, { ...terms, lines }))
  for (const sum of sums) expect([sum, edited[sum]]).toEqual([sum, before[sum]])
  expect([revision, edited.revision]).toEqual([1, 2])
  const included = await made(edit(invoice.id, { revision: 2, tax_included: true, lines: [lines[1]] }))
  expect(included).toMatchObject({ terms: { tax_included: true, discount: null, shipping: null } })
  await world.prove()
})

it('the lines of an e-invoice are refused, what stands around them is not; those of a list are edited', async () => {
  const { company } = world
  const file = Buffer.from(sampleUbl({ number: '<cbc:ID>FILE-1</cbc:ID>' }))
  const type = { 'content-type': 'application/xml' }
  const imported = await made(company.call('POST', '/v1/invoices/import?confirm_seller=true', file, type))
  expect(imported).toMatchObject({ number: 'FILE-1', terms: null })
  expect(await edit(imported.id, { lines: priced('1.00') })).toMatchObject({
    status: 409,
    body: { code: 'invoice_not_editable', field: 'lines' },
  })
  expect(await made(edit(imported.id, { due_on: '2031-01-31' }))).toMatchObject({ due_on: '2031-01-31' })
  const list =
    'number,issued_on,customer_name,unit_price,tax_rate,description\nL-1,2026-01-31,Lune,5.00,10,Roses\n'
  const done = await made(
    company.call('POST', '/v1/invoices/import?currency=usd', Buffer.from(list), {
      'content-type': 'text/csv',
    }),
  )
  const [first] = done.imported as { id: string }[]
  expect(await read(first?.id)).toMatchObject({ terms: {}, lines: [{ taxes: [{ rate: '10', name: null }] }] })
  expect(await made(edit(first?.id, { lines: priced('7.00') }))).toMatchObject({ number: 'L-1', total: 700 })
  await world.prove()
})

it('an edit is refused with its own code: another revision, too little, under way, void, not one’s own', async () => {
  const { company } = world
  const invoice = await newInvoice(company, '80.00')
  expect(await edit(invoice.id, { revision: 2, note: 'x' })).toMatchObject({
    status: 409,
    body: { code: 'invoice_revised', revision: 1 },
  })
  expect(await edit(invoice.id, { shipping: { amount: '5.00' } })).toMatchObject({
    status: 400,
    body: { field: 'lines' },
  })
  const { url } = await linkTo(company, invoice.id)
  const attempt = await pay(world, company, url, { amount: 8_000, card: '4000002760003184' })
  expect(attempt.body).toMatchObject({ state: 'requires_action' })
  expect(await edit(invoice.id, { lines: priced('90.00') })).toMatchObject({
    status: 409,
    body: { code: 'edit_must_wait' },
  })
  await payer('POST', `${url}/payments/${attempt.body.payment}/give_up`)
  expect((await pay(world, company, url, { amount: 8_000 })).body).toMatchObject({ state: 'succeeded' })
  const low = await edit(invoice.id, { lines: priced('79.99') })
  expect(low).toMatchObject({
    status: 409,
    body: { code: 'edit_below_settled', settled: 8_000, total: 7_999 },
  })
  expect(low.text).toContain('credit note')
  const voided = await newInvoice(company, '10.00')
  await made(company.call('POST', `/v1/invoices/${voided.id}/void`))
  expect(await edit(voided.id, { note: 'x' })).toMatchObject({
    status: 409,
    body: { code: 'invoice_not_editable' },
  })
  const other = await world.newCompany()
  expect((await other.call('PATCH', `/v1/invoices/${voided.id}`, { revision: 1, note: 'x' })).status).toBe(
    404,
  )
  await world.prove()
})

it('raced, one edit of a revision is made', async () => {
  const invoice = await newInvoice(world.company, '80.00')
  const answers = await atOnce(10, (i) => edit(invoice.id, { lines: priced(`${90 + i}.00`) }))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
    new Set(['invoice_revised']),
  )
  expect(await read(invoice.id)).toMatchObject({ revision: 2 })
  await world.prove()
})

it('R-111 K9 an edit supersedes the links to the invoice alone; the old one says what changed and opens the newest', async () => {
  const { company } = world
  const { invoice, request, url } = await mailed('80.00', 'ann@lune.test')
  const copied = await copiedLink(company, request)
  await made(edit(invoice.id, { lines: priced('70.00') }))
  for (const old of [url, copied]) {
    expect(await pageStateOf(old)).toBe('replaced')
    const told = await page(old)
    expect(told).toContain('This invoice was updated on')
    expect(told).toContain('It was $80.00 and is now $70.00.')
    expect(told).not.toContain('Open the current one')
    expect((await pay(world, company, old, { amount: 7_000 })).body).toMatchObject({
      code: 'link_not_payable',
    })
  }
  expect(await page(url, 'fr')).toContain('Cette facture a été mise à jour le')
  const newest = await send(request, 'ann@lune.test')
  expect(await page(newest)).toContain('$70.00')
  expect(await page(url)).toContain(new URL(newest).pathname)
  // Who holds a copied link is not shown what went to an address.
  expect(await page(copied)).not.toContain(new URL(newest).pathname)
  await world.settle()
  const [mail] = await mailTo(world, 'ann@lune.test')
  expect(mail?.text).toContain('$70.00')
  expect((await pay(world, company, newest, { amount: 7_000 })).body).toMatchObject({ state: 'succeeded' })
  expect(await read(invoice.id)).toMatchObject({ status: 'paid' })
  await world.settle()
  await world.prove()
})

it('K3 K9 the holder of a mailed link that an edit replaced has the current one sent to the same address', async () => {
  const { invoice, url } = await mailed('80.00', 'bea@lune.test')
  await made(edit(invoice.id, { lines: priced('70.00') }))
  expect(await page(url)).toContain('Send me a new link')
  await fetch(`${url}/renew`, { method: 'POST', redirect: 'manual' })
  await world.settle()
  const mails = await mailTo(world, 'bea@lune.test')
  expect(mails).toHaveLength(2)
  expect(mails[0]?.text).toContain('$70.00')
})

it('K9 where links stay, the old one shows what is owed and sold now', async () => {
  await change({ 'link.on_invoice_edit': 'stay_active' })
  const { company } = world
  const { invoice, url } = await mailed('80.00', 'cay@lune.test')
  await made(edit(invoice.id, { lines: [{ description: 'Peonies', quantity: '3', unit_price: '40.00' }] }))
  await change({ 'link.on_invoice_edit': 'supersede' })
  const told = await page(url)
  for (const words of ['The amount is now $120.00', 'It was $80.00 when this was sent.', 'Peonies'])
    expect(told).toContain(words)
  const stale = await pay(world, company, url, { amount: 8_000 })
  expect(stale).toMatchObject({ status: 409, body: { code: 'amount_changed', amount: 12_000 } })
  expect((await pay(world, company, url, { amount: 12_000 })).body).toMatchObject({ state: 'succeeded' })
  await world.settle()
  await world.prove()
})

it('A20 (n) a link to several invoices stays and shows the live sum', async () => {
  const { company } = world
  const customer = (await newCustomer(company)).id
  const [one, two] = [
    await newInvoice(company, '80.00', { customer }),
    await newInvoice(company, '20.00', { customer }),
  ]
  const { url } = await linkTo(company, one.id, two.id)
  await made(edit(one.id, { lines: [{ description: 'Peonies', quantity: '1', unit_price: '60.00' }] }))
  expect(await pageStateOf(url)).toBe('partly_paid')
  const told = await page(url)
  for (const words of ['The amount is now $80.00', 'It was $100.00 when this was sent.', 'Peonies'])
    expect(told).toContain(words)
  expect((await pay(world, company, url, { amount: 8_000 })).body).toMatchObject({ state: 'succeeded' })
  await world.prove()
})

it('edits raced with payments: what is charged is what was owed, and the books agree', async () => {
  const { company } = world
  await change({ 'link.on_invoice_edit': 'stay_active' })
  for (let round = 0; round < 5; round++) {
    const invoice = await newInvoice(company, '80.00')
    const { url } = await linkTo(company, invoice.id)
    const [edited, paid] = await Promise.all([
      edit(invoice.id, { lines: priced('90.00') }),
      pay(world, company, url, { amount: 8_000 }),
    ])
    expect([200, 409]).toContain(edited.status)
    expect(paid.status === 200 || paid.body.code === 'amount_changed').toBe(true)
    expect(edited.status === 200 || paid.status === 200).toBe(true)
  }
  await change({ 'link.on_invoice_edit': 'supersede' })
  await world.settle()
  await world.prove()
})

it('R-200 R-201 A20 (l) voiding a request leaves its invoices open, unless they are to be voided too', async () => {
  const { company } = world
  const customer = (await newCustomer(company)).id
  const invoices = [
    await newInvoice(company, '80.00', { customer }),
    await newInvoice(company, '20.00', { customer }),
  ]
  const ids = invoices.map(({ id }) => id)
  const first = await linkTo(company, ...ids)
  await made(company.call('POST', `/v1/payment_requests/${first.request}/void`))
  for (const id of ids) expect(await read(id)).toMatchObject({ status: 'open' })
  const second = await linkTo(company, ...ids)
  expect(
    await made(company.call('POST', `/v1/payment_requests/${second.request}/void`, { void_invoices: true })),
  ).toMatchObject({ status: 'voided' })
  for (const id of ids) expect(await read(id)).toMatchObject({ status: 'void', open: 0 })
  expect(await page(second.url)).toContain('Nothing is owed.')
  await world.prove()
})

it('A20 (l) an invoice that is paid refuses to be voided with its request, and then nothing is', async () => {
  const { company } = world
  const customer = (await newCustomer(company)).id
  const [one, two] = [
    await newInvoice(company, '80.00', { customer }),
    await newInvoice(company, '20.00', { customer }),
  ]
  const { request, url } = await linkTo(company, one.id, two.id)
  await made(pay(world, company, (await linkTo(company, two.id)).url, { amount: 2_000 }))
  expect(
    await company.call('POST', `/v1/payment_requests/${request}/void`, { void_invoices: true }),
  ).toMatchObject({ status: 409, body: { code: 'money_has_moved' } })
  expect(await read(one.id)).toMatchObject({ status: 'open' })
  expect(await pageStateOf(url)).toBe('partly_paid')
})

it('R-202 R-203 a voided invoice takes no payment, and its PDF says so in both languages', async () => {
  const { company } = world
  const invoice = await newInvoice(company, '80.00')
  const { url } = await linkTo(company, invoice.id)
  await made(company.call('POST', `/v1/invoices/${invoice.id}/void`))
  expect(await pageStateOf(url)).toBe('voided')
  expect((await pay(world, company, url, { amount: 8_000 })).status).toBe(409)
  expect((await payer('GET', `${url}/invoices/${invoice.id}.pdf`)).status).toBe(200)
})

it('R-101 R-202 an open page notices by itself: another amount, paid in another tab, voided, replaced', async () => {
  const { company } = world
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext()
    const open = async (url: string) => {
      const tab = await context.newPage()
      await tab.goto(url)
      await tab.locator('#pay:enabled').waitFor({ timeout: 60_000 })
      await tab.fill('#name', 'Rosa Lune')
      return tab
    }
    const voided = await newInvoice(company, '80.00')
    const replaced = await newInvoice(company, '80.00')
    const paid = await newInvoice(company, '80.00')
    const changed = await newInvoice(company, '80.00')
    const paidLink = await linkTo(company, paid.id)
    const [one, two, three, four] = await Promise.all([
      open((await linkTo(company, voided.id)).url),
      open((await linkTo(company, replaced.id)).url),
      open(paidLink.url),
      open((await linkTo(company, changed.id)).url),
    ])
    await made(company.call('POST', `/v1/invoices/${voided.id}/void`))
    await made(edit(replaced.id, { lines: priced('70.00') }))
    await made(pay(world, company, paidLink.url, { amount: 8_000 }))
    await change({ 'link.on_invoice_edit': 'stay_active' })
    await made(edit(changed.id, { lines: priced('75.00') }))
    await change({ 'link.on_invoice_edit': 'supersede' })
    const sees = async (tab: typeof one, words: string) => {
      await tab.bringToFront()
      await tab.getByText(words).first().waitFor({ timeout: 60_000 })
    }
    await sees(one, 'canceled this request')
    await sees(two, 'This invoice was updated on')
    await sees(three, 'Paid. Thank you.')
    await sees(four, 'The amount is now $75.00')
    expect(await four.inputValue('#name')).toBe('Rosa Lune')
    expect(await four.textContent('#pay')).toContain('$75.00')
  } finally {
    await browser.close()
  }
})

it('R-108 an edit that leaves what no charge can be is made and says so; links that are out take nothing and say so too', async () => {
  const { company } = world
  await change({ 'link.on_invoice_edit': 'stay_active' })
  const invoice = await newInvoice(company, '80.00')
  const { url, request } = await linkTo(company, invoice.id)
  expect(await made(edit(invoice.id, { lines: priced('70.00') }))).toMatchObject({
    payment_link: { possible: true, reason: 'rule' },
  })
  for (const [revision, price, amount] of [
    [2, '0.49', 49],
    [3, '1000000.00', 100_000_000],
  ] as const) {
    expect(await made(edit(invoice.id, { revision, lines: priced(price) }))).toMatchObject({
      open: amount,
      payment_link: { possible: false, reason: 'amount_not_payable', decided_by: null },
    })
    expect(await pageStateOf(url)).toBe('links_off')
    expect(await page(url)).toContain('Rosa Blooms does not take payments by link for this.')
    expect(await page(url, 'fr')).toContain('Demandez comment vous pouvez payer.')
    // Eight digits are the most that a page submits.
    expect((await pay(world, company, url, { amount: Math.min(amount, 99_999_999) })).body).toMatchObject({
      code: 'link_not_payable',
      state: 'links_off',
    })
    expect(
      await company.call('POST', `/v1/payment_requests/${request}/send`, { email: 'ann@lune.test' }),
    ).toMatchObject({ status: 422, body: { code: 'amount_not_payable' } })
  }
  await made(edit(invoice.id, { revision: 4, lines: priced('60.00') }))
  expect(await pageStateOf(url)).toBe('partly_paid')
  expect((await pay(world, company, url, { amount: 6_000 })).body).toMatchObject({ state: 'succeeded' })
  await change({ 'link.on_invoice_edit': 'supersede' })
  await world.prove()
})

it('the least that may be asked for is the currency’s own: 0.30 GBP, not 0.29; 0.50 USD, not 0.49', async () => {
  const asked = (amount: number, currency: string) =>
    world.company.call('POST', '/v1/payment_requests', { kind: 'quick', amount, currency, reference: 'x' })
  const answers = await Promise.all([asked(30, 'gbp'), asked(29, 'gbp'), asked(50, 'usd'), asked(49, 'usd')])
  expect(answers.map(({ status }) => status)).toEqual([201, 422, 201, 422])
})
