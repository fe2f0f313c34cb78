import type { Stripe } from 'stripe'
import { invalidRequest } from './api-error.ts'

type MethodParams = {
  allowed_payment_method_types?: (string | null)[] | undefined
  automatic_payment_methods?:
    | { enabled?: boolean | undefined; allow_redirects?: 'always' | 'never' | null | undefined }
    | null
    | undefined
}

type Methods = Pick<Stripe.PaymentIntent, 'allowed_payment_method_types' | 'automatic_payment_methods'>

/** The Dashboard's methods, which may redirect, are the default; named types narrow them. */
export function chosenMethods(params: MethodParams): Methods {
  const { enabled, allow_redirects } = params.automatic_payment_methods ?? {}
  return {
    allowed_payment_method_types: params.allowed_payment_method_types
      ? params.allowed_payment_method_types.filter((type) => type !== null)
      : null,
    automatic_payment_methods: { enabled: enabled ?? true, allow_redirects: allow_redirects ?? 'always' },
  }
}

/** The ways to pay that this sandbox plays. */
const METHOD_TYPES: readonly (string | null)[] = ['card', 'us_bank_account', 'affirm', 'customer_balance']

export function checkMethodTypes(types: (string | null)[] | undefined): void {
  const unknown = types?.find((type) => !METHOD_TYPES.includes(type))
  if (unknown === undefined) return
  throw invalidRequest(
    `The payment method type "${unknown}" is invalid: this sandbox takes cards, US bank accounts, Affirm and customers’ cash.`,
    {
      code: 'payment_intent_invalid_parameter',
      param: 'allowed_payment_method_types',
    },
  )
}

/** The words after the account's own on a card statement. */
export function checkSuffix(suffix: string | null | undefined): string | null {
  if (!suffix) return null
  const refuse = (message: string) => invalidRequest(message, { param: 'statement_descriptor_suffix' })
  if (suffix.length > 22) throw refuse('The statement descriptor suffix must be at most 22 characters.')
  if (/[<>\\'"*]/.test(suffix))
    throw refuse(`The statement descriptor suffix cannot contain any of these characters: <, >, \\, ', ", *.`)
  if (!/[A-Za-z]/.test(suffix))
    throw refuse('The statement descriptor suffix must contain at least one alphabetic character.')
  if (!/^[\x20-\x7e\u00a0-\u024f]*$/.test(suffix))
    throw refuse('The statement descriptor suffix must contain only Latin characters.')
  return suffix
}
