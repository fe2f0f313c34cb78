import { TOTP } from 'otpauth'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { expectSound, openPage, signInAs, signInAtHome, startDashboardWorld } from '../support/dashboard.ts'
import { flowerLogo, jpegOf } from '../support/pictures.ts'
import { Person } from '../support/staff.ts'
import { eventually, made, owned, pay } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('Settings: the company and one’s own account', () => {
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

  it('two-step sign-in is set up, asked for at the next sign-in, and a recovery code does in its place', async () => {
    const { page, faults } = await openPage(browser)
    const person = await signInAs(world, page, 'cashier')
    await page.goto(`${world.url}/settings/account`)
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor()
    const secret = await page.getByLabel('Secret').inputValue()
    await page.getByLabel('Code from the app').fill(new TOTP({ secret }).generate())
    await page.getByRole('button', { name: 'Turn it on' }).click()
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
    const code = (await page.locator('code').first().textContent()) ?? ''
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByRole('button', { name: 'Turn it off' }).waitFor()

    const elsewhere = new Person(world, person.email, person.password)
    expect((await elsewhere.signIn()).body.code).toBe('second_factor_required')
    expect((await elsewhere.signIn({ code })).status).toBe(201)
    await page.reload()
    await page.getByRole('button', { name: 'End it' }).first().click()
    await page.getByText('The session has ended.').waitFor()
    expect((await elsewhere.call('GET', '/v1/session')).status).toBe(401)

    await page.getByRole('button', { name: 'Turn it off' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Your password now').fill(person.password)
    await dialog.getByRole('button', { name: 'Turn it off' }).click()
    await page.getByRole('button', { name: 'Set it up' }).waitFor()
    expect((await elsewhere.signIn()).status).toBe(201)
    expect(faults).toEqual([])
  })

  it('R-168 the password, the language and the mails that one gets are one’s own', async () => {
    const { page } = await openPage(browser)
    const person = await signInAs(world, page, 'sales')
    await page.goto(`${world.url}/settings/account`)
    await page.getByRole('switch', { name: 'A payment has come in' }).click()
    await page.getByLabel('Your password now').fill(person.password)
    await page.getByLabel('New password').fill('clavier-orage-tulipe-9')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByText('Your password is changed.').waitFor()
    person.password = 'clavier-orage-tulipe-9'
    expect((await person.signIn()).status).toBe(201)
    expect((await person.call('GET', '/v1/user/notifications')).body.payment_received).toBe(false)
    await page.getByLabel('Language').selectOption('fr')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('heading', { name: 'Votre compte' }).waitFor()
  })

  it('R-140 the screens are in the language of the browser, until one chooses another', async () => {
    const { page } = await openPage(browser, { language: 'fr' })
    await signInAs(world, page, 'cashier', { language: 'en' })
    await page.goto(`${world.url}/pay/requests`)
    await page.getByRole('heading', { name: 'Demandes de paiement' }).waitFor()
  })

  it('the company is called and reached as it says from then on', async () => {
    const tenant = await world.newCompany()
    const { page, faults } = await openPage(browser)
    await signInAs(world, page, 'admin', { tenant })
    await page.goto(`${world.url}/settings/company`)
    await page.getByLabel('Name', { exact: true }).fill('Rosa & Daughters')
    await page.getByLabel('Phone').fill('+1 212 555 0199')
    await page.getByLabel('Time zone').selectOption('America/Toronto')
    await page.getByRole('button', { name: 'Save the company' }).click()
    await page.getByText('The company is saved.').waitFor()
    await page.getByRole('link', { name: 'Rosa & Daughters' }).waitFor()
    expect((await tenant.call('GET', '/v1/company')).body).toMatchObject({
      name: 'Rosa & Daughters',
      phone: '+1 212 555 0199',
      time_zone: 'America/Toronto',
    })
    expect(faults).toEqual([])
  })

  it('a logo is chosen or dropped, seen on both grounds as payers see it, and taken away', async () => {
    const tenant = await world.newCompany()
    const { page } = await openPage(browser)
    await signInAs(world, page, 'admin', { tenant })
    await page.goto(`${world.url}/settings/company`)
    const chooser = page.locator('input[type=file]')
    const file = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg></svg>') }
    await chooser.setInputFiles(file)
    await page.getByRole('alert').getByText('this is an SVG drawing').waitFor()
    await chooser.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: flowerLogo() })
    await page.getByText('The logo is saved.').waitFor()
    const shown = page.getByRole('img', { name: 'Logo of Rosa Blooms' })
    const sizes = 'Array.from(document.querySelectorAll("figure img"), (each) => each.naturalWidth).join()'
    const shownAs = (wanted: string) =>
      eventually(
        () => page.evaluate<string>(sizes),
        (found) => found === wanted,
      )
    await shownAs('480,480')
    expect(await page.getByRole('alert').count()).toBe(0)

    const dropped = [...jpegOf(120, 60, () => [20, 120, 90])]
    await page.evaluate(`(() => {
      const carried = new DataTransfer()
      carried.items.add(new File([new Uint8Array(${JSON.stringify(dropped)})], 'logo.jpg', { type: 'image/jpeg' }))
      document.querySelector('section[aria-label=Logo]').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: carried }))
    })()`)
    await shownAs('120,120')
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the logo' }).click()
    await page.getByText('The logo is removed.').waitFor()
    expect(await shown.count()).toBe(0)
    expect((await tenant.call('GET', '/v1/company')).body).toMatchObject({ logo: null })
  })

  it('the overview says of each part that the role may see how it stands, and leads there', async () => {
    const tenant = await world.newCompany({ name: 'Overview Roses' })
    await made(tenant.call('POST', '/v1/members', { email: 'new@overview.test', roles: ['cashier'] }))
    const { page, faults } = await openPage(browser)
    await signInAtHome(world, page, 'admin', { tenant })
    await page.getByRole('link', { name: 'Settings' }).click()
    const part = (name: RegExp) => page.locator('#content').getByRole('link', { name })
    await part(/^Company.*Overview Roses, no logo yet$/).waitFor()
    await part(/^Payments account.*Enabled$/).waitFor()
    await part(/^Links and requests.*As they come$/).waitFor()
    await part(/^Templates.*0 of your own, \d+ that come with Quittance$/).waitFor()
    await part(/^Thank-you.*Off$/).waitFor()
    await part(/^Suppressed addresses.*None$/).waitFor()
    await part(/^Roles.*As they come$/).waitFor()
    await part(/^API keys.*1 in use$/).waitFor()
    await part(/^Audit trail.*Last entry/).waitFor()
    await part(/^Your account.*Password alone, no two-step sign-in$/).waitFor()
    await part(/^Staff.*2 colleagues, 1 invitation open$/).click()
    await page.getByText('new@overview.test').waitFor()
    expect(faults).toEqual([])

    const { page: other, faults: others } = await openPage(browser, { width: 360 })
    await signInAtHome(world, other, 'cashier', { tenant })
    await other.getByRole('button', { name: 'More' }).click()
    await other.getByRole('dialog').getByRole('link', { name: 'Overview' }).click()
    await other.locator('#content').getByText('Overview Roses, no logo yet').waitFor()
    const names = await other.locator('#content li a > span:first-child').allTextContents()
    expect(names).toContain('Your account')
    for (const hidden of ['Staff', 'Roles', 'API keys', 'Audit trail']) expect(names).not.toContain(hidden)
    expect(others).toEqual([])
  })

  it('R-003 a payments account tells how it stands', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'admin')
    await page.goto(`${world.url}/settings/payments-account`)
    await page.getByText('Payments come in and are paid out to your bank.').waitFor()
    await page.getByText('Takes payments').waitFor()
    await page.getByText('Not registered').first().waitFor()
    await page.getByRole('button', { name: 'Register the domain' }).click()
    await page.getByText('The domain is registered.').waitFor()
    expect(await page.getByText('Active', { exact: true }).count()).toBe(2)
  })

  it('R-003 R-004 sending without a payments account leads to where an admin opens it; once it is enabled, links leave', async () => {
    const values = { name: 'Fresh Blooms', country: 'US', currency: 'usd', email: 'fresh@staff.test' }
    const { id } = (await runCommand(world.services, true, 'create-company', values)) as { id: string }
    const { page } = await openPage(browser)
    await signInAtHome(world, page, 'admin', { tenant: { ...world.company, id } })
    const ask = async () => {
      await page.getByLabel('Amount', { exact: true }).fill('9')
      await page.getByLabel('Reference', { exact: true }).fill('Order 9')
      await page.getByRole('button', { name: 'Copy a link' }).click()
    }
    await page.goto(`${world.url}/pay/requests/new`)
    await page.getByText('Nothing can be asked for yet: the payments account is not enabled.').waitFor()
    await ask()
    await page.getByRole('alert').getByText('The payments account is not enabled.').waitFor()
    await expectSound(page, 'request-without-account')
    await page.getByRole('alert').getByRole('link', { name: 'To the payments account' }).click()
    await page.getByRole('button', { name: 'Leave without saving' }).click()

    await page.getByText('Not begun').waitFor()
    await page.getByRole('button', { name: 'Begin the payments account' }).click()
    // The processor's own page, which leads back. What is left out is asked for again.
    await page.getByRole('heading', { name: 'Open a payments account' }).waitFor()
    await page.getByLabel('Legal name of the business').fill('Fresh Blooms LLC')
    await page.getByLabel('Tax ID').fill('12-3456789')
    await page.getByLabel('Address').fill('1 Main Street')
    await page.getByLabel('Your first name').fill('Ada')
    await page.getByLabel('Your last name').fill('Roy')
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: 'Submit' }).click()
    await page.getByText('The processor still wants to know:').waitFor()
    await page.getByRole('listitem').filter({ hasText: 'The bank account for the deposits' }).waitFor()
    await page
      .getByRole('listitem')
      .filter({ hasText: 'The date of birth of whoever represents the business representative.dob.day' })
      .waitFor()
    await expectSound(page, 'payments-account-missing')
    await page.getByRole('button', { name: 'Add the missing information' }).click()
    await page.getByLabel('Bank account number').fill('000123456789')
    await page.getByLabel('Your date of birth').fill('1980-01-01')
    await page.getByLabel('It takes its time to look at it').check()
    await page.getByRole('button', { name: 'Submit' }).click()
    await page.getByText('In review').waitFor()

    // Nobody touches the page: the processor decides, and tells.
    const [row] = await owned<{ account: string }>(
      world,
      'select processor_account account from payments.merchant_accounts where company_id = $1',
      [fromWireId('co', id)],
    )
    const account = row?.account ?? ''
    await world.play('POST', `/sandbox/accounts/${account}/review`, { decision: 'approve' })
    await page.getByText('Payments come in and are paid out to your bank.').waitFor()

    await page.goto(`${world.url}/pay/requests/new`)
    await ask()
    const link = await page.getByLabel('Payment link').inputValue()
    expect(await page.getByRole('combobox', { name: 'Currency' }).count()).toBe(0)
    const paid = await pay(world, { ...world.company, account }, link, { amount: 900 })
    expect(paid.body).toMatchObject({ state: 'succeeded' })
  })
})
