import { request as httpRequest } from 'node:http'
import Stripe from 'stripe'
import { expect, it } from 'vitest'
import { stripeProcessor } from '../../server/src/payments/index.ts'
import { describeWithSharedData, sharedJson } from '../support/shared-data.ts'
import { rowCounts } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

const stripe = new Stripe('sk_test_none')

interface SignatureCase {
  id: string
  header: string
  header_as?: string
  payload?: string
  secret?: string
  now: number
  tolerance: number
  expect: string
}

describeWithSharedData(
  'the published signatures, read by the adapter',
  'scenarios/webhook-signatures-stripe.json',
  () => {
    const file = sharedJson<{ default_payload: string; default_secret: string; cases: SignatureCase[] }>(
      'scenarios/webhook-signatures-stripe.json',
    )
    const adapter = (webhookSecret: string) =>
      stripeProcessor({
        secretKey: 'sk_test_x',
        publishableKey: 'pk_test_x',
        webhookSecret,
        sandboxUrl: undefined,
      })
    // SW-12 tells what a library does without a tolerance; a product must not allow it, so it is refused here.
    it.each(file.cases)('$id: $expect', (sample) => {
      const secret = sample.secret ?? file.default_secret
      const payload = sample.payload ?? file.default_payload
      const signature = signatureOf(sample, payload, secret)
      const now = sample.id === 'SW-15' ? undefined : sample.now
      const outcome = atTime(now, () => adapter(secret).readWebhook(Buffer.from(payload), signature))
      const isValid = sample.expect.startsWith('valid') && sample.id !== 'SW-12'
      // The published payload is no whole event; what may be refused of a well-signed one is that, not the signature.
      if (isValid) expect(outcome?.message ?? '').not.toMatch(/signature|timestamp/i)
      else expect(outcome).toMatchObject({ code: 'webhook_refused', status: 400 })
    })
  },
)

/** SW-15 is signed by the library itself, now; SW-14 is a list where a text is wanted. */
function signatureOf({ id, header }: SignatureCase, payload: string, secret: string): string {
  if (id === 'SW-15') return stripe.webhooks.generateTestHeaderString({ payload, secret })
  return id === 'SW-14' ? ([header] as never) : header
}

/** Runs at a system time that a published signature was made for; returns what it throws. */
function atTime(seconds: number | undefined, work: () => unknown): Error | undefined {
  const real = Date.now
  if (seconds !== undefined) Date.now = () => seconds * 1000
  try {
    work()
    return undefined
  } catch (error) {
    return error as Error
  } finally {
    Date.now = real
  }
}

it('SW-14 a webhook with two signatures is refused though either is right, and nothing is stored', async () => {
  const world = await startWorld()
  const payload = JSON.stringify({
    id: 'evt_signed_twice',
    object: 'event',
    type: 'payment_intent.succeeded',
    account: world.company.account,
    data: { object: { id: 'pi_x', object: 'payment_intent' } },
  })
  const signature = stripe.webhooks.generateTestHeaderString({
    payload,
    secret: world.config.stripe.webhookSecret,
  })
  const before = await rowCounts(world)
  expect(await post(world, payload, [signature, signature])).toEqual({
    status: 400,
    body: expect.objectContaining({ code: 'webhook_refused', status: 400 }),
  })
  expect(await rowCounts(world)).toEqual(before)
  expect(await post(world, payload, [signature])).toEqual({ status: 200, body: { received: true } })
  await world.settle()
  await world.stop()
})

/** Sends a webhook with a header line for each signature. */
function post(
  { url }: World,
  payload: string,
  signatures: string[],
): Promise<{ status: number | undefined; body: unknown }> {
  return new Promise((answered, failed) => {
    const headers = { 'content-type': 'application/json', 'stripe-signature': signatures }
    const sent = httpRequest(`${url}/webhooks/stripe`, { method: 'POST', headers }, async (response) => {
      const text = (await response.toArray()).join('')
      answered({ status: response.statusCode, body: JSON.parse(text) })
    })
    sent.on('error', failed)
    sent.end(payload)
  })
}
