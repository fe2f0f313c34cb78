import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { openPage, signInAtHome, startDashboardWorld } from '../support/dashboard.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('Help', () => {
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

  it('R-006 is read without signing in, in four groups and both languages, by keyboard alone', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${world.url}/help`)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'General',
      'Features',
      'Security and compliance',
      'Usage',
    ])
    const question = page.getByText('How long does a link live?')
    await question.focus()
    await page.keyboard.press('Enter')
    await page.getByText(/lives for 24 hours from when a person first opens it/).waitFor()
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByRole('heading', { name: 'Sécurité et conformité' }).waitFor()
    await page.getByText('Et si un lien a expiré').waitFor()
  })

  it('R-006 is reached from the dashboard, and leads back to it', async () => {
    const { page } = await openPage(browser)
    await signInAtHome(world, page, 'accounts_payable')
    await page.getByRole('link', { name: 'Help' }).click()
    await page.getByRole('link', { name: 'To the dashboard' }).click()
    await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
  })
})
