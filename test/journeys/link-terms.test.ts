import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  advance,
  atOnce,
  eventually,
  made,
  mailTo,
  pageStateOf,
  pay,
  quickLink,
  rowCounts,
} from '../support/story.ts'
import { type Answer, payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** What one request says of its links, in place of the company's settings (K2, K3). */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const HOUR = 3_600
const ask = (values: Record<string, unknown>) =>
  world.company.call('POST', '/v1/payment_requests', {
    kind: 'quick',
    amount: 4_000,
    currency: 'usd',
    reference: 'Order 7',
    ...values,
  })
const send = (request: unknown, values: Record<string, unknown>) =>
  world.company.call('POST', `/v1/payment_requests/${request}/send`, values)
const read = async (request: unknown) =>
  (await world.company.call('GET', `/v1/payment_requests/${request}`)).body
const newestLink = (request: Answer['body']) =>
  (request.links as { url: string; expiry: unknown; expires_at: string | null }[]).at(-1)
const renew = (url: string) =>
  fetch(`${url}/renew`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  })
const newestMail = async (address: string) => {
  const [mail] = await eventually(
    () => mailTo(world, address),
    (mails) => mails.length > 0,
  )
  return mail?.text.replaceAll(/\s+/g, ' ') ?? ''
}

it('R-095 R-097 K2 a request has a period of its own: its mail, page, renewals and reminders follow it', async () => {
  const asked = await made(ask({ expiry: { mode: 'after_open', hours: 2 } }))
  expect(asked).toMatchObject({ expiry: { mode: 'after_open', hours: 2 }, renewal: null })
  const sent = await made(send(asked.id, { email: 'two@hours.test' }))
  const link = newestLink(sent)
  expect(link).toMatchObject({ expiry: { mode: 'after_open', hours: 2 }, expires_at: null })
  await world.settle()
  expect(await newestMail('two@hours.test')).toContain('The link works for 2 hours once you open it.')

  const url = String(link?.url)
  await payer('POST', `${url}/opened`)
  await advance(world, 2 * HOUR - 60)
  expect(await pageStateOf(url)).toBe('payable')
  await advance(world, 61)
  expect(await pageStateOf(url)).toBe('expired')
  expect((await pay(world, world.company, url, { amount: 4_000 })).body.code).toBe('link_not_payable')

  expect((await renew(url)).status).toBe(303)
  expect(newestLink(await read(asked.id))).toMatchObject({ expiry: { mode: 'after_open', hours: 2 } })
  const reminded = await made(world.company.call('POST', `/v1/payment_requests/${asked.id}/remind`, {}))
  expect(newestLink(reminded)).toMatchObject({ expiry: { mode: 'after_open', hours: 2 } })
  // Another request is as the company's setting says: without a period.
  const other = await quickLink(world.company, 4_000)
  expect(newestLink(await read(other.request))).toMatchObject({ expiry: { mode: 'none', hours: null } })
})

it('K2 sending and copying may set it too, for the links from then on; null goes back to the setting', async () => {
  const asked = await made(ask({}))
  expect(asked).toMatchObject({ expiry: null, renewal: null })
  const expiry = { mode: 'after_issue', hours: 48 }
  const sent = await made(send(asked.id, { email: 'a@terms.test', expiry }))
  expect(sent).toMatchObject({ expiry })
  const [first] = sent.links as { issued_at: string; expires_at: string }[]
  expect(Date.parse(first?.expires_at ?? '') - Date.parse(first?.issued_at ?? '')).toBe(48 * HOUR * 1000)

  const setting = { mode: 'after_open' }
  const copied = await made(
    world.company.call('POST', '/v1/payment_links', { payment_request: asked.id, expiry: setting }),
  )
  expect(copied).toMatchObject({ expiry: { mode: 'after_open', hours: 24 } })
  const back = await made(send(asked.id, { email: 'b@terms.test', expiry: null }))
  expect(back).toMatchObject({ expiry: null })
  expect((back.links as { expiry: unknown }[]).map((link) => link.expiry)).toEqual([
    expiry,
    { mode: 'after_open', hours: 24 },
    { mode: 'none', hours: null },
  ])
})

it('K3 a request may leave its renewal to the company, and its mail says so in the language of its customer', async () => {
  const customer = (name: string, language: string) =>
    made(world.company.call('POST', '/v1/customers', { name, language, country: 'FR' }))
  const terms = { expiry: { mode: 'after_open', hours: 1 }, renewal: 'merchant_only' }
  const asked = await made(ask({ ...terms, customer: (await customer('Lune', 'fr')).id }))
  const sent = await made(send(asked.id, { email: 'lune@terms.test' }))
  expect(sent).toMatchObject(terms)
  const url = String(newestLink(sent)?.url)
  await world.settle()
  expect(await newestMail('lune@terms.test')).toContain(
    'Le lien fonctionne une heure à partir de sa première ouverture. Ensuite, demandez-en un nouveau à Rosa Blooms.',
  )
  await payer('POST', `${url}/opened`)
  await advance(world, HOUR + 1)
  const { text } = await payer('GET', url, undefined, { 'accept-language': 'en' })
  expect(text).not.toContain('Send me a new link')
  expect(text).toContain('Call or write to Rosa Blooms for a new one.')
  await renew(url)
  expect(((await read(asked.id)).links as unknown[]).length).toBe(1)
})

it('K10 where a declined payment closes a link, the mail says who gives a new one', async () => {
  const tenant = world.company
  await made(tenant.call('PATCH', '/v1/settings', { 'link.retry_same': false }))
  const asked = await made(ask({}))
  await made(send(asked.id, { email: 'once@terms.test' }))
  await made(tenant.call('PATCH', '/v1/settings', { 'link.retry_same': true }))
  await world.settle()
  expect(await newestMail('once@terms.test')).toContain(
    'If a payment is declined, this link takes no second one: ask Rosa Blooms for a new link.',
  )
  await advance(world, 61)
  await made(tenant.call('POST', `/v1/payment_requests/${asked.id}/remind`, {}))
  await world.settle()
  expect(await newestMail('once@terms.test')).not.toContain('takes no second one')
})

it('what no link may have is refused, and nothing is written', async () => {
  const asked = await made(ask({}))
  await world.settle()
  const before = await rowCounts(world)
  for (const [values, field] of [
    [{ expiry: { mode: 'after_open', hours: 0 } }, 'expiry.hours'],
    [{ expiry: { mode: 'after_open', hours: 8_761 } }, 'expiry.hours'],
    [{ expiry: { mode: 'after_open', hours: 1.5 } }, 'expiry.hours'],
    [{ expiry: { mode: 'none', hours: 2 } }, 'expiry.hours'],
    [{ expiry: { hours: 2 } }, 'expiry'],
    [{ expiry: { mode: 'soon' } }, 'expiry.mode'],
    [{ renewal: 'never' }, 'renewal'],
  ] as const) {
    const answers = [await ask(values), await send(asked.id, { email: 'x@terms.test', ...values })]
    expect([field, answers.map(({ status, body }) => [status, body.code])]).toEqual([
      field,
      Array(2).fill([400, 'invalid_request']),
    ])
  }
  expect(await rowCounts(world)).toEqual(before)
})

it('many who send with terms of their own at once: the newest link has what the request says', async () => {
  const asked = await made(ask({}))
  await atOnce(6, (index) =>
    made(send(asked.id, { email: 'race@terms.test', expiry: { mode: 'after_open', hours: index + 1 } })),
  )
  const now = await read(asked.id)
  expect(newestLink(now)?.expiry).toEqual(now.expiry)
  await world.settle()
  await world.prove()
})

it('K1 how a request may be paid is decided by the company, the customer and the request, and told', async () => {
  const customer = await made(
    world.company.call('POST', '/v1/customers', { name: 'Café Lune', methods: ['card'] }),
  )
  expect(customer.methods).toEqual(['card'])
  const asked = await made(ask({ customer: customer.id, methods: ['card'] }))
  expect(asked.methods).toEqual(['card'])
  const told = await made(world.company.call('GET', `/v1/payment_requests/${asked.id}/methods`))
  expect(told.data).toContainEqual({ method: 'card', offered: true, reason: null })
  const widened = await made(send(asked.id, { email: 'all@methods.test', methods: null }))
  expect(widened.methods).toBeNull()
  expect(
    (await made(world.company.call('PATCH', `/v1/customers/${customer.id}`, { methods: null }))).methods,
  ).toBeNull()
  expect((await ask({ methods: [] })).status).toBe(400)
  expect((await ask({ methods: ['cash'] })).status).toBe(400)
})
