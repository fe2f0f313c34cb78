import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { expectSound, LOOKS, openPage, sayLook, signInAs, startDashboardWorld } from '../support/dashboard.ts'
import { made, newCustomer, pay, quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'
import { hostileCompany } from './hostile-company.ts'

describeWithBrowser('the screens of the dashboard', () => {
  let world: World
  let browser: Browser
  let paid: string

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    const { company } = world
    const customer = await newCustomer(company, {
      name: 'A very long name of a company that goes on, Incorporated & Associates of Delaware',
      email: 'long@name.test',
    })
    const first = await quickLink(company, 124050, { customer: customer.id, reference: 'Order 1' })
    paid = first.request
    await pay(world, company, first.url, { amount: 124050, card: '4000000000009995' })
    const { payment } = (await pay(world, company, first.url, { amount: 124050 })).body
    const refund = { payment, amount: 4000, reason: 'Six broken vases' }
    await made(company.call('POST', '/v1/refunds', refund, { 'idempotency-key': 'vases' }))
    await quickLink(company, 99_999_999, {
      reference: 'A reference of many words that nobody cut short '.repeat(3),
    })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it.each(LOOKS.map((look) => [sayLook(look), look] as const))(
    'have no fault that axe finds, and nothing is wider than the screen: %s',
    async (name, look) => {
      const { page, faults } = await openPage(browser, look)
      for (const path of ['sign-in', 'forgotten-password', 'reset-password?token=x']) {
        await page.goto(`${world.url}/${path}`)
        await page.locator('h1').waitFor()
        await expectSound(page, `${path.split('?')[0]}-${name}`)
      }
      await signInAs(world, page, 'admin', look)
      // What each shows once all of it is there.
      const screens: Record<string, [path: string, shown: string]> = {
        home: ['', 'figure'],
        requests: ['pay/requests', 'tbody a'],
        'requests-none': ['pay/requests?status=voided', 'h2'],
        'request-new': ['pay/requests/new', 'form'],
        'request-paid': [`pay/requests/${paid}`, 'article ol li'],
        'request-alone': [`pay/requests/${paid}?alone=1`, 'article ol li'],
        payments: ['pay/payments', 'tbody a'],
        'payments-none': ['pay/payments?status=returned', 'h2'],
        refunds: ['pay/refunds', 'tbody a'],
        'refunds-none': ['pay/refunds?status=failed', 'h2'],
        nothing: ['pay/nothing', 'h1'],
      }
      for (const [screen, [path, shown]] of Object.entries(screens)) {
        await page.goto(`${world.url}/${path}`)
        await page.locator(`#content ${shown}`).first().waitFor()
        await expectSound(page, `${screen}-${name}`)
      }
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await expectSound(page, `shortcuts-${name}`)
      expect(faults).toEqual([])
    },
  )

  it('show what anybody typed as text, byte for byte: no script of it runs, and no markup is made of it', async () => {
    const { admin, screens, payPage, shownToPayers } = await hostileCompany(world)
    const { page, faults } = await openPage(browser)
    const asked = new Set<string>()
    const watch = (one: Page) => {
      one.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`))
      one.on('request', (request) => {
        if (/^https?:/.test(request.url())) asked.add(new URL(request.url()).host)
      })
    }
    watch(page)
    await page.addInitScript(
      `addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
        console.error('refused: ' + violatedDirective + ' ' + blockedURI))`,
    )
    await page.goto(`${world.url}/sign-in`)
    await page.locator('input[name=email]').fill(admin.email)
    await page.locator('input[name=password]').fill(admin.password)
    await page.locator('button[type=submit]').click()
    await page.locator('#content').waitFor()
    for (const [path, texts] of Object.entries(screens)) {
      await page.goto(`${world.url}/${path}`)
      await expectText(page, path, texts)
    }
    await page.goto(`${world.url}/`)
    await page.getByRole('heading', { name: 'Home' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('openReference')
    await page.getByRole('option').first().waitFor()
    await expectText(page, 'what is found', [shownToPayers[1] ?? ''])
    await page.goto(`${world.url}/invoices/import`)
    const file = {
      name: '<img src=x onerror=alert(1)>.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('x'),
    }
    await page.locator('input[type=file]').setInputFiles(file)
    await expectText(page, 'an import', [file.name])
    expect([...asked]).toEqual([new URL(world.url).host])
    await page.goto(payPage)
    await expectText(page, 'the pay page', shownToPayers)
    expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([])
  })
})

/** Waits until a page shows each text exactly, in words or in a field, and then finds nothing made of any of them. */
async function expectText(page: Page, where: string, texts: readonly string[]): Promise<void> {
  const missing = () =>
    page.evaluate<string[]>(`(() => {
      const fields = [...document.querySelectorAll('input, textarea, select')].map(({ value }) => value)
      const all = [document.body.textContent, ...fields]
      return ${JSON.stringify(texts)}.filter((text) => !all.some((each) => each.includes(text)))
    })()`)
  await expect.poll(async () => [where, await missing()], { timeout: 15_000 }).toEqual([where, []])
  expect([where, await page.evaluate<string[]>(STRANGE)]).toEqual([where, []])
}

/** What none of our own pages is made of: scripts and frames of others, handlers, addresses that run. */
const STRANGE = `[...document.querySelectorAll('*')].flatMap((element) => {
  const at = (name) => element.getAttribute(name)
  const source = at('src') ?? (element.tagName === 'LINK' ? at('href') : null)
  const isStrange =
    /^(object|embed|base|frame|applet|u)$/i.test(element.tagName) ||
    element.getAttributeNames().some((name) => name.startsWith('on') || name === 'http-equiv' || name === 'srcdoc') ||
    ['href', 'action', 'formaction', 'xlink:href', 'src'].some((name) => /^\\s*(javascript|vbscript|data:text)/i.test(at(name) ?? '')) ||
    (source !== null && !/^(\\/(?!\\/)|data:image|data:,$|blob:|http:..(localhost|127\\.0\\.0\\.1):)/.test(source)) ||
    /thief/.test(at('href') ?? at('action') ?? '')
  return isStrange ? [element.outerHTML.slice(0, 200)] : []
})`
