import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { newMember, Person, signedIn } from '../support/staff.ts'
import { atOnce, mailTo, owned } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Passwords: changed, forgotten, guessed at. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const GOOD = 'seven brown kites at dawn'
const ask = (email: string) => new Person(world, email, '').call('POST', '/v1/password_resets', { email })
const confirm = (token: string, password = GOOD) =>
  new Person(world, '', '').call('POST', '/v1/password_resets/confirm', { token, password })

async function mailedToken(email: string): Promise<string> {
  await world.settle()
  const [mail] = await mailTo(world, email)
  return /\/reset-password\?token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

it('a forgotten password is replaced by a mailed link, which works once and ends every session', async () => {
  const cora = await signedIn(world, world.company, 'cashier', { language: 'fr' })
  expect(await ask(cora.email)).toMatchObject({ status: 202, text: '{"object":"password_reset"}' })
  const token = await mailedToken(cora.email)
  const [mail] = await mailTo(world, cora.email)
  expect(mail?.subject).toBe('Un nouveau mot de passe pour Quittance')
  expect(mail?.text).toContain(`${world.url}/reset-password?token=`)
  expect((await confirm(token, 'short')).body).toMatchObject({ status: 422, code: 'password_too_weak' })
  expect((await cora.call('GET', '/v1/session')).status).toBe(200)
  const answers = await atOnce(3, () => confirm(token))
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410])
  expect((await cora.call('GET', '/v1/session')).status).toBe(401)
  expect((await cora.signIn()).status).toBe(401)
  expect((await new Person(world, cora.email, GOOD).signIn()).status).toBe(201)
  expect((await confirm(token, 'another good long one here')).body).toMatchObject({
    code: 'mailed_link_over',
  })
})

it('asking for a stranger’s password gets the same answer, and nobody any mail', async () => {
  // The test before leaves a mail of a changed password on its way.
  await world.settle()
  const before = await owned<{ count: number }>(world, 'select count(*)::int count from messaging.messages')
  const answer = await ask('nobody@staff.test')
  expect(answer).toMatchObject({ status: 202, text: '{"object":"password_reset"}' })
  await world.settle()
  expect(await owned(world, 'select count(*)::int count from messaging.messages')).toEqual(before)
})

it('a link is over after an hour, when a newer password was set, and when it was never one', async () => {
  const cora = await newMember(world, world.company, 'cashier')
  await ask(cora.email)
  const first = await mailedToken(cora.email)
  await owned(world, `update identity.password_resets set expires_at = expires_at - interval '61 minutes'`)
  expect((await confirm(first)).body).toMatchObject({ code: 'mailed_link_over' })
  await ask(cora.email)
  const second = await mailedToken(cora.email)
  await ask(cora.email)
  const third = await mailedToken(cora.email)
  expect(third).not.toBe(second)
  expect((await confirm(third)).status).toBe(204)
  expect((await confirm(second)).body).toMatchObject({ code: 'mailed_link_over' })
  expect((await confirm('A'.repeat(43))).body).toMatchObject({ status: 410 })
  const kept = await owned<{ text: string }>(
    world,
    `select string_agg(r::text, ',') text from (select m::text r from messaging.messages m union all
      select p::text from identity.password_resets p) x`,
  )
  for (const token of [first, second, third]) {
    expect(kept[0]?.text).not.toContain(token)
    expect(kept[0]?.text).not.toContain(Buffer.from(token).toString('hex'))
  }
})

it('one’s own password is changed by who knows it; the session gets another token and the others end', async () => {
  const cora = await signedIn(world, world.company, 'cashier')
  const phone = new Person(world, cora.email, cora.password)
  await phone.signIn()
  const change = (values: Record<string, unknown>) => cora.call('PATCH', '/v1/user', values)
  expect((await change({ password: GOOD })).body).toMatchObject({ status: 400, field: 'current_password' })
  expect((await change({ password: GOOD, current_password: 'wrong' })).body).toMatchObject({
    code: 'current_password_refused',
  })
  expect((await change({ password: `${cora.email}1`, current_password: cora.password })).body).toMatchObject({
    code: 'password_too_weak',
  })
  const before = cora.cookie
  const changed = await change({
    password: GOOD,
    current_password: cora.password,
    name: 'Cora L.',
    language: 'fr',
  })
  expect(changed).toMatchObject({ status: 200, body: { user: { name: 'Cora L.', language: 'fr' } } })
  expect(cora.cookie).not.toBe(before)
  const audited = await owned<{ action: string }>(
    world,
    `select action from identity.audit_events where actor_type = 'staff' and action like 'user.%'
       and action <> 'user.new_browser_seen' and subject_id = (select id from identity.users where email = $1) order by id`,
    [cora.email],
  )
  expect(audited.map(({ action }) => action)).toEqual(['user.password_changed', 'user.details_changed'])
  expect((await cora.call('GET', '/v1/session')).status).toBe(200)
  expect((await phone.call('GET', '/v1/session')).status).toBe(401)
  const thief = new Person(world, cora.email, '')
  thief.cookie = before
  expect((await thief.call('GET', '/v1/session')).status).toBe(401)
  expect((await new Person(world, cora.email, GOOD).signIn()).status).toBe(201)
})

it('each change of a password is mailed to its person, in their language and once, with what to do if it was not them', async () => {
  const cora = await signedIn(world, world.company, 'cashier', { language: 'fr', name: 'Cora' })
  await world.settle()
  // The operator chose the first one; nobody needs to be warned of that.
  expect(await mailTo(world, cora.email)).toEqual([])
  const other = await world.newCompany({ name: 'Second place of work' })
  await runCommand(world.services, true, 'add-staff', {
    company: other.id,
    email: cora.email,
    name: 'Cora',
    role: 'cashier',
  })
  await cora.call('PATCH', '/v1/user', { password: GOOD, current_password: cora.password })
  await world.settle()
  const mails = await mailTo(world, cora.email)
  expect(mails.map(({ subject }) => subject)).toEqual(['Votre mot de passe Quittance a été changé'])
  for (const said of [
    cora.email,
    `${world.url}/forgotten-password`,
    'Bonjour Cora',
    'Si ce n’était pas vous',
    'Rosa Blooms',
  ])
    expect(mails[0]?.text).toContain(said)
  await ask(cora.email)
  expect((await confirm(await mailedToken(cora.email), 'another good long one here')).status).toBe(204)
  await world.settle()
  const [newest] = await mailTo(world, cora.email)
  expect(newest?.subject).toBe('Votre mot de passe Quittance a été remplacé')
})

it('guessing is slowed after ten tries, alike for those who are there and those who are not', async () => {
  const cora = await newMember(world, world.company, 'cashier')
  const codesOf = async (email: string) => {
    const guesser = new Person(world, email, 'not the password')
    const codes = []
    for (let i = 0; i < 12; i++) codes.push((await guesser.signIn()).body.code)
    return codes
  }
  const there = await codesOf(cora.email)
  expect(there).toEqual([...Array(10).fill('sign_in_refused'), 'too_many_attempts', 'too_many_attempts'])
  expect(await codesOf('nobody.at.all@staff.test')).toEqual(there)
  const right = await cora.signIn()
  expect(right).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } })
  expect(right.body.retry_after_seconds).toBeGreaterThan(0)
})
