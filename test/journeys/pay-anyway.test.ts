import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import {
  atOnce,
  chargesOf,
  copiedLink,
  linkTo,
  made,
  newCustomer,
  newInvoice,
  pageStateOf,
  pay,
} from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 180_000 })

/** K8: what is paid already may be paid once more, where the company allows it. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const page = async (url: string, language = 'en') =>
  (await payer('GET', url, undefined, { 'accept-language': language })).text
const change = (values: Record<string, unknown>) => made(world.company.call('PATCH', '/v1/settings', values))

async function payAnyway(url: string, amount: number, key: string = randomUUID()) {
  const token = await world.card(world.company)
  return payer('POST', `${url}/payments`, {
    submit_key: key,
    confirmation_token: token,
    amount,
    currency: 'USD',
    anyway: true,
  })
}
/** Paid by one link; the other one finds it paid elsewhere. */
async function paidInvoice() {
  const { company } = world
  const customer = (await newCustomer(company)).id
  const invoice = await newInvoice(company, '80.00', { customer })
  const [used, other] = [await linkTo(company, invoice.id), await linkTo(company, invoice.id)]
  await made(pay(world, company, used.url, { amount: 8_000 }))
  return { customer, invoice, used, other }
}
const creditsOf = async (customer: unknown) =>
  (await made(world.company.call('GET', `/v1/credits?customer=${customer}`))).data as Record<
    string,
    unknown
  >[]

it('K8 show_receipt, the default, neither offers nor takes a second payment', async () => {
  const { customer, used, other } = await paidInvoice()
  for (const { url } of [used, other]) {
    for (const address of [url, `${url}?anyway=1`]) expect(await page(address)).not.toContain('anyway')
    expect(await payAnyway(url, 8_000)).toMatchObject({ status: 409, body: { code: 'link_not_payable' } })
  }
  expect(await creditsOf(customer)).toEqual([])
  await world.prove()
})

it('R-109 R-110 K8 paid anyway it is the customer’s credit, and refundable as usual', async () => {
  const { company } = world
  const { customer, invoice, other } = await paidInvoice()
  await change({ 'link.when_settled': 'allow_overpayment' })
  expect(await page(other.url)).toContain('Pay $80.00 anyway')
  expect(await page(other.url, 'fr')).toContain('Payer quand même')
  expect(await page(`${other.url}?anyway=1`)).toContain('Nothing is owed. If you pay $80.00 all the same')
  for (const amount of [7_999, 8_001])
    expect(await payAnyway(other.url, amount)).toMatchObject({
      status: 409,
      body: { code: 'link_not_payable' },
    })
  const key = randomUUID()
  const answers = await atOnce(2, () => payAnyway(other.url, 8_000, key))
  expect(answers.map(({ body }) => body.state)).toEqual(['succeeded', 'succeeded'])
  const [payment] = answers.map(({ body }) => body.payment)
  await world.settle()
  expect(await creditsOf(customer)).toMatchObject([
    { kind: 'overpayment', amount: 8_000, remaining: 8_000, payment },
  ])
  expect((await company.call('GET', `/v1/invoices/${invoice.id}`)).body).toMatchObject({
    status: 'paid',
    settled: 8_000,
  })
  await world.prove()
  // A person is to look at it, until it has gone back.
  const toLookAt = async () =>
    ((await made(company.call('GET', '/v1/priorities?status=open'))).data as { payment: string }[]).filter(
      (priority) => priority.payment === payment,
    )
  expect(await toLookAt()).toMatchObject([{ kind: 'unexpected_money' }])
  const refund = await made(
    company.call('POST', '/v1/refunds', { payment, amount: 8_000 }, { 'idempotency-key': randomUUID() }),
  )
  expect(refund).toMatchObject({ amount: 8_000 })
  await world.settle()
  expect(await creditsOf(customer)).toMatchObject([{ remaining: 0 }])
  expect(await toLookAt()).toEqual([])
  expect((await company.call('GET', `/v1/invoices/${invoice.id}`)).body).toMatchObject({
    status: 'paid',
    settled: 8_000,
  })
  await change({ 'link.when_settled': 'show_receipt' })
  await world.prove()
})

it('K8 a request is paid anyway once, from however many tabs and links at once', async () => {
  const { company } = world
  await change({ 'link.when_settled': 'allow_overpayment' })
  const customer = (await newCustomer(company)).id
  const invoice = await newInvoice(company, '80.00', { customer })
  const [used, other] = [await linkTo(company, invoice.id), await linkTo(company, invoice.id)]
  const urls = [other.url, await copiedLink(company, other.request)]
  await made(pay(world, company, used.url, { amount: 8_000 }))
  const answers = await Promise.all([...urls, ...urls].map((url) => payAnyway(url, 8_000)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status, body } of answers)
    if (status !== 200) expect({ status, code: body.code }).toEqual({ status: 409, code: 'link_not_payable' })
  await world.settle()
  for (const url of urls) {
    expect(await page(`${url}?anyway=1`)).not.toContain('anyway')
    expect((await payAnyway(url, 8_000)).status).toBe(409)
  }
  expect(await creditsOf(customer)).toMatchObject([{ kind: 'overpayment', amount: 8_000 }])
  await change({ 'link.when_settled': 'show_receipt' })
  await world.prove()
})

it('K8 what is voided, owed or closed is not paid anyway', async () => {
  const { company } = world
  await change({ 'link.when_settled': 'allow_overpayment' })
  const open = await linkTo(company, (await newInvoice(company, '80.00')).id)
  expect((await payAnyway(open.url, 8_000)).status).toBe(409)
  const { other } = await paidInvoice()
  await made(company.call('POST', `/v1/payment_requests/${other.request}/void`))
  expect(await page(other.url)).not.toContain('anyway')
  expect((await payAnyway(other.url, 8_000)).status).toBe(409)
  await change({ 'link.when_settled': 'show_receipt' })
  await world.prove()
})

it('K8 in a browser it takes two steps, and ends on the receipt', async () => {
  const { company } = world
  const { other } = await paidInvoice()
  await change({ 'link.when_settled': 'allow_overpayment' })
  const before = (await chargesOf(world, company)).length
  const browser = await launchBrowser()
  try {
    const tab = await browser.newPage()
    await tab.goto(other.url)
    await tab.getByRole('link', { name: 'Pay $80.00 anyway' }).click()
    await tab.getByText('Nothing is owed. If you pay').waitFor()
    const frame = tab.frameLocator('#card iframe')
    await frame.locator('input').first().waitFor({ timeout: 60_000 })
    const fields = frame.locator('input')
    for (const [i, text] of ['4242424242424242', '12/34', '123'].entries()) await fields.nth(i).fill(text)
    await tab.getByRole('button', { name: 'Pay $80.00 anyway' }).click()
    await tab.getByText('Paid. Thank you.').waitFor({ timeout: 60_000 })
    expect(new URL(tab.url()).search).not.toContain('anyway')
  } finally {
    await browser.close()
  }
  expect(await chargesOf(world, company)).toHaveLength(before + 1)
  expect(await pageStateOf(other.url)).toBe('paid')
  await change({ 'link.when_settled': 'show_receipt' })
  await world.settle()
  await world.prove()
})
