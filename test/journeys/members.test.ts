import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/src/app/operator-commands.ts'
import { toWireId } from '../../server/src/lib/ids.ts'
import { newMember, Person, signedIn } from '../support/staff.ts'
import { atOnce, mailTo, owned } from '../support/story.ts'
import { type Answer, startWorld, type Tenant, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** Who works for a company: invited by mail, given roles, suspended, sent away. */
let world: World
let admin: Person
beforeAll(async () => {
  world = await startWorld()
  admin = await signedIn(world, world.company, 'admin')
})
afterAll(() => world.stop())

const GOOD = 'seven brown kites at dawn'
const invite = (email: string, roles: string[] = ['sales'], by: Person = admin): Promise<Answer> =>
  by.call('POST', '/v1/members', { email, roles }, { 'idempotency-key': randomUUID() })

async function mailedToken(email: string): Promise<string> {
  await world.settle()
  const [mail] = await mailTo(world, email)
  return /\/accept-invitation\?token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}
const lookup = (token: string) => new Person(world, '', '').call('POST', '/v1/invitations/lookup', { token })

it('somebody new is invited by mail, chooses a password, and is there with the roles that were given', async () => {
  const invited = await invite('lea@staff.test', ['sales', 'cashier'])
  expect(invited).toMatchObject({
    status: 201,
    body: {
      object: 'member',
      status: 'invited',
      roles: ['sales', 'cashier'],
      invited_until: expect.any(String),
    },
  })
  const token = await mailedToken('lea@staff.test')
  const [mail] = await mailTo(world, 'lea@staff.test')
  expect(mail?.subject).toBe('Rosa Blooms invites you to Quittance')
  expect((await lookup(token)).body).toMatchObject({
    company_name: 'Rosa Blooms',
    email: 'lea@staff.test',
    needs_password: true,
  })
  const lea = new Person(world, 'lea@staff.test', GOOD)
  const accept = (password?: string) =>
    lea.call('POST', '/v1/invitations/accept', { token, name: 'Léa', ...(password ? { password } : {}) })
  expect((await accept()).body).toMatchObject({ code: 'password_too_weak' })
  expect((await accept('lea@staff.test')).body).toMatchObject({ code: 'password_too_weak' })
  expect(await accept(GOOD)).toMatchObject({
    status: 201,
    body: { user: { name: 'Léa' }, roles: ['sales', 'cashier'], company: { id: world.company.id } },
  })
  expect((await lea.call('GET', '/v1/customers')).status).toBe(200)
  expect((await accept(GOOD)).body).toMatchObject({ status: 410, code: 'mailed_link_over' })
  expect((await lookup(token)).status).toBe(410)
  expect((await new Person(world, 'lea@staff.test', GOOD).signIn()).status).toBe(201)
})

it('a link is replaced by the next, taken back with the invitation, and over after seven days', async () => {
  const { id } = (await invite('max@staff.test')).body
  const first = await mailedToken('max@staff.test')
  const resend = () =>
    admin.call('POST', `/v1/members/${id}/resend_invitation`, undefined, { 'idempotency-key': randomUUID() })
  expect((await resend()).status).toBe(200)
  const second = await mailedToken('max@staff.test')
  expect([first === second, (await lookup(first)).status, (await lookup(second)).status]).toEqual([
    false,
    410,
    200,
  ])
  await owned(world, `update identity.invitations set expires_at = expires_at - interval '7 days'`)
  expect((await lookup(second)).status).toBe(410)
  await resend()
  const third = await mailedToken('max@staff.test')
  expect((await admin.call('DELETE', `/v1/members/${id}`)).body).toMatchObject({ status: 'revoked' })
  expect((await lookup(third)).status).toBe(410)
  expect((await resend()).body).toMatchObject({ code: 'already_member' })
  // And may be invited again.
  expect((await invite('max@staff.test')).body).toMatchObject({ id, status: 'invited' })
  expect((await invite('MAX@staff.test')).body).toMatchObject({ status: 409, code: 'already_member' })
})

it('somebody who has a password joins another company as who they are, not as whoever holds the link', async () => {
  const other = await world.newCompany({ name: 'Other Roses' })
  const cora = await signedIn(world, other, 'cashier')
  // Until she comes, she shows nothing that the other company knows of her.
  expect((await invite(cora.email, ['credit_manager'])).body).toMatchObject({
    name: cora.email,
    totp_enabled: false,
    last_seen_at: null,
  })
  const token = await mailedToken(cora.email)
  expect((await lookup(token)).body).toMatchObject({ needs_password: false })
  const stranger = await signedIn(world, other, 'admin')
  const accept = (person: Person, more = {}) =>
    person.call('POST', '/v1/invitations/accept', { token, ...more })
  expect((await accept(new Person(world, '', ''))).body).toMatchObject({ code: 'not_signed_in' })
  expect((await accept(stranger)).body).toMatchObject({ code: 'not_signed_in' })
  expect((await accept(new Person(world, '', ''), { password: GOOD })).body).toMatchObject({
    code: 'sign_in_refused',
  })
  const joined = await accept(cora)
  expect(joined.body).toMatchObject({
    company: { name: 'Rosa Blooms' },
    roles: ['credit_manager'],
    companies: [{ name: 'Other Roses' }, { name: 'Rosa Blooms' }],
  })
  expect((await new Person(world, cora.email, cora.password).signIn()).status).toBe(201)
})

it('of two who accept with one link at once, one does', async () => {
  await invite('twice@staff.test')
  const token = await mailedToken('twice@staff.test')
  const answers = await atOnce(3, () =>
    new Person(world, '', '').call('POST', '/v1/invitations/accept', { token, password: GOOD }),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
})

it('who is suspended or sent away is out at once, and may come back', async () => {
  const cora = await signedIn(world, world.company, 'cashier')
  const member = await memberOf(cora)
  const change = (values: unknown) => admin.call('PATCH', `/v1/members/${member}`, values)
  expect((await change({ roles: ['accounts_payable'] })).body).toMatchObject({ roles: ['accounts_payable'] })
  // The same session may at once do no more than the new role.
  expect((await cora.call('GET', '/v1/session')).body).toMatchObject({ roles: ['accounts_payable'] })
  expect((await cora.call('POST', '/v1/customers', { name: 'x' })).body).toMatchObject({
    code: 'permission_denied',
  })
  expect((await change({ status: 'suspended' })).body).toMatchObject({ status: 'suspended' })
  expect((await cora.call('GET', '/v1/customers')).status).toBe(401)
  expect((await cora.signIn()).body).toMatchObject({ code: 'sign_in_refused' })
  expect((await change({ status: 'active' })).body).toMatchObject({ status: 'active' })
  expect((await cora.signIn()).status).toBe(201)
  expect((await admin.call('DELETE', `/v1/members/${member}`)).body).toMatchObject({ status: 'removed' })
  expect((await cora.call('GET', '/v1/customers')).status).toBe(401)
  expect((await change({ status: 'active' })).body).toMatchObject({ status: 409, code: 'transition_refused' })
  const members = (await admin.call('GET', '/v1/members')).body.data as { email: string }[]
  expect(members.map(({ email }) => email)).not.toContain(cora.email)
})

it('the last active admin is never suspended, demoted or sent away, however many try at once', async () => {
  const tenant = await world.newCompany({ name: 'Small' })
  const one = await signedIn(world, tenant, 'admin')
  const two = await signedIn(world, tenant, 'admin')
  const [first, second] = [await memberOf(one), await memberOf(two)]
  const demote = (by: Person, id: string) => by.call('PATCH', `/v1/members/${id}`, { roles: ['sales'] })
  const suspend = (by: Person, id: string) => by.call('PATCH', `/v1/members/${id}`, { status: 'suspended' })
  const remove = (by: Person, id: string) => by.call('DELETE', `/v1/members/${id}`)
  const answers = await Promise.all([
    demote(one, first),
    suspend(two, second),
    remove(one, first),
    demote(two, second),
  ])
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1)
  const admins = await owned(
    world,
    `select m.id from identity.memberships m join identity.companies c on c.id = m.company_id
     where c.display_name = 'Small' and m.status = 'active' and 'admin' = any(m.roles)`,
  )
  expect(admins).toHaveLength(1)
  const key = tenant.call
  const last = (
    (await key('GET', '/v1/members')).body.data as { id: string; roles: string[]; status: string }[]
  ).find(({ roles, status }) => roles.includes('admin') && status === 'active')
  for (const attempt of [
    key('PATCH', `/v1/members/${last?.id}`, { roles: ['sales'] }),
    key('PATCH', `/v1/members/${last?.id}`, { status: 'suspended' }),
    key('DELETE', `/v1/members/${last?.id}`),
  ])
    expect((await attempt).body).toMatchObject({ status: 409, code: 'last_admin' })
})

it('nobody gives, takes or makes keys for more than they may themselves', async () => {
  const { secret } = (await runCommand(world.services, true, 'create-key', {
    company: world.company.id,
    name: 'Staff only',
    permission: ['staff.manage', 'keys.manage', 'customers.read'],
  })) as { secret: string }
  const asKey = (method: string, path: string, body?: unknown) =>
    world.company.call(method, path, body, {
      authorization: `Bearer ${secret}`,
      'idempotency-key': randomUUID(),
    })
  const refused = { status: 403, body: { code: 'grants_more_than_held' } }
  expect(await asKey('POST', '/v1/members', { email: 'mole@staff.test', roles: ['admin'] })).toMatchObject(
    refused,
  )
  const cora = await newMember(world, world.company, 'cashier')
  const member = await memberOf(cora)
  expect(await asKey('PATCH', `/v1/members/${member}`, { roles: ['admin'] })).toMatchObject(refused)
  expect(await asKey('PATCH', `/v1/members/${await memberOf(admin)}`, { status: 'suspended' })).toMatchObject(
    refused,
  )
  expect(await asKey('POST', '/v1/api_keys', { name: 'All', permissions: ['refunds.create'] })).toMatchObject(
    refused,
  )
  expect(
    (await asKey('POST', '/v1/api_keys', { name: 'Less', permissions: ['customers.read'] })).status,
  ).toBe(201)
})

it('the operator invites the first admin, and is told the link too', async () => {
  const tenant: Tenant = await world.newCompany({ name: 'Fresh' })
  const { link } = (await runCommand(world.services, true, 'invite', {
    company: tenant.id,
    email: 'first@staff.test',
    name: 'First',
    role: 'admin',
  })) as { link: string }
  const token = new URL(link).searchParams.get('token')
  const first = new Person(world, 'first@staff.test', GOOD)
  const joined = await first.call('POST', '/v1/invitations/accept', { token, password: GOOD })
  expect(joined).toMatchObject({ status: 201, body: { roles: ['admin'], company: { name: 'Fresh' } } })
})

async function memberOf(person: Person): Promise<string> {
  const [row] = await owned<{ id: string }>(
    world,
    `select m.id from identity.memberships m join identity.users u on u.id = m.user_id where u.email = $1
     order by m.id limit 1`,
    [person.email],
  )
  return toWireId('mem', row?.id ?? '')
}
