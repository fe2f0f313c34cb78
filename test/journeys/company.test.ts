import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Person, signedIn } from '../support/staff.ts'
import { eventually, mailTo, owned, quickLink } from '../support/story.ts'
import { payer, startWorld, type World } from '../support/world.ts'

// A loaded machine is slow, and nothing here is about time.
vi.setConfig({ testTimeout: 120_000 })

/** A company's own details: changed by its staff, shown wherever its name stands. */
let world: World
let admin: Person
beforeAll(async () => {
  world = await startWorld()
  admin = await signedIn(world, world.company, 'admin')
})
afterAll(() => world.stop())

const change = (values: unknown, person = admin) => person.call('PATCH', '/v1/company', values)

it('is told, changed in part, audited with what was before, and shown to payers', async () => {
  const { body } = await admin.call('GET', '/v1/company')
  expect(body).toMatchObject({ name: 'Rosa Blooms', currency: 'usd', time_zone: 'America/New_York' })
  const values = {
    name: 'Rosa Blooms & <b>Sons</b>',
    phone: '+1 305 555 0199',
    address_lines: ['1 Rue', 'Montréal'],
  }
  expect((await change(values)).body).toEqual({ ...body, ...values })
  expect((await admin.call('GET', '/v1/company')).body).toEqual({ ...body, ...values })
  expect((await admin.call('GET', '/v1/session')).body).toMatchObject({ company: { name: values.name } })
  const { url } = await quickLink(world.company, 500)
  const page = await eventually(
    async () => (await payer('GET', url)).text,
    (text) => text.includes('&#60;b&#62;Sons'),
  )
  expect(page).toContain('Rosa Blooms &#38; &#60;b&#62;Sons&#60;/b&#62;')
  expect(page).not.toContain('<b>Sons')
  const asked = await world.company.call('POST', '/v1/payment_requests', {
    kind: 'quick',
    amount: 700,
    currency: 'usd',
    reference: 'B',
  })
  await world.company.call('POST', `/v1/payment_requests/${asked.body.id}/send`, {
    email: 'payer@example.test',
  })
  await world.settle()
  expect((await mailTo(world, 'payer@example.test'))[0]?.text).toContain('Rosa Blooms & <b>Sons</b>')
  const [event] = await owned<{ detail: unknown }>(
    world,
    `select detail from identity.audit_events where action = 'company.changed' order by id desc limit 1`,
  )
  expect(event?.detail).toMatchObject({
    before: { displayName: 'Rosa Blooms' },
    after: { displayName: values.name },
  })
})

it('bad values change nothing, nor do those who may not', async () => {
  const { body: before } = await admin.call('GET', '/v1/company')
  for (const values of [
    { time_zone: 'Mars/Olympus' },
    { language: 'de' },
    { email: 'nobody' },
    { name: '' },
    { currency: 'eur' },
    { statement_descriptor: 'abc' },
    { statement_descriptor: '12345678' },
    { statement_descriptor: 'ROSA*BLOOMS' },
    { address_lines: Array(9).fill('x') },
  ])
    expect([values, (await change(values)).status]).toEqual([values, 400])
  const cashier = await signedIn(world, world.company, 'cashier')
  expect((await cashier.call('GET', '/v1/company')).status).toBe(200)
  expect((await change({ name: 'Mine' }, cashier)).body).toMatchObject({ code: 'permission_denied' })
  expect((await admin.call('GET', '/v1/company')).body).toEqual(before)
})
