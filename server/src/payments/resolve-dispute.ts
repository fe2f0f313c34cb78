import { processor as processorActor } from '../lib/actor.ts'
import { setDue } from '../lib/due.ts'
import { OutcomeUnknown } from '../lib/external-call.ts'
import type { CompanyId } from '../lib/ids.ts'
import { type Dispute, type DisputeId, findDispute } from './disputes.queries.ts'
import { findMerchantAccount, type MerchantAccountId } from './merchant-accounts.queries.ts'
import { isTaken } from './payment.state.ts'
import { paymentOf } from './payment-of.ts'
import { findPayment } from './payments.queries.ts'
import { planFindDisputes } from './plan-find-disputes.ts'
import type { ProcessorDispute } from './processor.ts'
import { RESOLVE_DISPUTE, recordDispute } from './record-dispute.ts'
import { type PaymentServices, resolvePayment } from './resolve-payment.ts'

const HOUR_MS = 3_600_000
/**
 * How far back it is looked: webhooks are told again for days only, banks take months to decide, and one that was lost
 * may be won after all. There are few disputes: this is a page or two.
 */
const LOOK_BACK_MS = 180 * 24 * HOUR_MS

/** Reads a dispute from the processor and records it, as its webhook asks for. */
export async function readDispute(
  services: PaymentServices,
  companyId: CompanyId,
  reference: string,
): Promise<Dispute | undefined> {
  const account = await services.database.read(companyId, findMerchantAccount)
  const told = await services.processor.readDispute(account?.processorAccount ?? null, reference)
  return recordTold(services, companyId, told)
}

/** Finds out what became of a dispute that is known. */
export async function resolveDispute(
  services: PaymentServices,
  companyId: CompanyId,
  id: DisputeId,
): Promise<Dispute | undefined> {
  const known = await services.database.read(companyId, (db) => findDispute(db, id))
  if (known === undefined) return undefined
  try {
    return await readDispute(services, companyId, known.processorReference)
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error
    const again = new Date(services.clock.now().getTime() + HOUR_MS)
    await services.database.write(companyId, (tx) => setDue(tx, RESOLVE_DISPUTE, id, again))
    return known
  }
}

/** Looks at all disputes of late. The next look is planned first, so that one that fails ends nothing. */
export async function findDisputesOf(
  services: PaymentServices,
  companyId: CompanyId,
  accountId: MerchantAccountId,
): Promise<void> {
  const { database, clock, processor } = services
  const now = clock.now()
  const account = await database.write(companyId, async (tx) => {
    await planFindDisputes(tx, now, accountId)
    return findMerchantAccount(tx)
  })
  if (account === undefined) return
  const since = new Date(now.getTime() - LOOK_BACK_MS)
  for await (const told of processor.listDisputes(account.processorAccount, since))
    await recordTold(services, companyId, told)
}

/** Where the payment's own news has not come yet, that is found out first. */
async function recordTold(
  services: PaymentServices,
  companyId: CompanyId,
  told: ProcessorDispute,
): Promise<Dispute | undefined> {
  if (told.paymentReference === null) return undefined
  const paymentId = await paymentOf(services, companyId, told.paymentReference)
  if (paymentId === undefined) return undefined
  const payment = await services.database.read(companyId, (db) => findPayment(db, paymentId))
  if (payment === undefined) return undefined
  if (!isTaken(payment.state) || payment.method === 'ach')
    await resolvePayment(services, companyId, paymentId)
  return services.database.write(companyId, (tx) =>
    recordDispute(tx, processorActor, services.clock.now(), paymentId, told),
  )
}
