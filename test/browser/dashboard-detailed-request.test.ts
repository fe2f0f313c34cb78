import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { openPage, signInAs, signInAtHome, startDashboardWorld } from '../support/dashboard.ts'
import { made, mailTo, newCustomer, pay, TINY_PDF } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('a detailed request in the dashboard', () => {
  let world: World
  let browser: Browser

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    await newCustomer(world.company, { name: 'Café Lune', email: 'cafe@lune.test', language: 'fr' })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it('R-008 R-017 R-018 R-019 R-020 R-021 R-022 R-023 is filled in, reviewed with its document, sent and confirmed', async () => {
    const { page } = await openPage(browser)
    await signInAtHome(world, page, 'cashier')
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Detailed request' }).click()
    await page.getByRole('button', { name: 'Next: Review' }).click()
    await page.getByText('Who is to pay?').waitFor()
    await page.getByRole('textbox', { name: 'Who is to pay' }).fill('buyer@press.test')
    await page.getByRole('option', { name: 'Send to buyer@press.test' }).click()
    await page.getByLabel('Product or job').fill('Printing press')
    await page.getByLabel('Subtotal').fill('1,000.00')
    await page.getByLabel('Tax', { exact: true }).fill('88.75')
    await page.getByLabel('Shipping').fill('125')
    await page.getByText('$1,213.75').waitFor()
    await page.getByRole('button', { name: 'Next: Review' }).click()
    await page.getByText('only with a document').waitFor()
    await addDocument(page)
    await page.getByRole('button', { name: 'Take SO-2214.pdf away' }).waitFor()
    await page.getByRole('button', { name: 'Next: Review' }).click()
    const review = page.locator('form dl')
    for (const said of ['buyer@press.test', '$1,000.00', '$88.75', '$125.00', '$1,213.75', 'SO-2214.pdf'])
      await review.getByText(said).waitFor()
    await world.settle()
    expect(await mailTo(world, 'buyer@press.test')).toEqual([])
    await page.getByRole('button', { name: 'Send Payment Request' }).click()
    await page.getByText('Sent to buyer@press.test.').waitFor()
    await world.settle()
    const [mail] = await mailTo(world, 'buyer@press.test')
    expect(mail?.text).toContain('1,213.75')
  })

  it('a part by percentage is what the server says; going back and changing it leaves one draft', async () => {
    const { company } = world
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/pay/requests/new/detailed`)
    await fillForm(page)
    await page.getByLabel('Product or job').fill('Orangery')
    await page.getByRole('checkbox', { name: 'Ask for a part of it' }).check()
    await page.getByLabel('Per cent of the whole').fill('33.3')
    await page.getByLabel('What the part is called').fill('Deposit')
    await page.getByRole('button', { name: 'Next: Review' }).click()
    // 33.3 % of 1,240.50 is 413.0865.
    await page.locator('form dl').getByText('$413.09').last().waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.getByLabel('Product or job').inputValue()).toBe('Orangery')
    await page.getByLabel('Per cent of the whole').fill('50')
    await page.getByRole('button', { name: 'Next: Review' }).click()
    await page.locator('form dl').getByText('$620.25').last().waitFor()
    await page.getByRole('button', { name: 'Copy a link' }).click()
    await page.getByText('The link is copied.').waitFor()
    const list = await made(company.call('GET', '/v1/payment_requests?q=Orangery'))
    expect(
      (list.data as { status: string; total: number }[]).map(({ status, total }) => [status, total]),
    ).toEqual([
      ['sent', 62025],
      ['voided', 41309],
    ])
  })

  it('is asked for in another currency that the account settles; an amount that it has no such fraction of is typed again', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/pay/requests/new/detailed`)
    await fillForm(page)
    await page.getByLabel('Tax', { exact: true }).fill('80')
    const currency = page.getByRole('combobox', { name: 'Currency' })
    await currency.selectOption('jpy')
    expect(await page.getByLabel('Subtotal').inputValue()).toBe('')
    expect(await page.getByLabel('Tax', { exact: true }).inputValue()).toBe('80')
    await currency.selectOption('eur')
    expect(await page.getByLabel('Tax', { exact: true }).inputValue()).toBe('80.00')
    await page.getByLabel('Subtotal').fill('1200')
    await page.getByRole('button', { name: 'Next: Review' }).click()
    await page.locator('form dl').getByText('€1,280.00').last().waitFor()
    await page.getByRole('button', { name: 'Copy a link' }).click()
    const link = await page.getByLabel('Payment link').inputValue()
    const paid = await pay(world, world.company, link, { amount: 128_000, currency: 'EUR' })
    expect(paid.body.state).toBe('succeeded')
    await world.prove(world.company)
  })

  it('a template is previewed in the customer’s language, and its text may be changed for this once', async () => {
    const { company } = world
    for (const [language, body] of [
      ['en', 'Hello { customer.name }, please pay { request.amount }: { link }'],
      ['fr', 'Bonjour { customer.name }, veuillez payer { request.amount }\u00a0: { link }'],
    ])
      await made(company.call('POST', '/v1/templates', { kind: 'request', name: 'Ours', language, body }))
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/pay/requests/new/detailed`)
    await fillForm(page)
    await page.getByRole('combobox', { name: 'Text of the mail' }).click()
    await page.getByRole('option', { name: 'Ours' }).click()
    await page.getByRole('button', { name: 'Next: Review' }).click()
    await page.locator('blockquote[lang=fr]').getByText('Bonjour Café Lune').waitFor()
    await page.getByText('In French, the customer’s language.').waitFor()
    await page.getByRole('button', { name: 'Change the text' }).click()
    const text = page.getByRole('textbox', { name: 'Text of the mail' })
    expect(await text.inputValue()).toContain('veuillez payer { request.amount }')
    await text.fill('Chère { customer.name }, voici\u00a0: { link }')
    await page.locator('blockquote').getByText('Chère Café Lune').waitFor()
    await page.getByRole('button', { name: 'Send Payment Request' }).click()
    await page.getByText('Sent to cafe@lune.test.').waitFor()
    await world.settle()
    const [mail] = await mailTo(world, 'cafe@lune.test')
    expect(mail?.text).toContain('Chère Café Lune')
  })
})

async function fillForm(page: Page): Promise<void> {
  const form = page.locator('form')
  await form.locator('input').first().fill('lune')
  await page.getByRole('option').filter({ hasText: 'Café Lune' }).click()
  await form.locator('input').nth(2).fill('Greenhouse, built and painted')
  await form.locator('input[inputmode=decimal]').first().fill('1240.50')
  await addDocument(page)
}

async function addDocument(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'SO-2214.pdf', mimeType: 'application/pdf', buffer: TINY_PDF })
  await page.getByText('SO-2214.pdf', { exact: true }).waitFor()
}
