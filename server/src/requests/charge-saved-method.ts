import { randomUUID } from 'node:crypto'
import { type CustomerId, findCustomer } from '../customers/index.ts'
import type { Company } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { externalCall } from '../lib/external-call.ts'
import { defaultLocale } from '../lib/words.ts'
import {
  chargeSavedPayment,
  holdChargeable,
  type Payment,
  type PaymentMethodId,
  recordOutcome,
  requireMerchantAccount,
  startPayment,
} from '../payments/index.ts'
import { lockForCharge, reservePayables } from '../receivables/index.ts'
import type { PayServices } from './charge-confirmed.ts'
import { ItemsDoNotFit } from './errors.ts'
import { chargedBy, type PaidFor, requestToCharge } from './request-to-charge.ts'
import { listPayableIds, type PaymentRequest } from './requests.queries.ts'
import { REQUEST_PURPOSE } from './settle-request.ts'

export interface SavedCharge {
  methodId: PaymentMethodId
  /** What is paid: what a request asks for, what is open of invoices, or an order by its invoice. */
  of: PaidFor
  /** What the caller saw of it, in minor units: what is charged is what is owed, and where that is another it is told. */
  amount: bigint
}

/**
 * Charges what is saved for what its customer owes, while the customer is not there: with the same three steps, locks
 * and outcome as a payer's submit. A bank that wants to ask its customer declines; then a link may be sent. `claim`
 * commits the caller's key with the attempt.
 */
export async function chargeSavedMethod(
  services: PayServices,
  actor: Actor,
  company: Company,
  order: SavedCharge,
  claim: (tx: Tx, paymentId: string) => Promise<void>,
): Promise<Payment> {
  const { database, clock } = services
  return externalCall(database, company.id, {
    prepare: (tx) => prepare(tx, actor, clock.now(), { company, order, claim }),
    call: ({ payment, description }) => chargeSavedPayment(services, payment, { description }),
    record: (tx, { payment }, outcome) =>
      recordOutcome(tx, actor, clock.now(), payment.id, outcome.known ? outcome.answer : 'unknown'),
  })
}

async function prepare(
  tx: Tx,
  actor: Actor,
  now: Date,
  {
    company,
    order,
    claim,
  }: { company: Company; order: SavedCharge; claim: (tx: Tx, paymentId: string) => Promise<void> },
) {
  const method = await holdChargeable(tx, order.methodId)
  const request = await requestToCharge(tx, actor, await chargedBy(tx, actor, now, order.of))
  checkOwner(request, method.customerId)
  await requireMerchantAccount(tx, request.currency)
  const customer = await findCustomer(tx, method.customerId)
  const payment = await startPayment(tx, actor, now, {
    purposeType: REQUEST_PURPOSE,
    purposeId: request.id,
    // A second charge by the same caller is known by its Idempotency-Key.
    submitKey: randomUUID(),
    amount: order.amount,
    currency: request.currency,
    method: method.type,
    confirmationToken: null,
    savedMethodId: method.id,
    payerName: customer?.name ?? null,
    payerEmail: customer?.email ?? null,
    locale: defaultLocale(customer?.language ?? company.language, company.country),
    payerAddress: null,
  })
  const payables = await lockForCharge(tx, await listPayableIds(tx, request.id), order.amount)
  await reservePayables(tx, payment.id, payables)
  await claim(tx, payment.id)
  return { payment, description: request.reference.slice(0, 200) }
}

function checkOwner(request: PaymentRequest, customerId: CustomerId): void {
  if (request.customerId === customerId) return
  throw new ItemsDoNotFit(
    'This is asked of somebody else than the customer whose card or bank account this is. Nothing was charged.',
    { field: 'payment_method' },
  )
}
