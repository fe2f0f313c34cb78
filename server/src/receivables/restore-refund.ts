import { ACCOUNT, post, reverse } from '../ledger/index.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { type DomainEvent, emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import type { Refund } from '../payments/index.ts'
import { changePayables } from './change-payables.ts'
import { coverLoss } from './cover-loss.ts'
import { creditReceived } from './events.ts'
import { lockPayables, type PayableId } from './payables.queries.ts'

interface Allocation {
  payableId: PayableId | null
  creditId: string | null
  unapplied: string | null
  /** The application that stands, where the sale was taken back: then its credit is the customer's again. */
  reduces: string | null
  amount: bigint
}

type Share = Allocation & {
  customerId: string | null
  /** What the invoice takes again. */
  again: bigint
}

/**
 * A refund did not reach the payer: the money is the company's again, and what the refund had undone is done
 * again. Of a reopened invoice only as much as is still owed and not promised; the rest is customer credit.
 */
export async function restoreRefund(tx: Tx, event: DomainEvent<Refund>): Promise<void> {
  const refund = event.data
  const at = refund.settledAt ?? refund.createdAt
  const shares = await sharesOf(tx, refund)
  await reverse(tx, { kind: 'refund_requested', subjectId: refund.id, reversalKind: 'refund_undone', at })
  for (const share of shares) await restore(tx, refund, at, share)
  const credited = sumAmounts(shares.map(credit))
  if (credited > 0n) await tellCredit(tx, event, at, credited)
  await coverLoss(tx, event.actor, at, refund)
}

async function tellCredit(tx: Tx, event: DomainEvent<Refund>, at: Date, credited: bigint): Promise<void> {
  const refund = event.data
  await Promise.all([
    post(tx, {
      kind: 'credit_from_refund',
      at,
      currency: refund.currency,
      subjectType: 'refund',
      subjectId: refund.id,
      transfers: [{ debit: ACCOUNT.receivable, credit: ACCOUNT.customerCredits, amount: credited }],
    }),
    emit(tx, event.actor, creditReceived, refund.paymentId, { amount: credited, currency: refund.currency }),
  ])
}

async function sharesOf(tx: Tx, refund: Refund): Promise<Share[]> {
  const allocations = await tx.many(sql<Allocation>`
    select payable_id "payableId", credit_id "creditId", unapplied, reduces, amount from receivables.refund_allocations
    where company_id = ${tx.companyId} and refund_id = ${refund.id} order by id`)
  const locked = await lockPayables(
    tx,
    allocations.flatMap(({ payableId }) => payableId ?? []),
  )
  const payables = new Map(locked.map((row) => [row.id, { ...row, free: row.open - row.inFlight }]))
  return allocations.map((allocation) => {
    const payable = allocation.payableId === null ? undefined : payables.get(allocation.payableId)
    const free =
      payable !== undefined && allocation.unapplied !== null && payable.free > 0n ? payable.free : 0n
    const again = allocation.amount < free ? allocation.amount : free
    if (payable !== undefined) payable.free -= again
    return { ...allocation, customerId: payable?.customerId ?? null, again }
  })
}

function credit(share: Share): bigint {
  return share.unapplied === null ? 0n : share.amount - share.again
}

async function restore(tx: Tx, refund: Refund, at: Date, share: Share): Promise<void> {
  if (share.creditId !== null) {
    await tx.change(sql`
      update receivables.credits set used = used - ${share.amount}
      where company_id = ${tx.companyId} and id = ${share.creditId}`)
  }
  if (share.payableId !== null) {
    await changePayables(tx, [
      {
        id: share.payableId,
        settled: share.again,
        refunded: -share.amount,
        reduced: share.reduces === null ? 0n : -share.amount,
      },
    ])
  }
  if (share.again > 0n) {
    await tx.change(sql`
      insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount, reason, at)
      values (${tx.companyId}, ${newId()}, 'payment', ${refund.paymentId}, ${share.payableId}, ${refund.currency},
        ${share.again}, 'refund_failed', ${at})`)
  }
  if (credit(share) > 0n) {
    await tx.change(sql`
      insert into receivables.credits (company_id, id, customer_id, kind, payment_id, currency, amount)
      values (${tx.companyId}, ${newId()}, ${share.customerId}, 'overpayment', ${refund.paymentId}, ${refund.currency},
        ${credit(share)})`)
  }
}
