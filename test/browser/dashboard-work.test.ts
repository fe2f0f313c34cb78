import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { expectSound, openPage, signInAs, signInAtHome, startDashboardWorld } from '../support/dashboard.ts'
import { linkTo, made, mailTo, newCustomer, newInvoice, pay, quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('work in the dashboard', () => {
  let world: World
  let browser: Browser

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  /** A request that was sent to a customer of its own. */
  async function sent(reference: string, email: string): Promise<string> {
    const { company } = world
    const customer = await newCustomer(company, { name: email, email })
    const body = { kind: 'quick', amount: 5000, currency: 'usd', reference, customer: customer.id }
    const request = await made(company.call('POST', '/v1/payment_requests', body))
    await made(company.call('POST', `/v1/payment_requests/${request.id}/send`, {}))
    return String(request.id)
  }

  it('R-010 R-139 finds a request from anywhere by the key / and opens it with Enter', async () => {
    await sent('Quote 77', 'a@one.test')
    const { page } = await openPage(browser)
    await signInAtHome(world, page, 'sales')
    await page.keyboard.press('/')
    await page.keyboard.type('quote 77')
    await page.getByRole('option', { name: /Quote 77/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Quote 77' }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/pay\/requests\/req_/)
  })

  it('R-044 a wire that is 50.00 over and has no reference is matched in two clicks; the rest stays credit', async () => {
    const { company } = world
    const customer = await newCustomer(company, { name: 'Bistro Nord' })
    const invoice = await newInvoice(company, '1200', { customer: customer.id })
    const { request } = await linkTo(company, invoice.id)
    const wire = { customer: customer.id, amount: 125_000, currency: 'usd', received_on: '2026-02-01' }
    await made(company.call('POST', '/v1/wires', { ...wire, sender: 'BISTRO NORD LLC' }))
    await world.settle()
    const { page } = await openPage(browser)
    await signInAtHome(world, page, 'cashier')
    await page.locator('a[href="/pay/wires"]').first().click()
    await page.getByRole('button', { name: 'Match with INV-1' }).click()
    await page.getByText('$1,200.00 matched with INV-1.').waitFor()
    expect(await made(company.call('GET', `/v1/payment_requests/${request}`))).toMatchObject({
      status: 'paid',
    })
    const credits = await made(company.call('GET', `/v1/credits?customer=${customer.id}&open=true`))
    expect(credits.data).toMatchObject([{ kind: 'overpayment', remaining: 5_000 }])
  })

  it('R-051 R-054 R-055 R-067 receives cash and a cheque one after the other by keyboard, and banks them', async () => {
    const { company } = world
    const customer = await newCustomer(company, { name: 'Fleurs du Lac' })
    const first = await newInvoice(company, '40', { customer: customer.id, due_on: '2031-01-01' })
    const second = await newInvoice(company, '60', { customer: customer.id, due_on: '2031-02-01' })
    const { page } = await openPage(browser)
    await signInAtHome(world, page, 'cashier')
    await page.goto(`${world.url}/customers/${customer.id}`)
    await page.getByRole('link', { name: 'Receive payment' }).last().click()
    await page.getByLabel('Amount received').focus()
    await page.keyboard.type('75')
    // The oldest due first; the rest of what is owed stays open.
    const ofSecond = page.getByLabel(`Applied to ${second.number}`)
    await ofSecond.waitFor()
    expect(await page.getByLabel(`Applied to ${first.number}`).inputValue()).toBe('40.00')
    expect(await ofSecond.inputValue()).toBe('35.00')
    await ofSecond.fill('30')
    await page.getByText('$5.00', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Receive & new' }).press('Enter')
    await page
      .getByRole('status')
      .getByText('$75.00 received from Fleurs du Lac: $70.00 applied, $5.00')
      .waitFor()

    const instead = page.getByRole('link', { name: 'Or send a payment link' })
    expect(await instead.getAttribute('href')).toBe('/pay/requests/new')

    // The form is a fresh one, and begins with whom it is of.
    await page.keyboard.type('fleurs du')
    await page.getByRole('option', { name: /Fleurs du Lac/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByLabel('How it is paid').selectOption({ label: 'Cheque' })
    await page.getByLabel('Amount received').fill('30')
    await page.getByLabel('Cheque number').fill('000451')
    await page.getByLabel(`Applied to ${second.number}`).waitFor()
    await page.getByRole('button', { name: 'Receive', exact: true }).press('Enter')
    await page.waitForURL(`${world.url}/customers/${customer.id}*`)
    for (const { id } of [first, second])
      expect(await made(company.call('GET', `/v1/invoices/${id}`))).toMatchObject({ status: 'paid' })

    // What was put in by mistake is taken back, which banks nothing.
    const wrong = { customer: customer.id, currency: 'usd', method: 'cash', amount: 100, applications: [] }
    await made(company.call('POST', '/v1/received_payments', { ...wrong, received_on: '2026-02-01' }))
    await page.goto(`${world.url}/pay/tenders`)
    await page.getByRole('button', { name: 'Take back: Cash of Fleurs du Lac' }).first().click()
    await page.getByRole('button', { name: 'Take back $1.00' }).click()
    await page.getByText('$1.00 taken back.').waitFor()
    await page.getByRole('button', { name: 'Bank $105.00' }).press('Enter')
    await page.getByText('$105.00 banked.').waitFor()
    await page.getByText('Nothing waits to be banked').waitFor()
    const { data } = await made(company.call('GET', '/v1/bank_deposits'))
    expect(data).toMatchObject([{ amount: 10_500 }])

    // It was another day's after all: undone as a whole, and all of it waits again.
    await page.getByText('Bank deposits', { exact: true }).click()
    await page.getByRole('button', { name: /^Undo the deposit of/ }).click()
    await page.getByLabel('Why').fill('The bank was closed')
    await page.getByRole('button', { name: 'Undo the deposit of $105.00' }).click()
    await page.getByText(/undone on .* · The bank was closed/).waitFor()
    await page.getByText('To bank', { exact: true }).click()
    await page.getByRole('button', { name: 'Bank $105.00' }).waitFor()
  })

  it('R-188 R-190 reminds of many at once, says of how many it did not, and leaves those ticked', async () => {
    await sent('Many 1', 'many1@one.test')
    await sent('Many 2', 'many2@one.test')
    const paid = await quickLink(world.company, 700, { reference: 'Many 3' })
    await pay(world, world.company, paid.url, { amount: 700 })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/pay/requests?q=Many`)
    for (const name of ['Many 1', 'Many 2', 'Many 3']) await page.getByLabel(`Select ${name}`).check()
    await expectSound(page, 'requests-ticked')
    await page.getByRole('button', { name: 'Remind of 3' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remind of 3' }).click()
    await page.getByText('2 reminders are on their way. One request takes none and stays ticked.').waitFor()
    expect(await page.getByLabel('Select Many 3').isChecked()).toBe(true)
    expect(await page.getByLabel('Select Many 1').isChecked()).toBe(false)
    await world.settle()
    expect((await mailTo(world, 'many1@one.test')).map(({ subject }) => subject)).toHaveLength(2)
  })

  it('R-189 R-191 R-192 reminds of one with a text that was changed for this once', async () => {
    const id = await sent('Once', 'once@one.test')
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/pay/requests/${id}`)
    await page.getByRole('button', { name: 'Remind', exact: true }).click()
    const text = page.getByRole('dialog').getByLabel('What the mail says')
    await expect.poll(() => text.inputValue()).toContain('{ request.amount }')
    await text.fill('Dear friend, { request.amount } is still open.')
    await page.getByRole('dialog').getByRole('button', { name: 'Send the reminder' }).click()
    await page.getByText('The reminder is on its way.').waitFor()
    await world.settle()
    const [mail] = await mailTo(world, 'once@one.test')
    expect(mail?.text).toContain('Dear friend, $50.00 is still open.')
  })

  it('R-200 R-201 R-202 voids a request once it was confirmed; its link says so', async () => {
    const { request, url } = await quickLink(world.company, 900, { reference: 'To void' })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/pay/requests/${request}`)
    await page.getByRole('button', { name: 'Void', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Void this request' }).click()
    await page
      .getByRole('row', { name: /To void/ })
      .getByText('Voided')
      .waitFor()
    expect((await pay(world, world.company, url, { amount: 900 })).status).toBe(409)
  })

  it('R-050 R-138 R-139 lists payments, found by words and state; one opens its request, and what happens shows by itself', async () => {
    const hotel = await newCustomer(world.company, { name: 'Hôtel du Parc', email: 'parc@hotel.test' })
    const stay = await quickLink(world.company, 4200, { reference: 'Stay 12', customer: hotel.id })
    await pay(world, world.company, stay.url, { amount: 4200, card: '4000000000009995' })
    await pay(world, world.company, stay.url, { amount: 4200 })
    const next = await quickLink(world.company, 8100, { reference: 'Stay 13', customer: hotel.id })
    const { page, faults } = await openPage(browser)
    await signInAtHome(world, page, 'accounts_receivable')
    await page.getByRole('link', { name: 'Pay', exact: true }).click()
    await page.getByRole('link', { name: 'Payments', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Customer, reference or amount' }).fill('hôtel du parc')
    const rows = page.getByRole('row', { name: /Stay 1/ })
    await page.getByRole('row', { name: /Many 3/ }).waitFor({ state: 'detached' })
    await rows.filter({ hasText: 'Declined' }).getByText('Visa ···· 9995').waitFor()

    // Nobody touched the page.
    await pay(world, world.company, next.url, { amount: 8100 })
    await rows.filter({ hasText: 'Stay 13' }).getByText('Paid').waitFor()
    await page.getByRole('button', { name: 'Status' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Declined' }).click()
    await rows.nth(1).waitFor({ state: 'detached' })
    await rows.filter({ hasText: 'Declined' }).waitFor()
    const csv = await exported(page)
    expect(csv.split('\r\n').filter((line) => line.startsWith('pay_'))).toEqual([
      expect.stringContaining('Hôtel du Parc,Stay 12,'),
    ])

    await page.getByRole('button', { name: 'Take “Declined” away' }).click()
    await page
      .getByRole('row', { name: /Stay 12.*Paid/ })
      .getByRole('link')
      .click()
    await page.getByRole('heading', { name: 'Stay 12' }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/pay\/payments\/pay_\w+\/req_\w+$/)
    await expectSound(page, 'payment-open')
    await page.getByRole('button', { name: 'Refund' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Note, for your books').fill('Room was cold')
    await dialog.getByRole('button', { name: 'Refund $42.00' }).click()
    await page.getByRole('row', { name: /Stay 12.*Refunded/ }).waitFor()
    await page.locator('article').getByRole('button', { name: 'Close' }).click()
    expect(new URL(page.url()).pathname).toBe('/pay/payments')

    await page.getByRole('link', { name: 'Refunds', exact: true }).click()
    const refund = page.getByRole('row', {
      name: /Stay 12.*Hôtel du Parc.*Room was cold.*Refunded.*\$42\.00/,
    })
    await refund.getByRole('link').click()
    await page.getByRole('heading', { name: 'Stay 12' }).waitFor()
    await page.getByRole('row', { name: /Stay 12/ }).waitFor()
    expect(await exported(page)).toContain('Room was cold')
    expect(faults).toEqual([])
  })

  it('shows payments and refunds only to roles that may read them, and says what will stand where nothing is', async () => {
    const tenant = await world.newCompany()
    const { page: admins } = await openPage(browser)
    const admin = await signInAs(world, admins, 'admin', { tenant })
    await admins.goto(`${world.url}/pay/refunds`)
    await admins.getByRole('heading', { name: 'What you give back will be listed here.' }).waitFor()
    await admins.getByRole('link', { name: 'To the payments' }).click()
    await admins.getByRole('heading', { name: 'Every try to pay will be listed here.' }).waitFor()
    await admins.getByRole('link', { name: 'New request' }).click()
    await admins.getByRole('heading', { name: 'New payment request' }).waitFor()

    await admin.signIn()
    const permissions = ['requests.read', 'requests.send', 'settings.read']
    await made(admin.call('PATCH', '/v1/roles/sales', { permissions }))
    const { request } = await quickLink(tenant, 900, { reference: 'Unseen money' })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'sales', { tenant })
    await page.goto(`${world.url}/pay/requests/${request}`)
    await page.getByRole('heading', { name: 'Unseen money' }).waitFor()
    expect(await page.getByRole('link', { name: /^(Payments|Refunds)$/ }).count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'Payments', exact: true }).count()).toBe(0)
    await page.goto(`${world.url}/pay/payments`)
    await page.getByText('Your role does not allow this.').waitFor()
  })

  it('R-139 finds what is unpaid, and leaves out what is paid', async () => {
    await sent('Owed 1', 'owed@one.test')
    const paid = await quickLink(world.company, 700, { reference: 'Owed 2' })
    await pay(world, world.company, paid.url, { amount: 700 })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/pay/requests?q=Owed`)
    await page.getByRole('row', { name: /Owed 2/ }).waitFor()
    await page.getByRole('button', { name: 'Status' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Unpaid' }).click()
    await page.getByRole('row', { name: /Owed 2/ }).waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Owed 1/ }).waitFor()
    const csv = await exported(page)
    expect([csv.includes('Owed 1'), csv.includes('Owed 2')]).toEqual([true, false])
  })

  it('goes from row to row by the arrow keys, and lists the keys that work', async () => {
    for (const reference of ['Row 1', 'Row 2']) await quickLink(world.company, 100, { reference })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'sales')
    await page.goto(`${world.url}/pay/requests?q=Row`)
    await page.getByRole('link', { name: 'Row 1' }).waitFor()
    await page.getByRole('link', { name: 'Row 2' }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('Row 1')
    // One stop of the Tab key: the boxes to tick and the rows are gone through by the arrows.
    expect(await page.locator('tbody a[tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    for (const key of ['n', '/', '?']) await dialog.getByText(key, { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe('Row 1')
  })

  it('a row opens beside the list, the arrows open the next, Escape closes it, and back leads out of the list', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'sales')
    await page.goto(`${world.url}/pay/requests?q=Row`)
    await page.getByRole('link', { name: 'Row 2' }).focus()
    await page.keyboard.press('Enter')
    const beside = (name: string) => page.locator('article').getByRole('heading', { level: 1, name })
    await beside('Row 2').waitFor()
    expect(await page.getByRole('table').isVisible()).toBe(true)
    expect(await focused(page)).toBe('Row 2')
    await page.getByRole('status').getByText('Row 2', { exact: true }).waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowDown')
    await beside('Row 1').waitFor()
    expect(new URL(page.url()).search).toBe('?q=Row')
    expect(await page.title()).toBe('Row 1 · Rosa Blooms')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1')
    await page.keyboard.press('Escape')
    await beside('Row 1').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('Row 1')
    expect(page.url()).toBe(`${world.url}/pay/requests?q=Row`)
    await page.goBack()
    await beside('Row 1').waitFor()
    await page.goBack()
    await beside('Row 1').waitFor({ state: 'detached' })
  })

  it('an installed dashboard says so where there is no network, and keeps nobody’s data', async () => {
    const { page } = await openPage(browser, { language: 'fr' })
    await signInAtHome(world, page, 'sales')
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
    const session = await page.context().newCDPSession(page)
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
    await page.goto(`${world.url}/customers`)
    await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor()
    await page.context().setOffline(true)
    await page.goto(`${world.url}/invoices`)
    await page.getByRole('heading', { name: 'Pas de connexion' }).waitFor()
    expect(await page.getByRole('heading').count()).toBe(1)
    await expectSound(page, 'offline')
    const kept = await page.evaluate<string[]>(`caches.keys().then(async (names) =>
      (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat())`)
    expect(kept.map((url) => new URL(url).pathname).sort()).toEqual([
      '/dashboard/icon.svg',
      '/dashboard/offline.css',
      '/dashboard/offline.html',
      '/dashboard/offline.js',
    ])
  })

  it('says when nobody answers, and goes on by itself when somebody does', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'sales')
    await page.goto(`${world.url}/pay/requests`)
    await page.locator('tbody a').first().waitFor()
    await page.context().setOffline(true)
    // What is open already goes on until it ends; the server ends it when it starts again.
    await world.restart()
    await page.getByText('The server does not answer.').waitFor()
    await quickLink(world.company, 100, { reference: 'Made meanwhile' })
    await page.context().setOffline(false)
    await page.getByText('The server does not answer.').waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Made meanwhile/ }).waitFor()
  })
})

/** What the list that is shown is exported as. */
async function exported(page: Page): Promise<string> {
  const downloaded = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as CSV what is listed' }).click()
  return readFileSync(await (await downloaded).path(), 'utf8')
}

/** What has the focus, by its text. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent.trim()')
}
