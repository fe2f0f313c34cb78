import { useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../../api/client.ts'
import { useKeyOf } from '../../api/once.ts'
import type { components } from '../../api/schema.generated.ts'
import type { Payer } from '../../parts/customer-field.tsx'
import type { Methods } from './new-ways.tsx'

export type PaymentRequest = components['schemas']['PaymentRequest']

export interface Draft {
  payer: Payer | undefined
  /** Where it goes; empty where it is only a link. */
  email: string
  /** In minor units. */
  amount: number
  currency: string
  reference: string
  message: string
  /** What it may be paid by; null: all that is offered. */
  methods: Methods | null
}

export interface Made {
  request: PaymentRequest
  /** Where it was sent; undefined where there is only a link. */
  sentTo: string | undefined
  url: string | undefined
}

/**
 * Asks for an amount: makes the customer where they are new, the request, and its link, by mail or to copy. Each step
 * keeps its Idempotency-Key while what it says stays the same, so trying again goes on where it stopped.
 */
export function useMakeRequest(): (draft: Draft, how: 'send' | 'link') => Promise<Made> {
  const keyOf = useKeyOf()
  const queries = useQueryClient()
  return async (draft, how) => {
    const email = draft.email.trim() || null
    const body = {
      kind: 'quick' as const,
      amount: draft.amount,
      currency: draft.currency,
      reference: draft.reference.trim(),
      message: draft.message.trim() || null,
      customer: await customerOf(draft.payer, email, keyOf),
      email,
      ...(draft.methods !== null && { methods: draft.methods }),
    }
    const request = await ask(
      api.POST('/v1/payment_requests', { body, params: { header: keyOf('request', body) } }),
    )
    const asked = { params: { path: { id: request.id }, header: keyOf(how, request.id) } }
    const made =
      how === 'send'
        ? {
            request: await ask(api.POST('/v1/payment_requests/{id}/send', { ...asked, body: {} })),
            url: undefined,
          }
        : { request, url: (await linkTo(request.id, keyOf)).url }
    void queries.invalidateQueries({ queryKey: ['payment_requests'] })
    return { ...made, sentTo: how === 'send' ? (email ?? undefined) : undefined }
  }
}

type KeyOf = ReturnType<typeof useKeyOf>

/** The id of whoever is to pay, made a customer where they are new; null where anybody may. */
export async function customerOf(
  payer: Payer | undefined,
  email: string | null,
  keyOf: KeyOf,
): Promise<string | null> {
  if (payer?.kind === 'customer') return payer.customer.id
  if (payer?.kind !== 'new') return null
  const body = { name: payer.name, email }
  const customer = await ask(api.POST('/v1/customers', { body, params: { header: keyOf('customer', body) } }))
  return customer.id
}

/** A link to share by hand. */
export function linkTo(payment_request: string, keyOf: KeyOf) {
  const body = { payment_request }
  return ask(api.POST('/v1/payment_links', { body, params: { header: keyOf('link', body) } }))
}
