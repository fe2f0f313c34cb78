import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { permissionsOf } from '../../server/src/identity/index.ts'
import { newMember, Person, signedIn } from '../support/staff.ts'
import { mailTo, newCustomer, owned, quickLink } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Somebody of the staff signs in with a browser, works, and signs out. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

it('a person signs in, does what their roles may, under their own name, and signs out', async () => {
  const { company } = world
  const cora = await newMember(world, company, 'cashier', { name: 'Cora' })
  const answer = await cora.signIn()
  expect(answer).toMatchObject({
    status: 201,
    body: {
      object: 'session',
      user: { name: 'Cora', email: cora.email, language: 'en', totp_enabled: false },
      company: {
        id: company.id,
        name: 'Rosa Blooms',
        currency: 'usd',
        time_zone: 'America/New_York',
        sandbox: true,
      },
      companies: [{ id: company.id, roles: ['cashier'] }],
      roles: ['cashier'],
      permissions: [...permissionsOf(['cashier'])],
    },
  })
  expect(answer.headers.get('set-cookie')).toMatch(
    /^quittance_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/,
  )
  expect((await cora.call('GET', '/v1/session')).body).toEqual(answer.body)
  const made = await cora.call(
    'POST',
    '/v1/customers',
    { name: 'Café Lune' },
    { 'idempotency-key': randomUUID() },
  )
  expect(made.status).toBe(201)
  const [event] = await owned<{ actor_type: string; actor_id: string }>(
    world,
    `select actor_type, actor_id from identity.audit_events where action = 'customer.created' order by id desc limit 1`,
  )
  const [user] = await owned<{ id: string }>(world, 'select id from identity.users where email = $1', [
    cora.email,
  ])
  expect(event).toEqual({ actor_type: 'staff', actor_id: user?.id })
  expect((await cora.call('GET', '/v1/api_keys')).body).toMatchObject({
    code: 'permission_denied',
    status: 403,
  })
  const { cookie } = cora
  expect((await cora.call('DELETE', '/v1/session')).status).toBe(204)
  expect(cora.cookie).toBe('')
  cora.cookie = cookie // a copy that somebody kept
  expect((await cora.call('GET', '/v1/customers')).body).toMatchObject({ status: 401, code: 'not_signed_in' })
  expect((await cora.call('GET', '/v1/session')).body).toMatchObject({ status: 401, code: 'not_signed_in' })
})

it('whoever does not know the password learns nothing, not even whether there is such a person', async () => {
  const cora = await newMember(world, world.company, 'cashier')
  const wrong = await new Person(world, cora.email, 'not the password at all').signIn()
  const unknown = await new Person(world, 'nobody@staff.test', 'not the password at all').signIn()
  expect([wrong.status, wrong.body.code]).toEqual([401, 'sign_in_refused'])
  expect(unknown.text).toBe(wrong.text)
  expect([wrong, unknown].map(({ headers }) => headers.get('set-cookie'))).toEqual([null, null])
  // Staff who never chose a password cannot sign in with an empty or any other one.
  await runCommand(world.services, true, 'add-staff', {
    company: world.company.id,
    email: 'no.password@staff.test',
    name: 'None',
    role: 'admin',
  })
  expect((await new Person(world, 'no.password@staff.test', 'anything at all').signIn()).text).toBe(
    wrong.text,
  )
})

it('the address is taken whatever its case', async () => {
  const cora = await newMember(world, world.company, 'cashier')
  expect((await new Person(world, cora.email.toUpperCase(), cora.password).signIn()).status).toBe(201)
})

it('each sign-in begins a new session, and ends the one that the browser had: none can be planted', async () => {
  const cora = await newMember(world, world.company, 'cashier')
  cora.cookie = `quittance_session=${'A'.repeat(43)}`
  await cora.signIn()
  const first = cora.cookie
  expect(first).not.toContain('AAAA')
  await cora.signIn()
  expect(cora.cookie).not.toBe(first)
  const thief = new Person(world, cora.email, '')
  thief.cookie = first
  expect((await thief.call('GET', '/v1/session')).status).toBe(401)
  thief.cookie = `${cora.cookie}; ${first}` // two of one name: which is whose?
  expect((await thief.call('GET', '/v1/session')).status).toBe(401)
})

it('a change by cookie needs the token that only our own pages can read, and comes from no other site', async () => {
  const cora = await signedIn(world, world.company, 'cashier')
  const create = (headers: Record<string, string>) =>
    cora.call('POST', '/v1/customers', { name: 'Café Lune' }, { 'idempotency-key': randomUUID(), ...headers })
  const refused = { status: 403, body: { code: 'cross_site_refused' } }
  expect(await create({ 'x-csrf-token': '' })).toMatchObject(refused)
  expect(await create({ 'x-csrf-token': 'x'.repeat(43) })).toMatchObject(refused)
  const other = await signedIn(world, world.company, 'cashier')
  expect(await create({ 'x-csrf-token': other.csrf })).toMatchObject(refused)
  for (const origin of ['https://evil.example', 'null', `${world.url}.evil.example`, 'http://127.0.0.1:1'])
    expect(await create({ origin })).toMatchObject(refused)
  for (const site of ['cross-site', 'same-site', 'none'])
    expect(await create({ 'sec-fetch-site': site })).toMatchObject(refused)
  expect(await create({ origin: world.url, 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 201 })
  const signInFrom = (origin: string) =>
    cora.call('POST', '/v1/session', { email: cora.email, password: cora.password }, { origin })
  expect(await signInFrom('https://evil.example')).toMatchObject(refused)
  const signOut = await cora.call('DELETE', '/v1/session', undefined, { 'x-csrf-token': '' })
  expect(signOut).toMatchObject(refused)
  // A key needs none of this: no browser sends it by itself.
  expect(
    (await world.company.call('POST', '/v1/customers', { name: 'x' }, { origin: 'https://a.test' })).status,
  ).toBe(201)
})

it('a session is over after eight hours unused and after seven days in any case', async () => {
  const cora = await signedIn(world, world.company, 'cashier')
  const id = async () => {
    const own = (await cora.call('GET', '/v1/sessions')).body.data as { id: string; current: boolean }[]
    return own.length
  }
  const age = (column: string, interval: string) =>
    owned(
      world,
      `update identity.sessions set ${column} = ${column} - interval '${interval}'
       where user_id = (select id from identity.users where email = $1)`,
      [cora.email],
    )
  expect(await id()).toBe(1)
  await age('last_seen_at', '7 hours 50 minutes')
  expect((await cora.call('GET', '/v1/session')).status).toBe(200) // and is used again now
  await age('last_seen_at', '7 hours 50 minutes')
  expect((await cora.call('GET', '/v1/session')).status).toBe(200)
  await age('last_seen_at', '8 hours')
  expect((await cora.call('GET', '/v1/session')).body).toMatchObject({ code: 'not_signed_in' })
  await cora.signIn()
  await age('expires_at', '7 days')
  expect((await cora.call('GET', '/v1/customers')).body).toMatchObject({ code: 'not_signed_in' })
})

it('what an open screen reads by itself keeps no session alive, nor does its stream of events', async () => {
  const cora = await signedIn(world, world.company, 'cashier')
  const ofHers = `user_id = (select id from identity.users where email = '${cora.email}')`
  const lastSeen = async () =>
    (
      await owned<{ at: Date }>(world, `select max(last_seen_at) at from identity.sessions where ${ofHers}`)
    )[0]?.at
  const age = (hours: number) =>
    owned(
      world,
      `update identity.sessions set last_seen_at = last_seen_at - interval '${hours} hours' where ${ofHers}`,
    )
  await age(7)
  const before = await lastSeen()
  const reading = () => cora.call('GET', '/v1/customers', undefined, { 'x-unattended': '1' })
  expect((await reading()).status).toBe(200)
  const headers = { accept: 'text/event-stream', cookie: cora.cookie }
  const stream = await fetch(`${world.url}/v1/stream`, { headers })
  expect([stream.status, await lastSeen()]).toEqual([200, before])
  const words = new Response(stream.body).text()
  await age(1)
  // The stream looks at its right with each thing that it has to tell.
  await newCustomer(world.company)
  expect(await words).toContain('event: end\ndata: {"reason":"not_signed_in"}')
  expect((await reading()).body).toMatchObject({ status: 401, code: 'not_signed_in' })

  await cora.signIn()
  await age(7)
  const old = await lastSeen()
  await cora.call('GET', '/v1/customers') // somebody clicked
  expect(Number(await lastSeen())).toBeGreaterThan(Number(old))
})

it('a sign-in with a browser that never was a person’s is mailed to them; the first of all and a known one are not', async () => {
  const cora = await newMember(world, world.company, 'cashier')
  const signIn = (headers: Record<string, string> = {}) => {
    const { email, password } = cora
    return new Person(world, email, password).call('POST', '/v1/session', { email, password }, headers)
  }
  const [, set] = (await signIn()).headers.getSetCookie()
  expect(set).toMatch(/^quittance_browser=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/)
  await signIn({ cookie: set?.split(';')[0] ?? '' })
  await world.settle()
  expect(await mailTo(world, cora.email)).toEqual([])
  await signIn({ 'user-agent': 'Strange telephone' })
  await world.settle()
  const mails = await mailTo(world, cora.email)
  expect(mails.map(({ subject }) => subject)).toEqual(['A sign-in with a new browser'])
  expect(mails[0]?.text).toContain('Strange telephone')
})

it('a person sees where they are signed in and ends any of it; nobody else’s', async () => {
  const cora = await signedIn(world, world.company, 'cashier')
  const phone = new Person(world, cora.email, cora.password)
  await phone.call(
    'POST',
    '/v1/session',
    { email: cora.email, password: cora.password },
    { 'user-agent': 'Phone' },
  )
  const { data } = (await cora.call('GET', '/v1/sessions')).body as { data: Record<string, unknown>[] }
  expect(data).toMatchObject([
    { user_agent: 'Phone', current: false, company: world.company.id, address: expect.any(String) },
    { current: true },
  ])
  const other = await signedIn(world, world.company, 'admin')
  const path = `/v1/sessions/${data[0]?.id}`
  expect((await other.call('DELETE', path)).body).toMatchObject({ status: 404, code: 'not_found' })
  expect((await phone.call('GET', '/v1/session')).status).toBe(200)
  expect((await cora.call('DELETE', path)).status).toBe(204)
  expect((await phone.call('GET', '/v1/session')).status).toBe(401)
  expect((await cora.call('DELETE', path)).status).toBe(404)
})

it('somebody who works for two companies goes from one to the other, and is in one at a time', async () => {
  const other = await world.newCompany({ name: 'Other Roses' })
  const stranger = await world.newCompany({ name: 'Strangers' })
  const cora = await newMember(world, world.company, 'cashier')
  const values = {
    company: other.id,
    email: cora.email.toUpperCase(),
    name: 'Ignored',
    role: 'credit_manager',
  }
  await runCommand(world.services, true, 'add-staff', values)
  expect((await cora.signIn()).body).toMatchObject({ company: { id: world.company.id }, roles: ['cashier'] })
  const before = cora.cookie
  const csrf = cora.csrf
  const moved = await cora.call('PATCH', '/v1/session', { company_id: other.id })
  expect(moved.body).toMatchObject({
    company: { name: 'Other Roses' },
    roles: ['credit_manager'],
    companies: [{ name: 'Rosa Blooms' }, { name: 'Other Roses', roles: ['credit_manager'] }],
  })
  expect(cora.csrf).not.toBe(csrf)
  const copy = new Person(world, cora.email, '')
  copy.cookie = before
  expect((await copy.call('GET', '/v1/session')).status).toBe(401)
  expect((await cora.call('PATCH', '/v1/session', { company_id: stranger.id })).body).toMatchObject({
    status: 404,
  })
  expect((await cora.call('PATCH', '/v1/session', { company_id: 'co_x' })).body).toMatchObject({
    status: 404,
  })
  await cora.call('DELETE', '/v1/session')
  // The next session begins where the last one was.
  expect((await cora.signIn()).body).toMatchObject({ company: { name: 'Other Roses' } })
})

it('pay pages know nothing of a session, and what is a person’s own is closed to keys', async () => {
  const cora = await signedIn(world, world.company, 'cashier')
  const { url } = await quickLink(world.company, 500)
  const plain = await payer('GET', url)
  const seen = await payer('GET', url, undefined, { cookie: cora.cookie })
  expect(seen.headers.get('set-cookie')).toBeNull()
  const withoutKey = (text: string) => text.replace(/"submitKey":"[^"]+"/, '')
  expect(withoutKey(seen.text)).toBe(withoutKey(plain.text))
  expect((await world.company.call('GET', '/v1/session')).body).toMatchObject({
    status: 401,
    code: 'not_signed_in',
  })
  // A key that is beside a cookie is what counts.
  const both = await world.company.call('GET', '/v1/api_keys', undefined, { cookie: cora.cookie })
  expect(both.status).toBe(200)
})

it('no page sends anybody to another site: of the dashboard, of payers, or on the way to the processor and back', async () => {
  const { url } = await quickLink(world.company, 500)
  const path = new URL(url).pathname.slice(1)
  const cora = await signedIn(world, world.company, 'admin')
  const evil = { return_url: 'https://evil.example', refresh_url: 'https://evil.example' }
  expect((await cora.call('POST', '/v1/merchant_account/onboarding_link', evil)).text).not.toContain('evil')
  const renewed = await fetch(`${url}/renew?lang=//evil.example&next=https://evil.example`, {
    method: 'POST',
    redirect: 'manual',
  })
  expect(renewed.headers.get('location') ?? `/${path}`).toBe(`/${path}`)
  for (const page of [
    '',
    'sign-in',
    'accept-invitation',
    'reset-password',
    'settings/payments-account',
    'v1/session',
    path,
    `${path}/status`,
  ]) {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\\\evil.example',
      'javascript:alert(1)',
    ]) {
      const query = [
        'next',
        'to',
        'return_to',
        'return_url',
        'redirect',
        'url',
        'payment_intent',
        'lang',
      ].map((name) => `${name}=${encodeURIComponent(next)}`)
      const answer = await fetch(`${world.url}/${page}?${query.join('&')}`, { redirect: 'manual' })
      expect([page, next, answer.headers.get('location')]).toEqual([page, next, null])
      expect(await answer.text()).not.toContain('evil.example')
    }
  }
})

it('neither password nor token rests in the database', async () => {
  const cora = await signedIn(world, world.company, 'cashier')
  const rows = await owned<{ text: string }>(
    world,
    `select s::text || u::text text from identity.sessions s join identity.users u on u.id = s.user_id where u.email = $1`,
    [cora.email],
  )
  const kept = rows.map(({ text }) => text).join()
  expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  expect(kept).not.toContain(cora.password)
  expect(kept).not.toContain(cora.cookie.split('=')[1])
})

it('the operator sets a password: a weak one is refused, and every session ends', async () => {
  const cora = await signedIn(world, world.company, 'cashier')
  const set = (password: string) =>
    runCommand(world.services, true, 'set-password', { email: cora.email, password })
  for (const weak of ['short', 'passwordpassword', 'motdepasse1234', 'azertyuiop123', 'aaaaaaaaaaaaaaaa'])
    await expect(set(weak)).rejects.toThrow(/password/i)
  expect((await cora.call('GET', '/v1/session')).status).toBe(200)
  await set('mon chien aime le foin')
  expect((await cora.call('GET', '/v1/session')).status).toBe(401)
  cora.password = 'mon chien aime le foin'
  expect((await cora.signIn()).status).toBe(201)
})
