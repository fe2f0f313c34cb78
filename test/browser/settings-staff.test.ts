import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { openPage, signInAs, signInAtHome, startDashboardWorld } from '../support/dashboard.ts'
import { newMember } from '../support/staff.ts'
import { mailTo, newCustomer } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('Settings: staff, roles, keys and the audit trail', () => {
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

  it.each([1440, 360] as const)(
    'R-001 R-003 K14 an admin sees the account enabled, invites a colleague, gives her roles and changes what they may, and her screens follow by themselves: at %i pixels',
    async (width) => {
      const tenant = await world.newCompany()
      const lea = `lea${width}@staff.test`
      const { page, faults } = await openPage(browser, { width })
      await signInAs(world, page, 'admin', { tenant })
      await page.goto(`${world.url}/settings/payments-account`)
      await page.getByText('Payments come in and are paid out to your bank.').waitFor()
      await page.goto(`${world.url}/settings/staff`)
      await page.getByRole('button', { name: 'Invite somebody' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('E-mail address').fill(lea)
      await dialog.getByLabel('Name').fill('Léa Martin')
      await dialog.getByRole('checkbox', { name: 'Credit Manager' }).check()
      await dialog.getByRole('button', { name: 'Send the invitation' }).click()
      await page.getByText(`An invitation is on its way to ${lea}.`).waitFor()
      const row = page.getByRole('listitem').filter({ hasText: lea })
      await row.getByText('Invited', { exact: true }).waitFor()

      await world.settle()
      const [mail] = await mailTo(world, lea)
      const link = /https?:\/\/\S+\/accept-invitation\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? ''
      const { page: hers } = await openPage(browser, { width })
      await hers.goto(link)
      await hers.getByLabel('Your name').fill('Léa Martin')
      await hers.locator('input[type=password]').fill('clavier-orage-tulipe-9')
      await hers.getByRole('button', { name: /^Join/ }).click()
      await hers.getByRole('heading', { name: 'Takings' }).waitFor()
      const ask = hers.getByRole('link', { name: 'Ask for money' })
      expect(await ask.count()).toBe(0)
      // Whatever happens next in the company tells her screen what she may do by then.
      const something = () => newCustomer(tenant)

      await page.reload()
      await row.getByText('Active').waitFor()
      await row.getByRole('button', { name: 'Change roles' }).click()
      await dialog.getByRole('checkbox', { name: 'Cashier' }).check()
      await dialog.getByRole('button', { name: 'Save the roles' }).click()
      await row.getByText('Cashier').waitFor()
      await something()
      await ask.waitFor()

      await page.goto(`${world.url}/settings/roles`)
      const tick = page.getByRole('checkbox', { name: 'Cashier: Send payment requests and payment links' })
      expect(
        await page
          .getByRole('checkbox', { name: 'Admin: Send payment requests and payment links' })
          .isDisabled(),
      ).toBe(true)
      await tick.uncheck()
      await page.getByRole('button', { name: 'Save 1 role' }).click()
      await page.getByText('1 role is saved.').waitFor()
      await something()
      await ask.waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Back to the preset (Cashier)' }).click()
      await page.getByText('Cashier may do again what the preset says.').waitFor()
      await expect.poll(() => tick.isChecked()).toBe(true)
      await something()
      await ask.waitFor()
      expect(faults).toEqual([])
    },
  )

  it('suspends and removes somebody, but never the last admin', async () => {
    const tenant = await world.newCompany()
    const { page, faults } = await openPage(browser)
    const admin = await signInAtHome(world, page, 'admin', { tenant })
    const { email } = await newMember(world, tenant, 'sales')
    await page.goto(`${world.url}/settings/staff`)
    const dialog = page.getByRole('dialog')
    const row = page.getByRole('listitem').filter({ hasText: email })
    await row.getByRole('button', { name: 'Suspend' }).click()
    await dialog.getByRole('button', { name: /^Suspend / }).click()
    await row.getByText('Suspended').waitFor()
    await row.getByRole('button', { name: 'Remove' }).click()
    await dialog.getByRole('button', { name: /^Remove / }).click()
    await row.waitFor({ state: 'detached' })

    const own = page.getByRole('listitem').filter({ hasText: admin.email })
    await own.getByRole('button', { name: 'Suspend' }).click()
    await dialog.getByRole('button', { name: /^Suspend/ }).click()
    await dialog.getByRole('alert').getByText('last_admin').waitFor()
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
  })

  it('shows a key’s secret once, which then works; revoked, it is refused, and the trail tells both', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'admin')
    await page.goto(`${world.url}/settings/api-keys`)
    await page.getByRole('button', { name: 'New key' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Order system')
    await dialog.getByRole('checkbox', { name: 'See customers' }).check()
    await dialog.getByRole('button', { name: 'Make the key' }).click()
    const secret = await dialog.getByLabel('Secret').inputValue()
    await dialog.getByRole('button', { name: 'I have kept it' }).click()
    const customers = () =>
      fetch(`${world.url}/v1/customers`, { headers: { authorization: `Bearer ${secret}` } })
    expect((await customers()).status).toBe(200)
    expect(await page.content()).not.toContain(secret)

    const row = page.getByRole('listitem').filter({ hasText: 'Order system' })
    await row.getByRole('button', { name: 'Revoke' }).click()
    await dialog.getByRole('button', { name: 'Revoke the key' }).click()
    await row.getByText('Revoked').waitFor()
    expect((await customers()).status).toBe(401)

    await page.goto(`${world.url}/settings/audit-trail`)
    await page.getByLabel('What').selectOption('api_key.revoked')
    const event = page.locator('details').first()
    await event.getByText('API key · revoked').waitFor()
    await expect.poll(() => page.locator('details').count()).toBe(1)
    await event.locator('summary').click()
    await event.getByText('api_key.revoked').waitFor()
  })

  it('takes an address off the list of those that mail does not go to', async () => {
    const order = {
      kind: 'quick',
      amount: 1200,
      currency: 'usd',
      reference: 'O',
      email: 'bounce@nobody.test',
    }
    const { body } = await world.company.call('POST', '/v1/payment_requests', order)
    await world.company.call('POST', `/v1/payment_requests/${body.id}/send`, {})
    await world.settle()
    const { page } = await openPage(browser)
    await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/settings/suppressed`)
    const row = page.getByRole('listitem').filter({ hasText: 'bounce@nobody.test' })
    await row.getByRole('button', { name: 'Take off the list' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take off the list' }).click()
    await page.getByText('Mail goes to every address.').waitFor()
  })
})
