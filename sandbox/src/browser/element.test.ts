import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../test/support/browser.ts'
import { type Opened, openSandbox, refusalOf } from '../../test/support.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let world: Opened
let shop: Server
let browser: Browser
let shopUrl: string

beforeAll(async () => {
  world = await openSandbox()
  shop = createServer((request, response) => void serve(request.url ?? '', response)).listen(0, '127.0.0.1')
  await once(shop, 'listening')
  // Another host name, so another site: the frame is as foreign to the page as the processor's is.
  shopUrl = `http://localhost:${(shop.address() as AddressInfo).port}`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  shop?.close()
  await world?.sandbox.stop()
})

/** A pay page with the content security policy that the product's has. */
async function serve(url: string, response: import('node:http').ServerResponse): Promise<void> {
  const { sandbox, stripe } = world
  if (url.startsWith('/pay?')) {
    const intent = await stripe.paymentIntents
      .create({
        amount: 123_456,
        currency: 'eur',
        confirm: true,
        confirmation_token: url.split('?')[1] ?? '',
        allowed_payment_method_types: ['card'],
      })
      .catch((error) => error.payment_intent)
    response.end(
      JSON.stringify({ id: intent.id, status: intent.status, client_secret: intent.client_secret }),
    )
    return
  }
  if (url === '/page.js') {
    response.setHeader('content-type', 'text/javascript')
    response.end(pageScript(sandbox.publishableKey))
    return
  }
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader(
    'content-security-policy',
    `default-src 'none'; script-src 'self' ${sandbox.url}; frame-src ${sandbox.url}; connect-src 'self'`,
  )
  response.end(
    `<!doctype html><html lang="en"><title>Pay</title><main><h1>Pay</h1><div id="card"></div><button>Pay</button><output></output></main><script src="${sandbox.url}/js/stripe.js"></script><script src="/page.js"></script></html>`,
  )
}

const pageScript = (key: string) => `
  const output = document.querySelector('output')
  const query = new URLSearchParams(location.search)
  const stripe = Stripe('${key}', { locale: query.get('locale') ?? 'en' })
  const elements = stripe.elements({ mode: 'payment', amount: 123456, currency: 'eur', appearance: { theme: query.get('theme') ?? 'stripe' } })
  elements.create('payment').on('ready', () => document.body.dataset.ready = 'yes').mount('#card')
  document.querySelector('button').onclick = async () => {
    output.textContent = ''
    const submitted = await elements.submit()
    if (submitted.error) return void (output.textContent = submitted.error.code)
    const { confirmationToken } = await stripe.createConfirmationToken({ elements })
    const intent = await (await fetch('/pay?' + confirmationToken.id)).json()
    window.secret = intent.client_secret
    if (intent.status !== 'requires_action') return void (output.textContent = intent.status)
    const { paymentIntent, error } = await stripe.handleNextAction({ clientSecret: intent.client_secret })
    output.textContent = error ? error.code : paymentIntent.status
  }`

async function openPage(query = ''): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  await page.goto(`${shopUrl}/${query}`)
  await page.waitForSelector('body[data-ready]')
  return page
}

const form = (page: Page) => page.frameLocator('iframe[title="Secure payment input frame"]')
const challenge = (page: Page) => page.frameLocator('iframe[title^="3D"], iframe[title^="Authentification"]')

async function typeCard(page: Page, number: string): Promise<void> {
  await form(page)
    .getByLabel(/Card number|Numéro de carte/)
    .fill('')
  await form(page)
    .getByLabel(/Card number|Numéro de carte/)
    .pressSequentially(number)
  await form(page)
    .getByLabel(/Expiration|expiration/)
    .fill('12/40')
  await form(page).getByLabel('CVC').fill('123')
}

async function payAndRead(page: Page): Promise<string> {
  // What came of the try before must not be taken for what comes of this one.
  await page.evaluate("document.querySelector('output').textContent = ''")
  // The frame grows and shrinks with what it says: a button that moves between press and release is not clicked.
  await page.getByRole('button', { name: 'Pay' }).press('Enter')
  return readOutcome(page)
}

async function readOutcome(page: Page): Promise<string> {
  const output = page.locator('output:not(:empty)')
  await output.waitFor()
  return (await output.textContent()) ?? ''
}

test('an empty or wrong card is refused in the frame, and nothing is sent', async () => {
  const page = await openPage('?locale=fr')
  expect(await payAndRead(page)).toBe('incomplete_number')
  await expect
    .poll(() => form(page).getByRole('alert').first().textContent())
    .toBe('Le numéro de votre carte est incomplet.')
  await typeCard(page, '4242424242424241')
  expect(await payAndRead(page)).toBe('invalid_number')
  await typeCard(page, '4242424242424242')
  await form(page).getByLabel('Date d’expiration').fill('1020')
  expect(await payAndRead(page)).toBe('invalid_expiry_year_past')
  await page.close()
})

test('a card is typed in groups, charged, and its number is nowhere in the page', async () => {
  const page = await openPage()
  await typeCard(page, '4242424242424242')
  expect(await form(page).getByLabel('Card number').inputValue()).toBe('4242 4242 4242 4242')
  expect(await payAndRead(page)).toBe('succeeded')
  // Four digits of it may be of a port or a key.
  expect(await page.content()).not.toMatch(/4242 ?4242/)
  await page.close()
})

test('3-D Secure fails, then the same page pays with it completed', async () => {
  const page = await openPage()
  await typeCard(page, '4000002760003184')
  await page.getByRole('button', { name: 'Pay' }).click()
  await challenge(page).getByText('€1,234.56').first().waitFor()
  await challenge(page).getByRole('button', { name: 'Fail authentication' }).click()
  expect(await readOutcome(page)).toBe('payment_intent_authentication_failure')
  await page.getByRole('button', { name: 'Pay' }).click()
  await challenge(page).getByRole('button', { name: 'Complete authentication' }).click()
  expect(await readOutcome(page)).toBe('succeeded')
  await page.close()
})

test('an old tab can confirm a failed attempt again, but not one that was cancelled', async () => {
  const page = await openPage()
  await typeCard(page, '4000000000000002')
  expect(await payAndRead(page)).toBe('requires_payment_method')
  const confirm = async (number: string) => {
    const confirmation_token = await world.token(number)
    const call = `Stripe('${world.sandbox.publishableKey}').confirmPayment({ clientSecret: window.secret, confirmParams: { confirmation_token: '${confirmation_token}' }, redirect: 'if_required' }).then((r) => r.error?.code ?? r.paymentIntent.status)`
    return page.evaluate(call)
  }
  expect(await confirm('4000000000009995')).toBe('card_declined')
  const secret = (await page.evaluate('window.secret')) as string
  await world.stripe.paymentIntents.cancel(secret.split('_secret_')[0] ?? '')
  expect(await confirm('4242424242424242')).toBe('payment_intent_unexpected_state')
  expect(
    await refusalOf(world.stripe.paymentIntents.confirm(secret.split('_secret_')[0] ?? '')),
  ).toBeDefined()
  await page.close()
})

test.each(['stripe', 'night'])(
  'the form and the challenge have no fault that axe finds, theme %s',
  async (theme) => {
    const page = await openPage(`?theme=${theme}`)
    if (theme === 'night') await page.evaluate("document.body.style.background = '#16181d'")
    await page.getByRole('button', { name: 'Pay' }).click()
    await readOutcome(page)
    const faults = async (name: RegExp) => {
      const frame = page.frames().find((candidate) => name.test(candidate.url()))
      await frame?.evaluate(axe)
      // The frame is clear: what is behind its letters is the page.
      if (theme === 'night' && name.test('elements/payment'))
        await frame?.evaluate("document.documentElement.style.background = '#16181d'")
      return frame?.evaluate(
        "axe.run({ rules: { 'page-has-heading-one': { enabled: false } } }).then((r) => r.violations.map((v) => v.id))",
      )
    }
    expect(await faults(/elements\/payment/)).toEqual([])
    await typeCard(page, '4000002760003184')
    await page.getByRole('button', { name: 'Pay' }).click()
    await challenge(page).getByRole('button', { name: 'Complete authentication' }).waitFor()
    expect(await faults(/3d-secure/)).toEqual([])
    await page.close()
  },
)
