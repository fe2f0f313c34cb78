import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { Person, signedIn } from '../support/staff.ts'
import { atOnce, mailTo, owned } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** A second factor: an authenticator app's codes, and recovery codes for the day that the telephone is lost. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** The app on somebody's telephone. `early` steps before or after now. */
function app(secret: unknown) {
  const totp = new TOTP({ secret: Secret.fromBase32(String(secret)), digits: 6, period: 30 })
  return { code: (early = 0) => totp.generate({ timestamp: Date.now() + early * 30_000 }), totp }
}

async function withSecondFactor() {
  const cora = await signedIn(world, world.company, 'cashier')
  const begun = (await cora.call('POST', '/v1/user/totp')).body
  const phone = app(begun.secret)
  const confirmed = await cora.call('POST', '/v1/user/totp/confirm', { code: phone.code(-1) })
  return { cora, phone, begun, codes: confirmed.body.recovery_codes as string[] }
}

it('is turned on by its first code; from then on signing in asks for one, each good once', async () => {
  const { cora, phone, begun, codes } = await withSecondFactor()
  expect(begun.otpauth_url).toContain(`otpauth://totp/Quittance:${encodeURIComponent(cora.email)}?`)
  expect(begun.qr_svg).toMatch(/^<svg /)
  expect(new Set(codes).size).toBe(10)
  expect((await cora.call('GET', '/v1/session')).body).toMatchObject({ user: { totp_enabled: true } })
  const laptop = new Person(world, cora.email, cora.password)
  expect((await laptop.signIn()).body).toMatchObject({ status: 401, code: 'second_factor_required' })
  // The code that turned it on was used; so was the step before.
  for (const code of [phone.code(-1), '000000', '12345'])
    expect((await laptop.signIn({ code })).status).toBeGreaterThanOrEqual(400)
  const code = phone.code(0)
  const answers = await atOnce(4, () => new Person(world, cora.email, cora.password).signIn({ code }))
  // Whoever comes after the fifth that is wrong is asked to wait.
  const statuses = answers.map(({ status }) => (status === 429 ? 401 : status))
  expect(statuses.sort()).toEqual([201, 401, 401, 401])
})

it('lets in by a recovery code, once, whatever its dashes and case', async () => {
  const { cora, codes } = await withSecondFactor()
  const [first = '', second = ''] = codes
  const laptop = new Person(world, cora.email, cora.password)
  expect((await laptop.signIn({ code: first.toUpperCase().replaceAll('-', ' ') })).status).toBe(201)
  expect((await laptop.signIn({ code: first })).body).toMatchObject({ code: 'second_factor_refused' })
  expect((await laptop.signIn({ code: second })).status).toBe(201)
})

it('ends the sessions that were begun without it, and is turned off by the password alone', async () => {
  const cora = await signedIn(world, world.company, 'cashier')
  const phone = new Person(world, cora.email, cora.password)
  await phone.signIn()
  const { secret } = (await cora.call('POST', '/v1/user/totp')).body
  expect((await phone.call('GET', '/v1/session')).status).toBe(200) // nothing is on yet
  await cora.call('POST', '/v1/user/totp/confirm', { code: app(secret).code() })
  expect((await phone.call('GET', '/v1/session')).status).toBe(401)
  expect((await cora.call('POST', '/v1/user/totp')).body).toMatchObject({ code: 'second_factor_is_on' })
  const off = (password: string) => cora.call('DELETE', '/v1/user/totp', { password })
  expect((await off('not the password')).body).toMatchObject({ code: 'current_password_refused' })
  expect((await off(cora.password)).status).toBe(204)
  expect((await phone.signIn()).status).toBe(201)
})

it('its person is told by mail when it is turned on, and when it is turned off', async () => {
  const { cora } = await withSecondFactor()
  await cora.call('DELETE', '/v1/user/totp', { password: cora.password })
  await world.settle()
  const subjects = (await mailTo(world, cora.email)).map(({ subject }) => subject)
  expect(subjects.sort()).toEqual(['Two-step sign-in is off', 'Two-step sign-in is on'])
})

it('codes cannot be guessed: five tries an hour, from wherever', async () => {
  const { cora, phone } = await withSecondFactor()
  const laptop = new Person(world, cora.email, cora.password)
  const answers = []
  for (let i = 0; i < 7; i++) answers.push(await laptop.signIn({ code: '123456' }))
  expect(answers.map(({ body }) => body.code)).toEqual([
    ...Array(5).fill('second_factor_refused'),
    ...Array(2).fill('too_many_attempts'),
  ])
  expect((await laptop.signIn({ code: phone.code() })).body).toMatchObject({ code: 'too_many_attempts' })
})

it('the seed rests sealed, the recovery codes hashed, and the operator can turn it off', async () => {
  const { cora, begun, codes } = await withSecondFactor()
  const rows = await owned<{ text: string }>(
    world,
    `select u::text || coalesce((select string_agg(c::text, ',') from identity.recovery_codes c where c.user_id = u.id), '') text
     from identity.users u where u.email = $1`,
    [cora.email],
  )
  const kept = rows.map(({ text }) => text).join()
  const seed = Buffer.from(Secret.fromBase32(String(begun.secret)).buffer)
  expect(kept).not.toContain(seed.toString('hex'))
  expect(kept).not.toContain(begun.secret)
  for (const code of codes) {
    expect(kept).not.toContain(Buffer.from(code).toString('hex'))
    expect(kept).not.toContain(code)
  }
  const password = 'mon chien aime le foin'
  await runCommand(world.services, true, 'set-password', {
    email: cora.email,
    password,
    'no-second-factor': true,
  })
  expect((await new Person(world, cora.email, password).signIn()).status).toBe(201)
  const [event] = await owned<{ actor_type: string }>(
    world,
    `select actor_type from identity.audit_events where action = 'user.second_factor_turned_off' order by id desc limit 1`,
  )
  expect(event?.actor_type).toBe('operator')
})
