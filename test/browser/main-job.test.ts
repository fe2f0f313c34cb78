import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { made, quickLink } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

/** The payer's way through the page, on a phone, in French, with the real element and the bank's page. */
describeWithBrowser('A payer on a phone', () => {
  let world: World
  let browser: Browser
  beforeAll(async () => {
    world = await startWorld()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it('R-157 R-158 R-159 R-160 R-161 R-163 R-164 R-181 is declined, passes 3-D Secure and downloads the receipt, in French', async () => {
    const url = await copiedLink(world)
    const page = await phone(browser)
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(url)
    await page.getByText('Rosa Blooms').first().waitFor()
    expect(await page.locator('[href^="tel:"]').count()).toBeGreaterThan(0)
    expect(await page.locator('[href^="sms:"]').count()).toBeGreaterThan(0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)

    await fillCard(page, world, '4000000000009995')
    await page.locator('input[type=email]').fill('lea@example.test')
    await page.getByRole('button', { name: /^Payer/ }).click()
    await page.getByText('Rien n’a été débité').waitFor()
    expect(await page.locator('input[type=email]').inputValue()).toBe('lea@example.test')

    await fillCard(page, world, '4000002760003184')
    await page.getByRole('button', { name: /^Payer/ }).click()
    const bank = page.frameLocator('iframe[title^="Authentification"]')
    await bank.getByRole('button', { name: 'Réussir l’authentification' }).click()
    await page.getByText('Payé. Merci.').waitFor()

    const receipt = page.getByRole('link', { name: /Télécharger le reçu/ })
    const answer = await page.request.get(new URL((await receipt.getAttribute('href')) ?? '', url).href)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    await world.settle()
    await world.prove()
    expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([])
  })

  it('R-095 R-096 loading a page starts no clock; the first touch does', async () => {
    const url = await copiedLink(world, { kind: 'invoice' })
    const page = await phone(browser)
    await page.goto(url)
    await page.waitForLoadState('networkidle')
    expect(await openedAt(world)).toBeNull()
    const told = page.waitForResponse((response) => response.url().includes('/opened'))
    await page.mouse.wheel(0, 200)
    await page.keyboard.press('Tab')
    await told
    expect(await openedAt(world)).not.toBeNull()
  })

  it('R-026 R-043 pays from a bank account by one press: the button stays where it is once it can be pressed', async () => {
    const company = await world.newCompany({}, ['us_bank_account_ach_payments'])
    const { url } = await quickLink(company, 1_200_000)
    const page = await phone(browser)
    await page.goto(url)
    await page.getByLabel('Compte bancaire (ACH)').check()
    const button = page.getByRole('button', { name: /^Payer/ })
    const isEnabled = page.locator('#pay:enabled')
    await isEnabled.waitFor()
    const place = await placeOf(button)
    const element = page.frameLocator('iframe[src$="/elements/bank"]')
    await element.getByLabel('Numéro d’acheminement').fill('110000000')
    await element.getByLabel('Numéro de compte').fill('000123456789')
    await page.getByLabel('Nom du titulaire du compte').fill('Léa Dubois')
    await page.locator('#email').fill('lea@example.test')
    expect(await placeOf(button)).toEqual(place)
    await button.scrollIntoViewIfNeeded()
    const box = await button.boundingBox()
    // The mouse alone, where a person sees the button: nothing looks again, waits or presses twice.
    await page.mouse.click((box?.x ?? 0) + 40, (box?.y ?? 0) + 20)
    await page.getByText('sont en route').first().waitFor()
    await world.settle()
    await world.prove(company)
  })

  it('R-170 R-171 goes to Affirm, comes back without a plan, goes again and agrees to one', async () => {
    const company = await world.newCompany({}, ['affirm_payments'])
    const { url } = await quickLink(company, 124_050)
    const page = await phone(browser)
    await page.goto(url)
    await page.getByLabel('Affirm, en plusieurs fois').check()
    const button = page.getByRole('button', { name: /^Payer .* avec Affirm$/ })
    await page.locator('#pay:enabled').waitFor()
    const place = await placeOf(button)
    await page.locator('#email').fill('lea@example.test')
    expect(await placeOf(button)).toEqual(place)
    await button.click()
    await page.getByRole('button', { name: 'Accepter le plan' }).waitFor()
    // By the browser's own button, to the page as it was left or as it is by now.
    await page.goBack()
    await page.getByRole('heading', { name: 'Affirm vous attend.' }).waitFor()
    await page.locator('#continue:enabled').click()
    await page.getByRole('button', { name: 'Annuler et revenir' }).click()
    await page.getByRole('heading', { name: 'Vous n’avez pas accepté de plan chez Affirm.' }).waitFor()
    await page.getByLabel('Affirm, en plusieurs fois').check()
    await page.locator('#pay:enabled').click()
    await page.getByRole('button', { name: 'Accepter le plan' }).click()
    await page.getByRole('heading', { name: 'Payé. Merci.' }).waitFor()
    expect(new URL(page.url()).search).toBe('?lang=fr')
    await world.settle()
    await world.prove(company)
  })

  it('R-162 R-165 pays with Apple Pay where the device has it, after a card of it was declined', async () => {
    const company = await world.newCompany()
    const { url } = await quickLink(company, 53_000)
    const page = await phone(browser)
    await world.play('POST', '/sandbox/wallets', { wallets: ['apple_pay', 'google_pay'] })
    // On a domain that the processor does not know, no wallet shows.
    await page.goto(url)
    await page.locator('#pay:enabled').waitFor()
    expect(await page.locator('#wallets').isVisible()).toBe(false)
    await made(company.call('POST', '/v1/merchant_account/wallet_domain'))
    await page.reload()
    await page.locator('#wallets.is-ready').waitFor()
    const express = page.frameLocator('iframe[src$="/elements/wallets"]')
    const sheet = page.frameLocator('iframe[src*="/elements/wallet-sheet"]')
    const press = () => express.getByRole('button', { name: 'Payer avec Apple Pay' }).click()
    await press()
    await sheet.getByRole('button', { name: 'Annuler' }).click()
    await press()
    await sheet.getByRole('button', { name: 'refusée' }).click()
    await page.getByText('Rien n’a été débité').waitFor()
    await page.locator('#pay:enabled').waitFor()
    await press()
    await sheet.getByRole('button', { name: 'se terminant par 4242' }).click()
    await page.getByRole('heading', { name: 'Payé. Merci.' }).waitFor()
    await page.getByText('Apple Pay · Visa').waitFor()
    await world.play('POST', '/sandbox/wallets', { wallets: [] })
    await world.settle()
    await world.prove(company)
  })
})

/** Where something stands on the page, however far that is scrolled. */
function placeOf(locator: Locator): Promise<{ top: number; height: number }> {
  return locator.evaluate(`(element) => {
    const { top, height } = element.getBoundingClientRect()
    return { top: Math.round(top + scrollY), height: Math.round(height) }
  }`) as Promise<{ top: number; height: number }>
}

/** A link to share by hand: to a quick request, or to an invoice. */
async function copiedLink(
  world: World,
  { kind }: { kind: 'quick' | 'invoice' } = { kind: 'quick' },
): Promise<string> {
  const { company } = world
  const body =
    kind === 'quick'
      ? { kind, amount: 124050, currency: 'usd', reference: 'Bouquet 17' }
      : { kind, invoices: [await invoice(world)] }
  const request = await company.call('POST', '/v1/payment_requests', body)
  const link = await company.call('POST', '/v1/payment_links', { payment_request: request.body.id })
  return String(link.body.url)
}

async function invoice({ company }: World): Promise<unknown> {
  const customer = await company.call('POST', '/v1/customers', { name: 'Café Lune' })
  const made = await company.call('POST', '/v1/invoices', {
    customer: customer.body.id,
    currency: 'usd',
    lines: [{ description: 'Roses', quantity: '12', unit_price: '4.50' }],
  })
  return made.body.id
}

async function openedAt({ company }: World): Promise<unknown> {
  const requests = await company.call('GET', '/v1/payment_requests?limit=1')
  const [request] = requests.body.data as { links: { opened_at: string | null }[] }[]
  return request?.links[0]?.opened_at
}

async function phone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    locale: 'fr-FR',
    hasTouch: true,
  })
  return context.newPage()
}

async function fillCard(page: Page, world: World, number: string): Promise<void> {
  const port = new URL(world.sandbox.url).port
  const element = page.frameLocator(`iframe[src*=":${port}/elements/payment"]`)
  await element.getByLabel('Numéro de carte').fill(number)
  await element.getByLabel('Date d’expiration').fill('12 / 34')
  await element.getByLabel('CVC').fill('123')
}
