import type Stripe from 'stripe'
import type { CustomerRequest } from './processor.ts'

/** In the processor's counting. */
const LONGEST_NAME = 256

/**
 * Makes the processor's record of a customer once for a key. What a person may change (name, e-mail) is no part of
 * what the key stands for: a repeat with other words would be refused, so they are written after it.
 */
export async function createCustomer(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  { key, customerId, name, email }: CustomerRequest,
): Promise<string> {
  const { id } = await stripe.customers.create(
    { metadata: { customer_id: customerId } },
    { ...at, idempotencyKey: key },
  )
  await stripe.customers.update(
    id,
    { name: name.slice(0, LONGEST_NAME), ...(email === null ? {} : { email }) },
    at,
  )
  return id
}
