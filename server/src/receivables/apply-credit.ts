import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { sumAmounts } from '../lib/money.ts'
import { type Credit, type CreditId, findCredit, lockCredit, useCredit } from './credits.queries.ts'
import { CreditNotApplicable, CreditNotEnough } from './errors.ts'
import type { InvoiceId } from './invoices.queries.ts'
import { listOldestDue, lockPayables, type Payable } from './payables.queries.ts'
import { type CreditShare, freeOf, settleByCredit } from './settle-by-credit.ts'

/** Which invoice, and how much of it: as much as goes when not given. Minor units. */
export interface CreditTarget {
  invoiceId: InvoiceId
  amount: bigint | undefined
}

/**
 * Applies a credit to invoices of its customer, in its currency: to those given in their order, else to the oldest
 * due first. Never more than is open and not promised to an attempt. Open pay pages read what is left.
 */
export async function applyCredit(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: CreditId,
  targets: readonly CreditTarget[] | undefined,
): Promise<Credit> {
  const seen = await findCredit(tx, id)
  if (seen === undefined) throw new NotFound('credit')
  if (targets !== undefined) refuseTwice(targets)
  const wanted = targets ?? (await oldestDue(tx, seen))
  const payables = new Map(
    (
      await lockPayables(
        tx,
        wanted.map(({ invoiceId }) => invoiceId),
      )
    ).map((payable) => [payable.id, payable]),
  )
  const credit = await lockCredit(tx, id)
  if (credit === undefined) throw new NotFound('credit')
  const shares = share(credit, wanted, (invoiceId) => check(credit, payables.get(invoiceId)))
  const applied = sumAmounts(shares.map(({ amount }) => amount))
  if (applied === 0n) throw nothingToApply(credit)
  await Promise.all([useCredit(tx, id, applied), settleByCredit(tx, actor, now, credit, shares)])
  return { ...credit, used: credit.used + applied }
}

function share(
  credit: Credit,
  targets: readonly CreditTarget[],
  payableOf: (id: InvoiceId) => Payable,
): CreditShare[] {
  let left = credit.amount - credit.used
  return targets.map(({ invoiceId, amount: wanted }) => {
    const payable = payableOf(invoiceId)
    const free = freeOf(payable)
    if (wanted !== undefined && wanted > free)
      throw new CreditNotApplicable(
        `Of ${payable.label} only ${free} (minor units) can be settled now; the rest is paid or being paid. Nothing was applied.`,
        {
          field: 'amount',
          details: { applicable_amount: Number(free), currency: credit.currency.toLowerCase() },
        },
      )
    if (wanted !== undefined && wanted > left) throw notEnough(left)
    const amount = wanted ?? (free < left ? free : left)
    left -= amount
    return { payable, amount }
  })
}

function check(credit: Credit, payable: Payable | undefined): Payable {
  if (payable === undefined || payable.kind !== 'invoice') throw new NotFound('invoice')
  if (credit.customerId === null || payable.customerId !== credit.customerId)
    throw new CreditNotApplicable(
      `${payable.label} is not of the customer whose credit this is. Nothing was applied.`,
      { field: 'invoice' },
    )
  if (payable.currency !== credit.currency)
    throw new CreditNotApplicable(
      `${payable.label} is in ${payable.currency}, and the credit in ${credit.currency}. Nothing was applied.`,
      { field: 'invoice' },
    )
  return payable
}

function refuseTwice(targets: readonly CreditTarget[]): void {
  if (new Set(targets.map(({ invoiceId }) => invoiceId)).size < targets.length)
    throw new InvalidRequest('An invoice stands twice among those to settle. Nothing was applied.', {
      field: 'invoices',
    })
}

async function oldestDue(tx: Tx, { currency, customerId }: Credit): Promise<CreditTarget[]> {
  if (customerId === null) return []
  const payables = await listOldestDue(tx, { customerId, currency })
  return payables
    .filter((payable) => freeOf(payable) > 0n)
    .map(({ id }) => ({ invoiceId: id, amount: undefined }))
}

function nothingToApply(credit: Credit): Error {
  const left = credit.amount - credit.used
  return left === 0n
    ? notEnough(left)
    : new CreditNotApplicable('There is no open invoice that this credit could settle. Nothing was applied.')
}

export function notEnough(left: bigint): CreditNotEnough {
  return new CreditNotEnough(
    `Only ${left} (minor units) of this credit are left. Nothing was changed; choose a smaller amount.`,
    { field: 'amount', details: { remaining_amount: Number(left) } },
  )
}
