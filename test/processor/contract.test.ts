import Stripe from 'stripe'
import { afterAll } from 'vitest'
import { type Sandbox, startSandbox } from '../../sandbox/src/start.ts'
import { stripeProcessor } from '../../server/src/payments/index.ts'
import { type Candidate, describeProcessorContract, type TestCard } from './contract.ts'

/** Set by `bin/check-stripe` alone, which has seen that the key is of test mode. */
const atStripe = process.env.CHECK_STRIPE === 'yes'
const keys = { publishableKey: 'pk_test_unused', webhookSecret: 'whsec_contract' }

const NUMBERS: Readonly<Record<TestCard, string>> = {
  good: '4242424242424242',
  insufficient_funds: '4000000000009995',
  challenged: '4000002760003184',
  disputed: '4000000000000259',
}

async function openSandbox({ url, secretKey }: Sandbox, isConnected: boolean): Promise<Candidate> {
  const { hostname, port } = new URL(url)
  const stripe = new Stripe(secretKey, {
    host: hostname,
    port: Number(port),
    protocol: 'http',
    telemetry: false,
  })
  const capabilities = {
    affirm_payments: { requested: true },
    us_bank_transfer_payments: { requested: true },
  }
  const made = isConnected ? await stripe.accounts.create({ country: 'US', capabilities }) : null
  const play = async (path: string, body: object): Promise<string> => {
    const response = await fetch(`${url}/sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: made?.id ?? null, ...body }),
    })
    return ((await response.json()) as { id: string }).id
  }
  return {
    ...keys,
    processor: stripeProcessor({ ...keys, secretKey, sandboxUrl: url }),
    account: made?.id ?? null,
    token: (card) =>
      play('confirmation_tokens', { number: NUMBERS[card], exp_month: 12, exp_year: 2034, cvc: '123' }),
    affirm: () => play('affirm_tokens', {}),
    wire: (customer, amount, reference) => fund(stripe, made?.id, customer, amount, reference),
  }
}

/** As Stripe's test mode lets a wire arrive. */
async function fund(
  stripe: Stripe,
  account: string | null | undefined,
  customer: string,
  amount: bigint,
  reference: string,
): Promise<void> {
  const order = { amount: Number(amount), currency: 'usd', reference }
  await stripe.testHelpers.customers.fundCashBalance(
    customer,
    order,
    account ? { stripeAccount: account } : {},
  )
}

/** Stripe's own names of the same cards: numbers are not taken by its API. */
const PAYMENT_METHODS: Readonly<Record<TestCard, string>> = {
  good: 'pm_card_visa',
  insufficient_funds: 'pm_card_visa_chargeDeclinedInsufficientFunds',
  challenged: 'pm_card_authenticationRequired',
  disputed: 'pm_card_createDispute',
}

async function openStripe(): Promise<Candidate> {
  const secretKey = process.env.STRIPE_SECRET_KEY ?? ''
  if (!/^(sk|rk)_test_/.test(secretKey)) throw new Error('STRIPE_SECRET_KEY is no key of Stripe’s test mode.')
  const account = process.env.STRIPE_ACCOUNT || null
  const stripe = new Stripe(secretKey, { telemetry: false })
  const processor = stripeProcessor({ ...keys, secretKey, sandboxUrl: undefined })
  await processor.readAccount(account).catch(({ message }: Error) => {
    throw new Error(`Stripe did not answer: ${message} Is the key right, and is there a network?`)
  })
  const at = account === null ? {} : { stripeAccount: account }
  const token = async (means: Parameters<typeof stripe.testHelpers.confirmationTokens.create>[0]) => {
    const order = { ...means, return_url: 'https://example.com/return' }
    return (await stripe.testHelpers.confirmationTokens.create(order, at)).id
  }
  return {
    ...keys,
    processor,
    account,
    token: (card) => token({ payment_method: PAYMENT_METHODS[card] }),
    affirm: () => token({ payment_method_data: { type: 'affirm', affirm: {} } }),
    wire: (customer, amount, reference) => fund(stripe, account, customer, amount, reference),
  }
}

if (atStripe) describeProcessorContract('Stripe’s test mode', openStripe)
else {
  let sandbox: Sandbox | undefined
  afterAll(() => sandbox?.stop())
  const opened = async () => {
    sandbox ??= await startSandbox()
    return sandbox
  }
  describeProcessorContract('the sandbox, for its own account', async () =>
    openSandbox(await opened(), false),
  )
  describeProcessorContract('the sandbox, for a connected account', async () =>
    openSandbox(await opened(), true),
  )
}
