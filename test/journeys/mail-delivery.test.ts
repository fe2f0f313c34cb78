import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

describe('Mail that a server refuses', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.stop())

  const sendTo = async (address: string) => {
    const { company } = world
    const request = await company.call('POST', '/v1/payment_requests', {
      kind: 'quick',
      amount: 5000,
      currency: 'usd',
      reference: 'Bouquet',
    })
    const sent = await company.call('POST', `/v1/payment_requests/${request.body.id}/send`, {
      email: address,
    })
    expect(sent.status).toBe(200)
    return request.body.id
  }
  const deliveriesOf = async (id: unknown) =>
    (await world.company.call('GET', `/v1/payment_requests/${id}`)).body.deliveries as {
      state: string
      error: string | null
    }[]
  const until = async (id: unknown, state: string) => {
    for (let tries = 0; tries < 200; tries++) {
      const [delivery] = await deliveriesOf(id)
      if (delivery?.state === state) return delivery
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error(`The message was never ${state}.`)
  }

  it('for good is failed at once, and the request shows the address and the reason', async () => {
    const id = await sendTo('bounce@example.test')
    const delivery = await until(id, 'failed')
    expect(delivery.error).toContain('550')
    await world.settle()
    const events = await world.company.call('GET', '/v1/events?type=message.failed')
    expect(events.body.data).toHaveLength(1)
  })

  it('for now is tried again, and arrives once', async () => {
    const id = await sendTo('slow@example.test')
    await world.settle()
    await until(id, 'sent')
    const { data } = await world.play<{ data: unknown[] }>('GET', '/mailbox/messages?to=slow@example.test')
    expect(data).toHaveLength(1)
  })
})
