import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sql } from '../../server/src/lib/db/index.ts'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { launchBrowser } from '../support/browser.ts'
import { advance, atOnce, linkTo, made, mailTo, newInvoice, pageStateOf, pay } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 180_000 })

/** How the holder of a link that is over comes to a new one (K2, K3, K10). */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const HOUR = 3_600
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const renew = (url: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/renew`, { method: 'POST', redirect: 'manual', headers: { ...FORM, ...headers }, body: '' })
const page = async (url: string, language = 'en') =>
  (await payer('GET', url, undefined, { 'accept-language': language })).text
const change = (values: Record<string, unknown>) => made(world.company.call('PATCH', '/v1/settings', values))

async function mailedLink(email: string): Promise<{ url: string; request: string }> {
  const { company } = world
  const invoice = await newInvoice(company, '80.00')
  const asked = await made(
    company.call('POST', '/v1/payment_requests', { kind: 'invoice', invoices: [invoice.id] }),
  )
  const sent = await made(company.call('POST', `/v1/payment_requests/${asked.id}/send`, { email }))
  const [link] = sent.links as { url: string }[]
  return { url: String(link?.url), request: String(asked.id) }
}

async function expire(url: string): Promise<void> {
  await payer('POST', `${url}/opened`)
  await advance(world, 24 * HOUR + 1)
  expect(await pageStateOf(url)).toBe('expired')
}

/** Addresses of links in the mail to an address, newest first. */
async function linksMailedTo(email: string): Promise<string[]> {
  await world.settle()
  const mails = await mailTo(world, email)
  return mails.map(({ text }) => /http:\/\/\S+\/p\/[\w-]{27}/.exec(text)?.[0] ?? '')
}

it('R-097 K3 an expired link has a new one sent to the address that it went to, and to no other', async () => {
  const { url } = await mailedLink('rosa@lune.test')
  await expire(url)
  const before = await page(url)
  expect(before).toContain('Send me a new link')
  expect(before).toContain('r•••@…')
  expect(before).not.toContain('rosa@lune.test')
  expect(await page(url, 'fr')).toContain('M’envoyer un nouveau lien')

  const answer = await renew(url)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, new URL(url).pathname])
  const [newest, first] = await linksMailedTo('rosa@lune.test')
  expect(first).toBe(url)
  expect(newest).not.toBe(url)
  // Whoever still holds the old one gets no way to the new one from it.
  expect(await pageStateOf(url)).toBe('expired')
  const after = await page(url)
  expect(after).toContain('A new one was sent to r•••@…')
  expect(after).not.toContain(new URL(String(newest)).pathname)
  expect(after).not.toContain('Send me a new link')
  expect((await pay(world, world.company, String(newest), { amount: 8_000 })).body).toMatchObject({
    state: 'succeeded',
  })
  await world.settle()
  await world.prove()
})

it('K3 raced it is sent once; then once an hour, and five times in all', async () => {
  const { url } = await mailedLink('five@lune.test')
  await expire(url)
  const answers = await atOnce(20, () => renew(url))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await linksMailedTo('five@lune.test')).toHaveLength(2)
  for (let sent = 2; sent <= 5; sent++) {
    await advance(world, HOUR - 60)
    await renew(url)
    expect(await linksMailedTo('five@lune.test')).toHaveLength(sent)
    await advance(world, 120)
    await renew(url)
    expect(await linksMailedTo('five@lune.test')).toHaveLength(sent + 1)
  }
  await advance(world, 2 * HOUR)
  expect(await page(url)).toContain('Ask Rosa Blooms for a new link')
  await renew(url)
  expect(await linksMailedTo('five@lune.test')).toHaveLength(6)
})

it('K3 who holds a copied link asks the company: a notice and a priority, once, and no link', async () => {
  const { company } = world
  const invoice = await newInvoice(company, '80.00')
  const { url, request } = await linkTo(company, invoice.id)
  await expire(url)
  expect(await page(url)).toContain('Ask Rosa Blooms for a new link')
  await atOnce(20, () => renew(url))
  expect(await page(url)).toContain('Rosa Blooms was asked on')
  expect(await page(url, 'fr')).toContain('Votre demande d’un nouveau lien a été transmise à Rosa Blooms')
  await world.settle()
  const staff = `cashier@${company.account.toLowerCase().replaceAll('_', '')}.test`
  const notices = (await mailTo(world, staff)).filter(({ subject }) =>
    subject.includes(`link wanted: ${invoice.number}`),
  )
  expect(notices).toHaveLength(1)
  const requestId = fromWireId('req', request)
  const companyId = fromWireId('co', company.id)
  if (requestId === undefined || companyId === undefined) throw new Error('These are no ids.')
  const priorities = await world.services.database.read(companyId, (db) =>
    db.many(sql`
      select p.id from notifications.priorities p join requests.links l on l.company_id = p.company_id and l.id = p.subject_id
      where p.company_id = ${companyId} and p.kind = 'payment_link.wanted' and l.request_id = ${requestId}`),
  )
  expect(priorities).toHaveLength(1)
  const { links } = (await company.call('GET', `/v1/payment_requests/${request}`)).body
  expect(links).toHaveLength(1)
})

it('K3 the setting decides: a mailed link may only ask, or only call', async () => {
  const { url } = await mailedLink('settings@lune.test')
  await expire(url)
  await change({ 'link.renewal': 'customer_can_ask' })
  expect(await page(url)).toContain('Ask Rosa Blooms for a new link')
  await change({ 'link.renewal': 'merchant_only' })
  const told = await page(url)
  expect(told).toContain('Call or write to Rosa Blooms for a new one.')
  expect(told).toContain('+13055550142')
  expect(told).not.toContain('method="post"')
  await renew(url)
  await change({ 'link.renewal': 'auto_issue' })
  expect(await linksMailedTo('settings@lune.test')).toHaveLength(1)
})

it('K3 another site cannot have a link sent, and an unknown link has nothing to renew', async () => {
  const { url } = await mailedLink('elsewhere@lune.test')
  await expire(url)
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.test' }]) {
    const answer = await renew(url, headers as unknown as Record<string, string>)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'came_from_elsewhere' })
  }
  expect((await renew(`${world.url}/p/${'A'.repeat(27)}`)).status).toBe(404)
  expect(await linksMailedTo('elsewhere@lune.test')).toHaveLength(1)
})

it('K3 a link that may be paid is not renewed', async () => {
  const { url } = await mailedLink('payable@lune.test')
  expect((await renew(url)).status).toBe(303)
  expect(await linksMailedTo('payable@lune.test')).toHaveLength(1)
  expect(await pageStateOf(url)).toBe('payable')
})

it('K2 after_issue: the period starts when the link is issued, and opening does not move it', async () => {
  await change({ 'link.expiry.mode.invoice_link': 'after_issue', 'link.expiry.hours.invoice_link': 4 })
  const { url } = await mailedLink('issue@lune.test')
  await change({ 'link.expiry.mode.invoice_link': 'after_open', 'link.expiry.hours.invoice_link': 24 })
  await advance(world, 3 * HOUR)
  await payer('POST', `${url}/opened`)
  expect(await pageStateOf(url)).toBe('payable')
  await advance(world, HOUR + 1)
  expect(await pageStateOf(url)).toBe('expired')
  await world.prove()
})

it('R-099 K10 where a link may not be tried again, a decline closes it and re-sending makes a new one', async () => {
  await change({ 'link.retry_same': false })
  const { company } = world
  const { url, request } = await mailedLink('retry@lune.test')
  expect(await pageStateOf(url)).toBe('payable')
  const declined = await pay(world, company, url, { amount: 8_000, card: '4000000000009995' })
  expect(declined.body).toMatchObject({ state: 'declined' })
  expect(await pageStateOf(url)).toBe('needs_new_link')
  const told = await page(url)
  expect(told).toContain('This link can be tried only once.')
  expect(told).toContain('Ask Rosa Blooms for a new link')
  const again = await pay(world, company, url, { amount: 8_000 })
  expect(again).toMatchObject({ status: 409, body: { code: 'link_not_payable', state: 'needs_new_link' } })
  const resent = await made(
    company.call('POST', `/v1/payment_requests/${request}/send`, { email: 'retry@lune.test' }),
  )
  const newest = (resent.links as { url: string }[]).at(-1)?.url ?? ''
  // For ten minutes it still tells of the last attempt, and takes the next one.
  expect(await pageStateOf(newest)).toBe('declined')
  expect((await pay(world, company, newest, { amount: 8_000 })).body).toMatchObject({ state: 'succeeded' })
  await change({ 'link.retry_same': true })
  await world.settle()
  await world.prove()
})

it('R-096 what only loads a page never starts its period: a scanner’s browser, a preview, a script’s own events', async () => {
  const { company } = world
  const { url, request } = await linkTo(company, (await newInvoice(company, '80.00')).id)
  let browser: Browser | undefined
  const openedAt = async () =>
    (
      (await company.call('GET', `/v1/payment_requests/${request}`)).body.links as {
        opened_at: string | null
      }[]
    )[0]?.opened_at
  try {
    browser = await launchBrowser()
    const scanner = await browser.newPage()
    await scanner.goto(url, { waitUntil: 'networkidle' })
    await scanner.evaluate(`for (const type of ['pointerdown', 'keydown', 'wheel', 'scroll'])
      dispatchEvent(new Event(type, { bubbles: true }))`)
    await scanner.close()
    expect(await openedAt()).toBeNull()
    const person = await browser.newPage()
    await person.goto(url, { waitUntil: 'networkidle' })
    const told = person.waitForResponse((response) => response.url().endsWith('/opened'))
    await person.mouse.move(20, 20)
    await told
    expect(await openedAt()).not.toBeNull()
  } finally {
    await browser?.close()
  }
})

it('K3 the button needs no script: a browser without it gets the new link sent', async () => {
  const { url } = await mailedLink('plain@lune.test')
  await expire(url)
  const browser = await launchBrowser()
  try {
    const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await visitor.goto(url)
    await visitor.getByRole('button', { name: 'Send me a new link' }).click()
    await visitor
      .getByText('A new one was sent to p')

      .waitFor()
    expect(new URL(visitor.url()).pathname).toBe(new URL(url).pathname)
  } finally {
    await browser.close()
  }
  expect(await linksMailedTo('plain@lune.test')).toHaveLength(2)
})
