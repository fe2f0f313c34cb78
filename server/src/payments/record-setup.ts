import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { clearDue, setDue } from '../lib/due.ts'
import { InvariantBroken } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { keepMethod } from './keep-saved-method.ts'
import { setupFailed, setupSucceeded } from './method-events.ts'
import type { ProcessorSetup } from './processor.ts'
import { type SetupEvent, setupStates } from './setup.state.ts'
import { lockSetup, type Setup, type SetupId } from './setups.queries.ts'
import { RESOLVE_SETUP } from './start-setup.ts'

/** While nobody knows, and while a person is asked by their bank. */
const UNSURE_MS = 60_000
const ASKED_MS = 5 * 60_000

const EVENT: Readonly<Record<ProcessorSetup['status'], SetupEvent>> = {
  succeeded: 'succeed',
  requires_action: 'require_action',
  declined: 'fail',
  unsettled: 'lose_sight',
}

/**
 * Records what the processor says of a try to save, once: the page's answer, its return, the webhook and the poller
 * all end here. What was saved is kept with its consent; whoever knows what it was for hears of it in the same
 * transaction.
 */
export async function recordSetup(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: SetupId,
  outcome: ProcessorSetup | 'unknown',
): Promise<Setup> {
  const setup = await lockSetup(tx, id)
  if (setup === undefined) throw new InvariantBroken('An outcome came for a try that was never recorded.')
  const to = setupStates[setup.state][outcome === 'unknown' ? 'lose_sight' : EVENT[outcome.status]]
  if (to === undefined) {
    await lookAgain(tx, now, setup)
    return setup
  }
  const after: Setup =
    outcome === 'unknown'
      ? { ...setup, state: to }
      : {
          ...setup,
          state: to,
          processorReference: outcome.reference ?? setup.processorReference,
          declineCode: to === 'failed' ? outcome.declineCode : null,
        }
  await tx.change(sql`
    update payments.method_setups set state = ${after.state}, processor_reference = ${after.processorReference},
      decline_code = ${after.declineCode}
    where company_id = ${tx.companyId} and id = ${id} and state = ${setup.state}`)
  await lookAgain(tx, now, after)
  if (to === 'failed') await emit(tx, actor, setupFailed, id, after)
  if (to === 'succeeded' && outcome !== 'unknown') {
    const { kept } = outcome
    if (!kept?.customer) throw new InvariantBroken('The processor saved something, and not for its customer.')
    const methodId = await keepMethod(tx, actor, now, { subjectId: id, customerId: setup.customerId, kept })
    await emit(tx, actor, setupSucceeded, id, { setup: after, methodId, at: now })
  }
  return after
}

async function lookAgain(tx: Tx, now: Date, { id, state }: Setup): Promise<void> {
  if (state === 'succeeded' || state === 'failed') return clearDue(tx, RESOLVE_SETUP, id)
  const inMs = state === 'requires_action' ? ASKED_MS : UNSURE_MS
  await setDue(tx, RESOLVE_SETUP, id, new Date(now.getTime() + inMs))
}
