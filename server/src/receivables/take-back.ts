import { ACCOUNT, type Posting, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import type { Payment } from '../payments/index.ts'
import { type Application, type ApplicationId, LEFT } from './applications.queries.ts'
import { changePayables } from './change-payables.ts'
import type { CreditId, CreditKind } from './credits.queries.ts'
import { invoiceReopened } from './events.ts'
import { lockPayables, type PayableId } from './payables.queries.ts'
import { reverseApplication } from './reverse-application.ts'
import { takeUpWrittenOff } from './take-up-again.ts'

type Standing = Pick<Application, 'payableId' | 'left'> & { id: ApplicationId; kind: 'invoice' | 'request' }
interface Unused {
  id: CreditId
  kind: CreditKind
  payableId: PayableId | null
  left: bigint
}

/** What of a payment's money is nowhere to be taken, in minor units. */
interface Missing {
  loss: bigint
  /** What a recovery invoice is to claim, and is posted so. */
  claimed: bigint
}

export interface TakeBack {
  /** Minor units, of the payment or of a part of it. */
  amount: bigint
  at: Date
  /** What the undoing rows say of why. */
  reason: string
  posting: Pick<Posting, 'kind' | 'subjectType' | 'subjectId'>
  /** Whether what the payment had settled is owed again; else that part is a loss, and stays settled. */
  reopens: boolean
  /** Where it is not gone just now but was a loss already, which this covers. */
  coversLoss?: boolean
  /** What of the loss is claimed at most, by an invoice that the caller writes; none where not given. */
  claims?: bigint
}

/**
 * A payment's money is gone: what of it was the customer's credit is taken first, then what it had settled is owed again,
 * the newest first. A credit that was used elsewhere is taken out of there, the newest first, before anything is lost.
 * What had been refunded of it was paid twice: that is claimed anew, or a loss (M4: 1100, 2110, 2100 or 5120 / 2150).
 * Returns both.
 */
export async function takeBack(tx: Tx, actor: Actor, payment: Payment, back: TakeBack): Promise<Missing> {
  const { amount, at, posting, reason } = back
  const from = back.coversLoss === true ? ACCOUNT.badDebt : ACCOUNT.receiptsClearing
  await lockPayables(tx, await touched(tx, payment))
  await freeCredits(tx, actor, payment, back)
  const credits = cut(await unused(tx, payment), amount)
  const ofCredits = sumAmounts(credits.map(({ left }) => left))
  const standing = await findStanding(tx, payment)
  const invoices = back.reopens
    ? cut(
        standing.filter(({ kind }) => kind === 'invoice'),
        amount - ofCredits,
      )
    : []
  await takeUpWrittenOff(
    tx,
    actor,
    at,
    invoices.map(({ payableId }) => payableId),
    reason,
  )
  const ofInvoices = sumAmounts(invoices.map(({ left }) => left))
  const requests = back.reopens
    ? requestsUndone(
        standing.filter(({ kind }) => kind === 'request'),
        credits,
        amount === payment.amount,
      )
    : []
  const prepaid = sumAmounts(credits.filter(({ kind }) => kind === 'prepayment').map(({ left }) => left))
  const missing = amount - ofInvoices - ofCredits
  const claimed = least(missing, back.claims ?? 0n)
  const loss = missing - claimed
  post(tx, {
    ...posting,
    at,
    currency: payment.currency,
    transfers: [
      { debit: ACCOUNT.receivable, credit: from, amount: ofInvoices },
      { debit: ACCOUNT.receivable, credit: from, amount: claimed },
      { debit: ACCOUNT.customerPrepayments, credit: from, amount: prepaid },
      { debit: ACCOUNT.customerCredits, credit: from, amount: ofCredits - prepaid },
      { debit: ACCOUNT.badDebt, credit: from, amount: back.coversLoss === true ? 0n : loss },
    ],
  })
  const undone = [...invoices, ...requests]
  await Promise.all([
    changePayables(tx, byPayable(undone)),
    undo(tx, payment, back, undone),
    take(tx, credits),
    ...invoices.map(({ payableId, left }) =>
      emit(tx, actor, invoiceReopened, payableId, { refund_id: null, amount: left }),
    ),
  ])
  return { loss, claimed }
}

const least = (a: bigint, b: bigint) => (a < b ? a : b)

/** As many of the rows, from the first, as the amount reaches; of the last one a part. */
function cut<Row extends { left: bigint }>(rows: readonly Row[], amount: bigint): Row[] {
  let rest = amount
  const taken = rows.map((row) => {
    const left = row.left < rest ? row.left : rest
    rest -= left
    return { ...row, left }
  })
  return taken.filter(({ left }) => left > 0n)
}

/** What a request was settled by is its prepayment: it asks again for as much as was taken of that, or for all of it. */
function requestsUndone(
  standing: readonly Standing[],
  credits: readonly Unused[],
  isWhole: boolean,
): Standing[] {
  if (isWhole) return [...standing]
  return standing.flatMap((row) => {
    const taken = sumAmounts(
      credits.filter(({ payableId }) => payableId === row.payableId).map(({ left }) => left),
    )
    return cut([row], taken)
  })
}

/** All payables that the payment, or a credit that it left, has settled. */
async function touched(tx: Tx, payment: Payment): Promise<PayableId[]> {
  const rows = await tx.many(sql<{ id: PayableId }>`
    select distinct a.payable_id id from receivables.applications a
    where a.company_id = ${tx.companyId} and (a.source_id = ${payment.id} or a.source_id in (
      select c.id from receivables.credits c where c.company_id = a.company_id and c.payment_id = ${payment.id}))`)
  return rows.map(({ id }) => id)
}

/** What credits of the payment settle elsewhere is undone, the newest first, as far as the rest does not reach. */
async function freeCredits(tx: Tx, actor: Actor, payment: Payment, back: TakeBack): Promise<void> {
  const standing = await findStanding(tx, payment)
  let missing =
    back.amount -
    sumAmounts((await unused(tx, payment)).map(({ left }) => left)) -
    sumAmounts(standing.filter(({ kind }) => kind === 'invoice').map(({ left }) => left))
  const used = await tx.many(sql<{ id: ApplicationId; left: bigint }>`
    select a.id, ${LEFT} "left" from receivables.applications a
    join receivables.credits c on c.company_id = a.company_id and c.id = a.source_id and c.payment_id = ${payment.id}
    where a.company_id = ${tx.companyId} and a.source_type = 'credit' and a.amount > 0 and ${LEFT} > 0
    order by a.id desc`)
  for (const { id, left } of used) {
    if (missing <= 0n) return
    await reverseApplication(tx, actor, back.at, id, back.reason)
    missing -= left
  }
}

function findStanding(tx: Tx, payment: Payment): Promise<Standing[]> {
  return tx.many(sql<Standing>`
    select a.id, a.payable_id "payableId", p.kind, ${LEFT} "left" from receivables.applications a
    join receivables.payables p on p.company_id = a.company_id and p.id = a.payable_id
    where a.company_id = ${tx.companyId} and a.source_type = 'payment' and a.source_id = ${payment.id}
      and a.amount > 0 and ${LEFT} > 0
    order by a.id desc`)
}

function unused(tx: Tx, payment: Payment): Promise<Unused[]> {
  return tx.many(sql<Unused>`
    select id, kind, payable_id "payableId", amount - used "left" from receivables.credits
    where company_id = ${tx.companyId} and payment_id = ${payment.id} and amount > used order by id desc for update`)
}

function byPayable(undone: readonly Standing[]) {
  const sums = new Map<PayableId, bigint>()
  for (const { payableId, left } of undone) sums.set(payableId, (sums.get(payableId) ?? 0n) + left)
  return [...sums].map(([id, left]) => ({ id, settled: -left }))
}

async function undo(
  tx: Tx,
  payment: Payment,
  { at, reason }: TakeBack,
  undone: readonly Standing[],
): Promise<void> {
  if (undone.length === 0) return
  await tx.change(
    sql`
    insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount, reverses, reason, at)
    select ${tx.companyId}, u.id, 'payment', ${payment.id}, u.payable_id, ${payment.currency}, -u.amount, u.reverses, ${reason}, ${at}
    from unnest(${undone.map(() => newId())}::uuid[], ${undone.map(({ payableId }) => payableId)}::uuid[],
      ${undone.map(({ left }) => left)}::bigint[], ${undone.map(({ id }) => id)}::uuid[]) u(id, payable_id, amount, reverses)`,
    undone.length,
  )
}

async function take(tx: Tx, credits: readonly Unused[]): Promise<void> {
  if (credits.length === 0) return
  await tx.change(
    sql`
    update receivables.credits c set used = c.used + t.amount, returned = c.returned + t.amount
    from unnest(${credits.map(({ id }) => id)}::uuid[], ${credits.map(({ left }) => left)}::bigint[]) t(id, amount)
    where c.company_id = ${tx.companyId} and c.id = t.id`,
    credits.length,
  )
}
