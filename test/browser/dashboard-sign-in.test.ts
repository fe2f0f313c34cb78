import { TOTP } from 'otpauth'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { goOn, openPage, signInAtHome, startDashboardWorld } from '../support/dashboard.ts'
import { signedIn } from '../support/staff.ts'
import { mailTo } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('signing in to the dashboard', () => {
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

  it('is refused with a sentence, asks for the second factor, and comes back to what was wanted', async () => {
    const { page } = await openPage(browser)
    const person = await signedIn(world, world.company, 'sales')
    const { secret } = (await person.call('POST', '/v1/user/totp', { password: person.password })).body
    const totp = new TOTP({ secret: String(secret) })
    await person.call('POST', '/v1/user/totp/confirm', { code: totp.generate() })

    await page.goto(`${world.url}/pay/requests?status=paid`)
    await page.getByLabel('E-mail address').fill(person.email)
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password at all')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('do not go together').waitFor()
    await page.getByRole('textbox', { name: 'Password' }).fill(person.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    // A code is good once, and that one was used to switch the second factor on.
    await page
      .getByLabel('Code from your authenticator app')
      .fill(totp.generate({ timestamp: Date.now() + 30_000 }))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Payment requests' }).waitFor()
    expect(new URL(page.url()).search).toBe('?status=paid')
  })

  it('leads to no other site, whatever its address says', async () => {
    const { page, faults } = await openPage(browser)
    await signInAtHome(world, page, 'sales')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).host))
    for (const to of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example/',
      '/\t/evil.example/',
      '/\n/evil.example/',
      '/.//evil.example/',
      '/x/..//evil.example/',
      '\t//evil.example/',
      'javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'http:evil.example',
      '//[',
    ]) {
      await goOn(page, `/sign-in?to=${encodeURIComponent(to)}`)
      await page.getByRole('heading', { name: 'Home' }).waitFor()
      expect([to, page.url()]).toEqual([to, `${world.url}/`])
    }
    await page.goto(`${world.url}/sign-in?to=${encodeURIComponent('/customers?q=//evil.example')}`)
    await page.getByRole('searchbox').last().waitFor()
    expect(page.url()).toBe(`${world.url}/customers?q=//evil.example`)
    expect(new Set(asked)).toEqual(new Set([new URL(world.url).host]))
    expect(faults).toEqual([])
  })

  it('goes on after a forgotten password with the one that a mailed link sets', async () => {
    const { page } = await openPage(browser, { language: 'fr' })
    const person = await signedIn(world, world.company, 'sales')
    await page.goto(`${world.url}/sign-in`)
    await page.getByRole('link', { name: 'Mot de passe oublié' }).click()
    await page.getByRole('heading', { name: 'Choisir un nouveau mot de passe' }).waitFor()
    await page.getByLabel('Adresse courriel').fill(person.email)
    await page.getByRole('button', { name: 'Envoyer le lien' }).click()
    await page.getByText('un lien est en route').waitFor()
    await world.settle()
    const [mail] = await mailTo(world, person.email)
    await page.goto(/https?:\/\/\S+\/reset-password\S+/.exec(mail?.text ?? '')?.[0] ?? '')
    await page.getByRole('textbox', { name: 'Nouveau mot de passe' }).fill('quatre mots sans rapport')
    await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
    await page.getByText('Votre mot de passe est enregistré').waitFor()
    await page.getByLabel('Adresse courriel').fill(person.email)
    await page.getByRole('textbox', { name: 'Mot de passe' }).fill('quatre mots sans rapport')
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.locator('#content').waitFor()
  })

  it('begins with an invitation for somebody new, and another company is one step away', async () => {
    const { page } = await openPage(browser)
    const admin = await signedIn(world, world.company, 'admin')
    const other = await world.newCompany({ name: 'Garage Tremblay', 'time-zone': 'America/Toronto' })
    const otherAdmin = await signedIn(world, other, 'admin')
    const invite = { email: 'nina@staff.test', roles: ['cashier'] }
    for (const person of [admin, otherAdmin]) {
      expect((await person.call('POST', '/v1/members', invite)).status).toBe(201)
      await world.settle()
      const [mail] = await mailTo(world, invite.email)
      await page.goto(/https?:\/\/\S+\/accept-invitation\S+/.exec(mail?.text ?? '')?.[0] ?? '')
      if (person === admin) {
        await page.getByLabel('Your name').fill('Nina')
        await page.getByRole('textbox', { name: 'New password' }).fill('four words without relation')
      }
      await page.getByRole('button', { name: /^Join / }).click()
      await page.locator('#content').waitFor()
    }
    await page.getByRole('link', { name: 'Garage Tremblay' }).waitFor()
    await page.getByRole('button', { name: 'Your account: Nina' }).click()
    await page.getByRole('button', { name: 'Rosa Blooms' }).click()
    await page.getByRole('banner').getByText('Rosa Blooms').waitFor()
  })

  it('is asked for again when the session ends, and what was typed goes on', async () => {
    const { page } = await openPage(browser)
    const person = await signInAtHome(world, page, 'cashier')
    await page.keyboard.press('n')
    await page.getByLabel('Amount', { exact: true }).fill('75')
    await page.getByLabel('Reference', { exact: true }).fill('Typed before')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Copy a link' }).click()
    const dialog = page.getByRole('dialog', { name: 'Please sign in again.' })
    await dialog.getByRole('textbox', { name: 'Password' }).fill(person.password)
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('$75.00 under Typed before').waitFor()
  })

  it('ends with signing out: the screen is gone, and going back shows nothing', async () => {
    const { page } = await openPage(browser)
    await signInAtHome(world, page, 'admin')
    await page.getByRole('link', { name: 'Customers' }).click()
    await page.getByRole('button', { name: /^Your account/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(new URL(page.url()).search, 'whoever signs in next begins at home').toBe('')
    await page.goBack()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })

  it('ends with signing out though the session was just being read again', async () => {
    const { page } = await openPage(browser)
    await signInAtHome(world, page, 'admin')
    let answer = () => {}
    const isOut = new Promise<void>((resolve) => {
      answer = resolve
    })
    let isHeld = () => {}
    const held = new Promise<void>((resolve) => {
      isHeld = resolve
    })
    await page.route('**/v1/session', async (route) => {
      if (route.request().method() !== 'GET') return route.continue()
      const response = await route.fetch()
      isHeld()
      await isOut
      await route.fulfill({ response }).catch(() => undefined)
    })
    // A screen that is refused something reads again what its person may do.
    await page.route('**/v1/customers?*', (route) =>
      route.fulfill({ status: 403, json: { status: 403, code: 'permission_denied' } }),
    )
    await page.getByRole('link', { name: 'Customers' }).click()
    await held
    await page.getByRole('button', { name: /^Your account/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    answer()
    await expect(
      page.getByRole('navigation').waitFor({ timeout: 2000 }),
      'the dashboard stays away',
    ).rejects.toThrow('Timeout')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })
})
