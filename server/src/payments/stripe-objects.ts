import type Stripe from 'stripe'
import { returnCode } from './debit-words.ts'
import type {
  AccountStatus,
  ProcessorAccount,
  ProcessorBalanceTransaction,
  ProcessorMethod,
  ProcessorPayment,
  ProcessorPaymentStatus,
  ProcessorRefund,
} from './processor.ts'

/** Stripe's objects in the port's words. */
export function toPayment(intent: Stripe.PaymentIntent): ProcessorPayment {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  // Of a declined attempt the error says which card it was.
  const card = charge?.payment_method_details?.card ?? intent.last_payment_error?.payment_method?.card
  const status = STATUS[intent.status] ?? 'unsettled'
  const deposits = intent.next_action?.verify_with_microdeposits
  return {
    reference: intent.id,
    paymentId: intent.metadata.payment_id ?? null,
    status,
    amount: BigInt(intent.status === 'succeeded' ? intent.amount_received : intent.amount),
    currency: intent.currency.toUpperCase(),
    chargeReference: typeof intent.latest_charge === 'string' ? intent.latest_charge : (charge?.id ?? null),
    declineCode:
      status === 'declined' || (status === 'canceled' && intent.last_payment_error !== null)
        ? declineCode(intent.last_payment_error)
        : null,
    card: card?.last4
      ? { brand: card.brand ?? 'card', last4: card.last4, wallet: card.wallet?.type ?? null }
      : null,
    bank: bankOf(intent, charge),
    verification: deposits
      ? {
          by: deposits.microdeposit_type === 'amounts' ? 'amounts' : 'descriptor_code',
          from: new Date(deposits.arrival_date * 1000),
        }
      : null,
    returned: null,
    balance:
      typeof charge?.balance_transaction === 'object' && charge.balance_transaction !== null
        ? toBalanceTransaction(charge.balance_transaction)
        : null,
    failureBalance: expanded(charge?.failure_balance_transaction ?? null),
    // Of deposits nothing is left for a browser to confirm.
    clientSecret: status === 'requires_action' && !deposits ? intent.client_secret : null,
    ...keptOf(intent),
  }
}

function keptOf({ payment_method: method }: Stripe.PaymentIntent): { kept?: ProcessorMethod } {
  const isKept = typeof method === 'object' && method?.customer && (method.card || method.us_bank_account)
  return isKept ? { kept: toMethod(method) } : {}
}

/** What may be told of a card or a bank account: the processor alone has its number. */
export function toMethod(method: Stripe.PaymentMethod): ProcessorMethod {
  const { id, customer, card, us_bank_account: bank } = method
  return {
    reference: id,
    type: bank ? 'ach' : 'card',
    customer: typeof customer === 'string' ? customer : (customer?.id ?? null),
    fingerprint: (bank ?? card)?.fingerprint ?? null,
    brand: card?.brand ?? null,
    bankName: bank?.bank_name ?? null,
    last4: (bank ?? card)?.last4 ?? '',
    expMonth: card?.exp_month ?? null,
    expYear: card?.exp_year ?? null,
  }
}

const STATUS: Partial<Record<Stripe.PaymentIntent.Status, ProcessorPaymentStatus>> = {
  succeeded: 'succeeded',
  processing: 'processing',
  requires_action: 'requires_action',
  requires_payment_method: 'declined',
  canceled: 'canceled',
}

/** Of a bank debit the bank's own return code, as far as it is told or meant. */
function declineCode(error: Stripe.PaymentIntent.LastPaymentError | null): string {
  const code = error?.decline_code ?? error?.code ?? 'generic_decline'
  if (error?.payment_method?.type !== 'us_bank_account') return code
  const network = error.network_decline_code
  return network && /^R\d\d$/.test(network) ? network : returnCode(code)
}

/** The bank account by its charge, else by the method that waits to be verified. */
function bankOf(intent: Stripe.PaymentIntent, charge: Stripe.Charge | null): ProcessorPayment['bank'] {
  const method =
    typeof intent.payment_method === 'object' && intent.payment_method !== null
      ? intent.payment_method.us_bank_account
      : intent.last_payment_error?.payment_method?.us_bank_account
  const bank = charge?.payment_method_details?.us_bank_account ?? method
  return bank?.last4 ? { name: bank.bank_name, last4: bank.last4 } : null
}

/** A debit that succeeded and came back: the processor has it as a dispute that takes the money at once. */
export function withReturn(payment: ProcessorPayment, disputes: readonly Stripe.Dispute[]): ProcessorPayment {
  const [dispute] = disputes
  const balance = dispute?.balance_transactions[0]
  if (dispute === undefined || balance === undefined) return payment
  return {
    ...payment,
    status: 'returned',
    returned: { reason: returnCode(dispute.reason), balance: toBalanceTransaction(balance) },
  }
}

export function toRefund(refund: Stripe.Refund): ProcessorRefund {
  return {
    reference: refund.id,
    refundId: refund.metadata?.refund_id ?? null,
    status:
      refund.status === 'succeeded' || refund.status === 'failed' || refund.status === 'canceled'
        ? refund.status
        : 'pending',
    failureReason: refund.failure_reason ?? null,
    bankReference:
      refund.destination_details?.card?.reference ??
      refund.destination_details?.us_bank_transfer?.reference ??
      null,
    amount: BigInt(refund.amount),
    currency: refund.currency.toUpperCase(),
    balance: expanded(refund.balance_transaction),
    failureBalance: expanded(refund.failure_balance_transaction),
  }
}

function expanded(
  transaction: string | Stripe.BalanceTransaction | null | undefined,
): ProcessorBalanceTransaction | null {
  return typeof transaction === 'object' && transaction !== null ? toBalanceTransaction(transaction) : null
}

export function toBalanceTransaction(row: Stripe.BalanceTransaction): ProcessorBalanceTransaction {
  const source = row.source
  return {
    reference: row.id,
    type: row.type,
    source: typeof source === 'string' ? source : (source?.id ?? null),
    gross: BigInt(row.amount),
    fee: BigInt(row.fee),
    currency: row.currency.toUpperCase(),
    description: row.description,
    availableOn: new Date(row.available_on * 1000),
    createdAt: new Date(row.created * 1000),
  }
}

export function toAccount(account: Stripe.Account, reference: string | null): ProcessorAccount {
  const currencies = new Set([
    account.default_currency,
    ...(account.external_accounts?.data ?? []).map((bank) => bank.currency),
  ])
  return {
    account: reference,
    country: account.country ?? 'US',
    settlementCurrencies: [...currencies]
      .filter((code) => code !== null && code !== undefined)
      .map((code) => code.toUpperCase()),
    status: statusOf(account),
    chargesEnabled: account.charges_enabled,
    payoutsEnabled: account.payouts_enabled,
    capabilities: capabilitiesOf(account),
    missing: missingOf(account),
  }
}

/** An account that has none listed takes cards, where it may charge at all. */
function capabilitiesOf({ capabilities, charges_enabled: mayCharge }: Stripe.Account): string[] {
  if (capabilities === undefined) return mayCharge ? ['card_payments'] : []
  return Object.entries(capabilities)
    .filter(([, state]) => state === 'active')
    .map(([name]) => name)
    .sort()
}

function missingOf({ requirements }: Stripe.Account): string[] {
  return [...new Set([...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])])].sort()
}

function statusOf(account: Stripe.Account): AccountStatus {
  if (account.requirements?.disabled_reason?.startsWith('rejected.')) return 'rejected'
  if (account.charges_enabled) return 'enabled'
  if (!account.details_submitted) return 'onboarding'
  return missingOf(account).length > 0 ? 'action_required' : 'in_review'
}
