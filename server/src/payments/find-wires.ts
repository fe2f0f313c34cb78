import { processor as processorActor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import type { CompanyId } from '../lib/ids.ts'
import {
  type CashAccount,
  type CashAccountId,
  findCashAccount,
  findCashAccountByReference,
} from './cash-accounts.queries.ts'
import { findPaymentByReference } from './payments.queries.ts'
import type { CashMovement } from './processor-cash.ts'
import { recordFunding } from './record-funding.ts'
import type { PaymentServices } from './resolve-payment.ts'

/** The job that asks the processor for wires that nobody told of; its subject is the customer's cash account. */
export const FIND_WIRES = 'find_wires'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Hourly in the days after its customer was shown where to send a wire, then daily: the number stays the customer's. */
export async function planFindWires(tx: Tx, now: Date, { id, shownAt }: CashAccount): Promise<void> {
  const isFresh = now.getTime() - shownAt.getTime() < 7 * DAY_MS
  await setDue(tx, FIND_WIRES, id, new Date(now.getTime() + (isFresh ? HOUR_MS : DAY_MS)))
}

/** Looks at a customer's cash and records what came. The next look is planned first, so that one that fails ends nothing. */
export async function findWires(
  services: PaymentServices,
  companyId: CompanyId,
  id: CashAccountId,
): Promise<void> {
  const { database, clock } = services
  const account = await database.write(companyId, async (tx) => {
    const found = await findCashAccount(tx, id)
    if (found !== undefined) await planFindWires(tx, clock.now(), found)
    return found
  })
  if (account !== undefined) await recordNew(services, companyId, account)
}

/** The same for a customer of the processor's, as its event names it; one that we do not know means nothing to us. */
export async function findWiresOf(
  services: PaymentServices,
  companyId: CompanyId,
  processorCustomer: string,
): Promise<void> {
  const account = await services.database.read(companyId, (db) =>
    findCashAccountByReference(db, processorCustomer),
  )
  if (account !== undefined) await recordNew(services, companyId, account)
}

/** The newest first, until one that is known; recorded in the order in which they came. */
async function recordNew(
  { database, clock, processor }: PaymentServices,
  companyId: CompanyId,
  account: CashAccount,
): Promise<void> {
  const came: CashMovement[] = []
  for await (const movement of processor.listCash(
    account.processorAccount || null,
    account.processorCustomer,
  )) {
    if (movement.kind !== 'funded') continue
    const known = await database.read(companyId, (db) => findPaymentByReference(db, movement.reference))
    if (known !== undefined) break
    came.push(movement)
  }
  for (const movement of came.reverse())
    await database.write(companyId, (tx) => recordFunding(tx, processorActor, clock.now(), account, movement))
}
