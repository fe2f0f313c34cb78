import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { openPage, signInAs, startDashboardWorld } from '../support/dashboard.ts'
import { chargesOf, mailTo, newCustomer, pay, quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('a quick request in the dashboard', () => {
  let world: World
  let browser: Browser

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    await newCustomer(world.company, { name: 'Café Lune', email: 'lea@cafelune.test' })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it('R-141 R-142 R-145 R-169 R-194 is sent from anywhere by one key, turns to paid by itself, and is refunded in part', async () => {
    const { page, faults } = await openPage(browser)
    await signInAs(world, page, 'cashier')

    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Who is to pay' }).fill('lune')
    await page.getByRole('option', { name: /Café Lune/ }).click()
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('lea@cafelune.test')
    await page.getByLabel('Amount', { exact: true }).fill('1,240.50')
    await page.getByLabel('Reference', { exact: true }).fill('Order 7')
    await page.getByRole('button', { name: 'Send $1,240.50' }).click()
    await page.getByText('Sent to lea@cafelune.test.').waitFor()
    await page.getByRole('link', { name: 'Open this request' }).click()
    const row = page.getByRole('row', { name: /Order 7/ })
    await row.getByText('Sent').waitFor()

    await world.settle()
    const [mail] = await mailTo(world, 'lea@cafelune.test')
    const link = /https?:\/\/\S+\/p\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
    expect((await pay(world, world.company, link, { amount: 124050 })).body.state).toBe('succeeded')

    // Nobody touched the page.
    await row.getByText('Paid').waitFor()
    await page.getByRole('button', { name: 'Refund' }).click()
    await refund(page, '40')
    await row.getByText('Refunded').waitFor()
    await page.getByText('$40.00 refunded', { exact: true }).waitFor()

    await world.settle()
    const [charge] = await chargesOf(world, world.company)
    expect(charge?.amount_refunded).toBe(4000)
    await world.prove()
    expect(faults).toEqual([])
  })

  it('R-143 R-144 is copied as a link that anybody may pay, or shown as a QR code', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'sales')
    await page.getByRole('button', { name: 'New' }).click()
    await page.getByRole('menuitem', { name: /Payment request/ }).click()
    await page.getByLabel('Amount', { exact: true }).fill('12')
    await page.getByLabel('Reference', { exact: true }).fill('Walk-in')
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await page.getByText('The link is copied.').waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toMatch(new RegExp(`^${world.config.payBaseUrl}/p/`))
    expect((await pay(world, world.company, copied, { amount: 1200 })).body.state).toBe('succeeded')
  })

  it('R-124 R-125 R-142 asks in another currency that the account settles, and says why it cannot in one that it does not', async () => {
    const tenant = await world.newCompany({ currency: 'chf' })
    const { page } = await openPage(browser)
    await signInAs(world, page, 'sales', { tenant })
    await page.goto(`${world.url}/pay/requests/new`)
    await page.getByLabel('Amount', { exact: true }).fill('12.50')
    await page.getByLabel('Reference', { exact: true }).fill('Abroad')
    const currency = page.getByRole('combobox', { name: 'Currency' })
    expect(await currency.inputValue()).toBe('chf')
    await page.getByRole('button', { name: 'Copy a link' }).click()
    const refused = page.getByRole('alert')
    await refused.getByText('Your payments account does not take this currency.').waitFor()
    await refused.getByText(/does not settle CHF.* It settles .*EUR/).waitFor()
    await currency.selectOption('jpy') // which has no cents
    expect(await page.getByRole('button', { name: 'Send', exact: true }).count()).toBe(1)
    await currency.selectOption('eur')
    await page.getByRole('button', { name: 'Send €12.50' }).waitFor()
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await page.getByText('€12.50 under Abroad').waitFor()
    const link = await page.getByLabel('Payment link').inputValue()
    expect((await pay(world, tenant, link, { amount: 1250, currency: 'EUR' })).body.state).toBe('succeeded')
    await page.getByRole('row', { name: /Abroad.*€12\.50/ }).waitFor()
    await world.prove(tenant)
  })

  it('is not offered to a role that may not ask for money', async () => {
    const { page } = await openPage(browser)
    await quickLink(world.company, 5000, { reference: 'Order 8' })
    await signInAs(world, page, 'accounts_payable')
    await page.goto(`${world.url}/pay/requests`)
    await page.getByRole('row', { name: /Order 8/ }).waitFor()
    expect(await page.getByRole('button', { name: 'New' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'New request' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Order 8' }).click()
    await page.getByRole('heading', { name: 'Payments', exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Refund' }).count()).toBe(0)
  })
})

async function refund(page: Page, amount: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('A part').check()
  await dialog.getByLabel('Amount to refund').fill(amount)
  await dialog.getByRole('button', { name: 'Refund $40.00' }).click()
  await dialog.waitFor({ state: 'detached' })
}
