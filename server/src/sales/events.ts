import { defineEvent } from '../lib/events.ts'

export const productCreated = defineEvent<{ code: string }>('product.created')
export const productUpdated = defineEvent<{ fields: readonly string[] }>('product.updated')

export const orderCreated = defineEvent<{
  number: string
  customer_id: string
  total: bigint
  currency: string
  draft: boolean
}>('order.created')
/** Amounts in minor units. By whoever edited its invoice, where `by_invoice`. */
export const orderEdited = defineEvent<{
  revision: number
  total_before: bigint
  total_after: bigint
  by_invoice: boolean
}>('order.edited')
export const orderPlaced = defineEvent<Record<string, never>>('order.placed')
export const orderInvoiced = defineEvent<{ invoice_id: string }>('order.invoiced')
/** By a person, or by what paid its invoice: a payment that was submitted or cleared (`order.confirm_on`), or a credit. */
export const orderConfirmed = defineEvent<{ by: 'person' | 'payment' | 'credit'; payment_id: string | null }>(
  'order.confirmed',
)
export const orderCanceled = defineEvent<{ reason: string | null }>('order.canceled')
