import { processor as theProcessor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { next } from '../lib/state.ts'
import { giveUpMethod } from './give-up-method.ts'
import { expiryOf, lookAtExpiry } from './look-at-expiry.ts'
import { findMerchantAccount } from './merchant-accounts.queries.ts'
import { methodUpdated } from './method-events.ts'
import { methodStates } from './payment-method.state.ts'
import {
  findMethodByReference,
  lockWithOthers,
  type PaymentMethodId,
  saveMethod,
} from './payment-methods.queries.ts'
import type { ProcessorMethod } from './processor.ts'
import { removeMethod } from './remove-method.ts'
import type { PaymentServices } from './resolve-payment.ts'
import { resolveSetup } from './resolve-setup.ts'
import { findSetupByReference } from './setups.queries.ts'

export function isMethodNews(type: string): boolean {
  return /^(payment_method|mandate|setup_intent)\./.test(type)
}

/**
 * Something became of a method that is kept: its bank sent another card, it was taken away at the processor, or its
 * mandate was taken back. What is true is read there now, so order and repeats do not matter.
 */
export async function readMethodNews(
  services: PaymentServices,
  companyId: CompanyId,
  { type, objectId }: { type: string; objectId: string },
): Promise<void> {
  const { database, processor, clock } = services
  const account = (await database.read(companyId, findMerchantAccount))?.processorAccount ?? null
  if (type.startsWith('setup_intent.')) {
    const setup = await database.read(companyId, (db) => findSetupByReference(db, objectId))
    if (setup !== undefined) await resolveSetup(services, companyId, setup)
    return
  }
  if (type.startsWith('mandate.')) {
    const mandate = await processor.readMandate(account, objectId)
    if (mandate.isActive) return
    await database.write(companyId, async (tx) => {
      const id = await findMethodByReference(tx, mandate.method)
      if (id !== undefined) await giveUpMethod(tx, theProcessor, id, 'mandate_revoked')
    })
    return
  }
  // What is not ours (any more) is not asked about.
  const id = await database.read(companyId, (db) => findMethodByReference(db, objectId))
  if (id === undefined) return
  const told = await processor.readMethod(account, objectId)
  await database.write(companyId, (tx) => recordMethod(tx, clock.now(), id, told))
}

/** What the processor says of a kept method by now. */
async function recordMethod(tx: Tx, now: Date, id: PaymentMethodId, told: ProcessorMethod): Promise<void> {
  if (told.customer === null) {
    await removeMethod(tx, theProcessor, now, id, 'detached')
    return
  }
  const method = await lockWithOthers(tx, id)
  if (method === undefined || methodStates[method.state].update === undefined) return
  const { brand, bankName, last4, expMonth, expYear, fingerprint } = told
  const isSame =
    method.last4 === last4 &&
    method.brand === brand &&
    method.bankName === bankName &&
    method.expMonth === expMonth &&
    method.expYear === expYear
  if (isSame) return
  const end = expiryOf(told)?.endsAt
  // Another name on a card whose time is over does not make it chargeable.
  const state =
    end !== undefined && end <= now
      ? method.state
      : next('payment method', methodStates, method.state, 'update')
  const after = { ...method, brand, bankName, last4, expMonth, expYear, fingerprint, state, warnedAt: null }
  await saveMethod(tx, method, after)
  await Promise.all([lookAtExpiry(tx, after), emit(tx, theProcessor, methodUpdated, id, after)])
}
