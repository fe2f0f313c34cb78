import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleUbl } from '../../server/src/receivables/einvoice/testing/sample-ubl.ts'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import {
  expectSound,
  goOn,
  isLookedAt,
  LOOKS,
  type Look,
  openPage,
  sayLook,
  signInAs,
  signInAtHome,
  startDashboardWorld,
} from '../support/dashboard.ts'
import { depositAll } from '../support/payouts.ts'
import { flowerLogo } from '../support/pictures.ts'
import { insideScreens } from '../support/screens/index.ts'
import { overlaysOfDashboard, routesOfDashboard } from '../support/screens/known.ts'
import { outsideScreens } from '../support/screens/outside.ts'
import type { Screens, Shown } from '../support/screens/screen.ts'
import { signedIn } from '../support/staff.ts'
import { dayOf, linkTo, made, mailTo, newCustomer, newInvoice, pay, quickLink } from '../support/story.ts'
import { expectDialog, expectMenu, expectWalkable } from '../support/walk.ts'
import type { World } from '../support/world.ts'
import { hostileCompany } from './hostile-company.ts'

const LONG = 'A very long name of a company that goes on, Incorporated & Associates of Delaware'
/** Names of the parts alone; what they show is made later. */
const NOTHING: Shown = {
  paid: '',
  payment: '',
  sent: '',
  disputed: '',
  wired: '',
  customer: '',
  owing: '',
  settled: '',
  open: '',
  imported: '',
  writtenOff: '',
  bulk: '',
  order: '',
  orderPaid: '',
  template: '',
}
/**
 * Opened by no key: looked at below, where a session ends; and in `dashboard-failures`, where a half-filled form is left
 * and where another tab goes to another company.
 */
const OPENED_BY_NO_KEY = new Set([
  'app/shell/sign-in-again.tsx',
  'app/shell/elsewhere-question.tsx',
  'parts/unsaved.tsx',
])

describeWithBrowser('the screens of the dashboard', () => {
  let world: World
  let browser: Browser
  let shown: Shown
  let invitation: string
  const pages = new Map<string, { page: Page; faults: string[] }>()

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    shown = await makeThings(world)
    invitation = await invite(world)
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  /** One page for each look, signed in once. */
  async function pageOf(look: Look) {
    const name = sayLook(look)
    const kept = pages.get(name)
    if (kept !== undefined) return kept
    const opened = await openPage(browser, look)
    await signInAtHome(world, opened.page, 'admin', look)
    pages.set(name, opened)
    return opened
  }

  it('are all looked at, and so is all that opens over them', () => {
    const screens = [outsideScreens(''), ...Object.values(insideScreens(NOTHING))].flatMap((each) =>
      Object.values(each),
    )
    const looked = new Set(screens.map(({ route }) => route))
    const opened = new Set(screens.map(({ over }) => over?.of))
    const routes = routesOfDashboard()
    expect(routes).toContain('/pay/requests/:id')
    expect(routes.filter((route) => !looked.has(route))).toEqual([])
    expect(overlaysOfDashboard().filter((of) => !OPENED_BY_NO_KEY.has(of) && !opened.has(of))).toEqual([])
  })

  const cases = LOOKS.flatMap((look) =>
    Object.keys(insideScreens(NOTHING)).map((part) => [part, sayLook(look), look] as const),
  )

  it.each(LOOKS.map((look) => [sayLook(look), look] as const))(
    'are sound and walked through by keyboard: signing in, %s',
    async (_, look) => {
      const { page, faults } = await openPage(browser, look)
      await lookAt(world, page, outsideScreens(invitation), look)
      expect(faults.filter((fault) => !fault.includes('(Gone)'))).toEqual([])
    },
  )

  it.each(cases)(
    'are sound and walked through by keyboard: %s, %s',
    { timeout: 300_000 },
    async (part, _, look) => {
      const { page, faults } = await pageOf(look)
      await lookAt(world, page, insideScreens(shown)[part] ?? {}, look)
      // A file that is refused is one of the looks.
      expect(faults.splice(0).filter((fault) => !fault.includes('422 (Unprocessable'))).toEqual([])
    },
  )

  it.each(LOOKS.map((look) => [sayLook(look), look] as const))(
    'are sound when the session ends over them: %s',
    async (name, look) => {
      const { page } = await openPage(browser, look)
      await signInAs(world, page, 'admin', look)
      await page.goto(`${world.url}/pay/requests/new`)
      await page.locator('form').waitFor()
      await page.context().clearCookies()
      await page.locator('form input').first().fill('lune')
      await page.getByRole('dialog').locator('[type=password]').waitFor()
      await expectSound(page, `sign-in-again-${name}`)
      await expectWalkable(page, `sign-in-again-${name}`, '[role="dialog"]')
    },
  )

  it('show what anybody typed as text, byte for byte: no script of it runs, and no markup is made of it', async () => {
    const { admin, screens, payPage, shownToPayers } = await hostileCompany(world)
    const { page, faults } = await openPage(browser)
    const asked = new Set<string>()
    const watch = (one: Page) => {
      one.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`))
      one.on('request', (request) => {
        if (/^https?:/.test(request.url())) asked.add(new URL(request.url()).host)
      })
    }
    watch(page)
    await page.addInitScript(
      `addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
        console.error('refused: ' + violatedDirective + ' ' + blockedURI))`,
    )
    await page.goto(`${world.url}/sign-in`)
    await page.locator('input[name=email]').fill(admin.email)
    await page.locator('input[name=password]').fill(admin.password)
    await page.locator('button[type=submit]').click()
    await page.locator('#content').waitFor()
    for (const [path, texts] of Object.entries(screens)) {
      await page.goto(`${world.url}/${path}`)
      await expectText(page, path, texts)
    }
    await page.goto(`${world.url}/`)
    await page.getByRole('heading', { name: 'Home' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('openReference')
    await page.getByRole('option').first().waitFor()
    await expectText(page, 'what is found', [shownToPayers[1] ?? ''])
    await page.goto(`${world.url}/invoices/import`)
    const file = {
      name: '<img src=x onerror=alert(1)>.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('x'),
    }
    await page.locator('input[type=file]').setInputFiles(file)
    await expectText(page, 'an import', [file.name])
    expect([...asked]).toEqual([new URL(world.url).host])
    await page.goto(payPage)
    await expectText(page, 'the pay page', shownToPayers)
    expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([])
  })
})

async function lookAt(world: World, page: Page, screens: Screens, look: Look): Promise<void> {
  let isClean = false
  let index = -1
  for (const [screen, each] of Object.entries(screens)) {
    const { path, shown, root = '#content', before, over, width, follows = false } = each
    if (!follows) index += 1
    if (width === undefined ? !isLookedAt(index, look) : width !== look.width) continue
    const name = `${screen}-${sayLook(look)}`
    if (isClean) await goOn(page, `/${path}`)
    else await page.goto(`${world.url}/${path}`)
    // A form that was written in asks before it is left, and outside the dashboard nothing goes on.
    isClean = root === '#content' && before === undefined
    await page.locator(root).locator(shown).first().waitFor()
    await before?.(page)
    if (over === undefined) {
      await expectSound(page, name)
      await expectWalkable(page, name, root)
      continue
    }
    const opener = over.by(page)
    await opener.focus()
    await page.evaluate('document.activeElement.setAttribute("data-opener", "")')
    await page.keyboard.press(over.key ?? 'Enter')
    const opened = page.getByRole(over.kind).last()
    await opened.waitFor()
    if (over.shown !== undefined) await opened.locator(over.shown).first().waitFor()
    await expectSound(page, name, `[role="${over.kind}"]`)
    await (over.kind === 'menu' ? expectMenu : expectDialog)(page, name)
  }
}

/** What the screens show: the long and the short, the paid and the declined, the open and what came back. */
async function makeThings(world: World): Promise<Shown> {
  const { company } = world
  const customer = await newCustomer(company, {
    name: 'Café Lune',
    email: 'cafe@lune.test',
    phone: '+13055550177',
    address_lines: ['12 Ocean Drive', 'Miami Beach, FL 33139'],
    country: 'US',
    language: 'fr',
  })
  const known = String(customer.id)
  await made(company.call('POST', `/v1/customers/${known}/contacts`, { name: 'Léa Dubois' }))
  const long = await newCustomer(company, {
    name: LONG,
    email: 'somebody.with.a.very.long.address@subsidiary.example.test',
  })
  const invoice = await newInvoice(company, '1240.50', { customer: known, due_on: '2026-01-31' })
  await pay(world, company, (await linkTo(company, invoice.id)).url, { amount: 124050, save: true })
  const soon = dayOf(new Date(Date.now() + 5 * 86_400_000))
  const open = await newInvoice(company, '12.00', { customer: long.id, due_on: soon })
  const promise = { promised_on: soon, note: 'By phone, after their fair' }
  await made(company.call('POST', `/v1/invoices/${open.id}/promises`, promise))
  const lost = await newInvoice(company, '60.00', { customer: known })
  const why = { reason: 'insolvent', note: 'Bankrupt since May' }
  await made(company.call('POST', `/v1/invoices/${lost.id}/write_off`, why))

  const bill = company.call('POST', '/v1/invoices/import?confirm_seller=true', Buffer.from(sampleUbl()), {
    'content-type': 'application/xml',
  })
  const imported = await made(bill)
  // Written by a key, so that whoever looks may approve it.
  await made(company.call('PATCH', '/v1/settings', { 'credit_notes.approval': true }))
  const wilted = { description: 'Roses that wilted', quantity: '1', unit_price: '5.00' }
  const credit = { invoice: open.id, lines: [wilted], reason: 'Wilted on arrival' }
  await made(company.call('POST', '/v1/credit_notes', credit))
  await made(company.call('PATCH', '/v1/settings', { 'credit_notes.approval': false }))
  await made(company.call('PUT', '/v1/company/logo', flowerLogo(), { 'content-type': 'image/png' }))

  const paid = await quickLink(company, 124050, { customer: known, reference: 'Order 1' })
  await pay(world, company, paid.url, { amount: 124050, card: '4000000000009995' })
  const { payment } = (
    await pay(world, company, paid.url, { amount: 124050, card: '5555555555554444', save: true })
  ).body
  const refund = { payment, amount: 4000, reason: 'Six broken vases' }
  await made(company.call('POST', '/v1/refunds', refund, { 'idempotency-key': 'vases' }))
  await depositAll(world, company)
  await quickLink(company, 99_999_999, {
    reference: 'A reference of many words that nobody cut short '.repeat(3),
  })
  const byHand = {
    payment,
    amount: 2500,
    given_by: 'cheque',
    given_on: dayOf(new Date()),
  }
  await made(company.call('POST', '/v1/refunds/given', { ...byHand, given_reference: 'No. 1042' }))
  const disputed = await quickLink(company, 8_000, { reference: 'Order 3' })
  await pay(world, company, disputed.url, { amount: 8_000, card: '4000000000000259' })
  const wired = await quickLink(company, 70_000, { customer: known, reference: 'Order 4' })
  const wire = { payment_request: wired.request, amount: 50_000, currency: 'usd', received_on: '2026-01-31' }
  await made(company.call('POST', '/v1/wires', { ...wire, reference: 'FT-1', sender: 'CAFE LUNE' }))
  const unnamed = { customer: known, amount: 75_000, currency: 'usd', received_on: '2026-02-01' }
  await made(company.call('POST', '/v1/wires', { ...unnamed, sender: 'CAFE LUNE' }))
  const given = { customer: known, currency: 'usd', received_on: '2026-02-01', applications: [] }
  const till = [
    { ...given, method: 'cash', amount: 4_050 },
    { ...given, method: 'cheque', reference: '000451', amount: 120_000 },
  ]
  for (const body of till) await made(company.call('POST', '/v1/received_payments', body))
  // Banked by mistake once, and once as it was.
  const cash = { ...given, method: 'cash', amount: 9_900 }
  const { payment: banked } = await made(company.call('POST', '/v1/received_payments', cash))
  const slip = { payments: [(banked as { id: string }).id], deposited_on: '2026-02-02', reference: '2291' }
  const { id: deposit } = await made(company.call('POST', '/v1/bank_deposits', slip))
  await made(company.call('POST', `/v1/bank_deposits/${deposit}/undo`, { reason: 'Another slip' }))
  await made(company.call('POST', '/v1/bank_deposits', slip))
  // Its mail comes back, so that its address stands among the suppressed.
  const order = {
    kind: 'quick',
    amount: 1200,
    currency: 'usd',
    reference: 'Order 2',
    email: 'bounce@nobody.test',
  }
  const sent = await made(company.call('POST', '/v1/payment_requests', order))
  await made(company.call('POST', `/v1/payment_requests/${sent.id}/send`, {}))
  const many = { kind: 'payment_links', invoices: [open.id, invoice.id] }
  const bulk = await made(company.call('POST', '/v1/bulk_sends', many))
  await world.settle()

  const text = { kind: 'reply', name: 'Ours', language: 'en', body: 'Thank you, { customer.name }.' }
  const template = await made(company.call('POST', '/v1/templates', text))
  await made(company.call('POST', '/v1/templates', { ...text, name: 'Le nôtre', language: 'fr' }))
  await made(
    company.call('POST', '/v1/invoice_schedules', {
      customer: customer.id,
      currency: 'usd',
      lines: [{ description: 'Flowers for the desk', quantity: '1', unit_price: '75.00' }],
      unit: 'week',
      every: 2,
      starts_on: dayOf(world.services.clock.now()),
    }),
  )
  return {
    paid: paid.request,
    payment: String(payment),
    sent: String(sent.id),
    disputed: disputed.request,
    wired: wired.request,
    customer: known,
    owing: String(long.id),
    settled: String(invoice.id),
    open: String(open.id),
    imported: String(imported.id),
    writtenOff: String(lost.id),
    bulk: String(bulk.id),
    ...(await makeOrders(world, known)),
    template: String(template.id),
  }
}

/** An order of a product that is unconfirmed, and one that its customer paid by the link of its mail. */
async function makeOrders(world: World, customer: string) {
  const { company } = world
  const product = await made(
    company.call('POST', '/v1/products', {
      code: 'ROSE-60',
      name: 'Roses, red, of the long kind, 60 cm',
      unit: 'bunch',
      currency: 'usd',
      unit_price: '12.50',
      taxes: [{ name: 'GST', rate: '5' }],
    }),
  )
  const body = {
    customer,
    currency: 'usd',
    po_number: 'PO-2031-000147',
    wanted_on: '2031-02-14',
    lines: [{ product: product.id, quantity: '40' }],
    shipping: { amount: '18.00' },
  }
  const order = await made(company.call('POST', '/v1/orders', body))
  const paid = await made(company.call('POST', '/v1/orders', { ...body, po_number: null }))
  const sent = await made(company.call('POST', `/v1/orders/${paid.id}/send`, { payment_link: true }))
  const { url } = (sent.payment_link as { link: { url: string } }).link
  await pay(world, company, url, { amount: Number(paid.total) })
  return { order: String(order.id), orderPaid: String(paid.id) }
}

/** The path that an invitation's mail leads to. */
async function invite(world: World): Promise<string> {
  const admin = await signedIn(world, world.company, 'admin')
  const email = 'nina@staff.test'
  await made(admin.call('POST', '/v1/members', { email, roles: ['cashier'] }))
  await world.settle()
  const [mail] = await mailTo(world, email)
  return /\/(accept-invitation\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

/** Waits until a page shows each text exactly, in words or in a field, and then finds nothing made of any of them. */
async function expectText(page: Page, where: string, texts: readonly string[]): Promise<void> {
  const missing = () =>
    page.evaluate<string[]>(`(() => {
      const fields = [...document.querySelectorAll('input, textarea, select')].map(({ value }) => value)
      const all = [document.body.textContent, ...fields]
      return ${JSON.stringify(texts)}.filter((text) => !all.some((each) => each.includes(text)))
    })()`)
  await expect.poll(async () => [where, await missing()], { timeout: 15_000 }).toEqual([where, []])
  expect([where, await page.evaluate<string[]>(STRANGE)]).toEqual([where, []])
}

/** What none of our own pages is made of: scripts and frames of others, handlers, addresses that run. */
const STRANGE = `[...document.querySelectorAll('*')].flatMap((element) => {
  const at = (name) => element.getAttribute(name)
  const source = at('src') ?? (element.tagName === 'LINK' ? at('href') : null)
  const isStrange =
    /^(object|embed|base|frame|applet|u)$/i.test(element.tagName) ||
    element.getAttributeNames().some((name) => name.startsWith('on') || name === 'http-equiv' || name === 'srcdoc') ||
    ['href', 'action', 'formaction', 'xlink:href', 'src'].some((name) => /^\\s*(javascript|vbscript|data:text)/i.test(at(name) ?? '')) ||
    (source !== null && !/^(\\/(?!\\/)|data:image|data:,$|blob:|http:..(localhost|127\\.0\\.0\\.1):)/.test(source)) ||
    /thief/.test(at('href') ?? at('action') ?? '')
  return isStrange ? [element.outerHTML.slice(0, 200)] : []
})`
