import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { enqueue } from '../lib/outbox.ts'
import { DRAW_CASH } from '../payments/index.ts'
import { changePayables } from './change-payables.ts'
import type { CreditId, CreditKind } from './credits.queries.ts'
import { applicationMade, invoicePaid } from './events.ts'
import type { Payable } from './payables.queries.ts'

/** What of a locked invoice a credit may settle: what is open and not promised to an attempt. Minor units. */
export function freeOf({ open, inFlight }: Payable): bigint {
  return open > inFlight ? open - inFlight : 0n
}

export interface CreditShare {
  payable: Payable
  amount: bigint
}

/**
 * Settles locked invoices out of a credit: 2110 or 2100 / 1100, one entry for each application, so that each can be
 * reversed by itself. The caller has checked the amounts and counts them as used of the credit.
 */
export async function settleByCredit(
  tx: Tx,
  actor: Actor,
  at: Date,
  credit: { id: CreditId; kind: CreditKind; currency: string; paymentId?: string | null },
  shares: readonly CreditShare[],
): Promise<void> {
  const applied = shares
    .filter(({ amount }) => amount > 0n)
    .map((share) => ({ ...share, id: newId<'app'>() }))
  if (applied.length === 0) return
  if (credit.paymentId) enqueue(tx, DRAW_CASH, { payment_id: credit.paymentId })
  for (const { id, amount } of applied) {
    post(tx, {
      kind: 'credit_applied',
      at,
      currency: credit.currency,
      subjectType: 'application',
      subjectId: id,
      transfers: [{ debit: accountOf(credit.kind), credit: ACCOUNT.receivable, amount }],
    })
  }
  await Promise.all([
    changePayables(
      tx,
      applied.map(({ payable, amount }) => ({ id: payable.id, settled: amount })),
    ),
    tx.change(
      sql`
      insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount, at)
      select ${tx.companyId}, a.id, 'credit', ${credit.id}, a.payable_id, ${credit.currency}, a.amount, ${at}
      from unnest(${applied.map(({ id }) => id)}::uuid[], ${applied.map(({ payable }) => payable.id)}::uuid[],
        ${applied.map(({ amount }) => amount)}::bigint[]) a(id, payable_id, amount)`,
      applied.length,
    ),
    ...applied.map(({ id, payable, amount }) =>
      emit(tx, actor, applicationMade, id, { credit_id: credit.id, invoice_id: payable.id, amount }),
    ),
    ...applied
      .filter(({ payable, amount }) => payable.open === amount)
      .map(({ payable }) =>
        emit(tx, actor, invoicePaid, payable.id, {
          payment_id: null,
          credit_id: credit.id,
          at: at.toISOString(),
        }),
      ),
  ])
}

/** Where a credit stands in the ledger. */
function accountOf(kind: CreditKind) {
  return kind === 'prepayment' ? ACCOUNT.customerPrepayments : ACCOUNT.customerCredits
}
