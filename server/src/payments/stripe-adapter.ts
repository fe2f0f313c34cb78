import Stripe from 'stripe'
import type { Charged } from '../lib/methods.ts'
import { createdSince, stripePayouts } from './payouts/stripe-payouts.ts'
import type {
  AccountRequest,
  ChargeRequest,
  Processor,
  ProcessorAccount,
  ProcessorPayment,
  ProcessorRefund,
  RefundRequest,
  ToldDeposits,
  VerifiedDeposits,
} from './processor.ts'
import { reading, refundSettled, settled, wasRefused } from './stripe-answers.ts'
import { drawCash, findDraw, listCash, wireInstructions } from './stripe-cash.ts'
import { createCustomer } from './stripe-customers.ts'
import { acceptDispute, submitEvidence, toDispute } from './stripe-disputes.ts'
import { findDomain, registerDomain } from './stripe-domains.ts'
import { chargeSaved, detachMethod, savingOf } from './stripe-methods.ts'
import {
  toAccount,
  toBalanceTransaction,
  toMethod,
  toPayment,
  toRefund,
  withReturn,
} from './stripe-objects.ts'
import { cancelSetup, findSetup, readSetup, setUp } from './stripe-setups.ts'
import { readStripeWebhook } from './stripe-webhook.ts'

export interface StripeOptions {
  secretKey: string
  publishableKey: string
  webhookSecret: string
  /** The sandbox's address; without it the SDK talks to Stripe's own hosts. */
  sandboxUrl: string | undefined
}

/** The ways to pay by Stripe's names. */
const METHOD_TYPE = {
  card: 'card',
  wallet: 'card',
  ach: 'us_bank_account',
  bnpl: 'affirm',
} as const satisfies Record<Charged, string>

const PAYMENT_EXPANSION = [
  'latest_charge.balance_transaction',
  'latest_charge.failure_balance_transaction',
  'payment_method',
]
const REFUND_EXPANSION = ['balance_transaction', 'failure_balance_transaction']

/** The one adapter: Stripe's own SDK, at Stripe's address or the sandbox's. */
export function stripeProcessor(options: StripeOptions): Processor {
  const stripe = new Stripe(options.secretKey, {
    telemetry: false,
    timeout: 20_000,
    maxNetworkRetries: 1,
    ...(options.sandboxUrl === undefined ? {} : address(options.sandboxUrl)),
  })
  const at = (account: string | null) => (account === null ? {} : { stripeAccount: account })

  return {
    publishableKey: options.publishableKey,
    scriptUrl:
      options.sandboxUrl === undefined
        ? 'https://js.stripe.com/v3/'
        : new URL('/js/stripe.js', options.sandboxUrl).href,

    charge: (request) => settled(() => charge(stripe, at(request.account), request)),
    chargeSaved: (request) =>
      settled(() =>
        chargeSaved(stripe, at(request.account), request, {
          type: METHOD_TYPE[request.method],
          expand: PAYMENT_EXPANSION,
        }),
      ),
    readPayment: (account, reference) =>
      reading(async () =>
        readWhole(
          stripe,
          at(account),
          await stripe.paymentIntents.retrieve(reference, { expand: PAYMENT_EXPANSION }, at(account)),
        ),
      ),
    findPayment: (account, paymentId, since) =>
      reading(() => findPayment(stripe, at(account), paymentId, since)),
    cancelPayment: (account, reference) => reading(() => cancel(stripe, at(account), reference)),
    verifyDeposits: (account, reference, told) =>
      reading(() => verifyDeposits(stripe, at(account), reference, told)),
    clientSecret: (account, reference) =>
      reading(
        async () => (await stripe.paymentIntents.retrieve(reference, {}, at(account))).client_secret ?? '',
      ),
    refund: (request) => refundSettled(() => refund(stripe, at(request.account), request)),
    readRefund: (account, reference) =>
      reading(async () =>
        toRefund(await stripe.refunds.retrieve(reference, { expand: REFUND_EXPANSION }, at(account))),
      ),
    findRefund: (account, payment, refundId) =>
      reading(async () => {
        const list = stripe.refunds.list(
          { payment_intent: payment, limit: 100, expand: REFUND_EXPANSION.map((e) => `data.${e}`) },
          at(account),
        )
        for await (const found of list) if (found.metadata?.refund_id === refundId) return toRefund(found)
        return undefined
      }),
    readDispute: (account, reference) =>
      reading(async () => toDispute(await stripe.disputes.retrieve(reference, {}, at(account)))),
    async *listDisputes(account, since) {
      const created = { gte: Math.floor(since.getTime() / 1000) }
      for await (const row of stripe.disputes.list({ created, limit: 100 }, at(account))) yield toDispute(row)
    },
    submitEvidence: (request) => reading(() => submitEvidence(stripe, at(request.account), request)),
    acceptDispute: (request) => reading(() => acceptDispute(stripe, at(request.account), request)),
    readAccount: (account) =>
      reading(async () =>
        account === null
          ? toAccount(await stripe.accounts.retrieveCurrent(), null)
          : toAccount(await stripe.accounts.retrieve(account), account),
      ),
    createAccount: (request) => reading(() => createAccount(stripe, request)),
    onboardingUrl: (account, { back, again }) =>
      reading(async () => {
        const order = { account, return_url: back, refresh_url: again, type: 'account_onboarding' as const }
        return (await stripe.accountLinks.create(order)).url
      }),
    setUp: (request) =>
      reading(() =>
        setUp(stripe, at(request.account), request, {
          type: METHOD_TYPE[request.type],
          mandate: request.mandate === null ? undefined : mandateData(request.mandate),
        }),
      ),
    readSetup: (account, reference) => reading(() => readSetup(stripe, at(account), reference)),
    findSetup: (account, setupId, since) => reading(() => findSetup(stripe, at(account), setupId, since)),
    cancelSetup: (account, reference) => reading(() => cancelSetup(stripe, at(account), reference)),
    readMethod: (account, reference) =>
      reading(async () => toMethod(await stripe.paymentMethods.retrieve(reference, {}, at(account)))),
    detachMethod: (account, reference) => reading(() => detachMethod(stripe, at(account), reference)),
    readMandate: (account, reference) =>
      reading(async () => {
        const { payment_method: method, status } = await stripe.mandates.retrieve(reference, {}, at(account))
        return { method: typeof method === 'string' ? method : method.id, isActive: status !== 'inactive' }
      }),
    createCustomer: (request) => reading(() => createCustomer(stripe, at(request.account), request)),
    findDomain: (account, domain) => reading(() => findDomain(stripe, at(account), domain)),
    registerDomain: (account, domain) => reading(() => registerDomain(stripe, at(account), domain)),
    wireInstructions: (account, customer) => reading(() => wireInstructions(stripe, at(account), customer)),
    listCash: (account, customer) => listCash(stripe, at(account), customer),
    drawCash: (request) => settled(() => drawCash(stripe, at(request.account), request)),
    findDraw: (request, since) => reading(() => findDraw(stripe, at(request.account), request, since)),
    ...stripePayouts(stripe, at),
    async *listBalanceTransactions(account, since) {
      const list = stripe.balanceTransactions.list({ ...createdSince(since), limit: 100 }, at(account))
      for await (const row of list) yield toBalanceTransaction(row)
    },
    readWebhook: (rawBody, signature) => readStripeWebhook(stripe, rawBody, signature, options.webhookSecret),
  }
}

function address(url: string) {
  const { hostname, port, protocol } = new URL(url)
  return {
    host: hostname,
    port: Number(port),
    protocol: protocol === 'https:' ? ('https' as const) : ('http' as const),
  }
}

async function charge(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  request: ChargeRequest,
): Promise<ProcessorPayment> {
  const intent = await stripe.paymentIntents.create(
    {
      amount: Number(request.amount),
      currency: request.currency.toLowerCase(),
      confirm: true,
      confirmation_token: request.confirmationToken,
      ...savingOf(request),
      ...(request.isByPhone ? { payment_method_options: { card: { moto: true } } } : {}),
      allowed_payment_method_types: [METHOD_TYPE[request.method]],
      capture_method: 'automatic', // so that the fee comes with the answer
      use_stripe_sdk: true,
      return_url: request.returnUrl,
      description: request.description,
      ...(request.mandate === null ? {} : { mandate_data: mandateData(request.mandate) }),
      ...(request.statementSuffix === null ? {} : { statement_descriptor_suffix: request.statementSuffix }),
      metadata: { payment_id: request.paymentId },
      expand: PAYMENT_EXPANSION,
    },
    { ...at, idempotencyKey: request.key },
  )
  return toPayment(intent)
}

async function findPayment(stripe: Stripe, at: Stripe.RequestOptions, paymentId: string, since: Date) {
  const from = Math.floor(since.getTime() / 1000) - 3600
  const list = stripe.paymentIntents.list(
    { created: { gte: from }, limit: 100, expand: PAYMENT_EXPANSION.map((e) => `data.${e}`) },
    at,
  )
  for await (const intent of list)
    if (intent.metadata.payment_id === paymentId) return readWhole(stripe, at, intent)
  return undefined
}

function mandateData({ acceptedAt, address, userAgent }: NonNullable<ChargeRequest['mandate']>) {
  return {
    customer_acceptance: {
      type: 'online' as const,
      accepted_at: Math.floor(acceptedAt.getTime() / 1000),
      online: { ip_address: address, user_agent: userAgent },
    },
  }
}

/** A payment with what became of it after it had succeeded. */
async function readWhole(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  intent: Stripe.PaymentIntent,
): Promise<ProcessorPayment> {
  const payment = toPayment(intent)
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  if (!charge?.disputed || !charge.payment_method_details?.us_bank_account) return payment
  const { data } = await stripe.disputes.list({ payment_intent: intent.id, limit: 1 }, at)
  return withReturn(payment, data)
}

/** What was told wrong leaves the payment as it is, until it was told wrong too often. */
async function verifyDeposits(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  reference: string,
  told: ToldDeposits,
): Promise<VerifiedDeposits> {
  const params =
    'amounts' in told ? { amounts: told.amounts.map(Number) } : { descriptor_code: told.descriptorCode }
  try {
    const intent = await stripe.paymentIntents.verifyMicrodeposits(
      reference,
      { ...params, expand: PAYMENT_EXPANSION },
      at,
    )
    return { payment: toPayment(intent), isWrong: false }
  } catch (error) {
    if (!wasRefused(error)) throw error
    const intent = await stripe.paymentIntents.retrieve(reference, { expand: PAYMENT_EXPANSION }, at)
    return { payment: toPayment(intent), isWrong: intent.status !== 'processing' }
  }
}

async function cancel(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  reference: string,
): Promise<ProcessorPayment> {
  try {
    return toPayment(await stripe.paymentIntents.cancel(reference, { expand: PAYMENT_EXPANSION }, at))
  } catch (error) {
    // It cannot be canceled any more: whatever it became is the truth.
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
    return toPayment(await stripe.paymentIntents.retrieve(reference, { expand: PAYMENT_EXPANSION }, at))
  }
}

/** The processor collects what it wants to know, takes its fees and bears losses: the platform never does. */
async function createAccount(stripe: Stripe, request: AccountRequest): Promise<ProcessorAccount> {
  const account = await stripe.accounts.create(
    {
      country: request.country,
      default_currency: request.currency.toLowerCase(),
      ...(request.email === null ? {} : { email: request.email }),
      business_profile: { name: request.name },
      controller: {
        fees: { payer: 'account' },
        losses: { payments: 'stripe' },
        requirement_collection: 'stripe',
        stripe_dashboard: { type: 'full' },
      },
      metadata: { company_id: request.companyId },
    },
    { idempotencyKey: request.key },
  )
  return toAccount(account, account.id)
}

async function refund(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  request: RefundRequest,
): Promise<ProcessorRefund> {
  const made = await stripe.refunds.create(
    {
      payment_intent: request.paymentReference,
      amount: Number(request.amount),
      ...(request.reason === null ? {} : { reason: request.reason }),
      metadata: { refund_id: request.refundId },
      expand: REFUND_EXPANSION,
    },
    { ...at, idempotencyKey: request.key },
  )
  return toRefund(made)
}
