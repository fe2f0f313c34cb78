import { ACCOUNT } from '../../ledger/index.ts'
import type { ProcessorBalanceTransaction } from '../processor.ts'

/** What payments, refunds, disputes and payouts explain, each by its own facts. */
const EXPLAINED: ReadonlySet<string> = new Set([
  'charge',
  'payment',
  'refund',
  'payment_refund',
  'refund_failure',
  'payment_failure_refund',
  'payment_reversal',
])
const OF_PAYOUTS: ReadonlySet<string> = new Set(['payout', 'payout_failure', 'payout_cancel'])
/** What the processor asks for its services beside the fee of each charge. */
const FEES: ReadonlySet<string> = new Set(['stripe_fee', 'stripe_fx_fee', 'tax_fee', 'application_fee'])

type Told = Pick<ProcessorBalanceTransaction, 'type' | 'source'>

/** Whether a movement is of a payout itself. */
export function isOfPayout({ type }: Told): boolean {
  return OF_PAYOUTS.has(type)
}

/** Whether no payment, refund, dispute or payout explains a movement: then it is booked as what it is. */
export function isOther(told: Told): boolean {
  const isOfDispute = /^(dp|du)_/.test(told.source ?? '')
  return !EXPLAINED.has(told.type) && !isOfPayout(told) && !isOfDispute
}

/** How a movement that nothing explains is booked: against which account, and whether a person should look at it. */
export function bookingOf(type: string): {
  kind: 'processor_fee' | 'balance_topped_up' | 'processor_adjustment'
  account: (typeof ACCOUNT)['processingFees' | 'bank']
} {
  if (FEES.has(type)) return { kind: 'processor_fee', account: ACCOUNT.processingFees }
  if (type === 'topup' || type === 'topup_reversal')
    return { kind: 'balance_topped_up', account: ACCOUNT.bank }
  return { kind: 'processor_adjustment', account: ACCOUNT.processingFees }
}
