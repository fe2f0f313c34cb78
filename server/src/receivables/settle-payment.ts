import { ACCOUNT, post, type Transfer } from '../ledger/index.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { type DomainEvent, emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import { enqueue } from '../lib/outbox.ts'
import { DRAW_CASH, type Payment } from '../payments/index.ts'
import { changePayables } from './change-payables.ts'
import { creditReceived, invoicePaid } from './events.ts'
import { endReservations, type HeldPayable, lockHeld } from './reservations.queries.ts'
import { writeReceipt } from './write-receipt.ts'

export interface Share extends HeldPayable {
  applied: bigint
}

/**
 * Money came in: it goes to what its attempt had reserved. What is not owed any more (a success that came
 * after the debt was settled or promised elsewhere) becomes customer credit; it is never refused or lost.
 */
export async function settlePayment(tx: Tx, event: DomainEvent<Payment>): Promise<void> {
  const payment = event.data
  const at = payment.settledAt ?? payment.createdAt
  const shares = (await lockHeld(tx, payment.id)).map((held) => ({ ...held, applied: applicable(held) }))
  const excess = payment.amount - sumAmounts(shares.map(({ applied }) => applied))
  const customerId = shares.find((share) => share.customerId !== null)?.customerId ?? null
  const paid = shares.filter(
    ({ kind, open, applied }) => kind === 'invoice' && applied > 0n && open === applied,
  )
  post(tx, {
    kind: 'payment_applied',
    at,
    currency: payment.currency,
    subjectType: 'payment',
    subjectId: payment.id,
    transfers: postings(shares, excess),
  })
  if (payment.method === 'wire') enqueue(tx, DRAW_CASH, { payment_id: payment.id })
  await Promise.all([
    changePayables(
      tx,
      shares.map(({ payableId, applied, amount, state }) => ({
        id: payableId,
        settled: applied,
        inFlight: state === 'active' ? -amount : 0n,
      })),
    ),
    endReservations(tx, payment.id, 'consumed'),
    writeApplications(tx, payment, at, shares),
    ...shares
      .filter(({ kind, applied }) => kind === 'request' && applied > 0n)
      .map((share) =>
        writeCredit(tx, payment, {
          kind: 'prepayment',
          amount: share.applied,
          customerId: share.customerId,
          payableId: share.payableId,
        }),
      ),
    ...(excess > 0n
      ? [writeCredit(tx, payment, { kind: 'overpayment', amount: excess, customerId, payableId: null })]
      : []),
    writeReceipt(tx, payment, shares, excess),
    ...paid.map(({ payableId }) =>
      emit(tx, event.actor, invoicePaid, payableId, { payment_id: payment.id, at: at.toISOString() }),
    ),
    ...(excess > 0n
      ? [emit(tx, event.actor, creditReceived, payment.id, { amount: excess, currency: payment.currency })]
      : []),
  ])
}

/** All that was reserved; after a release, no more than is neither settled nor promised to another attempt. */
function applicable({ state, amount, open, inFlight }: HeldPayable): bigint {
  const free = state === 'active' ? open : open - inFlight
  return amount < free ? amount : free > 0n ? free : 0n
}

function postings(shares: readonly Share[], excess: bigint): Transfer[] {
  const total = (kind: Share['kind']) =>
    sumAmounts(shares.filter((share) => share.kind === kind).map(({ applied }) => applied))
  return [
    { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.receivable, amount: total('invoice') },
    { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.customerPrepayments, amount: total('request') },
    { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.customerCredits, amount: excess },
  ]
}

/** What a payment settles of each. */
export async function writeApplications(
  tx: Tx,
  payment: Payment,
  at: Date,
  shares: readonly Share[],
): Promise<void> {
  const applied = shares.filter((share) => share.applied > 0n)
  if (applied.length === 0) return
  await tx.change(
    sql`
    insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount, at)
    select ${tx.companyId}, a.id, 'payment', ${payment.id}, a.payable_id, ${payment.currency}, a.amount, ${at}
    from unnest(${applied.map(() => newId())}::uuid[], ${applied.map(({ payableId }) => payableId)}::uuid[],
      ${applied.map((share) => share.applied)}::bigint[]) a(id, payable_id, amount)`,
    applied.length,
  )
}

interface NewCredit {
  kind: 'prepayment' | 'overpayment'
  amount: bigint
  customerId: string | null
  payableId: string | null
}

/** Money that a customer has with the company from a payment. */
export async function writeCredit(tx: Tx, payment: Payment, credit: NewCredit): Promise<void> {
  await tx.change(sql`
    insert into receivables.credits (company_id, id, customer_id, kind, payment_id, payable_id, currency, amount)
    values (${tx.companyId}, ${newId()}, ${credit.customerId}, ${credit.kind}, ${payment.id}, ${credit.payableId},
      ${payment.currency}, ${credit.amount})`)
}
