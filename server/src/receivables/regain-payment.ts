import { ACCOUNT, post } from '../ledger/index.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { type DomainEvent, emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import type { DisputedPayment, Payment } from '../payments/index.ts'
import { changePayables } from './change-payables.ts'
import { DISPUTE_LOST } from './charge-back-payment.ts'
import { addLoss, lockChargeBacks } from './charge-backs.queries.ts'
import { creditReceived } from './events.ts'
import { lockPayables, type PayableId } from './payables.queries.ts'
import { withdrawRecoveries } from './withdraw-recoveries.ts'

interface Undone {
  payableId: PayableId
  kind: 'invoice' | 'request'
  customerId: string | null
  amount: bigint
}

/**
 * A dispute that was lost is won after all: its money is here again. What had become a loss, or is claimed by a recovery
 * invoice that nobody paid, is none; what is still owed
 * of what the payment had settled is settled again; the rest is the customer's credit, and for a person to look at
 * (M4: 2150 / 5120, 1100, 2110 or 2100).
 */
export async function regainPayment(tx: Tx, event: DomainEvent<DisputedPayment>): Promise<void> {
  const { payment, dispute } = event.data
  const at = dispute.reinstatedAt ?? dispute.openedAt
  await withdrawRecoveries(tx, event.actor, at, dispute.id, dispute.amount)
  const loss = (await lockChargeBacks(tx, payment.id)).find(({ id }) => id === dispute.id)?.loss ?? 0n
  const undone = await lockUndone(tx, payment)
  const again = share(undone, dispute.amount - loss)
  const of = (wanted: Undone['kind']) =>
    sumAmounts(again.filter(({ kind }) => kind === wanted).map(({ amount }) => amount))
  const [ofInvoices, ofRequests] = [of('invoice'), of('request')]
  const credited = dispute.amount - loss - ofInvoices - ofRequests
  const customerId = undone.find((row) => row.customerId !== null)?.customerId ?? null
  post(tx, {
    kind: 'payment_regained',
    at,
    currency: payment.currency,
    subjectType: 'dispute',
    subjectId: dispute.id,
    transfers: [
      { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.badDebt, amount: loss },
      { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.receivable, amount: ofInvoices },
      { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.customerPrepayments, amount: ofRequests },
      { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.customerCredits, amount: credited },
    ],
  })
  await addLoss(tx, dispute.id, -loss)
  await changePayables(
    tx,
    again.map(({ payableId, amount }) => ({ id: payableId, settled: amount })),
  )
  for (const row of again) await apply(tx, payment, at, row)
  for (const row of again.filter(({ kind }) => kind === 'request'))
    await credit(tx, payment, { ...row, kind: 'prepayment' })
  if (credited === 0n) return
  await credit(tx, payment, { kind: 'overpayment', customerId, payableId: null, amount: credited })
  await emit(tx, event.actor, creditReceived, payment.id, { amount: credited, currency: payment.currency })
}

/** What lost disputes undid of what the payment had settled, and what of that is free to be settled, under lock. */
async function lockUndone(tx: Tx, payment: Payment): Promise<Undone[]> {
  const rows = await tx.many(sql<{ payableId: PayableId; amount: bigint }>`
    select payable_id "payableId", -sum(amount)::bigint amount from receivables.applications
    where company_id = ${tx.companyId} and source_type = 'payment' and source_id = ${payment.id} and reason = ${DISPUTE_LOST}
    group by 1`)
  const locked = await lockPayables(
    tx,
    rows.map(({ payableId }) => payableId),
  )
  return locked.map(({ id, kind, customerId, open, inFlight }) => {
    const undone = rows.find(({ payableId }) => payableId === id)?.amount ?? 0n
    const free = open > inFlight ? open - inFlight : 0n
    return { payableId: id, kind, customerId, amount: undone < free ? undone : free }
  })
}

function share(rows: readonly Undone[], amount: bigint): Undone[] {
  let rest = amount
  return rows
    .map((row) => {
      const taken = row.amount < rest ? row.amount : rest
      rest -= taken
      return { ...row, amount: taken }
    })
    .filter(({ amount: taken }) => taken > 0n)
}

async function apply(tx: Tx, payment: Payment, at: Date, { payableId, amount }: Undone): Promise<void> {
  await tx.change(sql`
    insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount, reason, at)
    values (${tx.companyId}, ${newId()}, 'payment', ${payment.id}, ${payableId}, ${payment.currency}, ${amount}, 'dispute_won', ${at})`)
}

async function credit(
  tx: Tx,
  payment: Payment,
  row: {
    kind: 'prepayment' | 'overpayment'
    customerId: string | null
    payableId: PayableId | null
    amount: bigint
  },
): Promise<void> {
  await tx.change(sql`
    insert into receivables.credits (company_id, id, customer_id, kind, payment_id, payable_id, currency, amount)
    values (${tx.companyId}, ${newId()}, ${row.customerId}, ${row.kind}, ${payment.id}, ${row.payableId},
      ${payment.currency}, ${row.amount})`)
}
