import type { Stripe } from 'stripe'

export type ApiErrorBody = {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'
  message: string
  code?: string
  decline_code?: string
  advice_code?: string
  network_decline_code?: string
  param?: string
  charge?: string
  doc_url?: string
  payment_intent?: Stripe.PaymentIntent
  payment_method?: Stripe.PaymentMethod
  setup_intent?: Stripe.SetupIntent
  request_log_url?: string
}

/**
 * An answer in the processor's error format. `begun` says that the work had started, so an idempotency key
 * keeps this answer; refusals of the request itself are not kept.
 */
export class ApiError extends Error {
  readonly status: number
  readonly body: ApiErrorBody
  readonly begun: boolean

  constructor(status: number, body: ApiErrorBody, begun = false) {
    super(body.message)
    this.status = status
    this.body = body.code
      ? { ...body, doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll('_', '-')}` }
      : body
    this.begun = begun
  }
}

export function invalidRequest(message: string, more: { param?: string; code?: string } = {}): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...more })
}

/** A refusal because of the state that the object is in. */
export function stateRefused(
  message: string,
  more: { code?: string; param?: string; payment_intent?: Stripe.PaymentIntent } = {},
): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...more }, true)
}

export function missing(what: string, id: string, param = 'id'): ApiError {
  return new ApiError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  })
}
