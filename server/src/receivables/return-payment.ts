import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { type DomainEvent, emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import type { Payment } from '../payments/index.ts'
import { type Application, type ApplicationId, LEFT } from './applications.queries.ts'
import { changePayables } from './change-payables.ts'
import type { CreditId, CreditKind } from './credits.queries.ts'
import { invoiceReopened } from './events.ts'
import { lockPayables, type PayableId } from './payables.queries.ts'
import { reverseApplication } from './reverse-application.ts'

type Undone = Pick<Application, 'payableId' | 'left'> & { id: ApplicationId; kind: 'invoice' | 'request' }
interface Taken {
  id: CreditId
  kind: CreditKind
  left: bigint
}

/**
 * The bank took a payment back: what it had settled is owed again, and what of it was the customer's credit is gone. A
 * credit that was used elsewhere is taken out of there first, the newest first. What had been refunded of it was paid
 * twice: that is a loss, and for a person to see to (M4: 1100, 2110, 2100 or 5120 / 2150).
 */
export async function returnPayment(tx: Tx, event: DomainEvent<Payment>): Promise<void> {
  const payment = event.data
  const at = payment.returnedAt ?? payment.createdAt
  await lockPayables(tx, await touched(tx, payment))
  await freeCredits(tx, event.actor, at, payment)
  const undone = await standing(tx, payment)
  const credits = await unused(tx, payment)
  const ofInvoices = sumAmounts(undone.filter(({ kind }) => kind === 'invoice').map(({ left }) => left))
  const ofCredits = (isPrepayment: boolean) =>
    sumAmounts(credits.filter(({ kind }) => (kind === 'prepayment') === isPrepayment).map(({ left }) => left))
  const [prepaid, overpaid] = [ofCredits(true), ofCredits(false)]
  post(tx, {
    kind: 'payment_unapplied',
    at,
    currency: payment.currency,
    subjectType: 'payment',
    subjectId: payment.id,
    transfers: [
      { debit: ACCOUNT.receivable, credit: ACCOUNT.receiptsClearing, amount: ofInvoices },
      { debit: ACCOUNT.customerPrepayments, credit: ACCOUNT.receiptsClearing, amount: prepaid },
      { debit: ACCOUNT.customerCredits, credit: ACCOUNT.receiptsClearing, amount: overpaid },
      {
        debit: ACCOUNT.badDebt,
        credit: ACCOUNT.receiptsClearing,
        amount: payment.amount - ofInvoices - prepaid - overpaid,
      },
    ],
  })
  await Promise.all([
    changePayables(tx, byPayable(undone)),
    undo(tx, payment, undone),
    take(tx, credits),
    ...undone
      .filter(({ kind }) => kind === 'invoice')
      .map(({ payableId, left }) =>
        emit(tx, event.actor, invoiceReopened, payableId, { refund_id: null, amount: left }),
      ),
  ])
}

/** All payables that the payment, or a credit that it left, has settled. */
async function touched(tx: Tx, payment: Payment): Promise<PayableId[]> {
  const rows = await tx.many(sql<{ id: PayableId }>`
    select distinct a.payable_id id from receivables.applications a
    where a.company_id = ${tx.companyId} and (a.source_id = ${payment.id} or a.source_id in (
      select c.id from receivables.credits c where c.company_id = a.company_id and c.payment_id = ${payment.id}))`)
  return rows.map(({ id }) => id)
}

/** What credits of the payment settle elsewhere is undone, the newest first. */
async function freeCredits(tx: Tx, actor: Actor, at: Date, payment: Payment): Promise<void> {
  const used = await tx.many(sql<{ id: ApplicationId }>`
    select a.id from receivables.applications a
    join receivables.credits c on c.company_id = a.company_id and c.id = a.source_id and c.payment_id = ${payment.id}
    where a.company_id = ${tx.companyId} and a.source_type = 'credit' and a.amount > 0 and ${LEFT} > 0
    order by a.id desc`)
  for (const { id } of used) await reverseApplication(tx, actor, at, id, 'payment_returned')
}

function standing(tx: Tx, payment: Payment): Promise<Undone[]> {
  return tx.many(sql<Undone>`
    select a.id, a.payable_id "payableId", p.kind, ${LEFT} "left" from receivables.applications a
    join receivables.payables p on p.company_id = a.company_id and p.id = a.payable_id
    where a.company_id = ${tx.companyId} and a.source_type = 'payment' and a.source_id = ${payment.id}
      and a.amount > 0 and ${LEFT} > 0
    order by a.id`)
}

function unused(tx: Tx, payment: Payment): Promise<Taken[]> {
  return tx.many(sql<Taken>`
    select id, kind, amount - used "left" from receivables.credits
    where company_id = ${tx.companyId} and payment_id = ${payment.id} and amount > used order by id for update`)
}

function byPayable(undone: readonly Undone[]) {
  const sums = new Map<PayableId, bigint>()
  for (const { payableId, left } of undone) sums.set(payableId, (sums.get(payableId) ?? 0n) + left)
  return [...sums].map(([id, left]) => ({ id, settled: -left }))
}

async function undo(tx: Tx, payment: Payment, undone: readonly Undone[]): Promise<void> {
  if (undone.length === 0) return
  await tx.change(
    sql`
    insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount, reverses, reason)
    select ${tx.companyId}, u.id, 'payment', ${payment.id}, u.payable_id, ${payment.currency}, -u.amount, u.reverses,
      'payment_returned'
    from unnest(${undone.map(() => newId())}::uuid[], ${undone.map(({ payableId }) => payableId)}::uuid[],
      ${undone.map(({ left }) => left)}::bigint[], ${undone.map(({ id }) => id)}::uuid[]) u(id, payable_id, amount, reverses)`,
    undone.length,
  )
}

async function take(tx: Tx, credits: readonly Taken[]): Promise<void> {
  if (credits.length === 0) return
  await tx.change(
    sql`
    update receivables.credits c set used = c.used + t.amount, returned = c.returned + t.amount
    from unnest(${credits.map(({ id }) => id)}::uuid[], ${credits.map(({ left }) => left)}::bigint[]) t(id, amount)
    where c.company_id = ${tx.companyId} and c.id = t.id`,
    credits.length,
  )
}
