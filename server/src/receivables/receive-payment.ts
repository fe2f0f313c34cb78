import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { toWireId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import {
  type BookedTender,
  type BookedWire,
  type Payment,
  recordReceived,
  startTender,
  startWire,
} from '../payments/index.ts'
import { AllocationDoesNotFit } from './errors.ts'
import { lockPayables, type Payable, type PayableId } from './payables.queries.ts'
import { type Held, reserve } from './reserve-payables.ts'
import { freeOf } from './settle-by-credit.ts'

/** What money is to settle, and how much of it: as much as goes when not given. Minor units. */
export interface Target {
  id: PayableId
  amount?: bigint
}

/** What money is for: these payables in this order, and the customer whose credit the rest is. */
interface Purpose {
  targets: readonly Target[]
  customerId: string | null
}

/** A wire to the company's own bank, cash, or a cheque, with what it is for. */
export type Received = Purpose & (({ method: 'wire' } & BookedWire) | BookedTender)

/**
 * Books money that came past the processor. It settles what is open of what it is for, one after the other; what another
 * attempt holds is left to that one. The rest is the customer's credit. Money that came is never refused for being too
 * much or too little; what a person says that it settles is, where that is not open.
 */
export async function receivePayment(
  tx: Tx,
  actor: Actor,
  now: Date,
  received: Received,
): Promise<{ payment: Payment; settled: readonly Held[] }> {
  const payables = await lockPayables(tx, idsOf(received))
  const settled = shareOut(received, payables)
  const payment =
    received.method === 'wire'
      ? await startWire(tx, actor, now, received)
      : await startTender(tx, actor, now, received)
  await reserve(tx, payment.id, settled)
  return { payment: await recordReceived(tx, actor, now, payment), settled }
}

/**
 * How an amount goes to payables, one after the other, to what is open of each and not promised to an attempt. Throws
 * where one is in another currency or of another customer, or where more is asked of one than is free.
 */
export function shareOut(
  order: Purpose & { amount: bigint; currency: string },
  payables: readonly Payable[],
): Held[] {
  for (const { id } of order.targets) check(order, find(payables, id))
  const named = sumAmounts(order.targets.map(({ amount }) => amount ?? 0n))
  if (named > order.amount)
    throw new AllocationDoesNotFit(
      `These parts come to ${named}, and what came in is ${order.amount} (minor units). Nothing was booked.`,
      { field: 'applications', details: { amount: Number(order.amount) } },
    )
  let left = order.amount
  return order.targets
    .map(({ id, amount: wanted }) => {
      const payable = find(payables, id)
      const free = freeOf(payable)
      if (wanted !== undefined && wanted > free) throw tooMuch(payable, free)
      const amount = wanted ?? (free < left ? free : left)
      left -= amount
      return { id, amount }
    })
    .filter(({ amount }) => amount > 0n)
}

/** Holds for a wire that came what it is for, until it is booked in the same transaction. */
export async function earmark(tx: Tx, { id, amount, currency }: Payment, purpose: Purpose): Promise<void> {
  const payables = await lockPayables(tx, idsOf(purpose))
  await reserve(tx, id, shareOut({ ...purpose, amount, currency }, payables))
}

function idsOf({ targets }: Purpose): PayableId[] {
  return targets.map(({ id }) => id)
}

function find(payables: readonly Payable[], id: PayableId): Payable {
  const payable = payables.find((row) => row.id === id)
  if (payable === undefined) throw new NotFound('invoice')
  return payable
}

function check(
  order: Purpose & { currency: string },
  { label, currency, customerId }: Pick<Payable, 'label' | 'currency' | 'customerId'>,
): void {
  if (currency !== order.currency)
    throw new InvalidRequest(
      `${label} is in ${currency}, and what came in is in ${order.currency}. Nothing was booked; book it for the customer alone, then it is credit.`,
      { field: 'currency' },
    )
  if (customerId !== order.customerId)
    throw new InvalidRequest(`${label} is not of this customer. Nothing was booked.`, { field: 'invoices' })
}

function tooMuch({ id, kind, label }: Payable, free: bigint): AllocationDoesNotFit {
  return new AllocationDoesNotFit(
    `Of ${label} only ${free} (minor units) can be settled now; the rest is paid or being paid. Nothing was booked.`,
    {
      field: 'applications',
      details: {
        applicable_amount: Number(free),
        ...(kind === 'invoice' ? { invoice: toWireId('inv', id) } : {}),
      },
    },
  )
}
