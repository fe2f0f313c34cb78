/**
 * `bin/node scripts/take-screenshots.ts`: the pictures of the README, of the demo that `bin/start` runs beside it (with
 * the same DATA_DIR). It makes customers, invoices, requests and payments first, so begin with a new DATA_DIR.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { dataDir, root } from './demo/places.ts'

interface DemoFile {
  url: string
  sandbox_url: string
  api_key: string
  staff: { email: string; password: string; role: string }[]
}

type Json = Record<string, unknown>

const demo = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as DemoFile
const folder = join(root, 'docs/screenshots')
const DESK = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

const CUSTOMERS = [
  'Café Lune',
  'Hôtel du Parc',
  'Bistro Rosa',
  'Green & Sons',
  'Atelier Iris',
  'Maison Blanche',
]
const GOODS = ['Peonies, white', 'Garden roses', 'Eucalyptus', 'Ranunculus', 'Ivy garlands', 'Tulips, mixed']

async function call(method: string, path: string, body?: Json): Promise<Json> {
  const response = await fetch(`${demo.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${demo.api_key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return JSON.parse(text) as Json
}

interface Asked {
  request: string
  url: string
}

async function askForInvoice(n: number): Promise<Asked> {
  const name = CUSTOMERS[n % CUSTOMERS.length] ?? ''
  const email = `${name.toLowerCase().replace(/[^a-z]/g, '')}@example.test`
  const customer = await call('POST', '/v1/customers', { name, email })
  const invoice = await call('POST', '/v1/invoices', {
    customer: customer.id,
    currency: 'usd',
    lines: [
      { description: GOODS[n % GOODS.length], quantity: String(4 + n), unit_price: `${12 + n}.50` },
      { description: 'Delivery', quantity: '1', unit_price: '18.00' },
    ],
  })
  const request = await call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] })
  await call('POST', `/v1/payment_requests/${request.id}/send`, {})
  const link = await call('POST', '/v1/payment_links', { payment_request: request.id })
  return { request: String(request.id), url: String(link.url) }
}

/** As the page's script pays, with a test card of the sandbox. */
async function pay(url: string, card: string): Promise<void> {
  const html = await (await fetch(url)).text()
  const data = /<script type="application\/json" id="data">(.*?)<\/script>/.exec(html)?.[1]
  const page = JSON.parse(data ?? '{}') as { amount: number; currency: string; form: { account: string } }
  await fetch(`${url}/opened`, { method: 'POST' })
  const token = (await (
    await fetch(`${demo.sandbox_url}/sandbox/confirmation_tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        account: page.form.account,
        number: card,
        exp_month: 12,
        exp_year: 2034,
        cvc: '123',
      }),
    })
  ).json()) as { id: string }
  await fetch(`${url}/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      submit_key: randomUUID(),
      confirmation_token: token.id,
      amount: page.amount,
      currency: page.currency,
    }),
  })
}

const VISA = '4242424242424242'
const DECLINED = '4000000000000002'

async function tellStory(): Promise<{ paid: Asked; open: Asked }> {
  const asked: Asked[] = []
  for (let n = 0; n < 12; n++) asked.push(await askForInvoice(n))
  const [declinedFirst, ...others] = asked
  const open = others.pop()
  if (declinedFirst === undefined || open === undefined) throw new Error('Nothing was asked for.')
  await pay(declinedFirst.url, DECLINED)
  await pay(declinedFirst.url, VISA)
  for (const { url } of others.slice(0, 5)) await pay(url, VISA)
  await fetch(`${others.at(-1)?.url}/opened`, { method: 'POST' })
  return { paid: declinedFirst, open }
}

async function signedIn(
  browser: Browser,
  viewport: { width: number; height: number },
): Promise<BrowserContext> {
  const admin = demo.staff.find(({ role }) => role === 'admin')
  const context = await browser.newContext({ viewport, locale: 'en-US', deviceScaleFactor: 1 })
  const page = await context.newPage()
  await page.goto(`${demo.url}/sign-in`)
  await page.locator('input[type="email"]').fill(admin?.email ?? '')
  await page.locator('input[type="password"]').fill(admin?.password ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  await page.close()
  return context
}

async function take(context: BrowserContext, url: string, name: string, ready: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(url)
  await page.locator(ready).first().waitFor()
  // Charts and cards come in gently.
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
}

const story = await tellStory()
mkdirSync(folder, { recursive: true })
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
  (path) => path && existsSync(path),
)
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
})
const desk = await signedIn(browser, DESK)
const phone = await signedIn(browser, PHONE)
await take(desk, `${demo.url}/`, 'home', 'main')
await take(desk, `${demo.url}/pay/requests`, 'requests', 'main')
await take(desk, `${demo.url}/pay/requests/${story.paid.request}`, 'request', 'main')
await take(desk, `${demo.url}/settings/links`, 'settings', 'main')
await take(phone, `${demo.url}/pay/requests`, 'requests-phone', 'main')
const payer = await browser.newContext({ viewport: PHONE, locale: 'fr-CA' })
await take(payer, story.open.url, 'pay-page-phone', '#card.is-ready')
await browser.close()
