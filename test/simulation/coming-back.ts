import { dayOf } from '../support/story.ts'
import type { Step } from './simulation.ts'

/** Every way in which money comes back. */

export const refund: Step = async (simulation, dice) => {
  const payment = dice.one(simulation.payments)
  if (payment === undefined) return undefined
  const treatment = dice.any(['prepayment', 'reopen_invoice', 'reduce_sale'])
  const amount = dice.chance(0.5) ? { amount: 1 + dice.below(5_000) } : {}
  const order = { payment, treatment, ...amount }
  if (dice.chance(0.15)) {
    const given = {
      given_by: dice.any(['cash', 'cheque']),
      given_on: dayOf(simulation.world.services.clock.now()),
    }
    return simulation.call('POST', '/v1/refunds/given', { ...order, ...given })
  }
  if (dice.chance(0.8)) return simulation.call('POST', '/v1/refunds', order)
  // Two clerks at once.
  const [one] = await Promise.all([1, 2].map(() => simulation.call('POST', '/v1/refunds', order)))
  return one
}

/** Its bank asks, takes, gives back or keeps. */
export const dispute: Step = async (simulation, dice) => {
  const intent = await intentOf(simulation, dice)
  if (intent === undefined) return undefined
  const act = dice.any([
    'open',
    'open',
    'inquire',
    'escalate',
    'close_inquiry',
    'win',
    'win_with_fee',
    'lose',
  ])
  await simulation.world.play('POST', `/sandbox/payment_intents/${intent}/dispute`, { act })
  return 'done'
}

/** A debit's bank finishes with it early, refuses it, or takes it back. */
export const endDebit: Step = async (simulation, dice) => {
  const intent = await intentOf(simulation, dice)
  if (intent === undefined) return undefined
  const outcome = dice.any(['succeed', 'insufficient_funds', 'return'])
  await simulation.world.play('POST', `/sandbox/payment_intents/${intent}/debit`, { outcome })
  return 'done'
}

const intentOf: (...of: Parameters<Step>) => Promise<string | undefined> = async (simulation, dice) => {
  const payment = dice.one(simulation.payments)
  if (payment === undefined) return undefined
  const { body } = await simulation.call('GET', `/v1/payments/${payment}`)
  return typeof body.processor_reference === 'string' && body.processor_reference.startsWith('pi_')
    ? body.processor_reference
    : undefined
}
