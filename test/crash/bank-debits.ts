import { expect } from 'vitest'
import { MANDATE_VERSION } from '../../server/src/requests/index.ts'
import { bankToken } from '../support/story.ts'
import { payer, type World } from '../support/world.ts'
import { atProcessor, type Debt } from './stage.ts'

/** What a payer who pays from a bank account submits. */
export async function byDebit(world: World): Promise<{ token: string; beside: object }> {
  return {
    token: await bankToken(world, world.company, {}),
    beside: { method: 'ach', mandate: MANDATE_VERSION },
  }
}

/** The bank carries out what is under way of a debt, days ahead of its time. */
export async function carryOut(world: World, debt: Debt): Promise<void> {
  for (const { id, status } of await atProcessor(world, debt))
    if (status === 'processing')
      await world.play('POST', `/sandbox/payment_intents/${id}/debit`, { outcome: 'succeed' })
}

/** The same, and the product asks what became of it. */
export async function becomeClear(world: World, debt: Debt): Promise<void> {
  await carryOut(world, debt)
  const { body } = await world.company.call('GET', `/v1/payments?payment_request=${debt.request}`)
  for (const { id, state } of body.data as { id: string; state: string }[]) {
    if (state !== 'processing') continue
    const refreshed = await payer('POST', `${world.url}${debt.path}/payments/${id}/refresh`)
    expect(refreshed.body.state).toBe('succeeded')
  }
}
