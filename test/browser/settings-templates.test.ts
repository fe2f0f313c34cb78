import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { openPage, signInAs, startDashboardWorld } from '../support/dashboard.ts'
import { made, mailTo, newCustomer, pay, quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('Settings: templates and the thank-you', () => {
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

  it('R-147 R-150 R-151 R-155 a shipped one is copied, changed with its preview beside it, shared, and deleted', async () => {
    const customer = await newCustomer(world.company, { name: 'Café Lune', email: 'lea@cafelune.test' })
    await quickLink(world.company, 124050, { customer: customer.id, reference: 'Order 7' })
    const { page } = await openPage(browser)
    const manager = await signInAs(world, page, 'sales_manager')
    await page.goto(`${world.url}/settings/templates`)
    await page.getByRole('link', { name: 'Bike shop: deposit' }).click()
    expect(await page.getByLabel('Text', { exact: true }).getAttribute('readonly')).not.toBeNull()
    await page.getByRole('link', { name: 'Copy and change' }).click()
    await page.getByLabel('Name').fill('Our deposit')
    const text = page.getByLabel('Text', { exact: true })
    await text.fill('Hello { customer.name }, { nobody.knows } of [ % ], ')
    await page.getByRole('button', { name: 'Insert what we fill in' }).click()
    await page.getByRole('menuitem', { name: /Amount asked for/ }).click()
    await page.getByText('Hello Café Lune,').waitFor()
    await page.getByText('Names nothing, and cannot be saved: { nobody.knows }').waitFor()
    await page.getByText('To be filled in by whoever sends it: [ % ]').waitFor()
    await page.getByRole('button', { name: 'Save the template' }).click()
    await page
      .getByRole('alert')
      .getByText(/names something that does not exist/)
      .waitFor()

    await text.fill('Hello { customer.name }, [ % ] of your bike: { request.amount }')
    await page.getByText(/of your bike: .*1,240\.50/).waitFor()
    await page.getByText('French', { exact: true }).last().click()
    await page.getByText(/of your bike: 1\s240,50/).waitFor()
    await page.getByRole('button', { name: 'Save the template' }).click()
    await page.getByText('“Our deposit” is saved.').waitFor()

    await page.getByRole('button', { name: 'Send me a test' }).click()
    await page.getByText(`The test is on its way to ${manager.email}.`).waitFor()
    await text.fill('Not saved yet')
    await page.getByText('Save your changes first: the test sends what is saved.').waitFor()
    expect(await page.getByRole('button', { name: 'Send me a test' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Discard' }).click()
    await world.settle()
    const [test] = await mailTo(world, manager.email)
    expect(test?.text).toContain('[ % ] of your bike: $125.00')

    const { page: other } = await openPage(browser)
    await signInAs(world, other, 'cashier')
    await other.goto(`${world.url}/settings/templates`)
    await other.getByRole('link', { name: 'Our deposit' }).click()
    await other.getByText('Your role may read templates, not change them.').waitFor()

    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the template' }).click()
    await page.getByText('None yet.').waitFor()
  })

  it('R-184 R-185 R-186 R-187 the thank-you is composed from a saved reply, tried out, switched on, and sent for a payment', async () => {
    const tenant = await world.newCompany()
    const { page, faults } = await openPage(browser)
    await signInAs(world, page, 'admin', { tenant })
    await page.goto(`${world.url}/settings/thank-you`)
    await page.getByRole('switch', { name: 'Thank for each completed payment' }).click()
    await page.getByRole('button', { name: 'Insert a saved reply' }).first().click()
    await page.getByRole('menuitem').first().click()
    const own = page.getByLabel('Words of your own, in English')
    expect(await own.inputValue()).toContain('{ customer.name }')
    await own.fill('Merci bien { customer.name }, { payment.amount } came in.')
    await page.getByText('Save your changes first: the test sends what is saved.').waitFor()
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByText('The thank-you is saved.').waitFor()

    await page.getByLabel('E-mail address').first().fill('try@out.test')
    await page.getByRole('button', { name: 'Send the test' }).first().click()
    await page.getByText('The test is on its way to try@out.test.').waitFor()
    await world.settle()
    const [sample] = await mailTo(world, 'try@out.test')
    expect(sample?.text).toContain('Merci bien')

    const customer = await newCustomer(tenant, { name: 'Café Lune', email: 'thanks@cafelune.test' })
    const order = {
      kind: 'quick',
      amount: 1200,
      currency: 'usd',
      reference: 'Order 8',
      customer: customer.id,
    }
    const request = await made(tenant.call('POST', '/v1/payment_requests', order))
    const sent = await made(tenant.call('POST', `/v1/payment_requests/${request.id}/send`, {}))
    const [link] = sent.links as { url: string }[]
    await pay(world, tenant, link?.url ?? '', { amount: 1200 })
    await world.settle()
    const mails = await mailTo(world, 'thanks@cafelune.test')
    const texts = mails.map(({ text }) => text.replaceAll(/\s+/g, ' '))
    expect(texts.join('\n')).toContain('Merci bien Café Lune, $12.00 came in.')
    expect(faults).toEqual([])
  })
})
