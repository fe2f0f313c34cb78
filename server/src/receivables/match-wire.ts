import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { sumAmounts } from '../lib/money.ts'
import { enqueue } from '../lib/outbox.ts'
import { DRAW_CASH, type Payment } from '../payments/index.ts'
import { changePayables } from './change-payables.ts'
import type { CreditId } from './credits.queries.ts'
import { NothingIsOwed, WireMatched } from './errors.ts'
import { creditReceived, invoicePaid } from './events.ts'
import { lockPayables, type PayableId } from './payables.queries.ts'
import { shareOut } from './receive-payment.ts'
import { type Share, writeApplications, writeCredit } from './settle-payment.ts'
import { takeBack } from './take-back.ts'

/**
 * Says what a wire is for that had become credit: it settles what is open of that, one after the other; what is over
 * stays the customer's credit (M4: 2100 / 2150 and 2150 / 1100 or 2110). The caller has the payment's lock, so that of
 * two who match it at once one does.
 */
export async function matchWire(
  tx: Tx,
  actor: Actor,
  now: Date,
  payment: Payment,
  ids: readonly PayableId[],
): Promise<void> {
  const payables = await lockPayables(tx, ids)
  const credits = await unmatchedCredits(tx, payment)
  const left = sumAmounts(credits.map((credit) => credit.left))
  if (left === 0n) throw new WireMatched('All of this wire is matched already. Nothing was changed.')
  const customerId = credits[0]?.customerId ?? null
  const order = { targets: ids.map((id) => ({ id })), amount: left, currency: payment.currency, customerId }
  const shares: Share[] = shareOut(order, payables).flatMap(({ id, amount }) =>
    payables
      .filter((payable) => payable.id === id)
      .map((row) => ({
        ...row,
        payableId: id,
        typeCode: null,
        recovers: null,
        amount,
        state: 'active' as const,
        applied: amount,
      })),
  )
  const applied = sumAmounts(shares.map((share) => share.applied))
  if (applied === 0n)
    throw new NothingIsOwed('Nothing of this is open, or it is being paid right now. Nothing was changed.')
  const total = (kind: Share['kind']) =>
    sumAmounts(shares.filter((share) => share.kind === kind).map((share) => share.applied))
  post(tx, {
    kind: 'wire_matched',
    at: now,
    currency: payment.currency,
    subjectType: 'payment',
    subjectId: payment.id,
    transfers: [
      { debit: ACCOUNT.customerCredits, credit: ACCOUNT.receiptsClearing, amount: applied },
      { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.receivable, amount: total('invoice') },
      { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.customerPrepayments, amount: total('request') },
    ],
  })
  await takeCredits(tx, credits, applied)
  await Promise.all([
    changePayables(
      tx,
      shares.map((share) => ({ id: share.payableId, settled: share.applied })),
    ),
    writeApplications(tx, payment, now, shares),
    ...shares
      .filter(({ kind }) => kind === 'request')
      .map((share) =>
        writeCredit(tx, payment, {
          kind: 'prepayment',
          amount: share.applied,
          customerId: share.customerId,
          payableId: share.payableId,
        }),
      ),
    ...shares
      .filter((share) => share.kind === 'invoice' && share.open === share.applied)
      .map(({ payableId }) =>
        emit(tx, actor, invoicePaid, payableId, { payment_id: payment.id, at: now.toISOString() }),
      ),
  ])
  enqueue(tx, DRAW_CASH, { payment_id: payment.id })
}

/** A match was wrong: whatever the wire has settled is open again, and all of it is the customer's credit, to match anew. */
export async function unmatchWire(
  tx: Tx,
  actor: Actor,
  now: Date,
  payment: Payment,
  customerId: string,
): Promise<void> {
  const amount = payment.amount - payment.refunded - payment.refunding
  if (amount === 0n)
    throw new WireMatched(
      'All of this wire was given back, so there is nothing to match anew. Nothing was changed.',
    )
  const { loss } = await takeBack(tx, actor, payment, {
    amount,
    at: now,
    reason: 'wire_unmatched',
    posting: { kind: 'wire_unmatched', subjectType: 'payment', subjectId: payment.id },
    reopens: true,
  })
  const credited = amount - loss
  post(tx, {
    kind: 'wire_credited',
    at: now,
    currency: payment.currency,
    subjectType: 'payment',
    subjectId: payment.id,
    transfers: [
      { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.customerCredits, amount: credited },
      { debit: ACCOUNT.receiptsClearing, credit: ACCOUNT.badDebt, amount: loss },
    ],
  })
  if (credited === 0n) return
  await writeCredit(tx, payment, { kind: 'overpayment', amount: credited, customerId, payableId: null })
  await emit(tx, actor, creditReceived, payment.id, { amount: credited, currency: payment.currency })
}

interface Unmatched {
  id: CreditId
  customerId: string | null
  left: bigint
}

/** After the payables' locks, never before them. */
function unmatchedCredits(tx: Tx, payment: Payment): Promise<Unmatched[]> {
  return tx.many(sql<Unmatched>`
    select id, customer_id "customerId", amount - used "left" from receivables.credits
    where company_id = ${tx.companyId} and payment_id = ${payment.id} and kind = 'overpayment' and amount > used
    order by id for update`)
}

/** What was credit is no more: as where a bank takes money back, it counts as returned of the credit. */
async function takeCredits(tx: Tx, credits: readonly Unmatched[], amount: bigint): Promise<void> {
  let rest = amount
  const taken = credits.map(({ id, left }) => {
    const share = left < rest ? left : rest
    rest -= share
    return { id, share }
  })
  const some = taken.filter(({ share }) => share > 0n)
  await tx.change(
    sql`
    update receivables.credits c set used = c.used + t.amount, returned = c.returned + t.amount
    from unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ share }) => share)}::bigint[]) t(id, amount)
    where c.company_id = ${tx.companyId} and c.id = t.id`,
    some.length,
  )
}
