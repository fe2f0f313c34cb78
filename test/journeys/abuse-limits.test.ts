import { randomBytes, randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { addressKey } from '../../server/src/lib/address-key.ts'
import { fromWireId } from '../../server/src/lib/ids.ts'
import { SAVING_VERSION } from '../../server/src/requests/index.ts'
import { createServer } from '../../server/src/web/index.ts'
import {
  advance,
  atOnce,
  eventually,
  made,
  mailTo,
  newCustomer,
  newInvoice,
  owned,
  quickLink,
  submission,
} from '../support/story.ts'
import { type Answer, payer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 180_000 })

/** Who tries stolen cards or guesses links is stopped; whoever pays is not. Payers come through one trusted proxy. */
let world: World
beforeAll(async () => {
  world = await startWorld({ env: { TRUSTED_PROXY_HOPS: '1' } })
})
afterAll(() => world.stop())

const DECLINED = '4000000000009995'
const CHALLENGE = '4000002760003184'
const PRICE = 4200

const from = (address: string) => ({ 'x-forwarded-for': address })
const set = (tenant: Tenant, setting: string) =>
  runCommand(world.services, true, 'set', { company: tenant.id, setting: [setting] })
const links = (tenant: Tenant, count: number) =>
  atOnce(count, async () => (await quickLink(tenant, PRICE)).url)

async function payFrom(
  tenant: Tenant,
  url: string,
  address: string,
  { card = '4242424242424242', key = randomUUID() as string, language = 'en' } = {},
): Promise<Answer> {
  const token = await world.card(tenant, card)
  const body = submission({ amount: PRICE, key, token })
  return payer('POST', `${url}/payments?lang=${language}`, body, from(address))
}

/** A form by which a new customer saves a card. */
async function form(tenant: Tenant): Promise<string> {
  const { id } = await newCustomer(tenant)
  const asked = await made(
    tenant.call('POST', `/v1/customers/${id}/method_requests`, { email: 'ada@lune.test' }),
  )
  return String((await made(tenant.call('GET', `/v1/method_requests/${asked.id}/link`))).url)
}

const fillIn = async (
  tenant: Tenant,
  url: string,
  address: string,
  { card = '4242424242424242', language = 'en' } = {},
): Promise<Answer> =>
  payer(
    'POST',
    `${url}/setups?lang=${language}`,
    { method: 'card', confirmation_token: await world.card(tenant, card), consent: SAVING_VERSION },
    from(address),
  )

const priorities = (tenant: Tenant) =>
  owned<{ subject_id: string; subject_type: string; detail: Record<string, unknown> }>(
    world,
    `select subject_id, subject_type, detail from notifications.priorities
     where kind = 'decline_surge.started' and company_id = '${fromWireId('co', tenant.id)}'`,
  )

/** The hour of every counter is over. */
const hourPasses = () =>
  owned(world, `update lib.rate_counters set ends_at = now() - interval '1 second' returning name`)

describe('one address', () => {
  it('after twenty declines waits an hour with all links of the company; others and other companies are not touched', async () => {
    const [tenant, other] = [await world.newCompany(), await world.newCompany()]
    const carder = '203.0.113.5'
    const tried = await links(tenant, 4)
    const [fresh = '', another = ''] = await links(tenant, 2)
    await Promise.all(
      tried.map(async (url) => {
        for (let i = 0; i < 5; i++) {
          const answer = await payFrom(tenant, url, carder, { card: DECLINED })
          expect(answer.body).toMatchObject({ state: 'declined' })
        }
      }),
    )
    const refused = await payFrom(tenant, fresh, carder)
    expect(refused.status).toBe(429)
    expect(refused.body).toMatchObject({
      code: 'too_many_tries_from_address',
      message:
        'There were too many tries from your internet connection. Nothing was charged. You can try again in about 1 hour. You can also call or text Rosa Blooms at +13055550142.',
    })
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(3600)
    expect(refused.body.retry_after_seconds).toBe(seconds)
    const french = await payFrom(tenant, fresh, carder, { language: 'fr' })
    expect(french.body.message).toBe(
      'Il y a eu trop d’essais depuis votre connexion Internet. Rien n’a été débité. Vous pourrez réessayer dans environ 1\u00a0heure. Vous pouvez aussi appeler Rosa Blooms ou lui envoyer un texto au +13055550142.',
    )
    expect((await payFrom(tenant, another, '203.0.113.6')).body).toMatchObject({ state: 'succeeded' })
    const [elsewhere = ''] = await links(other, 1)
    expect((await payFrom(other, elsewhere, carder)).body).toMatchObject({ state: 'succeeded' })
    await hourPasses()
    expect((await payFrom(tenant, fresh, carder)).body).toMatchObject({ state: 'succeeded' })
  })

  it('that may try no more finishes what it began: the bank’s question, the status, the same submit again', async () => {
    const tenant = await world.newCompany()
    await set(tenant, 'limits.declines_per_address=2')
    const address = '203.0.113.7'
    const [asked = '', given = '', tried = ''] = await links(tenant, 3)
    const key = randomUUID()
    const began = await payFrom(tenant, asked, address, { card: CHALLENGE, key })
    const second = await payFrom(tenant, given, address, { card: CHALLENGE })
    expect([began.body.state, second.body.state]).toEqual(['requires_action', 'requires_action'])
    for (let i = 0; i < 2; i++) await payFrom(tenant, tried, address, { card: DECLINED })
    expect((await payFrom(tenant, tried, address)).status).toBe(429)
    const again = await payFrom(tenant, asked, address, { card: CHALLENGE, key })
    expect(again).toMatchObject({ status: 200, body: { payment: began.body.payment } })
    const stopped = await payer(
      'POST',
      `${given}/payments/${second.body.payment}/give_up`,
      undefined,
      from(address),
    )
    expect(stopped).toMatchObject({ status: 200, body: { state: 'canceled' } })
    const status = await payer('GET', `${asked}/status`, undefined, from(address))
    expect(status).toMatchObject({ status: 200, body: { state: 'action_needed' } })
    const resumed = await payer(
      'POST',
      `${asked}/payments/${began.body.payment}/resume`,
      undefined,
      from(address),
    )
    expect(resumed).toMatchObject({ status: 200, body: { state: 'requires_action' } })
    await authenticate(resumed)
    const done = await payer(
      'POST',
      `${asked}/payments/${began.body.payment}/refresh`,
      undefined,
      from(address),
    )
    expect(done.body).toMatchObject({ state: 'succeeded' })
  })

  it('may be a whole office: payments that succeed count for nothing but a high limit', async () => {
    const tenant = await world.newCompany()
    await set(tenant, 'limits.declines_per_address=1')
    const urls = await links(tenant, 25)
    const answers = await Promise.all(urls.map((url) => payFrom(tenant, url, '198.51.100.20')))
    expect(answers.map(({ body }) => body.state)).toEqual(urls.map(() => 'succeeded'))
    await set(tenant, 'limits.tries_per_address=30')
    const more = await links(tenant, 10)
    const late = await Promise.all(more.map((url) => payFrom(tenant, url, '198.51.100.20')))
    expect(late.filter(({ body }) => body.state === 'succeeded')).toHaveLength(5)
    expect(late.filter(({ body }) => body.code === 'too_many_tries_from_address')).toHaveLength(5)
  })

  it('of version 6 is its whole network, and what it writes before the proxy’s word is not believed', async () => {
    const tenant = await world.newCompany()
    await set(tenant, 'limits.declines_per_address=2')
    const [url = '', other = ''] = await links(tenant, 2)
    await payFrom(tenant, url, '2001:db8:1:2::a', { card: DECLINED })
    await payFrom(tenant, url, '192.0.2.1, 2001:db8:1:2:ffff::b', { card: DECLINED })
    expect((await payFrom(tenant, other, '192.0.2.2, 2001:db8:1:2::c')).status).toBe(429)
    expect((await payFrom(tenant, other, '2001:db8:1:3::c')).body).toMatchObject({ state: 'succeeded' })
  })

  it('R-073 tries cards by a form that asks for one no more than by a link: declines of both count together', async () => {
    const tenant = await world.newCompany()
    await set(tenant, 'limits.declines_per_address=3')
    const carder = '203.0.113.8'
    const [url = ''] = await links(tenant, 1)
    const [one, two] = [await form(tenant), await form(tenant)]
    for (let i = 0; i < 2; i++) {
      expect((await fillIn(tenant, one, carder, { card: DECLINED })).body.state).toBe('declined')
    }
    expect((await payFrom(tenant, url, carder, { card: DECLINED })).body.state).toBe('declined')
    const refused = await fillIn(tenant, two, carder)
    expect(refused.status).toBe(429)
    expect(refused.body).toMatchObject({ code: 'too_many_tries_from_address' })
    expect(refused.body.message).toContain('Nothing was saved.')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await payFrom(tenant, url, carder)).status).toBe(429)
    expect((await fillIn(tenant, two, '203.0.113.9')).body).toMatchObject({ state: 'succeeded' })
    await set(tenant, 'limits.tries_per_address=4')
    await hourPasses()
    const tries = []
    for (let i = 0; i < 5; i++) tries.push(await fillIn(tenant, two, carder))
    expect(tries.map(({ body }) => body.code)).toEqual(Array(5).fill('form_over'))
    expect((await payFrom(tenant, url, carder)).body.code).toBe('too_many_tries_from_address')
  })
})

describe('a surge of declines', () => {
  it('from fifty addresses is one priority, each link pauses after ten, and an honest payer still pays', async () => {
    const tenant = await world.newCompany()
    const carders = Array.from({ length: 50 }, (_, i) => `198.18.${i}.9`)
    const [one = '', honest = '', ...others] = await links(tenant, 10)
    const onOne: Answer[] = []
    for (const address of carders) onOne.push(await payFrom(tenant, one, address, { card: DECLINED }))
    expect(onOne.filter(({ body }) => body.state === 'declined')).toHaveLength(10)
    expect(onOne.filter(({ status, body }) => status === 429 && body.code === 'too_many_tries')).toHaveLength(
      40,
    )
    // The others at once, so that the fiftieth decline is raced.
    await Promise.all(
      others.map(async (url, link) => {
        for (let i = 0; i < 6; i++) {
          const address = carders[(10 + link * 6 + i) % carders.length] ?? ''
          expect((await payFrom(tenant, url, address, { card: DECLINED })).body.state).toBe('declined')
        }
      }),
    )
    expect((await payFrom(tenant, honest, '198.51.100.77')).body).toMatchObject({ state: 'succeeded' })
    await world.settle()
    const raised = await priorities(tenant)
    expect(raised).toHaveLength(1)
    expect(raised[0]).toMatchObject({ subject_type: 'decline_surge', detail: { paused_until: null } })
    expect(raised[0]?.detail.declines).toBeGreaterThanOrEqual(50)
    expect(raised[0]?.detail.requests).toBeGreaterThanOrEqual(8)
    expect(raised[0]?.detail.addresses).toBeGreaterThanOrEqual(30)
  })

  it('pauses the company’s cards where it wants so, until staff settle it; then the next one is news again', async () => {
    const tenant = await world.newCompany()
    await set(tenant, 'limits.decline_surge=3')
    await set(tenant, 'limits.surge_pause_minutes=30')
    const [tried = '', honest = '', begun = ''] = await links(tenant, 3)
    const began = await payFrom(tenant, begun, '198.51.100.1', { card: CHALLENGE })
    const decline = (i: number) => payFrom(tenant, tried, `198.18.100.${i}`, { card: DECLINED })
    for (let i = 0; i < 3; i++) await decline(i)
    const refused = await payFrom(tenant, honest, '198.51.100.2')
    expect(refused.status).toBe(429)
    expect(refused.body).toMatchObject({
      code: 'card_payments_paused',
      message:
        'Rosa Blooms has paused card payments for a while. Nothing was charged. You can try again in about 30 minutes. You can also call or text Rosa Blooms at +13055550142.',
    })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1700)
    expect((await payFrom(tenant, honest, '198.51.100.2', { language: 'fr' })).body.message).toMatch(
      /^Rosa Blooms a suspendu les paiements par carte pour un moment\. Rien n’a été débité\. Vous pourrez réessayer dans environ 30 minutes\. /,
    )
    expect((await payer('GET', honest, undefined, from('198.51.100.2'))).status).toBe(200)
    await authenticate(began)
    const done = await payer('POST', `${begun}/payments/${began.body.payment}/refresh`)
    expect(done.body).toMatchObject({ state: 'succeeded' })

    await world.settle()
    const [first, ...more] = await priorities(tenant)
    expect(more).toEqual([])
    expect(first?.detail).toMatchObject({ declines: 3, requests: 1, addresses: 3 })
    const end = () => runCommand(world.services, true, 'end-surge', { company: tenant.id })
    const outcomes = (await Promise.all([end(), end()])) as { ended: boolean }[]
    expect(outcomes.map(({ ended }) => ended).sort()).toEqual([false, true])
    expect((await payFrom(tenant, honest, '198.51.100.2')).body).toMatchObject({ state: 'succeeded' })
    for (let i = 3; i < 6; i++) await decline(i)
    await world.settle()
    expect(await priorities(tenant)).toHaveLength(2)
    const ended = await owned<{ count: string }>(
      world,
      `select count(*) from identity.audit_events where action = 'decline_surge.ended' and company_id = '${fromWireId('co', tenant.id)}'`,
    )
    expect(ended).toEqual([{ count: '1' }])
  })

  it('ends, with its pause, when a person resolves its priority; the next one is news again', async () => {
    const tenant = await world.newCompany()
    await set(tenant, 'limits.decline_surge=2')
    await set(tenant, 'limits.surge_pause_minutes=30')
    const [tried = '', honest = ''] = await links(tenant, 2)
    const surge = async (network: number) => {
      for (let i = 0; i < 2; i++) await payFrom(tenant, tried, `198.18.${network}.${i}`, { card: DECLINED })
      await world.settle()
      const open = await tenant.call('GET', '/v1/priorities')
      return (open.body.data as { id: string; kind: string }[]).filter(({ kind }) => kind === 'decline_surge')
    }
    const [first, ...others] = await surge(50)
    expect(others).toEqual([])
    expect((await payFrom(tenant, honest, '198.51.100.9')).status).toBe(429)
    const resolve = () => tenant.call('POST', `/v1/priorities/${first?.id}/resolve`)
    const answers = await Promise.all([resolve(), resolve()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await payFrom(tenant, honest, '198.51.100.9')).body).toMatchObject({ state: 'succeeded' })
    const [next, ...more] = await surge(51)
    expect(more).toEqual([])
    expect(next?.id).not.toBe(first?.id)
  })

  it('that staff have not settled goes on hour after hour, and is no further priority', async () => {
    const tenant = await world.newCompany()
    await set(tenant, 'limits.decline_surge=2')
    const [url = ''] = await links(tenant, 1)
    for (let hour = 0; hour < 3; hour++) {
      for (let i = 0; i < 2; i++) await payFrom(tenant, url, `198.18.200.${i}`, { card: DECLINED })
      await hourPasses()
    }
    await world.settle()
    expect(await priorities(tenant)).toHaveLength(1)
    const told = await owned<{ type: string }>(
      world,
      `select type from notifications.events where subject_type = 'decline_surge'
       and company_id = '${fromWireId('co', tenant.id)}' order by id`,
    )
    expect(told.map(({ type }) => type)).toEqual([
      'decline_surge.started',
      'decline_surge.continued',
      'decline_surge.continued',
    ])
  })

  it('is one of forms, too, and its pause is theirs: what is given up, or is nobody’s card, is none', async () => {
    const tenant = await world.newCompany()
    await set(tenant, 'limits.decline_surge=12')
    await set(tenant, 'limits.surge_pause_minutes=30')
    const [one, two] = [await form(tenant), await form(tenant)]
    const decline = (url: string, i: number) => fillIn(tenant, url, `198.18.202.${i}`, { card: DECLINED })
    const began = await fillIn(tenant, two, '198.18.202.99', { card: CHALLENGE })
    expect(began.body.state).toBe('requires_action')
    await advance(world, 31 * 60)
    const state = async () => (await payer('POST', `${two}/setups/${began.body.setup}/refresh`)).body.state
    expect(await eventually(state, (found) => found === 'declined')).toBe('declined')
    for (let i = 0; i < 10; i++) expect((await decline(one, i)).body.state).toBe('declined')
    // Ten tries by one form, whoever makes them.
    expect((await decline(one, 10)).body).toMatchObject({ code: 'too_many_tries' })
    expect((await decline(two, 11)).body.state).toBe('declined')
    await world.settle()
    expect(await priorities(tenant)).toEqual([])
    expect((await decline(two, 12)).body.state).toBe('declined')
    await world.settle()
    expect(await priorities(tenant)).toMatchObject([{ detail: { declines: 12, requests: 2, addresses: 12 } }])
    const paused = await fillIn(tenant, two, '198.51.100.3')
    expect(paused).toMatchObject({ status: 429, body: { code: 'card_payments_paused' } })
    expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(1700)
    expect(paused.body.message).toContain('Nothing was saved.')
    const [honest = ''] = await links(tenant, 1)
    expect((await payFrom(tenant, honest, '198.51.100.3')).body.code).toBe('card_payments_paused')
  })

  it('is made of banks’ noes: what a payer gives up is none', async () => {
    const tenant = await world.newCompany()
    await set(tenant, 'limits.decline_surge=2')
    const [url = ''] = await links(tenant, 1)
    for (let i = 0; i < 3; i++) {
      const began = await payFrom(tenant, url, '198.18.201.1', { card: CHALLENGE })
      await payer('POST', `${url}/payments/${began.body.payment}/give_up`)
    }
    await world.settle()
    expect(await priorities(tenant)).toEqual([])
  })
})

describe('guessed links', () => {
  const unknown = () => `${world.url}/p/${randomBytes(20).toString('base64url')}`
  const guess = (address: string, path = '', language = 'en') =>
    payer('GET', `${unknown()}${path}`, undefined, { ...from(address), 'accept-language': language })

  it('stop whoever opens many, who is told when to come again; right links open for them and for everyone', async () => {
    const tenant = await world.newCompany()
    const [url = ''] = await links(tenant, 1)
    const guesser = '203.0.113.99'
    const answers = await atOnce(80, () => guess(guesser))
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(60)
    const [refused] = answers.filter(({ status }) => status === 429)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(800)
    expect(refused?.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(refused?.text).toContain('Too many wrong links were opened from your internet connection.')
    expect(refused?.text).toContain('You can try again in about 15 minutes.')
    const french = (await guess(guesser, '', 'fr')).text
    expect(french).toContain('Trop de liens non valables ont été ouverts depuis votre connexion Internet.')
    expect(french).toContain('Vous pourrez réessayer dans environ 15 minutes.')
    expect(await guess(guesser, '/status')).toMatchObject({
      status: 429,
      body: { code: 'too_many_wrong_links' },
    })

    expect((await guess('203.0.113.98')).status).toBe(404)
    for (const address of ['203.0.113.98', guesser]) {
      expect((await payer('GET', url, undefined, from(address))).status).toBe(200)
      expect((await payer('GET', `${url}/status`, undefined, from(address))).status).toBe(200)
    }
    expect((await payFrom(tenant, url, guesser)).body).toMatchObject({ state: 'succeeded' })
  })

  it('are counted over all processes, and a process that knows writes no more for them', async () => {
    const guesser = '203.0.113.97'
    const twin = await createServer({ ...world.services })
    const ask = () => twin.inject({ url: new URL(unknown()).pathname, headers: from(guesser) })
    for (let i = 0; i < 30; i++) {
      expect((await guess(guesser)).status).toBe(404)
      expect((await ask()).statusCode).toBe(404)
    }
    expect((await ask()).statusCode).toBe(429)
    const count = () =>
      owned<{ count: number }>(
        world,
        `select max(count) count from lib.rate_counters where name = 'pay.wrong_links'`,
      )
    const before = await count()
    for (let i = 0; i < 10; i++) expect((await ask()).statusCode).toBe(429)
    expect(await count()).toEqual(before)
    await twin.close()
  })

  it('from behind no trusted proxy are the socket’s, whatever the header says; a page that opens is never counted', async () => {
    const tenant = await world.newCompany()
    const [url = ''] = await links(tenant, 1)
    const bare = await createServer({ ...world.services, trustedProxyHops: 0 })
    const ask = (path: string, i: number) =>
      bare.inject({ url: path, headers: from(`198.18.50.${i}`), remoteAddress: '192.0.2.44' })
    const counted = () => owned(world, `select name, subject, count from lib.rate_counters order by 1, 2`)
    const before = await counted()
    for (let i = 0; i < 80; i++) expect((await ask(new URL(url).pathname, i)).statusCode).toBe(200)
    expect(await counted()).toEqual(before)
    const statuses = []
    for (let i = 0; i < 61; i++) statuses.push((await ask(new URL(unknown()).pathname, i)).statusCode)
    expect(statuses.slice(-2)).toEqual([404, 429])
    await bare.close()
  })
})

describe('guessed API keys', () => {
  it('stop whoever tries many; right keys work from there all the same, and are never counted', async () => {
    const guesser = '203.0.113.40'
    const call = (address: string, key: string) =>
      payer('GET', `${world.url}/v1/customers`, undefined, {
        ...from(address),
        authorization: `Bearer ${key}`,
      })
    const wrong = () => `qk_${randomBytes(30).toString('base64url')}`
    for (let i = 0; i < 20; i++) expect((await call(guesser, world.company.key)).status).toBe(200)
    const answers = await atOnce(70, () => call(guesser, wrong()))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(60)
    const [refused] = answers.filter(({ status }) => status === 429)
    expect(refused?.body).toMatchObject({ code: 'too_many_wrong_keys' })
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(800)
    expect((await call(guesser, world.company.key)).status).toBe(200)
    expect((await call('203.0.113.41', wrong())).status).toBe(401)
    expect((await payer('GET', `${world.url}/v1/customers`, undefined, from(guesser))).status).toBe(401)
  })
})

it('a proxy that the server was not told of is told of in the log, once', async () => {
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) })
  const bare = await createServer({ ...world.services, log, trustedProxyHops: 0 })
  await bare.inject('/healthz')
  expect(lines).toEqual([])
  for (let i = 0; i < 3; i++) await bare.inject({ url: '/healthz', headers: from('203.0.113.1') })
  expect(lines.filter((line) => line.includes('TRUSTED_PROXY_HOPS is 0'))).toHaveLength(1)
  await bare.close()
})

describe('new links', () => {
  it('are sent to so many an hour from one address; then the page says so, with and without script', async () => {
    const tenant = await world.newCompany()
    await set(tenant, 'limits.renewals_per_address=2')
    const address = '203.0.113.60'
    const urls: string[] = []
    for (let i = 0; i < 3; i++) {
      const invoice = await newInvoice(tenant, '80.00')
      const asked = await tenant.call('POST', '/v1/payment_requests', {
        kind: 'invoice',
        invoices: [invoice.id],
      })
      const sent = await tenant.call('POST', `/v1/payment_requests/${asked.body.id}/send`, {
        email: `n${i}@lune.test`,
      })
      const [link] = sent.body.links as { url: string }[]
      await payer('POST', `${link?.url}/opened`)
      urls.push(String(link?.url))
    }
    await advance(world, 24 * 3_600 + 1)
    const renew = (url: string, who: string, language = 'en') =>
      fetch(`${url}/renew?lang=${language}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...from(who) },
      })
    const [first = '', second = '', third = ''] = urls
    expect((await renew(first, address)).status).toBe(303)
    expect((await renew(second, address)).status).toBe(303)
    expect((await renew(second, address)).status).toBe(303) // It changes nothing, so it counts for nothing.
    const refused = await renew(third, address)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.text()).toContain(
      'Too many new links were asked for from your internet connection. Nothing was sent and nothing was charged. You can try again in about 1 hour. You can also call or text Rosa Blooms at +13055550142.',
    )
    expect(await (await renew(third, address, 'fr')).text()).toContain(
      'Trop de nouveaux liens ont été demandés depuis votre connexion Internet. Rien n’a été envoyé et rien n’a été débité.',
    )
    const back = await fetch(`${third}/renew?lang=fr`, { redirect: 'manual' })
    expect(back.headers.get('location')).toBe(`${new URL(third).pathname}?lang=fr`)
    expect((await renew(third, '203.0.113.61')).status).toBe(303)
    await world.settle()
    expect(await mailTo(world, 'n2@lune.test')).toHaveLength(2)
  })
})

it('addresses are counted as networks and digests, and what is over is deleted', async () => {
  const counters = () => owned<{ subject: Buffer }>(world, 'select subject from lib.rate_counters')
  const texts = (await counters()).map(({ subject }) => subject.toString('latin1')).join()
  for (const address of ['203.0.113.99', '198.18.0.9', addressKey('2001:db8:1:2::a')])
    expect(texts).not.toContain(address)
  await hourPasses()
  await owned(world, `select graphile_worker.add_job('forget_rates') is not null`)
  expect(await eventually(counters, (left) => left.length === 0)).toEqual([])
})

it('the books agree after all of it', async () => {
  await world.settle()
  expect((await world.verify()).flatMap(({ differences }) => differences)).toEqual([])
})

/** The payer says yes in the bank's window. */
function authenticate({ body }: Answer): Promise<unknown> {
  const intent = String(body.client_secret).split('_secret')[0]
  return world.play('POST', `/sandbox/payment_intents/${intent}/authenticate`, { outcome: 'complete' })
}
