import { afterAll, beforeAll, expect, it } from 'vitest'
import { atOnce, made, newCustomer, owned, rowCounts } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const noted = async () => {
  const customer = (await newCustomer(world.company)).id
  const order = { customer, starts_at: '2026-12-01T10:00:00Z', meta: { animal_name: 'Rex' } }
  return made(world.company.call('POST', '/v1/appointments', order))
}
const call = (method: string, id: unknown, body?: unknown) =>
  world.company.call(method, `/v1/appointments/${id}`, body)

it('R-149 an appointment is moved, and what it is about is said anew', async () => {
  const { id, ...rest } = await noted()
  const moved = await made(call('PATCH', id, { starts_at: '2026-12-02T09:00:00-05:00' }))
  expect(moved).toEqual({ ...rest, id, starts_at: '2026-12-02T14:00:00.000Z' })
  const renamed = await made(call('PATCH', id, { meta: { animal_name: 'Minou' } }))
  expect(renamed).toEqual({ ...moved, meta: { animal_name: 'Minou' } })
  expect((await call('GET', id)).body).toEqual(renamed)
  const said = await made(
    world.company.call('POST', '/v1/templates/preview', {
      message: 'For { appointment.meta_animal_name }',
      customer: rest.customer,
    }),
  )
  expect(JSON.stringify(said)).toContain('For Minou')
})

it('one that does not take place is removed, once, and a text finds it no more', async () => {
  const { id, customer } = await noted()
  const answers = await atOnce(4, () => call('DELETE', id))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404])
  for (const method of ['GET', 'PATCH', 'DELETE'])
    expect((await call(method, id, method === 'PATCH' ? {} : undefined)).status).toBe(404)
  const list = await made(world.company.call('GET', `/v1/appointments?customer=${customer}`))
  expect(list.data).toEqual([])
  expect(
    await owned(
      world,
      `select count(*)::int n from identity.audit_events where action = 'appointment.deleted'`,
    ),
  ).toEqual([{ n: 1 }])
})

it('what is no time, no attribute or no field of it is refused, and nothing changes', async () => {
  const { id } = await noted()
  await world.settle()
  const before = await rowCounts(world)
  const now = (await call('GET', id)).body
  for (const body of [
    { starts_at: '2026-12-02T09:00:00' },
    { starts_at: 'soon' },
    { meta: { 'not a name': 'x' } },
    { customer: 'cus_x' },
  ]) {
    const refused = await call('PATCH', id, body)
    expect([body, refused.status]).toEqual([body, 400])
  }
  expect((await call('GET', id)).body).toEqual(now)
  expect(await rowCounts(world)).toEqual(before)
})
