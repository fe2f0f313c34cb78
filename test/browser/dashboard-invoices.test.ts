import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleUbl } from '../../server/src/receivables/einvoice/testing/sample-ubl.ts'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { expectSound, openPage, signInAs, signInAtHome, startDashboardWorld } from '../support/dashboard.ts'
import { linkTo, made, mailTo, newCustomer, newInvoice, pay, quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'

const CSV = `number,issued_on,currency,customer_name,customer_email,description,quantity,unit_price,total
L-1,2026-01-02,usd,Ledger Ltd,ledger@example.test,Roses,10,1.50,15.00
L-2,2026-01-03,usd,Ledger Ltd,ledger@example.test,Vase,1,2.00,2.00
`

const OFF = {
  enabled: false,
  offsets: [1],
  time: '09:00',
  quiet_hours: null,
  business_days: true,
  most: 1,
}

describeWithBrowser('the invoices of the dashboard', () => {
  let world: World
  let browser: Browser
  let lune: string
  let part: string

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    const { company } = world
    lune = String((await newCustomer(company, { name: 'Café Lune', email: 'cafe@lune.test' })).id)
    const invoice = await newInvoice(company, '1240.50', { customer: lune, due_on: '2026-01-31' })
    part = String(invoice.id)
    const { url } = await linkTo(company, part)
    await pay(world, company, url, { amount: 124050 })
    await newInvoice(company, '12.00', {
      customer: (
        await newCustomer(company, {
          name: 'A very long name of a company that goes on, Incorporated & Associates of Delaware',
        })
      ).id,
    })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it('reminders are looked at before they are switched on; a promise holds them, and a customer may have none', async () => {
    const { company } = world
    const { id: customer } = await newCustomer(company, { name: '=Hôtel Nord', email: 'nord@hotel.test' })
    const due = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
    const invoice = await newInvoice(company, '75.00', { customer, due_on: due })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'admin')
    await page.goto(`${world.url}/settings/reminders`)
    await page
      .getByRole('row', { name: /Hôtel Nord/ })
      .first()
      .waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as CSV' }).click()
    const file = await readFile(await (await download).path(), 'utf8')
    expect(file).toMatch(/^\ufeffday,time,time_zone,customer/)
    expect(file).toContain(`'=Hôtel Nord,${invoice.number},-3,75.00,usd,nord@hotel.test,sent`)
    await page.getByRole('button', { name: 'Switch on' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Switch on' }).click()
    await page.getByRole('button', { name: 'Switch off' }).waitFor()
    await world.settle()
    await page.goto(`${world.url}/invoices/${invoice.id}`)
    await page.getByText('3 days before it is due').waitFor()
    await page.getByRole('button', { name: 'Promise to pay' }).click()
    await page.getByLabel('In words').fill('By phone')
    await page.getByRole('button', { name: 'Note the promise' }).click()
    await page.getByText('Not reminded until then').waitFor()
    await page.goto(`${world.url}/customers/${customer}`)
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByLabel('Reminded').selectOption('Never by the schedule')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Never by the schedule').waitFor()
    await world.settle()
    expect((await made(company.call('GET', `/v1/reminders?invoice=${invoice.id}`))).data).toEqual([])
    await made(company.call('PUT', '/v1/reminder_schedule', OFF))
  })

  it('an invoice is issued for what the server says that it comes to, with two taxes', async () => {
    const { page } = await openPage(browser)
    await signInAtHome(world, page, 'cashier')
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Invoice' }).click()
    await page.getByRole('button', { name: 'Issue the invoice' }).click()
    await page.getByText('Who is it for?').waitFor()
    await page.getByRole('textbox', { name: 'Customer' }).fill('lune')
    await page.getByRole('option', { name: 'Café Lune' }).click()
    for (const [at, name, rate] of [
      [0, 'GST', '5'],
      [1, 'QST', '9.975'],
    ] as const) {
      await page.getByRole('button', { name: 'Add a tax' }).click()
      await page.getByLabel('Name', { exact: true }).nth(at).fill(name)
      await page.getByLabel('Per cent').nth(at).fill(rate)
    }
    await page.getByLabel('Description').fill('Roses')
    await page.getByLabel('Quantity').fill('3')
    await page.getByLabel('Price', { exact: true }).fill('33.335')
    // 3 × 33.335 is 100.01; GST 5.00 and QST 9.98, each on the sum.
    await page.getByRole('button', { name: 'Issue for $114.99' }).click()
    await page.getByText(/is issued/).waitFor()
    await page.locator('article').getByText('QST 9.975 %').waitFor()
    await page.locator('article').getByText('$9.98').waitFor()
  })

  it('R-058 R-059 R-060 R-075 R-076 on a phone an order is added from the catalogue, e-mailed, found, paid and confirmed', async () => {
    const { company } = world
    const customer = (await newCustomer(company, { name: 'Bloom Hall', email: 'desk@bloom.test' })).id
    const saved = await quickLink(company, 500, { customer })
    await pay(world, company, saved.url, { amount: 500, save: true })
    await newInvoice(company, '7.00', { customer, due_on: '2026-01-02' })
    const product = { code: 'R-60', name: 'Roses, 60 cm', currency: 'usd', unit_price: '12.50' }
    await made(company.call('POST', '/v1/products', { ...product, taxes: [{ name: 'GST', rate: '5' }] }))
    await world.settle()
    const { page } = await openPage(browser, { width: 360 })
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/orders`)
    await page.getByRole('link', { name: 'Add order' }).first().click()
    await page.getByRole('textbox', { name: 'Customer' }).fill('bloom')
    await page.getByRole('option', { name: 'Bloom Hall' }).click()
    await page.getByLabel('PO number').fill('PO-7781')
    await page.getByRole('textbox', { name: 'Add from the catalogue' }).fill('r-6')
    await page.getByRole('option', { name: /^Roses, 60 cm/ }).click()
    await page.getByLabel('Quantity').fill('10')
    await page.getByRole('button', { name: 'Add order for $131.25' }).click()
    await page.getByText('SO-1 is taken.').waitFor()
    await page.getByRole('button', { name: 'Email Docs' }).click()
    expect(await page.getByLabel('Payment Link').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Send with a payment link' }).click()
    await page.getByText('Sent to desk@bloom.test with a payment link.').waitFor()
    await page.goto(`${world.url}/orders?q=7781`)
    await page.getByRole('link', { name: 'SO-1' }).click()
    await page.locator('article').getByText('Unconfirmed').waitFor()
    await page.getByRole('button', { name: 'Pay & Confirm' }).click()
    // At the counter the order's own invoice is ticked, not an older one.
    await page.getByRole('radio', { name: 'Cash, cheque or wire' }).check()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.waitForURL(/pay\/receive/)
    const own = page.locator('fieldset li').filter({ hasText: '$131.25' }).getByRole('checkbox')
    await own.waitFor()
    expect(await own.isChecked()).toBe(true)
    expect(
      await page.locator('fieldset li').filter({ hasText: '$7.00' }).getByRole('checkbox').isChecked(),
    ).toBe(false)
    await page.goto(`${world.url}/orders?q=7781`)
    await page.getByRole('link', { name: 'SO-1' }).click()
    await page.getByRole('button', { name: 'Pay & Confirm' }).click()
    await page.getByRole('radio', { name: /^Credit card: Visa .* 4242$/ }).check()
    await page.getByRole('button', { name: 'Pay $131.25' }).click()
    await page.locator('article').getByText('Confirmed', { exact: true }).first().waitFor()
    await page.locator('article').getByText('Payment of $131.25').waitFor()
    const [order] = (await made(company.call('GET', '/v1/orders?q=7781'))).data as Record<string, unknown>[]
    expect(order).toMatchObject({ state: 'confirmed', invoice: { status: 'paid' } })
  })

  it('an invoice is edited under its number, and its change of sum is said before', async () => {
    const { company } = world
    const invoice = await newInvoice(company, '50.00', { customer: lune })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/invoices/${invoice.id}`)
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByRole('button', { name: 'Change the lines' }).click()
    await page.getByLabel('Price', { exact: true }).fill('60')
    await page.getByText('It was $50.00; it would be $60.00.').waitFor()
    await page.getByLabel('Note').fill('As agreed by phone')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(`${invoice.number} is saved.`).waitFor()
    const read = await made(company.call('GET', `/v1/invoices/${invoice.id}`))
    expect(read).toMatchObject({
      total: 6000,
      note: 'As agreed by phone',
      revision: 2,
      buyer: { name: 'Café Lune' },
    })
  })

  it('several taxes on a line, a named discount and shipping with its own taxes stand in the form as they were written', async () => {
    const { company } = world
    const [gst, qst] = [
      { name: 'GST', rate: '5' },
      { name: 'QST', rate: '9.975' },
    ]
    const terms = {
      tax_included: false,
      discount: { label: 'Loyalty', amount: '4.00' },
      shipping: { amount: '12.50', taxes: [gst] },
    }
    const invoice = await newInvoice(company, '0', {
      ...terms,
      customer: lune,
      lines: [
        { description: 'Roses', quantity: '2', unit: 'box', unit_price: '33.335', taxes: [gst, qst] },
        { description: 'Card', quantity: '1', unit_price: '5.00' },
      ],
    })
    const { page } = await openPage(browser, { width: 360 })
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/invoices/${invoice.id}/edit`)
    await page.getByRole('button', { name: 'Change the lines' }).click()
    const ticked = (name: string) => page.getByRole('checkbox', { name }).isChecked()
    await page.getByRole('checkbox', { name: 'Shipping: GST 5 %' }).waitFor()
    const ticks = ['Line 1: GST 5 %', 'Line 1: QST 9.975 %', 'Line 2: GST 5 %', 'Shipping: QST 9.975 %']
    expect(await Promise.all(ticks.map(ticked))).toEqual([true, true, false, false])
    expect(await page.getByLabel('What the discount is called').inputValue()).toBe('Loyalty')
    await page.locator('fieldset output').getByText('$66.67').waitFor()
    await expectSound(page, 'invoice-edit-terms-360-en-light')
    await page.getByLabel('Price', { exact: true }).nth(1).fill('6')
    await page.getByText(/^It was .+; it would be /).waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(`${invoice.number} is saved.`).waitFor()
    const read = await made(company.call('GET', `/v1/invoices/${invoice.id}`))
    expect(read).toMatchObject({
      revision: 2,
      terms,
      lines: [
        { unit: 'box', unit_price: '33.335', taxes: [gst, qst] },
        { unit_price: '6', taxes: [] },
      ],
    })
  })

  it('of an e-invoice the lines stay; a credit note takes off what is too much, or it is voided and issued anew', async () => {
    const tenant = await world.newCompany()
    const type = { 'content-type': 'application/xml' }
    const { id, number, total } = await made(
      tenant.call('POST', '/v1/invoices/import?confirm_seller=true', Buffer.from(sampleUbl()), type),
    )
    const { page, faults } = await openPage(browser)
    await signInAs(world, page, 'admin', { tenant })
    await page.goto(`${world.url}/invoices/${id}/edit`)
    await page.getByText('it came as an e-invoice').waitFor()
    expect(await page.getByRole('button', { name: 'Change the lines' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Write a credit note' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Amount before tax').fill('1')
    await dialog.getByLabel('Reason').fill('Wilted')
    await dialog.getByRole('button', { name: /^Credit .*1/ }).waitFor()
    await expectSound(page, 'invoice-original-1440-en-light')
    await dialog.getByRole('button', { name: /^Credit / }).click()
    await page.getByText(`is issued for ${number}.`).waitFor()
    const read = await made(tenant.call('GET', `/v1/invoices/${id}`))
    expect(Number(read.open)).toBeLessThan(Number(total))
    expect(await made(tenant.call('GET', `/v1/credit_notes?invoice=${id}`))).toMatchObject({
      data: [{ reason: 'Wilted' }],
    })

    const other = await world.newCompany()
    const { id: wrong } = await made(
      other.call('POST', '/v1/invoices/import?confirm_seller=true', Buffer.from(sampleUbl()), type),
    )
    const { page: second } = await openPage(browser)
    await signInAs(world, second, 'admin', { tenant: other })
    await second.goto(`${world.url}/invoices/${wrong}/edit`)
    await second.getByRole('button', { name: 'Void it and issue a new one' }).click()
    await second.getByRole('button', { name: 'Void this invoice' }).click()
    const issue = second.getByRole('button', { name: /^Issue for / })
    await issue.waitFor()
    expect(await second.getByLabel('Description').first().inputValue()).toBe(
      (read.lines as { description: string }[])[0]?.description,
    )
    await issue.click()
    await second.getByText('INV-1 is issued.').waitFor()
    expect((await made(other.call('GET', `/v1/invoices/${wrong}`))).status).toBe('void')
    expect(faults).toEqual([])
  })

  it('a credit note that waits is sent back, changed and approved by two people who see each other’s work at once', async () => {
    const tenant = await world.newCompany()
    await made(tenant.call('PATCH', '/v1/settings', { 'credit_notes.approval': true }))
    const { id, number } = await made(
      tenant.call('POST', '/v1/invoices/import?confirm_seller=true', Buffer.from(sampleUbl()), {
        'content-type': 'application/xml',
      }),
    )
    const { page: writer, faults } = await openPage(browser)
    await signInAs(world, writer, 'cashier', { tenant })
    await writer.goto(`${world.url}/invoices/${id}/edit`)
    await writer.getByRole('button', { name: 'Write a credit note' }).click()
    const dialog = writer.getByRole('dialog')
    await dialog.getByLabel('Amount before tax').fill('1.5')
    await dialog.getByLabel('Reason').fill('Wilted')
    await dialog.getByRole('button', { name: /^Credit .*1/ }).click()
    await writer.getByText(`The credit note for ${number} waits for approval.`).waitFor()
    await writer.getByText('Somebody else approves what you wrote.').waitFor()
    expect(await writer.getByRole('button', { name: 'Approve' }).count()).toBe(0)

    const { page: approver } = await openPage(browser)
    await signInAtHome(world, approver, 'credit_manager', { tenant })
    await approver
      .getByRole('link', { name: /^A credit note over .* waits for approval/ })
      .first()
      .click()
    await approver.getByRole('button', { name: 'Send back' }).click()
    await approver.getByRole('dialog').getByLabel('Why').fill('Two of them wilted')
    await approver.getByRole('button', { name: 'Send it back' }).click()
    await approver.getByText('It is sent back.').waitFor()

    await writer.getByText('The credit_manager sent it back: Two of them wilted').waitFor()
    await writer.getByRole('button', { name: 'Change', exact: true }).click()
    const amount = dialog.getByLabel('Amount before tax')
    await amount.waitFor()
    expect([await amount.inputValue(), await dialog.getByLabel('Reason').inputValue()]).toEqual([
      '1.5',
      'Wilted',
    ])
    await amount.fill('3')
    await dialog.getByRole('button', { name: /^Submit .*3/ }).click()
    await writer.getByText(`The credit note for ${number} waits for approval.`).last().waitFor()

    await approver.getByRole('button', { name: 'Approve', exact: true }).click()
    await approver.getByRole('button', { name: /^Issue .*3/ }).click()
    await approver.getByText('CN-1 is issued.').waitFor()
    await writer.getByText('CN-1').waitFor()
    expect(await made(tenant.call('GET', `/v1/credit_notes?invoice=${id}`))).toMatchObject({
      data: [{ number: 'CN-1', subtotal: 300, reason: 'Wilted', approval: { revision: 2 } }],
    })
    expect(faults).toEqual([])
  })

  it('R-076 R-118 the box for a payment link stands as the setting says, and what is sent follows it', async () => {
    const { company } = world
    const { page } = await openPage(browser)
    await signInAtHome(world, page, 'cashier')
    for (const [rule, isTicked] of [
      ['ticked', true],
      ['unticked', false],
      ['hidden', undefined],
    ] as const) {
      await made(company.call('PATCH', '/v1/settings', { 'invoice.manual_link': rule }))
      const invoice = await newInvoice(company, '50.00', { customer: lune })
      await page.goto(`${world.url}/invoices/${invoice.id}`)
      await page.getByRole('button', { name: 'E-mail' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('E-mail address').waitFor()
      const box = dialog.getByRole('checkbox', { name: 'Payment Link' })
      if (isTicked === undefined) expect(await box.count()).toBe(0)
      else expect(await box.isChecked(), rule).toBe(isTicked)
      expect(await dialog.getByLabel('E-mail address').inputValue()).toBe('cafe@lune.test')
      const email = `${rule}@lune.test`
      await dialog.getByLabel('E-mail address').fill(email)
      await dialog.getByRole('button', { name: /^Send/ }).click()
      await page.getByText(`Sent to ${email}${isTicked ? ' with a payment link' : ''}.`).waitFor()
      await world.settle()
      const [mail] = await mailTo(world, email)
      expect(mail?.text.includes('/p/'), rule).toBe(isTicked === true)
    }
    await made(company.call('PATCH', '/v1/settings', { 'invoice.manual_link': 'ticked' }))
  })

  it('an invoice is voided after a question that names what is owed', async () => {
    const invoice = await newInvoice(world.company, '75.00', { customer: lune })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/invoices/${invoice.id}`)
    await page.getByRole('button', { name: 'Void' }).click()
    await page.getByText('Nobody owes $75.00').waitFor()
    await page.getByRole('button', { name: 'Void this invoice' }).click()
    await page.getByText(`${invoice.number} is void.`).waitFor()
    await page.getByRole('link', { name: 'Edit' }).waitFor({ state: 'detached' })
    const read = await made(world.company.call('GET', `/v1/invoices/${invoice.id}`))
    expect(read).toMatchObject({ status: 'void', open: 0 })
  })

  it('a list is tried and then imported; an e-invoice of another name is asked about first', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/invoices/import`)
    const chooser = page.locator('input[type=file]')
    await chooser.setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
    await page.getByText('2 invoices would be imported, from 2 lines.').waitFor()
    await page.getByRole('button', { name: 'Import 2 invoices' }).click()
    await page.getByText('2 invoices are imported, from 2 lines.').waitFor()
    await page.getByRole('table', { name: 'Invoices' }).getByRole('link', { name: 'L-2' }).waitFor()

    const wrong = CSV.replace('L-1', 'L-3').replace('2.00,2.00', '2.00,3.00').replace('L-2', 'L-4')
    await chooser.setInputFiles({ name: 'wrong.csv', mimeType: 'text/csv', buffer: Buffer.from(wrong) })
    await page.getByText(/Line 3/).waitFor()

    await drop(page, 'bill.xml', sampleUbl())
    await page.getByRole('button', { name: 'It is ours: import it' }).click()
    await page.getByText(/Invoice .+ is imported\./).waitFor()
    await page.getByText('none of XML').waitFor({ state: 'detached' })
    await chooser.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await page.getByText('notes.txt is none of XML, PDF and CSV.').waitFor()
  })

  it('R-086 R-087 R-088 R-089 R-091 R-092 invoices of many are ticked, looked at and sent: one link for each sum, and what became of it', async () => {
    const { company } = world
    const nord = (await newCustomer(company, { name: 'Garage Nord', email: 'garage@nord.test' })).id
    const sud = (await newCustomer(company, { name: 'Garage Sud' })).id
    const off = (await newCustomer(company, { name: 'Garage Ouest', payment_links_enabled: false })).id
    const first = await newInvoice(company, '10.00', { customer: nord })
    const second = await newInvoice(company, '20.50', { customer: nord })
    const third = await newInvoice(company, '7.00', { customer: sud })
    const fourth = await newInvoice(company, '8.00', { customer: off })
    const { page, faults } = await openPage(browser, { width: 360 })
    await signInAs(world, page, 'cashier')
    const tick = ({ number }: Record<string, unknown>) =>
      page.getByRole('checkbox', { name: `Select ${number}` }).check()
    await page.goto(`${world.url}/invoices?open=true&q=Garage`)
    await tick(first)
    await tick(third)
    await tick(fourth)
    // What was ticked stays so under another search.
    await page.getByRole('searchbox').fill(String(second.number))
    await page.getByRole('checkbox', { name: `Select ${third.number}` }).waitFor({ state: 'detached' })
    await tick(second)
    await page.getByRole('button', { name: 'Send payment links for 4' }).click()
    const dialog = page.getByRole('dialog')
    const group = dialog.getByRole('listitem', { name: 'Garage Nord' })
    await group.getByText('$30.50').waitFor()
    await group.getByText('2 invoices').waitFor()
    expect(await group.getByRole('textbox').inputValue()).toBe('garage@nord.test')
    await dialog.getByRole('listitem', { name: 'Garage Ouest' }).getByText('switched off').waitFor()
    await dialog.getByRole('button', { name: 'Send 1 link' }).waitFor()
    await dialog.getByLabel('E-mail address of Garage Sud').fill('garage@sud.test')
    await expectSound(page, 'bulk-send-preview-360-en-light')
    await dialog.getByRole('button', { name: 'Send 2 links' }).click()
    await page.getByRole('heading', { name: 'Payment links to 3 customers' }).waitFor()
    await world.settle()
    const list = page.getByRole('table', { name: 'Customers' })
    await list.getByText('Sent', { exact: true }).nth(1).waitFor()
    await list.getByText('garage@sud.test').waitFor()
    await list.getByText('Nothing sent').waitFor()
    await expectSound(page, 'bulk-send-360-en-light')
    await page.getByRole('link', { name: 'All sends' }).click()
    await page.getByRole('table', { name: 'Bulk sends' }).getByRole('link').first().click()
    await list.getByRole('link', { name: 'Garage Nord' }).click()
    await page.locator('article').getByText('$30.50').first().waitFor()
    const asked = await made(company.call('GET', `/v1/payment_requests?customer=${nord}`))
    expect(asked.data).toMatchObject([{ total: 3050, status: 'sent', invoices: [first.id, second.id] }])
    expect(await mailTo(world, 'garage@nord.test')).toHaveLength(1)
    expect(faults).toEqual([])
  })

  it('of one customer the link of the sum may be copied or shown as a QR code instead', async () => {
    const customer = (await newCustomer(world.company, { name: 'Hotel Est' })).id
    const invoice = await newInvoice(world.company, '33.00', { customer })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/invoices?customer=${customer}`)
    await page.getByRole('checkbox', { name: `Select ${invoice.number}` }).check()
    await page.getByRole('button', { name: 'Send a payment link' }).click()
    await page.getByRole('button', { name: 'Show a QR code' }).click()
    await page.getByRole('img', { name: 'QR code' }).waitFor()
    const url = await page.getByRole('textbox', { name: 'Payment link' }).inputValue()
    expect((await fetch(url)).status).toBe(200)
  })

  it('a role that may only read sees no way to change, send or ask for an invoice', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'accounts_payable')
    await page.goto(`${world.url}/invoices/${part}`)
    await page.getByRole('link', { name: 'PDF' }).waitFor()
    expect(await page.getByRole('button', { name: /^(E-mail|Void)$/ }).count()).toBe(0)
    expect(await page.getByRole('link', { name: /^(Edit|Import|New invoice)$/ }).count()).toBe(0)
    expect(await page.getByRole('checkbox').count()).toBe(0)
  })

  /** Types a card into the processor's own fields, and sends it. */
  async function enterCard(page: Page, number: string): Promise<void> {
    await page.locator('#pay:enabled').waitFor()
    const port = new URL(world.sandbox.url).port
    const fields = page.frameLocator(`iframe[src*=":${port}/elements/payment"]`)
    await fields.getByLabel(/^(Card number|Numéro de carte)$/).fill(number)
    await fields.getByLabel(/^(Expiration|Date d’expiration)$/).fill('12 / 34')
    await fields.getByLabel('CVC').fill('123')
    await page.locator('#pay').click()
  }

  it('R-052 R-053 R-054 R-056 a customer on the phone pays some of their invoices, by a second card', async () => {
    const { company } = world
    const customer = await newCustomer(company, { name: 'Bistro Nord', email: 'nord@bistro.test' })
    const [first, second, third] = [
      await newInvoice(company, '30.00', { customer: customer.id }),
      await newInvoice(company, '12.50', { customer: customer.id }),
      await newInvoice(company, '99.00', { customer: customer.id }),
    ]
    const { page, faults } = await openPage(browser)
    await signInAs(world, page, 'accounts_payable')
    await page.goto(`${world.url}/customers/${customer.id}`)
    await page.getByRole('button', { name: 'Take a payment by phone' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Enter the card for $141.50' }).waitFor()
    await dialog.getByLabel(`${third?.number} · $99.00`).uncheck()
    await page.setViewportSize({ width: 360, height: 740 })
    await expectSound(page, 'by-phone-invoices')
    await page.setViewportSize({ width: 1440, height: 900 })
    await dialog.getByRole('button', { name: 'Enter the card for $42.50' }).click()
    await page.getByText('Payment by phone: enter what the customer tells you.').waitFor()
    expect(await page.locator('#email').inputValue()).toBe('nord@bistro.test')
    await enterCard(page, '4000000000009995')
    await page.getByText('You can tell the customer: “There is not enough money').waitFor()
    await expectSound(page, 'by-phone-declined')
    await page.getByLabel(/^The customer agrees, on the phone with The accounts_payable/).check()
    await enterCard(page, '4242424242424242')
    await page.getByText('$42.50 taken by phone with Visa ···· 4242.').waitFor()
    await page.getByText('Card entered by phone').first().waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/pay\/requests\/req_/)
    expect(new URL(page.url()).search).toBe('')
    for (const [invoice, open] of [
      [first, 0],
      [second, 0],
      [third, 9_900],
    ] as const)
      expect((await made(company.call('GET', `/v1/invoices/${invoice?.id}`))).open).toBe(open)
    await world.settle()
    const kept = await made(company.call('GET', `/v1/customers/${customer.id}/payment_methods`))
    expect(kept.data).toMatchObject([{ card: { last4: '4242' }, state: 'active' }])
    expect(await mailTo(world, 'nord@bistro.test')).toHaveLength(1)
    expect(faults).toEqual([])
  })

  it('R-053 R-056 on a phone, in French: the customer’s bank asks, and the payment comes back to its invoice', async () => {
    const { company } = world
    const invoice = await newInvoice(company, '75.00', { customer: lune })
    const { page, faults } = await openPage(browser, { width: 360, language: 'fr', scheme: 'dark' })
    await signInAs(world, page, 'cashier', { language: 'fr' })
    await page.goto(`${world.url}/invoices/${invoice.id}`)
    await page.getByRole('button', { name: 'Encaisser par téléphone' }).click()
    await page.getByRole('button', { name: /^Saisir la carte pour 75,00/ }).click()
    await page.getByRole('heading', { name: 'La carte du client' }).waitFor()
    await page.locator('#pay:enabled').waitFor()
    await expectSound(page, 'by-phone-360-fr')
    await enterCard(page, '4000002760003184')
    const bank = page.frameLocator('iframe[title^="Authentification"]')
    await bank.getByRole('button', { name: 'Réussir l’authentification' }).click()
    await page.getByText(/75,00.* encaissés par téléphone avec Visa ···· 3184\./).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/invoices/${invoice.id}`)
    expect(await page.getByRole('button', { name: 'Encaisser par téléphone' }).count()).toBe(0)
    await world.settle()
    await world.prove()
    expect(faults).toEqual([])
  })
})

/** Lets go of a file over the place for it, as a person does with a mouse. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    `(() => { const held = new DataTransfer(); held.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)})); return held })()`,
  )
  await page
    .getByRole('region', { name: 'Import invoices and credits' })
    .dispatchEvent('drop', { dataTransfer })
}
