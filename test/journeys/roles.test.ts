import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { PERMISSIONS, permissionsOf, ROLES } from '../../server/src/identity/index.ts'
import { type Person, signedIn } from '../support/staff.ts'
import { mailTo, owned, pay, quickLink } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** What roles may do in a company, who did what, and who is told. */
let world: World
let admin: Person
beforeAll(async () => {
  world = await startWorld()
  admin = await signedIn(world, world.company, 'admin', { name: 'Ada' })
})
afterAll(() => world.stop())

interface Role {
  role: string
  name: string
  permissions: string[]
  editable: boolean
  changed: boolean
}
const roles = async (language = 'en') =>
  (await admin.call('GET', `/v1/roles?language=${language}`)).body as unknown as {
    data: Role[]
    permissions: { permission: string; description: string }[]
  }

it('R-001 R-002 the table is shown as it is preset, in both languages', async () => {
  const { data, permissions } = await roles()
  expect(data.map(({ role }) => role)).toEqual([...ROLES])
  expect(permissions.map(({ permission }) => permission)).toEqual([...PERMISSIONS])
  for (const { role, permissions: held, editable } of data) {
    expect(held).toEqual([...permissionsOf([role as (typeof ROLES)[number]])])
    expect(editable).toBe(role !== 'admin')
  }
  expect((await roles('fr')).data.find(({ role }) => role === 'cashier')?.name).toBe('Caisse')
})

it('a company changes what a role may do: at once for whoever has it, here alone, and back again', async () => {
  const cora = await signedIn(world, world.company, 'accounts_payable')
  const elsewhere = await signedIn(world, await world.newCompany(), 'accounts_payable')
  const create = (person: Person) =>
    person.call('POST', '/v1/customers', { name: 'x' }, { 'idempotency-key': randomUUID() })
  expect((await create(cora)).status).toBe(403)
  const held = [...permissionsOf(['accounts_payable']), 'customers.write']
  const change = (permissions: string[], role = 'accounts_payable') =>
    admin.call('PATCH', `/v1/roles/${role}`, { permissions })
  expect((await change(held)).body).toMatchObject({
    changed: true,
    permissions: expect.arrayContaining(held),
  })
  expect((await create(cora)).status).toBe(201)
  expect((await cora.call('GET', '/v1/session')).body.permissions).toContain('customers.write')
  expect((await create(elsewhere)).status).toBe(403)
  await change([])
  expect((await cora.call('GET', '/v1/customers')).body).toMatchObject({ code: 'permission_denied' })
  expect((await cora.call('GET', '/v1/session')).body.permissions).toEqual([])
  expect((await admin.call('DELETE', '/v1/roles/accounts_payable')).body).toMatchObject({ changed: false })
  expect((await cora.call('GET', '/v1/customers')).status).toBe(200)
  expect((await change([], 'admin')).body).toMatchObject({ status: 409, code: 'role_not_editable' })
  expect((await change([], 'emperor')).body).toMatchObject({ status: 404 })
  expect((await change(['everything'])).body).toMatchObject({ status: 400 })
  const { data } = (await admin.call('GET', '/v1/audit_events?type=role.changed')).body as unknown as {
    data: { actor: { name: string }; detail: unknown }[]
  }
  expect(data).toHaveLength(3)
  expect(data[2]).toMatchObject({
    actor: { type: 'staff', name: 'Ada' },
    detail: { before: null, after: held },
  })
})

it('who may decide about roles gives and takes only what they have themselves', async () => {
  const boss = await signedIn(world, world.company, 'sales_manager')
  const held = [...permissionsOf(['sales_manager']), 'staff.manage']
  await admin.call('PATCH', '/v1/roles/sales_manager', { permissions: held })
  const change = (role: string, permissions: unknown[]) =>
    boss.call('PATCH', `/v1/roles/${role}`, { permissions })
  const refused = { status: 403, body: { code: 'grants_more_than_held' } }
  expect(await change('sales_manager', [...held, 'refunds.create'])).toMatchObject(refused)
  expect(await change('cashier', [])).toMatchObject(refused) // takes refunds.create away
  const more = [...permissionsOf(['sales']), 'templates.write']
  expect((await change('sales', more)).status).toBe(200)
  await admin.call('DELETE', '/v1/roles/sales_manager')
  await admin.call('DELETE', '/v1/roles/sales')
})

it('the audit trail names who did what, by person, key or kind, and pages', async () => {
  const list = async (query: string) =>
    (await admin.call('GET', `/v1/audit_events?${query}`)).body as unknown as {
      data: { id: string; type: string; actor: { type: string; id: string; name: string | null } }[]
      has_more: boolean
    }
  await world.company.call('POST', '/v1/customers', { name: 'By key' })
  const [byKey] = (await list('type=customer.created&limit=1')).data
  expect(byKey?.actor).toMatchObject({ type: 'api_key', name: 'Test' })
  const ofKey = await list(`actor=${byKey?.actor.id}`)
  expect(new Set(ofKey.data.map(({ actor }) => actor.id))).toEqual(new Set([byKey?.actor.id]))
  expect((await list('actor=operator')).data.map(({ type }) => type)).toContain('company.created')
  const first = await list('limit=2')
  const second = await list(`limit=2&starting_after=${first.data[1]?.id}`)
  expect(first.has_more).toBe(true)
  expect(second.data[0]?.id).not.toBe(first.data[1]?.id)
  const cora = await signedIn(world, world.company, 'sales_manager')
  expect((await cora.call('GET', '/v1/audit_events')).body).toMatchObject({ code: 'permission_denied' })
  expect((await admin.call('GET', '/v1/audit_events?actor=nobody')).body).toMatchObject({ status: 400 })
})

it('R-167 R-168 each person switches their own payment notices on and off, for each company', async () => {
  const [told, untold] = [
    await signedIn(world, world.company, 'cashier'),
    await signedIn(world, world.company, 'cashier'),
  ]
  expect((await untold.call('GET', '/v1/user/notifications')).body).toEqual({
    object: 'notification_settings',
    payment_received: true,
    link_wanted: true,
    payment_cleared: true,
    deposits: true,
  })
  expect(
    (await untold.call('PATCH', '/v1/user/notifications', { payment_received: false })).body,
  ).toMatchObject({
    payment_received: false,
    link_wanted: true,
  })
  const { url } = await quickLink(world.company, 500)
  await pay(world, world.company, url, { amount: 500 })
  await world.settle()
  expect((await mailTo(world, told.email)).map(({ subject }) => subject)).toEqual(['$5.00 received: Order 7'])
  expect(await mailTo(world, untold.email)).toEqual([])
  await untold.call('PATCH', '/v1/user/notifications', { payment_received: true })
  const again = await quickLink(world.company, 700)
  await pay(world, world.company, again.url, { amount: 700 })
  await world.settle()
  expect(await mailTo(world, untold.email)).toHaveLength(1)
  const rows = await owned(
    world,
    `select 1 from identity.audit_events where action = 'membership.notices_changed'`,
  )
  expect(rows).toHaveLength(2)
})
