import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { advance, atOnce, linkTo, newInvoice, owned, quickLink } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

vi.setConfig({ testTimeout: 120_000 })

/** A page that nothing happened to is rendered once; every page still tells what is so when it is asked for. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const SUBMIT_KEY = /"submitKey":"([0-9a-f-]{36})"/
const page = async (url: string, language = 'en') => {
  const answer = await payer('GET', url, undefined, { 'accept-language': language })
  const html = answer.text
  const submitKey = SUBMIT_KEY.exec(html)?.[1]
  return { html, submitKey, rest: html.replace(submitKey ?? '', ''), headers: answer.headers }
}

it('gives every page a submit key of its own, and else the same page', async () => {
  const { url } = await quickLink(world.company, 1200)
  const first = await page(url)
  const second = await page(url)
  const third = await page(url)
  expect(new Set([first.submitKey, second.submitKey, third.submitKey]).size).toBe(3)
  expect(second.rest).toBe(first.rest)
  expect(third.rest).toBe(first.rest)
  expect(third.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'))
  const french = await page(url, 'fr-CA')
  expect(french.html).toContain('<html lang="fr-CA">')
  expect((await page(url)).rest).toBe(first.rest)
})

it('gives each of many who ask at once the page of their link', async () => {
  const urls = await Promise.all(
    Array.from({ length: 40 }, (_, n) => quickLink(world.company, 1000 + n, { reference: `ASK-${n}-END` })),
  )
  const pages = await atOnce(120, async (n) => [n % 40, await page(urls[n % 40]?.url ?? '')] as const)
  for (const [n, { html }] of pages) expect(html).toContain(`ASK-${n}-END`)
  expect(new Set(pages.map(([, { submitKey }]) => submitKey)).size).toBe(120)
})

it('tells at once that links are off for the customer, and of a void', async () => {
  const { company } = world
  const invoice = await newInvoice(company, '80.00')
  const { url, request } = await linkTo(company, invoice.id)
  for (let i = 0; i < 2; i++) expect((await page(url)).html).toContain('$80.00')

  const setLinks = (payment_links_enabled: boolean) =>
    company.call('PATCH', `/v1/customers/${String(invoice.customer)}`, { payment_links_enabled })
  expect((await setLinks(false)).status).toBe(200)
  expect((await page(url)).submitKey).toBeUndefined()
  expect((await setLinks(true)).status).toBe(200)
  expect((await page(url)).submitKey).toBeDefined()

  await company.call('POST', `/v1/payment_requests/${request}/void`, {})
  const { html, submitKey } = await page(url)
  expect(submitKey).toBeUndefined()
  expect(html).toContain('canceled')
})

it('tells at once what the account at the processor may no longer take', async () => {
  const tenant = await world.newCompany()
  const { url } = await quickLink(tenant, 900)
  for (let i = 0; i < 2; i++) expect((await page(url)).submitKey).toBeDefined()
  const mayTake = (capabilities: string) =>
    owned(
      world,
      'update payments.merchant_accounts set capabilities = $2 where company_id = $1 returning company_id',
      [fromWireId('co', tenant.id), capabilities],
    )
  expect(await mayTake('{}')).toHaveLength(1)
  expect((await page(url)).submitKey).toBeUndefined()
  await mayTake('{card_payments}')
  expect((await page(url)).submitKey).toBeDefined()
})

it('expires without anything having changed but the time', async () => {
  const { company } = world
  const invoice = await newInvoice(company, '80.00')
  const { url } = await linkTo(company, invoice.id)
  await payer('POST', `${url}/opened`)
  for (let i = 0; i < 2; i++) expect((await page(url)).submitKey).toBeDefined()
  await advance(world, 25 * 3600)
  expect((await page(url)).submitKey).toBeUndefined()
})
