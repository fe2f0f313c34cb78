import { letTimePass } from '../crash/stage.ts'
import { owned } from '../support/story.ts'
import type { World } from '../support/world.ts'
import type { Simulation, Step } from './simulation.ts'

/** What may go wrong between the product and the processor. */

export const losesWebhooks: Step = async (simulation, dice) => {
  simulation.isStruck = true
  await simulation.world.play('POST', '/sandbox/faults', {
    on: 'webhook',
    do: dice.any(['drop', 'duplicate', 'reorder', 'delay']),
    times: 1 + dice.below(20),
    seconds: 1,
  })
  return 'done'
}

/** Calls are lost before or after they did something, answered too late or with an error. */
export const failsCalls: Step = async (simulation, dice) => {
  simulation.isStruck = true
  const what = dice.any(['time_out_after', 'drop_before', 'drop_after', 'error_500'])
  await simulation.world.play('POST', '/sandbox/faults', {
    on: 'request',
    method: 'POST',
    path: dice.any(['/v1/payment_intents', '/v1/refunds']),
    do: what,
    // The processor's library asks a second time; an error of 500 it takes for an answer.
    times: what === 'error_500' ? 1 : 2,
    ms: 100,
  })
  return 'done'
}

/** The processor goes away for a moment, in the middle of whatever it was at. */
export const goesAway: Step = async (simulation) => {
  simulation.isStruck = true
  await simulation.world.restartSandbox()
  return 'done'
}

/**
 * What fails is asked again by its library half a second later. Were the clock set by more than a day meanwhile, the
 * processor would have forgotten the first asking, as it never does in half a second.
 */
export async function nothingUnderWay({ world }: Simulation): Promise<void> {
  await world.settle(PATIENCE_SECONDS)
}

/** What fails again and again, as a call whose failure the processor repeats for a day, is not waited for. */
const PATIENCE_SECONDS = 1

/** Moves the business clock; what falls due by that is done, but for what fails. */
export async function letPass(world: World, seconds: number): Promise<void> {
  await world.play('POST', '/sandbox/clock/advance', { seconds })
  await world.settle(PATIENCE_SECONDS)
}

/** Of a dispute that no webhook tells of the product hears when it next looks for them, twice a day. */
const MORE_THAN_A_DAY_SECONDS = 26 * 3_600

/** Everything works again, and enough time passes for the product to find out what it missed. */
export async function mend(simulation: Simulation): Promise<void> {
  await simulation.world.play('DELETE', '/sandbox/faults')
  await nothingUnderWay(simulation)
  // A job that failed several times waits for minutes.
  await owned(
    simulation.world,
    'update graphile_worker._private_jobs set run_at = now() where run_at > now()',
  )
  await letTimePass(simulation.world, MORE_THAN_A_DAY_SECONDS)
  simulation.isStruck = false
}

export const mended: Step = async (simulation) => {
  await mend(simulation)
  return 'done'
}
