import { afterAll, beforeAll, expect, it } from 'vitest'
import { signedIn } from '../support/staff.ts'
import { pay, quickLink } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

it('R-179 R-180 R-182 staff print the receipt of a payment in either language; of a declined one, or of another company, there is none', async () => {
  const { company } = world
  const { url } = await quickLink(company, 4200)
  const declined = (await pay(world, company, url, { amount: 4200, card: '4000000000009995' })).body.payment
  const paid = (await pay(world, company, url, { amount: 4200 })).body.payment
  const cora = await signedIn(world, company, 'accounts_payable')
  const sizes = new Set<number>()
  for (const language of ['en', 'fr']) {
    const answer = await cora.call('GET', `/v1/payments/${paid}/receipt?language=${language}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toMatch(/^inline/)
    expect(answer.text).toMatch(/^%PDF-/)
    sizes.add(answer.text.length)
  }
  expect(sizes.size).toBe(2)
  const stranger = await world.newCompany({ name: 'Other' })
  for (const [tenant, id] of [
    [company, declined],
    [company, 'pay_nothing'],
    [stranger, paid],
  ] as const)
    expect((await tenant.call('GET', `/v1/payments/${id}/receipt`)).status).toBe(404)
})
