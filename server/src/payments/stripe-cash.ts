import type Stripe from 'stripe'
import { InvariantBroken } from '../lib/errors.ts'
import { createdSince } from './payouts/stripe-payouts.ts'
import type { ProcessorPayment } from './processor.ts'
import type { CashMovement, DrawRequest, WireInstructions } from './processor-cash.ts'
import { toPayment } from './stripe-objects.ts'

type At = Stripe.RequestOptions

/**
 * The account number of a customer, made with the first asking. The processor is told to match nothing by itself: what a
 * wire is for is said here, once.
 */
export async function wireInstructions(stripe: Stripe, at: At, customer: string): Promise<WireInstructions> {
  await stripe.customers.updateCashBalance(customer, { settings: { reconciliation_mode: 'manual' } }, at)
  const { bank_transfer: transfer } = await stripe.customers.createFundingInstructions(
    customer,
    { currency: 'usd', funding_type: 'bank_transfer', bank_transfer: { type: 'us_bank_transfer' } },
    at,
  )
  const aba = transfer.financial_addresses.find(({ type }) => type === 'aba')?.aba
  const swift = transfer.financial_addresses.find(({ type }) => type === 'swift')?.swift
  if (aba === undefined) throw new InvariantBroken('The processor tells no account number for wires.')
  return {
    holder: aba.account_holder_name,
    bankName: aba.bank_name,
    routingNumber: aba.routing_number,
    accountNumber: aba.account_number,
    swiftCode: swift?.swift_code ?? null,
  }
}

export async function* listCash(stripe: Stripe, at: At, customer: string): AsyncGenerator<CashMovement> {
  for await (const row of stripe.customers.listCashBalanceTransactions(customer, { limit: 100 }, at))
    yield toMovement(row)
}

function toMovement(row: Stripe.CustomerCashBalanceTransaction): CashMovement {
  const transfer = row.funded?.bank_transfer
  const intent = row.applied_to_payment?.payment_intent
  return {
    reference: row.id,
    kind: row.type === 'funded' ? 'funded' : row.type === 'applied_to_payment' ? 'drawn' : 'other',
    amount: BigInt(row.net_amount),
    currency: row.currency.toUpperCase(),
    at: new Date(row.created * 1000),
    bankReference: transfer?.reference ?? null,
    sender: transfer?.us_bank_transfer?.sender_name ?? null,
    paymentReference: typeof intent === 'string' ? intent : (intent?.id ?? null),
  }
}

const CLOCKS_DIFFER_MS = 3_600_000

/**
 * The payment that an earlier call of a draw made, if it went through. Stripe forgets a call's key after a day, so that a
 * repeat of it would draw once more.
 */
export async function findDraw(
  stripe: Stripe,
  at: At,
  { customer, drawId }: DrawRequest,
  since: Date,
): Promise<ProcessorPayment | undefined> {
  const list = stripe.paymentIntents.list(
    {
      customer,
      ...createdSince(new Date(since.getTime() - CLOCKS_DIFFER_MS)),
      limit: 100,
      expand: ['data.latest_charge.balance_transaction'],
    },
    at,
  )
  for await (const intent of list)
    if (intent.metadata.draw_id === drawId && intent.status === 'succeeded') return toPayment(intent)
  return undefined
}

/** A payment of the customer's own cash: there is no payer to ask, and it is there or it is not. */
export async function drawCash(stripe: Stripe, at: At, request: DrawRequest): Promise<ProcessorPayment> {
  const intent = await stripe.paymentIntents.create(
    {
      amount: Number(request.amount),
      currency: request.currency.toLowerCase(),
      customer: request.customer,
      confirm: true,
      allowed_payment_method_types: ['customer_balance'],
      payment_method_data: { type: 'customer_balance' },
      payment_method_options: {
        customer_balance: { funding_type: 'bank_transfer', bank_transfer: { type: 'us_bank_transfer' } },
      },
      capture_method: 'automatic',
      metadata: { draw_id: request.drawId },
      expand: ['latest_charge.balance_transaction'],
    },
    { ...at, idempotencyKey: request.key },
  )
  return toPayment(intent)
}
