import { ACCOUNT, post, type Transfer } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import type { PaymentId, Refund, RefundTreatment } from '../payments/index.ts'
import { changePayables } from './change-payables.ts'
import { TreatmentDoesNotFit } from './errors.ts'
import { invoiceReopened } from './events.ts'
import { lockPayables, type PayableId } from './payables.queries.ts'
import { reduceSale, sales } from './reduce-sale.ts'
import {
  type Allocation,
  openApplications,
  openCredits,
  type Part,
  type Taken,
} from './refundable-parts.queries.ts'
import { takeUpWrittenOff } from './take-up-again.ts'

/** The treatment asked for, or the one that can carry the amount: credit first, since it reopens no debt. */
export async function chooseTreatment(
  tx: Tx,
  paymentId: PaymentId,
  amount: bigint,
  wanted: RefundTreatment | undefined,
): Promise<RefundTreatment> {
  const most = {
    prepayment: sumAmounts((await openCredits(tx, paymentId)).map(({ left }) => left)),
    reopen_invoice: sumAmounts((await openApplications(tx, paymentId)).map(({ left }) => left)),
    reduce_sale:
      wanted === 'reduce_sale' ? sumAmounts((await sales(tx, paymentId)).map(({ left }) => left)) : 0n,
  }
  const treatment = wanted ?? (most.prepayment >= amount ? 'prepayment' : 'reopen_invoice')
  if (most[treatment] < amount) {
    throw new TreatmentDoesNotFit(
      `With the treatment ${treatment} at most ${most[treatment]} (minor units) of this payment can be refunded. No money was moved.`,
      {
        field: wanted === undefined ? 'amount' : 'treatment',
        details: { refundable_amount: Number(most[treatment]) },
      },
    )
  }
  return treatment
}

/**
 * Takes a refund out of what its payment had become: 2110 or 2100 / 2300, after 1100 / 2100 where it reopens, or
 * after a credit note where it takes the sale back. `locale` is for the words of that.
 */
export async function allocateRefund(
  tx: Tx,
  actor: Actor,
  now: Date,
  refund: Refund,
  locale: string,
): Promise<void> {
  switch (refund.treatment) {
    case 'reopen_invoice': {
      const parts = take(await lockedApplications(tx, refund.paymentId), refund.amount)
      await takeUpWrittenOff(
        tx,
        actor,
        now,
        byPayable(parts).map(([id]) => id),
        'refunded',
      )
      const unapplied = await unapply(tx, actor, now, refund, parts)
      return allocate(
        tx,
        now,
        refund,
        parts.map((part, i) => ({ ...part, unapplied: unapplied[i] ?? null })),
      )
    }
    case 'reduce_sale': {
      await lockedApplications(tx, refund.paymentId)
      const parts = take(await sales(tx, refund.paymentId), refund.amount)
      return allocate(tx, now, refund, await reduceSale(tx, actor, now, { refund, locale }, parts))
    }
    case 'prepayment':
      return refundCredits(tx, now, refund, take(await openCredits(tx, refund.paymentId), refund.amount))
  }
}

/** Takes a refund out of locked credits. */
export async function refundCredits(
  tx: Tx,
  now: Date,
  refund: Refund,
  parts: readonly Taken[],
): Promise<void> {
  await useCredits(tx, parts)
  await allocate(
    tx,
    now,
    refund,
    parts.map((part) => ({ ...part, creditId: part.id })),
  )
}

async function allocate(tx: Tx, now: Date, refund: Refund, parts: readonly Allocation[]): Promise<void> {
  post(tx, {
    kind: 'refund_requested',
    at: now,
    currency: refund.currency,
    subjectType: 'refund',
    subjectId: refund.id,
    transfers: postings(parts),
  })
  await tx.change(
    sql`
    insert into receivables.refund_allocations (company_id, id, refund_id, payable_id, credit_id, unapplied, reduces, amount)
    select ${tx.companyId}, a.id, ${refund.id}, a.payable_id, a.credit_id, a.unapplied, a.reduces, a.amount
    from unnest(${parts.map(() => newId())}::uuid[], ${parts.map(({ payableId }) => payableId)}::uuid[],
      ${parts.map(({ creditId }) => creditId ?? null)}::uuid[], ${parts.map(({ unapplied }) => unapplied ?? null)}::uuid[],
      ${parts.map(({ reduces }) => reduces ?? null)}::uuid[], ${parts.map(({ taken }) => taken)}::bigint[])
      a(id, payable_id, credit_id, unapplied, reduces, amount)`,
    parts.length,
  )
}

async function lockedApplications(tx: Tx, paymentId: PaymentId): Promise<Part[]> {
  const touched = (await openApplications(tx, paymentId)).flatMap(({ payableId }) => payableId ?? [])
  await lockPayables(tx, touched)
  return openApplications(tx, paymentId)
}

function take(parts: readonly Part[], amount: bigint): Taken[] {
  let rest = amount
  const taken = parts.map((part) => {
    const share = part.left < rest ? part.left : rest
    rest -= share
    return { ...part, taken: share }
  })
  if (rest > 0n) {
    throw new TreatmentDoesNotFit('The payment changed meanwhile. No money was moved; please look again.')
  }
  return taken.filter((part) => part.taken > 0n)
}

/** Undoes applications by rows of their own. Returns those rows' ids. */
async function unapply(
  tx: Tx,
  actor: Actor,
  now: Date,
  refund: Refund,
  parts: readonly Taken[],
): Promise<string[]> {
  const ids = parts.map(() => newId())
  await Promise.all([
    changePayables(
      tx,
      byPayable(parts).map(([id, amount]) => ({ id, settled: -amount, refunded: amount })),
    ),
    tx.change(
      sql`
      insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount,
        reverses, reason, at)
      select ${tx.companyId}, u.id, 'payment', ${refund.paymentId}, u.payable_id, ${refund.currency}, -u.amount,
        u.reverses, 'refund', ${now}
      from unnest(${ids}::uuid[], ${parts.map(({ payableId }) => payableId)}::uuid[],
        ${parts.map(({ taken }) => taken)}::bigint[], ${parts.map(({ id }) => id)}::uuid[])
        u(id, payable_id, amount, reverses)`,
      parts.length,
    ),
    ...byPayable(parts).map(([id, amount]) =>
      emit(tx, actor, invoiceReopened, id, { refund_id: refund.id, amount }),
    ),
  ])
  return ids
}

async function useCredits(tx: Tx, parts: readonly Taken[]): Promise<void> {
  await Promise.all([
    tx.change(
      sql`
      update receivables.credits c set used = c.used + t.taken
      from unnest(${parts.map(({ id }) => id)}::uuid[], ${parts.map(({ taken }) => taken)}::bigint[]) t(id, taken)
      where c.company_id = ${tx.companyId} and c.id = t.id`,
      parts.length,
    ),
    changePayables(
      tx,
      byPayable(parts).map(([id, amount]) => ({ id, refunded: amount })),
    ),
  ])
}

function byPayable(parts: readonly Taken[]): [PayableId, bigint][] {
  const sums = new Map<PayableId, bigint>()
  for (const { payableId, taken } of parts) {
    if (payableId !== null) sums.set(payableId, (sums.get(payableId) ?? 0n) + taken)
  }
  return [...sums]
}

function postings(parts: readonly Allocation[]): Transfer[] {
  const total = (of: (part: Allocation) => boolean) => sumAmounts(parts.filter(of).map(({ taken }) => taken))
  const prepaid = total(({ kind }) => kind === 'prepayment')
  return [
    {
      debit: ACCOUNT.receivable,
      credit: ACCOUNT.customerCredits,
      amount: total(({ unapplied }) => unapplied != null),
    },
    {
      debit: ACCOUNT.customerCredits,
      credit: ACCOUNT.refundsPayable,
      amount: sumAmounts(parts.map(({ taken }) => taken)) - prepaid,
    },
    { debit: ACCOUNT.customerPrepayments, credit: ACCOUNT.refundsPayable, amount: prepaid },
  ]
}
