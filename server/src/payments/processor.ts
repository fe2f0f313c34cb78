import type { Method } from '../lib/methods.ts'
import type { VerifyBy } from './payments.queries.ts'

/** What the product asks of a card processor. One adapter speaks it; the sandbox stands behind the same one. */
export interface Processor {
  /** Makes and confirms a charge in one call. A repeat with the same `key` is the same charge. */
  charge(request: ChargeRequest): Promise<ProcessorPayment>
  readPayment(account: string | null, reference: string): Promise<ProcessorPayment>
  /** The attempt made under our payment id since a time, if the processor has it. */
  findPayment(account: string | null, paymentId: string, since: Date): Promise<ProcessorPayment | undefined>
  /** Cancels what can no longer be wanted. Returns the state after, which may be a success that came first. */
  cancelPayment(account: string | null, reference: string): Promise<ProcessorPayment>
  /** Tells what the payer saw of the small deposits. Wrong ones are an answer too. */
  verifyDeposits(account: string | null, reference: string, told: ToldDeposits): Promise<VerifiedDeposits>
  /** What the browser needs to finish an attempt that asks for the payer's action. */
  clientSecret(account: string | null, reference: string): Promise<string>
  refund(request: RefundRequest): Promise<ProcessorRefund>
  readRefund(account: string | null, reference: string): Promise<ProcessorRefund>
  findRefund(
    account: string | null,
    chargeOrPayment: string,
    refundId: string,
  ): Promise<ProcessorRefund | undefined>
  readAccount(account: string | null): Promise<ProcessorAccount>
  /** Makes a connected account for a business, which it then tells of itself. A repeat with the same `key` is the same. */
  createAccount(request: AccountRequest): Promise<ProcessorAccount>
  /** Where a business tells the processor what it wants to know; good once and for minutes. */
  onboardingUrl(account: string, urls: { back: string; again: string }): Promise<string>
  /** Everything that moved the processor's balance, newest first, streamed page by page. */
  listBalanceTransactions(account: string | null): AsyncIterable<ProcessorBalanceTransaction>
  /** Checks a webhook's signature over its raw body and reads its envelope. Throws `WebhookRefused`. */
  readWebhook(rawBody: Buffer, signature: string): ProcessorEvent
  publishableKey: string
  /** Where the browser's part is loaded from. */
  scriptUrl: string
}

export interface ChargeRequest {
  account: string | null
  key: string
  paymentId: string
  amount: bigint
  currency: string
  confirmationToken: string
  returnUrl: string
  description: string
  statementSuffix: string | null
  method: Method
  /** Only for a debit: how the payer agreed to it. */
  mandate: { acceptedAt: Date; address: string; userAgent: string } | null
}

export type ProcessorPaymentStatus =
  | 'succeeded'
  | 'processing'
  | 'requires_action'
  | 'declined'
  | 'canceled'
  | 'unsettled'
  /** It had succeeded, and the bank took it back for good. */
  | 'returned'

export interface ProcessorPayment {
  /** Null when the processor refused the request before it made anything. */
  reference: string | null
  /** Our payment id, as we gave it to the processor. */
  paymentId: string | null
  status: ProcessorPaymentStatus
  amount: bigint
  currency: string
  chargeReference: string | null
  declineCode: string | null
  card: { brand: string; last4: string; wallet: string | null } | null
  bank: { name: string | null; last4: string } | null
  /** The payer must tell of small deposits first. */
  verification: { by: VerifyBy; from: Date } | null
  /** Only where it was taken back: why, and what that moved. */
  returned: { reason: string; balance: ProcessorBalanceTransaction | null } | null
  balance: ProcessorBalanceTransaction | null
  /** Only of a bank debit that failed after it had been sent: what undid its movement, with what that cost. */
  failureBalance: ProcessorBalanceTransaction | null
  /** Only in the answer to a charge that asks for the payer's action. Never stored. */
  clientSecret: string | null
}

/** What came of a payer's telling: by now, and whether what was told was wrong. */
export interface VerifiedDeposits {
  payment: ProcessorPayment
  isWrong: boolean
}

/** Minor units, or the code. */
export type ToldDeposits = { amounts: readonly [bigint, bigint] } | { descriptorCode: string }

export interface RefundRequest {
  account: string | null
  key: string
  refundId: string
  paymentReference: string
  amount: bigint
}

export interface ProcessorRefund {
  reference: string | null
  refundId: string | null
  status: 'pending' | 'succeeded' | 'failed' | 'canceled'
  failureReason: string | null
  amount: bigint
  currency: string
  balance: ProcessorBalanceTransaction | null
  failureBalance: ProcessorBalanceTransaction | null
}

export interface ProcessorBalanceTransaction {
  reference: string
  /** The processor's word: charge, refund, refund_failure, payout, stripe_fee… */
  type: string
  /** The charge or refund that it is of. */
  source: string | null
  gross: bigint
  fee: bigint
  currency: string
  availableOn: Date
}

export interface AccountRequest {
  key: string
  companyId: string
  name: string
  email: string | null
  country: string
  currency: string
}

/** How the processor stands to a business (model.md, MerchantAccount). */
export type AccountStatus = 'onboarding' | 'in_review' | 'enabled' | 'action_required' | 'rejected' | 'closed'

export interface ProcessorAccount {
  account: string | null
  country: string
  settlementCurrencies: string[]
  status: AccountStatus
  chargesEnabled: boolean
  payoutsEnabled: boolean
  /** What it may take, by the processor's names. */
  capabilities: string[]
  /** What it still wants to know, by its own names: `representative.dob.day`. */
  missing: string[]
}

export interface ProcessorEvent {
  id: string
  account: string
  type: string
  objectId: string
  /** The payment that the object belongs to, where the envelope says so. */
  relatedId: string | null
  clockOffsetSeconds: number | null
}
