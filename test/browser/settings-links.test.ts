import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { openPage, signInAs, signInAtHome, startDashboardWorld } from '../support/dashboard.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('Settings: links and requests', () => {
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

  it('change together by one button, keep what was typed while it is wrong, and ask before one leaves', async () => {
    const { page, faults } = await openPage(browser)
    await signInAtHome(world, page, 'admin')
    await page.getByRole('link', { name: 'Settings' }).click()
    await page
      .locator('#content')
      .getByRole('link', { name: /^Links and requests.*As they come$/ })
      .click()
    await page.getByRole('radio', { name: 'To ask you: you get a notice' }).check()
    const hours = page.getByLabel('Hours that a link to invoices lives')
    await hours.fill('0')
    await page.getByText('A whole number from 1 to 8760.').waitFor()
    expect(await page.getByRole('button', { name: 'Save 2 changes' }).isDisabled()).toBe(true)
    await hours.fill('48')

    await page.getByRole('link', { name: 'Home' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click()
    expect(await hours.inputValue()).toBe('48')
    await page.getByRole('button', { name: 'Save 2 changes' }).click()
    await page.getByText('2 settings are saved.').waitFor()

    const { values } = await settingsOf(world)
    expect(values['link.renewal']).toBe('customer_can_ask')
    expect(values['link.expiry.hours.invoice_link']).toBe(48)

    await page.getByRole('radio', { name: 'Once their money can be paid out' }).check()
    await page.getByLabel('In English').fill('Ship it.')
    await page.getByLabel('In French').fill(' ')
    const cutOff = page.getByLabel('Until when a bank debit goes out the same day')
    await cutOff.fill('25:00')
    await page.getByText('A time of day, such as 18:00.').waitFor()
    expect(await page.getByRole('button', { name: 'Save 3 changes' }).isDisabled()).toBe(true)
    await cutOff.fill('9h')
    await page.getByRole('button', { name: 'Save 3 changes' }).click()
    await page.getByText('3 settings are saved.').waitFor()
    expect((await settingsOf(world)).values).toMatchObject({
      'clearing.cards': 'when_available',
      'clearing.notice': { en: 'Ship it.', fr: null },
      'ach.cut_off': '09:00',
    })

    await page.reload()
    expect(await page.getByLabel('In English').inputValue()).toBe('Ship it.')
    expect(await page.getByLabel('In French').inputValue()).toBe('')
    expect(await page.getByLabel('Hours that a link to invoices lives').inputValue()).toBe('48')
    await page.getByText('Default: 24').waitFor()
    expect(faults).toEqual([])
  })

  it('follow a preset only once its changes were seen, and leave alone what is the operator’s', async () => {
    const tenant = await world.newCompany()
    const { page } = await openPage(browser)
    await signInAs(world, page, 'admin', { tenant })
    await page.goto(`${world.url}/settings/links`)
    await page.getByRole('button', { name: /^Koronet/ }).click()
    const dialog = page.getByRole('dialog')
    const row = dialog.getByRole('row', { name: /Links to invoices expire/ })
    expect(await row.getByRole('cell').allTextContents()).toEqual(['After a person has opened them', 'Never'])
    expect((await settingsOf(world, tenant)).values['requests.standalone']).toBe(true)
    await dialog.getByRole('button', { name: /^Change \d+ settings$/ }).click()
    await page.getByText(/settings are as in “Koronet” now/).waitFor()
    await page
      .getByRole('button', { name: /^Koronet/ })
      .getByText('As it is now')
      .waitFor()

    const { values } = await settingsOf(world, tenant)
    expect(values['requests.standalone']).toBe(false)
    expect(values['link.retry_same']).toBe(false)
    // Of the operator: shown, with no field for it.
    await page.getByRole('heading', { name: 'Who has the main switches' }).waitFor()
    expect(await page.getByRole('radiogroup', { name: 'Who has the main switches' }).count()).toBe(0)
  })

  it('are shown without fields to a role that may not change them', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/settings/links`)
    await page.getByText('Your role may look at these settings, not change them.').waitFor()
    expect(await page.locator('#content').locator('input, [role=switch]').count()).toBe(0)
  })
})

async function settingsOf(world: World, tenant = world.company) {
  const { body } = await tenant.call('GET', '/v1/settings')
  return body as { values: Record<string, unknown> }
}
