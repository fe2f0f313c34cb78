import { expect } from 'vitest'
import { processorOf } from '../support/story.ts'
import type { Dice } from './commands.ts'
import type { Link, Simulation } from './simulation.ts'

/** No attempt of ours was charged twice: looked at among the processor's newest charges, after each step. */
export async function checkCharges(simulation: Simulation): Promise<void> {
  const { company, world, charged } = simulation
  const { data } = await processorOf(world).paymentIntents.list(
    { limit: 5 },
    { stripeAccount: company.account },
  )
  for (const { id, metadata, status } of data) {
    if (status !== 'succeeded' && status !== 'processing') continue
    // Of a wire's cash, a part is drawn at a time.
    const payment = metadata.payment_id ?? metadata.draw_id ?? ''
    expect([payment, charged.get(payment) ?? id]).toEqual([payment, id])
    charged.set(payment, id)
  }
}

/** M3.9: a link's opening and its end are set once, and one that ended never takes money again. */
export async function checkLinks(simulation: Simulation, dice: Dice): Promise<void> {
  const request = dice.one(simulation.requests)
  if (request === undefined) return
  const { links } = (await simulation.call('GET', `/v1/payment_requests/${request}`)).body as {
    links: Link[]
  }
  for (const link of links) {
    const known = simulation.links.get(link.id)
    if (known?.opened_at) expect(link.opened_at).toBe(known.opened_at)
    if (known?.expires_at) expect(link.expires_at).toBe(known.expires_at)
    if (known !== undefined && known.state !== 'active') expect(link.state).not.toBe('active')
    simulation.links.set(link.id, link)
  }
}

/** The books prove themselves and agree with the processor, movement by movement: nothing was lost, nothing is there twice. */
export async function checkBooks({ world }: Simulation): Promise<void> {
  await world.settle()
  for (const { company, differences } of await world.verify())
    expect([company, differences]).toEqual([company, []])
}
