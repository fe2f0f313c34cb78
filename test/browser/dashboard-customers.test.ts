import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { expectSound, openPage, signInAs, signInAtHome, startDashboardWorld } from '../support/dashboard.ts'
import { made, newCustomer, newInvoice, pay, quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('the customers of the dashboard', () => {
  let world: World
  let browser: Browser
  let known: string

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    const { company } = world
    const customer = await newCustomer(company, {
      name: 'Café Lune',
      email: 'cafe@lune.test',
      phone: '+13055550177',
      address_lines: ['12 Ocean Drive', 'Miami Beach, FL 33139'],
      country: 'US',
    })
    known = String(customer.id)
    await made(company.call('POST', `/v1/customers/${known}/contacts`, { name: 'Léa Dubois' }))
    await newInvoice(company, '240.00', { customer: known, due_on: '2026-01-31' })
    const link = await quickLink(company, 124050, { customer: known, reference: 'Bouquet 17' })
    await pay(world, company, link.url, { amount: 124050, card: '4000000000009995' })
    await pay(world, company, link.url, { amount: 124050, save: true })
    const other = await quickLink(company, 500, { customer: known, reference: 'Bouquet 18' })
    await pay(world, company, other.url, { amount: 500, card: '5555555555554444', save: true })
    await newCustomer(company, {
      name: 'A very long name of a company that goes on, Incorporated & Associates of Delaware',
      email: 'somebody.with.a.very.long.address@subsidiary.example.test',
    })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it('R-007 R-009 R-010 R-011 a profile is found by company, contact and phone, by keyboard, and its invoice opens', async () => {
    const { page, faults } = await openPage(browser)
    await signInAtHome(world, page, 'cashier')
    await page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click()
    const search = page.locator('#content').getByRole('searchbox')
    const list = page.getByRole('table', { name: 'Customers' })
    for (const typed of ['lune', 'Dubois', '5550177', 'cafe@lune']) {
      await search.fill(typed)
      await list.getByRole('link', { name: 'A very long name' }).waitFor({ state: 'detached' })
      await list.getByRole('link', { name: 'Café Lune' }).waitFor()
      await search.fill('')
      await list.getByRole('link', { name: 'A very long name' }).waitFor()
    }
    await search.fill('lune')
    await list.getByRole('link', { name: 'A very long name' }).waitFor({ state: 'detached' })
    await list.getByRole('link', { name: 'Café Lune' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Café Lune' }).waitFor()
    await page.getByText('Léa Dubois').last().waitFor()
    await page.getByRole('tab', { name: 'Payments' }).click()
    await page.getByRole('tabpanel').getByText('Declined').waitFor()
    await page.getByRole('tab', { name: 'Activity' }).click()
    await page.getByText('Paid for Bouquet 17').waitFor()
    await page.getByText('Declined for Bouquet 17').waitFor()
    expect(new URL(page.url()).search).toBe('?q=lune')
    await page.getByRole('tab', { name: 'Invoices' }).click()
    await page.getByRole('tabpanel').getByRole('link', { name: 'INV-1' }).click()
    await page.getByRole('heading', { name: 'INV-1' }).waitFor()
    await page.getByRole('cell', { name: 'Roses' }).waitFor()
    expect(faults).toEqual([])
  })

  it('R-014 R-053 R-054 R-074 what a customer saved stands on a tab of its own, is charged for an invoice, made the default and removed', async () => {
    const { page, faults } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/customers/${known}`)
    await page.getByRole('tab', { name: 'Payment methods' }).click()
    const methods = page.getByRole('list', { name: 'Saved payment methods' })
    const visa = methods.getByRole('listitem').filter({ hasText: 'Visa ···· 4242' })
    await visa.getByText('Default').waitFor()
    await visa.getByText('What was agreed to').click()
    await visa.getByText('may charge it for later invoices').waitFor()
    await page.getByRole('button', { name: 'Charge Visa ···· 4242' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('For what').selectOption({ label: 'INV-1 · $240.00' })
    await dialog.getByRole('button', { name: 'Charge $240.00' }).click()
    await page.getByText('$240.00 were charged.').waitFor()
    await page.getByRole('button', { name: 'Make default: Mastercard ···· 4444' }).click()
    await dialog.getByRole('button', { name: 'Make default' }).click()
    await methods.getByRole('listitem').filter({ hasText: '4444' }).getByText('Default').waitFor()
    await page.getByRole('button', { name: 'Remove Visa ···· 4242' }).click()
    await dialog.getByText('It is never charged again').waitFor()
    await dialog.getByRole('button', { name: 'Remove Visa ···· 4242' }).click()
    await visa.waitFor({ state: 'detached' })
    // What somebody else does shows without reloading.
    const { company } = world
    const kept = (await made(company.call('GET', `/v1/customers/${known}/payment_methods`))).data as {
      id: string
    }[]
    await made(company.call('DELETE', `/v1/payment_methods/${kept[0]?.id}`))
    await page.getByText('Nothing is saved yet.').waitFor()
    // R-069 R-070: asked for by a form, which shows while it is out and takes nothing once it is taken back.
    await page.getByRole('button', { name: 'Request payment method' }).click()
    expect(await dialog.getByLabel('Recipient’s e-mail').inputValue()).toBe('cafe@lune.test')
    await dialog.getByRole('button', { name: 'Send form' }).click()
    await page.getByText('Form sent to cafe@lune.test, good until').waitFor()
    await page.getByRole('button', { name: 'Take back the form to cafe@lune.test' }).click()
    await expectSound(page, 'customer-form-revoke-1440-en-light')
    await dialog.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('Form sent to cafe@lune.test').waitFor({ state: 'detached' })
    expect(faults).toEqual([])
  })

  it('R-071 R-073 R-074 the form that a customer was mailed is filled in on a phone, asked about by the bank, in French, and used once', async () => {
    const { company, sandbox } = world
    const asked = await made(
      company.call('POST', `/v1/customers/${known}/method_requests`, { email: 'form@lune.test' }),
    )
    const { url } = await made(company.call('GET', `/v1/method_requests/${asked.id}/link`))
    for (const [width, language, scheme] of [
      [1440, 'en', 'light'],
      [360, 'fr', 'dark'],
    ] as const) {
      const context = await browser.newContext({
        bypassCSP: true,
        colorScheme: scheme,
        viewport: { width, height: 900 },
      })
      const page = await context.newPage()
      await page.goto(`${url}?lang=${language}`)
      await page.locator('#card.is-ready').waitFor()
      await expectSound(page, `method-form-${width}-${language}`)
      await context.close()
    }
    const { page } = await openPage(browser, { width: 360, language: 'fr', scheme: 'light' })
    await page.goto(`${url}?lang=fr`)
    const { port } = new URL(sandbox.url)
    const fields = page.frameLocator(`iframe[src*=":${port}/elements/payment"]`)
    await fields.locator('#number').fill('4000002760003184')
    await fields.locator('#expiry').fill('12 / 34')
    await fields.locator('#cvc').fill('123')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    const bank = page.frameLocator('iframe[title^="Authentification"]')
    await bank.getByText('si vous permettez à').waitFor()
    await bank.getByRole('button', { name: 'Réussir l’authentification' }).click()
    await page.getByRole('heading', { name: 'Enregistré. Merci.' }).waitFor()
    await expectSound(page, 'method-form-used')
    const kept = (await made(company.call('GET', `/v1/customers/${known}/payment_methods`))).data
    expect(kept).toMatchObject([{ card: { last4: '3184' }, state: 'active' }])
  })

  it('a new customer is added, changed and given a contact; what was typed survives a refusal', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/customers/new`)
    await page.getByRole('button', { name: 'Add the customer' }).click()
    await page.getByText('A name is wanted.').waitFor()
    await page.getByLabel('Name or company').fill('Garage Nord')
    await page.getByLabel('E-mail address').fill('nobody')
    await page.getByRole('button', { name: 'Add Garage Nord' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('Name or company').inputValue()).toBe('Garage Nord')
    await page.getByLabel('E-mail address').fill('garage@nord.test')
    await page.getByRole('button', { name: 'Add Garage Nord' }).click()
    await page.getByRole('heading', { name: 'Garage Nord' }).waitFor()
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByLabel('Phone', { exact: true }).fill('+1 305 555 0123')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: '+13055550123' }).waitFor()
    await page.getByRole('button', { name: 'Add a contact' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Nadia')
    await dialog.getByRole('button', { name: 'Add a contact' }).click()
    await page.getByText('Nadia is added.').waitFor()
    const nadia = page.getByRole('listitem').filter({ hasText: 'Nadia' })
    await nadia.getByRole('button', { name: 'Edit Nadia' }).click()
    await dialog.getByLabel('E-mail').fill('nadia@nord.test')
    await dialog.getByLabel('Phone').fill('nobody')
    await dialog.getByRole('button', { name: 'Save the contact' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByLabel('E-mail').inputValue()).toBe('nadia@nord.test')
    await dialog.getByLabel('Phone').fill('')
    await dialog.getByRole('button', { name: 'Save the contact' }).click()
    await nadia.getByRole('link', { name: 'nadia@nord.test' }).waitFor()
    await nadia.getByRole('button', { name: 'Edit Nadia' }).click()
    await dialog.getByLabel('E-mail').fill('nadia@sud.test')
    await dialog.getByText('Links that went to nadia@nord.test can still be paid').waitFor()
    await dialog.getByRole('button', { name: 'Not now' }).click()
    await nadia.getByRole('button', { name: 'Remove Nadia' }).click()
    await dialog.getByText('Links that went to nadia@nord.test can still be paid').waitFor()
    await expectSound(page, 'customer-contact-remove-1440-en-light')
    await dialog.getByRole('button', { name: 'Remove Nadia' }).click()
    await nadia.waitFor({ state: 'detached' })
    await page.getByText('No contact persons yet.').waitFor()
  })

  it('R-012 R-013 K1 Edit, Advanced, Enable payment links and a way to pay are unticked and saved', async () => {
    const { company } = world
    const customer = await newCustomer(company, { name: 'Without Links' })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/customers/${customer.id}`)
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByRole('tab', { name: 'Advanced' }).click()
    await page.getByRole('checkbox', { name: 'Enable payment links' }).uncheck()
    await page.getByRole('checkbox', { name: 'Bank debit (ACH)' }).uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Switched off', { exact: true }).waitFor()
    const read = await made(company.call('GET', `/v1/customers/${customer.id}`))
    expect(read).toMatchObject({ payment_links_enabled: false, methods: ['card', 'wallet', 'wire', 'bnpl'] })
    await page.getByText('Bank debit (ACH): the customer does not pay so').waitFor()
    expect(await page.getByRole('link', { name: 'Ask for open invoices' }).count()).toBe(0)
  })

  it('R-013 of the ticked customers payment links are switched off at once, and on again', async () => {
    const { company } = world
    const names = ['Ticked One', 'Ticked Two']
    const ids: unknown[] = []
    for (const name of names) ids.push((await newCustomer(company, { name })).id)
    const { page } = await openPage(browser, { width: 360 })
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/customers?q=Ticked`)
    const enabled = () =>
      Promise.all(
        ids.map(async (id) => (await made(company.call('GET', `/v1/customers/${id}`))).payment_links_enabled),
      )
    for (const [isOn, told] of [
      [false, '2 customers get no links.'],
      [true, '2 customers get links.'],
    ] as const) {
      for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check()
      const action = `Links ${isOn ? 'on' : 'off'} for 2`
      await page.getByRole('button', { name: action }).click()
      await page.getByRole('dialog').getByText('links that are out').waitFor()
      if (!isOn) await expectSound(page, 'customers-ticked-360-en-light')
      await page.getByRole('dialog').getByRole('button', { name: action }).click()
      await page.getByText(told).waitFor()
      expect(await enabled()).toEqual([isOn, isOn])
      await expect.poll(() => page.getByText('· no links').count()).toBe(isOn ? 0 : 2)
    }
  })

  it('a list of customers is tried and then imported; wrong lines are named', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/customers`)
    await page.getByRole('link', { name: 'Import' }).click()
    const give = (name: string, text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await give('list.csv', 'name,email\nHotel Ouest,ouest@hotel.test\nHotel Est,est@hotel.test\n')
    await page.getByText('2 customers would be added, from 2 lines.').waitFor()
    await expectSound(page, 'customer-import-tried')
    await page.getByRole('button', { name: 'Add 2 customers' }).click()
    await page.getByText('2 customers are added.').waitFor()
    await page.getByRole('table', { name: 'Customers' }).getByRole('link', { name: 'Hotel Ouest' }).waitFor()
    await give('wrong.csv', 'name,email\nHotel Nord,not an address\n')
    await page.getByText('Line 2, email').waitFor()
  })

  it('what the search shows is exported as CSV', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/customers?q=lune`)
    await page.getByRole('link', { name: 'Café Lune' }).waitFor()
    const downloaded = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Export as CSV what is listed' }).click()
    const csv = readFileSync(await (await downloaded).path(), 'utf8')
    expect(csv).toContain('Café Lune')
    expect(csv).not.toContain('A very long name')
  })

  it('a role that may only read sees no way to change a customer', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'accounts_payable')
    await page.goto(`${world.url}/customers/${known}`)
    await page.getByRole('heading', { name: 'Café Lune' }).waitFor()
    expect(
      await page.getByRole('link', { name: /^(Edit|New customer|Ask for open invoices)$/ }).count(),
    ).toBe(0)
    expect(await page.getByRole('button', { name: /^(Add a contact|Edit Léa|Remove Léa)/ }).count()).toBe(0)
  })
})
