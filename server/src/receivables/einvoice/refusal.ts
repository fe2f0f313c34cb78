import * as errors from './errors.ts'

/** An `EInvoiceError` as plain data, which a thread can hand over: an error loses its class on the way. */
export type Refusal = {
  readonly name: string
  readonly what: string
  readonly field: string | undefined
  readonly details: Record<string, unknown> | undefined
}

const { EInvoiceError, ...REFUSALS } = errors

export function toRefusal({ name, what, field, details }: errors.EInvoiceError): Refusal {
  return { name, what, field, details }
}

/** The same error again, with its code, status, field and details. */
export function fromRefusal({ name, what, field, details }: Refusal): errors.EInvoiceError {
  const Refused = REFUSALS[name as keyof typeof REFUSALS]
  return new Refused(what, {
    ...(field === undefined ? {} : { field }),
    ...(details === undefined ? {} : { details }),
  })
}
