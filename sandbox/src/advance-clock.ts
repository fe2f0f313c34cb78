import { runDue } from './processor/due.ts'
import { emit } from './processor/emit-event.ts'
import type { World } from './world.ts'

export function showClock({ clock }: World) {
  return { object: 'sandbox.clock', offset_seconds: clock.offsetSeconds(), now: clock.now() }
}

/** Moves business time forward, tells every webhook endpoint, and then lets what has become due happen. */
export async function advanceClock(world: World, seconds: number): Promise<void> {
  world.clock.advance(seconds)
  emit({ world, account: world.platformAccount }, 'sandbox.clock.advanced', showClock(world))
  await world.store.flush()
  await world.webhooks.wake()
  runDue(world)
  await world.store.flush()
  await world.webhooks.wake()
}
