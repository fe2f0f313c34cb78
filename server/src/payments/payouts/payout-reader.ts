import type { ProcessorBalanceTransaction } from '../processor.ts'

/** What the product asks of a processor about payouts. It never makes one: the processor does, by its schedule. */
export interface PayoutReader {
  readPayout(account: string | null, reference: string): Promise<ProcessorPayout>
  /** Payouts made since a time, or all; newest first, streamed page by page. */
  listPayouts(account: string | null, since: Date | null): AsyncIterable<ProcessorPayout>
  /** What an automatic payout is made of, newest first; whole once it is `listed`. */
  listPayoutTransactions(
    account: string | null,
    reference: string,
  ): AsyncIterable<ProcessorBalanceTransaction>
}

export interface ProcessorPayout {
  reference: string
  status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled'
  /** Less than zero where the bank account is debited. */
  amount: bigint
  currency: string
  automatic: boolean
  bank: { name: string | null; last4: string } | null
  /** The day, `2026-11-30`. */
  arrivesOn: string
  failure: { code: string; message: string | null } | null
  trace: string | null
  /** Whether its transactions can be listed: by now, later, or (made by hand) never. */
  listing: 'listed' | 'later' | 'never'
  createdAt: Date
  /** What it took from the balance, and what came back of one that failed or was canceled. */
  balance: ProcessorBalanceTransaction | null
  failureBalance: ProcessorBalanceTransaction | null
}
