import type { components } from '../../api/schema.generated.ts'
import { defineWords } from '../../words/index.ts'

export type RefundReason = NonNullable<components['schemas']['RefundRow']['reason_code']>

/** Why money is given back, in the order in which it is offered. */
export const reasonWords = defineWords({
  en: {
    requested_by_customer: 'The customer asked for it',
    order_canceled: 'The order was canceled',
    goods_returned: 'Goods came back',
    not_delivered: 'Not delivered',
    price_corrected: 'The price was wrong',
    duplicate: 'Paid twice',
    fraudulent: 'Paid fraudulently',
    other: 'Another reason',
  },
  fr: {
    requested_by_customer: 'Le client l’a demandé',
    order_canceled: 'La commande a été annulée',
    goods_returned: 'Marchandise rendue',
    not_delivered: 'Non livré',
    price_corrected: 'Le prix était erroné',
    duplicate: 'Payé deux fois',
    fraudulent: 'Paiement frauduleux',
    other: 'Autre motif',
  },
})

export const REASONS = [
  'requested_by_customer',
  'order_canceled',
  'goods_returned',
  'not_delivered',
  'price_corrected',
  'duplicate',
  'fraudulent',
  'other',
] as const satisfies readonly RefundReason[]
