import type { Browser, Page, Request, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import {
  expectSound,
  goOn,
  openPage,
  signInAs,
  signInAtHome,
  startDashboardWorld,
} from '../support/dashboard.ts'
import { makeSubjects } from '../support/form-subjects.ts'
import { FORMS, type FormCase, type Subjects } from '../support/forms.ts'
import { SETTINGS_FORMS } from '../support/settings-forms.ts'
import type { Person } from '../support/staff.ts'
import { eventually, made, newCustomer, owned, pay, quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('what goes wrong while somebody works', () => {
  let world: World
  let browser: Browser
  let page: Page
  let person: Person
  let subjects: Subjects

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    subjects = await makeSubjects(world)
    ;({ page } = await openPage(browser))
    person = await signInAtHome(world, page, 'admin')
    subjects = { ...subjects, password: person.password }
  })
  afterEach(() => page.unrouteAll())
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it('what the server did and could not say is not done again, not even from a dialog that was opened anew', async () => {
    const { url, request } = await quickLink(world.company, 5000, { reference: 'Answer lost' })
    await pay(world, world.company, url, { amount: 5000 })
    await page.goto(`${world.url}/pay/requests/${request}`)
    const refund = async () => {
      await page.getByRole('button', { name: 'Refund' }).click()
      await page.getByRole('dialog').getByLabel('A part').check()
      await page.getByRole('dialog').getByLabel('Amount to refund').fill('7')
      await page.getByRole('dialog').getByRole('button', { name: 'Refund $7.00' }).click()
    }
    let isLost = false
    await page.route('**/v1/refunds', async (route) => {
      if (route.request().method() !== 'POST' || isLost) return route.continue()
      isLost = true
      await route.fetch()
      return route.abort('connectionreset')
    })
    await refund()
    await page.getByRole('alert').getByText('A repeat is not done twice').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click()
    await refund()
    await page.getByText('$7.00 is on its way back.').waitFor()
    const refunds = await made(world.company.call('GET', '/v1/refunds'))
    expect((refunds.data as { amount: number }[]).filter(({ amount }) => amount === 700)).toHaveLength(1)
  })

  it('a dashboard that fails as a whole, as for a session without permissions, says so and offers to load it again', async () => {
    await page.route('**/v1/session', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), permissions: undefined } })
    })
    await page.goto(world.url)
    await page.getByRole('alert').waitFor()
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await page.getByRole('navigation').first().waitFor()
  })

  it.each([...FORMS, ...SETTINGS_FORMS].map((form) => [form.name, form] as const))(
    '%s: no connection, a failure, a conflict and an ended session each say so, lose nothing typed, and do nothing twice',
    async (_, form) => {
      await goOn(page, `/${form.path(subjects)}`)
      await form.fill(page, subjects)
      const typed = await settledValuesOf(page)
      const { keys, reached } = await failing(page, form, [
        (route) => route.abort('internetdisconnected'),
        (route) => refuse(route, 500, 'internal_error'),
        (route) => refuse(route, 409, 'transition_refused'),
        (route) => refuse(route, 401, 'not_signed_in'),
      ])
      for (const said of [
        /We do not know whether your last step arrived/,
        /Something failed on our side/,
        /This is not possible any more/,
      ]) {
        await form.submit(page).click()
        await page.getByRole('alert').getByText(said).first().waitFor()
        expect(await valuesOf(page)).toEqual(typed)
      }
      await form.submit(page).click()
      const dialog = page.getByRole('dialog', { name: 'Please sign in again.' })
      await dialog.getByRole('textbox', { name: 'Password' }).fill(person.password)
      await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
      // What says that it is done may still be there of the form before.
      await expect.poll(() => reached).toHaveLength(1)
      await form.done(page).waitFor()
      // What got no answer goes out under the same key, and so does what follows it.
      if (form.sends[0] === 'POST') expect(new Set(keys.slice(0, 3)).size).toBe(1)
      expect(reached).toHaveLength(1)
    },
  )

  it('what was saved stays, though a read that left before it is answered after it', async () => {
    await goOn(page, '/settings/links')
    const field = page.getByLabel('Hours that a link to invoices lives')
    const save = page.getByRole('button', { name: 'Save 1 change' })
    await field.fill('37')
    const released = Promise.withResolvers<void>()
    let reads = 0
    let answered = 0
    let refused = 0
    await page.route('**/v1/settings', async (route, request) => {
      if (request.method() !== 'GET') {
        refused += 1
        return refused === 1 ? refuse(route, 409, 'transition_refused') : route.continue()
      }
      reads += 1
      // The answer to the first alone counts here.
      if (reads > 1) return
      const response = await route.fetch()
      await released.promise
      await route.fulfill({ response })
      answered += 1
    })
    // Who is told that something changed meanwhile reads it again.
    const read = page.waitForRequest(
      (request) => request.method() === 'GET' && request.url().endsWith('/v1/settings'),
    )
    await save.click()
    await read
    await save.click()
    await page.getByText('1 setting is saved.').last().waitFor()
    released.resolve()
    await expect.poll(() => answered).toBeGreaterThan(0)
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))')
    expect(await field.inputValue()).toBe('37')
  })

  it('a session that cannot be read again takes nothing away that was typed', async () => {
    await goOn(page, '/customers/new')
    await page.getByLabel('Name or company').fill('Half a name')
    const asked: string[] = []
    await page.route('**/v1/session', (route, request) => {
      asked.push(request.method())
      return refuse(route, 500, 'internal_error')
    })
    // Who is told that they may not, has their roles read again.
    await page.route('**/v1/customers', (route) => refuse(route, 403, 'permission_denied'))
    await page.locator('form [type=submit]').click()
    await page.getByRole('alert').getByText('Your role does not allow this.').waitFor()
    await expect.poll(() => asked).toEqual(['GET'])
    expect(await page.getByLabel('Name or company').inputValue()).toBe('Half a name')
    await page.unrouteAll()
    await page.locator('form [type=submit]').click()
    await page.getByRole('heading', { level: 1, name: 'Half a name' }).waitFor()
  })

  it('a half-filled form asks before it is left, and closing a dialog that was written in asks too', async () => {
    await page.goto(`${world.url}/customers`)
    await page.getByRole('link', { name: 'New customer' }).click()
    await page.getByLabel('Name or company').fill('Half a name')
    await page.getByRole('link', { name: 'Home' }).click()
    const question = page.getByRole('dialog', { name: 'Leave without saving?' })
    await question.waitFor()
    await expectSound(page, 'leave-asked')
    await question.getByRole('button', { name: 'Not now' }).click()
    expect(await page.getByLabel('Name or company').inputValue()).toBe('Half a name')
    await page.goBack()
    await question.getByRole('button', { name: 'Not now' }).click()
    await page.getByRole('button', { name: 'Close' }).click()
    await question.getByRole('button', { name: 'Leave without saving' }).click()
    await page.getByRole('link', { name: 'New customer' }).waitFor()

    await page.goto(`${world.url}/customers/${subjects.customer}`)
    await page.getByRole('button', { name: 'Add a contact' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Half a contact')
    await page.keyboard.press('Escape')
    await question.waitFor()
    // Escape is for the question alone.
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    expect(await page.getByRole('dialog').getByLabel('Name').inputValue()).toBe('Half a contact')
    await page.keyboard.press('Escape')
    await question.getByRole('button', { name: 'Leave without saving' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('in French a fault is said in French: at its field, with its amount, with how long to wait', async () => {
    const own = await openPage(browser, { width: 360, language: 'fr' })
    await signInAs(world, own.page, 'admin')
    await own.page.goto(`${world.url}/customers/new`)
    await own.page.getByLabel('Nom ou entreprise').fill('Garage Nord')
    await own.page.getByRole('textbox', { name: 'Téléphone', exact: true }).fill('123')
    const send = own.page.locator('form [type=submit]')
    await send.click()
    await own.page.getByText('Ce n’est pas un numéro joignable.').first().waitFor()
    await own.page.getByRole('textbox', { name: 'Téléphone', exact: true }).fill('')
    await own.page.getByRole('textbox', { name: /^(Adresse c|C)ourriel$/ }).fill('personne')
    await send.click()
    await own.page.getByRole('alert').getByText('Ce n’est pas une adresse courriel').waitFor()
    await expectSound(own.page, 'failure-said-fr')
    for (const [status, code, more, said] of [
      [429, 'too_many_attempts', { retry_after_seconds: 840 }, 'Réessayez dans 14 minutes.'],
      [422, 'refund_too_large', { refundable_amount: 1250, currency: 'usd' }, /Il reste au plus 12,50/],
      [422, 'items_do_not_fit', {}, 'Précision du serveur, en anglais\u00a0: As the server says it.'],
    ] as const) {
      await own.page.unrouteAll()
      await own.page.route('**/v1/customers', (route, request) =>
        request.method() === 'POST' ? refuse(route, status, code, more) : route.continue(),
      )
      await send.click()
      await own.page.getByRole('alert').getByText(said).waitFor()
    }
  })

  it('a session that another tab renewed goes on; one that went to another company there is brought back, and nothing typed is lost', async () => {
    const other = await world.newCompany({ name: 'Garage Tremblay' })
    const { page } = await openPage(browser)
    const person = await signInAtHome(world, page, 'admin')
    await runCommand(world.services, true, 'add-staff', {
      company: other.id,
      email: person.email,
      name: 'Ignored',
      role: 'admin',
    })
    await page.goto(`${world.url}/customers/new`)
    await page.getByLabel('Name or company').fill('From the first tab')
    const second = await page.context().newPage()
    await second.goto(`${world.url}/settings/account`)
    await second.evaluate(`fetch('/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify(${JSON.stringify({ email: person.email, password: person.password })}) })`)
    await page.getByRole('button', { name: 'Add From the first tab' }).click()
    await page.getByText('From the first tab is added.').waitFor()

    await page.goto(`${world.url}/customers/new`)
    await page.getByLabel('Name or company').fill('At home only')
    await second.reload()
    await second.getByRole('button', { name: /^Your account/ }).click()
    await second.getByRole('button', { name: 'Garage Tremblay' }).click()
    await second.getByText('You are at Garage Tremblay now.').waitFor()
    // It is told with the next thing that is read or sent, whichever comes first.
    await page.getByRole('button', { name: 'Add At home only' }).click({ force: true })
    await page.getByRole('button', { name: 'Come back to Rosa Blooms' }).waitFor()
    await expectSound(page, 'elsewhere')
    await page.getByRole('button', { name: 'Come back to Rosa Blooms' }).click()
    await page.getByRole('button', { name: 'Add At home only' }).click()
    await page.getByText('At home only is added.').waitFor()
    await second.close()
    expect((await made(other.call('GET', '/v1/customers'))).data).toEqual([])
  })

  it('what happens on an open screen keeps no session alive; when its time is over the dashboard says so in place', async () => {
    const own = await openPage(browser)
    const idle = await signInAtHome(world, own.page, 'sales')
    const ofHers = `user_id = (select id from identity.users where email = '${idle.email}')`
    const lastSeen = async () =>
      (await owned<{ at: Date }>(world, `select last_seen_at at from identity.sessions where ${ofHers}`))[0]
        ?.at
    await own.page.getByRole('navigation').getByRole('link', { name: 'Customers' }).click()
    await own.page.getByRole('table', { name: 'Customers' }).waitFor()
    await owned(
      world,
      `update identity.sessions set last_seen_at = last_seen_at - interval '7 hours' where ${ofHers}`,
    )
    const before = await lastSeen()
    await newCustomer(world.company, { name: 'Nobody clicked' })
    await own.page.getByRole('link', { name: 'Nobody clicked' }).waitFor()
    expect(await lastSeen()).toEqual(before)
    await own.page.getByRole('link', { name: 'Nobody clicked' }).click()
    await own.page.getByRole('heading', { name: 'Nobody clicked' }).waitFor()
    await eventually(lastSeen, (at) => at?.getTime() !== before?.getTime())
    await owned(
      world,
      `update identity.sessions set last_seen_at = last_seen_at - interval '8 hours' where ${ofHers}`,
    )
    await newCustomer(world.company, { name: 'Wakes the stream' })
    await own.page.getByRole('dialog', { name: 'Please sign in again.' }).waitFor()
    await expectSound(own.page, 'session-over')
  })
})

/** Lets the first tries of a form fail, each in its way; `reached` is what came through to the server after. */
async function failing(page: Page, form: FormCase, ways: readonly ((route: Route) => Promise<void>)[]) {
  const [method, path] = form.sends
  const left = [...ways]
  const keys: unknown[] = []
  const reached: string[] = []
  const isMeant = (request: Request) => {
    const { pathname } = new URL(request.url())
    return request.method() === method && (path.endsWith('/') ? pathname.startsWith(path) : pathname === path)
  }
  await page.route('**/v1/**', async (route, request) => {
    // The session goes on all the while: signing in is another test's, and takes its time on purpose.
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/v1/session')
      return route.fulfill({ response: await route.fetch({ method: 'GET', postData: '' }) })
    const way = isMeant(request) ? left.shift() : undefined
    if (isMeant(request)) keys.push(request.headers()['idempotency-key'])
    if (way !== undefined) return way(route)
    if (isMeant(request)) reached.push(request.url())
    return route.continue()
  })
  return { keys, reached }
}

function refuse(route: Route, status: number, code: string, more: object = {}): Promise<void> {
  const problem = {
    type: 'about:blank',
    title: code,
    status,
    code,
    detail: 'As the server says it.',
    ...more,
  }
  return route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(problem) })
}

/** What stands in every field. */
function valuesOf(page: Page): Promise<unknown[]> {
  return page.evaluate<unknown[]>(`[...document.querySelectorAll('input, textarea, select')]
    .filter(({ type }) => type !== 'search' && type !== 'file')
    .map(({ type, value, checked }) => (type === 'checkbox' || type === 'radio' ? checked : value))`)
}

/** The same once nothing is added any more: some of a form may still be on its way when it is filled in. */
async function settledValuesOf(page: Page): Promise<unknown[]> {
  let values: unknown[] = []
  await expect
    .poll(
      async () => {
        const before = values.length
        values = await valuesOf(page)
        return values.length - before
      },
      { interval: 200 },
    )
    .toBe(0)
  return values
}
