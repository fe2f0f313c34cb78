import { findCustomer } from '../customers/index.ts'
import { findCompany } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { dayOf } from '../lib/day-of.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { InvariantBroken } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { defaultLocale } from '../lib/words.ts'
import { type CashAccount, lockCashAccount } from './cash-accounts.queries.ts'
import { wireArrived } from './events.ts'
import { findPaymentByReference, lockPayment, type Payment } from './payments.queries.ts'
import type { CashMovement } from './processor-cash.ts'
import { recordReceived } from './record-received.ts'
import { startPayment } from './start-payment.ts'
import { findSameWires, keepWire } from './wires.queries.ts'

/** The purpose of money that is a customer's, until somebody says what for. */
export const CUSTOMER_PURPOSE = 'customer'

/**
 * A wire came to a customer's account number: recorded once, whoever tells of it. Before it is booked, whoever knows what
 * it is for may say so (`payment.wire_arrived`); else it is the customer's credit, for a person to match.
 */
export async function recordFunding(
  tx: Tx,
  actor: Actor,
  now: Date,
  account: CashAccount,
  cash: CashMovement,
): Promise<Payment | undefined> {
  await lockCashAccount(tx, account.id)
  if ((await findPaymentByReference(tx, cash.reference)) !== undefined) return undefined
  const [company, customer] = await Promise.all([
    findCompany(tx, tx.companyId),
    findCustomer(tx, account.customerId),
  ])
  if (company === undefined || customer === undefined)
    throw new InvariantBroken('A wire came for a customer that there is not.')
  const wire = {
    reference: cash.bankReference,
    sender: cash.sender,
    receivedOn: dayOf(cash.at, company.timeZone),
    amount: cash.amount,
    currency: cash.currency,
  }
  const { id } = await startPayment(tx, actor, now, {
    purposeType: CUSTOMER_PURPOSE,
    purposeId: account.customerId,
    submitKey: cash.reference,
    amount: cash.amount,
    currency: cash.currency,
    method: 'wire',
    confirmationToken: null,
    payerName: cash.sender,
    payerEmail: null,
    locale: defaultLocale(customer.language ?? company.language, company.country),
    payerAddress: null,
  })
  const same = await findSameWires(tx, wire)
  await keepWire(tx, id, { ...wire, cashAccountId: account.id }, same.length)
  await tx.change(sql`
    update payments.payments set processor_reference = ${cash.reference}
    where company_id = ${tx.companyId} and id = ${id}`)
  await emit(tx, actor, wireArrived, id, await reread(tx, id))
  return recordReceived(tx, actor, now, await reread(tx, id))
}

async function reread(tx: Tx, id: Payment['id']): Promise<Payment> {
  const payment = await lockPayment(tx, id)
  if (payment === undefined) throw new InvariantBroken('A wire was recorded and is not there.')
  return payment
}

/** Says what a wire is for: for nobody's request any more, or for one. The caller has its lock. */
export async function redirectWire(
  tx: Tx,
  id: Payment['id'],
  purpose: { type: string; id: string },
): Promise<void> {
  await tx.change(sql`
    update payments.payments set purpose_type = ${purpose.type}, purpose_id = ${purpose.id}
    where company_id = ${tx.companyId} and id = ${id} and method = 'wire'`)
}
