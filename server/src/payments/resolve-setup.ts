import { type Actor, processor as processorActor } from '../lib/actor.ts'
import { externalCall, OutcomeUnknown } from '../lib/external-call.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import { NEVER_SENT } from './payments.queries.ts'
import type { ProcessorSetup } from './processor.ts'
import { recordSetup } from './record-setup.ts'
import type { PaymentServices } from './resolve-payment.ts'
import { findSetup, type Setup, type SetupId } from './setups.queries.ts'

/** How long a call may still be on its way, and how long somebody may take to answer their bank. */
const CALL_HORIZON_MS = 5 * 60_000
const ACTION_TIMEOUT_MS = 30 * 60_000

/** Finds out what became of a try to save, and records it. One that waits too long for its person is given up. */
export async function resolveSetup(
  services: PaymentServices,
  companyId: CompanyId,
  id: SetupId,
  actor: Actor = processorActor,
): Promise<Setup | undefined> {
  const { database, clock } = services
  const known = await database.read(companyId, (db) => findSetup(db, id))
  if (known === undefined) return undefined
  return externalCall<{ account: string | null }, ProcessorSetup, Setup>(database, companyId, {
    prepare: async (tx) => ({ account: (await findMerchantAccount(tx))?.processorAccount ?? null }),
    call: ({ account }) => look(services, account, known, clock.now()),
    record: (tx, _, outcome) =>
      recordSetup(tx, actor, clock.now(), id, outcome.known ? outcome.answer : 'unknown'),
  })
}

async function look(
  { processor }: PaymentServices,
  account: string | null,
  setup: Setup,
  now: Date,
): Promise<ProcessorSetup> {
  const age = now.getTime() - setup.createdAt.getTime()
  const found =
    setup.processorReference === null
      ? await processor.findSetup(account, setup.id, setup.createdAt)
      : await processor.readSetup(account, setup.processorReference)
  if (found === undefined) {
    if (age < CALL_HORIZON_MS) throw new OutcomeUnknown('The processor has not seen this try yet.')
    return { reference: null, status: 'declined', declineCode: NEVER_SENT, clientSecret: null, kept: null }
  }
  if (found.status !== 'requires_action' || age < ACTION_TIMEOUT_MS || found.reference === null) return found
  return processor.cancelSetup(account, found.reference)
}
