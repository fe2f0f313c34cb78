import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  advance,
  copiedLink,
  eventually,
  linkTo,
  made,
  newCustomer,
  newInvoice,
  pay,
  quickLink,
  submission,
} from '../support/story.ts'
import { payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** What a person should look at, and what takes care of it. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const HOUR = 3_600
const DECLINED = '4000000000000002'
const open = async (tenant: Tenant, status = 'open') =>
  (await made(tenant.call('GET', `/v1/priorities?status=${status}`))).data as Record<string, unknown>[]
const kinds = async (tenant: Tenant, status?: string) => (await open(tenant, status)).map(({ kind }) => kind)

it('a request that is declined is one priority, which its payment takes care of', async () => {
  const tenant = await world.newCompany({ name: 'Declines' })
  const { id: customer } = await newCustomer(tenant, { name: 'Iris Vale' })
  const { url, request } = await quickLink(tenant, 900, { customer, reference: 'Order 9' })
  for (let tries = 0; tries < 2; tries++) await pay(world, tenant, url, { amount: 900, card: DECLINED })
  await world.settle()
  const [priority, ...more] = await open(tenant)
  expect(more).toEqual([])
  expect(priority).toMatchObject({
    kind: 'payment_failed',
    payment_request: request,
    customer,
    customer_name: 'Iris Vale',
    reference: 'Order 9',
    amount: 900,
    currency: 'usd',
    reason: 'generic_decline',
    payment: expect.stringMatching(/^pay_/),
  })
  await pay(world, tenant, url, { amount: 900 })
  await world.settle()
  expect(await open(tenant)).toEqual([])
  expect(await kinds(tenant, 'resolved')).toEqual(['payment_failed'])
})

it('a link that ran out unpaid is a priority; sending it again takes care of it, and it may come again', async () => {
  const tenant = await world.newCompany({ name: 'Expiries' })
  const invoice = await newInvoice(tenant, '25.00')
  const { url, request } = await linkTo(tenant, invoice.id)
  const paid = await linkTo(tenant, (await newInvoice(tenant, '10.00')).id)
  await payer('POST', `${url}/opened`)
  await pay(world, tenant, paid.url, { amount: 1_000 })
  await advance(world, 25 * HOUR)
  const [expired] = await eventually(
    () => open(tenant),
    (rows) => rows.length > 0,
  )
  expect(expired).toMatchObject({ kind: 'request_expired', payment_request: request, amount: 2_500 })
  await payer('POST', `${await copiedLink(tenant, request)}/opened`)
  await world.settle()
  expect(await open(tenant)).toEqual([])
  await advance(world, 25 * HOUR)
  const [again] = await eventually(
    () => open(tenant),
    (rows) => rows.length > 0,
  )
  expect(again).toMatchObject({ kind: 'request_expired', payment_request: request })
  expect(again?.id).not.toBe(expired?.id)
})

it('mail that is not taken and money that was not owed are priorities, which a person resolves once', async () => {
  const tenant = await world.newCompany({ name: 'Troubles' })
  const invoice = await newInvoice(tenant, '7.00')
  const [used, asked] = [await linkTo(tenant, invoice.id), await linkTo(tenant, invoice.id)]
  const mailed = await quickLink(tenant, 300)
  const email = 'bounce@nobody.test'
  await made(tenant.call('POST', `/v1/payment_requests/${mailed.request}/send`, { email }))
  await made(tenant.call('PATCH', '/v1/settings', { 'link.when_settled': 'allow_overpayment' }))
  await pay(world, tenant, used.url, { amount: 700 })
  const again = await payer('POST', `${asked.url}/payments`, {
    ...submission({ amount: 700, token: await world.card(tenant) }),
    anyway: true,
  })
  await world.settle()
  expect(again.status, again.text).toBe(200)
  const [money, mail, ...more] = (await open(tenant)).sort((a, b) =>
    String(a.kind) < String(b.kind) ? 1 : -1,
  )
  expect(more).toEqual([])
  expect(money).toMatchObject({
    kind: 'unexpected_money',
    amount: 700,
    payment: again.body.payment,
    payment_request: asked.request,
  })
  expect(mail).toMatchObject({ kind: 'message_bounced', address: email, payment_request: mailed.request })
  expect(String(mail?.reason)).toContain('550')
  const resolve = (who: Tenant, id: unknown) => who.call('POST', `/v1/priorities/${id}/resolve`)
  const other = await world.newCompany({ name: 'Others' })
  expect((await resolve(other, money?.id)).status).toBe(404)
  const [first, second] = [await made(resolve(tenant, money?.id)), await made(resolve(tenant, money?.id))]
  expect(first).toMatchObject({ id: money?.id, resolved_at: expect.any(String) })
  expect(second).toEqual(first)
  expect((await open(tenant)).map(({ id }) => id)).toEqual([mail?.id])
  await world.settle()
  const events = (await made(tenant.call('GET', '/v1/events?type=priority.resolved'))).data
  expect(events).toMatchObject([{ subject: money?.id }])
})
