import { sql } from '../lib/db/index.ts'
import { type CompanyId, type Id, isUuid } from '../lib/ids.ts'
import { NotAtProcessor } from './errors.ts'
import { findWiresOf } from './find-wires.ts'
import { companyOfAccount, findMerchantAccount } from './merchant-accounts.queries.ts'
import { isMethodNews, readMethodNews } from './method-news.ts'
import { paymentOf } from './payment-of.ts'
import { lookAtPayout } from './payouts/resolve-payout.ts'
import { recordFee } from './record-fee.ts'
import { refreshMerchantAccount } from './refresh-merchant-account.ts'
import { findRefund, findRefundByReference, type RefundId } from './refunds.queries.ts'
import { readDispute } from './resolve-dispute.ts'
import { type PaymentServices, resolvePayment } from './resolve-payment.ts'
import { resolveRefund } from './resolve-refund.ts'
import { closeMerchantAccount } from './write-merchant-account.ts'

interface StoredEvent {
  account: string
  type: string
  objectId: string
  relatedId: string | null
  handledAt: Date | null
}

/**
 * Handles a stored event: the object it names is read again from the processor, so order and repeats do not
 * matter. One that fails to be handled stays unhandled and is tried again; one that was handled never is.
 */
export async function handleEvent(services: PaymentServices, eventNumber: number): Promise<void> {
  const { database } = services
  const event = await database.global.maybe(sql<StoredEvent>`
    select account, type, object_id "objectId", related_id "relatedId", handled_at "handledAt"
    from payments.processor_events where id = ${eventNumber}`)
  if (event === undefined || event.handledAt !== null) return
  const companyId = await companyOfAccount(database.global, event.account)
  if (companyId !== undefined) {
    await handle(services, companyId, event).catch((error) => {
      // An event about what the processor does not know means nothing to us.
      if (!(error instanceof NotAtProcessor)) throw error
    })
  }
  await database.global.many(sql`
    update payments.processor_events set handled_at = now(), company_id = ${companyId} where id = ${eventNumber}`)
}

async function handle(services: PaymentServices, companyId: CompanyId, event: StoredEvent): Promise<void> {
  const [family] = event.type.split('.')
  if (event.type === 'account.application.deauthorized') {
    await services.database.write(companyId, closeMerchantAccount)
  } else if (family === 'account') {
    await refreshMerchantAccount(services, companyId)
  } else if (isMethodNews(event.type)) {
    await readMethodNews(services, companyId, event)
  } else if (event.type.includes('cash_balance')) {
    if (event.relatedId !== null) await findWiresOf(services, companyId, event.relatedId)
  } else if (family === 'payment_intent') {
    const id = await paymentOf(services, companyId, event.objectId)
    if (id !== undefined) await resolvePayment(services, companyId, id)
  } else if (family === 'payout') {
    await lookAtPayout(services, companyId, event.objectId)
  } else if (event.objectId.startsWith('re_') || event.objectId.startsWith('pyr_')) {
    const id = await refundOf(services, companyId, event.objectId)
    if (id !== undefined) await resolveRefund(services, companyId, id)
  } else if (event.type.startsWith('charge.dispute.')) {
    await readDispute(services, companyId, event.objectId)
  } else if (family === 'charge' && event.relatedId !== null) {
    const id = await paymentOf(services, companyId, event.relatedId)
    if (id === undefined) return
    await resolvePayment(services, companyId, id)
    await recordFee(services, companyId, id).catch(ignoreUnready)
  }
}

async function refundOf(
  services: PaymentServices,
  companyId: CompanyId,
  reference: string,
): Promise<RefundId | undefined> {
  const { database, processor } = services
  const known = await database.read(companyId, async (db) => ({
    refund: await findRefundByReference(db, reference),
    account: await findMerchantAccount(db),
  }))
  if (known.refund !== undefined) return known.refund.id
  const { refundId } = await processor.readRefund(known.account?.processorAccount ?? null, reference)
  if (refundId === null || !isUuid(refundId)) return undefined
  const ours = await database.read(companyId, (db) => findRefund(db, refundId as Id<'ref'>))
  return ours?.id
}

function ignoreUnready(error: unknown): void {
  if (!(error instanceof Error && error.name === 'FeeNotReady')) throw error
}
