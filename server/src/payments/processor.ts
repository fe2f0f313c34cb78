import type { Charged } from '../lib/methods.ts'
import type { DisputeState } from './dispute.state.ts'
import type { VerifyBy } from './payments.queries.ts'
import type { PayoutReader } from './payouts/payout-reader.ts'
import type { ProcessorCash } from './processor-cash.ts'
import type { ProcessorReason } from './refund-reasons.ts'

/** What the product asks of a card processor. One adapter speaks it; the sandbox stands behind the same one. */
export interface Processor extends PayoutReader, ProcessorCash {
  /** Makes and confirms a charge in one call. A repeat with the same `key` is the same charge. */
  charge(request: ChargeRequest): Promise<ProcessorPayment>
  /** Charges what is kept for a customer, while nobody is there. A repeat with the same `key` is the same charge. */
  chargeSaved(request: SavedChargeRequest): Promise<ProcessorPayment>
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
  readDispute(account: string | null, reference: string): Promise<ProcessorDispute>
  /** Disputes that were opened since, newest first, streamed page by page. */
  listDisputes(account: string | null, since: Date): AsyncIterable<ProcessorDispute>
  /** Hands evidence to the payer's bank, for good. A repeat with the same `key` is the same. */
  submitEvidence(request: EvidenceRequest): Promise<DisputeAnswer>
  /** Gives a dispute up: it is lost. */
  acceptDispute(request: AnswerRequest): Promise<DisputeAnswer>
  readAccount(account: string | null): Promise<ProcessorAccount>
  /** Makes a connected account for a business, which it then tells of itself. A repeat with the same `key` is the same. */
  createAccount(request: AccountRequest): Promise<ProcessorAccount>
  /** Where a business tells the processor what it wants to know; good once and for minutes. */
  onboardingUrl(account: string, urls: { back: string; again: string }): Promise<string>
  /** Makes the processor's own record of a customer, and tells its name. A repeat with the same `key` is the same. */
  createCustomer(request: CustomerRequest): Promise<string>
  /** Keeps what a page collected for a customer, without charging it. A repeat with the same `key` is the same. */
  setUp(request: SetupRequest): Promise<ProcessorSetup>
  readSetup(account: string | null, reference: string): Promise<ProcessorSetup>
  /** The try made under our id since a time, if the processor has it. */
  findSetup(account: string | null, setupId: string, since: Date): Promise<ProcessorSetup | undefined>
  cancelSetup(account: string | null, reference: string): Promise<ProcessorSetup>
  readMethod(account: string | null, reference: string): Promise<ProcessorMethod>
  /** Keeps it for its customer no more. What is not kept (any more) stays so. */
  detachMethod(account: string | null, reference: string): Promise<void>
  /** The method that a mandate is of, and whether it still holds. */
  readMandate(account: string | null, reference: string): Promise<{ method: string; isActive: boolean }>
  /** Whether wallets may be shown on pages of a domain; undefined where it was never registered for the account. */
  findDomain(account: string | null, domain: string): Promise<WalletDomain | undefined>
  /** Registers it, or has it looked at again. */
  registerDomain(account: string | null, domain: string): Promise<WalletDomain>
  /** What moved the processor's balance since a time, or ever; newest first, streamed page by page. */
  listBalanceTransactions(
    account: string | null,
    since: Date | null,
  ): AsyncIterable<ProcessorBalanceTransaction>
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
  method: Charged
  /** Only for a debit: how the payer agreed to it. */
  mandate: { acceptedAt: Date; address: string; userAgent: string } | null
  /** The processor's customer for whom it is kept to be charged again, where the payer wants it so. */
  saveTo?: string | null
  /** A card that its owner told by phone, where the processor lets the account say so: it asks nobody to confirm. */
  isByPhone?: boolean
}

export interface SavedChargeRequest
  extends Pick<
    ChargeRequest,
    'account' | 'key' | 'paymentId' | 'amount' | 'currency' | 'description' | 'statementSuffix' | 'method'
  > {
  customer: string
  methodReference: string
}

export interface SetupRequest
  extends Pick<ChargeRequest, 'account' | 'key' | 'confirmationToken' | 'returnUrl'> {
  setupId: string
  customer: string
  type: 'card' | 'ach'
  /** Only for a bank account: how its owner agreed that it is debited. */
  mandate: ChargeRequest['mandate']
}

export interface ProcessorSetup {
  /** Null when the processor refused the request before it made anything. */
  reference: string | null
  status: 'succeeded' | 'requires_action' | 'declined' | 'unsettled'
  declineCode: string | null
  /** Only while its person's action is wanted. Never stored. */
  clientSecret: string | null
  /** What was saved. */
  kept: ProcessorMethod | null
}

/** A card or a bank account as the processor keeps it: what may be told of it. */
export interface ProcessorMethod {
  reference: string
  type: 'card' | 'ach'
  /** Whose it is; null where it is not kept (any more). */
  customer: string | null
  fingerprint: string | null
  brand: string | null
  bankName: string | null
  last4: string
  expMonth: number | null
  expYear: number | null
}

export interface CustomerRequest {
  account: string | null
  key: string
  customerId: string
  name: string
  email: string | null
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
  /** What paid, where the processor keeps it for a customer. */
  kept?: ProcessorMethod | null
}

/** What came of a payer's telling: by now, and whether what was told was wrong. */
export interface VerifiedDeposits {
  payment: ProcessorPayment
  isWrong: boolean
}

/** Minor units, or the code. */
export type ToldDeposits = { amounts: readonly [bigint, bigint] } | { descriptorCode: string }

export interface RefundRequest {
  /** Why, where the processor has a word for it. */
  reason: ProcessorReason | null
  account: string | null
  key: string
  refundId: string
  paymentReference: string
  amount: bigint
}

export interface ProcessorRefund {
  /** By what the payer's bank finds it, some days after; null as long as nobody knows. */
  bankReference: string | null
  reference: string | null
  refundId: string | null
  status: 'pending' | 'succeeded' | 'failed' | 'canceled'
  failureReason: string | null
  amount: bigint
  currency: string
  balance: ProcessorBalanceTransaction | null
  failureBalance: ProcessorBalanceTransaction | null
}

/** A payer's bank takes a payment back, or asks. */
export interface ProcessorDispute {
  reference: string
  /** The processor's name of the payment; null where it is of none that it made by our asking. */
  paymentReference: string | null
  amount: bigint
  currency: string
  reason: string
  networkCode: string | null
  status: DisputeState
  dueBy: Date | null
  /** Whether evidence was handed in. */
  isSubmitted: boolean
  openedAt: Date
  /** What it took from the balance, and gave back to it. */
  movements: ProcessorBalanceTransaction[]
}

export interface AnswerRequest {
  account: string | null
  key: string
  reference: string
}

export interface EvidenceRequest extends AnswerRequest {
  evidence: Evidence
}

/** Words and files by the processor's names of what they are evidence of. */
export interface Evidence {
  texts: Readonly<Record<string, string>>
  files: readonly EvidenceFile[]
}

export interface EvidenceFile {
  field: string
  fileName: string
  mediaType: string
  bytes: Uint8Array
}

/** What became of an answer: the dispute as it is, or what the processor has against it. */
export type DisputeAnswer = ProcessorDispute | { refused: string }

export interface ProcessorBalanceTransaction {
  reference: string
  /** The processor's word: charge, refund, refund_failure, payout, stripe_fee… */
  type: string
  /** The charge or refund that it is of. */
  source: string | null
  gross: bigint
  fee: bigint
  currency: string
  description: string | null
  availableOn: Date
  createdAt: Date
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

/** How a domain of pay pages stands to the wallets; `reason` in the processor's words. */
export interface WalletDomain {
  applePay: { isActive: boolean; reason: string | null }
  googlePay: { isActive: boolean; reason: string | null }
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
