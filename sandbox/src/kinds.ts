import type { Stripe } from 'stripe'

/** What the sandbox knows of a card. The number itself is forgotten as soon as it was read. */
export type CardFacts = {
  behaviour: string
  brand: string
  country: string
  cvcProvided: boolean
  expMonth: number
  expYear: number
  fingerprint: string
  funding: 'credit' | 'debit' | 'prepaid' | 'unknown'
  last4: string
  name: string | null
  /** By which it was handed over, if by one. */
  wallet?: 'apple_pay' | 'google_pay' | undefined
}

/** What the sandbox knows of a bank account. The number itself is forgotten as soon as it was read. */
export type BankFacts = {
  behaviour: string
  accountType: 'checking' | 'savings'
  bankName: string
  fingerprint: string
  holderType: 'individual' | 'company'
  last4: string
  routingNumber: string
  /** Whether its owner has shown that it is theirs. */
  verified: boolean
}

type BankOnFile = { id: string; created: number; bank: BankFacts }

/** How the payer of a PaymentIntent accepted its mandate. */
type Acceptance = { id: string; created: number; ip_address: string | null; user_agent: string | null }

/** How often microdeposits of a PaymentIntent were told wrong. */
type Verification = { id: string; created: number; wrong: number }

/** A bank account, by its fingerprint, that is not debited again. */
type BlockedBank = { id: string; created: number; network_code: string }

type CardOnFile = { id: string; created: number; card: CardFacts }

export type IdempotencyRecord = {
  id: string
  created: number
  request: string
  fingerprint: string
  status: number
  body: string
}

type DeliveryAttempt = { at: number; status: number | null; error: string | null; ms: number }

export type Delivery = {
  id: string
  created: number
  event: string
  type: string
  endpoint: string
  url: string
  state: 'pending' | 'delivered' | 'failed' | 'dropped' | 'held'
  attempts: DeliveryAttempt[]
  /** Business time of the next try, or null when there is none. */
  next_attempt_at: number | null
}

type Due = {
  id: string
  created: number
  due_at: number
  task: string
  account: string
  object: string
}

export type MailMessage = {
  id: string
  created: number
  from: string
  to: string[]
  subject: string
  date: string
  message_id: string
  /** The message as received, base64 of its bytes. */
  raw: string
}

/** The address of a form that a business fills in. */
type AccountLink = {
  id: string
  created: number
  account: string
  refresh_url: string
  return_url: string
  expires_at: number
  used: boolean
}

type Setting = { id: string; created: number; value: { [name: string]: string | number } }

/** A customer's cash and the account number that it comes to, by the customer's id. */
type Cash = {
  id: string
  created: number
  /** Null: as the business has it for all. */
  mode: 'automatic' | 'manual' | null
  available: { [currency: string]: number }
  account_number: string
}

/** Every kind of object that the store holds, under the name of its collection. */
export type Kinds = {
  acceptance: Acceptance
  account: Stripe.Account & { created: number }
  account_link: AccountLink
  /** With the payout that it went with, or `waiting`: the processor tells it by the list of a payout alone. */
  balance_transaction: Stripe.BalanceTransaction & { payout: string }
  bank_on_file: BankOnFile
  blocked_bank: BlockedBank
  card_on_file: CardOnFile
  cash: Cash
  cash_transaction: Stripe.CustomerCashBalanceTransaction
  charge: Stripe.Charge
  confirmation_token: Stripe.ConfirmationToken
  customer: Stripe.Customer
  delivery: Delivery
  dispute: Stripe.Dispute
  due: Due
  event: Stripe.EventBase
  file: Stripe.File
  idempotency_key: IdempotencyRecord
  mandate: Stripe.Mandate & { created: number }
  message: MailMessage
  payment_intent: Stripe.PaymentIntent
  payment_method: Stripe.PaymentMethod
  payment_method_domain: Stripe.PaymentMethodDomain
  payout: Stripe.Payout
  refund: Stripe.Refund
  setup_intent: Stripe.SetupIntent
  setting: Setting
  verification: Verification
  webhook_endpoint: Stripe.WebhookEndpoint
}

export type Kind = keyof Kinds

/** Fields that lists filter on; each has an index. */
export const indexedFields: { [K in Kind]?: string[] } = {
  balance_transaction: ['source', 'type', 'currency', 'payout'],
  cash_transaction: ['customer'],
  charge: ['payment_intent', 'customer'],
  customer: ['email'],
  delivery: ['event'],
  dispute: ['charge', 'payment_intent'],
  event: ['type'],
  message: ['to'],
  payment_intent: ['customer'],
  payment_method: ['customer', 'type'],
  payout: ['status', 'destination'],
  refund: ['charge', 'payment_intent'],
  setup_intent: ['customer'],
}
