import { api, ask } from '../api/client.ts'
import type { useKeyOf } from '../api/once.ts'
import type { Payer } from './customer-field.tsx'

/** The id of the customer whom a form names; one who is new is made. */
export async function customerOf(
  payer: Payer | undefined,
  keyOf: ReturnType<typeof useKeyOf>,
): Promise<string> {
  if (payer?.kind === 'customer') return payer.customer.id
  const body = { name: payer?.kind === 'new' ? payer.name : '' }
  const made = await ask(api.POST('/v1/customers', { body, params: { header: keyOf('customer', body) } }))
  return made.id
}
