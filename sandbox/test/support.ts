import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { type Sandbox, type SandboxOptions, startSandbox } from '../src/start.ts'

export type Opened = {
  sandbox: Sandbox
  stripe: Stripe
  /** What the element's frame would make of this card. */
  token(number: string, account?: string): Promise<string>
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked at by the tests
  read(path: string): Promise<any>
  post(
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Record<string, never> & { [name: string]: unknown } }>
  /** Charges at once: amount and currency, and what else is given. */
  pay(number: string, more?: Partial<Stripe.PaymentIntentCreateParams>): Promise<Stripe.PaymentIntent>
}

/** A sandbox of its own, and the processor's own SDK pointed at it. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Opened> {
  const sandbox = await startSandbox(options)
  const { hostname, port } = new URL(sandbox.url)
  const stripe = new Stripe(sandbox.secretKey, {
    host: hostname,
    port: Number(port),
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  })
  const post: Opened['post'] = async (path, body = {}) => {
    const response = await fetch(sandbox.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as never }
  }
  const read: Opened['read'] = async (path) => (await fetch(sandbox.url + path)).json()
  const token: Opened['token'] = async (number, account) => {
    const cvc = /^3[47]/.test(number) ? '1234' : '123'
    const { body } = await post('/sandbox/confirmation_tokens', {
      number,
      exp_month: 12,
      exp_year: 2040,
      cvc,
      account,
    })
    return String(body.id)
  }
  const pay: Opened['pay'] = async (number, more = {}) =>
    stripe.paymentIntents.create({
      amount: 10_000,
      currency: 'usd',
      confirm: true,
      allowed_payment_method_types: ['card'],
      confirmation_token: await token(number),
      ...more,
    })
  return { sandbox, stripe, token, read, post, pay }
}

/** The error that a call ends with. */
export async function refusalOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error
    throw error
  }
  throw new Error('The call was not refused.')
}

export type Received = { body: string; signature: string }

/** A server that takes webhooks; `answer` says with which status. */
export async function listen(answer: (received: Received) => number = () => 200) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      const one = { body, signature: String(request.headers['stripe-signature']) }
      received.push(one)
      response.writeHead(answer(one)).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    types: () => received.map(({ body }) => JSON.parse(body).type as string),
    stop: () => server.close(),
  }
}
